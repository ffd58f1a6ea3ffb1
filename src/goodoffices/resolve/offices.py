"""Nouns for those who act for somebody: "the Russian foreign minister", "Hamas officials", "the group's delegation"."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import goodoffices.vocabulary as vocabulary_room
from goodoffices.resolve.cast import Cast, Name

BACKED = frozenset({
    "backed", "led", "appointed", "installed", "brokered", "mediated", "sponsored", "held", "occupied", "controlled",
    "aligned", "allied", "supported", "based", "run", "funded", "born", "made", "organised", "organized", "ruled",
    "dominated", "hosted", "facilitated", "linked", "armed", "trained", "proposed", "drafted", "administered", "speaking",
})
"""Participles that make the name before them a backer ("Iran-backed"), not the owner of the noun."""

_OWNERS_AFTER = {"of", "from", "for"}
_JOINERS = {"and", "or", ",", "&", "-", "–", "/"}


@dataclass(frozen=True, slots=True)
class Office:
    """A noun at `word` (words `first` to `last`) for a person or body that acts for its owner."""

    sentence: int
    word: int
    first: int
    last: int
    noun: str
    """The noun in the singular, lower case."""
    sort: str
    """The class of the noun in titles.csv."""
    role: str
    """The wording without article and owner: "foreign minister"."""
    plural: bool
    owners: tuple[Name, ...] = ()
    owner_words: tuple[int, ...] = ()
    """Words that own the noun and are no names of the vocabulary: "the group's", "its", "rebel", a person's name."""


@lru_cache(maxsize=1)
def title_classes() -> dict[str, str]:
    """The classes of titles.csv by noun."""
    path = Path(vocabulary_room.__file__).parent / "titles.csv"
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {row["term"]: row["class"] for row in csv.DictReader(lines)}


def singular(form: str) -> str:
    """The singular of a noun, by its ending.

    >>> singular("Secretaries"), singular("spokesmen"), singular("troops"), singular("president")
    ('secretary', 'spokesman', 'troop', 'president')
    """
    low = form.lower()
    if low.endswith("men"):
        return low[:-3] + "man"
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "sses")):
        return low[:-2]
    if low.endswith("s") and not low.endswith("ss"):
        return low[:-1]
    return low


def find_offices(cast: Cast, sentence: int) -> tuple[Office, ...]:
    """The office nouns of a sentence, left to right."""
    classes = title_classes()
    found = []
    for word in cast.sentences[sentence].words:
        if word.upos not in {"NOUN", "PROPN", "ADJ"} or not word.form[:1].isalpha():
            continue
        if (sentence, word.index) in cast.at or (word.form.lower() == "state" and cast.low(sentence, word.index - 1) == "of"):
            continue
        noun = word.form.lower() if word.form.lower() in classes else singular(word.form)
        sort = classes.get(noun)
        if noun == "pm" and cast.low(sentence, word.index - 1)[:1].isdigit():
            continue  # six o'clock
        if sort is None or _modifies_title(cast, sentence, word.index, classes):
            continue
        found.append(_office(cast, sentence, word.index, noun, sort))
    return tuple(found)


def _modifies_title(cast: Cast, sentence: int, index: int, classes: dict[str, str]) -> bool:
    following = cast.word(sentence, index + 1)
    if following is None:
        return False
    if following.form.lower() in {"jet", "jets", "plane", "planes", "aircraft"}:
        return True
    if following.form in {"-", "–"} and cast.low(sentence, index + 2) in BACKED | {"controlled"}:
        return True
    if following.form in {"-", "/"} and cast.low(sentence, index + 2) in {"in", "general", "elect", "designate"}:
        return False
    if following.upos not in {"NOUN", "PROPN"} or (sentence, index + 1) in cast.at:
        return False
    word = cast.sentences[sentence].words[index]
    title = classes.get(singular(following.form)) or classes.get(following.form.lower())
    if title:
        return True
    return word.upos != "PROPN" and following.upos == "NOUN" and word.head >= following.index


def _office(cast: Cast, sentence: int, index: int, noun: str, sort: str) -> Office:
    owners, owner_words, first = _before(cast, sentence, index)
    words = cast.sentences[sentence].words
    last = index
    if not owners and not owner_words:
        owners, owner_words, last = _after(cast, sentence, index, sort, plural=words[index].form.lower() != noun)
    if not owners and not owner_words and cast.low(sentence, first - 1) == "and" and first > 1:
        twin = cast.sentences[sentence].words[first - 2]
        if singular(twin.form) in title_classes() or twin.form.lower() in title_classes():
            owners, owner_words, _ = _before(cast, sentence, first - 2)
    taken = {i for name in owners for i in range(name.first, name.last + 1)}
    role = " ".join(
        w.form for w in words[first : index + 1]
        if w.index not in taken and w.upos not in {"DET", "PART", "PRON", "NUM", "CCONJ", "PUNCT"} and w.index not in owner_words
    )
    role += _field(cast, sentence, index)
    low = words[index].form.lower()
    plural = low != noun and low not in {"forces", "troops", "armed forces"}
    return Office(sentence, index, first, last, noun, sort, role.lower(), plural, owners, owner_words)


def _field(cast: Cast, sentence: int, index: int) -> str:
    """What follows a title with "of" and belongs to it: " of state", " of foreign affairs"."""
    if cast.low(sentence, index + 1) not in {"of", "for"}:
        return ""
    at = index + 2
    while (word := cast.word(sentence, at)) is not None and word.upos in {"PROPN", "NOUN", "ADJ"} and (sentence, at) not in cast.at:
        if at > index + 3 or any(span.label == "PER" and span.first <= at <= span.last for span in cast.sentences[sentence].names):
            break
        at += 1
    words = cast.sentences[sentence].words[index + 1 : at]
    return " " + " ".join(w.form for w in words).lower() if len(words) > 1 else ""


