"""When and where: the time and place expressions that hang on a predicate."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.facts import Place, When
from goodoffices.model.mentions import Mention, MentionKind, WordRef

PLACE_PREPOSITIONS = frozenset({"in", "at", "on", "near", "outside", "inside", "from", "to", "for", "into", "across"})
STAYING = frozenset({"in", "at", "near", "outside", "inside", "on"})
_CLAUSES_UP = 3


def zones(clauses: Clauses, predicate: WordRef) -> Iterator[tuple[WordRef, ...]]:
    """Where to look for circumstances, nearest first.

    The words under the predicate itself; the clause that it stands in (of a noun: that of its verb);
    the clause above where the predicate is only its complement ("agreed on Friday to meet").
    """
    seen: set[WordRef] = set()
    at: WordRef | None = predicate
    for step in range(_CLAUSES_UP):
        if at is None:
            return
        for part in (clauses.clause(at), *_told_of(clauses, at)):
            zone = tuple(w for w in part if w not in seen)
            seen.update(zone)
            yield zone
        above = clauses.predicate_above(at)
        if step and (above is None or clauses.label(at) not in {"xcomp", "obj", "nsubj:pass", "conj", "advcl"}):
            return
        at = above


def _told_of(clauses: Clauses, noun: WordRef) -> Iterator[tuple[WordRef, ...]]:
    """The clauses that tell of an event noun: "talks held in Doha on Friday", "a deal that they signed in May"."""
    if clauses.word(noun).upos in {"NOUN", "PROPN"}:
        for verb in clauses.children(noun, "acl", "acl:relcl"):
            if clauses.word(verb).feats.get("VerbForm") != "Inf":
                yield clauses.clause(verb)


def time_of(clauses: Clauses, predicate: WordRef, given: tuple[WordRef, ...] | None) -> When | None:
    """The time of a predicate: the given words', else the nearest time expression of its clause."""
    if given is not None:
        return next((m.when for m in _mentions(clauses, MentionKind.TIME, given) if m.when), None)
    for zone in zones(clauses, predicate):
        found = [m for m in _mentions(clauses, MentionKind.TIME, zone) if m.when and m.how != "modifier"]
        if found:
            return min(found, key=lambda m: _distance(clauses, m, predicate)).when
    return None


def place_of(clauses: Clauses, predicate: WordRef, given: tuple[WordRef, ...] | None) -> Place | None:
    """The place of a predicate: the given words', else a phrase with in, at … of its clause."""
    if given is not None:
        return next((m.place for m in _mentions(clauses, MentionKind.PLACE, given) if m.place), None)
    for zone in zones(clauses, predicate):
        found = [m for m in _mentions(clauses, MentionKind.PLACE, zone)
                 if m.place and clauses.preposition(m.ref) in STAYING]
        if found:
            return min(found, key=lambda m: _distance(clauses, m, predicate)).place
    return None


def _mentions(clauses: Clauses, kind: MentionKind, refs: tuple[WordRef, ...]) -> list[Mention]:
    found: dict[tuple[int, int], Mention] = {}
    for ref in refs:
        mention = clauses.annotated.mention(kind, ref)
        if mention is not None:
            found.setdefault((mention.sentence, mention.first), mention)
    return list(found.values())


def _distance(clauses: Clauses, mention: Mention, predicate: WordRef) -> tuple[int, int]:
    """Steps up the tree from the mention to the predicate, then words between them."""
    at: WordRef | None = mention.ref
    steps = 0
    while at is not None and at != predicate:
        at, steps = clauses.head(at), steps + 1
    return (steps if at is not None else 99), abs(mention.head - predicate.word)
