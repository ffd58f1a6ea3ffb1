"""What a fact is about: its issue code, from cue words, the kind of fact and the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.extract.issues.choice import choose
from goodoffices.extract.issues.codes import CODES, ISSUES
from goodoffices.extract.issues.features import situation
from goodoffices.model.facts import Kind

__all__ = ["CODES", "ISSUES", "issue_of"]


def issue_of(
    kind: Kind,
    own: str | None,
    status: str | None,
    scope_words: Sequence[str],
    clause_words: Sequence[str],
    sentence_words: Sequence[str],
    document_words: Sequence[str],
) -> tuple[str | None, tuple[str, ...]]:
    """The issue code of a fact and the cue words that decided; None where nothing tells it.

    The words are lower-case lemmas, from what the fact itself names as its content to the whole
    document. A cue near the predicate counts for more than one far from it; how much more, and how
    the kinds differ in it, was fitted on annotated documents (training/issues.py).

    >>> issue_of(Kind.PROPOSAL, "offer", "made", ["30-day", "truce"], ["offer"], ["kyiv", "offer"], ["talk"])
    ('CF', ('truce',))
    """
    found = situation(str(kind), own, status, (scope_words, clause_words, sentence_words, document_words))
    return choose(found)
