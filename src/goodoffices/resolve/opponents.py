"""The side that a report leaves unsaid: "Israel … the Gaza ceasefire" is with Hamas."""

from __future__ import annotations

from goodoffices.model.mentions import Mention
from goodoffices.resolve.cast import Cast, actor_of
from goodoffices.resolve.names import Spelling
from goodoffices.resolve.sides import Sides, running
from goodoffices.vocabulary.entries import Conflict

_LONGEST_CUE = 3


def with_opponent(cast: Cast, parties: Sides, mentions: tuple[Mention, ...]) -> Sides:
    """The sides, with the other side of the one standing conflict that a single side and the document's words point to.

    Nothing is supplied where two sides are known, where the day of publication is outside the conflict, or
    where several conflicts fit.
    """
    if len(parties.sides) != 1:
        return parties
    side = parties.sides[0]
    spoken = _spoken(cast)
    named = {actor.id for mention in mentions for actor in mention.actors}
    found: list[str] = []
    for conflict in cast.vocabulary.conflicts:
        other = _other(conflict, side.id)
        if other is None or not running(cast, conflict):
            continue
        if other in named or any(cue in spoken for cue in conflict.cues):
            found.append(other)
    told = [other for other in found if other in named] or found
    helping = {actor.id for actor in parties.third_parties}
    if len(set(told)) != 1 or told[0] in helping:
        return parties
    return Sides((side, actor_of(cast.vocabulary.actors[told[0]])), parties.third_parties)


def _other(conflict: Conflict, side: str) -> str | None:
    if side == conflict.first:
        return conflict.second
    return conflict.first if side == conflict.second else None


def _spoken(cast: Cast) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for sentence in cast.sentences:
        spelled = Spelling.of(sentence).pieces
        for size in range(1, _LONGEST_CUE + 1):
            found.update(tuple(spelled[i : i + size]) for i in range(len(spelled) - size + 1))
    return found
