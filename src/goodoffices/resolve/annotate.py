"""A parsed document with its mentions resolved."""

from __future__ import annotations

from collections.abc import Iterable

from goodoffices.model.document import Document
from goodoffices.model.mentions import Annotated, Mention
from goodoffices.model.words import Sentence
from goodoffices.resolve.actors import name_mentions, office_mentions, person_mentions
from goodoffices.resolve.cast import cast_of
from goodoffices.resolve.coreference import resolve_pending
from goodoffices.resolve.offices import find_offices
from goodoffices.resolve.persons import find_persons
from goodoffices.resolve.places import find_places
from goodoffices.resolve.terms import find_terms
from goodoffices.resolve.times import find_times
from goodoffices.vocabulary import Vocabulary, load


def annotate(
    document: Document, sentences: tuple[Sentence, ...], *, vocabulary: Vocabulary | None = None
) -> Annotated:
    """Find and resolve the actors, places, times and terms of a parsed document, and the sides of its process."""
    cast = cast_of(document, sentences, vocabulary or load())
    offices = [find_offices(cast, sentence.index) for sentence in sentences]
    persons = find_persons(cast, offices)
    named, actors, used = person_mentions(cast, persons)
    own = name_mentions(cast)
    held, pending = office_mentions(cast, offices, used, actors)
    identified = _in_order([*named, *held, *own])
    referring = resolve_pending(cast, identified, pending, persons, actors)
    parties = referring.parties
    words = {(m.sentence, i) for m in named for i in range(m.first, m.last + 1)}
    places = find_places(cast, {(s, i) for s, i in words if (s, i) not in cast.at})
    times = find_times(document, sentences)
    terms = find_terms(document, sentences, times)
    mentions = (*_in_order([*referring.identified, *referring.mentions]), *places, *times, *terms)
    return Annotated(document, sentences, mentions, parties.sides, parties.third_parties)


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions from left to right, longer ones first, one for each head."""
    found: dict[tuple[int, int], Mention] = {}
    for mention in mentions:
        found.setdefault((mention.sentence, mention.head), mention)
    return tuple(sorted(found.values(), key=lambda m: (m.sentence, m.first, -m.last)))
