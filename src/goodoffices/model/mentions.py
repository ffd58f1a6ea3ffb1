"""A document with its mentions resolved: which words stand for which actor, place, time or term.

The parser yields words; `resolve` finds the mentions among them; `extract` finds frames whose
roles are words, and looks up what these words stand for. Whoever finds roles (a grammar, a
learned tagger) needs nothing but word references to have them resolved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from goodoffices.model.document import Document
from goodoffices.model.facts import Actor, Place, Term, When
from goodoffices.model.words import Sentence, Word


@dataclass(frozen=True, slots=True, order=True)
class WordRef:
    """A word of the document: number of the sentence, number of the word in it."""

    sentence: int
    word: int


class MentionKind(StrEnum):
    """What a mention stands for."""

    ACTOR = "actor"
    """A state, body, group, office, or a person (then `actors[0].kind == "person"`)."""
    PLACE = "place"
    TIME = "time"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (inclusive) of a sentence that stand for something; `head` is their head word."""

    kind: MentionKind
    sentence: int
    first: int
    last: int
    head: int
    actors: tuple[Actor, ...] = ()
    """One actor, or several where the words stand for them together ("the two sides")."""
    place: Place | None = None
    when: When | None = None
    """None for a time expression that could not be resolved: it stays with its wording."""
    term: Term | None = None
    how: str = ""
    """What decided: "name", "alias", "metonym", "title", "pronoun", "both-sides", "apposition", …"""

    @property
    def ref(self) -> WordRef:
        """The head word."""
        return WordRef(self.sentence, self.head)


@dataclass(frozen=True)
class Annotated:
    """A parsed document with its mentions and with the parties of its process.

    `sides` are the parties that negotiate with each other as far as the document shows
    (most often two), `third_parties` those that mediate or host; both in order of prominence.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    sides: tuple[Actor, ...] = ()
    third_parties: tuple[Actor, ...] = ()

    @cached_property
    def _by_head(self) -> dict[tuple[MentionKind, int, int], Mention]:
        return {(m.kind, m.sentence, m.head): m for m in reversed(self.mentions)}

    @cached_property
    def _covering(self) -> dict[tuple[MentionKind, int, int], Mention]:
        return {
            (m.kind, m.sentence, i): m for m in reversed(self.mentions) for i in range(m.first, m.last + 1)
        }

    def word(self, ref: WordRef) -> Word:
        """The word at a reference."""
        return self.sentences[ref.sentence].words[ref.word]

    def mention(self, kind: MentionKind, ref: WordRef) -> Mention | None:
        """The mention of this kind that has `ref` as its head or, failing that, covers it."""
        key = (kind, ref.sentence, ref.word)
        return self._by_head.get(key) or self._covering.get(key)

    def actors_at(self, ref: WordRef) -> tuple[Actor, ...]:
        """The actors that a word stands for; empty where it stands for none."""
        found = self.mention(MentionKind.ACTOR, ref)
        return found.actors if found else ()

    def in_sentence(self, sentence: int, kind: MentionKind) -> Iterator[Mention]:
        """Mentions of one kind in a sentence, left to right."""
        return (m for m in self.mentions if m.sentence == sentence and m.kind is kind)
