"""Sides of persons that only the context tells: "its spokesman, X", "Interior Minister Y" in a report on one state."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention
from goodoffices.resolve.descriptions import owner_of
from goodoffices.resolve.discourse import Discourse
from goodoffices.resolve.offices import Office, singular, title_classes
from goodoffices.resolve.persons import Person

OF_STATES = frozenset({"minister", "president", "premier", "secretary", "chancellor", "ambassador", "spokesman", "spokeswoman",
                       "spokesperson", "general", "commander", "chief", "governor", "adviser", "advisor", "negotiator"})
"""Offices that a state has: without a told owner they belong to the state that is spoken of."""

_NEAR = 2
"""Sentences back in which the state must be named."""


def tell_sides(discourse: Discourse, persons: list[Person], actors: dict[str, Actor]) -> dict[str, Actor]:
    """The persons whose side the context tells, by id, with it."""
    found: dict[str, Actor] = {}
    for person in persons:
        actor = actors[person.id]
        if actor.side:
            continue
        side = next((side for office in _titles(person) if (side := _side(discourse, office))), None)
        if side is not None:
            found[person.id] = replace(actor, side=side)
    return found


def _titles(person: Person) -> list[Office]:
    return [office for core in person.cores for office in (core.left, core.right) if office is not None]


def _side(discourse: Discourse, office: Office) -> str | None:
    if office.owners and not _against(office):
        return None
    owner = owner_of(discourse, office)
    if owner is not None:
        principal = discourse.principal(owner)
        return principal.id if principal else None
    if office.sort not in {"person", "envoy"} or office.noun not in OF_STATES or office.plural or _against(office):
        return None
    words = discourse.cast.sentences[office.sentence].words
    if any(w.form.lower() in {"a", "an", "former"} for w in words[office.first : office.word]):
        return None
    state = discourse.state()
    if state is not None and len([s for s in discourse.parties.sides if s.kind == "state"]) == 1:
        return state.id
    for mention in discourse.before(office.sentence, office.first, within=_NEAR):
        for actor in mention.actors:
            principal = discourse.principal(actor)
            if principal is not None and principal.kind == "state":
                return principal.id
    return state.id if state else None


def _against(office: Office) -> bool:
    return any(title_classes().get(singular(word)) == "fighters" for word in office.role.split()[:-1])


def renamed(mentions: tuple[Mention, ...], told: dict[str, Actor]) -> tuple[Mention, ...]:
    """Mentions with the persons whose side has become known."""
    return tuple(
        replace(m, actors=tuple(told.get(a.id, a) for a in m.actors)) if any(a.id in told for a in m.actors) else m
        for m in mentions
    )
