"""Time expressions that only mean something from another day: yesterday, Monday, last week, two days later."""

from __future__ import annotations

import re
from datetime import date, timedelta

from goodoffices.resolve.times.calendar import (
    Stretch,
    between,
    century,
    day,
    decade,
    month,
    part,
    shift_months,
    week,
    weekend,
    year,
)
from goodoffices.resolve.times.dates import Match, Rule, rule
from goodoffices.resolve.times.numerals import number
from goodoffices.resolve.times.setting import UNRESOLVED, Reading, Setting, weekday
from goodoffices.resolve.times.wording import (
    CLOCK,
    DAY_PART,
    NUMBER,
    UNIT,
    UNIT_DAYS,
    WEEKDAY,
    part_kind,
    weekday_number,
)

_DAY = timedelta(days=1)
_COMING = {"day": 7, "week": 28, "month": 90, "year": 730}
"""How far "the coming days, weeks …" reach, in days."""


def _on(base: date | None, days: float = 0) -> Reading:
    return Reading(day(base + timedelta(days=days))) if base else UNRESOLVED


def _read_today(m: Match, setting: Setting) -> Reading:
    words = " ".join(m[0].lower().split())
    shift = {
        "day before yesterday": -2,
        "day after tomorrow": 2,
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
    }
    return _on(setting.reference, next((n for cue, n in shift.items() if cue in words), 0))


def _read_overnight(_: Match, setting: Setting) -> Reading:
    at = setting.reference
    if at is None:
        return UNRESOLVED
    if setting.side == "future":
        return Reading(between(at, at + _DAY))
    return Reading(between(at - _DAY, at))


def _read_weekday(m: Match, setting: Setting) -> Reading | None:
    at, target, words = setting.reference, weekday_number(m["wd"]), (m["pre"] or "").lower()
    if m["of"] and at:
        monday = at - timedelta(days=at.weekday())
        shift = {"last": -7, "next": 7}.get(m["of"].lower(), 0)
        return _on(monday, shift + target)
    if "following" in words or "same" in words or "previous" in words or "preceding" in words:
        return _weekday_by_named(words, target, setting)
    if at is None:
        return UNRESOLVED
    if words == "last":
        return _on(at, -((at.weekday() - target - 1) % 7 + 1))
    if words == "next":
        return _on(at - timedelta(days=at.weekday()), 7 + target)
    if words.startswith("this") and setting.side != "past":
        return _on(at, (target - at.weekday()) % 7)
    found = weekday(target, setting)
    return _on(found)


def _weekday_by_named(words: str, target: int, setting: Setting) -> Reading:
    base = setting.named.start if setting.named else setting.reference
    if base is None:
        return UNRESOLVED
    if "previous" in words or "preceding" in words:
        return _on(base, -((base.weekday() - target - 1) % 7 + 1))
    if "same" in words:
        return _on(base, -((base.weekday() - target) % 7))
    return _on(base, (target - base.weekday()) % 7 or 7)


def _unit(name: str) -> str:
    name = name.lower()
    return "century" if name.startswith("centur") else name.rstrip("s")


