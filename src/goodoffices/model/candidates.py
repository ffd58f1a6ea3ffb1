"""What a finder of frames yields: a predicate, a rule, and words in roles. No identities yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from goodoffices.model.facts import Factuality, Kind
from goodoffices.model.mentions import WordRef


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame found in the text, with its roles as words.

    `roles` maps a role of the kind (parties, by, to, on, third_parties, people) to the head words of
    the phrases that fill it. `status`, `own` and `factuality` are None where the kind's rule leaves
    the decision to the general reading of modality and tense. `issue`, `times`, `places` and `terms`
    are None where they are to be looked for in the clause of the predicate; an empty tuple means none.
    """

    kind: Kind
    rule: str
    predicate: WordRef
    roles: Mapping[str, tuple[WordRef, ...]] = field(default_factory=dict)
    status: str | None = None
    own: str | None = None
    factuality: Factuality | None = None
    round: int | None = None
    issue: str | None = None
    times: tuple[WordRef, ...] | None = None
    places: tuple[WordRef, ...] | None = None
    terms: tuple[WordRef, ...] | None = None
    scope: tuple[WordRef, ...] = ()
    """Words whose subtrees hold the frame's content (the object of a proposal): searched for issue and terms."""
    score: float = 1.0
    sources: tuple[WordRef, ...] | None = None
    """Who answers for it where the construction itself says so ("A accused B of …"): innermost first; None: by speech."""
    mutual: tuple[WordRef, ...] = ()
    """Words for two sides that hold it against each other ("both accused each other of …"): two facts, each with
    the one as its source and the other as `by`."""
