"""How often the issue of a fact is right: on annotated quotations, and on the facts that the reader finds.

    python bench/issues.py [--quotes]

Quotations: the model fitted on the develop half of gold/train, and cues alone (the heaviest cues of the
nearest zone), on documents that neither was fitted to. Facts: those that the reader finds in gold/dev and
the chronicle, paired with the annotated ones by the scorer; shipped weights. Only facts with an annotated
issue count; "PRO|PEA" accepts either.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import corpus

OUT = ROOT / "bench" / "results" / "issues.json"
UNSEEN = ("watched", "dev", "wikipedia")


def training() -> ModuleType:
    """The training recipe: it reads the quotations and fits the model. Needs scipy."""
    try:
        from training import issues
    except ModuleNotFoundError as missing:
        sys.exit(f"{missing}: pip install scikit-learn")
    return issues


def on_quotes() -> dict:
    """Share of right issues for annotated quotations, by set and way."""
    recipe = training()
    fitted = recipe.fit(corpus.gold("develop"))
    ways = {"cues alone": recipe.by_cues, "model": recipe.by_model(fitted)}
    figures: dict = {}
    for name in UNSEEN:
        found = recipe.examples(corpus.gold(name))
        figures[name] = {"facts": len(found)}
        for way, decide in ways.items():
            share, kinds, _ = recipe.accuracy(found, decide)
            figures[name][way] = {"right": round(share, 3), "by_kind": kinds}
    return figures


def on_facts(name: str) -> tuple[dict, Counter]:
    """Right issues among the paired facts of a set, and the confusions."""
    from bench.score import predictions, scorer

    rules = scorer()
    rows = corpus.gold(name)
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    for row, found in zip(rows, predictions(rows, 1), strict=True):
        for kind in sorted({fact["kind"] for fact in row["facts"]}):
            for gold, fact in paired(rules, row, found, kind):
                if gold.get("issue"):
                    wanted[kind] += 1
                    hit = (fact.get("issue") or "") in gold["issue"].split("|")
                    right[kind] += hit
                    wrong.update([(gold["issue"], str(fact.get("issue")))] * (not hit))
    by_kind = {kind: f"{right[kind]}/{wanted[kind]}" for kind in sorted(wanted)}
    total = sum(wanted.values())
    return {"facts": total, "right": round(sum(right.values()) / max(total, 1), 3), "by_kind": by_kind}, wrong


def paired(rules: ModuleType, row: dict, found: dict, kind: str) -> list[tuple[dict, dict]]:
    """Annotated and found facts of a kind, paired as the scorer pairs them."""
    left = [fact for fact in row["facts"] if fact["kind"] == kind]
    right = [fact for fact in found["facts"] if fact["kind"] == kind]
    profit = []
    for gold in left:
        values = []
        for fact in right:
            hit, spurious, missing = rules.compare(gold, fact)
            good = hit / (hit + 0.5 * (spurious + missing)) + 0.001 * hit
            values.append(good if rules.may_pair(gold, fact) else 0.0)
        profit.append(values)
    return [(left[g], right[f]) for g, f in rules.assign(profit)]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", action="store_true", help="the annotated quotations only")
    parser.add_argument("--sets", nargs="+", default=["dev", "wikipedia"], help="sets to read for facts")
    options = parser.parse_args(argv)
    figures: dict = {"quotations": on_quotes()}
    if not options.quotes:
        figures["found_facts"] = {}
        for name in options.sets:
            figures["found_facts"][name], wrong = on_facts(name)
            print(f"{name}: {wrong.most_common(25)}")
        OUT.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
