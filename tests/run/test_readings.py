"""One process or several: the same readings in the same order, and a run that goes on."""

import os
from collections.abc import Iterator

import pytest

from goodoffices.model.document import Document, Dropped, Reading
from goodoffices.read.failure import Failure
from goodoffices.read.loaded import Loaded
from goodoffices.run import readings

ITEMS: list[Loaded | Failure] = [
    *(Loaded(Document(id=str(n), text=f"Talks {n}."), notes=("noted",) if n == 3 else ()) for n in range(7)),
    Failure("x", "x.txt", "it is empty", "give a file with text"),
    Loaded(Document(id="last", text="Talks 1.")),
]


def echo(document: Document) -> Reading:
    """A reader that drops every document with its own number."""
    return Reading(document, dropped=Dropped("screen", document.text))


def dies_at_four(document: Document) -> Reading:
    if document.id == "4":
        os._exit(1)
    return echo(document)


def ids(found: Iterator[Reading | Failure]) -> list[str]:
    return [item.id if isinstance(item, Failure) else item.document.id for item in found]


@pytest.mark.parametrize("workers", [1, 2])
def test_order_and_notes_are_kept(workers: int) -> None:
    found = list(readings(ITEMS, workers=workers, reader=echo))
    assert ids(iter(found)) == [*map(str, range(7)), "x", "last"]
    assert [item.notes for item in found if isinstance(item, Reading)][3] == ("noted",)


def test_the_death_of_a_process_costs_one_document() -> None:
    found = list(readings(ITEMS, workers=2, reader=dies_at_four))
    assert ids(iter(found)) == [*map(str, range(7)), "x", "last"]
    stages = [item.dropped.stage for item in found if isinstance(item, Reading) and item.dropped]
    assert stages == ["screen"] * 4 + ["failed"] + ["screen"] * 3


@pytest.mark.parametrize("workers", [1, 2])
def test_copies_are_read_once(workers: int) -> None:
    last = list(readings(ITEMS, workers=workers, reader=echo))[-1]
    assert isinstance(last, Reading)
    assert last.dropped == Dropped("screen", "copy: the same text as 1")
