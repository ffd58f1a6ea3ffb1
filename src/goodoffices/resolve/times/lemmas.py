"""Groups of lemmas from vocabulary/time_and_term_lemmas.csv."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import goodoffices.vocabulary
from goodoffices.vocabulary.tables import rows

VOCABULARY = Path(goodoffices.vocabulary.__file__).parent
"""The folder of the tables."""


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows(VOCABULARY / "time_and_term_lemmas.csv", ("sense", "lemma"), needed=("sense", "lemma")):
        found.setdefault(row["sense"], set()).add(row["lemma"])
    return {sense: frozenset(group) for sense, group in found.items()}


def lemmas(sense: str) -> frozenset[str]:
    """The lemmas of a sense, e.g. "foreseen": due, planned, scheduled …; KeyError for an unknown sense.

    >>> "due" in lemmas("foreseen")
    True
    """
    return _groups()[sense]
