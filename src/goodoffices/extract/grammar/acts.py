"""Who puts something to whom: actors of acts of will, the authors of papers, outsiders, speakers.

Shared by the kinds that tell acts: proposals, responses, pressure, mediation, changes of the process.
What an act is about is in `contents`. Answers are word references; who they stand for is looked up later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import terms
from goodoffices.extract.grammar.participants import is_venue_name
from goodoffices.model.mentions import MentionKind, WordRef

CLEAR = 0.9
LIKELY = 0.7
FAINT = 0.5
UNLIKELY = 0.3
"""Scores by how much the construction itself says that the act is one of negotiation."""

SPOKEN_I = frozenset({"i", "me", "us", "we"})
"""Pronouns of the speaker."""

SPOKEN_OF = frozenset({"he", "it", "she", "they"})
"""Pronouns that, where nothing else resolves them, stand for the one who says so."""

PARTICLES = frozenset({"apart", "aside", "away", "down", "off", "out", "up"})


def named(clauses: Clauses, refs: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """Those of the words that stand for actors."""
    return tuple(ref for ref in refs if clauses.annotated.actors_at(ref))


def principals(clauses: Clauses, refs: Iterable[WordRef]) -> frozenset[str]:
    """The ids that the words' actors count for."""
    return frozenset(actor.principal for ref in refs for actor in clauses.annotated.actors_at(ref))


