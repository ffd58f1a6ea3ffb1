"""Candidates into facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from goodoffices.extract.attribution import SpeechFrame, sources_of
from goodoffices.extract.factuality import reality_of
from goodoffices.extract.grammar.clauses import CLAUSAL, Clauses
from goodoffices.extract.issues import issue_of
from goodoffices.extract.realise.circumstances import place_of, time_of
from goodoffices.extract.realise.roles import resolve_roles, words_of
from goodoffices.extract.realise.status import factuality_of, status_of
from goodoffices.extract.realise.terms import terms_of
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import ACTOR_FIELDS, Actor, Evidence, Fact, Kind, Source
from goodoffices.model.mentions import Annotated, MentionKind, WordRef

CLOSING = ('"', "”")

LOOSE = frozenset({"PUNCT", "CCONJ"})
"""Words that no quotation begins with."""

NEEDED: dict[Kind, tuple[str, ...]] = {
    Kind.MEETING: ("parties",),
    Kind.PROPOSAL: ("by",),
    Kind.RESPONSE: ("by",),
    Kind.AGREEMENT: ("parties",),
    Kind.EXCHANGE: ("parties", "third_parties"),
    Kind.CEASEFIRE: ("parties", "by"),
    Kind.MEDIATION: ("third_parties",),
    Kind.PRESSURE: ("by",),
    Kind.PROCESS_CHANGE: ("parties", "by"),
    Kind.STATEMENT: ("by", "people"),
}
"""A fact needs an actor in one of these roles: without one nobody could place it."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that became no fact, and why."""

    candidate: Candidate
    reason: str


def realise(
    clauses: Clauses, candidates: Iterable[Candidate], speech: tuple[SpeechFrame, ...]
) -> tuple[tuple[tuple[Candidate, Fact], ...], tuple[Rejected, ...]]:
    """Facts for candidates, in the order of the text, and the candidates that were rejected with the reason.

    One predicate yields one fact of a kind: the candidate with the highest score.
    """
    best: dict[tuple[Kind, WordRef], Candidate] = {}
    rejected: list[Rejected] = []
    for candidate in candidates:
        key = (candidate.kind, candidate.predicate)
        known = best.get(key)
        if known is None or candidate.score > known.score:
            best[key] = candidate
    facts: list[tuple[Candidate, Fact]] = []
    for candidate in sorted(best.values(), key=lambda c: (c.predicate, c.kind, c.rule)):
        fact = _fact(clauses, candidate, speech)
        if any(getattr(fact, role) for role in NEEDED[candidate.kind]):
            facts.extend((candidate, one) for one in _one_for_each_accuser(clauses, candidate, fact))
        else:
            rejected.append(Rejected(candidate, "nobody in its roles"))
    return tuple(facts), tuple(rejected)


def _fact(clauses: Clauses, candidate: Candidate, speech: tuple[SpeechFrame, ...]) -> Fact:
    annotated = clauses.annotated
    predicate = candidate.predicate
    sources = _sources(clauses, candidate, speech)
    speakers = tuple(source.speaker for source in sources if source.speaker)
    roles = resolve_roles(clauses, candidate, speakers)
    reading, _ = reality_of(annotated, predicate)
    status = candidate.status or status_of(candidate.kind, reading)
    actors: dict[str, tuple[Actor, ...]] = {role: roles.filled.get(role, ()) for role in ACTOR_FIELDS}
    return Fact(
        kind=candidate.kind,
        status=status,
        factuality=candidate.factuality or factuality_of(status),
        evidence=(evidence_of(clauses, candidate),),
        rule=candidate.rule,
        when=time_of(clauses, candidate.kind, status, predicate, candidate.times),
        where=place_of(clauses, candidate.kind, predicate, candidate.places) if candidate.kind is not Kind.STATEMENT else None,
        round=candidate.round,
        own=candidate.own,
        issue=candidate.issue or _issue(clauses, candidate, status),
        terms=terms_of(clauses, candidate),
        attribution=sources,
        **actors,
    )


