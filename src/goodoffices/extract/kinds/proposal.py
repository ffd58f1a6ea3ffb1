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

from goodoffices.extract.grammar import acts, bargaining, contents
from goodoffices.extract.grammar.acts import CLEAR, FAINT, LIKELY, UNLIKELY
from goodoffices.extract.grammar.bargaining import MEDIATING, Refs, Speech
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon
from goodoffices.model.candidates import Candidate
from goodoffices.model.mentions import WordRef

WORKING = frozenset({"implement", "implementation", "deadline", "endorse"})
"""What is done with a plan that is no longer a proposal."""

LEVERS = frozenset({"sanction", "sanctions", "embargo", "tariff"})
SUBMITTING = frozenset({"present", "submit", "propose", "draft", "hand", "send"})
ASKED_FOR = ("for", "to", "on", "about", "that")


def find(clauses: Clauses, speech: Speech) -> Iterable[Candidate]:
    """Proposals told by verbs, by "ready to", by nouns, by conditions and by what the other side must do."""
    return (candidate for candidate in _all(clauses, speech) if candidate.roles["by"] and candidate.score)


def _all(clauses: Clauses, speech: Speech) -> Iterator[Candidate]:
    words = lexicon("proposal")
    taken: set[WordRef] = set()
    for verb in acts.predicates(clauses):
        for candidate in _verb(clauses, speech, words, verb):
            taken.update(candidate.scope)
            yield candidate
        yield from bargaining.condition(clauses, speech, verb)
        yield from bargaining.must(clauses, speech, verb)
        yield from bargaining.own_step(clauses, speech, words, verb)
    for participle in clauses.refs():
        if clauses.label(participle) == "amod" and clauses.lemma(participle) in words.words("propose", "VERB"):
            yield from _proposed(clauses, speech, participle)
    for ref in clauses.refs():
        if clauses.lemma(ref) in words.words("ready", "ADJ") and clauses.word(ref).upos == "ADJ":
            yield from bargaining.ready(clauses, speech, ref)
    for noun in acts.nouns(clauses):
        if noun not in taken:
            yield from _noun(clauses, speech, words, noun)


# ------------------------------------------------------------ verbs


