"""The ten kinds, one file each; `KINDS` is the whole list."""

from __future__ import annotations

from goodoffices.extract.kinds import (
    agreement,
    ceasefire,
    exchange,
    mediation,
    meeting,
    pressure,
    process_change,
    proposal,
    response,
    statement,
)

KINDS = (
    meeting,
    proposal,
    response,
    agreement,
    exchange,
    ceasefire,
    mediation,
    pressure,
    process_change,
    statement,
)
"""Modules with `find(clauses, speech) -> Iterable[Candidate]`, in the order of the fact contract."""
