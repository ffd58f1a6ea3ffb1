"""What the screen keeps and drops, on annotated documents.

    python -m bench.screen [--show]

Recall: the share of documents on a negotiation that are kept. Dropped: the share of the others that are dropped.
Documents all of whose facts are optional are on the border and are counted apart. The weights were fitted on the
develop half; the cue words were written with develop, dev and wikipedia at hand, watched was only scored.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bench import corpus
from goodoffices.screen import screen

OUT = Path(__file__).parent / "results" / "screen.json"
SETS = ("develop", "watched", "dev", "wikipedia")
ARTICLE = 700
"""Characters from which a document counts as an article."""


def measure(rows: list[dict]) -> dict[str, object]:
    """Kept and dropped of one set, and the documents where the screen is wrong."""
    found: dict[str, list[bool]] = {"on": [], "on, articles": [], "off": [], "border": []}
    wrong = []
    for row in rows:
        dropped = screen(corpus.document(row))
        about = row.get("about_negotiation", True)
        border = about and bool(row["facts"]) and all(fact.get("optional") for fact in row["facts"])
        found["border" if border else "on" if about else "off"].append(bool(dropped))
        if about and not border and len(row["text"]) >= ARTICLE:
            found["on, articles"].append(bool(dropped))
        if not border and bool(dropped) == about:
            wrong.append((row["id"], "dropped" if dropped else "kept", dropped.reason if dropped else "", row["text"]))
    share = {name: round(sum(values) / len(values), 3) if values else None for name, values in found.items()}
    recall = {name: None if share[name] is None else round(1 - share[name], 3) for name in ("on", "on, articles")}
    return {
        "documents": {name: len(values) for name, values in found.items()},
        "recall": recall["on"],
        "recall of articles": recall["on, articles"],
        "off-topic dropped": share["off"],
        "border dropped": share["border"],
        "wrong": wrong,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print the documents where the screen is wrong")
    options = parser.parse_args()
    figures = {}
    for name in SETS:
        found = measure(corpus.gold(name))
        wrong = found.pop("wrong")
        figures[name] = found
        print(name, found)
        if options.show:
            for id, what, reason, text in wrong:
                print("  ", what, id, reason, "|", text[:160].replace("\n", " "))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
