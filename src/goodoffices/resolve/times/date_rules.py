"""The rules for calendar dates: patterns with their readers, an example of each in the tests.

A group named `span` tells which part of a match is the expression; else it is the whole match.
"""

from __future__ import annotations

from goodoffices.resolve.times import feasts
from goodoffices.resolve.times.calendar import before_our_era, decade, year
from goodoffices.resolve.times.dates import (
    read_across_months,
    read_day,
    read_days,
    read_figures,
    read_iso,
    read_month,
    read_ordinal,
    relative_year,
)
from goodoffices.resolve.times.numerals import ORDINAL_WORD
from goodoffices.resolve.times.periods import (
    read_century,
    read_feast,
    read_months,
    read_quarter,
    read_season,
    read_year,
    read_years,
)
from goodoffices.resolve.times.rule import Rule, rule
from goodoffices.resolve.times.setting import UNRESOLVED, Reading
from goodoffices.resolve.times.wording import (
    DAY,
    MONTH,
    MONTH_NAME,
    ORDINAL_DAY,
    WEEKDAY,
    YEAR,
    YEAR_RELATIVE,
    YEAR_TAIL,
)

_WD = rf"(?:(?P<wd>{WEEKDAY}),?\s+\(?(?:the\s+)?)?"
_TO = r"\s*(?P<sep>[-–—/]|\s(?:to|until|till|through|and|or)(?:\s+the)?\s)\s*"
_FROM = r"(?:(?P<from>(?i:from|between))\s+(?:the\s+)?)?"
_PRE = r"(?:(?P<pre>(?i:last|next|this(?:\s+past|\s+coming)?|the\s+(?:previous|following|coming|past)))\s+)?"
_CALM = r"(?<![\w$€£/.,])(?<!(?<!mid)-)"

DATE_RULES: tuple[Rule, ...] = (
    rule("iso", r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", read_iso),
    rule(
        "days-month",
        rf"{_CALM}{_FROM}{_WD}(?:the\s+)?(?P<d>{DAY}){_TO}(?P<d2>{DAY})(?:\s+of)?\s+(?P<m>{MONTH}){YEAR_TAIL}",
        read_days,
    ),
    rule(
        "month-days",
        rf"\b{_FROM}{_WD}(?P<m>{MONTH})\s+(?P<d>{DAY}){_TO}(?P<d2>{DAY})(?!\s*[ap]\.?m\b){YEAR_TAIL}",
        read_days,
    ),
    rule(
        "day-month-to-day-month",
        rf"{_CALM}{_FROM}(?P<d>{DAY})\s+(?P<m>{MONTH})(?:\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+)(?P<d2>{DAY})\s+(?P<m2>{MONTH}){YEAR_TAIL}",
        lambda m, s: read_across_months(m, s) if m["from"] or " and " not in m[0] else None,
    ),
    rule(
        "month-day-to-month-day",
        rf"\b{_FROM}(?P<m>{MONTH})\s+(?P<d>{DAY})(?:\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+)(?P<m2>{MONTH})\s+(?P<d2>{DAY}){YEAR_TAIL}",
        lambda m, s: read_across_months(m, s) if m["from"] or " and " not in m[0] else None,
    ),
    rule(
        "day-month",
        rf"{_CALM}{_WD}(?:the\s+)?(?P<d>{DAY}|{ORDINAL_DAY})(?:\s+(?:day\s+)?of)?\s+(?P<m>{MONTH}){YEAR_TAIL}",
        read_day,
    ),
    rule(
        "day-shared-month",
        rf"{_CALM}{_WD}(?P<d>{DAY})(?=(?:(?:,\s*|,?\s+(?:and|or)\s+)(?:on\s+)?{DAY})+\s+(?P<m>{MONTH}){YEAR_TAIL})",
        read_day,
    ),
    rule(
        "month-day",
        rf"\b{_WD}(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY})(?!\s*(?:[ap]\.?m\b|per\s?cent)){YEAR_TAIL}",
        read_day,
    ),
    rule(
        "figures",
        r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d/])",
        read_figures,
    ),
    rule(
        "figures-short",
        r"\b(?i:on|until|till|since|by|from|of)\s+(?P<span>(?P<a>\d{1,2})/(?P<b>\d{1,2})(?P<y>))(?![\d/])",
        read_figures,
    ),
    rule(
        "ordinal-day",
        r"\b(?i:on|until|till|since|by|from|to|through)\s+(?P<span>(?:the\s+)(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)))\b",
        read_ordinal,
    ),
    rule(
        "months",
        rf"\b(?:(?i:from|between)\s+)?(?P<m1>{MONTH_NAME})(?:\s*[-–—/]\s*|\s+(?:to|until|till|through|and)\s+)(?P<m>{MONTH_NAME})(?!\s+\d\d?\b){YEAR_TAIL}",
        lambda m, s: read_months(m, s) if " and " not in m[0] or m[0][:7].lower() == "between" else None,
    ),
    rule("month", rf"\b{_PRE}(?P<m>{MONTH}){YEAR_TAIL}", read_month),
    rule(
        "years",
        rf"{_CALM}(?:(?i:from|between)\s+)?(?P<y>{YEAR})(?:\s*[-–—/]\s*|\s+(?:to|until|till|through|and)\s+)(?P<y2>{YEAR}|(?<=[-–—/])\d\d(?![\d.,-]))",
        lambda m, s: read_years(m, s) if " and " not in m[0] or m[0][:7].lower() == "between" else None,
    ),
    rule(
        "year",
        rf"{_CALM}(?:(?:the|in)\s+(?:year|calendar\s+year)\s+)?(?P<y>{YEAR})(?![\w-]*-for-)",
        read_year,
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
        read_century,
        "century",
    ),
    rule(
        "season",
        rf"\b(?:(?P<pre>(?i:last|next|this|the\s+(?:previous|following|coming|past|next)|that(?:\s+same)?|the))\s+)?(?:(?P<y1>{YEAR})\s+)?"
        rf"(?P<s>spring|summer|autumn|fall(?!\s+of\s+(?!\d|that|the\s+year))|winter|(?:Spring|Summer|Autumn|Fall|Winter)(?=\s+(?:of\s+)?\d))\b{YEAR_TAIL}",
        read_season,
    ),
    rule(
        "quarter",
        rf"\b(?:Q(?P<q>[1-4])|(?:the\s+)?(?P<o>first|second|third|fourth|last|final)\s+quarter){YEAR_TAIL}",
        read_quarter,
    ),
    rule("feast", rf"(?P<f>{feasts.pattern()}){YEAR_TAIL}", read_feast),
    rule(
        "year-relative",
        rf"\b(?P<w>{YEAR_RELATIVE})\b",
        lambda m, s: Reading(year(n)) if (n := relative_year(m["w"], s)) else UNRESOLVED,
    ),
)
"""Longer matches win over shorter ones at the same place; earlier rules over later ones."""
