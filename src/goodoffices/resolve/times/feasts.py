"""Festive days: names from vocabulary/festive_days.csv, days by rule.

Easter by the Gregorian and Julian computus, Muslim months by the new moon as seen from Mecca (sighting may
shift a feast by a day in other countries), the Jewish calendar by its own arithmetic, feasts of the moon in
China and India by table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from math import floor, radians, sin

from goodoffices.resolve.times.calendar import Stretch, between, safe_date
from goodoffices.resolve.times.lemmas import VOCABULARY
from goodoffices.vocabulary.tables import Row, rows

_FIRST_LUNATION = 12 * 1420 + 10  # the new moon of 6 January 2000 began the tenth month of the year 1420
_SUNSET_IN_MECCA = 0.646  # 15:30 Universal Time as a part of the day
_ORDINAL_TO_JULIAN = 1721425  # the Julian day that begins at noon of date.fromordinal(n) is n + this
_NAMED_THINGS = "War|Offensive|Agreement|Accords?|Rising|Massacre|Island|Declaration|Bombings?"
"""After these words a feast is part of a name ("the Good Friday Agreement")."""


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar.

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, in the Gregorian calendar.

    >>> orthodox_easter(2024), orthodox_easter(2025)
    (datetime.date(2024, 5, 5), datetime.date(2025, 4, 20))
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    gregorian_lead = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=gregorian_lead)


def _new_moon(lunation: int) -> float:
    """Julian day of a new moon, counted from that of 6 January 2000; good to some twenty minutes."""
    sun, moon, node = (
        radians(first + step * lunation)
        for first, step in ((2.5534, 29.10535670), (201.5643, 385.81693528), (160.7108, 390.67050284))
    )
    mean = 2451550.09766 + 29.530588861 * lunation
    large = -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
    small = 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    return mean + large + small


def _month_begins(year: int, month: int) -> date:
    """First day of a Muslim month: the day after a new moon before sunset in Mecca, else the next one."""
    moon = _new_moon(12 * year + month - _FIRST_LUNATION)
    return date.fromordinal(floor(moon + 0.5 - _SUNSET_IN_MECCA) - _ORDINAL_TO_JULIAN + 2)


def islamic(gregorian_year: int, month: int, day: int) -> list[date]:
    """The days of a Gregorian year on which a day of the Muslim year falls: one, rarely two or none.

    >>> islamic(2024, 10, 1), islamic(2025, 12, 10)
    ([datetime.date(2024, 4, 10)], [datetime.date(2025, 6, 6)])
    """
    about = int((gregorian_year - 622) * 33 / 32)
    found = (_month_begins(y, month) + timedelta(days=day - 1) for y in range(about - 1, about + 4))
    return [d for d in found if d.year == gregorian_year]


def _days_before_hebrew_year(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = months * 29 + parts // 25920
    return days + 1 if (3 * (days + 1)) % 7 < 3 else days


def rosh_hashanah(gregorian_year: int) -> date:
    """First day of the Jewish year that begins in this Gregorian year.

    >>> rosh_hashanah(2023), rosh_hashanah(2024)
    (datetime.date(2023, 9, 16), datetime.date(2024, 10, 3))
    """
    year = gregorian_year + 3761
    before, here, after = (_days_before_hebrew_year(y) for y in (year - 1, year, year + 1))
    late = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(here + late - 1373428 + 1)


def passover(gregorian_year: int) -> date:
    """First full day of Passover: 163 days before the new year that follows.

    >>> passover(2025)
    datetime.date(2025, 4, 13)
    """
    return rosh_hashanah(gregorian_year) - timedelta(days=163)


def _table() -> list[Row]:
    columns = ("name", "rule", "days", "note")
    return list(rows(VOCABULARY / "festive_days.csv", columns, needed=("name", "rule", "days")))


@cache
def _by_moon(column: str) -> dict[int, date]:
    columns = ("year", "lunar_new_year", "diwali")
    table = rows(VOCABULARY / "moon_feasts.csv", columns, needed=columns)
    return {int(row["year"]): date.fromisoformat(f"{row['year']}-{row[column]}") for row in table}


@cache
def _names() -> dict[str, tuple[str, int]]:
    return {_key(row["name"]): (row["rule"], int(row["days"])) for row in _table()}


def _key(name: str) -> str:
    return name.replace("’", "'").lower()


@cache
def pattern() -> str:
    """All names as a regular expression; upper and lower case matter, either apostrophe does."""
    names = sorted((row["name"] for row in _table()), key=len, reverse=True)
    joined = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return rf"\b(?:{joined})\b(?!['’]s)(?!\s+(?:{_NAMED_THINGS})\b)"


def _days(rule: str, year: int) -> list[date]:
    kind, *rest = rule.split(" ")
    if kind == "fixed":
        found = safe_date(year, int(rest[0][:2]), int(rest[0][3:]))
        return [found] if found else []
    if kind == "hijri":
        return islamic(year, int(rest[0]), int(rest[1]))
    if kind == "eid":
        return islamic(year, 10, 1) + islamic(year, 12, 10)
    if kind == "thanksgiving":
        first = date(year, 11, 1)
        return [first + timedelta(days=(3 - first.weekday()) % 7 + 21)]
    if kind in {"lunar-new-year", "diwali"}:
        table = _by_moon(kind.replace("-", "_"))
        return [table[year]] if year in table else []
    first = {"easter": easter, "orthodox": orthodox_easter, "passover": passover, "hebrew": rosh_hashanah}[kind](year)
    return [first + timedelta(days=int(rest[0]))]


def feast(name: str, years: Iterable[int]) -> list[Stretch]:
    """When a festive day falls in some years, in order.

    >>> [s.edtf for s in feast("Orthodox Easter", [2025])]
    ['2025-04-20']
    """
    rule, days = _names()[_key(name)]
    starts = sorted(d for year in years for d in _days(rule, year))
    return [between(d, d + timedelta(days=days - 1)) for d in starts]
