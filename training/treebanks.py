"""Treebanks and name corpora as training examples.

Sources (see NOTICE): UD English EWT, the CC BY part of UD English GUM, Universal NER for EWT, Wikigold.
UD English PUD and Universal NER for PUD are for testing only.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

NAMES = ("PER", "ORG", "LOC")
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
LINKS = {"of", "for", "de", "and", "the", "&", "-", "–", "al", "la", "del", "von", "van", "bin"}


@dataclass(frozen=True)
class Example:
    """A sentence with gold tags. `heads` count from 1, 0 is the root. A layer without gold is None."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...] = ()
    upos: tuple[str, ...] | None = None
    feats: tuple[dict[str, str], ...] | None = None
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    id: str = ""
    document: str = ""
    opens_paragraph: bool = False
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)


def _open(path: Path) -> TextIO:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def treebank(path: Path) -> list[Example]:
    """The sentences of a CoNLL-U file; multi-word tokens are cut into their words' letters."""
    return [example for block, meta in _blocks(path) if (example := _example(block, meta)) is not None]


def _blocks(path: Path) -> Iterator[tuple[list[list[str]], dict[str, str]]]:
    rows: list[list[str]] = []
    meta: dict[str, str] = {}
    with _open(path) as lines:
        for line in [*lines, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                meta[key.strip()] = value.strip()
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield rows, meta
                rows, meta = [], {k: v for k, v in meta.items() if k == "newdoc id"}


def _example(rows: list[list[str]], meta: dict[str, str]) -> Example | None:
    words = [row for row in rows if row[0].isdigit()]
    forms = {int(row[0]): row[1] for row in words}
    spaces = {int(row[0]): "SpaceAfter=No" not in row[9] for row in words}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            pieces = _cut(row[1], [forms[k] for k in range(first, last + 1)])
            if pieces is None:
                return None
            forms.update(zip(range(first, last + 1), pieces, strict=True))
            spaces.update(dict.fromkeys(range(first, last), False))
            spaces[last] = "SpaceAfter=No" not in row[9]
    return Example(
        words=tuple(forms[int(row[0])].replace(" ", "_") for row in words),
        spaces=tuple(spaces[int(row[0])] for row in words),
        upos=tuple(row[3] for row in words),
        feats=tuple(dict(p.split("=") for p in row[5].split("|")) if row[5] != "_" else {} for row in words),
        heads=tuple(int(row[6]) for row in words),
        relations=tuple(row[7] for row in words),
        id=meta.get("sent_id", ""),
        document=meta.get("newdoc id", ""),
        opens_paragraph=any(key.startswith("newpar") for key in meta),
        rows=tuple(map(tuple, words)),
    )


def _cut(surface: str, parts: list[str]) -> list[str] | None:
    """The letters of a multi-word token shared out to its words ("don't" → do, n't)."""
    if "".join(parts) == surface:
        return parts
    found, at = [], 0
    for i, part in enumerate(parts):
        left = len(parts) - 1 - i
        end = len(surface) if left == 0 else at + max(1, min(len(part), len(surface) - at - left))
        found.append(surface[at:end])
        at = end
    return found if all(found) else None


def spans(tags: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Names as (first, end exclusive, label) from BIO tags."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-") or (
            tag.startswith("I-") and not (found and found[-1][1] == i and found[-1][2] == tag[2:])
        ):
            found.append((i, i + 1, tag[2:]))
        elif tag.startswith("I-"):
            found[-1] = (found[-1][0], i + 1, tag[2:])
    return found


def bio(length: int, names: list[tuple[int, int, str]]) -> tuple[str, ...]:
    """BIO tags from names."""
    tags = ["O"] * length
    for first, end, label in names:
        if label in NAMES:
            tags[first] = f"B-{label}"
            tags[first + 1 : end] = [f"I-{label}"] * (end - first - 1)
    return tuple(tags)


def with_names(examples: list[Example], path: Path) -> list[Example]:
    """Add the names of a Universal NER file (.iob2), matched by sentence id, else by its letters."""
    by_id: dict[str, tuple[str, ...]] = {}
    by_letters: dict[str, list[list[str]]] = {}
    for rows, meta in _blocks(path):
        by_id[meta.get("sent_id", "")] = tuple(row[2] for row in rows)
        by_letters[_letters([row[1] for row in rows])] = rows
    found = []
    for example in examples:
        tags = by_id.get(example.id)
        if tags is None or len(tags) != len(example.words):
            tags = _project(by_letters.get(_letters(list(example.words))), example)
        names = bio(len(example.words), spans(tags)) if tags else None
        found.append(replace(example, names=names))
    return found


def _letters(words: list[str]) -> str:
    return "".join(words).replace(" ", "").translate(str.maketrans("“”‘’", "\"\"''"))


def _project(rows: list[list[str]] | None, example: Example) -> tuple[str, ...] | None:
    """Tags of other words with the same letters."""
    if rows is None:
        return None
    edges, at = [], 0
    for row in rows:
        edges.append((at, at + len(row[1])))
        at += len(row[1])
    starts, ends, at = {}, {}, 0
    for i, word in enumerate(example.words):
        starts[at], ends[at + len(word)] = i, i + 1
        at += len(word)
    names = []
    for first, end, label in spans(tuple(row[2] for row in rows)):
        a, b = starts.get(edges[first][0]), ends.get(edges[end - 1][1])
        if a is None or b is None:
            return None
        names.append((a, b, label))
    return bio(len(example.words), names)


def with_gum_names(examples: list[Example]) -> list[Example]:
    """Names from GUM's entities: those of person, organisation, place whose head is a proper noun."""
    return [replace(e, names=bio(len(e.words), _gum_names(e))) for e in examples]


def _gum_names(example: Example) -> list[tuple[int, int, str]]:
    entities: list[tuple[int, int, str]] = []
    pending: list[tuple[int, str, str]] = []
    for i, row in enumerate(example.rows):
        match = re.search(r"(?:^|\|)Entity=([^|]+)", row[9])
        for token in re.findall(r"\([^()]+\)?|[^()]+\)", match.group(1)) if match else ():
            parts = token.strip("()").split("-")
            if token.startswith("("):
                kind = parts[1] if len(parts) > 1 else "?"
                entities.append((i, i + 1, kind)) if token.endswith(")") else pending.append(
                    (i, kind, parts[0])
                )
            else:
                for k in range(len(pending) - 1, -1, -1):
                    if pending[k][2] == parts[0]:
                        first, kind, _ = pending.pop(k)
                        entities.append((first, i + 1, kind))
                        break
    found: list[tuple[int, int, str]] = []
    for first, end, kind in sorted(set(entities), key=lambda e: (e[0] - e[1], e[0])):
        name = _core(example, first, end) if kind in GUM_TYPES else None
        if name and not any(a < name[1] and name[0] < b for a, b, _ in found):
            found.append((*name, GUM_TYPES[kind]))
    return sorted(found)


def _core(example: Example, first: int, end: int) -> tuple[int, int] | None:
    """The proper-noun words around the head of an entity."""
    assert example.heads and example.upos and example.relations
    tags = ["PROPN" if row[4] in ("NNP", "NNPS") else row[3] for row in example.rows]
    heads = [i for i in range(first, end) if not first <= example.heads[i] - 1 < end]
    if not heads or tags[heads[0]] != "PROPN":
        return None
    left = right = heads[0]
    while left - 1 >= first and (
        tags[left - 1] == "PROPN"
        or _joins(example, left - 1, {"amod", "compound", "flat", "punct", "nummod"})
    ):
        left -= 1
    right += 1
    while right < end:
        if tags[right] == "PROPN" and example.relations[right] != "appos":
            right += 1
        elif example.words[right].lower() in LINKS and right + 1 < end and tags[right + 1] == "PROPN":
            right += 2
        elif _joins(example, right, {"flat", "compound", "amod"}):
            right += 1
        else:
            break
    while left < heads[0] and tags[left] == "PUNCT":
        left += 1
    return left, right


def _joins(example: Example, word: int, relations: set[str]) -> bool:
    assert example.relations
    form = example.words[word]
    return example.relations[word] in relations and (form[:1].isupper() or form == "-")


def columns(path: Path, word: int, tag: int) -> list[Example]:
    """A name corpus in columns (Wikigold): one word a line, blank lines between sentences."""
    found: list[Example] = []
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        cells = line.strip("\r").split("\t")
        if line.strip() and len(cells) > max(word, tag):
            rows.append(cells)
        elif rows:
            words = tuple(r[word] for r in rows)
            found.append(Example(words, names=bio(len(words), spans(tuple(r[tag].strip() for r in rows)))))
            rows = []
    return found


def corpora(data: Path) -> dict[str, list[Example]]:
    """Every corpus of the recipe by name, from the folder that holds them."""
    ewt, uner, gum = data / "ud_english_ewt", data / "uner_english_ewt", data / "ud_english_gum_ccby_subset"
    found = {
        "ewt-train": with_names(
            treebank(ewt / "en_ewt-ud-train.REBUILT_from_sources.conllu.gz"), uner / "en_ewt-ud-train.iob2.gz"
        ),
        "pud": with_names(
            treebank(data / "ud_english_pud/en_pud-ud-test.conllu"),
            data / "uner_english_pud/en_pud-ud-test.iob2",
        ),
        "wikigold": columns(data / "wikigold/wikigold.conll", 1, 2),
    }
    for part in ("dev", "test"):
        found[f"ewt-{part}"] = with_names(
            treebank(ewt / f"en_ewt-ud-{part}.conllu"), uner / f"en_ewt-ud-{part}.iob2"
        )
    for part in ("train", "dev", "test"):
        found[f"gum-{part}"] = with_gum_names(treebank(gum / f"gum_ccby-{part}.conllu.gz"))
    return found
