"""The names of a document, settled against each other: which actor each stands for, and what the document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from goodoffices.model.document import Document
from goodoffices.model.facts import Actor
from goodoffices.model.words import Sentence, Word
from goodoffices.resolve.names import choose, countries_of, find_names
from goodoffices.vocabulary import Vocabulary
from goodoffices.vocabulary.entries import ActorEntry, Alias, PersonEntry


@dataclass(frozen=True, slots=True)
class Name:
    """Words `first` to `last` of a sentence with the alias they are."""

    sentence: int
    first: int
    last: int
    alias: Alias

    @property
    def entry(self) -> ActorEntry | PersonEntry:
        """What is named."""
        return self.alias.target


@dataclass
class Cast:
    """A document with its names settled."""

    document: Document
    sentences: tuple[Sentence, ...]
    vocabulary: Vocabulary
    countries: Counter[str] = field(default_factory=Counter)
    names: list[list[Name]] = field(default_factory=list)
    """By sentence, left to right."""
    asides: set[tuple[int, int]] = field(default_factory=set)
    """Words in brackets after the end of a sentence: the sources that an aggregator appends, "… agreed. (Swiss Info)"."""
    at: dict[tuple[int, int], Name] = field(default_factory=dict)
    """The name that covers a word."""

    def actor_name(self, sentence: int, word: int) -> Name | None:
        """The name of a state, body, group or medium that covers a word."""
        name = self.at.get((sentence, word))
        return name if name and isinstance(name.entry, ActorEntry) else None

    def word(self, sentence: int, index: int) -> Word | None:
        """A word, None beyond the ends of the sentence."""
        words = self.sentences[sentence].words
        return words[index] if 0 <= index < len(words) else None

    def low(self, sentence: int, index: int) -> str:
        """The form of a word in lower case, "" beyond the ends."""
        word = self.word(sentence, index)
        return word.form.lower() if word else ""

    def all_names(self) -> Iterator[Name]:
        """Every name in order."""
        for names in self.names:
            yield from names


def cast_of(document: Document, sentences: tuple[Sentence, ...], vocabulary: Vocabulary) -> Cast:
    """Find the names of a document and settle those that several actors share by the countries it speaks of."""
    found = [find_names(sentence, vocabulary) for sentence in sentences]
    countries = countries_of(match for matches in found for match in matches)
    cast = Cast(document, sentences, vocabulary, countries)
    cast.asides = _asides(document, sentences)
    for matches in found:
        names = []
        for match in matches:
            alias = choose(match, countries)
            if alias is not None and ((match.sentence, match.first) not in cast.asides or _is_medium(alias)):
                name = Name(match.sentence, match.first, match.last, alias)
                names.append(name)
                cast.at.update({(match.sentence, i): name for i in range(match.first, match.last + 1)})
        cast.names.append(names)
    return cast


def _is_medium(alias: Alias) -> bool:
    return isinstance(alias.target, ActorEntry) and alias.target.kind == "medium"


def _asides(document: Document, sentences: tuple[Sentence, ...]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    inside = False
    for sentence in sentences:
        for word in sentence.words:
            if word.form == "(":
                before = document.text[: word.start].rstrip()[-1:]
                inside = before in {".", "!", "?", ")", "”", '"'} or (inside and before == ",")
            if inside:
                found.add((sentence.index, word.index))
            if word.form == ")":
                inside = False
    return found


def actor_of(entry: ActorEntry, wording: str | None = None) -> Actor:
    """The actor of an entry; a state is its own side. `wording` is the name where the entry is only a description."""
    own = entry.id if entry.kind == "state" else None
    return Actor(entry.id, wording or entry.name, entry.kind, entry.side or own)


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The head word of words `first` to `last`: the last of those whose head lies outside, names before the rest."""
    outside = [w for w in sentence.words[first : last + 1] if not first <= w.head <= last]
    solid = [w for w in outside if w.upos in {"PROPN", "NOUN", "ADJ", "PRON", "X", "NUM"}]
    return (solid or outside or [sentence.words[last]])[-1].index
