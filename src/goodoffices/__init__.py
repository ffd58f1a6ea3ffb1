"""Reads reports on peace negotiations and keeps what they say as facts, each with its quotation.

    import goodoffices
    facts = goodoffices.read("The delegations met in Geneva on Monday.", published="2025-06-27")

`read` is a function here, and the name of the room that opens files; the room is imported first so
that the function keeps the name. Write ``from goodoffices.read.sources import documents`` for the room.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import goodoffices.read as _room  # noqa: F401 - binds the name before the function takes it

if TYPE_CHECKING:
    from datetime import date

    from goodoffices.errors import GoodOfficesError, InputError, MissingExtra, VocabularyError
    from goodoffices.model.document import Document, Dropped, Reading
    from goodoffices.model.facts import Actor, Evidence, Fact, Factuality, Kind, Place, Source, Term, When

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Document",
    "Dropped",
    "Evidence",
    "Fact",
    "Factuality",
    "GoodOfficesError",
    "InputError",
    "Kind",
    "MissingExtra",
    "Place",
    "Reading",
    "Source",
    "Term",
    "VocabularyError",
    "When",
    "read",
    "read_document",
]


_MODULES = {
    "goodoffices.errors": ("GoodOfficesError", "InputError", "MissingExtra", "VocabularyError"),
    "goodoffices.model.document": ("Document", "Dropped", "Reading"),
    "goodoffices.model.facts": (
        "Actor",
        "Evidence",
        "Fact",
        "Factuality",
        "Kind",
        "Place",
        "Source",
        "Term",
        "When",
    ),
}
"""Where the public names live; they are imported when first used, so that the command starts quickly."""


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module 'goodoffices' has no attribute {name!r}")


def read(text: str, *, published: str | date | None = None) -> tuple[Fact, ...]:
    """The facts of a report, each with its quotations; none where it is not about a negotiation.

    `published` is the day on which the report appeared, as a date or an ISO day ("2025-06-27");
    without it, relative dates ("on Monday") stay unresolved. Offsets of quotations point into `text`.
    """
    from datetime import date

    from goodoffices.errors import InputError
    from goodoffices.model.document import Document

    try:
        day = date.fromisoformat(published) if isinstance(published, str) else published
    except ValueError as error:
        raise InputError(f"published={published!r} is not a day; write it as YYYY-MM-DD") from error
    return read_document(Document(id="text", text=text, published=day)).facts


def read_document(document: Document) -> Reading:
    """The reading of a document: its facts, or the reason why it was dropped, and notes."""
    from goodoffices.pipeline import read_document as through_all_stages

    return through_all_stages(document)
