"""Who is meant by "the two sides", "the rebels", "the government", "they": by salience and agreement."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention
from goodoffices.resolve.both_sides import both_sides
from goodoffices.resolve.cast import Cast
from goodoffices.resolve.descriptions import describe
from goodoffices.resolve.discourse import Discourse
from goodoffices.resolve.offices import Office
from goodoffices.resolve.opponents import with_opponent
from goodoffices.resolve.person_sides import renamed, tell_sides
from goodoffices.resolve.persons import Person
from goodoffices.resolve.pronouns import pronoun
from goodoffices.resolve.sides import Sides, infer_sides


@dataclass(frozen=True, slots=True)
class Referring:
    """Mentions resolved by context, and the sides as known after that."""

    identified: tuple[Mention, ...]
    """The mentions identified before, with the sides of persons that the context tells."""
    mentions: tuple[Mention, ...]
    parties: Sides


def resolve_pending(
    cast: Cast, identified: tuple[Mention, ...], pending: list[Office], people: list[Person], persons: dict[str, Actor]
) -> Referring:
    """Resolve what only the context tells: first descriptions of one actor, then of the sides together, then pronouns."""
    plain = Discourse(cast, infer_sides(cast, identified), list(identified), persons)
    told = tell_sides(plain, people, persons)
    persons = {**persons, **told}
    identified = renamed(identified, told)
    first = Discourse(cast, infer_sides(cast, identified), list(identified), persons)
    described = _described(first, pending)
    parties = infer_sides(cast, tuple(sorted([*identified, *described], key=lambda m: (m.sentence, m.first))))
    parties = with_opponent(cast, parties, (*identified, *described))
    discourse = Discourse(cast, parties, [*identified, *described], persons)
    together = []
    taken = {(m.sentence, m.head) for m in discourse.mentions}
    for sentence in cast.sentences:
        for word in sentence.words:
            mention = both_sides(discourse, sentence, word)
            if mention is not None and ((mention.sentence, mention.head) not in taken or mention.how == "both-sides"):
                together.append(mention)
                discourse.add(mention)
            elif (sentence.index, word.index) not in taken:
                mention = pronoun(discourse, sentence, word)
                if mention is not None:
                    together.append(mention)
                    discourse.add(mention)
    heads = {(m.sentence, m.head) for m in together}
    kept = [m for m in described if (m.sentence, m.head) not in heads]
    return Referring(identified, (*together, *kept), parties)


def _described(discourse: Discourse, pending: list[Office]) -> list[Mention]:
    found = []
    for office in pending:
        mention = describe(discourse, office)
        if mention is not None:
            found.append(mention)
            discourse.add(mention)
    return found
