"""Rebuild persons_imported.csv: office holders from the dictionaries of PETRARCH2 and from Wikidata.

    python -m training.vocabulary.persons FOLDER > src/goodoffices/vocabulary/persons_imported.csv

FOLDER holds openeventdata_dictionaries/Phoenix.Countries.actors.txt (MIT licence, Open Event Data, 2014) and
wikidata_world_leaders/wikidata_heads_2022.csv (CC0, Wikidata, 2022). Taken are heads of state and government,
ministers without a coded portfolio and ministers of defence who were in office in 1990 or later for two years or
more, of states with armed conflicts or that mediate; the order of names is left as the source has it. Persons of the curated table are left out.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from goodoffices.vocabulary.entries import person_id, pieces

_CURATED = Path(__file__).parents[2] / "src" / "goodoffices" / "vocabulary"
_CODE = re.compile(r"\[([A-Z]{3})(GOV|GOVMIL|ELI)\s*([^\]]*)\]")
_FIRST_YEAR = 1990
_LEAST_YEARS = 2
"""Shorter terms are left out: the table is for telling sides, and it must stay small."""

_ABROAD = {"USA", "GBR", "FRA", "DEU", "RUS", "CHN", "NOR", "FIN", "CHE", "SWE", "QAT", "OMN", "SAU", "ARE", "KWT", "ZAF", "KEN",
           "TZA", "BWA", "GAB", "GHA", "MYS", "JPN", "AUS", "NZL", "CAN", "EGY", "JOR", "DZA", "TUN", "CUB", "MEX", "BRA", "ITA"}
"""States that mediate or host often, besides those with groups of their own in groups.csv."""

_SMALL = {"AL", "BIN", "DE", "DEL", "LA", "EL", "VAN", "VON", "DER", "IBN", "OF", "DA", "DOS", "DI"}
_COUNTRY_NAMES = {"Palestine": "PSE", "People's Republic of China": "CHN", "Republic of Ireland": "IRL", "The Gambia": "GMB",
                  "The Bahamas": "BHS", "United States of America": "USA", "Kingdom of the Netherlands": "NLD",
                  "Taiwan": "TWN", "Federated States of Micronesia": "FSM", "Democratic Republic of the Congo": "COD"}
Row = tuple[str, str, str, str, str, str, str]


def _year(text: str) -> int:
    short = int(text[:2])
    return 1900 + short if short > 26 else 2000 + short


def _span(text: str) -> tuple[str, str]:
    text = text.strip()
    if text.startswith(">"):
        return str(_year(text[1:])), ""
    if text.startswith("<"):
        return "", str(_year(text[1:]))
    first, _, last = text.partition("-")
    return (str(_year(first)) if first[:2].isdigit() else "", str(_year(last)) if last[:2].isdigit() else "")


def _spell(token: str) -> str:
    return "-".join(part.lower() if part in _SMALL else part.capitalize() for part in token.split("-"))


def phoenix(path: Path) -> Iterator[Row]:
    """Office holders of the PETRARCH2 dictionary: one row for a person's first and last year in government."""
    name: str | None = None
    spans: dict[str, list[tuple[str, str]]] = {}
    for line in [*path.read_text("utf-8", errors="replace").splitlines(), "END_"]:
        line = line.split("#")[0].strip()
        if not line or line.startswith("+"):
            continue
        if line.startswith("["):
            match = _CODE.match(line)
            if match and match[2] != "ELI" and match[3]:
                spans.setdefault(match[1], []).append(_span(match[3]))
            continue
        if name:
            yield from _rows(name, spans)
        name, spans = line.split("[")[0].strip(), {}


def _rows(name: str, spans: dict[str, list[tuple[str, str]]]) -> Iterator[Row]:
    tokens = [token for token in name.strip("_").split("_") if token]
    if not 2 <= len(tokens) <= 5 or not all(re.fullmatch(r"[A-Z'.-]+", token) for token in tokens):
        return
    cut = len(tokens) - 1
    while cut > 1 and tokens[cut - 1] in _SMALL:
        cut -= 1
    for country, some in spans.items():
        start = min((first for first, _ in some if first), default="")
        end = "" if any(not last for _, last in some) else max(last for _, last in some)
        if not start or (end and (int(end) < _FIRST_YEAR or int(end) - int(start) < _LEAST_YEARS)):
            continue
        surname, given = (" ".join(map(_spell, part)) for part in (tokens[cut:], tokens[:cut]))
        yield (surname, given, "", country, "minister", start, end or ("2014" if start else ""))


def wikidata(path: Path, countries: dict[str, str]) -> Iterator[Row]:
    """Heads of state and government as of 2022."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        country = countries.get(row["country"])
        tokens = row["officeholderLabel"].split()
        if not country or len(tokens) < 2 or re.fullmatch(r"Q\d+", tokens[0]):
            continue
        role = re.split(r"\s+of\s+", row["positionLabel"])[0].lower()
        if role.startswith("monarch") and country not in {"GBR"} and row["officeholderLabel"] in {"Elizabeth II", "Charles III"}:
            continue
        cut = len(tokens) - 1
        while cut > 1 and tokens[cut - 1].upper() in _SMALL:
            cut -= 1
        yield (" ".join(tokens[cut:]), " ".join(tokens[:cut]), "", country, role, row["start_year"], row["end_year"])


def main(folder: Path) -> None:
    """Write the table to standard output."""
    with (_CURATED / "states.csv").open(encoding="utf-8") as file:
        states = list(csv.DictReader(line for line in file if not line.startswith("#")))
    countries = {name: row["id"] for row in states for name in [row["name"], *row["aliases"].split("|")]} | _COUNTRY_NAMES
    with (_CURATED / "persons.csv").open(encoding="utf-8") as file:
        curated = list(csv.DictReader(line for line in file if not line.startswith("#")))
    known = {pieces(f"{row['given']} {row['surname']}") for row in curated}
    known |= {pieces(alias) for row in curated for alias in row["aliases"].split("|") if alias}
    ids = {row["id"] for row in states}
    with (_CURATED / "groups.csv").open(encoding="utf-8") as file:
        groups = csv.DictReader(line for line in file if not line.startswith("#"))
        concerned = _ABROAD | {country for row in groups for country in row["countries"].split("|")}
    found: dict[tuple[str, str, str], Row] = {}
    heads = wikidata(folder / "wikidata_world_leaders" / "wikidata_heads_2022.csv", countries)
    for row in [*heads, *phoenix(folder / "openeventdata_dictionaries" / "Phoenix.Countries.actors.txt")]:
        if row[3] in ids & concerned and pieces(f"{row[1]} {row[0]}") not in known:
            found.setdefault((person_id(row[0], row[1]), row[3], row[4]), row)
    print("# Office holders imported by training/vocabulary/persons.py: PETRARCH2 dictionaries (Open Event Data 2014, MIT"
          " licence; end years of 2014 mean the end of the source) and Wikidata (2022, CC0). Date: 2026-11-24.")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("surname", "given", "aliases", "side", "role", "from", "until"))
    for key in sorted(found):
        writer.writerow(found[key])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
