"""What sides would do, and what they want of others first: readiness, conditions, duties, steps on a condition.

    ready       "Kyiv is open to talks"
    condition   "will not sign unless the prisoners are freed": the condition is a demand
    must        "Baku must withdraw", said by the other side
    offer_if    "the men will be freed if the shelling stops": an offer
    own_step    "the army would withdraw, he said": a pledge

All yield candidates of the kind proposal; `propose` makes one.
"""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.grammar import acts, contents
from goodoffices.extract.grammar.acts import CLEAR, FAINT, LIKELY, UNLIKELY
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, terms
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import WordRef

Speech = tuple[SpeechFrame, ...]
Refs = tuple[WordRef, ...]
MEDIATING = frozenset({"mediate", "host", "facilitate", "broker", "mediation", "monitor", "guarantee"})
"""Contents that make an offer one of mediation."""


AUDIENCE = frozenset(
    {"world", "leader", "community", "power", "nation", "country", "people", "everybody", "everyone", "public"}
)
"""Those whom a speaker admonishes at large."""


def propose(
    clauses: Clauses,
    speech: Speech,
    rule: str,
    predicate: WordRef,
    by: Refs,
    to: Refs,
    scope: Refs,
    act: str | None,
    score: float,
    status: str | None = None,
) -> Candidate:
    """A candidate of the kind proposal; those addressed are not those who act, and who says it for them is told."""
    mine = acts.principals(clauses, by)
    to = tuple(w for w in to if not acts.principals(clauses, (w,)) & mine)
    outer = tuple(w for w in scope if w != predicate)
    return Candidate(
        kind=Kind.PROPOSAL,
        rule=f"proposal.{rule}",
        predicate=predicate,
        roles={"by": by, "to": to, "people": acts.saying_side(clauses, speech, by, predicate)},
        own=act,
        status=status or ("made" if contents.is_told(clauses, predicate) else None),
        times=contents.until_published(clauses, contents.occasion(clauses, predicate, outer)),
        places=(),
        scope=scope,
        score=score if by else min(score, UNLIKELY),
    )


def ready(clauses: Clauses, speech: Speech, adjective: WordRef) -> Iterator[Candidate]:
    lemma = clauses.lemma(adjective)
    if contents.is_negated(clauses, adjective) or not (
        clauses.children(adjective, "cop")
        or clauses.label(adjective) in {"xcomp", "ccomp", "conj", "root", "acl", "advcl"}
    ):
        return
    scope = (
        *contents.infinitives(clauses, adjective),
        *clauses.obliques(adjective, "for", "to", "in"),
        *(
            w
            for w in clauses.children(adjective, "advcl", "ccomp", "xcomp")
            if contents.marker(clauses, w) in {"to", "for", "in"}
        ),
    )
    scope = tuple(dict.fromkeys(scope))
    by = acts.who_of(clauses, speech, clauses.subjects(adjective), adjective)
    if not scope or not by or any(clauses.lemma(w) in MEDIATING for w in scope):
        return
    if lemma in {"open", "interested", "available", "disposed", "keen"} and not contents.matters(clauses, scope):
        return
    to = acts.partners(clauses, scope)
    score = contents.weigh(clauses, scope, by, CLEAR)
    if score < FAINT and lemma in {"ready", "willing", "prepared"} and acts.is_side(clauses, by):
        score = FAINT
    yield propose(clauses, speech, "ready", adjective, by, to, scope, "ready", score, "made")


