"""Paths, folders, patterns and standard input into documents, in a fixed order."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from goodoffices.model.document import Document
from goodoffices.read.decoding import NotTextError, decode
from goodoffices.read.failure import Failure
from goodoffices.read.html import from_html
from goodoffices.read.loaded import Loaded
from goodoffices.read.pdf import from_pdf
from goodoffices.read.records import from_json, from_json_lines
from goodoffices.read.text import from_text
from goodoffices.read.warc import from_warc

STDIN = "-"
FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".json": "json",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".warc": "warc",
    ".gz": "warc",
}
"""Endings and what they hold; `.gz` is read as WARC only after `.warc`."""


def documents(paths: Iterable[str], *, published: date | None = None) -> Iterator[Loaded | Failure]:
    """The documents at these paths, in the order given; within a folder or pattern by name.

    `published` is taken for documents that do not say when they were published.
    """
    for path in paths:
        for item in _of_path(path):
            if isinstance(item, Loaded):
                item = _checked(item, path)
            if isinstance(item, Loaded) and published and not item.document.published:
                item = replace(item, document=replace(item.document, published=published))
            yield item


def expected(paths: Iterable[str]) -> int | None:
    """About how many documents there are at these paths; None where that would take reading them."""
    total = 0
    for path in paths:
        found = Path(path)
        files = [p for p in found.rglob("*") if p.is_file()] if found.is_dir() else [found]
        for file in files if found.exists() else map(Path, glob.glob(path, recursive=True)):
            kind = format_of(file.name)
            if kind == "warc":
                return None
            if kind == "json lines":
                with file.open("rb") as lines:
                    total += sum(1 for line in lines if line.strip())
            else:
                total += 1
        if path == STDIN:
            return None
    return total


def _checked(item: Loaded, path: str) -> Loaded | Failure:
    document = item.document
    if not _characters(document):
        name = ascii(document.id)
        return Failure(name, path, f"{name} holds half characters (lone surrogates)", "mend its encoding")
    if not document.text.strip():
        return Failure(document.id, path, f"{document.id} holds no text", "give a document with text")
    return item


def _characters(document: Document) -> bool:
    """Whether all strings of a document can be written in UTF-8; what JSON escapes say may be no character."""
    try:
        for value in (document.id, document.text, document.title, document.publisher, document.url):
            (value or "").encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _of_path(path: str) -> Iterator[Loaded | Failure]:
    if path == STDIN:
        yield from _of_bytes(sys.stdin.buffer.read(), name="stdin", ending="", where="standard input")
        return
    found = Path(path)
    if found.is_dir():
        yield from _of_folder(found)
    elif found.exists():
        yield from _of_file(found)
    elif matches := sorted(glob.glob(path, recursive=True)):
        for match in matches:
            yield from _of_path(match)
    else:
        yield Failure(found.stem, path, "there is no such file, folder or match", "check the path")


def _of_folder(folder: Path) -> Iterator[Loaded | Failure]:
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not files:
        yield Failure(folder.name, str(folder), "the folder holds no files", "give a folder with reports")
    for path in files:
        if format_of(path.name) is None:
            known = ", ".join(sorted(FORMATS.keys() - {".gz"}))
            why = "left out: not a kind of file that is looked for in a folder"
            yield Failure(path.stem, str(path), why, f"looked for are {known}, .warc.gz", skipped=True)
        else:
            yield from _of_file(path)


def format_of(name: str) -> str | None:
    """What a file holds by its ending; None where that is not known.

    >>> format_of("talks.warc.gz"), format_of("talks.gz")
    ('warc', None)
    """
    path = Path(name.lower())
    if path.suffix == ".gz" and not path.stem.endswith(".warc"):
        return None
    return FORMATS.get(path.suffix)


def _of_file(path: Path) -> Iterator[Loaded | Failure]:
    try:
        data = path.read_bytes()
    except OSError as error:
        why = f"the file cannot be opened ({error.strerror})"
        yield Failure(path.stem, str(path), why, "check its permissions")
        return
    yield from _of_bytes(data, name=path.name, ending=path.suffix, where=str(path))


def _of_bytes(data: bytes, *, name: str, ending: str, where: str) -> Iterator[Loaded | Failure]:
    """The documents in some bytes; what they hold is told by the ending of the name, else by how they begin."""
    id = name.removesuffix(ending).removesuffix(".warc") if ending else name
    format = format_of(name) or sniffed(data)
    if not data.strip():
        yield Failure(id, where, "it is empty", "give a file with text")
        return
    empty = True
    try:
        for item in _read(data, format, id, where):
            empty = False
            yield item
        if empty:
            yield Failure(id, where, "it holds no documents", "give a file with text")
    except NotTextError as error:
        yield Failure(id, where, f"it cannot be read as text: {error}", "give text, HTML, PDF, JSON or WARC")
    except ImportError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a file does to its reader, the run goes on
        why = f"it cannot be read as {format} ({type(error).__name__}: {error})"
        yield Failure(id, where, why, "check that the file is whole and its ending right")


def _read(data: bytes, format: str, id: str, where: str) -> Iterator[Loaded | Failure]:
    if format == "html":
        yield from_html(data, id=id)
    elif format == "pdf":
        yield from_pdf(data, id=id, where=where)
    elif format == "warc":
        yield from from_warc(data, id=id, where=where)
    else:
        content, notes = decode(data)
        if format == "json":
            found: Iterator[Loaded | Failure] = from_json(content, id=id, where=where)
        elif format == "json lines":
            found = from_json_lines(content, id=id, where=where)
        else:
            found = iter((from_text(content, id=id),))
        for item in found:
            yield replace(item, notes=(*notes, *item.notes)) if isinstance(item, Loaded) else item


def sniffed(data: bytes) -> str:
    """What bytes without a telling name hold.

    >>> sniffed(b"%PDF-1.7"), sniffed(b"<!doctype html><p>"), sniffed(b"GENEVA - Talks")
    ('pdf', 'html', 'text')
    """
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith((b"warc/1", b"\x1f\x8b")):
        return "warc"
    if head.startswith((b"{", b"[{")):
        lines = [line for line in data.split(b"\n") if line.strip()]
        several = len(lines) > 1 and all(line.lstrip().startswith(b"{") for line in lines[:2])
        return "json lines" if several else "json"
    return "text"
