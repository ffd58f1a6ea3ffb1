"""All kinds at once: candidates, their facts, and what was considered and dropped."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.extract import experience
from goodoffices.extract.attribution import SpeechFrame, find_speech
from goodoffices.extract.confidence import SOUND, features, least, probability, surroundings
from goodoffices.extract.experience.weights import Weights
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.kinds import KINDS
from goodoffices.extract.realise import realise
from goodoffices.extract.realise.facts import Rejected
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Fact
from goodoffices.model.mentions import Annotated


@dataclass(frozen=True, slots=True)
class Kept:
    """A candidate and the fact it became, what is known of it (features), and how sure it is (0 to 1)."""

    candidate: Candidate
    fact: Fact
    features: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Found:
    """What extraction found in a document, and what it considered and dropped."""

    kept: tuple[Kept, ...]
    rejected: tuple[Rejected, ...]
    speech: tuple[SpeechFrame, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts in the order of the text; nothing is joined yet."""
        return tuple(one.fact for one in self.kept)


def find(annotated: Annotated, *, all_candidates: bool = False, learned: Weights | None = None) -> Found:
    """Find the facts of an annotated document, sentence by sentence.

    With `all_candidates` nothing is dropped for want of confidence, and `learned` takes the place of the installed
    experience (for those who learn the confidence).
    """
    clauses = Clauses(annotated)
    speech = find_speech(annotated)
    candidates = [candidate for kind in KINDS for candidate in kind.find(clauses, speech)]
    candidates += experience.find(clauses, [c for c in candidates if c.score >= SOUND], learned=learned)
    pairs, rejected = realise(clauses, candidates, speech)
    around = surroundings(candidates)
    kept, unsure = [], []
    for candidate, fact in pairs:
        names = features(clauses, candidate, fact, around)
        sure = probability(names, otherwise=candidate.score)
        needed = least(candidate)
        if all_candidates or sure >= needed:
            kept.append(Kept(candidate, fact, names, sure))
        else:
            unsure.append(Rejected(candidate, f"confidence {sure:.2f} is below {needed:.2f}"))
    return Found(tuple(kept), (*rejected, *unsure), speech)
