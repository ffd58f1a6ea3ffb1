"""The terms of a document as mentions: counts, durations, scope, conditions, purposes, deadlines."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.model.document import Document
from goodoffices.model.facts import Term
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.model.words import Sentence
from goodoffices.resolve.terms.clauses import conditions, purposes
from goodoffices.resolve.terms.counts import counts
from goodoffices.resolve.terms.durations import Found, durations
from goodoffices.resolve.terms.scope import scopes


def find_terms(document: Document, sentences: tuple[Sentence, ...], times: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The terms in a document, in order; `times` are its time mentions, whose words are no counts.

    Each phrase is a mention of its own, with one kind of content: a duration, a count with its bounds and
    basis, a scope, a condition, a purpose, or a deadline. `how` names it.
    """
    by_sentence: dict[int, list[Mention]] = {}
    for mention in times:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    found: list[Mention] = []
    for sentence in sentences:
        found += _in_sentence(document.text, sentence, by_sentence.get(sentence.index, []))
    return tuple(found)


def _in_sentence(text: str, sentence: Sentence, times: list[Mention]) -> list[Mention]:
    lasting = durations(text, sentence)
    taken = {i for m in times for i in range(m.first, m.last + 1)}
    lasting = [f for f in lasting if not _covered(sentence, f, times)]
    taken |= {w.index for f in lasting for w in sentence.words if w.start < f.end and w.end > f.start}
    counted = counts(text, sentence, taken)
    if len(counted) < 2:
        counted = [replace(f, term=replace(f.term, object=None)) for f in counted]
    groups = {
        "duration": lasting,
        "count": counted,
        "scope": scopes(text, sentence),
        "condition": conditions(text, sentence),
        "purpose": purposes(text, sentence),
    }
    found = [_mention(sentence, f, how) for how, fs in groups.items() for f in fs]
    found += [
        replace(m, kind=MentionKind.TERM, when=None, term=Term(deadline=m.when), how="deadline")
        for m in times
        if m.how == "by" and m.when is not None
    ]
    return sorted(found, key=lambda m: (m.first, m.last, m.how))


def _covered(sentence: Sentence, f: Found, times: list[Mention]) -> bool:
    """Whether a duration is part of a resolved date ("three weeks ago"), and none that says how long."""
    words = {w.index for w in sentence.words if w.start < f.end and w.end > f.start}
    return any(m.when is not None and m.how != "within" and words & set(range(m.first, m.last + 1)) for m in times)


def _mention(sentence: Sentence, f: Found, how: str) -> Mention:
    covered = [w.index for w in sentence.words if w.start < f.end and w.end > f.start]
    head = next((w.index for w in sentence.words if w.start <= f.head_at < w.end), covered[-1])
    return Mention(MentionKind.TERM, sentence.index, covered[0], covered[-1], head, term=f.term, how=how)
