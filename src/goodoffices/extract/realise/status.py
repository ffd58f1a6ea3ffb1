"""What the document holds of a fact: the kind's status and its factuality, from the reading of its predicate."""

from __future__ import annotations

from goodoffices.model.facts import Factuality, Kind

DEFAULT: dict[Kind, str] = {
    Kind.MEETING: "held",
    Kind.PROPOSAL: "made",
    Kind.RESPONSE: "made",
    Kind.AGREEMENT: "reached",
    Kind.EXCHANGE: "carried_out",
    Kind.CEASEFIRE: "asserted",
    Kind.MEDIATION: "ongoing",
    Kind.PRESSURE: "done",
    Kind.PROCESS_CHANGE: "asserted",
    Kind.STATEMENT: "made",
}

READINGS: dict[Kind, dict[str, str]] = {
    Kind.MEETING: {
        "done": "held", "ongoing": "ongoing", "planned": "planned", "possible": "possible", "proposed": "proposed",
        "hoped": "possible", "conditional": "possible", "cancelled": "cancelled", "postponed": "postponed",
        "failed": "not_held", "denied": "not_held", "negated": "not_held",
    },
    Kind.PROPOSAL: {"planned": "planned", "cancelled": "withdrawn"},
    Kind.RESPONSE: {"planned": "expected"},
    Kind.AGREEMENT: {
        "done": "reached", "ongoing": "expected", "planned": "expected", "possible": "expected", "proposed": "expected",
        "hoped": "expected", "conditional": "expected", "failed": "failed", "negated": "failed", "denied": "denied",
        "cancelled": "broken", "postponed": "failed",
    },
    Kind.EXCHANGE: {
        "done": "carried_out", "ongoing": "ongoing", "planned": "planned", "possible": "planned", "proposed": "planned",
        "hoped": "planned", "conditional": "planned", "postponed": "suspended", "cancelled": "suspended",
        "failed": "suspended", "denied": "denied", "negated": "denied",
    },
    Kind.CEASEFIRE: {
        "planned": "planned", "possible": "planned", "proposed": "planned", "hoped": "planned", "conditional": "planned",
        "denied": "denied", "negated": "denied",
    },
    Kind.MEDIATION: {
        "done": "done", "ongoing": "ongoing", "planned": "offered", "possible": "offered", "proposed": "offered",
        "hoped": "offered", "negated": "declined", "denied": "declined", "cancelled": "declined",
    },
    Kind.PRESSURE: {"planned": "planned", "possible": "threatened", "conditional": "threatened", "proposed": "planned"},
    Kind.PROCESS_CHANGE: {
        "planned": "planned", "possible": "planned", "proposed": "planned", "hoped": "planned", "conditional": "planned",
        "denied": "denied", "negated": "denied",
    },
    Kind.STATEMENT: {},
}
"""Status by kind and reading of the predicate (the readings are those of `factuality.reality_of`)."""

FACTUALITY: dict[str, Factuality] = {
    "not_held": Factuality.CERTAIN_NOT, "cancelled": Factuality.CERTAIN_NOT, "postponed": Factuality.CERTAIN_NOT,
    "failed": Factuality.CERTAIN_NOT, "denied": Factuality.CERTAIN_NOT, "declined": Factuality.CERTAIN_NOT,
    "possible": Factuality.POSSIBLE, "proposed": Factuality.POSSIBLE, "planned": Factuality.PROBABLE,
    "expected": Factuality.PROBABLE,
}
"""Factuality by status; every other status is certain."""


def status_of(kind: Kind, reading: str | None) -> str:
    """The kind's status for a reading of its predicate; the default of the kind where the reading says nothing."""
    return READINGS[kind].get(reading or "", DEFAULT[kind])


def factuality_of(status: str) -> Factuality:
    """The FactBank value that goes with a status."""
    return FACTUALITY.get(status, Factuality.CERTAIN)
