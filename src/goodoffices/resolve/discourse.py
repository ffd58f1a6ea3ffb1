"""What has been spoken of so far: the mentions of a document in order, and the questions put to them."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention
from goodoffices.resolve.cast import Cast, actor_of
from goodoffices.resolve.sides import Sides
from goodoffices.vocabulary.entries import ActorEntry

FIGHTING_SORTS = frozenset({"rebels", "militia", "region", "coalition", "people", "party", "army"})


@dataclass
class Discourse:
    """The mentions of a document, kept in order, with its sides."""

    cast: Cast
    parties: Sides
    mentions: list[Mention] = field(default_factory=list)
    persons: dict[str, Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mentions.sort(key=_place)

    def add(self, mention: Mention) -> None:
        """Enter a mention at its place."""
        insort(self.mentions, mention, key=_place)

    def before(self, sentence: int, word: int, *, within: int = 99) -> Iterator[Mention]:
        """Mentions before a word, the nearest first, at most `within` sentences back."""
        for mention in reversed(self.mentions):
            if (mention.sentence, mention.head) < (sentence, word):
                if sentence - mention.sentence > within:
                    return
                yield mention

    def everywhere(self, sentence: int, word: int) -> Iterator[Mention]:
        """Mentions before a word, nearest first, then those after it."""
        yield from self.before(sentence, word)
        for mention in self.mentions:
            if (mention.sentence, mention.head) > (sentence, word):
                yield mention

    def entry(self, actor: Actor) -> ActorEntry | None:
        """The vocabulary's entry of an actor or of its side."""
        return self.cast.vocabulary.actors.get(actor.id) or self.cast.vocabulary.actors.get(actor.side or "")

    def groups(self, mentions: Iterable[Mention]) -> Iterator[Actor]:
        """The armed groups, movements and parties among mentions, persons counted for their side, in order."""
        for mention in mentions:
            for actor in mention.actors:
                principal = self.principal(actor)
                if principal is not None and principal.kind == "group":
                    yield principal

    def principal(self, actor: Actor) -> Actor | None:
        """The state, body or group that an actor counts for; None for media and for those without a side."""
        if actor.kind in {"state", "body", "group"} and (actor.side or actor.id) == actor.id:
            return actor
        if actor.kind == "medium" or not actor.side:
            return None
        entry = self.cast.vocabulary.actors.get(actor.side)
        return actor_of(entry) if entry else Actor(actor.side, actor.side, "group")

    def state(self) -> Actor | None:
        """The state whose government "the government" is, where the document leaves no doubt."""
        states = [side for side in self.parties.sides if side.kind == "state"]
        if len(states) == 1:
            return states[0]
        if states:
            return self._state_against_group(states)
        homes: Counter[str] = Counter()
        for actor in self.groups(self.mentions):
            entry = self.entry(actor)
            if entry is not None and len(entry.countries) == 1:
                homes[entry.countries[0]] += 2
        homes.update({country: n for country, n in self.cast.countries.items() if country in self.cast.vocabulary.actors})
        ranked = homes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        entry = self.cast.vocabulary.actors.get(ranked[0][0])
        return actor_of(entry) if entry and entry.kind == "state" else None

    def _state_against_group(self, states: list[Actor]) -> Actor | None:
        """Of several states, the one at home with a group that is a side too."""
        homes = {country for side in self.parties.sides if (entry := self.entry(side)) and side.kind == "group"
                 for country in entry.countries}
        fitting = [state for state in states if state.id in homes]
        return fitting[0] if len(fitting) == 1 else None

    def is_subject(self, mention: Mention) -> bool:
        """Whether a mention is the subject of its clause (alone or as a coordinated part)."""
        words = self.cast.sentences[mention.sentence].words
        word = words[mention.head]
        steps = 0
        while word.deprel == "conj" and word.head >= 0 and steps < 5:
            word = words[word.head]
            steps += 1
        return word.deprel.startswith("nsubj")


def _place(mention: Mention) -> tuple[int, int, int]:
    return mention.sentence, mention.head, mention.first
