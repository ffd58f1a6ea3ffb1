"""Data with source, licence and date: actors with dated roles, places, cues. Imports nothing of ours but errors."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from goodoffices.vocabulary.index import Builder, Vocabulary

__all__ = ["Vocabulary", "load"]

_FOLDER = Path(__file__).parent
_STATES = ("states.csv",)
_ACTORS = ("bodies.csv", "groups.csv", "media.csv", "groups_imported.csv")
_PERSONS = ("persons.csv",)
_PLACES = ("places.csv",)
_TOWNS = ("towns_imported.csv",)
_HOLDERS = ("persons_imported.csv",)


def load(extra: Iterable[Path] = ()) -> Vocabulary:
    """The bundled vocabulary, together with the user's own tables of actors and persons.

    `extra` are CSV files with the columns of groups.csv or of persons.csv; a person in them takes the
    place of the bundled one. Raises `VocabularyError` with file and line for every fault.
    """
    paths = tuple(Path(path) for path in extra)
    return _build(paths) if paths else bundled()


@lru_cache(maxsize=1)
def bundled() -> Vocabulary:
    """The vocabulary that the package carries, read once."""
    return _build(())


def _build(extra: tuple[Path, ...]) -> Vocabulary:
    builder = Builder()
    for name in _STATES:
        builder.states(_FOLDER / name)
    for name in _ACTORS:
        builder.actor_table(_FOLDER / name)
    for name in _PERSONS:
        builder.person_table(_FOLDER / name)
    for path in extra:
        _add(builder, path)
    vocabulary = builder.done()
    vocabulary.place_tables = tuple(_FOLDER / name for name in _PLACES)
    vocabulary.conflict_tables = (_FOLDER / "conflicts.csv",)
    vocabulary.town_tables = tuple(_FOLDER / name for name in _TOWNS)
    vocabulary.holder_tables = tuple(_FOLDER / name for name in _HOLDERS)
    return vocabulary


def _add(builder: Builder, path: Path) -> None:
    header = next((line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")), "")
    if "surname" in header.split(","):
        builder.person_table(path, replace=True)
    else:
        builder.actor_table(path)
