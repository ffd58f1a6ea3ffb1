"""Frames in the text, their factuality and their sources; no identities are decided here."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.extract.attribution import SpeechFrame, find_speech
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.kinds import KINDS
from goodoffices.extract.realise import realise
from goodoffices.extract.realise.facts import Rejected
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Fact
from goodoffices.model.mentions import Annotated


@dataclass(frozen=True, slots=True)
class Found:
    """What extraction found in a document, and what it considered and dropped."""

    facts: tuple[tuple[Candidate, Fact], ...]
    rejected: tuple[Rejected, ...]
    speech: tuple[SpeechFrame, ...]


def find(annotated: Annotated) -> Found:
    """Find the facts of an annotated document, sentence by sentence; nothing is joined yet."""
    clauses = Clauses(annotated)
    speech = find_speech(annotated)
    candidates = [candidate for kind in KINDS for candidate in kind.find(clauses, speech)]
    facts, rejected = realise(clauses, candidates, speech)
    return Found(facts, rejected, speech)
