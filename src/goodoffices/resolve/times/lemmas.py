"""Groups of lemmas from vocabulary/time_and_term_lemmas.csv."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def _groups() -> dict[str, frozenset[str]]:
    rows = files("goodoffices.vocabulary").joinpath("time_and_term_lemmas.csv").read_text("utf-8").splitlines()
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(rows):
        found.setdefault(row["sense"], set()).add(row["lemma"])
    return {sense: frozenset(group) for sense, group in found.items()}


def lemmas(sense: str) -> frozenset[str]:
    """The lemmas of a sense, e.g. "foreseen": due, planned, scheduled …; KeyError for an unknown sense.

    >>> "due" in lemmas("foreseen")
    True
    """
    return _groups()[sense]
