"""Longer stretches of the calendar: months in a range, seasons, quarters, years, decades, festive days."""

from __future__ import annotations

from datetime import date

from goodoffices.resolve.times import feasts
from goodoffices.resolve.times.calendar import Stretch, before_our_era, century, month, quarter, season, year
from goodoffices.resolve.times.dates import read_month, relative_year, year_of
from goodoffices.resolve.times.numerals import ordinal
from goodoffices.resolve.times.rule import Match
from goodoffices.resolve.times.setting import (
    UNRESOLVED,
    Reading,
    Setting,
    nearest_stretch,
    season_without_year,
    years_around,
)
from goodoffices.resolve.times.wording import month_number


def read_months(m: Match, setting: Setting) -> Reading | None:
    last = read_month(m, setting)
    if last is None or last.stretch is None or last.stretch.start is None or last.stretch.end is None:
        return last
    number = month_number(m["m1"])
    first = month(last.stretch.start.year - (number > last.stretch.start.month), number)
    if first.start is None:
        return None
    edtf = f"{first.edtf}/{last.stretch.edtf}"
    return Reading(Stretch(first.start, last.stretch.end, edtf, "range"), last.basis)


def read_season(m: Match, setting: Setting) -> Reading | None:
    name, stated = m["s"].lower(), m["y"] or m["y1"]
    before = (m["pre"] or "").lower()
    if stated:
        return Reading(season(int(stated), name), "stated")
    if m["yr"]:
        number = relative_year(m["yr"], setting)
        return Reading(season(number, name)) if number else UNRESOLVED
    if name in {"fall", "spring"} and not before and not m.string[: m.start()].endswith((" in ", "In ")):
        return None
    side = (
        "past"
        if "last" in before or "past" in before
        else "future"
        if "next" in before or "coming" in before
        else setting.side
    )
    found = season_without_year(name, Setting(setting.reference, side, passage=setting.passage))
    if before in {"the following", "the next", "the previous"} and setting.last and setting.last.start:
        year_of, back = setting.last.start.year, "previous" in before
        around = [season(year_of + n, name) for n in (-1, 0, 1)]
        if back:
            found = next(s for s in reversed(around) if s.end and s.end < setting.last.start)
        else:
            found = next(s for s in around if s.start and s.start > setting.last.start)
    elif found and before.startswith(("last", "next")) and _is_current(found, setting.reference):
        found = season(found.start.year + (1 if side == "future" else -1), name) if found.start else found
    return Reading(found, "inferred") if found else UNRESOLVED


def _is_current(stretch: Stretch, on: date | None) -> bool:
    return bool(on and stretch.start and stretch.end and stretch.start <= on <= stretch.end)


def read_year(m: Match, _: Setting) -> Reading:
    return Reading(year(int(m["y"])), "stated")


def read_years(m: Match, _: Setting) -> Reading | None:
    first = int(m["y"])
    last = int(m["y2"]) if len(m["y2"]) == 4 else first - first % 100 + int(m["y2"])
    if not first < last <= first + 120:
        return None
    return Reading(Stretch(date(first, 1, 1), date(last, 12, 31), f"{first}/{last}", "range"), "stated")


def read_quarter(m: Match, setting: Setting) -> Reading | None:
    stated = year_of(m, setting) or (setting.reference.year if setting.reference else None)
    order = m["q"] or m["o"]
    number = int(order) if order.isdigit() else (ordinal(order) or 4)
    return (
        Reading(quarter(stated, number if number > 0 else 4), "stated" if m["y"] else "inferred")
        if stated
        else UNRESOLVED
    )


def read_feast(m: Match, setting: Setting) -> Reading | None:
    if m["y"]:
        found = feasts.feast(m["f"], [int(m["y"])])
        return Reading(found[0], "stated") if found else UNRESOLVED
    number = relative_year(m["yr"], setting) if m["yr"] else None
    stretch = nearest_stretch(feasts.feast(m["f"], [number] if number else years_around(setting)), setting)
    return Reading(stretch, "inferred") if stretch else UNRESOLVED


def read_century(m: Match, _: Setting) -> Reading | None:
    number = ordinal(m["o"])
    if not number:
        return None
    return Reading(before_our_era(number * 100), "stated") if m["bc"] else Reading(century(number), "stated")
