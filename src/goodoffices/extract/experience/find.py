"""Candidates by experience: likely predicates that no rule has spoken of, with roles by the grammar."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from goodoffices.extract.experience.features import features, may_be_predicate
from goodoffices.extract.experience.weights import Weights, probabilities, weights
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.participants import Participants, of_noun, of_verb, stand_ins, together
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import OWN_FIELD, Kind
from goodoffices.model.mentions import WordRef

SHARED = frozenset({Kind.MEETING, Kind.AGREEMENT, Kind.EXCHANGE, Kind.PROCESS_CHANGE, Kind.CEASEFIRE})
LEAST_CHANCE = 0.08
"""Words less likely than this are not looked at; the confidence of the fact decides on the others."""

ACTS = frozenset({Kind.RESPONSE, Kind.PRESSURE, Kind.PROPOSAL})
"""Kinds that a negation turns into nothing: "has not rejected", "did not call for"."""

NEAR = 3
"""Steps up the tree within which a rule's predicate is taken to speak of the same thing."""


def find(clauses: Clauses, known: Collection[Candidate], *, learned: Weights | None = None) -> Iterator[Candidate]:
    """Candidates for words that are likely predicates of a kind and far from every candidate of `known` of that kind.

    `learned` takes the place of the installed weights (for those who learn what to make of the candidates).
    """
    table = learned or weights()
    if not table.kinds:
        return
    spoken: dict[Kind, list[WordRef]] = {}
    for candidate in known:
        spoken.setdefault(candidate.kind, []).append(candidate.predicate)
    for ref in clauses.refs():
        if not may_be_predicate(clauses, ref):
            continue
        names = features(clauses, ref)
        for kind_name, sure in sorted(probabilities(names, table.kinds).items()):
            kind = Kind(kind_name)
            if sure < LEAST_CHANCE or (kind in ACTS and clauses.negation(ref)) or any(_near(clauses, ref, other) for other in spoken.get(kind, ())):
                continue
            spoken.setdefault(kind, []).append(ref)
            yield _candidate(clauses, ref, kind, _own(kind, names, table), sure)


def _candidate(clauses: Clauses, ref: WordRef, kind: Kind, own: str | None, sure: float) -> Candidate:
    return Candidate(
        kind=kind, rule=f"{kind.value}.experience", predicate=ref, roles=roles(clauses, ref, kind), own=own, score=sure
    )


def _near(clauses: Clauses, one: WordRef, other: WordRef) -> bool:
    if one.sentence != other.sentence:
        return False
    return other in _path(clauses, one) or one in _path(clauses, other)


def _path(clauses: Clauses, ref: WordRef) -> list[WordRef]:
    """The word and the words above it, up to `NEAR` steps."""
    found, at = [ref], clauses.head(ref)
    while at is not None and len(found) <= NEAR:
        found.append(at)
        at = clauses.head(at)
    return found


def _own(kind: Kind, names: tuple[str, ...], learned: Weights) -> str | None:
    """The most likely value of the kind's own field."""
    table = learned.own.get(kind.value) if kind in OWN_FIELD else None
    if not table:
        return None
    chances = probabilities(names, table)
    return max(sorted(chances), key=chances.__getitem__) if chances else None


def roles(clauses: Clauses, ref: WordRef, kind: Kind) -> dict[str, tuple[WordRef, ...]]:
    """Roles of a predicate by the grammar: participants for what is shared, agent and addressee for an act."""
    if kind in SHARED:
        found = _participants(clauses, ref)
        return {"parties": stand_ins(clauses, found.parties), "third_parties": found.third_parties}
    agents, others = _acting(clauses, ref)
    if kind is Kind.MEDIATION:
        return {"third_parties": agents, "parties": others}
    return {"by": agents, ("on" if kind is Kind.PRESSURE else "to"): others}


def _participants(clauses: Clauses, ref: WordRef) -> Participants:
    if clauses.word(ref).upos == "VERB":
        return of_verb(clauses, ref, objects=True)
    verb = clauses.support_verb(ref)
    return together(of_noun(clauses, ref), of_verb(clauses, verb)) if verb else of_noun(clauses, ref)


def _acting(clauses: Clauses, ref: WordRef) -> tuple[tuple[WordRef, ...], tuple[WordRef, ...]]:
    """Who acts and towards whom."""
    if clauses.word(ref).upos == "VERB":
        agents = clauses.agents(ref)
        others = (*clauses.patients(ref), *clauses.recipients(ref), *clauses.obliques(ref, "on", "with", "between", "against", "of", "by"))
    else:
        verb = clauses.support_verb(ref)
        agents = (*clauses.possessors(ref), *clauses.modifiers(ref), *clauses.obliques(ref, "by", "from", "of"))
        if verb is not None and not any(clauses.annotated.actors_at(w) for w in agents):
            agents = clauses.agents(verb)
        others = clauses.obliques(ref, "to", "on", "with", "between", "against", "for")
    named = stand_ins(clauses, agents)
    return named, tuple(w for w in stand_ins(clauses, others) if w not in named)
