"""One fact per thing said: what is joined within a document and what stays apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goodoffices.fuse.within import join, same_thing
from goodoffices.model.facts import Actor, Evidence, Fact, Factuality, Kind, Place, Source, Term, When

ARNOR, GONDOR, ROHAN = (Actor(n.upper(), n, "state") for n in ("Arnor", "Gondor", "Rohan"))


def day(iso: str) -> When:
    return When(iso, iso, iso, iso, "day", "stated")


MEETING = Fact(
    Kind.MEETING, "held", Factuality.CERTAIN, (Evidence(10, 14, "talk"),), "meeting.test",
    parties=(ARNOR, GONDOR), own="talks", when=day("2024-06-02"),
)
EXCHANGE = Fact(
    Kind.EXCHANGE, "carried_out", Factuality.CERTAIN, (Evidence(0, 4, "swap"),), "exchange.test",
    parties=(ARNOR, GONDOR), own="bodies", terms=(Term(count=(40, 40)),),
)


def test_what_is_said_twice_is_one_fact_with_two_quotations() -> None:
    second = replace(MEETING, evidence=(Evidence(90, 94, "talk"),), when=None, where=Place("Bree"), round=3)
    joined = join([MEETING, second])
    assert len(joined) == 1
    assert [piece.start for piece in joined[0].evidence] == [10, 90]
    assert (joined[0].when, joined[0].where, joined[0].round) == (MEETING.when, Place("Bree"), 3)


@pytest.mark.parametrize(
    "change",
    [
        {"when": day("2024-06-20")},
        {"status": "cancelled"},
        {"parties": (ARNOR, ROHAN)},
        {"kind": Kind.AGREEMENT},
    ],
)
def test_what_differs_stays_apart(change: dict[str, object]) -> None:
    assert not same_thing(MEETING, replace(MEETING, **change))  # type: ignore[arg-type]


def test_two_counts_by_two_sides_stay_two_facts() -> None:
    other = replace(EXCHANGE, terms=(Term(count=(48, 48)),), attribution=(Source(GONDOR, "Gondor", "say"),))
    assert len(join([EXCHANGE, other])) == 2


def test_the_stronger_status_stands() -> None:
    signed = Fact(Kind.AGREEMENT, "signed", Factuality.CERTAIN, (Evidence(5, 9, "sign"),), "agreement.test", parties=(ARNOR, GONDOR))
    assert join([replace(signed, status="reached"), signed])[0].status == "signed"
