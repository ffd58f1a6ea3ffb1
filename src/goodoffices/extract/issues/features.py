"""What the choice of an issue looks at: cues by zone, the kind of fact and its own field.

The zones, nearest first: `scope` (the words that the frame names as its content), `clause` (the words
under the predicate), `sentence`, `before` and `after` (some words around the sentence), `lead` (the
beginning of the document) and `document`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.extract.issues.cues import Hits, hits, stems

ZONES = ("scope", "clause", "sentence", "before", "after", "lead", "document")
GIVEN = ("scope", "clause", "sentence", "document")
"""The zones that the caller gives; the others are cut out of the document."""

MEASURES = ("total", "highest", "share", "leads")
"""Of a code in a zone: the sum of its cues' weights (at most 3), the highest weight, its part of all
weights there, and whether no other code has more. `nearest` is the nearest zone that has any cue."""

SHARED = (*(f"{zone}.{measure}" for zone in ZONES for measure in MEASURES), "nearest.share", "nearest.leads")
"""The features that every code has, in order; their weights are the same for all codes."""

MOST = 3.0
BEFORE, AFTER, LEAD = 25, 12, 40
"""Words before and after the sentence, and of the lead; longer ones gained nothing (training/issues.py)."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A fact whose issue is asked for: its labels and the cues in its zones, in the order of `ZONES`."""

    kind: str
    own: str
    status: str
    hits: tuple[Hits, ...]

    def labels(self) -> tuple[str, ...]:
        """The kind, with its own field and its status, as names of features."""
        return (self.kind, f"{self.kind}.{self.own}", f"{self.kind}={self.status}")


def situation(kind: str, own: str | None, status: str | None, given: Sequence[Sequence[str]]) -> Situation:
    """The situation of a fact from the lower-case lemmas (or words) of its zones, in the order of `GIVEN`."""
    scope, clause, sentence, document = (stems(zone) for zone in given)
    at = place_of(sentence, document)
    before, after = document[max(0, at - BEFORE) : at], document[at + len(sentence) :][:AFTER]
    zones = (scope, clause, sentence, before, after, document[:LEAD], document)
    return Situation(kind, own or "", status or "", tuple(hits(zone) for zone in zones))


def place_of(sentence: tuple[str, ...], document: tuple[str, ...]) -> int:
    """Where the words of a sentence begin among those of its document; its end where they do not stand in it.

    >>> place_of(("b", "c"), ("a", "b", "a", "b", "c"))
    3
    """
    length = len(sentence)
    starts = (i for i, word in enumerate(document) if sentence and word == sentence[0])
    return next((i for i in starts if document[i : i + length] == sentence), len(document))


def shared(found: Situation, code: str) -> tuple[float, ...]:
    """The features of one code, in the order of `SHARED`."""
    values: list[float] = []
    for zone in found.hits:
        total = zone.total.get(code, 0.0)
        if total:
            most = max(zone.total.values())
            values += [
                min(total, MOST),
                zone.highest[code],
                total / sum(zone.total.values()),
                float(total >= most),
            ]
        else:
            values += [0.0] * len(MEASURES)
    nearest = next((zone.total for zone in found.hits if zone.total), {})
    if code in nearest:
        return (*values, nearest[code] / sum(nearest.values()), float(nearest[code] >= max(nearest.values())))
    return (*values, 0.0, 0.0)
