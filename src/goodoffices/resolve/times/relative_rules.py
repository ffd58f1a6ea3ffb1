"""The rules for time expressions that lean on another day."""

from __future__ import annotations

from goodoffices.resolve.times.relative import (
    read_bare_weekend,
    read_clock,
    read_coming,
    read_in,
    read_neighbour_day,
    read_offset,
    read_overnight,
    read_part_of_unit,
    read_past_units,
    read_period,
    read_today,
    read_weekday,
    read_within,
)
from goodoffices.resolve.times.rule import Rule, rule
from goodoffices.resolve.times.wording import CLOCK, DAY_PART, NUMBER, UNIT, WEEKDAY

_N = rf"(?P<n>{NUMBER}|(?i:several|a\s+few|some|a\s+couple\s+of))"
_NEAR_WORDS = r"(?:(?i:just|only|barely|about|around|some|roughly|nearly|almost|less\s+than|more\s+than|over)\s+)?"
_NOT_AN_EVENT = (
    r"(?!\s+(?:the|a|an|that|he|she|it\s+(?:was|is|had\s+(?!been))|it\s+[a-z]+ed|they|we|his|her|their|its|this"
    r"|being|signing|talks|(?-i:[A-Z]\w*))\b)"
)

_OFFSET_TRIGGER = (
    r"(?i)\b(?:hours?|days?|weeks?|fortnights?|months?|years?|decades?)\s+"
    r"(?:ago|earlier|later|previously|beforehand|afterwards?|hence|from|before|after|prior)\b"
)

RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        "today",
        rf"\b(?i:(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow|(?:today|yesterday|tomorrow)(?:\s+{DAY_PART})?|"
        r"tonight|last\s+night|this\s+(?:very\s+)?(?:morning|afternoon|evening))\b(?!['’]s\s+(?:world|generation))",
        read_today,
    ),
    rule(
        "overnight",
        rf"\b(?i:overnight)\b(?!\s+(?:on|to|into|from|between)\s+(?:{WEEKDAY}|\d))",
        read_overnight,
    ),
    rule(
        "weekday",
        rf"\b(?:(?P<pre>(?i:last|next|this(?:\s+coming|\s+past)?|(?:the\s+)?(?:following|previous|preceding|same)))\s+)?"
        rf"(?P<wd>{WEEKDAY})(?!s)(?:\s+{DAY_PART})?(?:\s+(?:of\s+)?(?P<of>last|next|this)\s+week)?",
        read_weekday,
    ),
    rule(
        "period",
        r"\b(?P<pre>(?i:(?:earlier\s+|later\s+|early\s+|late\s+)?(?:this|last|next)(?:\s+past|\s+coming)?|the\s+(?:past|coming|next|last|previous|"
        r"following|same|preceding|subsequent)|(?:earlier\s+|later\s+)?that(?:\s+same)?|coming|(?:later|earlier)\s+in\s+the))\s+"
        r"(?P<u>(?i:week|weekend|month|year|quarter|decade|century))\b(?!-)",
        read_period,
    ),
    rule(
        "weekend",
        r"\b(?i:(?:at|over|on|during|before|after|of|by)\s+(?P<span>the\s+weekend))\b",
        read_bare_weekend,
    ),
    rule(
        "part-of-unit",
        r"\b(?P<part>(?i:(?:the\s+)?(?:end|start|beginning|middle|turn))\s+of\s+the\s+)(?P<u>(?i:week|month|year|decade|century))\b(?!\s+\d)",
        read_part_of_unit,
    ),
    rule(
        "units-end",
        r"\b(?:(?:this|the)\s+)?(?P<u>(?i:week|month|year))(?:['’]s\s+|-)(?P<part>(?i:end))\b",
        read_part_of_unit,
    ),
    rule(
        "offset",
        rf"\b{_NEAR_WORDS}{_N}\s+(?i:{UNIT})\s+(?P<dir>(?i:ago|earlier|later|previously|beforehand|afterwards?|hence|from\s+now))\b(?!\s+than)",
        read_offset,
        _OFFSET_TRIGGER,
    ),
    rule(
        "offset-before",
        rf"\b{_NEAR_WORDS}{_N}\s+(?i:{UNIT})\s+(?P<dir>(?i:before|after|prior))\b(?=\s*(?:[,.;:)]|$|\b(?:and|but|when|in|at|with)\b))",
        read_offset,
        _OFFSET_TRIGGER,
    ),
    rule(
        "neighbour-day",
        r"\b(?i:(?:just\s+|only\s+)?(?:the\s+|a\s+)(?:day|night|evening)\s+(?:before|after|earlier|later)"
        + _NOT_AN_EVENT
        + r"|(?:early\s+)?the\s+(?:next|following|previous|preceding|same|very\s+next)\s+"
        r"(?:day|morning|evening|night|afternoon)|(?:the\s+)?(?:previous|following)\s+day|that\s+(?:same\s+|very\s+)?(?:day|morning|afternoon|evening|night)|(?:later\s+)?(?:the\s+)?same\s+(?:day|evening|night|morning|afternoon))\b",
        read_neighbour_day,
    ),
    rule(
        "in",
        rf"\b(?i:in)\s+(?P<span>{_NEAR_WORDS}{_N}\s+(?i:{UNIT})(?:['’]\s*time)?)\b(?!\s+of\b)(?!-)",
        read_in,
    ),
    rule(
        "within",
        rf"\b(?i:within)\s+(?P<span>(?:the\s+(?:next|coming)\s+)?{_NEAR_WORDS}(?:{_N}\s+)?(?i:{UNIT}))\b(?!\s+of\b)",
        read_within,
    ),
    rule(
        "coming",
        rf"\b(?i:the\s+)?(?i:coming|next)\s+(?:{_N}\s+)?(?P<u>(?i:day|week|month|year))s\b",
        read_coming,
    ),
    rule(
        "past-units",
        rf"\b(?i:in|over|during|within)\s+(?P<span>(?i:the\s+(?:past|last|previous))\s+{_N}\s+(?i:{UNIT}))\b",
        read_past_units,
    ),
    rule("clock", CLOCK, read_clock),
)
