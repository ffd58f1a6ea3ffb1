"""Write the names that have stand-ins before parsing (src/goodoffices/parse/standins.csv), from the vocabulary.

    python training/standins.py

The parser knows no vocabulary; this list is a copy of its single-word names of states and persons.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from goodoffices.vocabulary.tables import rows

VOCABULARY = ROOT / "src" / "goodoffices" / "vocabulary"
OUT = ROOT / "src" / "goodoffices" / "parse" / "standins.csv"
NO_NAMES = frozenset(["Will", "May", "June", "August", "Mark", "King", "Prince", "General", "Van", "Hope", "Grant", "Bill"])
"""Names of persons that are as often other words."""
LEAST_LETTERS = 3


def forms() -> dict[str, tuple[str, str, int]]:
    """Form to kind, owner and place among its owner's forms; an ambiguous form goes to the first owner."""
    found: dict[str, tuple[str, str, int]] = {}
    for row in rows(VOCABULARY / "states.csv", ("id", "name", "aliases", "adjectives", "nationals", "seats")):
        names = (row["name"], *(alias for alias in row.many("aliases") if not alias.isupper()))
        for place, group in enumerate((names, row.many("adjectives"), row.many("nationals"), row.many("seats"))):
            for form in group:
                found.setdefault(form, ("state", row["id"], place))
    for row in rows(VOCABULARY / "persons.csv", ("surname", "given", "aliases", "side", "role", "from", "until")):
        for place, form in enumerate((row["given"], row["surname"])):
            if form not in NO_NAMES:
                found.setdefault(form, ("person", f"{row['surname']} {row['given']}", place))
    return found


def main() -> int:
    single = sorted((f, *s) for f, s in forms().items() if len(f) >= LEAST_LETTERS and " " not in f and f[0].isupper())
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["form", "kind", "who", "place"])
        writer.writerows(single)
    print(f"{len(single)} forms in {OUT.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
