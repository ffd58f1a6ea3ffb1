"""Rebuild towns_imported.csv: towns of the world from GeoNames.

    python -m training.vocabulary.towns FOLDER > src/goodoffices/vocabulary/towns_imported.csv

FOLDER holds geonames_world_cities/world-cities.csv (CC BY 4.0, GeoNames). Names that are ordinary English words or
shorter than four letters are left out, and so is a name that several countries share unless the curated table has it.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

from goodoffices.vocabulary.entries import pieces

_CURATED = Path(__file__).parents[2] / "src" / "goodoffices" / "vocabulary"
_SHORTEST = 4
_WORDS = {"same", "most", "many", "both", "march", "union", "peace", "reading", "mobile", "victoria", "santos", "young",
          "central", "northern", "southern", "independence", "liberty", "justice", "progress", "unity", "federal", "date",
          "media", "battle", "best", "deal", "talks", "street", "west", "east", "north", "south", "center", "centre", "general",
          "president", "male", "split", "nice", "opportunity", "parole", "deputy", "police", "enterprise", "friendship", "hope"}
_NAMES = {"Russia": "RUS", "Democratic Republic of the Congo": "COD", "Palestinian Territory": "PSE", "Ivory Coast": "CIV",
          "Macedonia": "MKD", "Republic of the Congo": "COG", "Swaziland": "SWZ", "Timor Leste": "TLS", "Viet Nam": "VNM"}


def main(folder: Path) -> None:
    """Write the table to standard output."""
    with (_CURATED / "states.csv").open(encoding="utf-8") as file:
        states = list(csv.DictReader(line for line in file if not line.startswith("#")))
    countries = {n: row["id"] for row in states for n in [row["name"], *row["aliases"].split("|")]} | _NAMES
    found: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    with (folder / "geonames_world_cities" / "world-cities.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country = countries.get(row["country"])
            key = pieces(row["name"])
            if country and key and sum(map(len, key)) >= _SHORTEST and " ".join(key) not in _WORDS and len(key) <= 3 and "," not in row["name"]:
                found[key].add((row["name"], country))
    print("# Towns imported by training/vocabulary/towns.py from GeoNames (CC BY 4.0). Date: 2026-11-24.")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("name", "country"))
    for key in sorted(found):
        if len({country for _, country in found[key]}) == 1:
            name, country = sorted(found[key])[0]
            writer.writerow((name, country))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
