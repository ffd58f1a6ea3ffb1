"""Counts of persons, bodies and things exchanged, deployed or limited, with bounds and basis."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from goodoffices.model.facts import Term
from goodoffices.model.words import ROOT, Sentence, Word
from goodoffices.resolve.terms.cues import (
    CASUALTY,
    EXCHANGE,
    counted_nouns,
    followed_by_casualty,
)
from goodoffices.resolve.terms.durations import Found
from goodoffices.resolve.terms.qualifiers import QUALIFIER, bounded
from goodoffices.resolve.times.lemmas import lemmas
from goodoffices.resolve.times.numerals import FIGURE, WORD_NUMBER, number

Basis = Literal["per_side", "total", "one_way"]

_N = rf"(?:{FIGURE}|(?i:{WORD_NUMBER}))"
_COUNT = re.compile(
    rf"(?:\b(?P<q>{QUALIFIER})\s+(?:another\s+|the\s+|an?\s+)?)?(?<![\w.$€£/–-])(?<!\d,)(?:(?P<both>between)\s+)?(?P<a>{_N})"
    rf"(?P<of>\s+of\s+(?:the(?:ir|\s+remaining)?|its|his)\s+(?:{FIGURE}|(?i:{WORD_NUMBER}))\b(?=\s))?(?:(?P<to>\s*[-–—]\s*|\s+(?:to|or|and)\s+)(?P<b>{FIGURE}))?(?![\w%]|[.,/:]\d)"
)
_FOR = re.compile(
    rf"(?<![\w.,$€£/])(?P<a>{_N})[-\s](?:(?i:in\s+exchange)[-\s])?(?i:for|against)[-\s](?:some\s+|about\s+)?(?P<b>{_N})\b(?![.,]\d)(?!\s*(?:hours?|days?|weeks?|months?|years?)\b)"
)
_NOT_COUNT_BEFORE = re.compile(
    r"(?:[$€£#]|\b(?:[Rr]esolutions?|[Nn]o\.|[Aa]rticle|aged?|[Nn]umber|[Pp]hase|[Pp]oint|Group|Channel|[Ll]evel)\s+)$"
)
_NOT_COUNT_AFTER = re.compile(
    r"\s*(?:%|per\s?cent|percent|million|billion|bn\b|m\b|km|kilomet|miles|met(?:er|re)s|tonnes|tons|years?|months?|weeks?|days?|hours?|minutes?|dollars|"
    r"euros|pounds|rupees|a\.m|p\.m|GMT|degrees|rounds?|times|o['’]clock|-)"
)
_PER_SIDE = re.compile(
    r"\b(?:each|apiece|per\s+side|either\s+side|from\s+both(?:\s+sides)?|on\s+both\s+sides|both\s+(?:sides\s+)?(?:have|had)|by\s+both\s+sides)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in\s+all|in\s+total|a\s+total\s+of|altogether|combined|between\s+them)\b", re.IGNORECASE
)
_BOTH_ACT = re.compile(
    r"\b(?:the\s+)?(?:(?:two|three|both|warring)\s+(?:sides|parties|delegations|countries|governments|neighbours|neighbors)|parties|sides|delegations|they|both)\b|"
    r"\b[A-Z]\w+\s+and\s+(?:the\s+)?(?:[\w-]+\s+)?(?:[A-Z]\w+|rebels)\s+(?:\w+\s+){0,5}?(?:exchang|swap|trad|releas|free)"
)
_ALONE_AFTER = re.compile(
    r"\s+(?:of\s+(?:them|whom)|each|apiece|from\s+(?:each|either)|on\s+(?:each|either)|in\s+all|for\s+the\s+whole|others?\b|more\s+(?:were|have|had|will|are))\b"
)
_SWAP = re.compile(r"\b(?:exchang\w*|swap\w*|trad(?:e|es|ed|ing))\b", re.IGNORECASE)
_BODIES_OF = re.compile(r"\b(?:bodies|remains|corpses)\s+of\s+(?:\w+\s+)?$", re.IGNORECASE)
_DEMONYM = re.compile(r"[A-Z]\w+(?:s|ese|ish|men|i)$")
_LIMIT = re.compile(r"\b(?:limit|cap|ceiling|restrict|maximum)\w*\b[^.;,]{0,45}$", re.IGNORECASE)
_CAPTIVE = lemmas("captive")
_COMES_HOME = frozenset({"set", "leave", "go", "come", "cross", "arrive", "walk", "make", "be"})
_NO_PEOPLE = lemmas("no-people")
_FEW = 2
"""Up to this number persons are counted only beside a word of freeing or handing over."""


def counts(text: str, sentence: Sentence, taken: set[int]) -> list[Found]:
    """The counts in a sentence that can be terms; words in `taken` belong to dates and durations."""
    found = _exchange_rates(text, sentence)
    used = {at for f in found for at in range(f.start, f.end)}
    for m in _COUNT.finditer(text, sentence.start, sentence.end):
        if m.start("a") in used or any(
            w.index in taken for w in sentence.words if w.start < m.end() and w.end > m.start("a")
        ):
            continue
        one = _count(text, sentence, m)
        if one is not None:
            found.append(one)
    if (
        len(found) == 1
        and found[0].term.count_basis == "one_way"
        and _both_free(text[sentence.start : found[0].start])
    ):
        found = [replace(found[0], term=replace(found[0].term, count_basis="total"))]
    return sorted(found, key=lambda f: f.start)


def _both_free(before: str) -> bool:
    """Whether both sides are told to free or swap, so that a single number is that of both together."""
    return bool(_BOTH_ACT.search(before) and (_SWAP.search(before) or re.search(r"\breleas", before)))


def _exchange_rates(text: str, sentence: Sentence) -> list[Found]:
    """ "1,000-for-1,000" is one count for each side, "225 for 150" are two counts."""
    found = []
    for m in _FOR.finditer(text, sentence.start, sentence.end):
        first, second = number(m["a"]), number(m["b"])
        if first is None or second is None or (first == 1 and second == 1 and "one-for-one" in m[0].lower()):
            continue
        if first == second:
            found.append(
                Found(
                    m.start(),
                    m.end(),
                    Term(count=(first, first), qualifier="exact", count_basis="per_side"),
                    m.start("a"),
                )
            )
            continue
        for value, group in ((first, "a"), (second, "b")):
            found.append(
                Found(
                    m.start(group),
                    m.end(group),
                    Term(count=(value, value), qualifier="exact", count_basis="one_way"),
                    m.start(group),
                )
            )
    return found


def _count(text: str, sentence: Sentence, m: re.Match[str]) -> Found | None:
    least = number(m["a"])
    if least is None or _NOT_COUNT_BEFORE.search(text, max(sentence.start, m.start() - 24), m.start("a")):
        return None
    end, most = m.end(), least
    if m["b"] and (m["to"].strip() != "and" or m["both"]):
        most = number(m["b"]) or least
    elif m["b"]:
        end = m.end("a")
    if _NOT_COUNT_AFTER.match(text, end) or most < least:
        return None
    last = max((w.index for w in sentence.words if w.start < end), default=0)
    if m["of"]:
        last = max(w.index for w in sentence.words if w.start < m.end("of"))
    noun = _counted(sentence, last + 1)
    if noun is None and not _stands_alone(text, sentence, m, last, least):
        return None
    end_of_phrase = noun.end if noun else end
    if noun is not None and _is_other(text, sentence, noun, least):
        return None
    limited = not m["q"] and _LIMIT.search(text, max(sentence.start, m.start() - 70), m.start())
    value, kind = bounded((least, most), "up to" if limited else m["q"])
    basis = _basis(text, sentence, m.start(), end_of_phrase, noun)
    plain = None if m["both"] or (most != least and not m["q"]) else kind
    object_ = text[end:end_of_phrase].strip() if noun else None
    if _BODIES_OF.search(text, max(sentence.start, m.start() - 24), m.start()):
        object_ = f"bodies of {object_}" if object_ else "bodies"
    term = Term(count=value, qualifier=plain, count_basis=basis, object=object_)
    return Found(m.start(), end_of_phrase, term, noun.start if noun else m.start("a"))


def _counted(sentence: Sentence, first: int) -> Word | None:
    """The noun counted by a number that ends before word `first`; None where its number is no term."""
    best: Word | None = None
    nouns = counted_nouns()
    for word in sentence.words[first : first + 7]:
        lemma = word.lemma.lower()
        listed = (
            lemma in nouns
            or word.form.lower() in nouns
            or (lemma == "point" and sentence.words[word.index - 1].lemma == "crossing")
        )
        if word.upos in {"NOUN", "PROPN"} or listed:
            if listed or _is_people(word):
                best = word
                continue
            if best is not None and word.index == best.index + 1 and word.feats.get("Number") == "Plur":
                return None
            if best is not None:
                return best
        elif word.upos in {"ADJ", "DET", "ADV"} or (
            word.upos == "VERB" and word.feats.get("VerbForm") in {"Part", "Ger"} and best is None
        ):
            if (
                word.upos == "ADJ"
                and _DEMONYM.match(word.form)
                and best is None
                and word.form.endswith(("s", "ese", "men"))
            ):
                best = word
        elif word.form in {"-", "of", "the", "more", "and", ","} and (
            best is None or (best.upos == "ADJ" and word.form == "and")
        ):
            continue
        else:
            break
    return best


def _is_people(word: Word) -> bool:
    """A name of people in the plural: Palestinians, Houthis, Lebanese."""
    if word.form.lower() in _NO_PEOPLE or not word.form[0].isupper():
        return False
    return word.feats.get("Number") == "Plur" or (word.upos == "PROPN" and bool(_DEMONYM.match(word.form)))


def _stands_alone(text: str, sentence: Sentence, m: re.Match[str], last: int, value: float) -> bool:
    """Whether a bare number is what is freed or returned: "releasing 70 yesterday", "303 each"."""
    if value <= _FEW or (m["a"].isdigit() and len(m["a"]) == 4 and m["a"][:2] in {"19", "20"}):
        return False
    if followed_by_casualty(text, m.end()) or followed_by_casualty(text, m.end(), after=r"\s+others?"):
        return False
    if _ALONE_AFTER.match(text, m.end("b") if m["b"] else m.end("a")):
        return True
    word = sentence.words[last]
    if word.head == ROOT or word.deprel in {"nummod", "compound", "flat"}:
        return False
    above = sentence.words[word.head]
    if word.deprel.partition(":")[0] not in {"obj", "nsubj", "conj"}:
        return False
    return above.lemma.lower() in EXCHANGE or (above.lemma.lower() in _COMES_HOME and _frees(sentence))


def _is_other(text: str, sentence: Sentence, noun: Word, value: float) -> bool:
    """Casualties, captures, and persons in a sentence that frees nobody."""
    category = counted_nouns().get(noun.lemma.lower(), "person")
    if category == "remains":
        return False
    if followed_by_casualty(text, noun.end) and not re.search(
        r"\b(?:bodies|remains|corpses)\s+of\b", text[sentence.start : noun.start]
    ):
        return True
    if noun.head != ROOT:
        above = sentence.words[noun.head]
        if above.lemma.lower() in CASUALTY and noun.deprel.partition(":")[0] in {"obj", "nsubj"}:
            return True
    if noun.lemma.lower() in _CAPTIVE:
        return False
    if noun.lemma.lower() == "point":
        return False
    return (value <= _FEW or category == "person") and not _frees(sentence) and not _is_people(noun)


def _frees(sentence: Sentence) -> bool:
    return any(word.lemma.lower() in EXCHANGE for word in sentence.words)


def _basis(text: str, sentence: Sentence, start: int, end: int, noun: Word | None) -> Basis | None:
    around = text[max(sentence.start, start - 60) : min(sentence.end, end + 45)]
    if _PER_SIDE.search(around):
        return "per_side"
    if _TOTAL.search(around):
        return "total"
    category = counted_nouns().get(noun.lemma.lower(), "person") if noun is not None else "person"
    if category == "thing" or (noun is not None and noun.lemma.lower() == "point"):
        return None
    if category == "force" and not _frees(sentence):
        return "total"
    return "one_way"
