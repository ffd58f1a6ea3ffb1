"""The fact contract as values: what a document says, each fact with its quotations.

The meaning of every field and code is that of the fact contract (docs/reference/facts.md).
Dates are ISO 8601 days; `edtf` is an Extended Date/Time Format string (ISO 8601-2).
Counts are `(least, most)`, `None` where a bound is open. Durations are in days.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Precision = Literal["day", "week", "month", "season", "year", "decade", "range"]
Basis = Literal["stated", "anchored", "inferred"]
Range = tuple[float | None, float | None]


class Kind(StrEnum):
    """The ten kinds of fact."""

    MEETING = "meeting"
    PROPOSAL = "proposal"
    RESPONSE = "response"
    AGREEMENT = "agreement"
    EXCHANGE = "exchange"
    CEASEFIRE = "ceasefire"
    MEDIATION = "mediation"
    PRESSURE = "pressure"
    PROCESS_CHANGE = "process_change"
    STATEMENT = "statement"


class Factuality(StrEnum):
    """FactBank values (Saurí and Pustejovsky 2009): certainty and polarity as held by a source."""

    CERTAIN = "CT+"
    CERTAIN_NOT = "CT-"
    PROBABLE = "PR+"
    PROBABLE_NOT = "PR-"
    POSSIBLE = "PS+"
    POSSIBLE_NOT = "PS-"
    CERTAIN_UNDERSPECIFIED = "CTu"
    UNKNOWN = "Uu"


OWN_FIELD: dict[Kind, str] = {
    Kind.MEETING: "form",
    Kind.PROPOSAL: "act",
    Kind.RESPONSE: "answer",
    Kind.EXCHANGE: "object",
    Kind.CEASEFIRE: "event",
    Kind.MEDIATION: "role",
    Kind.PRESSURE: "act",
    Kind.PROCESS_CHANGE: "change",
}
"""The field that each kind has for itself."""

ACTOR_FIELDS = ("parties", "by", "to", "on", "third_parties", "people")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who: a state, body, group or person; `side` is the party for which it acts in this document."""

    id: str
    name: str
    kind: str
    """state, body, group, person, office, medium or unnamed."""
    side: str | None = None
    role: str | None = None

    @property
    def principal(self) -> str:
        """The id that the actor counts for: its side, else itself."""
        return self.side or self.id


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the name as written in the gazetteer, its country (ISO 3166-1 alpha-3), `venue` if one is named."""

    name: str
    country: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A day or interval with the wording it was read from; `start` and `end` are ISO days, both inclusive."""

    text: str
    start: str | None
    end: str | None
    edtf: str | None
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Term:
    """Numbers, durations, scope and conditions of a fact; fields as in the contract."""

    issue: str | None = None
    duration_days: Range | None = None
    count: Range | None = None
    count_basis: Literal["per_side", "total", "one_way"] | None = None
    qualifier: Literal["exact", "at_least", "at_most", "about"] | None = None
    scope: Literal["full", "limited"] | None = None
    object: str | None = None
    purpose: str | None = None
    condition: str | None = None
    deadline: When | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One link of an attribution chain: who says so, by which cue, to whom, on which day."""

    speaker: Actor | None
    label: str
    cue: str
    to: Actor | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A quotation: character offsets into the stored text, end exclusive; `text[start:end] == quote`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a document says of a negotiation."""

    kind: Kind
    status: str
    factuality: Factuality
    evidence: tuple[Evidence, ...]
    rule: str
    parties: tuple[Actor, ...] = ()
    by: tuple[Actor, ...] = ()
    to: tuple[Actor, ...] = ()
    on: tuple[Actor, ...] = ()
    third_parties: tuple[Actor, ...] = ()
    people: tuple[Actor, ...] = ()
    when: When | None = None
    where: Place | None = None
    round: int | None = None
    own: str | None = None
    """The value of the kind's own field: form, act, answer, object, event, role or change."""
    issue: str | None = None
    terms: tuple[Term, ...] = field(default=())
    attribution: tuple[Source, ...] = ()
    """Innermost speaker first, outermost last."""
