"""Rebuild groups_imported.csv: armed groups of the UCDP Actor Dataset that the curated table lacks.

    python -m training.vocabulary.groups FOLDER > src/goodoffices/vocabulary/groups_imported.csv

FOLDER holds ucdp/ucdp-actor-221.csv (CC BY 4.0; Davies, Pettersson and Öberg 2022, Organized violence 1989-2021).
Taken are formally organised groups (Org 1); communal groups, supporters and nameless factions are left out.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from goodoffices.vocabulary.entries import case_of, pieces
from goodoffices.vocabulary.index import Builder

_CURATED = Path(__file__).parents[2] / "src" / "goodoffices" / "vocabulary"
_PLAIN = re.compile(r"^[A-Z][A-Za-z0-9/+-]*(?: ?- ?[A-Z]+)?$")
_FACELESS = re.compile(r"^(\d|Forces of|.* Division$|.* Brigade$|.*Faction$|Military faction|Supporters|.* faction\b|.*\bGang\b|.*Cartel)", re.IGNORECASE)
_SHORTEST = 3


def _alias(name: str) -> str:
    """An acronym holds only where its country is spoken of."""
    return f"~{name}" if case_of(name) == "upper" else name


def main(folder: Path) -> None:
    """Write the table to standard output."""
    builder = Builder()
    builder.states(_CURATED / "states.csv")
    for name in ("bodies.csv", "groups.csv", "media.csv"):
        builder.actor_table(_CURATED / name)
    vocabulary = builder.done()
    with (_CURATED / "states.csv").open(encoding="utf-8") as file:
        states = list(csv.DictReader(line for line in file if not line.startswith("#")))
    countries = {name: row["id"] for row in states for name in [row["name"], *row["aliases"].split("|")]}
    full_names = {alias.pieces for group in vocabulary.aliases.values() for alias in group if len(alias.pieces) > 1}
    curated = {(alias.pieces, country) for group in vocabulary.aliases.values() for alias in group
               for country in getattr(alias.target, "countries", ()) or ("",)}
    print("# Armed groups imported by training/vocabulary/groups.py from the UCDP Actor Dataset 22.1 (CC BY 4.0). Date: 2026-11-24.")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("id", "name", "kind", "sort", "countries", "side", "aliases"))
    rows = {}
    seen: set[tuple[tuple[str, ...], str]] = set()
    with (folder / "ucdp" / "ucdp-actor-221.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["Org"] != "1" or _FACELESS.match(row["NameData"]):
                continue
            home = next((countries[c] for part in row["Location"].split(",")
                         if (c := re.sub(r"\s*\(.*", "", part).strip()) in countries), "")
            full = row["NameOrigFullEng"].strip()
            names = [n.strip() for n in (full, row["NameOrig"], row["NameData"], row["NameOrigFull"]) if n and n.strip() != "n/a"]
            names = [n for n in dict.fromkeys(names) if len(n) >= _SHORTEST and "," not in n and "|" not in n
                     and n[0].isascii() and (" " in n or "-" in n or n.isupper())]
            fresh = [n for n in names if (pieces(n), home) not in curated and (pieces(n), home) not in seen]
            if not home or not names or len(fresh) < len(names) or any(pieces(n) in full_names for n in names):
                continue
            seen.update((pieces(n), home) for n in fresh)
            short = next((n for n in names if n.isupper() and " " not in n), names[0].upper())
            key = short if short not in vocabulary.actors and short not in rows else f"{short} {home}"
            rows.setdefault(key, (key, names[0], "group", "rebels", home, "", "|".join(map(_alias, names[1:]))))
    for key in sorted(rows):
        writer.writerow(rows[key])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
