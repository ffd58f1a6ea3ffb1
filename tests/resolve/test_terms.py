"""Terms on real parses of invented sentences."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.model.document import Document
from goodoffices.model.mentions import Mention
from goodoffices.parse import parse
from goodoffices.resolve.terms import find_terms
from goodoffices.resolve.times import find_times


def terms(text: str) -> list[Mention]:
    """The term mentions of a text."""
    document, sentences = Document("d", text, date(2025, 6, 27)), parse(text)
    return list(find_terms(document, sentences, find_times(document, sentences)))


def durations(text: str) -> list[object]:
    """The durations, in days."""
    return [m.term.duration_days for m in terms(text) if m.term and m.term.duration_days]


def counts(text: str) -> list[tuple[object, object, object]]:
    """Counts with qualifier and basis."""
    return [(m.term.count, m.term.qualifier, m.term.count_basis) for m in terms(text) if m.term and m.term.count]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arnor demands a 30-day ceasefire.", (30, 30)),
        ("Arnor demands an unconditional thirty-day truce.", (30, 30)),
        ("Gondor offers a 2–3-day truce.", (2, 3)),
        ("Gondor offers a truce of two or three days.", (2, 3)),
        ("Gondor offers pauses of 24 to 48 hours.", (1, 2)),
        ("A 72-hour ceasefire began at dawn.", (3, 3)),
        ("They declared a week-long truce.", (7, 7)),
        ("They agreed to suspend all attacks for three months.", (90, 90)),
        ("The ceasefire was extended by a fortnight.", (14, 14)),
        ("The truce was prolonged for another 180 days.", (180, 180)),
        ("Arnor announced a one-month halt to air strikes.", (30, 30)),
        ("Gondor will withdraw its troops within 60 days.", (60, 60)),
        ("The ceasefire will last for at least one more day.", (1, None)),
        ("They agreed on a four-hour humanitarian pause.", (0.17, 0.17)),
    ],
)
def test_durations(text: str, expected: tuple[float | None, float | None]) -> None:
    assert durations(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The envoys spoke for three hours.",
        "After two days of talks they flew home.",
        "The 20-year war has killed many.",
        "A 30-year-old man was freed.",
        "They met three weeks ago.",
        "He was jailed for ten years.",
        "They agreed on an indefinite ceasefire.",
    ],
)
def test_no_duration(text: str) -> None:
    assert durations(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides exchanged 390 prisoners each.", ((390, 390), "exact", "per_side")),
        ("They agreed to release 303 prisoners from each side.", ((303, 303), "exact", "per_side")),
        ("A 1,000-for-1,000 swap took place.", ((1000, 1000), "exact", "per_side")),
        (
            "A deal for up to 1,200 prisoners from each side was signed.",
            ((None, 1200), "at_most", "per_side"),
        ),
        ("The sides released 314 captives in all.", ((314, 314), "exact", "total")),
        ("Arnor returned 1,212 bodies to Gondor.", ((1212, 1212), "exact", "one_way")),
        ("Arnor freed at least 1,000 detainees.", ((1000, None), "at_least", "one_way")),
        ("Arnor freed some 250 prisoners.", ((250, 250), "about", "one_way")),
        ("Arnor freed nearly 400 hostages.", ((400, 400), "about", "one_way")),
        ("Arnor handed over the bodies of 59 fighters.", ((59, 59), "exact", "one_way")),
        ("Arnor will release between 990 and 1,900 prisoners.", ((990, 1900), None, "one_way")),
        ("Arnor released thirty-three hostages.", ((33, 33), "exact", "one_way")),
        ("The union will send a team of no more than ten observers.", ((None, 10), "at_most", "total")),
        ("The draft would limit its army to 600,000 soldiers.", ((None, 600000), "at_most", "total")),
    ],
)
def test_counts(text: str, expected: tuple[object, object, object]) -> None:
    assert counts(text) == [expected]


def test_two_directions_are_two_terms() -> None:
    found = counts("Arnor freed 32 soldiers and Gondor released two soldiers.")
    assert found == [((32, 32), "exact", "one_way"), ((2, 2), "exact", "one_way")]
    assert [c[0] for c in counts("The formula of 225 for 150 was settled.")] == [(225, 225), (150, 150)]


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed 25 people and wounded 40 civilians.",
        "More than 12,000 people have been killed.",
        "Hundreds of prisoners were released.",
        "The third round lasted six hours.",
        "The fund holds $300 million for 2,000 farms.",
        "He was 47 when he was released in 2019.",
        "Some 35 percent of the prisoners were released.",
    ],
)
def test_no_count(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arnor wants a complete ceasefire.", "full"),
        ("Arnor wants a ceasefire on land, at sea and in the air.", "full"),
        ("All prisoners of war are to be freed.", "full"),
        ("Gondor offers pauses on parts of the front.", "limited"),
        ("Gondor offers a truce in limited areas.", "limited"),
        ("They agreed on an energy truce.", "limited"),
        ("They agreed on a partial ceasefire.", "limited"),
    ],
)
def test_scope(text: str, expected: str) -> None:
    assert {m.term.scope for m in terms(text) if m.term and m.term.scope} == {expected}


def test_conditions_and_purposes() -> None:
    found = [
        m.term
        for m in terms("Gondor will withdraw if the envoys of Arnor agree. Arnor wants a truce to retrieve the bodies.")
    ]
    assert "if the envoys of Arnor agree" in [t.condition for t in found if t]
    assert "to retrieve the bodies" in [t.purpose for t in found if t]
