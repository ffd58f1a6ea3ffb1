"""The gate: figures must not fall below their floors.

    python -m bench.gate [--update]

Floors are in bench/floors.json: slot and fact F1 of CORE by set, off-topic documents with facts, invalid quotations.
`--update` raises floors to the figures measured (less a tolerance) and never lowers one; to lower a floor, edit the
file and say why in the changelog.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bench import corpus
from bench.score import predictions, run_scorer

FLOORS = Path(__file__).parent / "floors.json"
RESULTS = Path(__file__).parent / "results" / "score.json"
SETS = ("seed", "dev", "wikipedia", "develop", "watched")
TOLERANCE = 0.005
"""Slack for rounding between processors."""


def measure() -> dict[str, dict[str, float]]:
    """Slot and fact F1 of CORE, off-topic documents with facts and invalid quotations for every set."""
    found = {}
    for name in SETS:
        rows = corpus.gold(name)
        read = predictions(rows, workers=2)
        print(f"== {name}")
        figures = run_scorer(rows, read)
        off = {row["id"] for row in rows if not row.get("about_negotiation", True)}
        found[name] = {
            "slot_f1": round(figures["CORE"]["slot"][2], 4),
            "fact_f1": round(figures["CORE"]["fact"][2], 4),
            "off_topic_with_facts": sum(bool(r["facts"]) for r in read if r["document"]["id"] in off),
            "invalid_quotations": sum(_invalid(row["text"], r) for row, r in zip(rows, read, strict=True)),
            "by_kind": {k: {"slot": v["slot"], "fact": v["fact"]} for k, v in figures.items()},
        }
    return found


def _invalid(text: str, reading: dict) -> int:
    return sum(
        text[piece["start"] : piece["end"]] != piece["quote"] for fact in reading["facts"] for piece in fact["evidence"]
    )


def broken(figures: dict, floors: dict) -> list[str]:
    """What fell below its floor, in words."""
    found = []
    for name, floor in floors.items():
        for key in ("slot_f1", "fact_f1"):
            if figures[name][key] < floor[key] - TOLERANCE:
                found.append(f"{name}: {key} {figures[name][key]:.3f} is below its floor {floor[key]:.3f}")
        for key in ("off_topic_with_facts", "invalid_quotations"):
            if figures[name][key] > floor[key]:
                found.append(f"{name}: {figures[name][key]} {key.replace('_', ' ')}, at most {floor[key]} allowed")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    figures = measure()
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=1) + "\n")
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    if options.update:
        keys = ("slot_f1", "fact_f1")
        raised = {
            name: {
                **{k: max(round(f[k] - TOLERANCE, 3), floors.get(name, {}).get(k, 0.0)) for k in keys},
                "off_topic_with_facts": min(f["off_topic_with_facts"], floors.get(name, {}).get("off_topic_with_facts", 10**6)),
                "invalid_quotations": 0,
            }
            for name, f in figures.items()
        }
        FLOORS.write_text(json.dumps(raised, indent=1) + "\n")
        return 0
    faults = broken(figures, floors)
    for fault in faults:
        print("GATE", fault, file=sys.stderr)
    print("gate:", "broken" if faults else "holds")
    return 1 if faults or not floors else 0


if __name__ == "__main__":
    sys.exit(main())
