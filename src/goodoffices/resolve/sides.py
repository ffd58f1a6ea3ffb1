"""Who negotiates with whom in a document, and who mediates or hosts, from the constructions around the mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention
from goodoffices.model.words import Sentence, Word
from goodoffices.resolve.cast import Cast, actor_of
from goodoffices.vocabulary.entries import Conflict

DEALING = frozenset({
    "meet", "negotiate", "talk", "sign", "agree", "reach", "hold", "resume", "exchange", "swap", "conclude", "discuss", "initial",
    "clash", "fight", "reject", "accept", "propose", "offer", "declare", "release", "free", "accuse", "extend", "break", "violate",
    "observe", "begin", "start", "open", "suspend", "cancel", "postpone", "attend", "confer", "dialogue", "speak", "hand", "announce",
})
"""Verbs whose subjects and with-objects deal with each other."""

HELPING = frozenset({"mediate", "broker", "host", "facilitate", "sponsor", "chair", "moderate", "arrange", "urge", "welcome",
                     "monitor", "guarantee", "convene"})
HELPERS = frozenset({"mediator", "mediators", "mediation", "facilitator", "facilitators", "facilitation", "envoy", "guarantor",
                     "guarantors", "broker", "brokers", "auspices", "observers", "monitors", "good", "sponsorship", "peacekeepers"})
HELPED = frozenset({"mediated", "brokered", "hosted", "sponsored", "facilitated", "led", "chaired", "backed", "proposed", "drafted"})
NEVER_SIDES = frozenset({"medium"})

LOCATING_CASES = frozenset({"in", "at", "near", "through", "for", "on", "under", "across", "into", "inside", "outside", "within"})

_BETWEEN, _PAIR, _WITH, _DEAL, _PLAIN, _ADJECTIVE, _ASIDE = 4.0, 4.0, 4.0, 2.0, 1.0, 0.5, 0.25
_HELP = 4.0
_EARLY = 1.5
_LEAST = 0.5
_HELPER_SHARE = 1.0
_MOST_CONJUNCTS = 5
_SECOND = 0.28
"""A side must have this share of the prominence of the first."""
_THIRD = 0.5
"""A third side must have this share of the prominence of the second."""
_THIRD_PLAIN = 0.8
_MOST = 4
_PAIR_LEAST = 1.5
_KNOWN, _BESIDE = 1.6, 0.7
"""Chosen on the develop half of the annotated documents, see bench/actors.py."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides and the third parties of a document, most prominent first."""

    sides: tuple[Actor, ...]
    third_parties: tuple[Actor, ...]


def infer_sides(cast: Cast, mentions: Iterable[Mention]) -> Sides:
    """Weigh every mention by its construction and choose the parties."""
    tally = Tally()
    for mention in mentions:
        sentence = cast.sentences[mention.sentence]
        weight, helps = _weigh(cast, sentence, mention)
        early = _EARLY if mention.sentence == 0 else 1.0
        for actor in mention.actors:
            principal = _principal(cast, actor)
            if principal is not None:
                tally.enter(principal, weight * early, helps * early, weight >= _WITH)
    return _choose(cast, tally)


@dataclass
class Tally:
    """What speaks for an actor as a side and as a helper."""

    side: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    third: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    strong: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """How often a construction names it as one that deals with another."""
    actors: dict[str, Actor] = field(default_factory=dict)

    def enter(self, actor: Actor, weight: float, helps: float, strong: bool) -> None:
        """Count one mention."""
        self.actors.setdefault(actor.id, actor)
        if helps:
            self.third[actor.id] += helps
        else:
            self.side[actor.id] += weight
            self.strong[actor.id] += strong


def _principal(cast: Cast, actor: Actor) -> Actor | None:
    if actor.kind in NEVER_SIDES:
        return None
    if (actor.side and actor.side != actor.id) or actor.kind in {"office", "person", "unnamed"}:
        if not actor.side:
            return None
        entry = cast.vocabulary.actors.get(actor.side)
        return actor_of(entry) if entry else Actor(actor.side, actor.side, "group")
    return actor


def _weigh(cast: Cast, sentence: Sentence, mention: Mention) -> tuple[float, float]:
    """(weight as a side, weight as a helper) of one mention."""
    word = sentence.words[mention.head]
    after = cast.low(sentence.index, mention.last + 1)
    if (after in {"-", "–"} and cast.low(sentence.index, mention.last + 2) in HELPED) or after in HELPED - {"led", "backed"}:
        return 0.0, _HELP
    if after in HELPERS or word.form.lower() in HELPERS:
        return 0.0, _HELP
    top = _first_conjunct(sentence, word)
    cases = _cases(sentence, word) or _cases(sentence, top)
    if "between" in cases:
        return _BETWEEN, 0.0
    if _paired(cast, sentence, mention):
        return _PAIR, 0.0
    if _helps(sentence, top, cases):
        return 0.0, _HELP
    if cases & {"with", "against"}:
        return _WITH, 0.0
    if cases & LOCATING_CASES or _after_town(cast, sentence, mention):
        return _ASIDE, 0.0
    if mention.how == "adjective":
        return _ADJECTIVE, 0.0
    verb = _predicate(sentence, word)
    if verb is not None and verb.lemma.lower() in DEALING and top.deprel.startswith("nsubj"):
        return _DEAL, 0.0
    return _PLAIN, 0.0


