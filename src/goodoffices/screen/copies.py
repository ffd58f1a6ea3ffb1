"""Exact copies within a run: a text that comes twice is read once."""

from __future__ import annotations

from goodoffices.model.document import Document, Dropped


class Copies:
    """Remembers the texts of a run by their SHA-256; the first document with a text is the one that is read."""

    def __init__(self) -> None:
        self._first: dict[bytes, str] = {}

    def of(self, document: Document) -> Dropped | None:
        """Why a document need not be read again; None where its text is new.

        >>> copies = Copies()
        >>> copies.of(Document(id="a", text="Talks.")), copies.of(Document(id="b", text="Talks."))
        (None, Dropped(stage='screen', reason='copy: the same text as a'))
        """
        key = bytes.fromhex(document.sha256)
        if key in self._first:
            return Dropped("screen", f"copy: the same text as {self._first[key]}")
        self._first[key] = document.id
        return None
