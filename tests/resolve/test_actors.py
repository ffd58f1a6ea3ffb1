"""Actors in sentences: names, titles, metonyms, unnamed speakers, descriptions, pronouns."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.model.document import Document
from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Annotated, MentionKind
from goodoffices.parse import parse
from goodoffices.resolve import annotate


def read(text: str, day: str = "2025-07-10") -> Annotated:
    return annotate(Document("test", text, date.fromisoformat(day)), parse(text))


def at(annotated: Annotated, wording: str) -> tuple[Actor, ...]:
    """The actors of the mention with this wording."""
    for mention in annotated.mentions:
        words = annotated.sentences[mention.sentence].words
        text = annotated.document.text[words[mention.first].start : words[mention.last].end]
        if mention.kind is MentionKind.ACTOR and text == wording:
            return mention.actors
    return ()


def ids(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.id for actor in actors]


def principals(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.principal for actor in actors]


@pytest.mark.parametrize(
    ("text", "wording", "person", "side", "role"),
    [
        ("Omani Foreign Minister Salim Harbi arrived.", "Omani Foreign Minister Salim Harbi", "person:harbi-salim", "OMN",
         "foreign minister"),
        ("Kenya's Defence Minister Peter Oloo spoke.", "Kenya's Defence Minister Peter Oloo", "person:oloo-peter", "KEN",
         "defence minister"),
        ("Aung Thu, a spokesman for the Kachin Independence Army, denied it.", "Aung Thu", "person:thu-aung", "KIA", "spokesman"),
        ("The president of Malawi, Grace Banda, signed.", "The president of Malawi, Grace Banda", "person:banda-grace", "MWI",
         "president"),
    ],
)
def test_side_and_role_of_a_person(text: str, wording: str, person: str, side: str, role: str) -> None:
    (actor,) = at(read(text), wording)
    assert (actor.id, actor.kind, actor.side, actor.role) == (person, "person", side, role)


def test_surname_later_is_the_same_person() -> None:
    annotated = read("Chadian President Musa Abakar flew to Doha. Abakar said the rebels must disarm.")
    assert at(annotated, "Abakar") == at(annotated, "Chadian President Musa Abakar")


@pytest.mark.parametrize(("day", "side"), [("2006-06-01", "COL"), ("2003-01-01", "ELN")])
def test_roles_are_dated(day: str, side: str, tmp_path: object) -> None:
    from pathlib import Path

    from goodoffices.vocabulary import load

    own = Path(str(tmp_path)) / "own.csv"
    own.write_text("surname,given,aliases,side,role,from,until\nQuiroz,Elvio,,ELN,commander,1999,2004\n"
                   "Quiroz,Elvio,,COL,peace adviser,2005,2008\n", encoding="utf-8")
    text = "Elvio Quiroz welcomed the offer."
    annotated = annotate(Document("test", text, date.fromisoformat(day)), parse(text), vocabulary=load([own]))
    assert principals(at(annotated, "Elvio Quiroz")) == [side]


@pytest.mark.parametrize(
    ("text", "wording", "found"),
    [
        ("Moscow rejected the offer.", "Moscow", ["RUS"]),
        ("Envoys shuttled between Ankara and Athens.", "Athens", ["GRC"]),
        ("The delegations met in Moscow.", "Moscow", []),
        ("The minister flew to Nairobi on Monday.", "Nairobi", []),
    ],
)
def test_a_capital_is_an_actor_where_it_acts(text: str, wording: str, found: list[str]) -> None:
    assert ids(at(read(text), wording)) == found


@pytest.mark.parametrize(
    ("text", "wording", "found"),
    [
        ("The government of Nepal accepted the truce.", "The government", ["NPL"]),
        ("Colombian negotiators left.", "Colombian negotiators", ["COL"]),
        ("A Hamas official said so.", "A Hamas official", ["HAMAS"]),
        ("Russian and Turkish officials met.", "Russian and Turkish officials", ["RUS", "TUR"]),
        ("M23 rebels withdrew.", "M23 rebels", ["M23"]),
    ],
)
def test_who_acts_for_whom(text: str, wording: str, found: list[str]) -> None:
    annotated = read(text)
    actors = at(annotated, wording) or at(annotated, wording.removeprefix("A "))
    assert principals(actors) == found


def test_unnamed_speakers_keep_their_wording() -> None:
    (actor,) = at(read("Two diplomats said the text was ready."), "Two diplomats")
    assert (actor.id, actor.kind, actor.side) == ("diplomats", "unnamed", None)


def test_the_backer_is_not_the_owner() -> None:
    assert "RUS" not in principals(at(read("Russian-backed separatists shelled the town."), "Russian-backed separatists"))


@pytest.mark.parametrize(
    ("text", "wording", "found"),
    [
        ("Armenia and Azerbaijan signed a treaty. The two countries will open the border.", "The two countries", ["ARM", "AZE"]),
        ("The Philippines and the MILF resumed talks. Both sides were hopeful.", "Both sides", ["PHL", "MILF"]),
        ("The LTTE rejected the plan of the Sri Lankan government. The rebels want autonomy.", "The rebels", ["LTTE"]),
        ("The FARC asked for a truce. The government refused.", "The government", ["COL"]),
    ],
)
def test_descriptions(text: str, wording: str, found: list[str]) -> None:
    assert sorted(principals(at(read(text, "2001-05-01"), wording))) == sorted(found)


def test_pronouns_take_the_subject() -> None:
    annotated = read("Togolese Foreign Minister Kossi Ahoba met Senegalese envoy Awa Ndiaye. He said the talks would go on.")
    assert ids(at(annotated, "He")) == ["person:ahoba-kossi"]


def test_media_are_no_parties() -> None:
    annotated = read("Israel and Hamas agreed on a list, Reuters reported.")
    assert at(annotated, "Reuters")[0].kind == "medium"
    assert "REUTERS" not in ids(annotated.sides)
