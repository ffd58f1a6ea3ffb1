"""`goodoffices explain`: reads the documents of a path and prints how their facts came about."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from goodoffices.pipeline import explain_document
from goodoffices.present.explain import lines
from goodoffices.present.explain_page import page as page_of
from goodoffices.present.terminal import show
from goodoffices.read.failure import Failure
from goodoffices.read.sources import documents
from goodoffices.run import own_vocabulary


def run(*, path: str, page: str | None, published: datetime | None, actors: tuple[str, ...]) -> int:
    """Explain each document; with `page` the first one is written as HTML. The exit status."""
    failed = False
    vocabulary = own_vocabulary(tuple(map(Path, actors))) if actors else None
    for item in documents([path], published=published.date() if published else None):
        if isinstance(item, Failure):
            print(f"goodoffices: {item}", file=sys.stderr)
            failed = failed or not item.skipped
            continue
        found = explain_document(item.document, vocabulary=vocabulary)
        if page:
            Path(page).write_text(page_of(found), "utf-8")
            print(f"written {page}")
            return int(failed)
        show(lines(found))
    return int(failed)
