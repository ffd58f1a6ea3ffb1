"""What becomes of a thing: own sentences through the parser, and the composition of readings by hand."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.extract.factuality import factuality_of, reality_of
from goodoffices.extract.factuality.cues import FACT, NEGATIVE, cues
from goodoffices.extract.factuality.reality import compose, under
from goodoffices.model.document import Document
from goodoffices.model.facts import Factuality
from goodoffices.model.mentions import Annotated, WordRef
from goodoffices.parse import parse
from tests.trees import annotated


def find(text: str, form: str) -> tuple[Annotated, WordRef]:
    """The parsed text and the last word with this form."""
    document = Annotated(Document("d", text, date(2024, 6, 16)), parse(text), ())
    refs = [WordRef(s.index, w.index) for s in document.sentences for w in s.words if w.form == form]
    return document, refs[-1]


@pytest.mark.parametrize(
    ("text", "form", "reading"),
    [
        ("Armenia and Azerbaijan held talks in Tirana.", "talks", "done"),
        ("Armenia and Azerbaijan hold talks in Tirana.", "talks", "done"),
        ("The envoys are meeting in Tirana.", "meeting", "ongoing"),
        ("The envoys will meet in Tirana.", "meet", "planned"),
        ("The envoys are due to meet on Friday.", "meet", "planned"),
        ("Ethiopia agreed to hold talks.", "talks", "planned"),
        ("A new round of talks is expected next week.", "round", "planned"),
        ("Talks scheduled for Monday could help.", "Talks", "planned"),
        ("They intend to continue the talks.", "continue", "planned"),
        ("The envoys may meet on Friday.", "meet", "possible"),
        ("They discussed a prisoner swap.", "swap", "possible"),
        ("She did not rule out a meeting.", "meeting", "possible"),
        ("If they meet, the war could end.", "meet", "conditional"),
        ("The minister called for talks.", "talks", "proposed"),
        ("Eritrea is ready to resume talks.", "talks", "proposed"),
        ("Eritrea proposed a ceasefire.", "ceasefire", "proposed"),
        ("They hope to sign an agreement.", "agreement", "hoped"),
        ("The talks were called off.", "talks", "cancelled"),
        ("The president cancelled his meeting with the rebels.", "meeting", "cancelled"),
        ("The talks were postponed.", "talks", "postponed"),
        ("The two sides failed to reach a deal.", "deal", "failed"),
        ("The envoys would have met the rebels.", "met", "failed"),
        ("Ethiopia refused to meet the envoys.", "meet", "negated"),
        ("No talks are planned.", "talks", "negated"),
        ("There was no ceasefire.", "ceasefire", "negated"),
        ("The talks never took place.", "talks", "negated"),
        ("The delegation did not turn up for the talks.", "talks", "negated"),
        ("Neither side has signed the deal.", "signed", "negated"),
        ("Both sides have yet to sign the deal.", "sign", "negated"),
        ("A meeting was ruled out.", "meeting", "negated"),
        ("She rejected a proposal to hold talks.", "talks", "negated"),
        ("Eritrea denied meeting the envoys.", "meeting", "denied"),
        ("The envoy said he had met the rebels.", "met", "done"),
        ("They met during the talks in Tirana.", "talks", "done"),
        ("She opposed the 2015 agreement.", "agreement", "done"),
    ],
)
def test_reality(text: str, form: str, reading: str) -> None:
    assert reality_of(*find(text, form))[0] == reading


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("The envoys met in Tirana.", "met", Factuality.CERTAIN),
        ("The envoys did not meet.", "meet", Factuality.CERTAIN_NOT),
        ("The envoys will meet.", "meet", Factuality.PROBABLE),
        ("The envoys are unlikely to meet.", "meet", Factuality.PROBABLE_NOT),
        ("The envoys may meet.", "meet", Factuality.POSSIBLE),
        ("The envoys may not meet.", "meet", Factuality.POSSIBLE_NOT),
    ],
)
def test_factbank_value(text: str, form: str, value: Factuality) -> None:
    assert factuality_of(*find(text, form))[0] is value


def test_hand_written_parse_of_a_refusal() -> None:
    document = annotated(
        """Arnor PROPN 2 nsubj
        refused~refuse VERB 0 root Tense=Past,VerbForm=Fin
        to PART 4 mark
        meet VERB 2 xcomp VerbForm=Inf
        Gondor PROPN 4 obj"""
    )
    assert reality_of(document, WordRef(0, 3)) == ("negated", "refuse")
    assert reality_of(document, WordRef(0, 1)) == ("done", None)


def test_a_negated_refusal_leaves_the_thing_possible() -> None:
    assert under("negated", "negated") == "possible"


def test_what_is_not_so_stays_so_under_a_plan() -> None:
    for reading in NEGATIVE:
        assert compose(reading, "planned") == reading
    for reading in FACT:
        assert compose(reading, "planned") == "planned"


def test_every_scope_of_the_vocabulary_is_used() -> None:
    assert cues("governor", "VERB")["call off"] == "cancelled"
    assert cues("modal", "AUX")["may"] == "possible"
    assert cues("preposition", "ADP")["without"] == "negated"
    assert cues("conjunction", "SCONJ")["if"] == "conditional"
    assert cues("modifier", "ADJ")["upcoming"] == "planned"
