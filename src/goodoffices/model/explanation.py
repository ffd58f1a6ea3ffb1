"""Why a document yielded what it did: sentence by sentence, what was seen, decided, considered and dropped."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.model.document import Reading
from goodoffices.model.facts import Fact
from goodoffices.model.mentions import Mention
from goodoffices.model.words import Sentence


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate: the rule that saw it, what decided its status and source, and whether it was kept."""

    kind: str
    rule: str
    predicate: str
    """The word that triggered the rule, as written; `start` and `end` are its offsets in the text."""
    start: int
    end: int
    reading: str
    """What becomes of the predicate: done, planned, possible, cancelled …"""
    cues: tuple[str, ...]
    """The words that decided the reading, innermost first."""
    sources: tuple[str, ...]
    """Who says so, innermost first, each with the cue: "Okello (said)"."""
    confidence: float | None
    """Probability that an annotator would write the fact down; None where it was dropped before."""
    fact: Fact | None
    """The fact it became, before facts that tell the same were joined."""
    dropped: str | None
    """The reason why it became none."""


@dataclass(frozen=True, slots=True)
class SentenceExplained:
    """One sentence: its parse, its mentions, the frames of speech in it, the candidates considered."""

    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    speech: tuple[str, ...]
    considered: tuple[Considered, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reading of a document and how it came about."""

    reading: Reading
    sides: tuple[str, ...]
    third_parties: tuple[str, ...]
    sentences: tuple[SentenceExplained, ...]
