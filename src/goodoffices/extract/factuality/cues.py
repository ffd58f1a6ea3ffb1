"""The words that decide on factuality, from `vocabulary/factuality_cues.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast, get_args

Reading = Literal[
    "done",
    "ongoing",
    "planned",
    "possible",
    "proposed",
    "hoped",
    "cancelled",
    "postponed",
    "failed",
    "denied",
    "negated",
    "conditional",
]
"""What becomes of a thing that the text names."""

SCOPES = frozenset({"governor", "modifier", "modal", "preposition", "conjunction"})
COLUMNS = ("term", "pos", "scope", "reading", "note")
NEGATIVE: frozenset[str] = frozenset({"cancelled", "postponed", "failed", "denied", "negated"})
FACT: frozenset[str] = frozenset({"done", "ongoing"})


class CueError(ValueError):
    """A word list that cannot be read: file, row, what is wrong."""


@cache
def cues(scope: str, pos: str) -> Mapping[str, Reading | None]:
    """Readings by word for a scope and part of speech; None for a governor that leaves the thing as it is itself."""
    return MappingProxyType({term: reading for (s, p, term), reading in _table().items() if (s, p) == (scope, pos)})


@cache
def _table() -> Mapping[tuple[str, str, str], Reading | None]:
    text = (files("goodoffices.vocabulary") / "factuality_cues.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#"))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise CueError(f"factuality_cues.csv: columns must be {', '.join(COLUMNS)}, found {rows.fieldnames}")
    table: dict[tuple[str, str, str], Reading | None] = {}
    for number, row in enumerate(rows, start=2):
        key = (row["scope"], row["pos"], row["term"])
        if row["scope"] not in SCOPES or row["reading"] not in {*get_args(Reading), "same"} or key in table:
            raise CueError(f"factuality_cues.csv: row {number}: {row} has an unknown scope or reading, or stands twice")
        table[key] = None if row["reading"] == "same" else cast("Reading", row["reading"])
    return MappingProxyType(table)
