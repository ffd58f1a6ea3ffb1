"""What the parser yields: words with offsets, tags, heads and names.

All offsets (`start`, `end`) are character offsets into the stored text of the
document, end exclusive: ``text[word.start:word.end] == word.form``, always.
All word numbers (`index`, `head`, `first`, `last`) count within the sentence from 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ROOT = -1
"""The `head` of a sentence's root word."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word with its tag, features and head (Universal Dependencies v2, English)."""

    index: int
    start: int
    end: int
    form: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: words `first` to `last`, both inclusive; `label` is PER, ORG or LOC."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the document, its span in the text, its words and names."""

    index: int
    start: int
    end: int
    words: tuple[Word, ...]
    names: tuple[NameSpan, ...] = ()
    children: tuple[tuple[int, ...], ...] = field(default=(), repr=False)
    """For each word the numbers of its dependents, left to right."""

    def root(self) -> Word:
        """The word on which all others hang."""
        return next(word for word in self.words if word.head == ROOT)
