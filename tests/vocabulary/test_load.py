"""The vocabulary: strict loading, own tables of the user, what it must know."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import VocabularyError
from goodoffices.vocabulary import Vocabulary, load

HEADER = "id,name,kind,sort,countries,side,aliases\n"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


def table(folder: Path, text: str) -> Path:
    path = folder / "own.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_side_of_a_person_is_an_actor(vocabulary: Vocabulary) -> None:
    sides = {office.side for person in vocabulary.persons.values() for office in person.offices}
    assert sides <= set(vocabulary.actors)


def test_every_side_and_country_of_an_actor_is_an_actor(vocabulary: Vocabulary) -> None:
    for entry in vocabulary.actors.values():
        assert entry.side is None or entry.side in vocabulary.actors, entry
        assert set(entry.countries) <= set(vocabulary.actors), entry


def test_conflicts_name_known_actors(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.conflicts) > 50


@pytest.mark.parametrize("actor", ["UKR", "XKX", "HAMAS", "HOUTHI", "FARC", "M23", "RSF", "TPLF", "UN", "ICRC", "OSCE"])
def test_ids_are_those_of_the_contract(vocabulary: Vocabulary, actor: str) -> None:
    assert actor in vocabulary.actors


def test_own_actors_are_merged(tmp_path: Path) -> None:
    own = table(tmp_path, HEADER + "RIVERMEN,River Men,group,rebels,SDN,,Rivermen|Men of the River\n")
    merged = load([own])
    assert merged.actors["RIVERMEN"].sort == "rebels"
    assert [alias.target for alias in merged.alias_at(("men", "of", "the", "river"))] == [merged.actors["RIVERMEN"]]
    assert "RIVERMEN" not in load().actors


def test_own_persons_take_the_place_of_bundled_ones(tmp_path: Path) -> None:
    own = table(tmp_path, "surname,given,aliases,side,role,from,until\nLavrov,Sergey,,UN,envoy,2031,\n")
    assert [office.side for office in load([own]).persons["person:lavrov-sergey"].offices] == ["UN"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id,name,kind,colour\nA,B,group,red\n", r"own\.csv:1: unknown columns \['colour'\]"),
        (HEADER + "A1,Alpha Front,group,rebels,SDN\n", r"own\.csv:2: 5 cells where the header has 7"),
        (HEADER + "A1,,group,rebels,SDN,,\n", r"own\.csv:2: no name"),
        (HEADER + "A1,Alpha Front,tribe,rebels,SDN,,\n", r"own\.csv:2: kind 'tribe'"),
        (HEADER + "HAMAS,Alpha Front,group,rebels,SDN,,\n", r"own\.csv:2: id 'HAMAS' is in the tables already"),
        (HEADER + "A1,Alpha Front,group,rebels,SDN,,\nA2,Beta,group,rebels,SDN,,Alpha Front\n",
         r"own\.csv:3: 'Alpha Front' duplicates own\.csv:2"),
    ],
)
def test_faults_are_told_with_file_and_line(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(VocabularyError, match=fault):
        load([table(tmp_path, text)])


def test_places_know_their_country_and_venues_their_town(vocabulary: Vocabulary) -> None:
    assert vocabulary.places(("naivasha",))[0].country == "KEN"
    venue = vocabulary.places(("ciragan", "palace"))[0]
    assert (venue.town, venue.country, venue.kind) == ("Istanbul", "TUR", "venue")
