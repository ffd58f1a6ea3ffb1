"""Stretches of the calendar: a day, week, month, season, year … with first and last day and EDTF string."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from goodoffices.model.facts import Precision

EARLY, MIDDLE, LATE = "early", "mid", "late"
FIRST, LAST = "first", "last"
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_EDTF_SEASON = 20
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last day, both inclusive; both None for years before our era, which only EDTF can tell.

    `whole` is the EDTF string of the month, year … of which an early, middle or late part is meant.
    """

    start: date | None
    end: date | None
    edtf: str
    precision: Precision
    whole: str = ""


def day(on: date) -> Stretch:
    """One day."""
    return Stretch(on, on, on.isoformat(), "day")


def between(first: date, last: date) -> Stretch:
    """From one day to another.

    >>> between(date(2025, 5, 23), date(2025, 5, 25)).edtf
    '2025-05-23/2025-05-25'
    """
    if first == last:
        return day(first)
    if last < first:
        first, last = last, first
    return Stretch(first, last, f"{first.isoformat()}/{last.isoformat()}", "range")


def safe_date(year: int, month: int, day_of_month: int) -> date | None:
    """The day, or None where the month has no such day."""
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def month(year: int, number: int) -> Stretch:
    """A calendar month; `number` may run over the year's end (13 is the next January).

    >>> month(2024, 14).edtf, month(2025, 2).end
    ('2025-02', datetime.date(2025, 2, 28))
    """
    year, number = year + (number - 1) // _MONTHS, (number - 1) % _MONTHS + 1
    first = date(year, number, 1)
    following = date(year + number // _MONTHS, number % _MONTHS + 1, 1)
    return Stretch(first, following - timedelta(days=1), f"{year:04d}-{number:02d}", "month")


def year(number: int) -> Stretch:
    """A calendar year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31), f"{number:04d}", "year")


def before_our_era(number: int) -> Stretch:
    """A year BC; EDTF counts astronomically (490 BC is -0489)."""
    return Stretch(None, None, f"-{number - 1:04d}", "year")


def decade(first_year: int) -> Stretch:
    """Ten years from one ending in 0."""
    return Stretch(date(first_year, 1, 1), date(first_year + 9, 12, 31), f"{first_year // 10}X", "decade")


def century(number: int) -> Stretch:
    """The hundred years of the nineteenth (19), twentieth … century, counted from the year 00."""
    return Stretch(date((number - 1) * 100 or 1, 1, 1), date(number * 100 - 1, 12, 31), f"{number - 1:02d}XX", "range")


def season(number_of_year: int, name: str) -> Stretch:
    """Meteorological season of the northern half; winter begins in December of the year named."""
    number = SEASONS[name]
    first = date(number_of_year, 3 * number, 1)
    last = month(number_of_year, 3 * number + 2).end
    return Stretch(first, last, f"{number_of_year:04d}-{_EDTF_SEASON + number}", "season")


def quarter(number_of_year: int, number: int) -> Stretch:
    """A quarter of a year."""
    last = month(number_of_year, 3 * number).end
    first = date(number_of_year, 3 * number - 2, 1)
    return Stretch(first, last, f"{first.isoformat()}/{last}", "range")


def week(of: date) -> Stretch:
    """Monday to Sunday of the week in which a day lies."""
    monday = of - timedelta(days=of.weekday())
    return replace(between(monday, monday + timedelta(days=6)), precision="week")


def weekend(of: date) -> Stretch:
    """Saturday and Sunday of the week in which a day lies."""
    saturday = of + timedelta(days=5 - of.weekday())
    return between(saturday, saturday + timedelta(days=1))


def shift_months(of: date, number: int) -> date:
    """The same day of an earlier or later month, or that month's last day."""
    target = month(of.year, of.month + number)
    if target.start is None or target.end is None:
        return of
    return target.start.replace(day=min(of.day, target.end.day))


def part(of: Stretch, which: str) -> Stretch:
    """The early, middle or late part; of a month the days 1–10, 11–20, 21–end, of anything else a third.

    The beginning and the end ("first", "last") of a year are its first and last month, else the early and
    late part.

    >>> part(month(2025, 5), "late").edtf
    '2025-05-21/2025-05-31'
    """
    if of.start is None or of.end is None:
        return of
    if which in {FIRST, LAST}:
        if of.precision == "year":
            return replace(month(of.start.year, 1 if which == FIRST else _MONTHS), whole=of.edtf)
        which = EARLY if which == FIRST else LATE
    if of.precision == "month":
        bounds = {EARLY: (1, 10), MIDDLE: (11, 20), LATE: (21, of.end.day)}[which]
        found = between(of.start.replace(day=bounds[0]), of.start.replace(day=bounds[1]))
    elif of.precision == "year":
        first = {EARLY: 1, MIDDLE: 5, LATE: 9}[which]
        start, end = of.start.replace(month=first), month(of.start.year, first + 3).end
        found = between(start, end or of.end)
    else:
        days = (of.end - of.start).days + 1
        third = max(days // 3, 1)
        begin = {EARLY: 0, MIDDLE: third, LATE: days - third}[which]
        found = between(of.start + timedelta(days=begin), of.start + timedelta(days=begin + third - 1))
    return replace(found, whole=of.edtf)


def half(of: Stretch, number: int) -> Stretch:
    """The first or second half of a month, year or other stretch."""
    if of.start is None or of.end is None:
        return of
    if of.precision == "month":
        middle = of.start.replace(day=15)
    elif of.precision == "year":
        middle = date(of.start.year, 6, 30)
    else:
        middle = of.start + (of.end - of.start) // 2
    found = between(of.start, middle) if number == 1 else between(middle + timedelta(days=1), of.end)
    return replace(found, whole=of.edtf)


def week_of(of: Stretch, number: int) -> Stretch:
    """The first, second … week of a month as seven days counted from its first; -1 is its last seven days."""
    if of.start is None or of.end is None:
        return of
    if number < 0:
        return replace(between(of.end - timedelta(days=6), of.end), whole=of.edtf)
    first = min(of.start + timedelta(days=7 * (number - 1)), of.end)
    return replace(between(first, min(first + timedelta(days=6), of.end)), whole=of.edtf)
