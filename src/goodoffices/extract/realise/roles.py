"""Who fills a role: words to actors, persons to their sides, implicit parties to the sides of the process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Actor, Kind
from goodoffices.model.mentions import Annotated, MentionKind, WordRef
from goodoffices.vocabulary import bundled

SHARED = frozenset({Kind.MEETING, Kind.AGREEMENT, Kind.EXCHANGE})
"""Kinds that take two: where one party or none is told, the other sides of the process complete it."""

WITH_PEOPLE = frozenset({Kind.MEETING, Kind.AGREEMENT})
"""Kinds that persons attend."""

BACKGROUND = frozenset({Kind.MEDIATION, Kind.PROCESS_CHANGE, Kind.CEASEFIRE})
"""Kinds whose parties are the sides of the process where none is told."""

ANSWERING = frozenset({Kind.PROPOSAL, Kind.RESPONSE})
"""Kinds that one side addresses to the other."""

PRINCIPAL_SIDES = 2
"""Sides of the process that complete a fact: the two most prominent; further ones only where the text names them."""

NOT_PARTIES = frozenset({"medium"})
ACTING = frozenset({"person", "office", "unnamed"})
"""Sorts of actors that act for a side."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The actors of a fact by role, and the persons among them."""

    filled: dict[str, tuple[Actor, ...]]
    explicit: int
    """How many actors the text itself puts into roles (none of them supplied from the document's sides)."""


def resolve_roles(clauses: Clauses, candidate: Candidate, speakers: tuple[Actor, ...]) -> Roles:
    """Look up the roles of a candidate.

    `speakers` are the attributed sources of the predicate, innermost first: the one who says "we offer …"
    is the `by` of an offer that names nobody.
    """
    filled: dict[str, tuple[Actor, ...]] = {}
    people: list[Actor] = []
    for role, refs in candidate.roles.items():
        actors = [actor for ref in refs for actor in clauses.annotated.actors_at(ref)]
        people += [actor for actor in actors if actor.kind == "person"]
        if role == "people":
            people += [actor for actor in actors if actor.kind == "office"]
        else:
            sides = (principal(clauses.annotated, actor) for actor in actors)
            filled[role] = _unique(a for a in sides if role == "to" or a.kind not in NOT_PARTIES)
    explicit = sum(len(actors) for actors in filled.values())
    _keep_third_parties_apart(filled)
    _complete(candidate, filled, clauses, speakers)
    _nobody_at_himself(filled)
    attending = _attending(candidate, filled, clauses, speakers)
    filled["people"] = tuple({person.id: person for person in (*people, *attending)}.values())
    return Roles(filled, explicit)


def principal(annotated: Annotated, actor: Actor) -> Actor:
    """The side that an actor acts for: the state of its minister, the movement of its spokesman; itself where none is known."""
    if not actor.side or actor.side == actor.id:
        return actor
    named = next((a for m in annotated.mentions for a in m.actors if a.id == actor.side and a.kind not in ACTING), None)
    if named is not None:
        return named
    entry = bundled().actors.get(actor.side)
    return Actor(entry.id, entry.name, entry.kind, actor.side) if entry else Actor(actor.side, actor.side, "group", actor.side)


def _unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """One actor for each principal, the principal itself before those who act for it."""
    found: dict[str, Actor] = {}
    for actor in actors:
        key = actor.id if actor.kind == "person" and not actor.side else actor.principal
        known = found.get(key)
        if known is None or (known.id != key and actor.id == key):
            found[key] = actor
    return tuple(found.values())


def _nobody_at_himself(filled: dict[str, tuple[Actor, ...]]) -> None:
    """Nobody offers to, answers or presses himself: who acts is not also addressed."""
    by = {actor.principal for actor in filled.get("by", ())}
    for role in ("to", "on"):
        if filled.get(role):
            filled[role] = tuple(actor for actor in filled[role] if actor.principal not in by)


def _keep_third_parties_apart(filled: dict[str, tuple[Actor, ...]]) -> None:
    third = {actor.principal for actor in filled.get("third_parties", ())}
    if third and "parties" in filled:
        rest = tuple(actor for actor in filled["parties"] if actor.principal not in third)
        filled["parties"] = rest if rest else filled["parties"]