def _verb(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    alone, term = acts.phrasal(clauses, verb)
    senses = words.senses_of(term, "VERB") or words.senses_of(alone, "VERB")
    if (
        not senses
        or contents.is_negated(clauses, verb)
        or contents.is_wanted(clauses, verb)
        or contents.is_condition(clauses, verb)
    ):
        return
    by = acts.doers(clauses, speech, verb)
    if "propose" in senses:
        yield from _offer(clauses, speech, verb, by)
    if "present" in senses:
        yield from _present(clauses, speech, words, verb, by)
    if "demand" in senses or "want" in senses:
        yield from _demand(clauses, speech, verb, by, plain="demand" in senses)
    if "set_terms" in senses:
        yield from _terms(clauses, speech, words, verb, by)
    if "contain" in senses:
        yield from _contents(clauses, speech, words, verb)
    if "retract" in senses:
        yield from _retracted(clauses, speech, words, verb, by)
    if "repeat" in senses:
        yield from _repeat(clauses, speech, words, verb, by)
    if "call" in senses:
        yield from _call(clauses, speech, verb, by)
    if "invite" in senses:
        guests = acts.named(clauses, clauses.patients(verb))
        scope = (*clauses.obliques(verb, "to", "for"), *contents.infinitives(clauses, verb))
        score = CLEAR if guests and scope else FAINT
        yield bargaining.propose(clauses, speech, "invite", verb, by, guests, scope, "invite", score)
    if "pledge" in senses:
        yield from _pledge(clauses, speech, verb, by)
    if "consider" in senses and contents.modal(clauses, verb) in {"will", "would", "may"}:
        scope = contents.complements(clauses, verb)
        yield bargaining.propose(
            clauses, speech, "consider", verb, by, (), scope, "ready", contents.weigh(clauses, scope, by, LIKELY)
        )


def _offer(clauses: Clauses, speech: Speech, verb: WordRef, by: Refs) -> Iterator[Candidate]:
    scope = contents.complements(clauses, verb, "for")
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
    yield bargaining.propose(
        clauses,
        speech,
        "offer",
        verb,
        by,
        _addressed(clauses, verb),
        scope,
        act,
        contents.weigh(clauses, scope, by, CLEAR),
    )


def _terms(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef, by: Refs) -> Iterator[Candidate]:
    """Conditions that somebody sets or has: "set two conditions", "made the release a condition"."""
    demands = words.words("demand", "NOUN")
    around = (*clauses.patients(verb), *clauses.children(verb, "xcomp"))
    named = [w for w in around if clauses.lemma(w) in demands and clauses.lemma(w) != "ultimatum"]
    if named and by and not (clauses.lemma(verb) in {"make", "have"} and not acts.is_side(clauses, by)):
        scope = tuple(dict.fromkeys((*named, *(w for w in around if w not in named))))
        yield bargaining.propose(
            clauses, speech, "set_terms", verb, by, (), scope, "demand", contents.weigh(clauses, scope, by, LIKELY)
        )


def _contents(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """What a plan holds: "the American plan would require Kyiv to withdraw"."""
    papers = [w for w in clauses.subjects(verb) if clauses.lemma(w) in words.words("paper", "NOUN")]
    by = tuple(o for w in papers for o in acts.owners(clauses, w))
    scope = contents.complements(clauses, verb, "for", "on")
    if by and scope and not contents.is_negated(clauses, verb):
        to = (*acts.named(clauses, clauses.patients(verb)), *_doers_within(clauses, scope))
        score = LIKELY if contents.matters(clauses, scope) else UNLIKELY
        yield bargaining.propose(clauses, speech, "plan_holds", verb, by, to, scope, "plan", score, "made")


def _doers_within(clauses: Clauses, scope: Refs) -> Refs:
    return tuple(s for w in scope for s in acts.named(clauses, clauses.children(w, "nsubj")))


def _retracted(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef, by: Refs) -> Iterator[Candidate]:
    """An offer taken back: "withdrew its offer of a truce"."""
    offers = [w for w in clauses.patients(verb) if clauses.lemma(w) in words.words("offer", "NOUN")]
    if offers and by:
        scope = tuple(offers)
        score = LIKELY if contents.matters(clauses, scope) or acts.is_side(clauses, by) else UNLIKELY
        yield bargaining.propose(clauses, speech, "retract", verb, by, (), scope, "offer", score, "withdrawn")


def _is_report(clauses: Clauses, clause: WordRef) -> bool:
    """Whether a complement tells what is rather than what should be: "suggested that 13 guards had died"."""
    return (
        clauses.label(clause) == "ccomp"
        and not contents.modal(clauses, clause)
        and (clauses.word(clause).feats.get("Tense") == "Past" or bool(clauses.children(clause, "aux")))
    )


def _present(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef, by: Refs) -> Iterator[Candidate]:
    papers = words.words("paper", "NOUN")
    demands = words.words("demand", "NOUN")
    objects = [w for w in clauses.patients(verb) if clauses.lemma(w) in papers or clauses.lemma(w) in demands]
    if not objects or (clauses.lemma(objects[0]) == "treaty" and clauses.lemma(verb) not in SUBMITTING):
        return
    act = "demand" if clauses.lemma(objects[0]) in demands else "plan"
    firm = clauses.lemma(objects[0]) not in {
        "idea",
        "concept",
        "text",
        "document",
        "paper",
        "package",
        "bid",
        "terms",
        "term",
    }
    score = contents.weigh(clauses, objects, by, CLEAR if firm else LIKELY)
    if score <= FAINT and not contents.is_bare(clauses, objects[0]):
        return
    yield bargaining.propose(
        clauses, speech, "present", verb, by, _addressed(clauses, verb), tuple(objects), act, score
    )


def _demand(clauses: Clauses, speech: Speech, verb: WordRef, by: Refs, *, plain: bool) -> Iterator[Candidate]:
    scope = contents.complements(clauses, verb, "on", "upon", "for")
    if not scope or acts.is_outsider(clauses, by, scope):
        return
    lemma = clauses.lemma(verb)
    if lemma == "want" and clauses.label(verb) == "acl:relcl":
        return
    if lemma == "seek" and contents.infinitives(clauses, verb):
        return
    if lemma in {"seek", "insist"} and not contents.matters(clauses, scope):
        return
    if lemma == "insist" and not _wants(clauses, verb, scope):
        return
    if lemma == "want" and any(clauses.lemma(w) in {"meet", "talk", "see", "know", "be", "make"} for w in scope):
        score = FAINT if any(clauses.lemma(w) in {"meet", "talk"} for w in scope) else UNLIKELY
    else:
        score = contents.weigh(clauses, scope, by, CLEAR if plain else LIKELY)
    to = (*_addressed(clauses, verb), *acts.named(clauses, clauses.obliques(verb, "from", "of")))
    to = (*to, *(s for w in scope for s in acts.named(clauses, clauses.children(w, "nsubj"))))
    yield bargaining.propose(clauses, speech, "demand", verb, by, to, scope, "demand", score)


def _wants(clauses: Clauses, verb: WordRef, scope: Refs) -> bool:
    """Whether *insist* demands rather than asserts: "insist on", or a clause with *must* or in the subjunctive."""
    if clauses.obliques(verb, "on", "upon") or clauses.children(verb, "advcl"):
        return True
    return any(
        contents.modal(clauses, w) in {"must", "should", "shall", "will"}
        or clauses.word(w).feats.get("Mood") == "Sub"
        or clauses.word(w).feats.get("VerbForm") in {"Inf", None}
        or any(clauses.word(aux).form == "be" for aux in clauses.children(w, "aux:pass", "cop"))
        for w in scope
    )


def _repeat(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef, by: Refs) -> Iterator[Candidate]:
    for noun in clauses.objects(verb):
        for sense, act in (
            ("demand", "demand"),
            ("offer", "offer"),
            ("call", "call"),
            ("invite", "invite"),
            ("pledge", "pledge"),
        ):
            if clauses.lemma(noun) in words.words(sense, "NOUN"):
                scope = _content_of(clauses, noun)
                if act == "call" and acts.is_outsider(clauses, by, scope):
                    return
                yield bargaining.propose(
                    clauses, speech, "repeat", verb, by, (), scope, act, contents.weigh(clauses, scope, by, LIKELY)
                )
                return


def _call(clauses: Clauses, speech: Speech, verb: WordRef, by: Refs) -> Iterator[Candidate]:
    lemma = clauses.lemma(verb)
    to = (
        *acts.named(clauses, clauses.patients(verb)),
        *acts.named(clauses, clauses.obliques(verb, "on", "upon", "to", "of")),
    )
    scope = _asked(clauses, verb)
    if lemma == "call" and not (
        clauses.obliques(verb, "for", "on", "upon")
        or contents.infinitives(clauses, verb)
        or any(contents.marker(clauses, w) == "for" for w in clauses.children(verb, "advcl"))
    ):
        return
    if not scope or (not acts.is_plea(clauses, lemma, by, to) and acts.is_outsider(clauses, by, scope, to)):
        return
    to = to or tuple(s for w in scope for s in acts.named(clauses, clauses.children(w, "nsubj")))
    if lemma in {"ask", "request", "press", "push", "beg", "plead"} and not contents.matters(clauses, scope):
        return
    act = "demand" if lemma == "press" else "call"
    yield bargaining.propose(
        clauses, speech, "call", verb, by, to, scope, act, contents.weigh(clauses, scope, by, CLEAR)
    )


def _asked(clauses: Clauses, verb: WordRef) -> Refs:
    """What an appeal asks for: "for a truce", "to leave", "that they leave", "for Kyiv to leave"."""
    found = [*contents.infinitives(clauses, verb), *clauses.children(verb, "ccomp", "xcomp")]
    found += [w for w in clauses.obliques(verb, "for") if contents.is_thing(clauses, w) or clauses.children(w, "acl")]
    found += [w for w in clauses.children(verb, "advcl") if contents.marker(clauses, w) == "for"]
    if clauses.lemma(verb) in {"request", "ask", "urge"}:
        found += [w for w in clauses.patients(verb) if not clauses.annotated.actors_at(w)]
    return tuple(dict.fromkeys(found))


def _pledge(clauses: Clauses, speech: Speech, verb: WordRef, by: Refs) -> Iterator[Candidate]:
    scope = contents.complements(clauses, verb, "to")
    if any(contents.is_negated(clauses, w) for w in scope):
        return
    lemma = clauses.lemma(verb)
    score = UNLIKELY if contents.is_hostile(clauses, scope) else contents.weigh(clauses, scope, by, LIKELY)
    if lemma == "commit":
        scope = tuple(w for w in scope if w not in clauses.objects(verb))
        by = by or acts.authors(clauses, clauses.subjects(verb))
        if not scope:
            return
    yield bargaining.propose(clauses, speech, "pledge", verb, by, _addressed(clauses, verb), scope, "pledge", score)


# ------------------------------------------------------------ nouns


def _proposed(clauses: Clauses, speech: Speech, participle: WordRef) -> Iterator[Candidate]:
    """ "Kyiv's proposed withdrawal", "the truce offered"."""
    noun = clauses.head(participle)
    if noun is None:
        return
    by = acts.named(clauses, clauses.possessors(noun)) or acts.compound_names(clauses, participle)
    if by:
        yield bargaining.propose(
            clauses,
            speech,
            "proposed_thing",
            participle,
            by,
            (),
            (noun,),
            "plan",
            contents.weigh(clauses, (noun,), by, LIKELY),
            "made",
        )


def _noun(clauses: Clauses, speech: Speech, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    lemma = clauses.lemma(noun)
    act = next(
        (
            words.words(s, "NOUN").get(lemma)
            for s in ("offer", "demand", "call", "invite", "pledge", "ready", "plan")
            if lemma in words.words(s, "NOUN")
        ),
        None,
    )
    if act is None:
        return
    by = acts.owners(clauses, noun)
    holder = clauses.head(noun)
    if (
        not by
        and holder is not None
        and clauses.lemma(holder) == "make"
        and clauses.label(noun) in {"obj", "nsubj:pass"}
    ):
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
    score = LIKELY if contents.matters(clauses, (noun,)) else UNLIKELY
    yield bargaining.propose(clauses, speech, "name_" + act, noun, by, to, (noun,), act, score, "made")


def _content_of(clauses: Clauses, noun: WordRef) -> Refs:
    found = (
        *contents.infinitives(clauses, noun),
        *clauses.obliques(noun, "for", "of", "to", "on", "about"),
        *clauses.children(noun, "acl", "ccomp"),
        *clauses.children(noun, "compound", "amod"),
    )
    return tuple(w for w in dict.fromkeys(found) if not clauses.annotated.actors_at(w)) or (noun,)


# ------------------------------------------------------------ shared


def _addressed(clauses: Clauses, verb: WordRef) -> Refs:
    direct = acts.named(clauses, (w for child in clauses.children(verb, "iobj") for w in clauses.conjuncts(child)))
    return (*direct, *acts.named(clauses, clauses.obliques(verb, "to", "before", "with")))
