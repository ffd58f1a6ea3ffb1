"""New names for old: a sentence with its names replaced by others of the same kind."""

from __future__ import annotations

import csv
import random
from dataclasses import replace
from pathlib import Path

from treebanks import Example, bio, spans

SHARE = 0.35
"""Share of sentences with names that are read with other names in an epoch."""


def name_lists(data: Path) -> dict[str, list[tuple[str, ...]]]:
    """Names of persons, places and organisations as word lists.

    Persons: heads of state and government (Wikidata, CC0). Places: towns (GeoNames, CC BY 4.0).
    Organisations: actors of organised violence (UCDP, CC BY 4.0), acronyms and long names.
    """
    with (data / "wikidata_world_leaders/wikidata_heads_2022.csv").open(encoding="utf-8") as lines:
        people = [row["officeholderLabel"] for row in csv.DictReader(lines)]
    with (data / "geonames_world_cities/world-cities.csv").open(encoding="utf-8") as lines:
        places = [row["name"] for i, row in enumerate(csv.DictReader(lines)) if i % 6 == 0]
    with (data / "ucdp/ucdp-actor-221.csv").open(encoding="utf-8") as lines:
        groups = [
            row[column]
            for row in csv.DictReader(lines)
            for column in ("NameData", "NameOrigFullEng")
            if row.get(column)
        ]
    groups = [
        g
        for g in groups
        if g[:1].isupper() and not g.startswith("Government") and len(g.split()) <= 6 and "," not in g
    ]
    return {"PER": _split(people, 4), "LOC": _split(places, 3), "ORG": _split(groups, 6)}


def _split(names: list[str], longest: int) -> list[tuple[str, ...]]:
    found = (tuple(name.replace("-", " - ").replace("(", "").replace(")", "").split()) for name in names)
    return sorted(
        {words for words in found if 0 < len(words) <= longest and not any(c.isdigit() for c in words[0][:1])}
    )


def substitute(example: Example, lists: dict[str, list[tuple[str, ...]]], dice: random.Random) -> Example:
    """The example with each of its names replaced by one of the same kind; the tree is kept.

    The head of the old name becomes the first word of the new one; the others hang on it as `flat`
    (of organisations: the last word is the head and the others are `compound`).
    """
    if example.names is None or example.upos is None:
        return example
    for first, end, label in reversed(spans(example.names)):
        if example.upos[first] == "PROPN" and (
            grown := _replace(example, first, end, label, dice.choice(lists[label]))
        ):
            example = grown
    return example


def _replace(example: Example, first: int, end: int, label: str, words: tuple[str, ...]) -> Example | None:
    heads, upos = example.heads, example.upos
    feats, relations, names = example.feats, example.relations, example.names
    assert heads and upos and feats and relations and names
    outside = [i for i in range(first, end) if not first <= heads[i] - 1 < end]
    if len(outside) != 1 or any(
        first <= h - 1 < end for i, h in enumerate(heads) if not first <= i < end and h != outside[0] + 1
    ):
        return None
    shift = len(words) - (end - first)
    at = first + (len(words) - 1 if label == "ORG" else 0)

    def moved(head: int) -> int:
        if head - 1 == outside[0]:
            return at + 1
        return head + shift if head > end else head

    inner = "compound" if label == "ORG" else "flat"
    new_heads = [moved(h) for h in heads[:first]]
    new_heads += [moved(heads[outside[0]]) if first + i == at else at + 1 for i in range(len(words))]
    new_heads += [moved(h) for h in heads[end:]]
    new_relations = [relations[outside[0]] if first + i == at else inner for i in range(len(words))]
    spots = [
        (a + (shift if a >= end else 0), b + (shift if a >= end else 0), k)
        for a, b, k in spans(names)
        if a != first
    ]
    total = len(example.words) + shift
    return replace(
        example,
        words=(*example.words[:first], *words, *example.words[end:]),
        spaces=(*example.spaces[:first], *(True for _ in words), *example.spaces[end:]),
        upos=(*upos[:first], *("PUNCT" if w == "-" else "PROPN" for w in words), *upos[end:]),
        feats=(*feats[:first], *({} if w == "-" else {"Number": "Sing"} for w in words), *feats[end:]),
        heads=tuple(new_heads),
        relations=(
            *relations[:first],
            *("punct" if w == "-" else r for w, r in zip(words, new_relations, strict=True)),
            *relations[end:],
        ),
        names=bio(total, [*spots, (first, first + len(words), label)]),
    )
