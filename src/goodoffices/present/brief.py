"""A short summary: how many facts of each kind, the weightiest of them, and numbered sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import shorten, wrap

from goodoffices.model.document import Reading
from goodoffices.model.facts import Fact, Kind
from goodoffices.present.people import WIDTH, Line, quoted, source
from goodoffices.present.sentence import sentence
from goodoffices.present.words import HEADINGS

MOST = 3
"""Facts that are shown of each kind."""
LEFT_OUT = (Kind.STATEMENT, Kind.MEDIATION)
"""Kinds that are counted only."""


def summary(readings: Sequence[Reading]) -> Iterator[Line]:
    """Counts by kind, then the weightiest facts of each kind with the number of their source, then the sources."""
    found = [(fact, reading.document) for reading in readings for fact in reading.facts]
    if not found:
        yield "No facts.", ""
        return
    counts = Counter(fact.kind for fact, _ in found)
    told = ", ".join(f"{HEADINGS[kind].lower()} {counts[kind]}" for kind in Kind if counts[kind])
    many = len({document.id for _, document in found})
    yield from _block(f"In {many} document{'' if many == 1 else 's'}: {told}.", "")
    cited: dict[tuple[str, str], int] = {}
    for kind in Kind:
        if kind in LEFT_OUT or not counts[kind]:
            continue
        yield "", ""
        yield HEADINGS[kind], "heading"
        chosen = sorted((pair for pair in found if pair[0].kind is kind), key=lambda pair: -weight(pair[0]))
        for fact, document in chosen[:MOST]:
            key = (quoted(fact.evidence[0], document), source(document))
            number = cited.setdefault(key, len(cited) + 1)
            yield from _block(f"{sentence(fact)} [{number}]", "  ")
    yield "", ""
    yield "Sources", "heading"
    for (quote, where), number in cited.items():
        yield from _block(f"[{number}] {shorten(quote, 160, placeholder=' …”')} — {where}", "  ")
    yield "", ""


def weight(fact: Fact) -> int:
    """How much a fact tells: the number of its slots that are filled."""
    slots = (fact.when, fact.where, fact.round, fact.issue, *fact.terms, *fact.parties, *fact.by, *fact.to)
    return sum(slot is not None for slot in slots) + len(fact.evidence)


def _block(text: str, indent: str) -> Iterator[Line]:
    for line in wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False):
        yield line, "fact"
