"""The screen: documents in another language, or not about a peace negotiation, are not read for facts."""

from __future__ import annotations

from goodoffices.model.document import Document, Dropped
from goodoffices.screen.language import language
from goodoffices.screen.relevance import off_topic


def screen(document: Document) -> Dropped | None:
    """Why a document is not to be read for facts; None where it is."""
    found = language(document.text)
    if found != "en":
        return Dropped("screen", f"language: {found}; only English is read")
    reason = off_topic(document.text)
    return Dropped("screen", reason) if reason else None
