"""A document as read, with what should be known of its reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goodoffices.model.document import Document


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document and notes on how it was read: a guessed encoding, a day that could not be understood."""

    document: Document
    notes: tuple[str, ...] = ()


def loaded(
    *,
    id: str,
    text: str,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    notes: tuple[str, ...] = (),
) -> Loaded:
    """A document whose empty fields are None."""
    document = Document(
        id=id, text=text, published=published, title=title or None, publisher=publisher or None, url=url or None
    )
    return Loaded(document, notes)
