"""`goodoffices read`: runs the reading and prints what comes of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from goodoffices.model.document import Document, Dropped, Reading
from goodoffices.model.facts import Kind
from goodoffices.present.contract import reading_to_json
from goodoffices.present.tally import Tally
from goodoffices.read.failure import Failure
from goodoffices.read.sources import documents, expected
from goodoffices.run import own_vocabulary, read_one, readings


def run(
    *,
    paths: tuple[str, ...],
    as_json: bool,
    brief: bool,
    kinds: tuple[str, ...],
    published: datetime | None,
    workers: int,
    actors: tuple[str, ...],
) -> int:
    """Read the documents at the paths and print their facts; the exit status."""
    tally = Tally()
    own = tuple(map(Path, actors))
    if own:
        own_vocabulary(own)
    found = documents(paths, published=published.date() if published else None)
    items = readings(found, workers=workers, reader=partial(read_one, actors=own))
    counted = _counted(_watched(items, paths), tally, frozenset(map(Kind, kinds)))
    if as_json:
        for item in counted:
            if not (isinstance(item, Failure) and item.skipped):
                sys.stdout.write(json.dumps(reading_to_json(_as_reading(item)), ensure_ascii=False) + "\n")
    else:
        _for_people([item for item in counted if isinstance(item, Reading)], brief=brief)
    print(tally, file=sys.stderr if as_json else sys.stdout)
    return 1 if tally.failed else 0


def _counted(
    items: Iterable[Reading | Failure], tally: Tally, kinds: frozenset[Kind]
) -> Iterator[Reading | Failure]:
    """The items, counted, failures told on standard error, facts of other kinds than those asked for left out."""
    for item in items:
        if isinstance(item, Failure):
            print(f"goodoffices: {item}", file=sys.stderr)
        elif item.dropped and item.dropped.stage == "failed":
            print(f"goodoffices: {item.document.id}: {item.dropped.reason}", file=sys.stderr)
        elif kinds:
            item = replace(item, facts=tuple(fact for fact in item.facts if fact.kind in kinds))
        tally.add(item)
        yield item


def _as_reading(item: Reading | Failure) -> Reading:
    """A failure as a document without text that was dropped at reading."""
    if isinstance(item, Reading):
        return item
    return Reading(Document(id=item.id, text=""), dropped=Dropped("read", str(item)))


def _watched(items: Iterable[Reading | Failure], paths: tuple[str, ...]) -> Iterator[Reading | Failure]:
    """The items; on a terminal a bar on standard error shows how far the reading is."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=expected(paths))
        for item in items:
            progress.advance(task)
            yield item


def _for_people(found: list[Reading], *, brief: bool) -> None:
    from goodoffices.present import people
    from goodoffices.present.brief import summary
    from goodoffices.present.terminal import show

    show(summary(found) if brief else people.lines(found))
    show(people.notes(found))