def condition(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """The condition on which somebody will or will not act is what it demands."""
    refused = contents.is_negated(clauses, verb) or clauses.lemma(verb) in {"refuse", "reject"}
    for clause in contents.conditions(clauses, verb):
        mark = contents.marker(clauses, clause)
        waits = mark in {"until", "unless", "till", "before"} and refused
        if not waits and not (mark == "if" and _only(clauses, clause)):
            continue
        by = acts.doers(clauses, speech, verb)
        if not by or not acts.is_side(clauses, by):
            by = acts.named(clauses, acts.speakers_over(speech, verb)) or by
        to = acts.named(clauses, clauses.subjects(clause))
        if not by or acts.principals(clauses, by) == acts.principals(clauses, to):
            continue
        score = LIKELY if contents.matters(clauses, (clause,)) and contents.matters(clauses, (verb,)) else UNLIKELY
        yield propose(clauses, speech, "condition", clause, by, to, (clause,), "demand", score, "made")


def _only(clauses: Clauses, clause: WordRef) -> bool:
    """Whether a condition is the only one: "only if the blockade ends"."""
    near = (*clauses.children(clause, "advmod"), *clauses.children(clause, "mark"))
    head = clauses.head(clause)
    before = [w for w in (clauses.children(head, "advmod") if head else ()) if w < clause]
    return any(clauses.lemma(w) == "only" for w in (*near, *before))


def must(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """What a source says that another must do."""
    if contents.modal(clauses, verb) not in {"must", "should"} and not _has_to(clauses, verb):
        return
    speakers = acts.named(clauses, acts.speakers_over(speech, verb))
    to = acts.named(clauses, clauses.agents(verb))
    if not speakers or acts.is_outsider(clauses, speakers):
        return
    if acts.principals(clauses, to) & acts.principals(clauses, speakers):
        return
    others = [w for w in clauses.agents(verb) if clauses.lemma(w) in AUDIENCE and not clauses.annotated.actors_at(w)]
    if others or clauses.lemma(verb) in terms("acts", "small_talk") - {"be"}:
        return
    score = contents.weigh(clauses, (verb,), speakers, LIKELY if to else FAINT)
    if to and acts.is_side(clauses, to) and acts.is_side(clauses, speakers):
        score = max(score, FAINT)
    yield propose(clauses, speech, "must", verb, speakers, to, (verb,), "demand", score, "made")


def _has_to(clauses: Clauses, verb: WordRef) -> bool:
    head = clauses.head(verb)
    return (
        head is not None
        and clauses.label(verb) == "xcomp"
        and clauses.lemma(head) in {"have", "need"}
        and clauses.word(head).upos in {"VERB", "AUX"}
        and not clauses.negation(head)
    )


def own_step(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """What a source says that its own side will do: "said it would release 40 men", more so if the other does its part."""
    agents = clauses.agents(verb) or clauses.subjects(verb)
    going = clauses.word(verb).feats.get("VerbForm") == "Part" and any(
        clauses.lemma(w) == "be" for w in clauses.children(verb, "aux")
    )
    if not (contents.modal(clauses, verb) in {"will", "would", "shall"} or going) or contents.is_negated(clauses, verb):
        return
    speakers = acts.named(clauses, acts.speakers_over(speech, verb))
    mine = acts.principals(clauses, speakers)
    if not mine or contents.is_condition(clauses, verb) or contents.is_wanted(clauses, verb):
        return
    if any(contents.is_breach(clauses, c) for c in contents.conditions(clauses, verb)) or contents.is_hostile(
        clauses, (verb,)
    ):
        return
    own = bool(acts.principals(clauses, agents) & mine) or any(clauses.lemma(w) in acts.SPOKEN_I for w in agents)
    others = [
        c
        for c in contents.conditions(clauses, verb)
        if contents.marker(clauses, c) in {"if", "once", "provided"}
        and not contents.is_breach(clauses, c)
        and acts.principals(clauses, clauses.subjects(c)) - mine
    ]
    if others and (own or clauses.is_passive(verb)):
        to = acts.named(clauses, clauses.subjects(others[0]))
        yield propose(
            clauses,
            speech,
            "offer_if",
            verb,
            speakers,
            to,
            (verb,),
            "offer",
            contents.weigh(clauses, (verb,), speakers, LIKELY),
            "made",
        )
    elif own and acts.phrasal(clauses, verb)[1] in words.words("own_step", "VERB"):
        yield propose(
            clauses,
            speech,
            "own_step",
            verb,
            speakers,
            (),
            (verb,),
            "pledge",
            contents.weigh(clauses, (verb,), speakers, FAINT),
            "made",
        )
