"""The sides of a document, and those who help them."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.model.document import Document
from goodoffices.model.mentions import Annotated, MentionKind
from goodoffices.parse import parse
from goodoffices.resolve import annotate


def read(text: str, day: str = "2025-07-10") -> Annotated:
    return annotate(Document("test", text, date.fromisoformat(day)), parse(text))


@pytest.mark.parametrize(
    ("text", "sides", "third"),
    [
        ("Talks between Eritrea and Djibouti, hosted by Qatar, opened in Doha.", {"ERI", "DJI"}, {"QAT"}),
        ("Israel-Hamas talks resumed in Cairo with Egyptian mediators.", {"ISR", "HAMAS"}, {"EGY"}),
        ("The ELN signed a truce with Colombia. The deal was brokered by Norway.", {"COL", "ELN"}, {"NOR"}),
        ("Serbia and Kosovo agreed on number plates, the European Union said.", {"SRB", "XKX"}, set()),
    ],
)
def test_sides_and_helpers(text: str, sides: set[str], third: set[str]) -> None:
    annotated = read(text)
    assert {side.id for side in annotated.sides} == sides
    assert third <= {actor.id for actor in annotated.third_parties}


def test_the_unsaid_side_is_that_of_the_standing_conflict() -> None:
    assert [s.id for s in read("Israel approved the Gaza ceasefire.").sides] == ["ISR", "HAMAS"]
    assert [s.id for s in read("Israel approved the Gaza ceasefire.", "1995-03-01").sides] == ["ISR"]


def test_exchanged_names_exchange_the_sides() -> None:
    one = read("Ethiopia rejected the plan of Eritrea. Talks between Ethiopia and Eritrea resume on Monday.")
    other = read("Eritrea rejected the plan of Ethiopia. Talks between Eritrea and Ethiopia resume on Monday.")
    swapped = {"ETH": "ERI", "ERI": "ETH"}
    assert [swapped[side.id] for side in one.sides] == [side.id for side in other.sides]


def test_sources_in_brackets_are_no_actors() -> None:
    annotated = read("The parties met. (Swiss Info) (Sudan Tribune)")
    assert {"CHE", "SDN"}.isdisjoint({a.id for m in annotated.mentions for a in m.actors})


@pytest.mark.parametrize(
    ("text", "name", "country", "venue"),
    [
        ("They met at Ciragan Palace in Istanbul.", "Istanbul", "TUR", "Ciragan Palace"),
        ("The round was held in Naivasha.", "Naivasha", "KEN", None),
        ("Leaders gathered at Camp David.", "Camp David", "USA", "Camp David"),
    ],
)
def test_places(text: str, name: str, country: str, venue: str | None) -> None:
    places = [m.place for m in read(text).mentions if m.kind is MentionKind.PLACE and m.place]
    assert any((p.name, p.country, p.venue) == (name, country, venue) for p in places)
