"""One fact per thing said: facts of one document that tell the same are joined, with all their quotations.

Two facts are the same thing where they are of one kind and nothing that they tell competes: not who,
when, where, which round, which number, which polarity, nor, for what sides claim against each other,
who says so. What one leaves open the other may tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from goodoffices.model.facts import ACTOR_FIELDS, Actor, Fact, Kind, Term, When

SAME_STATUS: dict[Kind, tuple[frozenset[str], ...]] = {
    Kind.MEETING: (frozenset({"held", "ongoing"}), frozenset({"planned", "possible", "proposed"})),
    Kind.AGREEMENT: (frozenset({"reached", "signed", "in_principle"}),),
    Kind.EXCHANGE: (frozenset({"carried_out", "ongoing"}),),
    Kind.MEDIATION: (frozenset({"ongoing", "done"}),),
}
"""Statuses that two tellings of one thing may differ in; the later-listed fact keeps the stronger (see STRONGER)."""

STRONGER = ("signed", "held", "carried_out", "reached", "in_principle", "ongoing", "done", "planned", "proposed", "possible")

SAME_OWN: tuple[frozenset[str], ...] = (
    frozenset({"talks", "meeting", "summit"}),
    frozenset({"meeting", "visit"}),
    frozenset({"meeting", "call"}),
    frozenset({"offer", "plan", "call", "ready", "pledge"}),
    frozenset({"demand", "call"}),
    frozenset({"mediator", "broker", "facilitator"}),
    frozenset({"declared", "in_force"}),
    frozenset({"resume", "start"}),
    frozenset({"stall", "breakdown"}),
)
"""Values of a kind's own field that one thing may be called by."""

MADE_AT_MEETINGS = frozenset({"reached", "signed", "in_principle", "failed"})
MET = frozenset({"held", "ongoing"})
"""Statuses of agreements that a meeting brings about or fails to, and of such meetings."""

BY_ISSUE = frozenset({Kind.PROPOSAL, Kind.RESPONSE, Kind.AGREEMENT, Kind.PRESSURE})
"""Kinds where another issue is another thing."""


def join(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Join the facts of one document that tell the same; the order of first mention is kept.

    What was agreed at a meeting has the meeting's place where it names none itself.
    """
    joined: list[Fact] = []
    for fact in facts:
        for i, known in enumerate(joined):
            if same_thing(known, fact):
                joined[i] = _merge(known, fact)
                break
        else:
            joined.append(fact)
    return tuple(_placed(fact, joined) for fact in joined)


def _placed(fact: Fact, facts: list[Fact]) -> Fact:
    """An agreement with the place of the only meeting of its parties that can have brought it about."""
    if fact.kind is not Kind.AGREEMENT or fact.where is not None or fact.status not in MADE_AT_MEETINGS:
        return fact
    parties = {actor.principal for actor in fact.parties}
    places = {
        meeting.where
        for meeting in facts
        if meeting.kind is Kind.MEETING
        and meeting.where is not None
        and meeting.status in MET
        and parties <= {actor.principal for actor in meeting.parties}
        and _overlap(fact.when, meeting.when)
    }
    return replace(fact, where=places.pop()) if len(places) == 1 else fact


def same_thing(one: Fact, other: Fact) -> bool:
    """Whether two facts of a document tell the same thing."""
    return (
        one.kind is other.kind
        and _same_status(one, other)
        and _same_own(one.own, other.own)
        and _same_actors(one, other)
        and _compatible(one.round, other.round)
        and _compatible(one.where and one.where.name, other.where and other.where.name)
        and _overlap(one.when, other.when)
        and _same_terms(one.terms, other.terms)
        and (one.kind not in BY_ISSUE or _compatible(one.issue, other.issue))
        and (one.kind is not Kind.STATEMENT or _same_occasion(one, other))
    )


def _same_status(one: Fact, other: Fact) -> bool:
    if one.status == other.status:
        return True
    return any({one.status, other.status} <= group for group in SAME_STATUS.get(one.kind, ()))


def _same_own(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other or any({one, other} <= group for group in SAME_OWN)


def _compatible(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _same_actors(one: Fact, other: Fact) -> bool:
    """In every role one set holds the other; persons may differ only where one fact names none."""
    shared = False
    for role in ACTOR_FIELDS:
        left = {actor.principal for actor in getattr(one, role)}
        right = {actor.principal for actor in getattr(other, role)}
        if role == "people":
            left = {actor.id for actor in one.people}
            right = {actor.id for actor in other.people}
        if role in {"third_parties", "to", "on"} and not (left and right):
            continue
        if left and right and not (left <= right or right <= left):
            return False
        shared = shared or bool(left & right)
    return shared or not any(getattr(f, role) for f in (one, other) for role in ACTOR_FIELDS)


def _overlap(one: When | None, other: When | None) -> bool:
    left, right = _interval(one), _interval(other)
    if left is None or right is None:
        return True
    return left[0] <= right[1] and right[0] <= left[1]


def _interval(when: When | None) -> tuple[date, date] | None:
    if when is None or not (when.start or when.end):
        return None
    start = when.start or when.end
    end = when.end or when.start
    return date.fromisoformat(str(start)), date.fromisoformat(str(end))


def _same_terms(one: tuple[Term, ...], other: tuple[Term, ...]) -> bool:
    for name in ("duration_days", "count", "scope"):
        left = {getattr(term, name) for term in one} - {None}
        right = {getattr(term, name) for term in other} - {None}
        if left and right and not left & right:
            return False
    return True


def _same_occasion(one: Fact, other: Fact) -> bool:
    """Statements: one per speaker, day and audience; an audience that is not told agrees with any."""
    left = {actor.id for actor in one.people}
    right = {actor.id for actor in other.people}
    audiences = {a.id for a in one.to}, {a.id for a in other.to}
    return left == right and (not all(audiences) or audiences[0] == audiences[1])


def _merge(one: Fact, other: Fact) -> Fact:
    """The fuller slots of both; quotations in the order of the text."""
    stronger = min((one, other), key=lambda f: STRONGER.index(f.status) if f.status in STRONGER else len(STRONGER))
    return replace(
        one,
        status=stronger.status,
        factuality=stronger.factuality,
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
        when=_narrower(one.when, other.when),
        where=one.where or other.where,
        round=one.round or other.round,
        own=one.own or other.own,
        issue=one.issue or other.issue,
        terms=one.terms if len(one.terms) >= len(other.terms) else other.terms,
        attribution=one.attribution or other.attribution,
        parties=_union(one.parties, other.parties),
        by=_union(one.by, other.by),
        to=_union(one.to, other.to),
        on=_union(one.on, other.on),
        third_parties=_union(one.third_parties, other.third_parties),
        people=_union(one.people, other.people),
    )


def _union(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for actor in (*one, *other)}.values())


def _narrower(one: When | None, other: When | None) -> When | None:
    left, right = _interval(one), _interval(other)
    if left is None or right is None:
        return one if left is not None else (other or one)
    return one if left[1] - left[0] <= right[1] - right[0] else other
