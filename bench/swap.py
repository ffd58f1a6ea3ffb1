"""The swap test: exchange the names of the two sides, and only the names may change in the facts.

    python bench/swap.py [--show ID]

For each document of gold/dev the names, adjectives, capitals and persons of its two sides are exchanged
by bench/swap_names.csv, and both texts are read. A fact survives where the swapped text yields it with
the sides, persons and capitals exchanged and all else the same (kind, status, own field, issue, time,
round, terms, attribution). The figure is the share of surviving facts among those of the text that has
more. Forms without a counterpart ("the Kremlin") are first replaced by the plain name in BOTH texts.
Where a state faces a group, the text describes the group in words that cannot be exchanged ("the
rebels", "the movement") and puts towns and people on its side: such documents are left out, but for two
armed forces of one country; hence two figures, for pairs of states and for all pairs of the table.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import corpus
from goodoffices.model.document import Document
from goodoffices.model.facts import ACTOR_FIELDS, Actor, Fact, Source, Term

OUT = ROOT / "bench" / "results" / "swap.json"
NAMES = ROOT / "bench" / "swap_names.csv"
TARGET = 0.97
MIXED = frozenset({"RSF"})
"""Groups in the table: they face an army that is also called a government."""

SIDES = {"SDN": "SAF"}
"""Other ids for the sides of the table."""

OFTEN = 3
"""Least number of facts in which both sides of a pair are named."""

VOWEL_LETTERS = "AEFHILMNORSX"
"""Letters whose English name begins with a vowel: "an RSF convoy"."""


@dataclass(frozen=True)
class Pair:
    """Two sides and the forms of their names, paired by type; `same` are replaced in both texts."""

    one: str
    other: str
    forms: tuple[tuple[str, str], ...]
    persons: tuple[tuple[str, str], ...]
    same: tuple[tuple[str, str], ...]

    @property
    def mixed(self) -> bool:
        return bool({self.one, self.other} & MIXED)

    def exchange(self) -> dict[str, str]:
        """Form to form, both ways, persons also by their family name."""
        pairs = [*self.forms, *self.persons, *((a.split()[-1], b.split()[-1]) for a, b in self.persons)]
        return {**dict(pairs), **{b: a for a, b in pairs}}


def pairs() -> dict[frozenset[str], Pair]:
    rows: dict[tuple[str, str], dict[str, list[tuple[str, str]]]] = {}
    with NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kinds = rows.setdefault((row["one"], row["other"]), {"same": [], "person": [], "form": []})
            kind = row["kind"] if row["kind"] in kinds else "form"
            kinds[kind].append((row["form_of_one"], row["form_of_other"]))
    return {
        frozenset(ids): Pair(*ids, tuple(kinds["form"]), tuple(kinds["person"]), tuple(kinds["same"]))
        for ids, kinds in rows.items()
    }


def pair_of(row: dict, table: dict[frozenset[str], Pair]) -> Pair | None:
    """The table's pair that the annotated facts name most."""
    named = Counter(
        SIDES.get(part, part)
        for fact in row["facts"]
        for role in ("parties", "by", "to", "on")
        for actor in fact.get(role) or []
        for part in actor.split("|")[:1]
    )
    ranked = sorted(table, key=lambda ids: (-min(named[i] for i in ids), sorted(ids)))
    return table[ranked[0]] if min(named[i] for i in ranked[0]) >= OFTEN else None


def replace(text: str, forms: dict[str, str]) -> str:
    """All forms exchanged at once, whole words, the longest first; capitals and articles are kept right."""
    every = {**forms, **{a.upper(): b.upper() for a, b in forms.items() if a[0].isupper()}}
    every |= {_capital(a): _capital(b) for a, b in forms.items() if a.startswith("the ")}
    pattern = "|".join(re.escape(form) for form in sorted(every, key=lambda f: (-len(f), f)))
    found = re.compile(rf"(?:\b(an?|An?|[Tt]he) )?(?<!\w)({pattern})(?!\w)")
    exchanged = found.sub(partial(_with_article, every, text), text)
    return re.sub(r"\b([Tt]he [A-Z]\w+ \w+s)'s\b", r"\1'", exchanged)


def _with_article(every: dict[str, str], text: str, match: re.Match[str]) -> str:
    article, form = match.groups()
    new = every[form]
    begins = match.start() == 0 or text[match.start() - 2 : match.start()].strip() in BEGINNINGS
    if article and article.lower() == "the":
        return f"{article} {new.removeprefix('the ')}"
    if article:
        vowel = new[0] in VOWEL_LETTERS if new.isupper() else new[0] in "AEIOaeio"
        return f"{article[0]}{'n' if vowel else ''} {new.removeprefix('the ')}"
    return _capital(new) if begins else new


def _capital(form: str) -> str:
    return form[0].upper() + form[1:]


