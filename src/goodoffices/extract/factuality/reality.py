"""What becomes of a thing: its own form first, then every word that it depends on, up to its source."""

from __future__ import annotations

from typing import NamedTuple

from goodoffices.extract.factuality.cues import FACT, NEGATIVE, Reading, cues
from goodoffices.extract.factuality.governors import governor_of
from goodoffices.extract.factuality.own import is_settled, own_reading
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import Annotated, WordRef

__all__ = ["Reading", "Verdict", "read", "reality_of"]
_MAX_STEPS = 6


class Verdict(NamedTuple):
    """A reading with the words that decided it, outermost last, and how sure the source is."""

    reading: Reading
    cues: tuple[str, ...]


def reality_of(annotated: Annotated, word: WordRef) -> tuple[Reading, str | None]:
    """The reading of a predicate or event noun and the word that decides it (None: its own form alone).

    "called off the meeting" → ("cancelled", "call off"); "will meet" → ("planned", "will").
    """
    verdict = read(Clauses(annotated), word)
    return verdict.reading, verdict.cues[-1] if verdict.cues else None


def read(clauses: Clauses, word: WordRef) -> Verdict:
    """The reading of a word, with all cues on the way up to the source or the root."""
    reading, cue = own_reading(clauses, word)
    found = [cue] if cue else []
    if not clauses.is_predicate(word) and is_settled(clauses, word):
        return Verdict(reading, tuple(found))
    at = word
    for _ in range(_MAX_STEPS):
        above = governor_of(clauses, at)
        if above is None:
            break
        outer, cue = own_reading(clauses, above.word)
        if outer == "negated" and cue in found and cue in {"no", "neither", "nor"}:
            outer, cue = "done", None  # one determiner negates noun and verb only once
        if above.reading is None:  # leaves the thing as it is itself
            if outer not in FACT or reading not in NEGATIVE:
                reading, found = compose(reading, outer), [*found, *([cue] if cue else [])]
        else:
            found.append(above.cue)
            reading = compose(reading, under(above.reading, outer))
            if cue and outer not in FACT:
                found.append(cue)
        at = above.word
        if above.is_source:
            break
    return Verdict(reading, tuple(found))


def under(governed: Reading, governor: Reading) -> Reading:
    """What a cue makes of its complement where the cue itself is not plainly done.

    >>> under("planned", "negated"), under("negated", "negated"), under("planned", "possible")
    ('negated', 'possible', 'possible')
    """
    if governor in FACT:
        return governed
    if governed in FACT:
        return governor
    if governor in NEGATIVE:
        return "possible" if governed in NEGATIVE else "negated"
    if governed in {"cancelled", "postponed", "failed", "negated", "denied"}:
        return "possible"
    if governor in {"possible", "conditional"}:
        return "possible"
    return governed


def compose(inner: Reading, outer: Reading) -> Reading:
    """The reading of a thing within a frame that has a reading itself.

    >>> compose("done", "planned"), compose("planned", "done"), compose("negated", "negated")
    ('planned', 'planned', 'possible')
    """
    if inner in NEGATIVE and outer in NEGATIVE:
        return "possible"
    if outer in FACT:
        return outer if inner == "done" else inner
    if inner in NEGATIVE:
        return inner
    if inner == "conditional" or (inner == "possible" and outer == "planned"):
        return inner
    return outer


def known_cues() -> frozenset[str]:
    """All governors of the vocabulary (for those who document it)."""
    return frozenset(term for pos in ("VERB", "ADJ", "NOUN") for term in cues("governor", pos))
