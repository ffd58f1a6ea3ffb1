"""Documents into readings, in their order, by one process or by a pool of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.model.document import Document, Dropped, Reading
from goodoffices.read.failure import Failure
from goodoffices.read.loaded import Loaded
from goodoffices.screen.copies import Copies

if TYPE_CHECKING:
    from goodoffices.vocabulary import Vocabulary

Item = Loaded | Failure | Reading
"""A document to be read, or what is passed on in its place."""
Reader = Callable[[Document], Reading]
Waiting = deque[tuple[Item, Future[Reading]]]

AHEAD = 8
"""Documents a worker has waiting, so that a long run needs no more memory than a short one."""


def read_one(document: Document, actors: tuple[Path, ...] = ()) -> Reading:
    """The reading of a document; an error of the program is a reading too, so that a run goes on.

    `actors` are the user's own tables of actors and persons, read once in each process.
    """
    from goodoffices.pipeline import read_document

    try:
        return read_document(document, vocabulary=own_vocabulary(actors) if actors else None)
    except Exception as error:  # noqa: BLE001 - one document must not stop the others
        return failed(document, f"{type(error).__name__}: {error}")


@lru_cache(maxsize=1)
def own_vocabulary(actors: tuple[Path, ...]) -> Vocabulary:
    """The bundled vocabulary with the user's own tables; raises `VocabularyError` for every fault in them."""
    from goodoffices.vocabulary import load

    return load(actors)


def failed(document: Document, why: str) -> Reading:
    """The reading of a document at which the program itself failed."""
    return Reading(document, dropped=Dropped("failed", f"an error of the program: {why}"))


def readings(
    items: Iterable[Loaded | Failure], *, workers: int = 1, reader: Reader = read_one
) -> Iterator[Reading | Failure]:
    """The readings of the documents, in their order; a failure is passed on in its place.

    Each document is read by itself, so that the number of workers changes nothing but the time; of several
    documents with the same text the first is read and the others are dropped as copies.
    """
    fresh = _without_copies(items)
    if workers > 1:
        yield from _Pool(workers, reader).run(fresh)
        return
    for item in fresh:
        yield noted(reader(item.document), item) if isinstance(item, Loaded) else item


def _without_copies(items: Iterable[Loaded | Failure]) -> Iterator[Item]:
    copies = Copies()
    for item in items:
        copy = copies.of(item.document) if isinstance(item, Loaded) else None
        yield noted(Reading(item.document, dropped=copy), item) if copy and isinstance(item, Loaded) else item


def noted(reading: Reading, item: Loaded) -> Reading:
    """A reading with the notes on how its document was loaded."""
    return replace(reading, notes=(*item.notes, *reading.notes)) if item.notes else reading


class _Pool:
    """A pool of processes that outlives the death of one of them."""

    def __init__(self, workers: int, reader: Reader) -> None:
        self._workers = workers
        self._reader = reader
        self._pool = _processes(workers)
        self._waiting: Waiting = deque()

    def run(self, items: Iterable[Item]) -> Iterator[Reading | Failure]:
        try:
            for item in items:
                self._waiting.append((item, self._submit(item)))
                if len(self._waiting) >= self._workers * AHEAD:
                    yield self._next()
            while self._waiting:
                yield self._next()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _submit(self, item: Item) -> Future[Reading]:
        unsent: Future[Reading] = Future()
        if not isinstance(item, Loaded):
            return unsent
        try:
            return self._pool.submit(self._reader, item.document)
        except BrokenProcessPool as error:
            unsent.set_exception(error)
            return unsent

    def _next(self) -> Reading | Failure:
        """The oldest result. Where a process died, its document is read alone, and the others in a new pool."""
        item, future = self._waiting.popleft()
        if not isinstance(item, Loaded):
            return item
        try:
            return noted(future.result(), item)
        except BrokenProcessPool:
            self._pool.shutdown(cancel_futures=True)
            result = _alone(item.document, self._reader)
            self._pool = _processes(self._workers)
            self._waiting = deque((other, self._submit(other)) for other, _ in self._waiting)
            return noted(result, item)


def _processes(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _alone(document: Document, reader: Reader) -> Reading:
    with _processes(1) as pool:
        try:
            return pool.submit(reader, document).result()
        except BrokenProcessPool:
            return failed(document, "the process died while reading it, perhaps for want of memory")
