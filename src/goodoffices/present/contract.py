"""Readings as the fact contract prints them: plain dictionaries for JSON, fields in the contract's order."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from goodoffices.model.document import Document, Reading
from goodoffices.model.facts import OWN_FIELD, Actor, Fact, Place, Source, Term, When

Json = dict[str, Any]


def reading_to_json(reading: Reading) -> Json:
    """One line of output: the document, its facts, or why it was dropped."""
    return {
        "document": document_to_json(reading.document),
        "facts": [fact_to_json(fact) for fact in reading.facts],
        "dropped": asdict(reading.dropped) if reading.dropped else None,
        "notes": list(reading.notes),
    }


def document_to_json(document: Document) -> Json:
    """The document without its text; `length` is in characters."""
    return {
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "sha256": document.sha256,
        "length": len(document.text),
    }


def fact_to_json(fact: Fact) -> Json:
    """A fact; the kind's own field stands under its own name."""
    own = OWN_FIELD.get(fact.kind)
    return {
        "kind": fact.kind.value,
        "status": fact.status,
        "factuality": fact.factuality.value,
        **{role: [_actor(a) for a in getattr(fact, role)] for role in ("parties", "by", "to", "on", "third_parties")},
        "people": [_actor(a) for a in fact.people],
        "when": _when(fact.when),
        "where": _place(fact.where),
        "round": fact.round,
        **({own: fact.own} if own else {}),
        "issue": fact.issue,
        "terms": [_term(term) for term in fact.terms],
        "attribution": [_source(source) for source in fact.attribution],
        "evidence": [asdict(piece) for piece in fact.evidence],
        "rule": fact.rule,
    }


def _actor(actor: Actor) -> Json:
    return asdict(actor)


def _when(when: When | None) -> Json | None:
    return asdict(when) if when else None


def _place(place: Place | None) -> Json | None:
    return asdict(place) if place else None


def _term(term: Term) -> Json:
    return {
        "issue": term.issue,
        "duration_days": list(term.duration_days) if term.duration_days else None,
        "count": list(term.count) if term.count else None,
        "count_basis": term.count_basis,
        "qualifier": term.qualifier,
        "scope": term.scope,
        "object": term.object,
        "purpose": term.purpose,
        "condition": term.condition,
        "deadline": _when(term.deadline),
    }


def _source(source: Source) -> Json:
    return {
        "speaker": _actor(source.speaker) if source.speaker else None,
        "label": source.label,
        "cue": source.cue,
        "to": _actor(source.to) if source.to else None,
        "when": _when(source.when),
    }
