"""The way of a document: the only file that knows the order of the stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goodoffices.extract.explaining import explain
from goodoffices.extract.finding import find
from goodoffices.fuse.within import join
from goodoffices.model.document import Document, Reading
from goodoffices.model.explanation import Explanation
from goodoffices.parse import parse
from goodoffices.resolve.annotate import annotate
from goodoffices.screen import screen

if TYPE_CHECKING:
    from goodoffices.vocabulary import Vocabulary


def read_document(document: Document, *, vocabulary: Vocabulary | None = None) -> Reading:
    """Read one document: the facts it holds, each with its quotations, or the reason why it was dropped.

    `vocabulary` holds the user's own actors besides the bundled ones. The result depends on the
    document and the vocabulary alone.
    """
    dropped = screen(document)
    if dropped is not None:
        return Reading(document, dropped=dropped)
    annotated = annotate(document, parse(document.text), vocabulary=vocabulary)
    found = find(annotated)
    notes = () if document.published else ("no day of publication: relative dates stay unresolved",)
    return Reading(document, facts=join(found.facts), notes=notes)


def explain_document(document: Document, *, vocabulary: Vocabulary | None = None) -> Explanation:
    """Read one document and tell how each fact came about, and what was considered and dropped, and why."""
    dropped = screen(document)
    annotated = annotate(document, parse(document.text), vocabulary=vocabulary)
    found = find(annotated)
    facts = () if dropped else join(found.facts)
    return Explanation(
        reading=Reading(document, facts=facts, dropped=dropped),
        sides=tuple(actor.id for actor in annotated.sides),
        third_parties=tuple(actor.id for actor in annotated.third_parties),
        sentences=explain(annotated, found),
    )