def authors(clauses: Clauses, refs: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """Actors for words: the words themselves, or who stands behind a statement or plan that acts."""
    found: list[WordRef] = []
    for ref in refs:
        if clauses.annotated.actors_at(ref):
            found.append(ref)
        elif clauses.lemma(ref) in terms("acts", "documents"):
            found += owners(clauses, ref) or _issuers(clauses, ref)
    return tuple(dict.fromkeys(found))


def _issuers(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    """Who adopts or issues a paper that nobody is said to own: "the Assembly passed a resolution calling for …"."""
    verb = clauses.head(noun)
    if (
        verb is None
        or clauses.label(noun) not in {"obj", "nsubj:pass"}
        or clauses.lemma(verb) not in terms("acts", "issuing")
    ):
        return ()
    return named(clauses, clauses.agents(verb))


def owners(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    """Whose a noun is: "Kyiv's offer", "an offer by Kyiv", "a Ukrainian offer", "the offer made by Kyiv"."""
    found = [*named(clauses, clauses.possessors(noun)), *named(clauses, clauses.obliques(noun, "by", "from"))]
    for first in clauses.children(noun, "compound"):  # "ETA's ceasefire offer", its owner hung on the first noun
        found += named(clauses, clauses.possessors(first))
    for participle in clauses.children(noun, "acl"):
        if clauses.is_passive(participle):
            found += named(clauses, clauses.obliques(participle, "by"))
    for participle in clauses.children(noun, "amod"):
        found += compound_names(clauses, participle)
    if not found:
        found += [
            w
            for w in named(clauses, clauses.modifiers(noun))
            if not _is_addressed(clauses, w) and not is_venue_name(clauses, w)
        ]
    if not found:
        found += named(clauses, clauses.obliques(noun, "of"))
    return tuple(dict.fromkeys(found))


def compound_names(clauses: Clauses, participle: WordRef) -> tuple[WordRef, ...]:
    """The names in "US-brokered truce", "Egyptian mediated deal"."""
    if clauses.label(participle) != "amod":
        return ()
    under = clauses.children(
        participle, "compound", "obl", "advmod", "amod", "nmod", "nsubj", "obl:unmarked", "nsubj:pass"
    )
    found = named(clauses, (w for child in under for w in clauses.conjuncts(child) if w < participle))
    if found:
        return found
    noun = clauses.head(participle)
    before = [w for w in clauses.children(noun, "amod", "compound", "nmod") if w < participle] if noun else []
    return named(clauses, [w for w in before if participle.word - w.word <= 2])


def _is_addressed(clauses: Clauses, modifier: WordRef) -> bool:
    """Whether a name before a noun is a joint or other label: "the Israel-Hamas ceasefire proposal"."""
    return len(clauses.annotated.actors_at(modifier)) > 1 or bool(clauses.children(modifier, "conj"))


def speakers_over(speech: tuple[SpeechFrame, ...], ref: WordRef) -> tuple[WordRef, ...]:
    """The speakers of the innermost frame of speech that holds a word."""
    over = [frame for frame in speech if ref in frame.content and frame.cue != ref]
    if not over:
        return ()
    inner = min(over, key=lambda frame: (frame.level, len(frame.content)))
    return inner.speakers


def doers(clauses: Clauses, speech: tuple[SpeechFrame, ...], verb: WordRef) -> tuple[WordRef, ...]:
    """Actors that do what a verb or adjective tells; for "we" and "the country" the speaker; empty if unknown."""
    return who_of(clauses, speech, clauses.agents(verb), verb)


def who_of(
    clauses: Clauses, speech: tuple[SpeechFrame, ...], agents: tuple[WordRef, ...], predicate: WordRef
) -> tuple[WordRef, ...]:
    """Actors for the agents of a predicate: themselves, their statements' authors, or the speaker they stand for."""
    found = authors(clauses, agents)
    if found:
        return found
    speakers = named(clauses, speakers_over(speech, predicate))
    if any(clauses.lemma(w) in SPOKEN_OF for w in agents):
        return speakers or agents
    if any(clauses.lemma(w) in SPOKEN_I | terms("acts", "own_side") for w in agents):
        return speakers
    return speakers if not agents and not clauses.is_passive(predicate) else ()


def is_side(clauses: Clauses, refs: Iterable[WordRef]) -> bool:
    """Whether the words stand for one of the sides of the document's process."""
    sides = {side.principal for side in clauses.annotated.sides}
    return bool(principals(clauses, refs) & sides)


def is_outsider(
    clauses: Clauses, refs: Iterable[WordRef], scope: Iterable[WordRef] = (), to: Iterable[WordRef] = ()
) -> bool:
    """Whether those who act stand outside the quarrel of which they speak.

    Nobody of them is a side of the document's process or an armed group or movement; or they are a body; or the content names the place or
    the parties of a quarrel ("a ceasefire between Chad and Sudan", "in Gaza"), and they are none of these.
    """
    refs = tuple(refs)
    ids = principals(clauses, refs)
    sides = {side.principal for side in clauses.annotated.sides}
    if not ids:
        return False
    if not ids & sides:
        return not any(actor.kind == "group" for ref in refs for actor in clauses.annotated.actors_at(ref))
    if len(ids) > 2 or all(actor.kind == "body" for ref in refs for actor in clauses.annotated.actors_at(ref)):
        return True
    quarrel = _quarrel(clauses, scope) | {i for i in principals(clauses, to) if i in sides}
    return (
        bool(quarrel) and not ids & quarrel and (len(ids) > 1 or len(quarrel) > 1 or bool(_countries(clauses, scope)))
    )


def is_plea(clauses: Clauses, lemma: str, by: Iterable[WordRef], to: Iterable[WordRef]) -> bool:
    """Whether an appeal asks help of somebody who is no side ("asked the Council to send troops"): no pressure."""
    to = tuple(to)
    return lemma in {"ask", "request"} and bool(to) and not is_side(clauses, to)


def _quarrel(clauses: Clauses, scope: Iterable[WordRef]) -> set[str]:
    """The parties and the countries that a content names."""
    inside = [w for head in scope for w in clauses.subtree(head)]
    named_ones = {
        actor.principal
        for w in inside
        for actor in clauses.annotated.actors_at(w)
        if (actor.kind not in {"unnamed", "body"} and not (actor.kind == "person" and not actor.side))
    }
    return named_ones | _countries(clauses, scope)


def _countries(clauses: Clauses, scope: Iterable[WordRef]) -> set[str]:
    found = set()
    for head in scope:
        for word in clauses.subtree(head):
            mention = clauses.annotated.mention(MentionKind.PLACE, word)
            if (
                mention is not None
                and mention.place is not None
                and clauses.preposition(word) in {"in", "across", "on"}
            ):
                found.add(mention.place.country or mention.place.name)
    return found


def partners(clauses: Clauses, scope: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """With whom or to whom the content of an act is done: "ready to resume talks with Ecuador"."""
    inside = [w for head in scope for w in clauses.subtree(head)]
    return tuple(w for w in named(clauses, inside) if clauses.preposition(w) in {"with", "to"})


def saying_side(
    clauses: Clauses, speech: tuple[SpeechFrame, ...], by: Iterable[WordRef], predicate: WordRef
) -> tuple[WordRef, ...]:
    """The speakers of the words who are of the side that acts: who says "Kyiv is ready" for Kyiv."""
    ids = principals(clauses, by)
    return tuple(w for w in named(clauses, speakers_over(speech, predicate)) if principals(clauses, (w,)) & ids)


def predicates(clauses: Clauses) -> Iterator[WordRef]:
    """Every verb of the document, in order; no verbs that stand where a noun must ("dismissed calls for a truce")."""
    return (
        ref
        for ref in clauses.refs()
        if clauses.word(ref).upos == "VERB"
        and not (clauses.label(ref) in {"obj", "nmod", "obl"} and clauses.word(ref).feats.get("VerbForm") != "Ger")
    )


def nouns(clauses: Clauses) -> Iterator[WordRef]:
    """Every noun of the document that is no first part of a compound, in order."""
    return (
        ref
        for ref in clauses.refs()
        if clauses.word(ref).upos in {"NOUN", "PROPN"} and clauses.label(ref) not in {"compound", "flat", "goeswith"}
    )


def phrasal(clauses: Clauses, verb: WordRef) -> tuple[str, str]:
    """The lemma of a verb alone, and with its particle or adverb: ("turn", "turn down")."""
    lemma = clauses.lemma(verb)
    for child in clauses.children(verb, "compound:prt", "advmod"):
        particle = clauses.label(child) == "compound:prt" or clauses.lemma(child) in PARTICLES
        if particle and verb.word < child.word <= verb.word + (8 if clauses.label(child) == "compound:prt" else 4):
            return lemma, f"{lemma} {clauses.lemma(child)}"
    if clauses.obliques(verb, "out of"):
        return lemma, f"{lemma} out"
    return lemma, lemma
