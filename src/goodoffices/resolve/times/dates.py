"""Days and months of the calendar, whole or with their year left out.

A reader takes a match and what is known where it stands; it returns None where the
words are no date after all.
"""

from __future__ import annotations

from datetime import date

from goodoffices.resolve.times.calendar import between, day, month, safe_date
from goodoffices.resolve.times.numerals import ordinal
from goodoffices.resolve.times.rule import Match
from goodoffices.resolve.times.setting import (
    UNRESOLVED,
    Reading,
    Setting,
    date_without_year,
    month_without_year,
)
from goodoffices.resolve.times.wording import month_number, weekday_number


def relative_year(words: str, setting: Setting) -> int | None:
    """The year of "last year", "that year"."""
    words = words.lower()
    if "last" in words or "next" in words or "this" in words or "current" in words:
        step = -1 if "last" in words else 1 if "next" in words and "the" not in words else 0
        if "the next" in words:
            return setting.last.start.year + 1 if setting.last and setting.last.start else None
        return setting.reference.year + step if setting.reference else None
    if setting.last is None or setting.last.start is None:
        return None
    return setting.last.start.year + (1 if "following" in words else -1 if "previous" in words else 0)


def year_of(m: Match, setting: Setting) -> int | None:
    groups = m.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    return relative_year(groups["yr"], setting) if groups.get("yr") else None


def _on(m: Match, setting: Setting, day_of_month: int, name: str) -> date | None:
    number, stated = month_number(name), year_of(m, setting)
    if stated is not None:
        return safe_date(stated, number, day_of_month)
    weekday = m.groupdict().get("wd")
    if weekday and setting.reference and setting.passage is None:
        around = [safe_date(setting.reference.year + n, number, day_of_month) for n in (0, -1, 1, -2, 2)]
        fitting = [d for d in around if d and d.weekday() == weekday_number(weekday)]
        if fitting:
            return fitting[0]
    return date_without_year(number, day_of_month, setting)


def day_number(text: str) -> int:
    return ordinal(text) or 0


def read_day(m: Match, setting: Setting) -> Reading | None:
    text = m["d"].lower()
    if text.startswith("last"):
        whole = read_month(m, setting)
        return Reading(day(whole.stretch.end), whole.basis) if whole and whole.stretch and whole.stretch.end else whole
    on = _on(m, setting, day_number(text), m["m"])
    if on is None:
        return UNRESOLVED if setting.reference is None else None
    return Reading(day(on), "stated" if m["y"] else "inferred")


def read_days(m: Match, setting: Setting) -> Reading | None:
    first, last = day_number(m["d"]), day_number(m["d2"])
    if last <= first or (m["sep"].strip().lower() in {"and", "or", "/"} and last != first + 1 and not m["from"]):
        return None
    start, end = _on(m, setting, first, m["m"]), _on(m, setting, last, m["m"])
    if start is None or end is None:
        return UNRESOLVED if setting.reference is None else None
    return Reading(between(start, end), "stated" if m["y"] else "inferred")


def read_across_months(m: Match, setting: Setting) -> Reading | None:
    end = _on(m, setting, day_number(m["d2"]), m["m2"])
    if end is None:
        return UNRESOLVED if setting.reference is None else None
    number = month_number(m["m"])
    start = safe_date(end.year - (number > end.month), number, day_number(m["d"]))
    return Reading(between(start, end), "stated" if m["y"] else "inferred") if start else None


def read_figures(m: Match, setting: Setting) -> Reading | None:
    first, second, figure = int(m["a"]), int(m["b"]), m["y"]
    if second > 12:
        first, second = second, first
    if second > 12 or first > 31:
        return None
    if not figure:
        on = date_without_year(second, first, setting)
        return Reading(day(on), "inferred") if on else UNRESOLVED
    on = safe_date(int(figure) if len(figure) == 4 else 2000 + int(figure), second, first)
    return Reading(day(on), "stated") if on else None


def read_iso(m: Match, _: Setting) -> Reading | None:
    on = safe_date(int(m["y"]), int(m["m"]), int(m["d"]))
    return Reading(day(on), "stated") if on else None


def read_ordinal(m: Match, setting: Setting) -> Reading | None:
    if (
        setting.last is not None
        and setting.last.start is not None
        and setting.last.precision in {"day", "month", "range"}
    ):
        base = setting.last.start
    elif setting.reference is not None:
        base = setting.reference
    else:
        return UNRESOLVED
    on = safe_date(base.year, base.month, day_number(m["d"]))
    return Reading(day(on), "anchored") if on else None


def read_month(m: Match, setting: Setting) -> Reading | None:
    number, stated = month_number(m["m"]), year_of(m, setting)
    before = (m.groupdict().get("pre") or "").lower()
    if stated is not None:
        return Reading(month(stated, number), "stated" if m["y"] else "anchored")
    at = setting.reference
    if at and ("last" in before or "past" in before):
        return Reading(month(at.year - (number >= at.month), number))
    if at and ("next" in before or "coming" in before):
        return Reading(month(at.year + (number <= at.month), number))
    if at and before == "this":
        return Reading(month(at.year, number))
    if ("previous" in before or "following" in before) and setting.last and setting.last.start:
        base = setting.last.start
        shift = -(number >= base.month) if "previous" in before else int(number <= base.month)
        return Reading(month(base.year + shift, number))
    found = month_without_year(number, setting)
    return Reading(found, "inferred") if found else UNRESOLVED
