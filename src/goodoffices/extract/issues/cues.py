"""Cue words of the issues: which of them stand in a stretch of words, and for which codes they speak.

The cues are data (`vocabulary/issues.csv`): a term of one or several words, an issue code, and a weight
in 0..1 for how surely the term alone tells the issue. Words and terms are compared by stem, so that
neither an inflected form nor a lemma that the parser got wrong loses a cue; hyphens count as spaces.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

from goodoffices.extract.issues.codes import CODES

COLUMNS = ["term", "code", "weight", "note"]


@dataclass(frozen=True, slots=True)
class Hits:
    """What the cues of a stretch of words say: for each code the sum and the highest of the weights, and the terms."""

    total: dict[str, float] = field(default_factory=dict)
    highest: dict[str, float] = field(default_factory=dict)
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)


Entry = tuple[tuple[str, ...], str, tuple[tuple[str, float], ...]]
"""A cue: its stems, its term as written, and its codes with their weights."""


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem by which words are compared: lower case, without plural, -ed, -ing and final e.

    >>> [stem(w) for w in ("ceasefires", "released", "releasing", "swapped", "bodies", "crisis", "talks")]
    ['ceasefir', 'releas', 'releas', 'swap', 'body', 'crisis', 'talk']
    """
    word = word.lower().removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and any(letter in "aeiouy" for letter in rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "ls" else rest
            break
    return word.removesuffix("e") if len(word) > 3 else word


def stems(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of words; hyphenated words count as several, punctuation is left out.

    >>> stems(["Cease-fire", "talks", ",", "2"])
    ('ceas', 'fir', 'talk', '2')
    """
    return _stems(tuple(words))


@lru_cache(maxsize=256)
def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem(part) for word in words for part in _parts(word))


@lru_cache(maxsize=50_000)
def _parts(word: str) -> tuple[str, ...]:
    for dash in "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}":
        word = word.replace(dash, "-")
    return tuple(part for part in word.split("-") if any(letter.isalnum() for letter in part))


@cache
def cues() -> dict[str, tuple[Entry, ...]]:
    """The cues by their first stem, longest first; an error names the line that is wrong."""
    path = resources.files("goodoffices.vocabulary") / "issues.csv"
    grouped: dict[tuple[str, ...], tuple[str, dict[str, float]]] = {}
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    if rows.fieldnames != COLUMNS:
        raise ValueError(f"issues.csv:1: columns are {rows.fieldnames}, wanted {COLUMNS}")
    for number, row in enumerate(rows, start=2):
        key = stems(row["term"].split())
        if row["code"] not in CODES or not key or not 0 < float(row["weight"]) <= 1:
            raise ValueError(f"issues.csv:{number}: no such code, no term, or weight outside 0..1: {row}")
        weights = grouped.setdefault(key, (row["term"], {}))[1]
        weights[row["code"]] = max(weights.get(row["code"], 0.0), float(row["weight"]))
    index: dict[str, list[Entry]] = {}
    for key, (term, weights) in grouped.items():
        index.setdefault(key[0], []).append((key, term, tuple(sorted(weights.items()))))
    return {
        first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[0]))) for first, entries in index.items()
    }


def hits(words: Sequence[str]) -> Hits:
    """The cues in a stretch of stems; the longest cue at a place wins, and each cue counts once.

    >>> sorted(hits(stems(["the", "nuclear", "power", "plant"])).total)
    ['NPP']
    """
    return _hits(tuple(words))


@lru_cache(maxsize=512)
def _hits(words: tuple[str, ...]) -> Hits:
    index = cues()
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    at = 0
    while at < len(words):
        step = 1
        for key, term, weights in index.get(words[at], ()):
            if words[at : at + len(key)] == key:
                found.setdefault(term, weights)
                step = len(key)
                break
        at += step
    total: dict[str, float] = {}
    highest: dict[str, float] = {}
    terms: dict[str, tuple[str, ...]] = {}
    for term, weights in found.items():
        for code, weight in weights:
            total[code] = total.get(code, 0.0) + weight
            highest[code] = max(highest.get(code, 0.0), weight)
            terms[code] = (*terms.get(code, ()), term)
    return Hits(total, highest, terms)
