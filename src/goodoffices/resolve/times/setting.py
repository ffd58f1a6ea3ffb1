"""What a time expression is read against: the day on which the text speaks, the days named before, the tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from goodoffices.model.facts import Basis
from goodoffices.resolve.times.calendar import Stretch, month, safe_date, season

Side = Literal["past", "future", "infinitive", "open"]
"""Where the governing verb points; "infinitive" (to meet) mostly ahead; "open" where nothing tells."""

_MONTHS_AHEAD = 1
"""A bare month up to so many months ahead is that of this year even beside a past tense ("agreed to talk in May")."""
_FAR, _NEAR = 240, 60
"""A bare date that would lie over `_FAR` days ahead, but under `_NEAR` days back, is the near one whatever the tense."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known where a time expression stands.

    `reference` is the day of the dateline or of publication; `named` the day or short stretch last named;
    `last` whatever stretch was last named; `stated` the year last stated in the same passage, if another
    than that of publication; `chronicle` whether the text as a whole tells of years long past; `clock` the day
    to which a bare hour belongs.
    """

    reference: date | None
    side: Side = "open"
    named: Stretch | None = None
    last: Stretch | None = None
    stated: int | None = None
    chronicle: bool = False
    clock: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression stands for; `stretch` is None where it could not be resolved."""

    stretch: Stretch | None
    basis: Basis = "anchored"


UNRESOLVED = Reading(None)


def date_without_year(number: int, day_of_month: int, setting: Setting) -> date | None:
    """The day meant by a day and month: of the year that the passage speaks of, else nearest to publication."""
    if setting.stated is not None:
        return safe_date(setting.stated, number, day_of_month)
    at = setting.reference
    if at is None:
        return None
    near = [d for y in (at.year - 1, at.year, at.year + 1) if (d := safe_date(y, number, day_of_month))]
    return _nearest(near, at, setting.side) if near else None


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
    if setting.stated is not None:
        return month(setting.stated, number)
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
    if setting.stated is not None:
        return season(setting.stated, name)
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
    back = at - timedelta(days=(at.weekday() - number) % 7)
    ahead = back if back == at else back + timedelta(days=7)
    if setting.side == "past":
        return back
    if setting.side in {"future", "infinitive"}:
        return ahead
    return back if (at - back) <= (ahead - at) else ahead


def years_around(setting: Setting) -> list[int]:
    """The years in which a festive day may be meant."""
    if setting.stated is not None:
        return [setting.stated]
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
