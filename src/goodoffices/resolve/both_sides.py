"""Who "the two sides", "both delegations", "the neighbours", "the mediators" are."""

from __future__ import annotations

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.model.words import Sentence, Word
from goodoffices.resolve.discourse import Discourse
from goodoffices.resolve.offices import singular

SIDES = frozenset({"side", "party", "delegation", "belligerent", "camp", "foe", "rival", "enemy", "adversary", "faction", "team",
                   "group", "negotiator", "force", "army", "signatory", "counterpart", "movement", "organisation", "organization",
                   "community"})
STATES = frozenset({"country", "nation", "neighbour", "neighbor", "state", "government", "capital", "republic", "ally", "power"})
PERSONS = frozenset({"leader", "president", "minister", "premier", "man", "diplomat", "statesman", "head", "chief", "official",
                     "envoy", "officer", "commander", "general"})
ALONE = frozenset({"side", "party", "belligerent"})
"""Nouns that need no number: "the sides", "the parties"."""

_COUNTING = frozenset({"two", "both", "2", "three", "four"})
_FIGHTING = frozenset({"warring", "rival", "opposing", "conflicting", "feuding", "belligerent", "competing", "negotiating",
                       "contending", "respective"})
_SINGLE = frozenset({"either", "neither", "each"})
MEDIATORS = frozenset({"mediator", "facilitator", "guarantor", "broker"})


def both_sides(discourse: Discourse, sentence: Sentence, word: Word) -> Mention | None:
    """The mention of a noun or pronoun that stands for the sides together, None where it does not."""
    first = _first(sentence, word)
    before = {w.form.lower() for w in sentence.words[first : word.index]}
    noun = singular(word.form)
    actors: tuple[Actor, ...] = ()
    if _pronoun(word) or (word.form.lower() == "two" and _alone(sentence, word)):
        actors = _pair(discourse, sentence.index, word.index)
    elif noun in MEDIATORS and word.form.lower() != noun and word.upos in {"NOUN", "PROPN"}:
        actors = discourse.parties.third_parties if before & {"the"} or not before else ()
        how = "mediators"
        return _mention(sentence, first, word, actors, how) if actors else None
    elif word.upos not in {"NOUN", "PROPN"}:
        return None
    elif noun in SIDES | STATES | PERSONS and _together(sentence, word, noun, before):
        actors = _who(discourse, sentence.index, word.index, noun, before)
    if len(actors) < 2:
        return None
    return _mention(sentence, first, word, actors, "both-sides")


def _pronoun(word: Word) -> bool:
    return word.form.lower() in {"both", "neither"} and word.upos in {"PRON", "DET"} and word.deprel.startswith(
        ("nsubj", "obj", "obl")
    )


def _alone(sentence: Sentence, word: Word) -> bool:
    """ "between the two", "called on the two": the number stands for the sides by itself."""
    if word.index == 0 or sentence.words[word.index - 1].form.lower() not in {"the", "these"}:
        return False
    following = sentence.words[word.index + 1] if word.index + 1 < len(sentence.words) else None
    return following is None or (following.upos not in {"NOUN", "PROPN", "ADJ", "NUM"} and following.form != "-")


def _mention(sentence: Sentence, first: int, word: Word, actors: tuple[Actor, ...], how: str) -> Mention:
    return Mention(MentionKind.ACTOR, sentence.index, first, word.index, word.index, actors, how=how)


def _first(sentence: Sentence, word: Word) -> int:
    first = word.index
    while first > 0 and sentence.words[first - 1].upos in {"DET", "NUM", "ADJ", "NOUN", "PRON", "VERB"} and (
        first - 1 <= sentence.words[first - 1].head <= word.index
    ):
        first -= 1
    return first


def _together(sentence: Sentence, word: Word, noun: str, before: set[str]) -> bool:
    plural = word.form.lower() != noun
    if before & {"political", "opposition", "third", "other", "outside", "all-party", "several", "many", "some", "most", "no",
                 "european", "western", "arab", "african", "regional"}:
        return False
    if not plural:
        return noun in ALONE and bool(before & _SINGLE)
    if before & (_COUNTING | _FIGHTING):
        return noun in SIDES or bool(before & _COUNTING) or noun in STATES
    if noun in {"side"}:
        return True
    return noun in ALONE and bool(before & {"the", "all", "these", "those"})


def _who(discourse: Discourse, sentence: int, word: int, noun: str, before: set[str]) -> tuple[Actor, ...]:
    if noun in PERSONS:
        persons = _two_persons(discourse, sentence, word)
        if len(persons) == 2:
            return persons
    sides = discourse.parties.sides
    if noun in STATES:
        states = tuple(side for side in sides if side.kind == "state" or _like_state(discourse, side))
        if len(states) == 2 or (len(states) > 2 and before & {"three", "four"}):
            return states
        return _pair(discourse, sentence, word, states_only=noun != "government")
    if before & {"all", "three", "four"} and len(sides) > 2:
        return sides
    return sides if len(sides) == 2 else _pair(discourse, sentence, word)


def _like_state(discourse: Discourse, side: Actor) -> bool:
    entry = discourse.entry(side)
    return entry is not None and entry.sort == "region"


def _two_persons(discourse: Discourse, sentence: int, word: int) -> tuple[Actor, ...]:
    """The last two persons of different sides, named in this sentence or the two before."""
    found: list[Actor] = []
    for mention in discourse.before(sentence, word, within=2):
        for actor in mention.actors:
            if actor.kind in {"person", "office"} and actor.side and actor.side not in {a.side for a in found}:
                found.insert(0, actor)
        if len(found) >= 2:
            return tuple(found[-2:])
    return ()


def _pair(discourse: Discourse, sentence: int, word: int, *, states_only: bool = False) -> tuple[Actor, ...]:
    """The two sides of the document, else the last two actors that are spoken of before."""
    sides = discourse.parties.sides
    if len(sides) == 2 and not states_only:
        return sides
    found: dict[str, Actor] = {}
    third = {actor.id for actor in discourse.parties.third_parties}
    wanted = {side.id for side in sides}
    for mention in discourse.before(sentence, word, within=3):
        for actor in mention.actors:
            principal = discourse.principal(actor)
            if principal is None or principal.id in third or principal.kind == "body":
                continue
            if states_only and principal.kind != "state" and not _like_state(discourse, principal):
                continue
            if len(wanted) > 1 and principal.id not in wanted and not states_only:
                continue
            found.setdefault(principal.id, principal)
        if len(found) >= 2:
            return tuple(reversed(list(found.values())[:2]))
    return sides[:2] if len(sides) >= 2 and not states_only else ()
