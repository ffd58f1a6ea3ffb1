"""Facts for people, in short, and for programs."""

import json
from dataclasses import replace

import pytest

from goodoffices.model.facts import Fact, Factuality, Kind
from goodoffices.present import people
from goodoffices.present.brief import summary
from goodoffices.present.contract import reading_to_json
from goodoffices.present.sentence import sentence
from goodoffices.present.tally import Tally
from goodoffices.read.failure import Failure
from tests.present.factory import DROPPED, GRAUSTARK, KEPT, MEETING, OFFER, RURITANIA

FIELDS = (
    "kind status factuality parties by to on third_parties people when where round form issue terms attribution "
    "evidence rule"
)


def test_a_proposal_in_a_line() -> None:
    assert sentence(OFFER) == "Ruritania to Graustark: offers ceasefire (2–3 days, limited)"


def test_a_meeting_in_a_line() -> None:
    assert sentence(MEETING) == (
        "Ruritania and Graustark: second round of talks, 2 June 2025, in Streslau, with Flavia Elphberg present, "
        "[planned], according to Flavia Elphberg"
    )


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("factuality", list(Factuality))
def test_every_kind_has_a_line(kind: Kind, factuality: Factuality) -> None:
    bare = Fact(kind, "made", factuality, OFFER.evidence, "rule")
    full = replace(MEETING, kind=kind, factuality=factuality, by=(RURITANIA,), on=(GRAUSTARK,), own=None)
    for fact in (bare, full):
        assert "  " not in sentence(fact)
        assert not sentence(fact).endswith((",", ":"))


def test_people_see_kinds_in_order_with_quotation_and_source() -> None:
    lines = [line for line, _ in people.lines([KEPT, DROPPED])]
    assert lines[0] == "Meetings (1)"
    assert "Proposals (1)" in lines
    assert "    “Ruritania offers Graustark a truce of 2 to 3 days.”" in lines
    assert lines.count("    — report, Lake Wire, 3 June 2025") == 2
    assert max(map(len, lines)) <= people.WIDTH


def test_people_see_notes_and_reasons() -> None:
    said = [line for line, _ in people.notes([KEPT, DROPPED])]
    assert said == ["report: not UTF-8: read as windows-1252", "match: dropped: not about a peace negotiation"]


def test_the_summary_cites_a_source_for_each_line() -> None:
    text = "\n".join(line for line, _ in summary([KEPT]))
    assert "In 1 document: meetings 1, proposals 1." in text
    assert "offers ceasefire (2–3 days, limited) [2]" in text
    assert "[2] “Ruritania offers Graustark a truce of 2 to 3 days.” — report, Lake Wire, 3 June 2025" in text


def test_json_has_the_fields_of_the_contract_in_order() -> None:
    printed = json.loads(json.dumps(reading_to_json(KEPT)))
    assert list(printed) == ["document", "facts", "dropped", "notes"]
    fact = printed["facts"][1]
    assert list(fact) == FIELDS.split()
    assert fact["by"] == []
    assert fact["when"]["basis"] == "anchored"
    assert fact["attribution"][0]["to"] is None
    assert printed["facts"][0]["terms"][0]["count"] is None
    assert printed["document"]["length"] == len(KEPT.document.text)


def test_read_is_kept_and_dropped() -> None:
    tally = Tally()
    failure = Failure("x", "x.txt", "it is empty", "give a file with text")
    for item in (KEPT, DROPPED, failure, replace(failure, skipped=True)):
        tally.add(item)
    assert str(tally) == (
        "3 documents = 1 kept (2 facts) + 2 dropped (1 could not be read, 1 not about a peace negotiation); "
        "1 other file left out"
    )
    assert tally.failed == 1
