"""Bounds: "at least", "up to", "some" before a number, and the range that they make of it."""

from __future__ import annotations

import re
from typing import Literal

from goodoffices.model.facts import Range

Qualifier = Literal["exact", "at_least", "at_most", "about"]

_CUES: dict[Qualifier, tuple[str, ...]] = {
    "at_least": (
        "at least",
        "no fewer than",
        "no less than",
        "not less than",
        "more than",
        "over",
        "upwards of",
        "a minimum of",
        "in excess of",
        "well over",
        "above",
    ),
    "at_most": (
        "up to",
        "no more than",
        "not more than",
        "at most",
        "fewer than",
        "less than",
        "under",
        "below",
        "a maximum of",
        "as many as",
        "a ceiling of",
    ),
    "about": (
        "some",
        "about",
        "around",
        "roughly",
        "approximately",
        "nearly",
        "almost",
        "close to",
        "an estimated",
        "just over",
        "just under",
        "circa",
    ),
    "exact": ("exactly", "precisely"),
}
QUALIFIER = (
    "(?i:"
    + "|".join(
        re.escape(cue).replace("\\ ", r"\s+")
        for cue in sorted((c for cues in _CUES.values() for c in cues), key=len, reverse=True)
    )
    + ")"
)


def qualifier(words: str | None) -> Qualifier:
    """What a cue does to a number; "exact" where there is none.

    >>> qualifier("no more than"), qualifier("some"), qualifier(None)
    ('at_most', 'about', 'exact')
    """
    cue = " ".join((words or "").lower().split())
    return next((kind for kind, cues in _CUES.items() if cue in cues), "exact")


def bounded(value: tuple[float, float], words: str | None) -> tuple[Range, Qualifier]:
    """A range with open bounds where the cue opens them.

    >>> bounded((1000, 1000), "at least")
    ((1000, None), 'at_least')
    """
    kind = qualifier(words)
    if kind == "at_least":
        return (value[0], None), kind
    if kind == "at_most":
        return (None, value[1]), kind
    return value, kind