def _complete(
    candidate: Candidate, filled: dict[str, tuple[Actor, ...]], clauses: Clauses, speakers: tuple[Actor, ...]
) -> None:
    sides = clauses.annotated.sides[:PRINCIPAL_SIDES]
    kind = candidate.kind
    ids = {side.principal for side in sides}
    if kind in SHARED:
        parties = filled.get("parties", ())
        others = {actor.principal for actor in filled.get("third_parties", ())}
        if len(parties) < 2 and ids >= {actor.principal for actor in parties}:
            missing = [side for side in sides if side.principal not in others]
            filled["parties"] = _unique([*parties, *missing])
        filled["third_parties"] = _unique([*filled.get("third_parties", ()), *_helping(candidate, filled, clauses)])
    elif kind is Kind.CEASEFIRE and (filled.get("by") or candidate.own == "violated"):
        _complete_truce(candidate, filled, sides, speakers)
    elif kind in BACKGROUND:
        parties = filled.get("parties", ())
        third = {actor.principal for actor in filled.get("third_parties", ())}
        if not parties or (len(parties) == 1 and ids >= {actor.principal for actor in parties}):
            filled["parties"] = _unique([*parties, *(side for side in sides if side.principal not in third)])
    elif kind in ANSWERING or kind is Kind.PRESSURE:
        if not filled.get("by") and speakers:
            speaker = principal(clauses.annotated, speakers[0])
            filled["by"] = () if speaker.kind in NOT_PARTIES else (speaker,)
        by = {actor.principal for actor in filled.get("by", ())}
        target = "on" if kind is Kind.PRESSURE else "to"
        rest = tuple(side for side in sides if side.principal not in by)
        if not filled.get(target) and len(sides) == 2 and by and (kind is Kind.PRESSURE or by <= ids):
            filled[target] = rest


def _attending(
    candidate: Candidate, filled: dict[str, tuple[Actor, ...]], clauses: Clauses, speakers: tuple[Actor, ...]
) -> list[Actor]:
    """Persons whom the clause names and who act for those who meet or agree; not those who only tell of it."""
    if candidate.kind not in WITH_PEOPLE:
        return []
    annotated = clauses.annotated
    sides = {actor.principal for role in ("parties", "third_parties") for actor in filled.get(role, ())}
    verb = clauses.predicate_above(candidate.predicate) or candidate.predicate
    words = {*clauses.clause(candidate.predicate), *clauses.clause(verb)}
    telling = {speaker.id for speaker in speakers}
    return [
        actor
        for mention in annotated.in_sentence(candidate.predicate.sentence, MentionKind.ACTOR)
        if mention.ref in words
        for actor in mention.actors
        if actor.kind == "person" and actor.side in sides and actor.id not in telling
    ]


def _helping(candidate: Candidate, filled: dict[str, tuple[Actor, ...]], clauses: Clauses) -> list[Actor]:
    """Third parties of the process that the sentence names besides the sides that meet or agree."""
    annotated = clauses.annotated
    parties = {actor.principal for actor in filled["parties"]}
    if not {side.principal for side in annotated.sides[:PRINCIPAL_SIDES]} <= parties:
        return []
    named = {
        actor.principal
        for mention in annotated.in_sentence(candidate.predicate.sentence, MentionKind.ACTOR)
        for actor in mention.actors
    }
    return [third for third in annotated.third_parties if third.principal in named - parties]


def _complete_truce(
    candidate: Candidate, filled: dict[str, tuple[Actor, ...]], sides: tuple[Actor, ...], speakers: tuple[Actor, ...]
) -> None:
    """One side's act on a truce: a breach binds both sides, and one side's charge is against the other;
    what one side declares, extends or ends by itself has no parties besides it but those that are named."""
    by = {actor.principal for actor in filled.get("by", ())}
    parties = filled.get("parties", ())
    named = {actor.principal for actor in parties}
    if candidate.own != "violated":
        filled["parties"] = () if named <= by else parties
        return
    if len(parties) < 2 and {side.principal for side in sides} >= named | by:
        parties = filled["parties"] = _unique([*parties, *sides])
    accuser = speakers[0].principal if speakers else None
    if not by and len(parties) == 2 and accuser in {actor.principal for actor in parties}:
        filled["by"] = tuple(actor for actor in parties if actor.principal != accuser)


def words_of(candidate: Candidate) -> tuple[WordRef, ...]:
    """All words that the candidate puts into roles."""
    return tuple(ref for refs in candidate.roles.values() for ref in refs)
