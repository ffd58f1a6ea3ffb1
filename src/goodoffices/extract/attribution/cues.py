"""The words that introduce a source, from the vocabulary."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class CueError(ValueError):
    """A word list that cannot be read: file, row, what is wrong."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a source does by speaking; fields as in `vocabulary/speech_acts.csv`."""

    name: str
    holds: str | None
    statement: str


def rows(name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a vocabulary file; an unknown or missing column is an error."""
    text = (files("goodoffices.vocabulary") / name).read_text("utf-8")
    reader = csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#"))
    if tuple(reader.fieldnames or ()) != columns:
        raise CueError(f"{name}: columns must be {', '.join(columns)}, found {reader.fieldnames}")
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            raise CueError(f"{name}: row {number}: {row} has a field too many or too few")
        yield row


@cache
def acts() -> Mapping[str, Act]:
    """Acts of speech by name."""
    found = rows("speech_acts.csv", ("act", "holds", "statement", "note"))
    return MappingProxyType({r["act"]: Act(r["act"], r["holds"] or None, r["statement"]) for r in found})


@cache
def cues(pos: str) -> Mapping[str, str]:
    """Acts by cue, for a part of speech (VERB or NOUN)."""
    found: dict[str, str] = {}
    for row in rows("speech_verbs.csv", ("term", "pos", "act", "note")):
        if row["act"] not in acts():
            raise CueError(f"speech_verbs.csv: {row['term']!r}: no such act: {row['act']!r}")
        if row["pos"] == pos:
            if row["term"] in found:
                raise CueError(f"speech_verbs.csv: {row['term']!r} stands twice as {pos}")
            found[row["term"]] = row["act"]
    return MappingProxyType(found)


@cache
def settings(role: str) -> frozenset[str]:
    """Nouns around speech with a role: document, platform, occasion."""
    return frozenset(r["term"] for r in rows("speech_settings.csv", ("term", "role", "note")) if r["role"] == role)
