"""Whether a count is that of each side, of both together, or of one direction."""

from __future__ import annotations

import re
from typing import Literal

from goodoffices.model.words import Sentence, Word
from goodoffices.resolve.terms.phrases import category, comes_home, frees

Basis = Literal["per_side", "total", "one_way"]

_PER_SIDE = re.compile(
    r"\b(?:each|apiece|per\s+side|either\s+side|from\s+both(?:\s+sides)?|on\s+both\s+sides|by\s+both\s+sides"
    r"|both\s+(?:sides\s+)?(?:have|had))\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:in\s+all|in\s+total|a\s+total\s+of|altogether|combined|between\s+them)\b", re.IGNORECASE)
_BOTH_ACT = re.compile(
    r"\b(?:the\s+)?(?:(?:two|three|both|warring)\s+(?:sides|parties|delegations|countries|governments|neighbou?rs)"
    r"|parties|sides|delegations|they|both)\b"
    r"|\b[A-Z]\w+\s+and\s+(?:the\s+)?(?:[\w-]+\s+)?(?:[A-Z]\w+|rebels)\s+(?:\w+\s+){0,5}?"
    r"(?:exchang|swap|trad|releas|free)"
)
_SWAP = re.compile(r"\b(?:exchang\w*|swap\w*|trad(?:e|es|ed|ing)|releas\w*)\b", re.IGNORECASE)
_BEFORE, _AFTER = 60, 45
"""Characters around a count in which "each side", "in all" speak of it."""


def basis(text: str, sentence: Sentence, start: int, end: int, noun: Word | None) -> Basis | None:
    """The basis of a count told in `text[start:end]`; None for things and forces that go nowhere."""
    around = text[max(sentence.start, start - _BEFORE) : min(sentence.end, end + _AFTER)]
    if _PER_SIDE.search(around):
        return "per_side"
    if _TOTAL.search(around):
        return "total"
    kind = category(noun)
    if kind == "thing":
        return None
    if kind == "force" and not frees(sentence) and not comes_home(sentence, noun):
        return "total"
    return "one_way"


def both_free(text: str, sentence: Sentence, start: int) -> bool:
    """Whether both sides are told to free or swap before `start`: a number is that of both together."""
    before = text[sentence.start : start]
    return bool(_BOTH_ACT.search(before) and _SWAP.search(before))
