"""Who negotiates with whom in a document, and who mediates or hosts, from the constructions around the mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention
from goodoffices.model.words import Sentence, Word
from goodoffices.resolve.cast import Cast, actor_of

DEALING = frozenset({
    "meet", "negotiate", "talk", "sign", "agree", "reach", "hold", "resume", "exchange", "swap", "conclude", "discuss", "initial",
    "clash", "fight", "reject", "accept", "propose", "offer", "declare", "release", "free", "accuse", "extend", "break", "violate",
    "observe", "begin", "start", "open", "suspend", "cancel", "postpone", "attend", "confer", "dialogue", "speak", "hand", "announce",
})
"""Verbs whose subjects and with-objects deal with each other."""

ENCOUNTERS = frozenset({
    "talk", "talks", "negotiation", "negotiations", "agreement", "deal", "accord", "ceasefire", "truce", "meeting", "dialogue",
    "treaty", "pact", "summit", "conflict", "war", "fighting", "peace", "contact", "contacts", "ties", "relations", "exchange", "swap",
    "hostilities", "clashes", "armistice", "protocol", "settlement", "round", "consultations", "discussions",
})
"""Nouns with "between A and B" or "with B"."""

HELPING = frozenset({"mediate", "broker", "host", "facilitate", "sponsor", "chair", "moderate", "arrange", "urge", "welcome",
                     "monitor", "observe", "guarantee", "convene"})
HELPERS = frozenset({"mediator", "mediators", "mediation", "facilitator", "facilitators", "facilitation", "envoy", "guarantor",
                     "guarantors", "broker", "brokers", "auspices", "observers", "monitors", "good", "sponsorship", "peacekeepers"})
HELPED = frozenset({"mediated", "brokered", "hosted", "sponsored", "facilitated", "led", "chaired", "backed", "proposed", "drafted"})
NEVER_SIDES = frozenset({"medium"})

_BETWEEN, _PAIR, _WITH, _DEAL, _PLAIN, _ASIDE = 4.0, 4.0, 3.0, 2.0, 1.0, 0.25
_HELP = 4.0
_SECOND = 0.28
"""A side must have this share of the prominence of the first."""
_THIRD = 0.62
"""A third side must have this share of the prominence of the second."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides and the third parties of a document, most prominent first."""

    sides: tuple[Actor, ...]
    third_parties: tuple[Actor, ...]


def infer_sides(cast: Cast, mentions: Iterable[Mention]) -> Sides:
    """Weigh every mention by its construction and choose the parties."""
    side: dict[str, float] = defaultdict(float)
    third: dict[str, float] = defaultdict(float)
    actors: dict[str, Actor] = {}
    for mention in mentions:
        sentence = cast.sentences[mention.sentence]
        weight, helps = _weigh(cast, sentence, mention)
        early = 1.5 if mention.sentence == 0 else 1.0
        for actor in mention.actors:
            principal = _principal(cast, actor)
            if principal is None:
                continue
            actors.setdefault(principal.id, principal)
            if helps:
                third[principal.id] += helps * early
            else:
                side[principal.id] += weight * early
    return _choose(cast, side, third, actors)


def _principal(cast: Cast, actor: Actor) -> Actor | None:
    if actor.kind in NEVER_SIDES:
        return None
    if actor.side and actor.side != actor.id or actor.kind in {"office", "person", "unnamed"}:
        if not actor.side:
            return None
        entry = cast.vocabulary.actors.get(actor.side)
        return actor_of(entry) if entry else Actor(actor.side, actor.side, "group")
    return actor


def _weigh(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[float, float]:
    """(weight as a side, weight as a helper) of one mention."""
    word = sentence.words[mention.head]
    after = cast.low(sentence.index, mention.last + 1)
    if after in {"-", "–"} and cast.low(sentence.index, mention.last + 2) in HELPED:
        return 0.0, _HELP
    if after in HELPERS or word.form.lower() in HELPERS:
        return 0.0, _HELP
    cases = _cases(sentence, word)
    above = _above(sentence, word)
    if "between" in cases or _conj_case(sentence, word) == "between":
        return _BETWEEN, 0.0
    if _paired(cast, sentence, mention):
        return _PAIR, 0.0
    verb = _predicate(sentence, word)
    if verb is not None and verb.lemma.lower() in HELPING and word.deprel.startswith(("nsubj", "obl:agent")) and (
        word.deprel != "nsubj:pass"
    ):
        return 0.0, _HELP
    if "by" in cases and above is not None and (above.lemma.lower() in HELPING or above.form.lower() in HELPED):
        return 0.0, _HELP
    if cases & {"with", "against"}:
        return _WITH, 0.0
    if cases & {"in", "at", "near", "through", "for", "on", "under", "across", "into"}:
        return _ASIDE, 0.0
    if verb is not None and verb.lemma.lower() in DEALING and _is_subject(sentence, word):
        return _DEAL, 0.0
    return _PLAIN, 0.0


def _cases(sentence: Sentence, word: Word) -> set[str]:
    return {sentence.words[c].form.lower() for c in sentence.children[word.index] if sentence.words[c].deprel == "case"}


def _above(sentence: Sentence, word: Word) -> Word | None:
    return sentence.words[word.head] if word.head >= 0 else None


def _conj_case(sentence: Sentence, word: Word) -> str | None:
    above = _above(sentence, word)
    if word.deprel == "conj" and above is not None:
        return next(iter(_cases(sentence, above)), None)
    return None


def _up(sentence: Sentence, word: Word) -> Iterator[Word]:
    at = _above(sentence, word)
    while at is not None:
        yield at
        at = _above(sentence, at)


def _is_subject(sentence: Sentence, word: Word) -> bool:
    above = _above(sentence, word)
    if word.deprel == "conj" and above is not None:
        return _is_subject(sentence, above) if above.upos not in {"VERB"} else False
    return word.deprel.startswith("nsubj")


def _predicate(sentence: Sentence, word: Word) -> Word | None:
    return next((w for w in _up(sentence, word) if w.upos in {"VERB", "AUX"}), None)


def _paired(cast: Cast, sentence: Sentence, mention: Mention) -> bool:
    """ "Israel-Hamas talks", "Russian–Ukrainian": two names joined by a dash."""
    index = sentence.index
    right = cast.low(index, mention.last + 1) in {"-", "–", "—", "/"} and cast.actor_name(index, mention.last + 2)
    left = cast.low(index, mention.first - 1) in {"-", "–", "—", "/"} and cast.actor_name(index, mention.first - 2)
    return bool(right or left)


def _choose(
    cast: Cast, side: dict[str, float], third: dict[str, float], actors: dict[str, Actor]
) -> Sides:
    order = {key: i for i, key in enumerate(actors)}

    def helper(key: str) -> bool:
        entry = cast.vocabulary.actors.get(key)
        body = actors[key].kind == "body" or (entry is not None and entry.kind == "body")
        return body or third[key] >= max(side[key], 1.0)

    ranked = sorted((k for k in side if not helper(k) and side[k] > 0), key=lambda k: (-side[k], order[k]))
    chosen = ranked[:1]
    for key in ranked[1:_MOST]:
        if side[key] < (_SECOND * side[ranked[0]] if len(chosen) == 1 else _THIRD * side[chosen[1]]):
            break
        chosen.append(key)
    others = sorted((k for k in actors if k not in chosen and third[k] >= _HELP), key=lambda k: (-third[k], order[k]))
    return Sides(tuple(actors[k] for k in chosen), tuple(actors[k] for k in others))
