"""All kinds at once: candidates, their facts, and what was considered and dropped."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.extract import experience
from goodoffices.extract.attribution import SpeechFrame, find_speech
from goodoffices.extract.confidence import features, probability, threshold
from goodoffices.extract.experience.weights import Weights
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.kinds import KINDS
from goodoffices.extract.realise import realise
from goodoffices.extract.realise.facts import Rejected
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Fact
from goodoffices.model.mentions import Annotated


SOUND = 0.5
"""Candidates with at least this score by their rule keep experience from speaking of the same clause."""


@dataclass(frozen=True, slots=True)
class Found:
    """What extraction found in a document, and what it considered and dropped."""

    facts: tuple[tuple[Candidate, Fact], ...]
    rejected: tuple[Rejected, ...]
    speech: tuple[SpeechFrame, ...]


def find(annotated: Annotated, *, all_candidates: bool = False, learned: Weights | None = None) -> Found:
    """Find the facts of an annotated document, sentence by sentence; nothing is joined yet.

    With `all_candidates` nothing is dropped for want of confidence, and `learned` takes the place of the installed
    experience (for those who learn the confidence).
    """
    clauses = Clauses(annotated)
    speech = find_speech(annotated)
    candidates = [candidate for kind in KINDS for candidate in kind.find(clauses, speech)]
    candidates += experience.find(clauses, [c for c in candidates if c.score >= SOUND], learned=learned)
    pairs, rejected = realise(clauses, candidates, speech)
    if all_candidates:
        return Found(pairs, rejected, speech)
    kept, unsure = [], []
    for candidate, fact in pairs:
        sure = probability(features(clauses, candidate, fact), otherwise=candidate.score)
        if sure >= threshold(fact.kind.value):
            kept.append((candidate, fact))
        else:
            unsure.append(Rejected(candidate, f"confidence {sure:.2f} is below {threshold(fact.kind.value):.2f}"))
    return Found(tuple(kept), (*rejected, *unsure), speech)
