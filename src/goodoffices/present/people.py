"""Facts for people: grouped by kind, each with its quotations and sources, in 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from goodoffices.model.document import Document, Reading
from goodoffices.model.facts import Evidence, Fact, Kind
from goodoffices.present.sentence import sentence
from goodoffices.present.words import HEADINGS, day, printable

WIDTH = 100
INDENT = "    "

STOPS = (".", "!", "?", "\"", "”", "“", "-", "–", "—")
"""What ends the sentence or dateline before a quotation, or the quotation itself."""

Line = tuple[str, str]
"""A line and its style: heading, fact, quotation or source."""


def lines(readings: Sequence[Reading]) -> Iterator[Line]:
    """The facts of all documents by kind, in the order of the contract, then in the order of the documents."""
    for kind in Kind:
        found = [(fact, reading.document) for reading in readings for fact in reading.facts if fact.kind is kind]
        if found:
            yield f"{HEADINGS[kind]} ({len(found)})", "heading"
            for fact, document in found:
                yield from _fact(fact, document)
            yield "", ""


def _fact(fact: Fact, document: Document) -> Iterator[Line]:
    yield from _wrapped(sentence(fact), "  ", "fact")
    for piece in fact.evidence:
        yield from _wrapped(quoted(piece, document), INDENT, "quotation")
    yield from _wrapped(f"— {source(document)}", INDENT, "source")


def quoted(piece: Evidence, document: Document) -> str:
    """A quotation in its marks; dots where it begins or ends within a sentence.

    >>> quoted(Evidence(9, 28, ", but Graustark did"), Document("x", "They met, but Graustark did not."))
    '“… but Graustark did …”'
    """
    before, after = document.text[: piece.start].rstrip(), document.text[piece.end :]
    begins = not before or document.text[len(before) : piece.start].count("\n") > 0 or before[-1] in STOPS
    ends = piece.quote.rstrip()[-1:] in STOPS or not after.strip() or after.lstrip(" \"”’')")[:1] in (*STOPS, "\n")
    words = printable(piece.quote).lstrip(",;: ") if not begins else printable(piece.quote)
    return f"“{'' if begins else '… '}{words}{'' if ends else ' …'}”"


def source(document: Document) -> str:
    """Where a quotation stands: the document, who published it, and when."""
    parts: Iterable[str | None] = (
        document.id,
        document.publisher,
        day(document.published) if document.published else "no day of publication",
    )
    return printable(", ".join(part for part in parts if part))


def _wrapped(text: str, indent: str, style: str) -> Iterator[Line]:
    hanging = indent + "  " if style == "fact" else indent
    for line in wrap(text, WIDTH, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False):
        yield line, style


def notes(readings: Iterable[Reading]) -> Iterator[Line]:
    """What was noted of documents, and why some were dropped."""
    for reading in readings:
        said = [*reading.notes, *([f"dropped: {reading.dropped.reason}"] if reading.dropped else [])]
        for note in said:
            yield from _wrapped(f"{printable(reading.document.id)}: {printable(note)}", "", "note")