def _one_for_each_accuser(clauses: Clauses, candidate: Candidate, fact: Fact) -> tuple[Fact, ...]:
    """Two facts for a mutual accusation, each with one side as its source and the other as the doer."""
    if not candidate.mutual:
        return (fact,)
    named = [actor for ref in candidate.mutual for actor in clauses.annotated.actors_at(ref)]
    known = {actor.principal: actor for actor in (named if len(named) > 1 else clauses.annotated.sides)}
    if len(known) != 2:
        return (fact,)
    one, other = known.values()
    return tuple(
        replace(fact, parties=(one, other), by=(doer,), attribution=(Source(accuser, accuser.name, ""),))
        for accuser, doer in ((one, other), (other, one))
    )


def _sources(clauses: Clauses, candidate: Candidate, speech: tuple[SpeechFrame, ...]) -> tuple[Source, ...]:
    """Who answers for the fact: those that the construction names, else the speech that holds the predicate."""
    if candidate.kind is Kind.STATEMENT:
        return ()
    if candidate.sources is None:
        return sources_of(clauses.annotated, speech, candidate.predicate)
    return tuple(
        Source(actor, clauses.word(ref).form, "")
        for ref in candidate.sources
        for actor in clauses.annotated.actors_at(ref)
    )


def _issue(clauses: Clauses, candidate: Candidate, status: str) -> str | None:
    scope = tuple(w for head in candidate.scope for w in clauses.subtree(head))
    clause = clauses.subtree(candidate.predicate)
    sentence = _sentence(clauses.annotated, candidate.predicate.sentence)
    code, _ = issue_of(
        candidate.kind,
        candidate.own,
        status,
        _lemmas(clauses, scope),
        _lemmas(clauses, clause),
        _lemmas(clauses, sentence),
        _lemmas(clauses, clauses.refs()),
    )
    return code


def _lemmas(clauses: Clauses, refs: Iterable[WordRef]) -> list[str]:
    """The lemmas of the words that can tell an issue: a town's name cannot ("Port Moresby" is no matter of ports)."""
    return [clauses.lemma(ref) for ref in refs if not _in_town(clauses, ref)]


def _in_town(clauses: Clauses, ref: WordRef) -> bool:
    mention = clauses.annotated.mention(MentionKind.PLACE, ref)
    return mention is not None and mention.first < mention.last and mention.place is not None and bool(mention.place.country)


def _sentence(annotated: Annotated, index: int) -> tuple[WordRef, ...]:
    return tuple(WordRef(index, word.index) for word in annotated.sentences[index].words)


def evidence_of(clauses: Clauses, candidate: Candidate) -> Evidence:
    """The quotation: from the first to the last word of the predicate's clause and of its roles.

    It cuts no phrase that fills a role, and begins and ends with a word.
    """
    predicate = candidate.predicate
    refs = set(clauses.subtree(predicate)) | set(candidate.scope)
    verb = clauses.support_verb(predicate)
    if verb is not None:
        refs |= set(clauses.clause(verb))
    for word in words_of(candidate):
        refs |= set(clauses.subtree(word, stop=CLAUSAL | {"appos", "conj"}))
    inside = sorted(ref for ref in refs if ref.sentence == predicate.sentence)
    first = next((i for i, ref in enumerate(inside) if clauses.word(ref).upos not in LOOSE), 0)
    last = next((i for i in reversed(range(len(inside))) if clauses.word(inside[i]).upos != "PUNCT"), -1)
    start, end = clauses.word(inside[first]).start, clauses.word(inside[last]).end
    text = clauses.annotated.document.text
    if text[end : end + 1] in CLOSING and _quotation_open(text[start:end]):
        end += 1
    return Evidence(start, end, text[start:end])


def _quotation_open(quote: str) -> bool:
    """Whether a quotation mark in a quotation is opened and not closed."""
    return quote.count("“") > quote.count("”") or quote.count('"') % 2 == 1