def _before(cast: Cast, sentence: int, index: int) -> tuple[tuple[Name, ...], tuple[int, ...], int]:
    """Owners to the left of the noun within its phrase, and where the phrase begins."""
    owners: list[Name] = []
    others: list[int] = []
    at = first = index
    while at - 1 >= 0:
        at -= 1
        word = cast.sentences[sentence].words[at]
        name = cast.actor_name(sentence, at)
        if name is not None:
            if cast.low(sentence, name.last + 1) in {"-", "–"} and cast.low(sentence, name.last + 2) in BACKED:
                at = first = name.first
                continue
            owners.insert(0, name)
            at = first = name.first
            if not _joined(cast, sentence, at, listed=len(owners) > 1):
                break
            continue
        if owners and word.form.lower() not in _JOINERS:
            break
        if word.form in {"'s", "’s", "'", "’"}:
            if at > 0 and not cast.actor_name(sentence, at - 1):
                others.append(at - 1)
                first = at - 1
                break
            continue
        if word.feats.get("Poss") == "Yes" or word.form.lower() in {"its", "his", "her", "their", "our"}:
            others.append(at)
            first = at
            break
        if word.upos == "DET" or word.upos == "NUM":
            first = at
            if word.upos == "DET":
                break
            continue
        if word.upos in {"ADJ", "NOUN", "PROPN", "VERB"} and _belongs(cast, sentence, at, index):
            if singular(word.form) in title_classes() and word.upos in {"NOUN", "PROPN", "ADJ"}:
                others.append(at)
            first = at
            continue
        if word.form in _JOINERS and (owners or cast.low(sentence, at + 1) in BACKED or cast.low(sentence, at + 1) in
                                      {"general", "president", "minister", "chief", "in"}):
            continue
        break
    return tuple(owners), tuple(others), first


def _belongs(cast: Cast, sentence: int, at: int, index: int) -> bool:
    """Whether word `at` stands in the phrase of the noun at `index`: its head lies between them or is the noun."""
    word = cast.sentences[sentence].words[at]
    return at < word.head <= index or (word.upos in {"PROPN", "NOUN", "ADJ"} and at == index - 1 and word.upos != "NOUN")


def _joined(cast: Cast, sentence: int, first: int, *, listed: bool) -> bool:
    """Whether another owner is coordinated before the one that begins at `first`: "Russian and Ukrainian".

    A comma joins only in a list that ends in "and" (`listed`).
    """
    if cast.low(sentence, first - 1) == "," and not listed:
        return False
    if cast.low(sentence, first - 1) in {"the", "a"} and cast.low(sentence, first - 2) in {"and", ","}:
        return False
    return cast.low(sentence, first - 1) in _JOINERS and bool(
        cast.actor_name(sentence, first - 2) or (cast.low(sentence, first - 2) == "," and cast.actor_name(sentence, first - 3))
    )


def _after(
    cast: Cast, sentence: int, index: int, sort: str, *, plural: bool
) -> tuple[tuple[Name, ...], tuple[int, ...], int]:
    """Owners after the noun: "the president of Colombia", "a spokesman for the group"."""
    at = index + 1
    if cast.low(sentence, at) == "state" or cast.low(sentence, index + 1) not in _OWNERS_AFTER:
        return (), (), index
    if sort == "envoy" and cast.low(sentence, at) == "for":
        return (), (), index
    at += 1
    owners: list[Name] = []
    last = index
    while cast.word(sentence, at) is not None:
        word = cast.sentences[sentence].words[at]
        name = cast.actor_name(sentence, at)
        if name is not None:
            if name.alias.how == "adjective" and not _speaks_for(cast, sentence, name.last):
                break
            owners.append(name)
            at = last = name.last
            while _continues(cast, sentence, last):
                last += 1
            at = last + 1
            if plural and cast.low(sentence, at) in {"and", ","} and (
                cast.actor_name(sentence, at + 1) or cast.actor_name(sentence, at + 2)
            ):
                at += 1
                continue
            break
        if (word.upos in {"DET", "ADJ", "PROPN"} or word.form.lower() == "of") and at <= index + 6:
            at += 1
            continue
        if word.upos == "NOUN" and singular(word.form) in title_classes():
            return (), (at,), index
        if word.upos == "NOUN" and cast.low(sentence, at + 1) == "of" and at <= index + 6:
            at += 2
            continue
        break
    return tuple(owners), (), last


def _continues(cast: Cast, sentence: int, last: int) -> bool:
    """Whether the noun phrase of an owner goes on after its name: "the Russian | foreign ministry"."""
    following = cast.word(sentence, last + 1)
    if following is None or following.upos not in {"NOUN", "PROPN", "ADJ"} or (sentence, last + 1) in cast.at:
        return False
    return not any(span.label == "PER" and span.first <= last + 1 <= span.last for span in cast.sentences[sentence].names)


def _speaks_for(cast: Cast, sentence: int, last: int) -> bool:
    """Whether the phrase that goes on after an adjective ends in an office noun: "the Russian Foreign Ministry"."""
    at = last + 1
    noun = None
    while (word := cast.word(sentence, at)) is not None and word.upos in {"NOUN", "PROPN", "ADJ"}:
        noun, at = word, at + 1
    return noun is None or singular(noun.form) in title_classes()
