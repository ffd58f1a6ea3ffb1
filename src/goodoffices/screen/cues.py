"""Cue words: what a report is about, by its words (`vocabulary/relevance.csv`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from goodoffices.vocabulary.tables import rows

CONFLICT = "conflict"
_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|[.!?:;\n]")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem by which words are compared: lower case, without possessive, plural, -ed, -ing and final e.

    >>> [stem(w) for w in ("ceasefires", "negotiated", "Talks", "parties", "Union's")]
    ['ceasefir', 'negotiat', 'talk', 'party', 'union']
    """
    word = word.lower().replace("\u2019", "'").removesuffix("'s")
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


def tokens(text: str) -> Iterator[str]:
    """The words of a text, and the marks that end a sentence or clause."""
    return (found[0] for found in _TOKEN.finditer(text))


@cache
def cues() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """The cues by their first stem, longest first: stems, term, field."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    path = Path(str(resources.files("goodoffices.vocabulary") / "relevance.csv"))
    for row in rows(path, ("term", "field"), needed=("term", "field")):
        key = tuple(stem(word) for word in tokens(row["term"]))
        found.setdefault(key[0], []).append((key, row["term"], row["field"]))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[1]))) for first, entries in found.items()}


@dataclass(frozen=True, slots=True)
class Fields:
    """How often the cues of each field stand in a text, and its length in words."""

    terms: dict[str, Counter[str]]
    length: int

    def count(self, field: str) -> int:
        """How many cues of a field there are, repeated ones counted again."""
        return self.terms[field].total() if field in self.terms else 0

    def weight(self, field: str) -> int:
        """How many different cues of a field there are; a cue of three or more words weighs as two."""
        return sum(1 + (term.count(" ") > 1) for term in self.terms.get(field, ()))

    def strongest(self) -> str | None:
        """The field other than conflict that weighs most; None where none has any cue."""
        others = sorted(field for field in self.terms if field != CONFLICT)
        return max(others, key=lambda field: (self.weight(field), self.count(field)), default=None)


def fields(text: str) -> Fields:
    """The cues in a text. A single word that is part of a name ("European Union", "Arab League") is none."""
    words = list(tokens(text))
    stems = [stem(word) for word in words]
    index = cues()
    terms: dict[str, Counter[str]] = {}
    at = 0
    while at < len(words):
        step = 1
        for key, term, field in index.get(stems[at], ()):
            if tuple(stems[at : at + len(key)]) == key and not (len(key) == 1 and _in_name(words, at)):
                terms.setdefault(field, Counter())[term] += 1
                step = len(key)
                break
        at += step
    return Fields(terms, sum(word[0].isalpha() for word in words))


def _in_name(words: list[str], at: int) -> bool:
    """Whether a word is capitalised though it begins no sentence."""
    return words[at][0].isupper() and at > 0 and words[at - 1][0].isalpha()
