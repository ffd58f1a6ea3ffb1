"""What is dropped before reading, with its reason; what is about a negotiation stays."""

import pytest

from goodoffices.model.document import Document
from goodoffices.screen import screen

KEPT = [
    "GENEVA - The government and the rebels agreed on a ceasefire on Friday after talks, the mediator said.",
    "The foreign ministers of Ruritania and Graustark will meet in Oslo next week to discuss a withdrawal of troops.",
    "Two hundred prisoners of war were exchanged at the border on Monday, the Red Cross said.",
    "The President said he was ready to sit down with the guerrilla leader if the kidnappings stop.",
    "The delegations met in Geneva on Monday.",
]
OTHER_FIELDS = [
    ("labour", "The union and the employer agreed on a pay rise after talks at the conciliation service."),
    ("trade", "The two countries extended their trade truce and will lower tariffs on farm exports for 90 days."),
    ("sport", "The club and the footballer have agreed on a transfer; the winger joins the squad next week."),
    ("business", "The company raised its takeover bid on Monday, and the shareholders of the supplier accepted."),
    ("arts", "The film shows how the two leaders signed the accord; the cinema is full every night of the festival."),
    ("parties", "The coalition talks between the party leaders ended with a coalition agreement on Sunday."),
]


@pytest.mark.parametrize("text", KEPT)
def test_reports_on_negotiations_stay(text: str) -> None:
    assert screen(Document(id="x", text=text)) is None


@pytest.mark.parametrize(("field", "text"), OTHER_FIELDS)
def test_other_fields_are_dropped(field: str, text: str) -> None:
    dropped = screen(Document(id="x", text=text))
    assert dropped is not None
    assert dropped.stage == "screen"
    assert f"reads like {field} (" in dropped.reason


def test_names_are_no_cues() -> None:
    text = "The Arab League and the African Union urged the government and the opposition to resume their talks."
    assert screen(Document(id="x", text=text)) is None


def test_another_language_is_dropped() -> None:
    text = "Las delegaciones del gobierno y de la guerrilla se reunieron el lunes en La Habana para hablar de paz."
    dropped = screen(Document(id="x", text=text))
    assert dropped is not None
    assert dropped.reason == "language: es; only English is read"


def test_war_without_negotiation_is_dropped() -> None:
    text = "Two peacekeepers are killed and five injured when their vehicle hits a mine in the north of the country."
    dropped = screen(Document(id="x", text=text))
    assert dropped is not None
    assert dropped.reason.startswith("not about a peace negotiation by its words; against it speak ")
