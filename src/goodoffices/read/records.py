"""JSON and JSON Lines: objects with `text` and, where known, id, published, title, url, publisher."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from goodoffices.read.dates import bad_day, day
from goodoffices.read.failure import Failure
from goodoffices.read.loaded import Loaded, loaded

_WANTED = 'write an object with "text" and, where known, "id", "published", "title", "url", "publisher"'


def from_json(content: str, *, id: str, where: str) -> Iterator[Loaded | Failure]:
    """The documents of a JSON file: one object, or a list of them."""
    try:
        value = json.loads(content)
    except ValueError as error:
        yield Failure(id, where, f"not JSON ({error})", "mend it, or name it .jsonl where it holds one object a line")
        return
    if isinstance(value, list):
        for number, record in enumerate(value, start=1):
            yield _document(record, id=f"{id}-{number}", where=f"{where}[{number}]")
    else:
        yield _document(value, id=id, where=where)


def from_json_lines(content: str, *, id: str, where: str) -> Iterator[Loaded | Failure]:
    """The documents of a JSON Lines file, empty lines left out."""
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            record = json.loads(line)
        except ValueError as error:
            yield Failure(f"{id}-{number}", place, f"not JSON ({error})", "mend the line: one object a line")
            continue
        yield _document(record, id=f"{id}-{number}", where=place)


def _document(record: Any, *, id: str, where: str) -> Loaded | Failure:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return Failure(id, where, 'no "text" that is a string', _WANTED)
    own = record.get("id")
    written = _string(record, "published")
    published = day(written) if written else None
    return loaded(
        id=str(own) if isinstance(own, str | int) and str(own) else id,
        text=record["text"],
        published=published,
        title=_string(record, "title"),
        publisher=_string(record, "publisher"),
        url=_string(record, "url"),
        notes=(bad_day(written),) if written and not published else (),
    )


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return str(value) if value not in (None, "") else None