def period(unit: str, at: date, shift: int) -> Stretch | None:
    """The week, weekend, month, year … `shift` units after the one in which a day lies.

    >>> period("month", date(2025, 1, 31), 1).edtf
    '2025-02'
    """
    if unit == "week":
        return week(at + timedelta(days=7 * shift))
    if unit == "fortnight":
        return between(at, at + timedelta(days=14 * shift))
    if unit == "weekend":
        return weekend(at + timedelta(days=7 * shift))
    if unit == "month":
        return month(at.year, at.month + shift)
    if unit == "year":
        return year(at.year + shift)
    if unit == "decade":
        return decade(at.year // 10 * 10 + 10 * shift)
    if unit == "century":
        return century(at.year // 100 + 1 + shift)
    return day(at + shift * _DAY)


def _read_period(m: Match, setting: Setting) -> Reading | None:
    words, unit, at = " ".join(m["pre"].lower().split()), _unit(m["u"]), setting.reference
    if unit == "day":
        return None
    if re.match(
        r"the (following|next|previous|same|preceding|subsequent)|that|later (that|in the)|earlier (that|in the)",
        words,
    ):
        base = setting.last or setting.named
        if base is None or base.start is None:
            base = day(at) if at and "same" not in words and "that" not in words else None
        if base is None or base.start is None:
            return UNRESOLVED
        shift = (
            1
            if re.search("following|next|subsequent", words)
            else -1
            if re.search("previous|preceding", words)
            else 0
        )
        return Reading(period(unit, base.start, shift))
    if at is None:
        return UNRESOLVED
    if words in {"the past", "the last", "this past"} and unit != "weekend":
        return Reading(between(at - timedelta(days=UNIT_DAYS.get(unit, 30)), at))
    if words in {"the coming", "coming"} and unit != "weekend":
        return Reading(between(at + _DAY, at + timedelta(days=UNIT_DAYS.get(unit, 30))))
    shift = -1 if "last" in words or "previous" in words else 1 if "next" in words else 0
    if unit == "weekend":
        return Reading(_weekend(words, setting))
    found = period(unit, at, shift)
    if found is None or found.start is None or found.end is None:
        return UNRESOLVED
    if words.startswith("earlier"):
        found = between(found.start, at)
    elif words.startswith("later"):
        found = between(at, found.end)
    return Reading(found)


def _weekend(words: str, setting: Setting) -> Stretch | None:
    at = setting.reference
    if at is None:
        return None
    this = weekend(at)
    started = this.start is not None and this.start <= at
    if (
        "last" in words
        or "past" in words
        or (setting.side == "past" and "next" not in words and "this" not in words and "coming" not in words)
    ):
        return this if started and "last" not in words else weekend(at - timedelta(days=7))
    if "next" in words:
        return weekend(at + timedelta(days=7))
    if setting.side == "past" and not started:
        return weekend(at - timedelta(days=7))
    return this


def _read_bare_weekend(_: Match, setting: Setting) -> Reading:
    found = _weekend("", setting)
    return Reading(found) if found else UNRESOLVED


def _read_part_of_unit(m: Match, setting: Setting) -> Reading:
    unit, which = _unit(m["u"]), part_kind(m["part"])
    base = setting.reference
    if setting.chronicle and setting.last and setting.last.start:
        base = setting.last.start
    whole = period(unit, base, 0) if base else None
    return Reading(part(whole, which)) if whole and which and " " not in which else UNRESOLVED


def _shifted(base: date, unit: str, amount: float, sign: int) -> Stretch | None:
    """`amount` units before or after a day: a day for days and weeks, the month or year for longer units."""
    if unit in {"day", "week", "fortnight"}:
        return day(base + timedelta(days=sign * round(amount * UNIT_DAYS[unit])))
    if unit == "hour":
        return day(base + timedelta(days=sign * int(amount // 24)))
    if unit == "month":
        at = shift_months(base, sign * int(amount))
        return month(at.year, at.month) if amount >= 1 else day(base + timedelta(days=sign * 15))
    if unit == "year":
        return (
            year(base.year + sign * int(amount)) if amount >= 1 else month(base.year, base.month + 6 * sign)
        )
    if unit == "decade":
        return year(base.year + sign * int(10 * amount))
    return None


_VAGUE = re.compile(r"(?i)several|a\s+few|some|couple")


def _read_offset(m: Match, setting: Setting) -> Reading | None:
    unit, direction = _unit(m["u"]), m["dir"].lower()
    amount = _amount(m["n"])
    if unit == "minute" or (unit == "hour" and (amount or 0) < 24):
        return None
    if amount is None or unit == "century":
        return UNRESOLVED
    if direction == "ago":
        found = _shifted(setting.reference, unit, amount, -1) if setting.reference else None
        return Reading(found) if found else UNRESOLVED
    if direction in {"from now", "hence"}:
        found = _shifted(setting.reference, unit, amount, 1) if setting.reference else None
        return Reading(found) if found else UNRESOLVED
    sign = 1 if direction.startswith(("later", "after", "on")) else -1
    named = setting.named or (setting.last if unit in {"month", "year", "decade"} else None)
    base = (named.end if sign > 0 else named.start) if named else None
    if unit in {"month", "year"} and setting.last and setting.last.precision in {"month", "year"}:
        base = setting.last.start
    found = _shifted(base, unit, amount, sign) if base else None
    return Reading(found) if found else UNRESOLVED


def _amount(words: str) -> float | None:
    words = " ".join(words.lower().split())
    if words.startswith("half"):
        return 0.5
    return None if _VAGUE.search(words) else number(words)


def _read_neighbour_day(m: Match, setting: Setting) -> Reading | None:
    words = " ".join(m[0].lower().split())
    named = setting.named
    if named is None and setting.reference and not re.search(r"\b(after|following|next|later|same)\b", words):
        named = day(setting.reference)
    if named is None and setting.reference and setting.side == "future" and "same" not in words:
        named = day(setting.reference)
    if named is None or named.start is None or named.end is None:
        return UNRESOLVED
    if re.search(r"\b(before|previous|preceding|earlier)\b", words):
        return _on(named.start, -1)
    if re.search(r"\b(after|following|next|later)\b", words):
        return _on(named.end, 1)
    return Reading(named)


def _read_in(m: Match, setting: Setting) -> Reading | None:
    amount, unit, at = _amount(m["n"]), _unit(m["u"]), setting.reference
    if setting.side not in {"future", "infinitive"} or unit in {"minute", "hour", "century"}:
        return None
    found = _shifted(at, unit, amount, 1) if at and amount else None
    return Reading(found) if found else UNRESOLVED


def _read_within(m: Match, setting: Setting) -> Reading | None:
    amount, unit, at = _amount(m["n"]) if m["n"] else None, _unit(m["u"]), _base_ahead(setting)
    if unit in {"minute", "hour"} and not (unit == "hour" and (amount or 0) >= 24):
        return None
    if unit == "hour" and amount and at:
        return Reading(between(at, at + timedelta(days=round(amount / 24))))
    if m["n"] and amount and at and unit in UNIT_DAYS:
        return Reading(between(at, at + timedelta(days=round(amount * UNIT_DAYS[unit]))))
    return UNRESOLVED if m["n"] or not m["span"].endswith("s") else _read_coming(m, setting)


def _base_ahead(setting: Setting) -> date | None:
    """From which day "within a week", "the next days" count: that of the text, beside a past tense the day last named."""
    if setting.side != "past":
        return setting.reference
    return setting.named.end if setting.named else None


def _read_coming(m: Match, setting: Setting) -> Reading | None:
    unit, at = _unit(m["u"]), _base_ahead(setting)
    amount = _amount(m["n"]) if m["n"] else None
    if unit not in _COMING or at is None:
        return UNRESOLVED
    days = round(amount * UNIT_DAYS[unit]) if amount else _COMING[unit]
    return Reading(between(at + _DAY, at + timedelta(days=days)))


def _read_past_units(m: Match, setting: Setting) -> Reading | None:
    unit, at, amount = _unit(m["u"]), setting.reference, _amount(m["n"])
    if at is None or amount is None or unit not in UNIT_DAYS and unit != "hour":
        return UNRESOLVED
    days = round(amount * UNIT_DAYS[unit]) if unit != "hour" else max(round(amount / 24), 1)
    return Reading(between(at - timedelta(days=days), at))


def _read_clock(_: Match, setting: Setting) -> Reading:
    """A bare hour is one of the day last named that is not yet to come, or of the day of the text if none was."""
    if setting.clock:
        return Reading(day(setting.clock))
    return Reading(day(setting.reference)) if setting.reference else UNRESOLVED


_N = rf"(?P<n>{NUMBER}|(?i:several|a\s+few|some|a\s+couple\s+of))"
_NEAR_WORDS = (
    r"(?:(?i:just|only|barely|about|around|some|roughly|nearly|almost|less\s+than|more\s+than|over)\s+)?"
)
_NOT_AN_EVENT = r"(?!\s+(?:the|a|an|that|he|she|it\s+(?:was|is|had\s+(?!been))|it\s+[a-z]+ed|they|we|his|her|their|its|this|being|signing|talks|(?-i:[A-Z]\w*))\b)"

_OFFSET_TRIGGER = (
    r"(?i)\b(?:hours?|days?|weeks?|fortnights?|months?|years?|decades?)\s+"
    r"(?:ago|earlier|later|previously|beforehand|afterwards?|hence|from|before|after|prior)\b"
)

RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        "today",
        rf"\b(?i:(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow|(?:today|yesterday|tomorrow)(?:\s+{DAY_PART})?|"
        r"tonight|last\s+night|this\s+(?:very\s+)?(?:morning|afternoon|evening))\b(?!['’]s\s+(?:world|generation))",
        _read_today,
    ),
    rule(
        "overnight",
        rf"\b(?i:overnight)\b(?!\s+(?:on|to|into|from|between)\s+(?:{WEEKDAY}|\d))",
        _read_overnight,
    ),
    rule(
        "weekday",
        rf"\b(?:(?P<pre>(?i:last|next|this(?:\s+coming|\s+past)?|(?:the\s+)?(?:following|previous|preceding|same)))\s+)?"
        rf"(?P<wd>{WEEKDAY})(?!s)(?:\s+{DAY_PART})?(?:\s+(?:of\s+)?(?P<of>last|next|this)\s+week)?",
        _read_weekday,
    ),
    rule(
        "period",
        r"\b(?P<pre>(?i:(?:earlier\s+|later\s+|early\s+|late\s+)?(?:this|last|next)(?:\s+past|\s+coming)?|the\s+(?:past|coming|next|last|previous|"
        r"following|same|preceding|subsequent)|(?:earlier\s+|later\s+)?that(?:\s+same)?|coming|(?:later|earlier)\s+in\s+the))\s+"
        r"(?P<u>(?i:week|weekend|month|year|quarter|decade|century))\b(?!-)",
        _read_period,
    ),
    rule(
        "weekend",
        r"\b(?i:(?:at|over|on|during|before|after|of|by)\s+(?P<span>the\s+weekend))\b",
        _read_bare_weekend,
    ),
    rule(
        "part-of-unit",
        r"\b(?P<part>(?i:(?:the\s+)?(?:end|start|beginning|middle|turn))\s+of\s+the\s+)(?P<u>(?i:week|month|year|decade|century))\b(?!\s+\d)",
        _read_part_of_unit,
    ),
    rule(
        "units-end",
        r"\b(?:(?:this|the)\s+)?(?P<u>(?i:week|month|year))(?:['’]s\s+|-)(?P<part>(?i:end))\b",
        _read_part_of_unit,
    ),
    rule(
        "offset",
        rf"\b{_NEAR_WORDS}{_N}\s+(?i:{UNIT})\s+(?P<dir>(?i:ago|earlier|later|previously|beforehand|afterwards?|hence|from\s+now))\b(?!\s+than)",
        _read_offset,
        _OFFSET_TRIGGER,
    ),
    rule(
        "offset-before",
        rf"\b{_NEAR_WORDS}{_N}\s+(?i:{UNIT})\s+(?P<dir>(?i:before|after|prior))\b(?=\s*(?:[,.;:)]|$|\b(?:and|but|when|in|at|with)\b))",
        _read_offset,
        _OFFSET_TRIGGER,
    ),
    rule(
        "neighbour-day",
        r"\b(?i:(?:just\s+|only\s+)?(?:the\s+|a\s+)(?:day|night|evening)\s+(?:before|after|earlier|later)"
        + _NOT_AN_EVENT
        + r"|(?:early\s+)?the\s+(?:next|following|previous|preceding|same|very\s+next)\s+"
        r"(?:day|morning|evening|night|afternoon)|(?:the\s+)?(?:previous|following)\s+day|that\s+(?:same\s+|very\s+)?(?:day|morning|afternoon|evening|night)|(?:later\s+)?(?:the\s+)?same\s+(?:day|evening|night|morning|afternoon))\b",
        _read_neighbour_day,
    ),
    rule(
        "in",
        rf"\b(?i:in)\s+(?P<span>{_NEAR_WORDS}{_N}\s+(?i:{UNIT})(?:['’]\s*time)?)\b(?!\s+of\b)(?!-)",
        _read_in,
    ),
    rule(
        "within",
        rf"\b(?i:within)\s+(?P<span>(?:the\s+(?:next|coming)\s+)?{_NEAR_WORDS}(?:{_N}\s+)?(?i:{UNIT}))\b(?!\s+of\b)",
        _read_within,
    ),
    rule(
        "coming",
        rf"\b(?i:the\s+)?(?i:coming|next)\s+(?:{_N}\s+)?(?P<u>(?i:day|week|month|year))s\b",
        _read_coming,
    ),
    rule(
        "past-units",
        rf"\b(?i:in|over|during|within)\s+(?P<span>(?i:the\s+(?:past|last|previous))\s+{_N}\s+(?i:{UNIT}))\b",
        _read_past_units,
    ),
    rule("clock", CLOCK, _read_clock),
)
