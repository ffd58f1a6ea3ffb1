"""What must hold for any input: no text stops the program, quotations are slices, workers change nothing."""

import json
import string
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.model.document import Document, Reading
from goodoffices.pipeline import read_document
from goodoffices.present.cli import cli
from goodoffices.present.contract import reading_to_json
from goodoffices.present.people import lines
from goodoffices.read.sources import documents
from goodoffices.read.text import split

ROOT = Path(__file__).resolve().parents[2]

PIECES = st.sampled_from(
    [
        "Peru and Ecuador", "the two sides", "President Fujimori", "a Hamas official", "they", "the rebels", "agreed on",
        "rejected", "met", "will meet", "denied that", "said", "told Reuters", "a ceasefire", "the release of 300 prisoners",
        "up to 1,200 bodies", "a 30-day truce", "in Geneva", "on Monday", "next week", "in late May", "between 2016 and 2018",
        "if", "not", "could", "\"", "“", "”", "'", "(", ")", ",", ".", "—", ":", ";", "\n", "\n\n", "10:15", "$5m", "@x",
        "https://x.example.org/a?b=c", "\u200b", "é", "Ω", "🙂", "\t", "U.S.", "Feb. 30", "31 June 2025", "0000-00-00",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200),
    st.text(alphabet=string.ascii_letters + " .,\"'\n", max_size=200),
)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def checked(reading: Reading) -> None:
    text = reading.document.text
    assert reading.dropped is None or not reading.facts
    for fact in reading.facts:
        assert fact.evidence
        assert list(fact.evidence) == sorted(set(fact.evidence))
        for piece in fact.evidence:
            assert text[piece.start : piece.end] == piece.quote
            assert piece.quote.strip()
    json.dumps(reading_to_json(reading))
    list(lines([reading]))


@FEW
@given(text=TEXTS, published=st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_no_text_stops_the_program_and_quotations_are_slices(text: str, published: date | None) -> None:
    checked(read_document(Document("any", text, published)))


@FEW
@given(pieces=st.lists(PIECES, max_size=30))
def test_a_report_on_a_ceasefire_with_anything_in_it(pieces: list[str]) -> None:
    text = f"Peru and Ecuador agreed on a ceasefire at peace talks in Geneva. {' '.join(pieces)} The rebels said so."
    checked(read_document(Document("any", text, date(2025, 6, 27))))


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300), name=st.sampled_from(["x.txt", "x.html", "x.pdf", "x.json", "x.jsonl", "x.warc", "x"]))
def test_any_bytes_are_a_document_or_a_failure(data: bytes, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    assert list(documents([str(path)]))


@given(text=st.text(max_size=200))
def test_front_matter_and_text_make_up_the_file(text: str) -> None:
    fields, rest = split(text)
    assert text.endswith(rest)
    assert fields or rest == text


def test_workers_and_order_change_nothing() -> None:
    paths = sorted(map(str, (ROOT / "examples").glob("*.txt")))

    def printed(*words: str) -> list[str]:
        done = CliRunner().invoke(cli, ["read", "--json", *words])
        assert done.exit_code == 0, done.output
        return done.stdout.splitlines()

    alone = printed(*paths)
    assert printed(*paths, "--workers", "2") == alone
    assert printed(*reversed(paths))[::-1] == alone
