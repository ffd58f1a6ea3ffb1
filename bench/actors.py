"""How many annotated actors, persons and places some mention resolves to, and how well the sides are inferred.

    python -m bench.actors develop dev wikipedia … [--misses] [--show ID] [--json OUT]

An annotated actor counts as known where some mention of the document has its id, name or side (any of the
alternatives of the annotation). Sides are compared with the union of the `parties` of the document's facts.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

from bench import corpus
from bench.score import scorer
from goodoffices.model.facts import Actor
from goodoffices.resolve import annotate

SLOTS = ("parties", "by", "to", "on", "third_parties", "people", "where")


def keys_of(actor: Actor, fold) -> set[str]:
    """Folded names under which an actor may be met."""
    keys = {fold(actor.id), fold(actor.name), fold(actor.side or "")}
    if actor.kind == "person":
        keys |= {fold(actor.id.removeprefix("person:").split("-")[0]), fold(actor.name).split()[-1] if fold(actor.name) else ""}
    return keys - {""}


def wanted(value: str, fold) -> set[str]:
    """The alternatives of an annotated value."""
    return {fold(part) for part in value.split("|")}


def measure(rows: list[dict], *, misses: bool = False, show: str | None = None) -> dict:
    """Recall by slot, and precision and recall of the sides, over annotated documents."""
    fold = scorer().fold
    hit: Counter[str] = Counter()
    total: Counter[str] = Counter()
    missed: dict[str, Counter[str]] = defaultdict(Counter)
    side_counts: Counter[str] = Counter()
    for row in rows:
        document = corpus.document(row)
        annotated = annotate(document, corpus.parsed(document.text))
        actors = [a for m in annotated.mentions for a in m.actors]
        known = set().union(*(keys_of(a, fold) for a in actors), set())
        persons = set().union(*(keys_of(a, fold) for a in actors if a.kind == "person"), set())
        places = {fold(n) for m in annotated.mentions if m.place for n in (m.place.name, m.place.venue or "")}
        for fact in row["facts"]:
            for slot in SLOTS:
                values = fact.get(slot) or []
                for value in [values] if isinstance(values, str) else values:
                    pool = persons if slot == "people" else places if slot == "where" else known
                    total[slot] += 1
                    found = bool(wanted(value, fold) & pool)
                    hit[slot] += found
                    if not found:
                        missed[slot][f"{value} [{row['id']}]"] += 1
        _sides(row, annotated, fold, side_counts, missed)
        _people(row, actors, fold, hit, total, missed)
        if show and show in row["id"]:
            _show(annotated)
    report = {slot: {"known": hit[slot], "of": total[slot], "share": round(hit[slot] / max(1, total[slot]), 4)}
              for slot in (*SLOTS, "side of people")}
    right, wrong, lost = side_counts["right"], side_counts["wrong"], side_counts["missing"]
    precision, recall = right / max(1, right + wrong), right / max(1, right + lost)
    report["sides"] = {"precision": round(precision, 4), "recall": round(recall, 4),
                       "f1": round(2 * precision * recall / max(1e-9, precision + recall), 4)}
    if misses:
        for slot, counter in missed.items():
            print(f"-- {slot}:", *(f"{name} x{n}" for name, n in counter.most_common(400)), sep="\n   ")
    return report


def _sides(row: dict, annotated, fold, counts: Counter[str], missed: dict[str, Counter[str]]) -> None:
    gold: list[set[str]] = []
    for fact in row["facts"]:
        for value in fact.get("parties", []):
            keys = wanted(value, fold)
            if not any(keys & g for g in gold):
                gold.append(keys)
    if not gold:
        return
    found = [keys_of(side, fold) for side in annotated.sides]
    right = sum(any(keys & g for g in gold) for keys in found)
    lost = [g for g in gold if not any(keys & g for keys in found)]
    counts["right"] += right
    counts["wrong"] += len(found) - right
    counts["missing"] += len(lost)
    if len(found) > right or lost:
        names = [side.id for side in annotated.sides]
        missed["sides"][f"{row['id']}: {names} for {[sorted(g) for g in gold]} third {[t.id for t in annotated.third_parties]}"] += 1


def _people(row: dict, actors: list[Actor], fold, hit: Counter[str], total: Counter[str], missed: dict) -> None:
    """Whether a speaker has the side that the annotation gives the statement."""
    for fact in row["facts"]:
        if fact["kind"] != "statement" or len(fact.get("people", [])) != 1 or len(fact.get("by", [])) != 1:
            continue
        same = [a for a in actors if a.kind == "person" and keys_of(a, fold) & wanted(fact["people"][0], fold)]
        if same:
            right = bool({fold(same[0].principal), *(keys_of(same[0], fold) if not same[0].side else ())} & wanted(fact["by"][0], fold))
            total["side of people"] += 1
            hit["side of people"] += right
            if not right:
                missed["side of people"][f"{fact['people'][0]} {same[0].side} for {fact['by'][0]} [{row['id']}]"] += 1


def _show(annotated) -> None:
    for m in annotated.mentions:
        if m.actors or m.place:
            words = annotated.sentences[m.sentence].words
            text = annotated.document.text[words[m.first].start : words[m.last].end]
            print(m.sentence, repr(text), words[m.head].form, [(a.id, a.side, a.role) for a in m.actors], m.place or "", m.how)
    print("sides", annotated.sides, "third", annotated.third_parties)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--show")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(argv)
    figures = {}
    for name in options.sets:
        rows = corpus.gold(name)[: options.limit]
        figures[name] = measure(rows, misses=options.misses, show=options.show)
        print(f"== {name} ({len(rows)} documents)")
        for slot, values in figures[name].items():
            print(f"{slot:14}", *(f"{key} {value}" for key, value in values.items()))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