BEGINNINGS = frozenset({".", "!", "?", "\u201c", '"', ":"})
"""What stands before the first word of a sentence."""

Key = tuple[object, ...]


def fact_key(fact: Fact, name: Callable[[str], str]) -> Key:
    """All that a fact says, its names passed through `name`."""
    roles = tuple(
        (role, frozenset(_actor(actor, name, role) for actor in getattr(fact, role))) for role in ACTOR_FIELDS
    )
    when = fact.when and (fact.when.start, fact.when.end, fact.when.precision)
    sources = frozenset(_source(source, name) for source in fact.attribution)
    return (
        str(fact.kind), fact.status, fact.own, fact.issue, str(fact.factuality), fact.round, when,
        name(fact.where.name) if fact.where else None, roles, tuple(_term(t) for t in fact.terms), sources,
    )  # fmt: skip


def _actor(actor: Actor, name: Callable[[str], str], role: str) -> str:
    if actor.kind == "person" and (role == "people" or not actor.side):
        return name(fold(actor.name.split()[-1]))
    return name(actor.principal)


def _source(source: Source, name: Callable[[str], str]) -> str:
    """A speaker by name, one without an identity by the head of his label."""
    return _actor(source.speaker, name, "people") if source.speaker else name(fold(source.label.split()[-1]))


def fold(name: str) -> str:
    """A name without diacritics, case and doubled letters: one form for all spellings of it.

    >>> fold("Zelenskyy") == fold("Zelensky"), fold("Vu\u010di\u0107")
    (True, 'vucic')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"(.)\1", r"\1", plain)


def _term(term: Term) -> Key:
    return (term.issue, term.duration_days, term.count, term.count_basis, term.qualifier, term.scope)


def names(pair: Pair) -> dict[str, str]:
    """Ids, capitals and family names of one side to those of the other."""
    both = {pair.one: pair.other, pair.other: pair.one, **pair.exchange()}
    return {**both, **{fold(a): fold(b) for a, b in both.items()}}


def compare(row: dict, pair: Pair) -> dict:
    """Read both texts and count the facts that survive."""
    from goodoffices.pipeline import read_document

    given = corpus.document(row)
    base = replace_same(given.text, pair)
    swapped = replace(base, pair.exchange())
    exchanged = names(pair)
    facts = [
        [fact_key(f, name) for f in read_document(_with(given, text)).facts]
        for text, name in ((base, lambda n: exchanged.get(n, n)), (swapped, lambda n: n))
    ]
    left, right = (Counter(side) for side in facts)
    return {
        "id": row["id"],
        "sides": f"{pair.one}-{pair.other}",
        "mixed": pair.mixed,
        "facts": max(len(facts[0]), len(facts[1])),
        "survive": sum((left & right).values()),
        "lost": sorted(map(str, (left - right).elements())),
        "new": sorted(map(str, (right - left).elements())),
    }


def replace_same(text: str, pair: Pair) -> str:
    for old, new in sorted(pair.same, key=lambda p: -len(p[0])):
        bare = r"(?<!the )(?<!The )" if new.startswith("the ") and not old.startswith("the ") else ""
        text = re.sub(rf"{bare}(?<!\w){re.escape(old)}(?!\w)", new, text)
    return text


def _with(document: Document, text: str) -> Document:
    return Document(id=document.id, text=text, published=document.published, title=None)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", help="print the facts of this document that did not survive")
    options = parser.parse_args(argv)
    table = pairs()
    results = []
    for row in corpus.gold("dev"):
        pair = pair_of(row, table) if row["facts"] else None
        if pair is None or (options.show and row["id"] != options.show):
            continue
        result = compare(row, pair)
        results.append(result)
        print(f"{row['id']:30} {result['sides']:10} {result['survive']:3} of {result['facts']}", flush=True)
        if options.show:
            print(replace(replace_same(row["text"], pair), pair.exchange()))
            print(*(f"- {k}" for k in result["lost"]), *(f"+ {k}" for k in result["new"]), sep="\n")
    figures = {"target": TARGET, "same_type": share(results, mixed=False), "all": share(results, mixed=True)}
    print(json.dumps(figures, indent=1))
    if not options.show:
        brief = [{k: v for k, v in r.items() if k not in {"lost", "new"}} for r in results]
        OUT.write_text(json.dumps({**figures, "documents": brief}, indent=1) + "\n", "utf-8")
    return bool(figures["same_type"]["share"] < TARGET)


def share(results: list[dict], *, mixed: bool) -> dict:
    counted = [r for r in results if mixed or not r["mixed"]]
    facts, survive = sum(r["facts"] for r in counted), sum(r["survive"] for r in counted)
    ratio = round(survive / max(facts, 1), 4)
    return {"documents": len(counted), "facts": facts, "survive": survive, "share": ratio}


if __name__ == "__main__":
    sys.exit(main())
