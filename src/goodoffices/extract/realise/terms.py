"""Which terms belong to a fact: those under its content, joined where they speak of one thing."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.realise.circumstances import zones
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind, Term
from goodoffices.model.mentions import Mention, MentionKind, WordRef

WITH_COUNT = frozenset({Kind.EXCHANGE, Kind.AGREEMENT, Kind.PROPOSAL, Kind.RESPONSE})
WITH_DURATION = frozenset({Kind.CEASEFIRE, Kind.AGREEMENT, Kind.PROPOSAL, Kind.RESPONSE, Kind.PRESSURE})


def terms_of(clauses: Clauses, candidate: Candidate) -> tuple[Term, ...]:
    """The terms of a candidate: its given words', else those under its scope or predicate."""
    if candidate.kind not in WITH_COUNT | WITH_DURATION:
        return ()
    if candidate.terms is not None:
        refs = candidate.terms
    elif candidate.scope:
        refs = tuple(w for head in candidate.scope for w in clauses.subtree(head))
    else:
        refs = _near(clauses, candidate.predicate)
    mentions: dict[tuple[int, int], Mention] = {}
    for ref in refs:
        found = clauses.annotated.mention(MentionKind.TERM, ref)
        if found is not None and found.term is not None:
            mentions.setdefault((found.sentence, found.first), found)
    return _join([m.term for m in mentions.values() if m.term and _fits(candidate.kind, m.term)])


def _near(clauses: Clauses, predicate: WordRef) -> tuple[WordRef, ...]:
    return tuple(w for _, zone in list(zones(clauses, predicate))[:2] for w in zone)


def _fits(kind: Kind, term: Term) -> bool:
    if term.count and kind not in WITH_COUNT:
        return False
    return not (term.duration_days and kind not in WITH_DURATION)


def _join(found: list[Term]) -> tuple[Term, ...]:
    """One term for all that does not compete: two counts stay two terms, a duration joins the first."""
    joined: list[Term] = []
    for term in found:
        for i, other in enumerate(joined):
            if not (term.count and other.count) and not (term.duration_days and other.duration_days):
                joined[i] = _merge(other, term)
                break
        else:
            joined.append(term)
    return tuple(dict.fromkeys(joined))


def _merge(one: Term, other: Term) -> Term:
    fields = (
        "issue", "duration_days", "count", "count_basis", "qualifier", "scope", "object", "purpose", "condition", "deadline",
    )
    return replace(one, **{name: getattr(other, name) for name in fields if getattr(one, name) is None})
