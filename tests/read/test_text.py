"""Text files: front matter, encodings, days of publication."""

from datetime import date

import pytest

from goodoffices.read.decoding import NotTextError, decode
from goodoffices.read.text import from_text, split

REPORT = """title: Delegations meet
published: 2025-06-27
publisher: Lake Wire
url: https://lake-wire.example.org/1

GENEVA - The two delegations met on Friday.

They will meet again.
"""


def test_front_matter_is_no_part_of_the_text() -> None:
    document = from_text(REPORT, id="report").document
    assert document.text == "GENEVA - The two delegations met on Friday.\n\nThey will meet again.\n"
    assert document.published == date(2025, 6, 27)
    assert (document.title, document.publisher) == ("Delegations meet", "Lake Wire")
    assert document.url == "https://lake-wire.example.org/1"
    assert document.id == "report"


def test_fenced_front_matter_and_its_own_id() -> None:
    document = from_text("---\nid: seven\npublished: 2025-06-27T10:00:00Z\n---\n\nTalks ended.\n", id="file").document
    assert (document.id, document.text, document.published) == ("seven", "Talks ended.\n", date(2025, 6, 27))


@pytest.mark.parametrize(
    "text",
    [
        "Talks ended on Friday.\n\nBoth sides left.",
        "moderator: welcome\nminister: thank you\n\nThe press conference began.",
        "title: A headline\nand a first line that is no field\n\nText.",
        "Title: capital letters begin a sentence\n\nText.",
        "",
    ],
)
def test_text_without_front_matter_is_unchanged(text: str) -> None:
    assert split(text) == ({}, text)


def test_a_day_that_cannot_be_understood_is_noted() -> None:
    loaded = from_text("published: 27/6/25\n\nTalks ended.", id="x")
    assert loaded.document.published is None
    assert loaded.notes == ("published '27/6/25' is not a day (write YYYY-MM-DD): taken as unknown",)


@pytest.mark.parametrize(
    ("data", "text", "noted"),
    [
        ("Zürich – talks".encode(), "Zürich – talks", False),
        ("\ufeffZürich".encode(), "Zürich", False),
        ("Zürich".encode("utf-16"), "Zürich", False),
        ("Zürich – talks".encode("cp1252"), "Zürich – talks", True),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree", False),
    ],
)
def test_encodings(data: bytes, text: str, noted: bool) -> None:
    found, notes = decode(data)
    assert found == text
    assert bool(notes) is noted


def test_binary_is_not_text() -> None:
    with pytest.raises(NotTextError):
        decode(b"\x00\x01\x02")
