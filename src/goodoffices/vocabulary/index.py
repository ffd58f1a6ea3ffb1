"""The tables of actors, persons and places as one value that finds names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from goodoffices.errors import VocabularyError
from goodoffices.vocabulary.entries import (
    ActorEntry,
    Alias,
    Conflict,
    Office,
    PersonEntry,
    PlaceEntry,
    case_of,
    person_id,
    pieces,
)
from goodoffices.vocabulary.tables import Row, plain_rows, rows

STATE_COLUMNS = ("id", "name", "aliases", "adjectives", "nationals", "seats")
ACTOR_COLUMNS = ("id", "name", "kind", "sort", "countries", "side", "aliases")
PERSON_COLUMNS = ("surname", "given", "aliases", "side", "role", "from", "until")
CONFLICT_COLUMNS = ("first", "second", "from", "until", "cues")
TOWN_COLUMNS = ("name", "country")
PLACE_COLUMNS = ("name", "country", "kind", "town", "aliases")
KINDS = frozenset({"state", "body", "group", "medium"})


@dataclass
class Vocabulary:
    """Actors, persons and places by name. Made by `load`; do not change it afterwards."""

    actors: dict[str, ActorEntry] = field(default_factory=dict)
    persons: dict[str, PersonEntry] = field(default_factory=dict)
    aliases: dict[str, list[Alias]] = field(default_factory=dict)
    """Aliases of actors and full names of persons by their first piece, longest first."""
    surnames: dict[tuple[str, ...], list[PersonEntry]] = field(default_factory=dict)
    seats: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The capital and other seats of each state, the capital first."""
    place_tables: tuple[Path, ...] = ()
    conflict_tables: tuple[Path, ...] = ()
    town_tables: tuple[Path, ...] = ()
    """Generated tables of towns, read when first asked for."""
    holder_tables: tuple[Path, ...] = ()
    """Generated tables of office holders, read when first asked for."""

    def alias_at(self, found: tuple[str, ...]) -> list[Alias]:
        """Every alias with exactly these pieces."""
        return [alias for alias in self.aliases.get(found[0], ()) if alias.pieces == found] if found else []

    def longest(self, at: list[str], start: int) -> list[Alias]:
        """The aliases with the most pieces that stand in `at` from `start` on; several where a name is shared."""
        return next(self.at(at, start), [])

    def at(self, words: list[str], start: int) -> Iterator[list[Alias]]:
        """The aliases that stand in `words` from `start` on, in groups of equal length, longest first."""
        group: list[Alias] = []
        for alias in self.aliases.get(words[start], ()):
            size = len(alias.pieces)
            if size > 1 and tuple(words[start : start + size]) != alias.pieces:
                continue
            if group and len(group[0].pieces) != size:
                yield group
                group = []
            group.append(alias)
        if group:
            yield group

    @cached_property
    def _curated_places(self) -> dict[tuple[str, ...], tuple[PlaceEntry, ...]]:
        found: dict[tuple[str, ...], list[PlaceEntry]] = {}
        for path in self.place_tables:
            for row in rows(path, PLACE_COLUMNS, needed=("name",)):
                entry = PlaceEntry(row["name"], row["country"] or None, row["kind"] or "town", row["town"] or None)
                for name in (row["name"], *row.many("aliases")):
                    found.setdefault(pieces(name), []).append(entry)
        return {key: tuple(entries) for key, entries in found.items() if key}

    @cached_property
    def _towns(self) -> dict[str, tuple[str, str]]:
        found = {}
        for path in self.town_tables:
            for name, country in plain_rows(path, TOWN_COLUMNS):
                low = name.lower()
                plain = low.isascii() and low.replace(" ", "").isalnum()
                key = low if plain else " ".join(pieces(name))
                found[key] = (name, country)
        return found

    def places(self, key: tuple[str, ...]) -> tuple[PlaceEntry, ...]:
        """The places with a name of these pieces; empty where there is none."""
        curated = self._curated_places.get(key)
        if curated:
            return curated
        town = self._towns.get(" ".join(key))
        return (PlaceEntry(town[0], town[1]),) if town else ()

    @cached_property
    def _holders(self) -> dict[str, list[list[str]]]:
        found: dict[str, list[list[str]]] = {}
        for path in self.holder_tables:
            for cells in plain_rows(path, PERSON_COLUMNS):
                found.setdefault(f"{cells[1]} {cells[0]}".lower(), []).append(cells)
        return found

    def office_holder(self, name: str) -> PersonEntry | None:
        """A person of the imported tables by the full name."""
        found = self._holders.get(" ".join(pieces(name))) or self._holders.get(name.lower())
        if not found:
            return None
        surname, given = found[0][:2]
        offices = tuple(Office(cells[4], cells[3], cells[5], cells[6]) for cells in found)
        return PersonEntry(person_id(surname, given), f"{given} {surname}", surname, offices)


    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The standing pairs of parties."""
        found = []
        for path in self.conflict_tables:
            for row in rows(path, CONFLICT_COLUMNS, needed=("first", "second", "from")):
                for side in (row["first"], row["second"]):
                    if side not in self.actors:
                        raise row.fault(f"no actor {side!r} in the tables")
                cues = tuple(pieces(cue) for cue in row.many("cues"))
                found.append(Conflict(row["first"], row["second"], row["from"], row["until"], cues))
        return tuple(found)


class Builder:
    """Collects entries and the faults of the tables."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.faults: list[str] = []
        self._seen: dict[tuple[tuple[str, ...], str, frozenset[str]], Row] = {}

    def states(self, path: Path) -> None:
        """Add a table of states."""
        for row in rows(path, STATE_COLUMNS, needed=("id", "name")):
            entry = ActorEntry(row["id"], row["name"], "state", "state", (row["id"],))
            self._actor(row, entry, [(name, "name") for name in (row["name"], *row.many("aliases"))])
            for column, how in (("adjectives", "adjective"), ("nationals", "people"), ("seats", "seat")):
                for name in row.many(column):
                    self._alias(row, name, entry, how)
            self.vocabulary.seats[row["id"]] = row.many("seats")

    def actor_table(self, path: Path) -> None:
        """Add a table of bodies, groups and media."""
        for row in rows(path, ACTOR_COLUMNS, needed=("id", "name", "kind")):
            if row["kind"] not in KINDS:
                self.faults.append(str(row.fault(f"kind {row['kind']!r}; one of {', '.join(sorted(KINDS))}")))
                continue
            entry = ActorEntry(
                row["id"], row["name"], row["kind"], row["sort"], row.many("countries"), row["side"] or None
            )
            names = [row["name"], *row.many("aliases")]
            if row["id"] not in names and (case_of(row["id"]) == "upper" or row["sort"] == "mission"):
                names.append(row["id"])
            self._actor(row, entry, [(name, "name") for name in names])

    def person_table(self, path: Path, *, replace: bool = False) -> None:
        """Add a table of persons: one row for each office; rows of one person need not stand together."""
        offices: dict[str, list[Office]] = {}
        first: dict[str, Row] = {}
        names: dict[str, list[str]] = {}
        for row in rows(path, PERSON_COLUMNS, needed=("surname",)):
            key = person_id(row["surname"], row["given"])
            first.setdefault(key, row)
            names.setdefault(key, []).extend(row.many("aliases"))
            if row["side"]:
                offices.setdefault(key, []).append(Office(row["role"], row["side"], row["from"], row["until"]))
        for key, row in first.items():
            if key in self.vocabulary.persons and not replace:
                continue
            self._person(row, key, tuple(offices.get(key, ())), names[key])

    def done(self) -> Vocabulary:
        """The finished vocabulary; raises `VocabularyError` with all faults."""
        if self.faults:
            raise VocabularyError("\n".join(self.faults))
        for group in self.vocabulary.aliases.values():
            group.sort(key=lambda alias: -len(alias.pieces))
        return self.vocabulary

    def _actor(self, row: Row, entry: ActorEntry, names: Iterable[tuple[str, str]]) -> None:
        if entry.id in self.vocabulary.actors:
            self.faults.append(str(row.fault(f"id {entry.id!r} is in the tables already")))
            return
        self.vocabulary.actors[entry.id] = entry
        for name, how in names:
            self._alias(row, name, entry, how)

    def _alias(self, row: Row, name: str, entry: ActorEntry, how: str) -> None:
        weak = name.startswith("~")
        name = name.removeprefix("~")
        parts = pieces(name)
        if not parts:
            self.faults.append(str(row.fault(f"{name!r} has no letters")))
            return
        case = case_of(name)
        key = (parts, case, frozenset(entry.countries))
        known = self._seen.setdefault(key, row)
        if known is not row and how != "adjective":
            self.faults.append(str(row.fault(f"{name!r} duplicates {known.path.name}:{known.line}")))
            return
        group = self.vocabulary.aliases.setdefault(parts[0], [])
        if not any(a.pieces == parts and a.target is entry and a.case == case for a in group):
            group.append(Alias(parts, entry, how, case, weak))

    def _person(self, row: Row, key: str, offices: tuple[Office, ...], names: Iterable[str]) -> None:
        full = f"{row['given']} {row['surname']}".strip()
        entry = PersonEntry(key, full, row["surname"], offices)
        self.vocabulary.persons[key] = entry
        for name in (full, *names):
            parts = pieces(name)
            if len(parts) > 1:
                self.vocabulary.aliases.setdefault(parts[0], []).append(Alias(parts, entry, "person", "name"))
            elif parts:
                self.vocabulary.surnames.setdefault(parts, []).append(entry)
        for parts in sorted({pieces(row["surname"]), _bare(pieces(row["surname"]))}):
            group = self.vocabulary.surnames.setdefault(parts, [])
            if entry not in group:
                group.append(entry)


_PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "de", "van", "von", "der", "den", "du", "la", "le", "abu"})


def _bare(surname: tuple[str, ...]) -> tuple[str, ...]:
    """A surname without the article before it: "al-Sharaa" is found as "Sharaa" too."""
    rest = surname
    while len(rest) > 1 and rest[0] in _PARTICLES - {"abu", "bin", "ben"}:
        rest = rest[1:]
    return rest
