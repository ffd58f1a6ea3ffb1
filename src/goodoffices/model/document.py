"""A report as it came in, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from goodoffices.model.facts import Fact


@dataclass(frozen=True, slots=True)
class Document:
    """One report: its text as stored, and what is known of where and when it appeared.

    `published` is the day of publication, None where nothing says it.
    `text` is kept unchanged: all offsets of the program point into it.
    """

    id: str
    text: str
    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return sha256(self.text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Dropped:
    """Why a document was not read for facts: at which stage, for which reason."""

    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the facts found in it, or with the reason why it was dropped."""

    document: Document
    facts: tuple[Fact, ...] = ()
    dropped: Dropped | None = None
    notes: tuple[str, ...] = field(default=())
    """What the reader of the output should know, e.g. that relative dates could not be resolved."""
