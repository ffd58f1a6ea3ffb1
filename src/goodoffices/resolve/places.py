"""Place names: towns, regions, countries and venues, with their country."""

from __future__ import annotations

from collections import Counter

from goodoffices.model.facts import Place
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.model.words import Sentence
from goodoffices.resolve.actors import is_seat
from goodoffices.resolve.cast import Cast, Name, head_of
from goodoffices.resolve.names import Spelling
from goodoffices.vocabulary.entries import ActorEntry, PlaceEntry, pieces

AT = frozenset({"in", "at", "near", "outside", "inside", "from", "to", "into", "toward", "towards", "around", "across",
                "throughout", "via", "leave", "over", "off", "through", "within", "on"})
"""Prepositions before a place."""

_LONGEST = 6
_COUNTRY_KINDS = frozenset({"state"})


def find_places(cast: Cast, persons: set[tuple[int, int]]) -> tuple[Mention, ...]:
    """The place names of a document, in order; `persons` are the words that belong to a person's name."""
    found: list[Mention] = []
    for sentence in cast.sentences:
        spelling = Spelling.of(sentence)
        located = {i for span in sentence.names if span.label == "LOC" for i in range(span.first, span.last + 1)}
        taken: set[int] = {i for s, i in persons if s == sentence.index}
        for word in sentence.words:
            if word.index in taken or (sentence.index, word.index) in cast.asides or (not word.form[:1].isupper() and word.form.lower() not in {"al", "el", "the"}):
                continue
            hit = _at(cast, sentence.index, word.index, spelling, located)
            if hit is not None:
                last, place = hit
                if taken.isdisjoint(range(word.index, last + 1)):
                    taken.update(range(word.index, last + 1))
                    found.append(_mention(cast, sentence.index, word.index, last, place))
        for span in sentence.names:
            first = span.first
            while first < span.last and sentence.words[first].upos in {"DET", "ADP", "PUNCT"}:
                first += 1
            if span.label == "LOC" and sentence.words[first].form[:1].isupper() and taken.isdisjoint(range(first, span.last + 1)) and _is_site(cast, sentence.index, first):
                text = cast.document.text[sentence.words[first].start : sentence.words[span.last].end]
                found.append(_mention(cast, sentence.index, first, span.last, Place(text)))
        found += _capitals(cast, sentence)
    found.sort(key=lambda m: (m.sentence, m.first, m.last))
    return _with_towns(found)


def _capitals(cast: Cast, sentence: Sentence) -> list[Mention]:
    """Capitals that are told by their state: "the Zambian capital" is Lusaka."""
    found = []
    for word in sentence.words[1:]:
        if word.form.lower() != "capital" or word.upos != "NOUN":
            continue
        state = cast.actor_name(sentence.index, word.index - 1)
        if state is None or not isinstance(state.entry, ActorEntry) or state.entry.kind != "state":
            continue
        town = next(iter(cast.vocabulary.seats.get(state.entry.id, ())), None)
        if town is not None:
            place = Place(town, state.entry.id)
            found.append(Mention(MentionKind.PLACE, sentence.index, state.first, word.index, word.index, place=place, how="capital"))
    return found


def _is_site(cast: Cast, sentence: int, first: int) -> bool:
    name = cast.actor_name(sentence, first)
    return (sentence, first) not in cast.asides and (name is None or _also_place(cast, name))


def _also_place(cast: Cast, name: Name) -> bool:
    """Whether a name of an actor is a place name too: a state, a capital, a region, "Brussels"."""
    entry = name.entry
    if not isinstance(entry, ActorEntry) or name.alias.how in {"adjective", "people"}:
        return False
    return entry.kind == "state" or is_seat(cast, name)


def _mention(cast: Cast, sentence: int, first: int, last: int, place: Place) -> Mention:
    head = head_of(cast.sentences[sentence], first, last)
    return Mention(MentionKind.PLACE, sentence, first, last, head, place=place, how="gazetteer" if place.country else "name")


def _at(cast: Cast, sentence: int, index: int, spelling: Spelling, located: set[int]) -> tuple[int, Place] | None:
    """The place that begins at a word: a country or seat of the names, else the longest entry of the gazetteer."""
    start = spelling.starts.get(index)
    if start is None:
        return None
    places = cast.vocabulary.places
    words = cast.sentences[sentence].words
    name = cast.at.get((sentence, index))
    for size in range(_LONGEST, 0, -1):
        key = tuple(spelling.pieces[start : start + size])
        entries = places(key) if len(key) == size else ()
        if not entries:
            continue
        last = spelling.owner[start + size - 1]
        if not words[last].form[:1].isupper() or (name is not None and name.last > last):
            continue
        if name is None and not _place_like(cast, sentence, index, last, entries, located):
            continue
        if name is not None and (name.first != index or not _also_place(cast, name)) and name.alias.case == "name":
            continue
        text = cast.document.text[words[index].start : words[last].end]
        if name is not None and isinstance(name.entry, ActorEntry) and name.entry.kind == "state" and name.last == last:
            return last, Place(text, name.entry.id)
        entry = _nearest(cast, entries)
        if entry.kind == "venue":
            town = entry.town if entry.town and entry.town.lower() in cast.document.text.lower() else text
            return last, Place(town, entry.country, text)
        return last, Place(text, entry.country)
    if name is not None and name.first == index and isinstance(name.entry, ActorEntry) and name.entry.kind in _COUNTRY_KINDS:
        if name.alias.how in {"name", "seat"}:
            text = cast.document.text[words[name.first].start : words[name.last].end]
            return name.last, Place(text, name.entry.id)
    return None


def _place_like(
    cast: Cast, sentence: int, first: int, last: int, entries: tuple[PlaceEntry, ...], located: set[int]
) -> bool:
    if first in located:
        return True
    words = cast.sentences[sentence].words
    if any(w.upos in {"VERB", "AUX", "ADP", "DET", "PRON"} for w in words[first : last + 1]):
        return False
    if entries[0].kind in {"venue", "region", "site"}:
        return True
    before = cast.low(sentence, first - 1)
    if before == "the":
        before = cast.low(sentence, first - 2)
    return before in AT and not any(span.first <= first and last < span.last for span in cast.sentences[sentence].names)


def _nearest(cast: Cast, entries: tuple[PlaceEntry, ...]) -> PlaceEntry:
    """Of several places with one name: a curated one, else one in a country that the document speaks of."""
    if entries[0].kind != "town" or len(entries) == 1:
        return entries[0]
    return max(entries, key=lambda entry: cast.countries[entry.country or ""])


def _with_towns(found: list[Mention]) -> tuple[Mention, ...]:
    """Give a venue without a town the town that stands behind it ("Ciragan Palace in Istanbul")."""
    return tuple(found)


def country_weights(places: tuple[Mention, ...]) -> Counter[str]:
    """How often the document names places of each country."""
    return Counter(m.place.country for m in places if m.place and m.place.country)


__all__ = ["country_weights", "find_places", "pieces"]
