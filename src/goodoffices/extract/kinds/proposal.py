"""PROPOSAL: a side puts something forward: offers, plans, demands, calls, invites, pledges, says it is ready.

Definition: an act of will by which an actor lays before another what it wants, gives or would do.
`act` is offer, plan (a whole paper, or an outsider's), demand, call (an appeal), invite, pledge or ready.

Counts: "offered a two-day pause"; "a US proposal to end the war"; "insists on a full withdrawal";
"is open to talks"; "will not sign unless the prisoners are freed" (the condition is a demand);
"Kyiv must recognise the border", said by the other side.
Does not count: an outsider's appeal to the sides (pressure, urging); an offer to mediate (mediation,
offered); a plan to meet (meeting, planned).

Nearest neighbours: response (answers what another put forward), pressure (a lever, or an outsider's
appeal), agreement (both are bound).

External codes: PLOVER REQUEST, PROMISE (formerly APPEAL, INTEND); CAMEO 02, 03, 10; no PA-X code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.grammar import acts
from goodoffices.extract.grammar.acts import CLEAR, FAINT, LIKELY, UNLIKELY
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import WordRef

MEDIATING = frozenset({"mediate", "host", "facilitate", "broker", "mediation", "monitor", "guarantee"})
WORKING = frozenset({"implement", "implementation", "deadline", "endorse"})
"""What is done with a plan that is no longer a proposal."""

LEVERS = frozenset({"sanction", "sanctions", "embargo", "tariff"})
SUBMITTING = frozenset({"present", "submit", "propose", "draft", "hand", "send"})
ASKED_FOR = ("for", "to", "on", "about", "that")
Speech = tuple[SpeechFrame, ...]


def find(clauses: Clauses, speech: Speech) -> Iterable[Candidate]:
    """Proposals told by verbs, by "ready to", by nouns, by conditions and by what the other side must do."""
    words = lexicon("proposal")
    taken: set[WordRef] = set()
    for verb in acts.predicates(clauses):
        for candidate in _verb(clauses, speech, words, verb):
            taken.update(candidate.scope)
            yield candidate
        yield from _condition(clauses, speech, verb)
        yield from _must(clauses, speech, verb)
        yield from _own_step(clauses, speech, words, verb)
    for participle in clauses.refs():
        if clauses.label(participle) == "amod" and clauses.lemma(participle) in words.words("propose", "VERB"):
            yield from _proposed(clauses, participle)
    for ref in clauses.refs():
        if clauses.lemma(ref) in words.words("ready", "ADJ") and clauses.word(ref).upos == "ADJ":
            yield from _ready(clauses, speech, ref)
    for noun in acts.nouns(clauses):
        if noun not in taken:
            yield from _noun(clauses, words, noun)


# ------------------------------------------------------------ verbs


def _verb(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    alone, term = acts.phrasal(clauses, verb)
    senses = words.senses_of(term, "VERB") or words.senses_of(alone, "VERB")
    if not senses or acts.is_negated(clauses, verb) or acts.is_wanted(clauses, verb) or acts.is_condition(clauses, verb):
        return
    by = acts.doers(clauses, speech, verb)
    if "propose" in senses:
        yield from _offer(clauses, verb, by)
    if "present" in senses:
        yield from _present(clauses, words, verb, by)
    if "demand" in senses or "want" in senses:
        yield from _demand(clauses, verb, by, plain="demand" in senses)
    if "repeat" in senses:
        yield from _repeat(clauses, words, verb, by)
    if "call" in senses:
        yield from _call(clauses, verb, by)
    if "invite" in senses:
        guests = acts.named(clauses, clauses.patients(verb))
        scope = (*clauses.obliques(verb, "to", "for"), *acts.infinitives(clauses, verb))
        score = CLEAR if guests and scope else FAINT
        yield _candidate(clauses, "invite", verb, by, guests, scope, "invite", score)
    if "pledge" in senses:
        yield from _pledge(clauses, verb, by)
    if "consider" in senses and acts.modal(clauses, verb) in {"will", "would", "may"}:
        scope = acts.complements(clauses, verb)
        yield _candidate(clauses, "consider", verb, by, (), scope, "ready", _sure(clauses, scope, LIKELY))


def _offer(clauses: Clauses, verb: WordRef, by: tuple[WordRef, ...]) -> Iterator[Candidate]:
    scope = acts.complements(clauses, verb, "for")
    if any(clauses.lemma(w) in MEDIATING | LEVERS for w in scope):
        return
    if clauses.lemma(verb) == "suggest" and any(_is_report(clauses, w) for w in scope):
        return
    if clauses.is_passive(verb) and clauses.label(verb) == "acl":
        by = by or acts.named(clauses, clauses.obliques(verb, "by"))
    if not by and clauses.is_passive(verb):
        return
    act = "offer"
    if acts.is_outsider(clauses, by) and clauses.lemma(verb) != "offer":
        act = "plan"
    yield _candidate(clauses, "offer", verb, by, _addressed(clauses, verb), scope, act, _sure(clauses, scope, CLEAR))


def _is_report(clauses: Clauses, clause: WordRef) -> bool:
    """Whether a complement tells what is rather than what should be: "suggested that 13 guards had died"."""
    return clauses.label(clause) == "ccomp" and not acts.modal(clauses, clause) and (
        clauses.word(clause).feats.get("Tense") == "Past" or bool(clauses.children(clause, "aux"))
    )


def _present(clauses: Clauses, words: Lexicon, verb: WordRef, by: tuple[WordRef, ...]) -> Iterator[Candidate]:
    papers = words.words("paper", "NOUN")
    demands = words.words("demand", "NOUN")
    objects = [w for w in clauses.patients(verb) if clauses.lemma(w) in papers or clauses.lemma(w) in demands]
    if not objects or clauses.lemma(objects[0]) == "treaty" and clauses.lemma(verb) not in SUBMITTING:
        return
    act = "demand" if clauses.lemma(objects[0]) in demands else "plan"
    firm = clauses.lemma(objects[0]) not in {"idea", "concept", "text", "document", "paper", "package", "bid", "terms", "term"}
    score = _sure(clauses, objects, CLEAR if firm else LIKELY)
    yield _candidate(clauses, "present", verb, by, _addressed(clauses, verb), tuple(objects), act, score)


def _demand(clauses: Clauses, verb: WordRef, by: tuple[WordRef, ...], *, plain: bool) -> Iterator[Candidate]:
    scope = acts.complements(clauses, verb, "on", "upon", "for")
    if not scope or acts.is_outsider(clauses, by, scope):
        return
    lemma = clauses.lemma(verb)
    if lemma in {"seek", "insist"} and not acts.matters(clauses, scope):
        return
    if lemma == "insist" and not _wants(clauses, verb, scope):
        return
    if lemma == "want" and any(clauses.lemma(w) in {"meet", "talk", "see", "know", "be", "make"} for w in scope):
        score = FAINT if any(clauses.lemma(w) in {"meet", "talk"} for w in scope) else UNLIKELY
    else:
        score = _sure(clauses, scope, CLEAR if plain else LIKELY)
    to = (*_addressed(clauses, verb), *acts.named(clauses, clauses.obliques(verb, "from", "of")))
    to = (*to, *(s for w in scope for s in acts.named(clauses, clauses.children(w, "nsubj"))))
    yield _candidate(clauses, "demand", verb, by, to, scope, "demand", score)


def _wants(clauses: Clauses, verb: WordRef, scope: tuple[WordRef, ...]) -> bool:
    """Whether *insist* demands rather than asserts: "insist on", or a clause with *must* or in the subjunctive."""
    if clauses.obliques(verb, "on", "upon") or clauses.children(verb, "advcl"):
        return True
    return any(
        acts.modal(clauses, w) in {"must", "should", "shall", "will"} or clauses.word(w).feats.get("Mood") == "Sub"
        or clauses.word(w).feats.get("VerbForm") in {"Inf", None}
        or any(clauses.word(aux).form == "be" for aux in clauses.children(w, "aux:pass", "cop"))
        for w in scope
    )


def _repeat(clauses: Clauses, words: Lexicon, verb: WordRef, by: tuple[WordRef, ...]) -> Iterator[Candidate]:
    for noun in clauses.objects(verb):
        for sense, act in (("demand", "demand"), ("offer", "offer"), ("call", "call"), ("invite", "invite"), ("pledge", "pledge")):
            if clauses.lemma(noun) in words.words(sense, "NOUN"):
                scope = _content_of(clauses, noun)
                if act == "call" and acts.is_outsider(clauses, by, scope):
                    return
                yield _candidate(clauses, "repeat", verb, by, (), scope, act, _sure(clauses, scope, LIKELY))
                return


def _call(clauses: Clauses, verb: WordRef, by: tuple[WordRef, ...]) -> Iterator[Candidate]:
    lemma = clauses.lemma(verb)
    to = (*acts.named(clauses, clauses.patients(verb)), *acts.named(clauses, clauses.obliques(verb, "on", "upon", "to", "of")))
    scope = _asked(clauses, verb)
    if lemma == "call" and not (clauses.obliques(verb, "for", "on", "upon") or acts.infinitives(clauses, verb) or
                                any(acts.marker(clauses, w) == "for" for w in clauses.children(verb, "advcl"))):
        return
    if not scope or acts.is_outsider(clauses, by, scope, to):
        return
    to = to or tuple(s for w in scope for s in acts.named(clauses, clauses.children(w, "nsubj")))
    if lemma in {"ask", "request", "press", "push", "beg", "plead"} and not acts.matters(clauses, scope):
        return
    act = "demand" if lemma == "press" else "call"
    yield _candidate(clauses, "call", verb, by, to, scope, act, _sure(clauses, scope, CLEAR))


def _asked(clauses: Clauses, verb: WordRef) -> tuple[WordRef, ...]:
    """What an appeal asks for: "for a truce", "to leave", "that they leave", "for Kyiv to leave"."""
    found = [*acts.infinitives(clauses, verb), *clauses.children(verb, "ccomp", "xcomp")]
    found += [w for w in clauses.obliques(verb, "for") if acts.is_thing(clauses, w) or clauses.children(w, "acl")]
    found += [w for w in clauses.children(verb, "advcl") if acts.marker(clauses, w) == "for"]
    if clauses.lemma(verb) in {"request", "ask", "urge"}:
        found += [w for w in clauses.patients(verb) if not clauses.annotated.actors_at(w)]
    return tuple(dict.fromkeys(found))


def _pledge(clauses: Clauses, verb: WordRef, by: tuple[WordRef, ...]) -> Iterator[Candidate]:
    scope = acts.complements(clauses, verb, "to")
    if any(acts.is_negated(clauses, w) for w in scope):
        return
    lemma = clauses.lemma(verb)
    score = _sure(clauses, scope, LIKELY)
    if lemma == "commit":
        scope = tuple(w for w in scope if w not in clauses.objects(verb))
        by = by or acts.authors(clauses, clauses.subjects(verb))
        if not scope:
            return
    yield _candidate(clauses, "pledge", verb, by, _addressed(clauses, verb), scope, "pledge", score)


# ------------------------------------------------------------ ready, conditions, must


def _ready(clauses: Clauses, speech: Speech, adjective: WordRef) -> Iterator[Candidate]:
    lemma = clauses.lemma(adjective)
    if acts.is_negated(clauses, adjective) or not (
        clauses.children(adjective, "cop") or clauses.label(adjective) in {"xcomp", "ccomp", "conj", "root", "acl", "advcl"}
    ):
        return
    scope = (*acts.infinitives(clauses, adjective), *clauses.obliques(adjective, "for", "to", "in"),
             *(w for w in clauses.children(adjective, "advcl", "ccomp", "xcomp") if acts.marker(clauses, w) in {"to", "for", "in"}))
    scope = tuple(dict.fromkeys(scope))
    by = acts.who_of(clauses, speech, clauses.subjects(adjective), adjective)
    if not scope or not by or any(clauses.lemma(w) in MEDIATING for w in scope):
        return
    if lemma in {"open", "interested", "available", "disposed", "keen"} and not acts.matters(clauses, scope):
        return
    to = acts.named(clauses, (o for w in scope for o in clauses.obliques(w, "with", "to")))
    score = _sure(clauses, scope, CLEAR)
    if score < FAINT and lemma in {"ready", "willing", "prepared"} and acts.is_side(clauses, by):
        score = FAINT
    yield _candidate(clauses, "ready", adjective, by, to, scope, "ready", score)


def _condition(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """The condition on which somebody will or will not act is what it demands."""
    refused = acts.is_negated(clauses, verb) or clauses.lemma(verb) in {"refuse", "reject"}
    for clause in acts.conditions(clauses, verb):
        mark = acts.marker(clauses, clause)
        if mark not in {"until", "unless", "till"} or not refused:
            continue
        by = acts.doers(clauses, speech, verb)
        if not by or not acts.is_side(clauses, by):
            by = acts.named(clauses, acts.speakers_over(speech, verb)) or by
        to = acts.named(clauses, clauses.subjects(clause))
        if not by or acts.principals(clauses, by) == acts.principals(clauses, to):
            continue
        score = LIKELY if acts.matters(clauses, (clause,)) and acts.matters(clauses, (verb,)) else UNLIKELY
        yield _candidate(clauses, "condition", clause, by, to, (clause,), "demand", score)


def _must(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """What a source says that another must do."""
    if acts.modal(clauses, verb) not in {"must", "should"} and not _has_to(clauses, verb):
        return
    speakers = acts.named(clauses, acts.speakers_over(speech, verb))
    to = acts.named(clauses, clauses.agents(verb))
    if not speakers or acts.is_outsider(clauses, speakers):
        return
    if acts.principals(clauses, to) & acts.principals(clauses, speakers):
        return
    score = _sure(clauses, (verb,), LIKELY if to else FAINT)
    if to and acts.is_side(clauses, to) and acts.is_side(clauses, speakers):
        score = max(score, FAINT)
    yield _candidate(clauses, "must", verb, speakers, to, (verb,), "demand", score)


def _has_to(clauses: Clauses, verb: WordRef) -> bool:
    head = clauses.head(verb)
    return (
        head is not None and clauses.label(verb) == "xcomp" and clauses.lemma(head) in {"have", "need"}
        and clauses.word(head).upos in {"VERB", "AUX"} and not clauses.negation(head)
    )


def _own_step(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """What a source says that its own side will do: "said it would release 40 men", more so if the other does its part."""
    agents = clauses.agents(verb) or clauses.subjects(verb)
    going = clauses.word(verb).feats.get("VerbForm") == "Part" and any(clauses.lemma(w) == "be" for w in clauses.children(verb, "aux"))
    if not (acts.modal(clauses, verb) in {"will", "would", "shall"} or going) or acts.is_negated(clauses, verb):
        return
    speakers = acts.named(clauses, acts.speakers_over(speech, verb))
    mine = acts.principals(clauses, speakers)
    if not mine or acts.is_condition(clauses, verb) or acts.is_wanted(clauses, verb):
        return
    own = bool(acts.principals(clauses, agents) & mine) or any(clauses.lemma(w) in acts.SPOKEN_I for w in agents)
    others = [c for c in acts.conditions(clauses, verb) if acts.marker(clauses, c) in {"if", "once", "provided"}
              and acts.principals(clauses, clauses.subjects(c)) - mine]
    if others and (own or clauses.is_passive(verb)):
        to = acts.named(clauses, clauses.subjects(others[0]))
        yield _candidate(clauses, "offer_if", verb, speakers, to, (verb,), "offer", _sure(clauses, (verb,), LIKELY))
    elif own and acts.phrasal(clauses, verb)[1] in words.words("own_step", "VERB"):
        yield _candidate(clauses, "own_step", verb, speakers, (), (verb,), "pledge", _sure(clauses, (verb,), FAINT))


# ------------------------------------------------------------ nouns


def _proposed(clauses: Clauses, participle: WordRef) -> Iterator[Candidate]:
    """"Kyiv's proposed withdrawal", "the truce offered"."""
    noun = clauses.head(participle)
    if noun is None:
        return
    by = acts.named(clauses, clauses.possessors(noun)) or acts.compound_names(clauses, participle)
    if by:
        yield _candidate(clauses, "proposed_thing", participle, by, (), (noun,), "plan", _sure(clauses, (noun,), LIKELY))


def _noun(clauses: Clauses, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    lemma = clauses.lemma(noun)
    act = next((words.words(s, "NOUN").get(lemma) for s in ("offer", "demand", "call", "invite", "pledge", "ready", "plan")
                if lemma in words.words(s, "NOUN")), None)
    if act is None:
        return
    by = acts.owners(clauses, noun)
    holder = clauses.head(noun)
    if not by and holder is not None and clauses.lemma(holder) == "make" and clauses.label(noun) in {"obj", "nsubj:pass"}:
        by = acts.named(clauses, clauses.agents(holder))
    scope = _content_of(clauses, noun)
    if not by or (act == "call" and acts.is_outsider(clauses, by, scope)):
        return
    if any(clauses.lemma(w) in MEDIATING for w in scope):
        return
    if act == "plan" and holder is not None and clauses.lemma(holder) in WORKING:
        return
    to = acts.named(clauses, clauses.obliques(noun, "to"))
    if act == "offer" and acts.is_outsider(clauses, by) and lemma != "offer":
        act = "plan"
    score = _sure(clauses, (noun,), LIKELY)
    yield _candidate(clauses, "name_" + act, noun, by, to, (noun,), act, score)


def _content_of(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    found = (*acts.infinitives(clauses, noun), *clauses.obliques(noun, "for", "of", "to", "on", "about"),
             *clauses.children(noun, "acl", "ccomp"), *clauses.children(noun, "compound", "amod"))
    return tuple(w for w in dict.fromkeys(found) if not clauses.annotated.actors_at(w)) or (noun,)


# ------------------------------------------------------------ shared


def _addressed(clauses: Clauses, verb: WordRef) -> tuple[WordRef, ...]:
    direct = acts.named(clauses, (w for child in clauses.children(verb, "iobj") for w in clauses.conjuncts(child)))
    return (*direct, *acts.named(clauses, clauses.obliques(verb, "to", "before", "with")))


def _sure(clauses: Clauses, scope: Iterable[WordRef], score: float) -> float:
    """The score of a rule where the content is a matter of negotiation; less where nothing says so."""
    scope = tuple(scope)
    if not scope:
        return UNLIKELY
    return score if acts.matters(clauses, scope) else UNLIKELY


def _candidate(
    clauses: Clauses, rule: str, predicate: WordRef, by: tuple[WordRef, ...], to: tuple[WordRef, ...],
    scope: tuple[WordRef, ...], act: str, score: float,
) -> Candidate:
    mine = acts.principals(clauses, by)
    to = tuple(w for w in to if not acts.principals(clauses, (w,)) & mine)
    outer = tuple(w for w in scope if w != predicate)
    return Candidate(
        kind=Kind.PROPOSAL,
        rule=f"proposal.{rule}",
        predicate=predicate,
        roles={"by": by, "to": to},
        own=act,
        times=acts.occasion(clauses, predicate, outer),
        places=(),
        scope=scope,
        score=score if by else min(score, UNLIKELY),
    )
