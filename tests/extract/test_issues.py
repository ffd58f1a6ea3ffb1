"""The issue of a fact: cues by zone, the kind's own field, and what happens where nothing tells it."""

from __future__ import annotations

import pytest

from goodoffices.extract.issues import CODES, issue_of
from goodoffices.extract.issues.choice import weights
from goodoffices.extract.issues.cues import cues, hits, stems
from goodoffices.model.facts import Kind


def issue(kind: Kind, own: str | None, scope: str, sentence: str = "", document: str = "") -> str | None:
    """The code for zones given as running text; the wider zones hold the narrower ones."""
    sentence = f"{scope} {sentence}"
    zones = (scope.split(), scope.split(), sentence.split(), f"{sentence} {document}".split())
    return issue_of(kind, own, None, *zones)[0]


@pytest.mark.parametrize(
    ("kind", "own", "scope", "code"),
    [
        (Kind.PROPOSAL, "offer", "a 30-day truce", "CF"),
        (Kind.PROPOSAL, "demand", "recognition of its sovereignty over the islands and a withdrawal", "TER"),
        (Kind.PROPOSAL, "demand", "that the rebels disarm", "ARM"),
        (Kind.AGREEMENT, None, "an exchange of prisoners", "POW"),
        (Kind.AGREEMENT, None, "to hand over the remains of dead soldiers", "BOD"),
        (Kind.AGREEMENT, None, "safe passage of ships and the reopening of the ports", "SEA"),
        (Kind.RESPONSE, "reject", "foreign peacekeepers", "FOR"),
        (Kind.PROPOSAL, "demand", "binding security guarantees", "GUA"),
        (Kind.PROPOSAL, "plan", "a transitional government and elections", "GOV"),
        (Kind.MEETING, "talks", "peace talks", "PEA"),
        (Kind.PROPOSAL, "call", "humanitarian access for aid convoys", "HUM"),
        (Kind.PROPOSAL, "offer", "an amnesty and a truth commission", "JUS"),
        (Kind.PROPOSAL, "demand", "a cap on uranium enrichment", "NUC"),
        (Kind.PROPOSAL, "demand", "that sanctions be lifted", "SAN"),
    ],
)
def test_what_the_frame_names_decides(kind: Kind, own: str | None, scope: str, code: str) -> None:
    assert issue(kind, own, scope) == code


def test_a_near_cue_counts_for_more_than_a_far_one() -> None:
    assert issue(Kind.PROPOSAL, "offer", "a truce", document="prisoners") == "CF"
    assert issue(Kind.PROPOSAL, "offer", "a prisoner swap", document="truce") == "POW"


def test_the_document_decides_where_the_clause_says_nothing() -> None:
    assert (
        issue(Kind.RESPONSE, "reject", "the offer", document="the truce offer, a ceasefire of ten days")
        == "CF"
    )


def test_the_longest_cue_at_a_place_wins() -> None:
    assert set(hits(stems(["the", "nuclear", "power", "plant"])).total) == {"NPP"}


def test_hyphens_and_inflection_do_not_hide_a_cue() -> None:
    for text in ("cease-fire", "cease fire", "ceasefires", "Ceasefire"):
        assert hits(stems(text.split())).highest["CF"] == 1.0


def test_the_cue_words_that_decided_are_told() -> None:
    words = ["exchange", "of", "prisoner"]
    assert issue_of(Kind.AGREEMENT, None, "reached", words, words, words, words) == (
        "POW",
        ("exchange of prisoner",),
    )


def test_issue_does_not_depend_on_names() -> None:
    """No party's name is a cue: exchanging two names changes nothing."""
    one = issue(Kind.RESPONSE, "reject", "Arnor refuses Gondor", "the withdrawal from the border zone")
    other = issue(Kind.RESPONSE, "reject", "Gondor refuses Arnor", "the withdrawal from the border zone")
    assert one == other == "TER"


def test_every_code_has_cues_and_the_weights_fit_the_features() -> None:
    assert {code for entries in cues().values() for _, _, codes in entries for code, _ in codes} == set(CODES)
    assert weights().shared["all"]
