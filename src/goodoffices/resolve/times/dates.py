"""Calendar dates: days, months, seasons, years, decades; whole or with their year left out.

Each rule is a pattern and a reader. A reader returns None where the words are no date after all; a
group named `span` tells which part of the match is the expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from goodoffices.resolve.times import feasts
from goodoffices.resolve.times.calendar import (
    Stretch,
    before_our_era,
    between,
    century,
    day,
    decade,
    month,
    quarter,
    safe_date,
    season,
    year,
)
from goodoffices.resolve.times.numerals import ORDINAL_WORD, ordinal
from goodoffices.resolve.times.setting import (
    UNRESOLVED,
    Reading,
    Setting,
    date_without_year,
    month_without_year,
    nearest_stretch,
    season_without_year,
    years_around,
)
from goodoffices.resolve.times.wording import (
    DAY,
    MONTH,
    MONTH_NAME,
    ORDINAL_DAY,
    WEEKDAY,
    YEAR,
    YEAR_RELATIVE,
    YEAR_TAIL,
    month_number,
    weekday_number,
)

Match = re.Match[str]
Reader = Callable[[Match, Setting], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of time expressions and how to read what it matches."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    trigger: re.Pattern[str] | None = None
    """What every match must hold; the pattern is tried only around it. For patterns that are slow to fail."""

    def matches(self, text: str) -> Iterator[Match]:
        """All places where the pattern matches."""
        if self.trigger is None:
            yield from self.pattern.finditer(text)
            return
        done = 0
        for hit in self.trigger.finditer(text):
            for m in self.pattern.finditer(text, max(done, hit.start() - _REACH), hit.end() + _REACH):
                done = m.end()
                yield m


_REACH = 60
"""Characters around a trigger in which its expression lies."""


def rule(name: str, pattern: str, read: Reader, trigger: str | None = None) -> Rule:
    """Compile a rule."""
    return Rule(name, re.compile(pattern), read, re.compile(trigger) if trigger else None)


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


def _year_of(m: Match, setting: Setting) -> int | None:
    groups = m.groupdict()
    if groups.get("y"):
        return int(groups["y"])
    return relative_year(groups["yr"], setting) if groups.get("yr") else None


def _on(m: Match, setting: Setting, day_of_month: int, name: str) -> date | None:
    number, stated = month_number(name), _year_of(m, setting)
    if stated is not None:
        return safe_date(stated, number, day_of_month)
    weekday = m.groupdict().get("wd")
    if weekday and setting.reference and setting.passage is None:
        around = [safe_date(setting.reference.year + n, number, day_of_month) for n in (0, -1, 1, -2, 2)]
        fitting = [d for d in around if d and d.weekday() == weekday_number(weekday)]
        if fitting:
            return fitting[0]
    return date_without_year(number, day_of_month, setting)


def _day_number(text: str) -> int:
    return ordinal(text) or 0


def _read_day(m: Match, setting: Setting) -> Reading | None:
    text = m["d"].lower()
    if text.startswith("last"):
        whole = _read_month(m, setting)
        return (
            Reading(day(whole.stretch.end), whole.basis)
            if whole and whole.stretch and whole.stretch.end
            else whole
        )
    on = _on(m, setting, _day_number(text), m["m"])
    if on is None:
        return UNRESOLVED if setting.reference is None else None
    return Reading(day(on), "stated" if m["y"] else "inferred")


def _read_days(m: Match, setting: Setting) -> Reading | None:
    first, last = _day_number(m["d"]), _day_number(m["d2"])
    if last <= first or (
        m["sep"].strip().lower() in {"and", "or", "/"} and last != first + 1 and not m["from"]
    ):
        return None
    start, end = _on(m, setting, first, m["m"]), _on(m, setting, last, m["m"])
    if start is None or end is None:
        return UNRESOLVED if setting.reference is None else None
    return Reading(between(start, end), "stated" if m["y"] else "inferred")


def _read_across_months(m: Match, setting: Setting) -> Reading | None:
    end = _on(m, setting, _day_number(m["d2"]), m["m2"])
    if end is None:
        return UNRESOLVED if setting.reference is None else None
    number = month_number(m["m"])
    start = safe_date(end.year - (number > end.month), number, _day_number(m["d"]))
    return Reading(between(start, end), "stated" if m["y"] else "inferred") if start else None


def _read_figures(m: Match, setting: Setting) -> Reading | None:
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


def _read_iso(m: Match, _: Setting) -> Reading | None:
    on = safe_date(int(m["y"]), int(m["m"]), int(m["d"]))
    return Reading(day(on), "stated") if on else None


def _read_ordinal(m: Match, setting: Setting) -> Reading | None:
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
    on = safe_date(base.year, base.month, _day_number(m["d"]))
    return Reading(day(on), "anchored") if on else None


def _read_month(m: Match, setting: Setting) -> Reading | None:
    number, stated = month_number(m["m"]), _year_of(m, setting)
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


def _read_months(m: Match, setting: Setting) -> Reading | None:
    last = _read_month(m, setting)
    if last is None or last.stretch is None or last.stretch.start is None or last.stretch.end is None:
        return last
    number = month_number(m["m1"])
    first = month(last.stretch.start.year - (number > last.stretch.start.month), number)
    if first.start is None:
        return None
    edtf = f"{first.edtf}/{last.stretch.edtf}"
    return Reading(Stretch(first.start, last.stretch.end, edtf, "range"), last.basis)


def _read_season(m: Match, setting: Setting) -> Reading | None:
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
    elif found and before.startswith(("last", "next")) and setting.reference and found.start and found.end:
        if found.start <= setting.reference <= found.end:
            found = season(found.start.year + (1 if side == "future" else -1), name)
    return Reading(found, "inferred") if found else UNRESOLVED


def _read_year(m: Match, _: Setting) -> Reading:
    return Reading(year(int(m["y"])), "stated")


def _read_years(m: Match, _: Setting) -> Reading | None:
    first = int(m["y"])
    last = int(m["y2"]) if len(m["y2"]) == 4 else first - first % 100 + int(m["y2"])
    if not first < last <= first + 120:
        return None
    return Reading(Stretch(date(first, 1, 1), date(last, 12, 31), f"{first}/{last}", "range"), "stated")


def _read_quarter(m: Match, setting: Setting) -> Reading | None:
    stated = _year_of(m, setting) or (setting.reference.year if setting.reference else None)
    order = m["q"] or m["o"]
    number = int(order) if order.isdigit() else (ordinal(order) or 4)
    return (
        Reading(quarter(stated, number if number > 0 else 4), "stated" if m["y"] else "inferred")
        if stated
        else UNRESOLVED
    )


def _read_feast(m: Match, setting: Setting) -> Reading | None:
    if m["y"]:
        found = feasts.feast(m["f"], [int(m["y"])])
        return Reading(found[0], "stated") if found else UNRESOLVED
    number = relative_year(m["yr"], setting) if m["yr"] else None
    stretch = nearest_stretch(feasts.feast(m["f"], [number] if number else years_around(setting)), setting)
    return Reading(stretch, "inferred") if stretch else UNRESOLVED


def _read_century(m: Match, _: Setting) -> Reading | None:
    number = ordinal(m["o"])
    if not number:
        return None
    return Reading(before_our_era(number * 100), "stated") if m["bc"] else Reading(century(number), "stated")


_WD = rf"(?:(?P<wd>{WEEKDAY}),?\s+\(?(?:the\s+)?)?"
_TO = r"\s*(?P<sep>[-–—/]|\s(?:to|until|till|through|and|or)(?:\s+the)?\s)\s*"
_FROM = r"(?:(?P<from>(?i:from|between))\s+(?:the\s+)?)?"
_PRE = r"(?:(?P<pre>(?i:last|next|this(?:\s+past|\s+coming)?|the\s+(?:previous|following|coming|past)))\s+)?"
_CALM = r"(?<![\w$€£/.,])(?<!(?<!mid)-)"

DATE_RULES: tuple[Rule, ...] = (
    rule("iso", r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", _read_iso),
    rule(
        "days-month",
        rf"{_CALM}{_FROM}{_WD}(?:the\s+)?(?P<d>{DAY}){_TO}(?P<d2>{DAY})(?:\s+of)?\s+(?P<m>{MONTH}){YEAR_TAIL}",
        _read_days,
    ),
    rule(
        "month-days",
        rf"\b{_FROM}{_WD}(?P<m>{MONTH})\s+(?P<d>{DAY}){_TO}(?P<d2>{DAY})(?!\s*[ap]\.?m\b){YEAR_TAIL}",
        _read_days,
    ),
    rule(
        "day-month-to-day-month",
        rf"{_CALM}{_FROM}(?P<d>{DAY})\s+(?P<m>{MONTH})(?:\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+)(?P<d2>{DAY})\s+(?P<m2>{MONTH}){YEAR_TAIL}",
        lambda m, s: _read_across_months(m, s) if m["from"] or " and " not in m[0] else None,
    ),
    rule(
        "month-day-to-month-day",
        rf"\b{_FROM}(?P<m>{MONTH})\s+(?P<d>{DAY})(?:\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+)(?P<m2>{MONTH})\s+(?P<d2>{DAY}){YEAR_TAIL}",
        lambda m, s: _read_across_months(m, s) if m["from"] or " and " not in m[0] else None,
    ),
    rule(
        "day-month",
        rf"{_CALM}{_WD}(?:the\s+)?(?P<d>{DAY}|{ORDINAL_DAY})(?:\s+(?:day\s+)?of)?\s+(?P<m>{MONTH}){YEAR_TAIL}",
        _read_day,
    ),
    rule(
        "day-shared-month",
        rf"{_CALM}{_WD}(?P<d>{DAY})(?=(?:(?:,\s*|,?\s+(?:and|or)\s+)(?:on\s+)?{DAY})+\s+(?P<m>{MONTH}){YEAR_TAIL})",
        _read_day,
    ),
    rule(
        "month-day",
        rf"\b{_WD}(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY})(?!\s*(?:[ap]\.?m\b|per\s?cent)){YEAR_TAIL}",
        _read_day,
    ),
    rule(
        "figures",
        r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/])",
        _read_figures,
    ),
    rule(
        "figures-short",
        r"\b(?i:on|until|till|since|by|from|of)\s+(?P<span>(?P<a>\d{1,2})/(?P<b>\d{1,2})(?P<y>))(?![\d/])",
        _read_figures,
    ),
    rule(
        "ordinal-day",
        r"\b(?i:on|until|till|since|by|from|to|through)\s+(?P<span>(?:the\s+)(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)))\b",
        _read_ordinal,
    ),
    rule(
        "months",
        rf"\b(?:(?i:from|between)\s+)?(?P<m1>{MONTH_NAME})(?:\s*[-–—/]\s*|\s+(?:to|until|till|through|and)\s+)(?P<m>{MONTH_NAME})(?!\s+\d\d?\b){YEAR_TAIL}",
        lambda m, s: _read_months(m, s) if " and " not in m[0] or m[0][:7].lower() == "between" else None,
    ),
    rule("month", rf"\b{_PRE}(?P<m>{MONTH}){YEAR_TAIL}", _read_month),
    rule(
        "years",
        rf"{_CALM}(?:(?i:from|between)\s+)?(?P<y>{YEAR})(?:\s*[-–—/]\s*|\s+(?:to|until|till|through|and)\s+)(?P<y2>{YEAR}|(?<=[-–—/])\d\d(?![\d.,-]))",
        lambda m, s: _read_years(m, s) if " and " not in m[0] or m[0][:7].lower() == "between" else None,
    ),
    rule(
        "year",
        rf"{_CALM}(?:(?:the|in)\s+(?:year|calendar\s+year)\s+)?(?P<y>{YEAR})(?![\w-]*-for-)",
        _read_year,
    ),
    rule(
        "year-bc",
        r"\b(?:(?i:ca?\.|circa)\s*)?(?P<n>\d{1,4})\s*(?:BCE?\b|B\.C\.?(?:E\.)?)",
        lambda m, _: Reading(before_our_era(int(m["n"])), "stated") if int(m["n"]) else None,
    ),
    rule(
        "decade",
        r"\b(?:the\s+)?(?P<c>1[5-9]\d|20\d)0s\b",
        lambda m, _: Reading(decade(int(m["c"]) * 10), "stated"),
    ),
    rule(
        "century",
        rf"\b(?:the\s+)?(?P<o>\d{{1,2}}(?:st|nd|rd|th)|(?i:{ORDINAL_WORD}))[\s-]century(?P<bc>\s+BC)?\b",
        _read_century,
        "century",
    ),
    rule(
        "season",
        rf"\b(?:(?P<pre>(?i:last|next|this|the\s+(?:previous|following|coming|past|next)|that(?:\s+same)?|the))\s+)?(?:(?P<y1>{YEAR})\s+)?"
        rf"(?P<s>spring|summer|autumn|fall(?!\s+of\s+(?!\d|that|the\s+year))|winter|(?:Spring|Summer|Autumn|Fall|Winter)(?=\s+(?:of\s+)?\d))\b{YEAR_TAIL}",
        _read_season,
    ),
    rule(
        "quarter",
        rf"\b(?:Q(?P<q>[1-4])|(?:the\s+)?(?P<o>first|second|third|fourth|last|final)\s+quarter){YEAR_TAIL}",
        _read_quarter,
    ),
    rule("feast", rf"(?P<f>{feasts.pattern()}){YEAR_TAIL}", _read_feast),
    rule(
        "year-relative",
        rf"\b(?P<w>{YEAR_RELATIVE})\b",
        lambda m, s: Reading(year(n)) if (n := relative_year(m["w"], s)) else UNRESOLVED,
    ),
)
"""Longer matches win over shorter ones at the same place; earlier rules over later ones."""