def _helps(sentence: Sentence, top: Word, cases: set[str]) -> bool:
    """Whether the construction names a mediator or host: "hosted by", "with mediation from", "X offers to mediate"."""
    above = sentence.words[top.head] if top.head >= 0 else None
    if cases & {"by", "from", "of"} and above is not None and (
        above.lemma.lower() in HELPING or above.form.lower() in HELPED | HELPERS
    ):
        return True
    if above is not None and above.upos == "NOUN" and top.index < above.index and any(
        sentence.words[c].lemma.lower() in HELPING for c in sentence.children[above.index] if sentence.words[c].deprel == "acl"
    ):
        return True  # "U.S. efforts to mediate"
    verb = _predicate(sentence, top)
    if verb is None or not top.deprel.startswith("nsubj") or top.deprel == "nsubj:pass":
        return False
    if verb.lemma.lower() in HELPING:
        return True
    return any(sentence.words[c].lemma.lower() in HELPING for c in sentence.children[verb.index]
               if sentence.words[c].deprel in {"xcomp", "advcl"})


def _after_town(cast: Cast, sentence: Sentence, mention: Mention) -> bool:
    """ "in Oslo, Norway": the country after a town."""
    index = sentence.index
    if cast.low(index, mention.first - 1) != "," or mention.how not in {"name", "metonym"}:
        return False
    before = sentence.words[mention.first - 2] if mention.first >= 2 else None
    if before is None or before.upos != "PROPN":
        return False
    located = any(span.label == "LOC" and span.first <= before.index <= span.last for span in sentence.names)
    return located and cast.low(index, mention.last + 1) not in {"and"} and not cast.actor_name(index, before.index)


def _cases(sentence: Sentence, word: Word) -> set[str]:
    return {sentence.words[c].form.lower() for c in sentence.children[word.index] if sentence.words[c].deprel == "case"} - {"'s", "’s", "'"}


def _first_conjunct(sentence: Sentence, word: Word) -> Word:
    steps = 0
    while word.deprel == "conj" and word.head >= 0 and sentence.words[word.head].upos != "VERB" and steps < _MOST_CONJUNCTS:
        word = sentence.words[word.head]
        steps += 1
    return word


def _predicate(sentence: Sentence, word: Word) -> Word | None:
    at = word
    while at.head >= 0:
        at = sentence.words[at.head]
        if at.upos in {"VERB", "AUX"}:
            return at
    return None


def _paired(cast: Cast, sentence: Sentence, mention: Mention) -> bool:
    """ "Israel-Hamas talks", "Russian–Ukrainian": two names joined by a dash."""
    index = sentence.index
    if "border" in {cast.low(index, mention.last + 1), cast.low(index, mention.last + 3), cast.low(index, mention.last + 4)}:
        return False
    right = cast.low(index, mention.last + 1) in {"-", "–", "—", "/"} and cast.actor_name(index, mention.last + 2)
    left = cast.low(index, mention.first - 1) in {"-", "–", "—", "/"} and cast.actor_name(index, mention.first - 2)
    return bool(right or left)


def _choose(cast: Cast, tally: Tally) -> Sides:
    side, third, actors = tally.side, tally.third, tally.actors
    order = {key: i for i, key in enumerate(actors)}
    weight = _known_pairs(cast, _armies_joined(cast, {key: _standing(cast, tally, key) for key in side}))
    ranked = sorted((k for k in weight if weight[k] >= _LEAST), key=lambda k: (-weight[k], order[k]))
    chosen = ranked[:1]
    for key in ranked[1:_MOST]:
        limit = _SECOND * weight[ranked[0]] if len(chosen) == 1 else _THIRD * weight[chosen[1]]
        if weight[key] < limit:
            break
        if len(chosen) > 1 and not tally.strong[key] and weight[key] < _THIRD_PLAIN * weight[chosen[1]]:
            break
        chosen.append(key)
    others = sorted((k for k in actors if k not in chosen and third[k] >= _HELP), key=lambda k: (-third[k], order[k]))
    return Sides(tuple(actors[k] for k in chosen), tuple(actors[k] for k in others))


def _armies_joined(cast: Cast, weight: dict[str, float]) -> dict[str, float]:
    """An army that is an actor of its own and its state count as one, under the name that weighs more."""
    for key in [k for k in weight if weight[k] > 0]:
        entry = cast.vocabulary.actors.get(key)
        if entry is None or entry.sort != "army" or entry.side or len(entry.countries) != 1:
            continue
        state = entry.countries[0]
        if weight.get(state, 0.0) > 0:
            more, less = (key, state) if weight[key] >= weight[state] else (state, key)
            weight[more] += weight[less]
            weight[less] = 0.0
    return weight


def _known_pairs(cast: Cast, weight: dict[str, float]) -> dict[str, float]:
    """Raise those that are known to stand against each other at the time, lower the states that stand beside them."""
    paired = {side for conflict in cast.vocabulary.conflicts
              if weight.get(conflict.first, 0.0) >= _PAIR_LEAST and weight.get(conflict.second, 0.0) >= _PAIR_LEAST
              and running(cast, conflict) for side in (conflict.first, conflict.second)}
    if not paired:
        return weight
    return {key: value * (_KNOWN if key in paired else _BESIDE) for key, value in weight.items()}


def running(cast: Cast, conflict: Conflict) -> bool:
    """Whether a conflict lasted on the day of publication; of an undated document, whether it lasts still."""
    if cast.document.published is None:
        return not conflict.end
    day = cast.document.published.isoformat()
    return conflict.start <= day[: len(conflict.start)] and (not conflict.end or day[: len(conflict.end)] <= conflict.end)


def _standing(cast: Cast, tally: Tally, key: str) -> float:
    """The weight of an actor as a side: none for helpers and international bodies, little for a mere host."""
    entry = cast.vocabulary.actors.get(key)
    if tally.actors[key].kind == "body" or (entry is not None and entry.kind == "body"):
        return 0.0
    if tally.third[key] >= max(tally.side[key] * _HELPER_SHARE, 1.0):
        return 0.0
    return tally.side[key]
