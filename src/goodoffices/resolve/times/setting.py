"""What a time expression is read against: the day of the text, the days named before, the tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from goodoffices.model.facts import Basis
from goodoffices.resolve.times.calendar import Stretch, month, safe_date, season

Side = Literal["past", "future", "infinitive", "open"]
"""Where the governing verb points; "infinitive" (to meet, would meet) ahead of what
is told, so mostly ahead; "open" where nothing tells."""

_BACKWARDS = 2.0
"""In a passage on years long past a day back counts as so many days ahead when the year is to be chosen."""
_MONTHS_AHEAD = 1
"""A bare month so near ahead is that of this year even beside a past tense ("agreed to talk in May")."""
_FAR, _NEAR = 240, 60
"""A bare date over `_FAR` days ahead, but under `_NEAR` days back, is the near one whatever the tense."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known where a time expression stands.

    `reference` is the day of the dateline or of publication; `named` the day or short stretch last named;
    `last` whatever stretch was last named; `passage` the day or month last named in a passage that tells of
    another year than that of publication; `chronicle` whether the text as a whole tells of years long past;
    `told` the day named before in the same sentence; `clock` the day to which a bare hour belongs.
    """

    reference: date | None
    side: Side = "open"
    named: Stretch | None = None
    last: Stretch | None = None
    passage: date | None = None
    chronicle: bool = False
    clock: date | None = None
    told: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression stands for; `stretch` is None where it could not be resolved."""

    stretch: Stretch | None
    basis: Basis = "anchored"


UNRESOLVED = Reading(None)


def date_without_year(number: int, day_of_month: int, setting: Setting) -> date | None:
    """The day meant by a day and month: in the year of the passage, else nearest to publication."""
    if setting.passage is not None:
        about = [d for n in (-1, 0, 1) if (d := safe_date(setting.passage.year + n, number, day_of_month))]
        return min(about, key=lambda d: _distance(d, setting.passage)) if about else None
    at = setting.reference
    if at is None:
        return None
    near = [d for y in (at.year - 1, at.year, at.year + 1) if (d := safe_date(y, number, day_of_month))]
    return _nearest(near, at, setting.side) if near else None


def _distance(on: date, passage: date | None) -> float:
    """How far a day is from the one last told; a story goes on rather than back."""
    days = (on - passage).days if passage else 0
    return days if days >= 0 else -_BACKWARDS * days


def _nearest(days: list[date], at: date, side: Side) -> date:
    back = [d for d in days if d <= at + timedelta(days=1)]
    ahead = [d for d in days if d >= at]
    closest = min(days, key=lambda d: (abs((d - at).days), d))
    fitting = {"past": back[-1:], "future": ahead[:1]}.get(side) or [closest]
    if side != "past" and abs((fitting[0] - at).days) > _FAR and abs((closest - at).days) < _NEAR:
        return closest
    return fitting[0]


def month_without_year(number: int, setting: Setting) -> Stretch | None:
    """The month meant by its bare name."""
    if setting.passage is not None:
        first = setting.passage.replace(day=1)
        return min(
            (month(first.year + n, number) for n in (-1, 0, 1)),
            key=lambda m: _distance(m.start or first, first),
        )
    at = setting.reference
    if at is None:
        return None
    distance = (number - at.month + 6) % 12 - 6  # from six months back to five ahead
    if setting.side == "past" and distance > _MONTHS_AHEAD:
        distance -= 12
    elif setting.side == "future" and distance < 0:
        distance += 12
    return month(at.year, at.month + distance)


def season_without_year(name: str, setting: Setting) -> Stretch | None:
    """The season meant by its bare name: the current one, or the last or next as the tense has it."""
    if setting.passage is not None:
        told = setting.passage
        return min(
            (season(told.year + n, name) for n in (-1, 0, 1)),
            key=lambda s: _distance(max(s.start or told, min(told, s.end or told)), told),
        )
    at = setting.reference
    if at is None:
        return None
    around = [season(y, name) for y in (at.year - 1, at.year, at.year + 1)]
    if setting.side == "future":
        return next(s for s in around if s.end and s.end >= at)
    if setting.side in {"open", "infinitive"}:
        return min(around, key=lambda s: abs(((s.start or at) - at).days))
    return next(s for s in reversed(around) if s.start and s.start <= at)


def weekday(number: int, setting: Setting) -> date | None:
    """The nearest such weekday on the side of the tense; in the past the day of publication counts."""
    at = setting.reference
    if at is None:
        return None
    if setting.told is not None and setting.told < at and setting.side == "infinitive":
        return setting.told + timedelta(days=(number - setting.told.weekday() - 1) % 7 + 1)
    back = at - timedelta(days=(at.weekday() - number) % 7)
    ahead = back if back == at else back + timedelta(days=7)
    if setting.side == "past":
        return back
    if setting.side in {"future", "infinitive"}:
        return ahead
    return back if (at - back) <= (ahead - at) else ahead


def years_around(setting: Setting) -> list[int]:
    """The years in which a festive day may be meant."""
    if setting.passage is not None:
        return [setting.passage.year]
    return [setting.reference.year + n for n in (-1, 0, 1)] if setting.reference else []


def nearest_stretch(found: list[Stretch], setting: Setting) -> Stretch | None:
    """Of several stretches in order the one that publication and tense point to."""
    at = setting.reference
    days = {s.start: s for s in found if s.start}
    if not days:
        return None
    if at is None or len(days) == 1:
        return next(iter(days.values()))
    covering = next((s for s in found if s.start and s.end and s.start <= at <= s.end), None)
    return covering or days[_nearest(sorted(days), at, setting.side)]
