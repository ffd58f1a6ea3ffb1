"""FactBank values of a predicate, as its innermost source holds them."""

from __future__ import annotations

from goodoffices.extract.factuality.cues import Reading
from goodoffices.extract.factuality.reality import read
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.facts import Factuality
from goodoffices.model.mentions import Annotated, WordRef

VALUES: dict[Reading, Factuality] = {
    "done": Factuality.CERTAIN,
    "ongoing": Factuality.CERTAIN,
    "planned": Factuality.PROBABLE,
    "possible": Factuality.POSSIBLE,
    "proposed": Factuality.POSSIBLE,
    "hoped": Factuality.POSSIBLE,
    "conditional": Factuality.UNKNOWN,
    "cancelled": Factuality.CERTAIN_NOT,
    "postponed": Factuality.CERTAIN_NOT,
    "failed": Factuality.CERTAIN_NOT,
    "denied": Factuality.CERTAIN_NOT,
    "negated": Factuality.CERTAIN_NOT,
}
"""FactBank value by reading."""

SOFTENED = frozenset({"may", "might", "could", "perhaps", "maybe", "possibly"})
UNLIKELY = frozenset({"unlikely", "doubt"})


def factuality_of(annotated: Annotated, word: WordRef) -> tuple[Factuality, tuple[str, ...]]:
    """The value of a predicate or event noun, with the words that decide it, outermost last.

    "may not meet" is PS-, "is unlikely to meet" PR-, "did not meet" CT-.
    """
    verdict = read(Clauses(annotated), word)
    value = VALUES[verdict.reading]
    if any(cue.startswith(("may ", "might ")) for cue in verdict.cues):
        value = Factuality.POSSIBLE_NOT
    if value is Factuality.CERTAIN_NOT:
        if UNLIKELY & set(verdict.cues):
            value = Factuality.PROBABLE_NOT
        elif SOFTENED & set(verdict.cues):
            value = Factuality.POSSIBLE_NOT
    return value, verdict.cues
