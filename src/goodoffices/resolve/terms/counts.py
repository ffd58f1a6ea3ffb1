"""Counts of persons, bodies and things exchanged, deployed or limited, with bounds and basis."""

from __future__ import annotations

import re
from dataclasses import replace

from goodoffices.model.facts import Term
from goodoffices.model.words import Sentence
from goodoffices.resolve.terms.basis import basis, both_free
from goodoffices.resolve.terms.durations import Found
from goodoffices.resolve.terms.phrases import counted_noun, is_other, stands_alone
from goodoffices.resolve.terms.qualifiers import QUALIFIER, bounded
from goodoffices.resolve.times.numerals import FIGURE, WORD_NUMBER, number

_N = rf"(?:{FIGURE}|(?i:{WORD_NUMBER}))"
_COUNT = re.compile(
    rf"(?:\b(?<!hands )(?<!handed )(?<!hand )(?<!handing )(?P<q>{QUALIFIER})\s+(?:another\s+|an?\s+)?)?"
    rf"(?<![\w.$€£/–-])(?<!\d,)(?:(?P<both>between)\s+)?(?P<a>{_N})"
    rf"(?P<of>\s+of\s+(?:the(?:ir|\s+remaining)?|its|his)\s+{_N}\b(?=\s))?"
    rf"(?:(?P<to>\s*[-–—]\s*|\s+(?:to|or|and)\s+)(?P<b>{FIGURE}))?(?![\w%]|[.,/:]\d)"
)
_FOR = re.compile(
    rf"(?<![\w.,$€£/])(?P<a>{_N})[-\s](?:(?i:in\s+exchange)[-\s])?(?i:for|against)[-\s](?:some\s+|about\s+)?"
    rf"(?P<b>{_N})\b(?![.,]\d)(?!\s*(?:hours?|days?|weeks?|months?|years?)\b)"
)
_NOT_COUNT_BEFORE = re.compile(
    r"(?:[$€£#]|\b(?:[Rr]esolutions?|[Nn]o\.|[Aa]rticle|aged?|[Nn]umber|[Pp]hase|[Pp]oint|Group|Channel|[Ll]evel|[Dd]ay"
    r"|[Ss]tage|[Ww]eek|[Rr]ound|[Pp]art)\s+)$"
)
_NOT_COUNT_AFTER = re.compile(
    r"\s*(?:%|per\s?cent|percent|million|billion|bn\b|m\b|km|kilomet|miles|met(?:er|re)s|tonnes|tons|years?|months?"
    r"|weeks?|days?|hours?|minutes?|dollars|euros|pounds|rupees|a\.m|p\.m|GMT|degrees|rounds?|times|o['’]clock|-)"
)
_BODIES_OF = re.compile(r"\b(?:bodies|remains|corpses)\s+of\s+(?:\w+\s+)?$", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:limit(?:s|ed)?|cap(?:s|ped)?|ceiling|restrict\w*|maximum)\b[^.;,]{0,45}$", re.IGNORECASE)
_NATIONAL = re.compile(r"\b[A-Z]")
_YEAR = re.compile(r"(?:19|20)\d\d$")


def counts(text: str, sentence: Sentence, taken: set[int]) -> list[Found]:
    """The counts in a sentence that can be terms; words in `taken` belong to dates and durations."""
    found = _exchange_rates(text, sentence)
    used = {at for f in found for at in range(f.start, f.end)}
    for m in _COUNT.finditer(text, sentence.start, sentence.end):
        words = {w.index for w in sentence.words if w.start < m.end("a") and w.end > m.start("a")}
        if m.start("a") not in used and not words & taken:
            found += _count(text, sentence, m)
    return sorted(_of_both(text, sentence, found), key=lambda f: f.start)


def _of_both(text: str, sentence: Sentence, found: list[Found]) -> list[Found]:
    """A single number, or one told twice over, is that of both sides together where both free or swap."""
    if not found or not both_free(text, sentence, found[0].start):
        return found
    if found[0].term.count_basis != "one_way" or any(f.term.object for f in found[1:]):
        return found
    if _NATIONAL.search(found[0].term.object or ""):
        return found
    return [replace(f, term=replace(f.term, count_basis="total")) for f in found]


def _exchange_rates(text: str, sentence: Sentence) -> list[Found]:
    """ "1,000-for-1,000" is one count for each side, "225 for 150" are two counts."""
    found = []
    for m in _FOR.finditer(text, sentence.start, sentence.end):
        first, second = number(m["a"]), number(m["b"])
        if first is None or second is None or first == second == 1:
            continue
        if first == second:
            each = Term(count=(first, first), qualifier="exact", count_basis="per_side")
            found.append(Found(m.start(), m.end(), each, m.start("a")))
            continue
        for value, group in ((first, "a"), (second, "b")):
            one = Term(count=(value, value), qualifier="exact", count_basis="one_way")
            found.append(Found(m.start(group), m.end(group), one, m.start(group)))
    return found


def _count(text: str, sentence: Sentence, m: re.Match[str]) -> list[Found]:
    least, most, end = _bounds(m)
    if least is None or most < least or _NOT_COUNT_AFTER.match(text, end):
        return []
    if _NOT_COUNT_BEFORE.search(text, max(sentence.start, m.start() - 24), m.start("a")):
        return []
    last = max(w.index for w in sentence.words if w.start < (m.end("of") if m["of"] else end))
    noun = counted_noun(sentence, last + 1)
    if noun is None and _YEAR.match(m["a"]):
        return []
    if noun is None and not stands_alone(text, sentence, end, last, least, qualified=bool(m["q"])):
        return []
    if noun is not None and is_other(text, sentence, noun, least):
        return []
    limited = not m["q"] and _LIMIT.search(text, max(sentence.start, m.start() - 70), m.start())
    value, kind = bounded((least, most), "up to" if limited else m["q"])
    close = noun.end if noun else end
    term = Term(
        count=value,
        qualifier=None if m["both"] or (most != least and not m["q"]) else kind,
        count_basis=basis(text, sentence, m.start(), close, noun),
        object=_object(text, sentence, m.start(), text[end:close].strip()),
    )
    return [Found(m.start(), close, term, noun.start if noun else m.start("a"))]


def _bounds(m: re.Match[str]) -> tuple[float | None, float, int]:
    """Least, most, and where the number ends."""
    least = number(m["a"])
    if m["b"] and (m["to"].strip() != "and" or m["both"]):
        return least, number(m["b"]) or (least or 0), m.end()
    return least, least or 0, m.end("of") if m["of"] else m.end("a")


def _object(text: str, sentence: Sentence, start: int, phrase: str) -> str | None:
    """What is counted, in the words of the text; bodies where "the bodies of" comes before."""
    if _BODIES_OF.search(text, max(sentence.start, start - 24), start):
        return f"bodies of {phrase}" if phrase else "bodies"
    return phrase or None
