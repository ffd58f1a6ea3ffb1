"""PDF files: the text layer, lines joined into paragraphs."""

from __future__ import annotations

import io
import logging
import re

from goodoffices.read.failure import Failure
from goodoffices.read.loaded import Loaded, loaded

_STOP = re.compile(r"[.!?:][\"'\u201d\u2019)]*$")
_BROKEN = re.compile(r"(?<=[a-z])-$")
_SHORT = 0.75
"""A line that ends a sentence and is shorter than this part of the longest line ends a paragraph."""


def from_pdf(data: bytes, *, id: str, where: str) -> Loaded | Failure:
    """The document of a PDF file; its day of publication is not told by the file."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Failure(id, where, "the PDF asks for a password", "save a copy without password")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        return Failure(id, where, f"the PDF cannot be opened ({error})", "save it again with another program")
    text = paragraphs("\n".join(pages))
    if not text:
        return Failure(id, where, "the PDF holds no text, only images", "run character recognition on it first")
    return loaded(id=id, text=text, title=title)


def paragraphs(text: str) -> str:
    r"""Printed lines joined into paragraphs, words broken at a line's end joined.

    >>> paragraphs("The two dele-\ngations met in the old town\non Monday.\nThey will meet again in the capital.")
    'The two delegations met in the old town on Monday.\n\nThey will meet again in the capital.'
    """
    lines = [line.strip() for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    found: list[str] = [""]
    for line in lines:
        if not line:
            found.append("")
            continue
        if _BROKEN.search(found[-1]) and line[0].islower():
            found[-1] = found[-1][:-1] + line
        else:
            found[-1] = f"{found[-1]} {line}".strip()
        if _STOP.search(line) and len(line) < _SHORT * width:
            found.append("")
    return "\n\n".join(part for part in found if part)
