"""Durations of truces, pauses, deadlines and transitions, in days: "30-day", "two to three weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from goodoffices.model.facts import Term
from goodoffices.model.words import Sentence
from goodoffices.resolve.terms.cues import TERM_NOUNS, TRUCE_NOUNS, speaks_of_truce
from goodoffices.resolve.terms.qualifiers import QUALIFIER, bounded
from goodoffices.resolve.times.numerals import FIGURE, WORD_NUMBER, number

_N = rf"(?:{FIGURE}|(?i:{WORD_NUMBER}))"
_UNIT = r"(?P<u>(?i:hour|day|week|fortnight|month|year))"
_DURATION = re.compile(
    rf"(?:(?P<q>{QUALIFIER})\s+)?(?<![\w.,$€£])(?:(?P<a>{_N})[-–\s]*(?:(?:[-–—]|\b(?:to|or|and)\b)\s*(?P<b>{_N}))?|(?P<one>(?i:an?(?:other)?|the(?=\s+(?:week|month)\s+of))\b))"
    rf"(?P<gap>[-–\s]+(?:(?i:more|further|additional|extra|full|consecutive|initial|entire)\s+)?){_UNIT}(?P<s>s?)(?![a-km-zA-Z])(?P<long>[-\s]?long\b)?"
    rf"|\b(?:(?P<u1>(?i:week|month|year|day|hour))-?long|(?P<u2>fortnight))\b"
)
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_REJECT_AFTER = re.compile(
    r"\s*(?:ago|earlier|later|previously|old\b|of\s+age|-old|olds?|in\s+(?:prison|captivity|custody|jail|detention|office|power)|"
    r"of\s+(?:\w+\s+)?(?:talks|negotiations|fighting|war|clashes|violence|conflict|consultations|mediation|discussions|captivity|detention|"
    r"discussion|meetings|diplomacy|shelling|bombardment|bloodshed|hostilities|battles|exile|rule|siege|occupation|protests|contacts|deadlock|shuttle|imprisonment)|imprisonment|"
    r"since|into|into\s+the|from\s+now)\b"
)
_COUNTED_FROM = re.compile(r"\s+(?:before|after)\b")
_FOR_BEFORE = re.compile(r"\b(?:for|by|within|another)\s+$")
_HOLDS_BEFORE = re.compile(
    r"(?:\b(?:within|for|by|of|lasts?|lasted|lasting|than|have|has|had|give[sn]?|gave|another|runs?|ran|took|take[sn]?|period|to|in|over|is|be|next|up|first)|[(:,—–-])\s*"
    r"(?:(?:the|its|his|a)\s+(?:next|following|coming|first)\s+|the\s+|only\s+|just\s+|about\s+|another\s+)?$",
    re.IGNORECASE,
)
_TALKS_BEFORE = re.compile(
    r"\b(?:talk(?:s|ed)|met|meet(?:ing)?s?|negotiat\w+|fought|spoke|spoken|held|detained|jailed|imprisoned|sentenced|ruled|visit\w*|summit|waited|lived|killed)"
    r"(?:\W+\w+){0,4}\W+(?:for|lasted|lasting|of)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """Character span of a phrase, its term, and where its head is to be looked for."""

    start: int
    end: int
    term: Term
    head_at: int


def durations(text: str, sentence: Sentence) -> list[Found]:
    """The durations in a sentence that can be terms.

    "two days of talks", "20-year-old", "three weeks ago" are none.
    """
    found = []
    for m in _DURATION.finditer(text, sentence.start, sentence.end):
        if not _is_term(text, sentence, m):
            continue
        unit = (m["u"] or m["u1"] or m["u2"]).lower()
        least = number(m["a"]) if m["a"] else 1.0
        if least is None:
            continue
        most = (number(m["b"]) if m["b"] else None) or least
        days = bounded((_in_days(least, unit), _in_days(most, unit)), m["q"])
        group = "u" if m["u"] else "u1" if m["u1"] else "u2"
        found.append(
            Found(
                m.start(),
                m.end(),
                Term(duration_days=days[0], qualifier=days[1] if m["q"] else None),
                m.start(group),
            )
        )
    return found


def _in_days(amount: float, unit: str) -> float:
    days = amount * _DAYS[unit]
    if abs(days - round(days)) < 0.005 and days > 0.5:
        return float(round(days))
    return float(f"{days:.2g}") if days < 1 else round(days, 2)


def _is_term(text: str, sentence: Sentence, m: re.Match[str]) -> bool:
    one = (m["one"] or "").lower()
    if one and "-" in m["gap"]:
        return False
    if _REJECT_AFTER.match(text, m.end()):
        return False
    if _COUNTED_FROM.match(text, m.end()) and not _FOR_BEFORE.search(text, sentence.start, m.start()):
        return False
    hyphened = bool(m["long"] or m["u1"]) or (
        m["u"] is not None and not m["s"] and not one and "-" in m["gap"].replace("–", "-")
    )
    if hyphened or (m["u"] and not m["s"] and not one and number(m["a"] or "1") != 1):
        return _modifies_term(sentence, m.end())
    if re.match(r"['’]\s+notice\b", text[m.end() : m.end() + 10]):
        return True
    following = text[m.end() : m.end() + 40]
    if re.match(r"\s+of\s+[\"“'‘]?(?:\w+\s+){0,2}(?:" + "|".join(sorted(TRUCE_NOUNS)) + ")", following, re.IGNORECASE):
        return True
    before = text[max(sentence.start, m.start() - 80) : m.start()]
    if re.search(r"\b(?:have|has|had|given|gave|gives|give)\s+(?:\w+\s+){0,3}$", before) and re.match(
        r"\s+to\s+[a-z]", following
    ):
        return True
    if one and not _FOR_BEFORE.search(before) and not re.search(r"\b(?:of|last\w*|than)\s+$", before):
        return False
    if _TALKS_BEFORE.search(before) or not (_HOLDS_BEFORE.search(before) or m["gap"].strip(" -–")):
        return False
    if re.search(r"more|additional|extra|further", m["gap"]) and re.search(
        r"\b(?:for|by)\s+(?:at\s+least\s+)?$", before
    ):
        return True
    if re.search(r"\bin\s+$", before) and not re.search(r"\b(?:will|would|to|must|shall|should)\b", before):
        return False
    return bool(re.search(r"\bwithin\s+$", before)) or speaks_of_truce(text[sentence.start : sentence.end])


def _modifies_term(sentence: Sentence, end: int) -> bool:
    """Whether one of the next nouns is a truce, deadline, extension …: "30-day unconditional ceasefire"."""
    for word in sentence.words:
        if word.start < end:
            continue
        if word.upos not in {"ADJ", "NOUN", "PROPN", "PUNCT", "ADV", "VERB", "NUM", "CCONJ"} or word.form in {
            ".",
            ";",
            ")",
        }:
            return False
        if word.lemma.lower().replace("cease-fire", "ceasefire") in TERM_NOUNS or word.form.lower().startswith(
            ("ceasefire", "cease")
        ):
            return True
    return False
