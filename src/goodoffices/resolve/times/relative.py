"""Time expressions that mean something only from another day: yesterday, Monday, two days later."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

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
from goodoffices.resolve.times.numerals import number
from goodoffices.resolve.times.rule import Match
from goodoffices.resolve.times.setting import UNRESOLVED, Reading, Setting, weekday
from goodoffices.resolve.times.wording import (
    UNIT_DAYS,
    part_kind,
    weekday_number,
)

_DAY = timedelta(days=1)
_COMING = {"day": 7, "week": 28, "month": 90, "year": 730}
"""How far "the coming days, weeks …" reach, in days."""


def _on(base: date | None, days: float = 0) -> Reading:
    return Reading(day(base + timedelta(days=days))) if base else UNRESOLVED


def read_today(m: Match, setting: Setting) -> Reading:
    words = " ".join(m[0].lower().split())
    shift = {
        "day before yesterday": -2,
        "day after tomorrow": 2,
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
    }
    return _on(setting.reference, next((n for cue, n in shift.items() if cue in words), 0))


def read_overnight(_: Match, setting: Setting) -> Reading:
    at = setting.reference
    if at is None:
        return UNRESOLVED
    if setting.side == "future":
        return Reading(between(at, at + _DAY))
    return Reading(between(at - _DAY, at))


def read_weekday(m: Match, setting: Setting) -> Reading | None:
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


def unit_of(name: str) -> str:
    """The unit in the singular."""
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


def read_period(m: Match, setting: Setting) -> Reading | None:
    words, unit, at = " ".join(m["pre"].lower().split()), unit_of(m["u"]), setting.reference
    if unit == "day":
        return None
    if _FROM_NAMED.match(words):
        return _read_named_period(words, unit, setting)
    if at is None:
        return UNRESOLVED
    if words in {"the past", "the last", "this past"} and unit != "weekend":
        return Reading(between(at - timedelta(days=UNIT_DAYS.get(unit, 30)), at))
    if words in {"the coming", "coming"} and unit != "weekend":
        return Reading(between(at + _DAY, at + timedelta(days=UNIT_DAYS.get(unit, 30))))
    if unit == "weekend":
        return Reading(_weekend(words, setting))
    shift = -1 if "last" in words or "previous" in words else 1 if "next" in words else 0
    found = period(unit, at, shift)
    if found and found.start and words.startswith("earlier"):
        found = between(found.start, at)
    elif found and found.end and words.startswith("later"):
        found = between(at, found.end)
    return Reading(found)


_FROM_NAMED = re.compile(r"the (following|next|previous|same|preceding|subsequent)|that|(later|earlier) (that|in the)")


def _read_named_period(words: str, unit: str, setting: Setting) -> Reading:
    """ "The following month", "that year": from the stretch last named."""
    base = setting.last.start if setting.last else None
    if base is None and not re.search("same|that", words):
        base = setting.reference
    if base is None:
        return UNRESOLVED
    shift = bool(re.search("following|next|subsequent", words)) - bool(re.search("previous|preceding", words))
    return Reading(period(unit, base, shift))


def _weekend(words: str, setting: Setting) -> Stretch | None:
    at = setting.reference
    if at is None:
        return None
    this = weekend(at)
    started = this.start is not None and this.start <= at
    if re.search("last|past", words) or (setting.side == "past" and not re.search("next|this|coming", words)):
        return this if started and "last" not in words else weekend(at - timedelta(days=7))
    if "next" in words:
        return weekend(at + timedelta(days=7))
    if setting.side == "past" and not started:
        return weekend(at - timedelta(days=7))
    return this


def read_bare_weekend(_: Match, setting: Setting) -> Reading:
    found = _weekend("", setting)
    return Reading(found) if found else UNRESOLVED


def read_part_of_unit(m: Match, setting: Setting) -> Reading:
    unit, which = unit_of(m["u"]), part_kind(m["part"])
    base = setting.reference
    if setting.chronicle and setting.last and setting.last.start:
        base = setting.last.start
    whole = period(unit, base, 0) if base else None
    return Reading(part(whole, which)) if whole and which and " " not in which else UNRESOLVED


def shifted(base: date, unit: str, amount: float, sign: int) -> Stretch | None:
    """`amount` units before or after a day: a day for days and weeks, the month or year for longer units."""
    if unit in {"day", "week", "fortnight"}:
        return day(base + timedelta(days=sign * round(amount * UNIT_DAYS[unit])))
    if unit == "hour":
        return day(base + timedelta(days=sign * int(amount // 24)))
    if unit == "month":
        at = shift_months(base, sign * int(amount))
        return month(at.year, at.month) if amount >= 1 else day(base + timedelta(days=sign * 15))
    if unit == "year":
        if amount < 1:
            return month(base.year, base.month + 6 * sign)
        return _year(base.year + sign * int(amount))
    if unit == "decade":
        return _year(base.year + sign * int(10 * amount))
    return None


def _year(number_of_year: int) -> Stretch | None:
    return year(number_of_year) if MINYEAR <= number_of_year < MAXYEAR else None


_VAGUE = re.compile(r"(?i)several|a\s+few|some|couple")


def read_offset(m: Match, setting: Setting) -> Reading | None:
    unit, direction = unit_of(m["u"]), m["dir"].lower()
    amount = amount_of(m["n"])
    if unit == "minute" or (unit == "hour" and (amount or 0) < 24):
        return None
    if amount is None or unit == "century":
        return UNRESOLVED
    if direction == "ago":
        found = shifted(setting.reference, unit, amount, -1) if setting.reference else None
        return Reading(found) if found else UNRESOLVED
    if direction in {"from now", "hence"}:
        found = shifted(setting.reference, unit, amount, 1) if setting.reference else None
        return Reading(found) if found else UNRESOLVED
    sign = 1 if direction.startswith(("later", "after", "on")) else -1
    named = setting.named or (setting.last if unit in {"month", "year", "decade"} else None)
    base = (named.end if sign > 0 else named.start) if named else None
    if unit in {"month", "year"} and setting.last and setting.last.precision in {"month", "year"}:
        base = setting.last.start
    found = shifted(base, unit, amount, sign) if base else None
    return Reading(found) if found else UNRESOLVED


_MOST = 1500
"""No expression of so many units or more is resolved: "35,000 years ago" names no date."""


def amount_of(words: str) -> float | None:
    """How many: "two", "half a"; None for "several" and for more than any calendar holds."""
    words = " ".join(words.lower().split())
    if words.startswith("half"):
        return 0.5
    amount = None if _VAGUE.search(words) else number(words)
    return amount if amount is not None and amount < _MOST else None


def read_neighbour_day(m: Match, setting: Setting) -> Reading | None:
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


def read_in(m: Match, setting: Setting) -> Reading | None:
    amount, unit, at = amount_of(m["n"]), unit_of(m["u"]), setting.reference
    if setting.side not in {"future", "infinitive"} or unit in {"minute", "hour", "century"}:
        return None
    found = shifted(at, unit, amount, 1) if at and amount else None
    return Reading(found) if found else UNRESOLVED


def read_within(m: Match, setting: Setting) -> Reading | None:
    amount, unit, at = amount_of(m["n"]) if m["n"] else None, unit_of(m["u"]), _base_ahead(setting)
    if unit in {"minute", "hour"} and not (unit == "hour" and (amount or 0) >= 24):
        return None
    if unit == "hour" and amount and at:
        return Reading(between(at, at + timedelta(days=round(amount / 24))))
    if m["n"] and amount and at and unit in UNIT_DAYS:
        return Reading(between(at, at + timedelta(days=round(amount * UNIT_DAYS[unit]))))
    return UNRESOLVED if m["n"] or not m["span"].endswith("s") else read_coming(m, setting)


def _base_ahead(setting: Setting) -> date | None:
    """From which day "within a week" counts: that of the text, beside a past tense the day last named."""
    if setting.side != "past":
        return setting.reference
    return setting.named.end if setting.named else None


def read_coming(m: Match, setting: Setting) -> Reading | None:
    unit, at = unit_of(m["u"]), _base_ahead(setting)
    amount = amount_of(m["n"]) if m["n"] else None
    if unit not in _COMING or at is None:
        return UNRESOLVED
    days = round(amount * UNIT_DAYS[unit]) if amount else _COMING[unit]
    return Reading(between(at + _DAY, at + timedelta(days=days)))


def read_past_units(m: Match, setting: Setting) -> Reading | None:
    unit, at, amount = unit_of(m["u"]), setting.reference, amount_of(m["n"])
    if at is None or amount is None or (unit not in UNIT_DAYS and unit != "hour"):
        return UNRESOLVED
    days = round(amount * UNIT_DAYS[unit]) if unit != "hour" else max(round(amount / 24), 1)
    return Reading(between(at - timedelta(days=days), at))


def read_clock(_: Match, setting: Setting) -> Reading:
    """A bare hour is one of the last day named that is not yet to come, else of the day of the text."""
    if setting.clock:
        return Reading(day(setting.clock))
    return Reading(day(setting.reference)) if setting.reference else UNRESOLVED
