"""Event classes on the PLOVER gold standard records: how far the reader's facts tell them.

    python bench/plover.py [--misses CLASS]

The records (322 sentences from the CAMEO manual, CC BY-SA 4.0, data/plover_gsr under GOODOFFICES_SHARED)
each code ONE event of a sentence. Facts are turned into PLOVER classes by `CLASS_OF`; a class is right
where it is the record's, and every other class found in the sentence counts against precision, even if
the sentence does hold such an event. Most records are about politics at large (aid, courts, protests),
which the reader leaves alone on purpose; hence two tables: all records, and those that its own screen
takes for reports on a negotiation. Actors: how many of the countries coded as source or target of a
record stand in some role of the fact that has its class.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import corpus
from goodoffices.model.document import Document
from goodoffices.model.facts import ACTOR_FIELDS, Fact, Kind

OUT = ROOT / "bench" / "results" / "plover.json"
CLASSES = (
    "AGREE", "CONSULT", "SUPPORT", "DEMAND", "REJECT", "THREATEN", "RETREAT", "CONCEDE", "SANCTION", "AID",
)  # fmt: skip
"""The classes that a fact can stand for; the others (FIGHT, PROTEST, …) are no part of a negotiation."""

CLASS_OF: dict[tuple[str, str], str] = {
    ("meeting", "held"): "CONSULT",
    ("meeting", "ongoing"): "CONSULT",
    ("meeting", "planned"): "AGREE",
    ("meeting", "proposed"): "AGREE",
    ("meeting", "cancelled"): "SANCTION",
    ("proposal", "offer"): "AGREE",
    ("proposal", "ready"): "AGREE",
    ("proposal", "pledge"): "AGREE",
    ("proposal", "plan"): "AGREE",
    ("proposal", "invite"): "AGREE",
    ("proposal", "demand"): "DEMAND",
    ("proposal", "call"): "DEMAND",
    ("response", "accept"): "AGREE",
    ("response", "conditional"): "AGREE",
    ("response", "reject"): "REJECT",
    ("agreement", "reached"): "AGREE",
    ("agreement", "in_principle"): "AGREE",
    ("agreement", "expected"): "AGREE",
    ("agreement", "signed"): "SUPPORT",
    ("exchange", "carried_out"): "RETREAT",
    ("exchange", "ongoing"): "RETREAT",
    ("exchange", "planned"): "AGREE",
    ("ceasefire", "declared"): "RETREAT",
    ("ceasefire", "in_force"): "RETREAT",
    ("ceasefire", "extended"): "RETREAT",
    ("ceasefire", "planned"): "AGREE",
    ("mediation", "ongoing"): "CONSULT",
    ("mediation", "done"): "CONSULT",
    ("mediation", "offered"): "AGREE",
    ("mediation", "declined"): "REJECT",
    ("pressure", "sanctions"): "SANCTION",
    ("pressure", "aid_cut"): "SANCTION",
    ("pressure", "threatened"): "THREATEN",
    ("pressure", "ultimatum"): "THREATEN",
    ("pressure", "threat"): "THREATEN",
    ("pressure", "urging"): "DEMAND",
    ("pressure", "aid"): "AID",
    ("process_change", "pause"): "SANCTION",
    ("process_change", "breakdown"): "SANCTION",
}
"""PLOVER class by kind and status, or kind and own field; looked up in this order: status planned or
threatened, own field, status. After the conversion table CAMEO2PLOVER of 2021, where DEMAND is REQUEST."""

BY_STATUS_FIRST = frozenset({"planned", "threatened", "offered", "declined"})

PUBLISHED = {
    "zero-shot PLOVER (Hu et al. 2024), NLI prompts, dyad given, 1,033 other sentences, 15 classes": {
        "accuracy": 0.838,
        "macro_f1": 0.824,
        "f1": {"AGREE": 0.78, "CONSULT": 0.769, "REJECT": 0.904, "DEMAND": 0.904, "CONCEDE+RETREAT": 0.878},
    },
    "PETRARCH-1 against PETRARCH-2, same stories": {"identical": 0.40},
    "GDELT rows against their articles, 50 events of Sudan": {"code": 0.812, "actor1": 0.79, "actor2": 0.785},
}
"""Figures that others publish, on other data: for orientation, no comparison on equal terms."""


def plover_class(fact: Fact) -> str | None:
    """The PLOVER class of a fact, None where PLOVER has none for it.

    A statement has none; a truce that is said to be broken is left to the event data sets.
    """
    kind, status, own = str(fact.kind), fact.status, fact.own or ""
    if fact.kind is Kind.PRESSURE and status == "planned":
        return "AGREE" if own == "aid" else "THREATEN"
    if fact.kind is Kind.CEASEFIRE and status in {"alleged", "denied"}:
        return None
    if fact.kind is Kind.PROCESS_CHANGE and status != "asserted":
        return None
    keys = [(kind, own), (kind, status)]
    if status in BY_STATUS_FIRST:
        keys.reverse()
    return next((CLASS_OF[key] for key in keys if key in CLASS_OF), None)


def records() -> list[dict]:
    """The records with a text and an event."""
    path = corpus.shared() / "data" / "plover_gsr" / "PLOVER_GSR_CAMEO.txt"
    if not path.is_file():
        sys.exit(f"no PLOVER records at {path}: they are openeventdata/PLOVER, gold_standard_records")
    return [row for row in json.loads(path.read_text("utf-8")) if row["event"] != "DOCUMENT"]


def read_sentence(text: str) -> tuple[Fact, ...]:
    """The facts of a sentence, without the screen: that a single sentence is no report is not its fault."""
    from goodoffices.extract.finding import find
    from goodoffices.fuse.within import join
    from goodoffices.resolve import annotate

    document = Document(id="record", text=text)
    return join(find(annotate(document, corpus.parsed(text))).facts)


def countries(row: dict) -> set[str]:
    actors = [*(row.get("source") or []), *(row.get("target") or [])]
    codes = {actor.get("code", "") for actor in actors if isinstance(actor, dict)}
    return {code for code in codes if len(code) == 3} - {"IGO"}


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", help="print the missed and the falsely found records of this class")
    options = parser.parse_args(argv)
    from goodoffices.screen import screen

    rows = []
    for record in records():
        text = record["text"].strip("{} ")
        facts = read_sentence(text)
        kept = screen(Document(id=record["id"], text=text)) is None
        rows.append((record, {c: f for f in facts if (c := plover_class(f))}, kept))
    figures = {
        "all": table(rows),
        "kept_by_the_screen": table([row for row in rows if row[2]]),
        "published": PUBLISHED,
    }
    for name in ("all", "kept_by_the_screen"):
        show(name, figures[name])
    print(json.dumps(PUBLISHED, indent=1))
    if options.misses:
        for record, found, _ in rows:
            if (record["event"] == options.misses) != (options.misses in found):
                print(record["event"], sorted(found), record["text"])
    OUT.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


def table(rows: list[tuple[dict, dict[str, Fact], bool]]) -> dict:
    """Precision, recall and F1 by class, and how many coded countries the facts of the right class name."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    actors = [0, 0]
    for record, classes, _ in rows:
        wanted[record["event"]] += 1
        found.update(list(classes))
        if record["event"] in classes:
            right[record["event"]] += 1
            fact = classes[record["event"]]
            named = {actor.principal for role in ACTOR_FIELDS for actor in getattr(fact, role)}
            coded = countries(record)
            actors[0] += len(coded & named)
            actors[1] += len(coded)
    by_class = {c: scores(right[c], found[c], wanted[c]) for c in CLASSES}
    whole = scores(sum(right.values()), sum(found.values()), sum(wanted[c] for c in CLASSES))
    quiet = [classes for record, classes, _ in rows if record["event"] not in CLASSES]
    return {
        "records": len(rows),
        "by_class": by_class,
        "all_classes": whole,
        "macro_f1": round(sum(row["f1"] for row in by_class.values()) / len(CLASSES), 3),
        "countries": {"found": actors[0], "coded": actors[1]},
        "other_classes": {"records": len(quiet), "without_a_fact": sum(not classes for classes in quiet)},
    }


def scores(right: int, found: int, wanted: int) -> dict:
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    rounded = {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}
    return {**rounded, "right": right, "found": found, "wanted": wanted}


def show(name: str, figures: dict) -> None:
    print(f"== {name}: {figures['records']} records")
    print(f"{'class':10} {'P':>6} {'R':>6} {'F1':>6}  right found wanted")
    for label, row in [*figures["by_class"].items(), ("all", figures["all_classes"])]:
        head = f"{label:10} {row['precision']:6.3f} {row['recall']:6.3f} {row['f1']:6.3f}"
        print(f"{head}  {row['right']:5} {row['found']:5} {row['wanted']:6}")
    print(f"macro F1 {figures['macro_f1']:.3f}; countries {figures['countries']}; {figures['other_classes']}")


if __name__ == "__main__":
    sys.exit(main())
