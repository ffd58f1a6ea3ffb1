"""Known names give way to stand-ins before the network reads: a tree must not depend on who stands in it.

The first state that a document names is read as the first of the stand-ins, the second as the second,
and so on, each with its adjective, its nationals and its capital; likewise persons. So an exchange of
two names changes no tree. Only single words are replaced; the words, offsets and names of the result are
those of the text. What it gains is measured by bench/swap.py (bench/results/swap.json).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

STATES = (
    ("Russia", "Russian", "Russians", "Moscow"),
    ("Ukraine", "Ukrainian", "Ukrainians", "Kyiv"),
    ("Iran", "Iranian", "Iranians", "Tehran"),
    ("Egypt", "Egyptian", "Egyptians", "Cairo"),
    ("Syria", "Syrian", "Syrians", "Damascus"),
    ("Germany", "German", "Germans", "Berlin"),
    ("Norway", "Norwegian", "Norwegians", "Oslo"),
    ("Pakistan", "Pakistani", "Pakistanis", "Islamabad"),
    ("Hungary", "Hungarian", "Hungarians", "Budapest"),
    ("Italy", "Italian", "Italians", "Rome"),
    ("Ethiopia", "Ethiopian", "Ethiopians", "Addis"),
)
"""Name, adjective, nationals, capital. Any would do; these are common in the texts that the network learned from."""

PERSONS = (
    ("Vladimir", "Putin"), ("Donald", "Trump"), ("Angela", "Merkel"), ("Benjamin", "Netanyahu"),
    ("Sergei", "Lavrov"), ("John", "Kerry"), ("Emmanuel", "Macron"), ("Boris", "Johnson"),
    ("Hassan", "Rouhani"), ("Kofi", "Annan"), ("Barack", "Obama"), ("Antony", "Blinken"),
)  # fmt: skip
"""Given name and surname."""

Standing = tuple[str, str, int]
"""What a form is: "state" or "person", whose it is, and which of its forms (the place in the tuples above)."""


@cache
def forms() -> dict[str, Standing]:
    """The known single-word forms (standins.csv, written by training/standins.py), also in capitals."""
    text = (files("goodoffices.parse") / "standins.csv").read_text("utf-8")
    found: dict[str, Standing] = {
        row["form"]: (row["kind"], row["who"], int(row["place"])) for row in csv.DictReader(text.splitlines())
    }
    return {**{form.upper(): standing for form, standing in found.items()}, **found}


def stand_in(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """The words of a document's sentences, with stand-ins in the place of known names.

    >>> stand_in([["Armenia", "and", "AZERBAIJAN", "met", "in", "Baku"]])
    [['Russia', 'and', 'UKRAINE', 'met', 'in', 'Kyiv']]
    """
    known = forms()
    order: dict[str, dict[str, int]] = {"state": {}, "person": {}}
    return [[_stand(word, known[word], order) if word in known else word for word in words] for words in sentences]


def _stand(word: str, standing: Standing, order: dict[str, dict[str, int]]) -> str:
    kind, who, form = standing
    number = order[kind].setdefault(who, len(order[kind]))
    table = STATES if kind == "state" else PERSONS
    stand = table[number % len(table)][form]
    return stand.upper() if word.isupper() else stand
