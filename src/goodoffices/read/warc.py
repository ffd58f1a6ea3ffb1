"""Web archives (WARC): every page in them is a document."""

from __future__ import annotations

import io
from collections.abc import Iterator

from goodoffices.read.failure import Failure
from goodoffices.read.html import from_html
from goodoffices.read.loaded import Loaded


def from_warc(data: bytes, *, id: str, where: str) -> Iterator[Loaded | Failure]:
    """The HTML pages among the responses of an archive, numbered in its order."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    number = 0
    for record in ArchiveIterator(io.BytesIO(data), record_types=WarcRecordType.response, parse_http=True):
        if record.http_content_type not in ("text/html", "application/xhtml+xml"):
            continue
        number += 1
        yield from_html(record.reader.read(), id=f"{id}-{number}", url=record.headers.get("WARC-Target-URI"))
    if not number:
        yield Failure(id, where, "the archive holds no web page", "give a WARC file with responses of type text/html")
