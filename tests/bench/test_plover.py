"""Facts to PLOVER classes, and the figures of a class."""

from __future__ import annotations

import pytest

from bench.plover import plover_class, scores
from goodoffices.model.facts import Evidence, Fact, Factuality, Kind


def fact(kind: Kind, status: str, own: str | None) -> Fact:
    return Fact(kind, status, Factuality.CERTAIN, (Evidence(0, 1, "x"),), "a.rule", own=own)


@pytest.mark.parametrize(
    ("kind", "status", "own", "expected"),
    [
        (Kind.MEETING, "held", "talks", "CONSULT"),
        (Kind.MEETING, "planned", "summit", "AGREE"),
        (Kind.MEETING, "not_held", "talks", None),
        (Kind.PROPOSAL, "made", "demand", "DEMAND"),
        (Kind.RESPONSE, "made", "reject", "REJECT"),
        (Kind.RESPONSE, "made", "defer", None),
        (Kind.AGREEMENT, "signed", None, "SUPPORT"),
        (Kind.EXCHANGE, "carried_out", "prisoners", "RETREAT"),
        (Kind.EXCHANGE, "planned", "bodies", "AGREE"),
        (Kind.CEASEFIRE, "asserted", "declared", "RETREAT"),
        (Kind.CEASEFIRE, "planned", "in_force", "AGREE"),
        (Kind.CEASEFIRE, "alleged", "violated", None),
        (Kind.PRESSURE, "threatened", "sanctions", "THREATEN"),
        (Kind.PRESSURE, "done", "sanctions", "SANCTION"),
        (Kind.PRESSURE, "done", "urging", "DEMAND"),
        (Kind.MEDIATION, "declined", "mediator", "REJECT"),
        (Kind.STATEMENT, "made", None, None),
    ],
)
def test_class_of_a_fact(kind: Kind, status: str, own: str | None, expected: str | None) -> None:
    assert plover_class(fact(kind, status, own)) == expected


def test_scores() -> None:
    assert scores(1, 2, 4)["precision"] == 0.5
    assert scores(1, 2, 4)["recall"] == 0.25
    assert scores(0, 0, 4)["f1"] == 0.0
