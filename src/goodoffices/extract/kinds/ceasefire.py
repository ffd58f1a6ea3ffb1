"""CEASEFIRE: what happens to a truce, a pause or a cessation of hostilities.

Definition: an event in the life of a truce. `event` is declared, in_force, extended, violated, expired
or collapsed; `by` is the one side that declares, extends, breaks or ends it, absent where both do it
together; `parties` are those whom it binds.

Counts: a truce announced by one side; its taking effect, extension, breach and end; fighting "despite
the truce"; unilateral halts of operations.
Does not count: a truce that is only wanted, offered or refused (proposal, response with issue CF); the
agreement of both sides to cease fire (agreement); fighting that nobody says breaks a truce.

Nearest neighbours: agreement, proposal, process_change.

External codes: PLOVER YIELD (ceasefire), CAMEO 0871; ETH/PRIO Civil Conflict Ceasefire Dataset.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.extract.grammar import participants as who
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, verb_term
from goodoffices.extract.grammar.participants import Participants
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import WordRef

if TYPE_CHECKING:
    from goodoffices.extract.attribution import SpeechFrame

PLAIN = 1.0
LIKELY = 0.8
WEAK = 0.6
FAINT = 0.5
"""Scores by how much the construction itself says what happened to the truce."""

EFFECT = frozenset({"effect", "force", "place", "operation", "hold"})
"""What a truce takes, comes into or goes into."""

NOMINAL_EVENTS = {
    "extension": "extended",
    "renewal": "extended",
    "prolongation": "extended",
    "expiry": "expired",
    "expiration": "expired",
    "end": "expired",
    "collapse": "collapsed",
    "breakdown": "collapsed",
    "start": "in_force",
    "beginning": "in_force",
    "declaration": "declared",
    "announcement": "declared",
    "violation": "violated",
    "breach": "violated",
    "infringement": "violated",
    "infraction": "violated",
    "implementation": "in_force",
}
DESPITE = frozenset({"despite", "in spite of", "notwithstanding"})
VIOLATING = frozenset({"violation", "breach", "contravention", "defiance"})
ONE_SIDED = frozenset({"declared", "extended", "violated", "collapsed"})
WANTED = frozenset(
    [
        "propose",
        "want",
        "demand",
        "urge",
        "reject",
        "refuse",
        "seek",
        "request",
        "accept",
        "discuss",
        "negotiate",
        "rule",
        "oppose",
        "agree",
        "reach",
        "broker",
        "sign",
        "mediate",
        "consider",
        "suggest",
        "achieve",
        "secure",
        "support",
        "back",
        "need",
        "insist",
    ]
)
"""Verbs under which a truce is a wish, an answer or an agreement."""


def find(clauses: Clauses, speech: tuple[SpeechFrame, ...]) -> Iterable[Candidate]:
    """Events in the life of a truce, by verb, by event noun, by "despite", and halts of operations."""
    words = lexicon("ceasefire")
    for ref in clauses.refs():
        upos = clauses.word(ref).upos
        if upos in {"NOUN", "PROPN"} and is_truce(clauses, words, ref):
            yield from _truce(clauses, words, ref)
        elif upos == "VERB" and clauses.lemma(ref) in words.words("halt", "VERB"):
            yield from _halt(clauses, words, ref)


def is_truce(clauses: Clauses, words: Lexicon, ref: WordRef) -> bool:
    """A truce, also as "ceasefire agreement", "cessation of hostilities", "pause in the fighting"."""
    lemma = clauses.lemma(ref)
    truce, hostilities = words.words("truce", "NOUN"), words.words("hostilities", "NOUN")
    if lemma in truce:
        return clauses.label(ref) not in {"compound", "flat"} or not _stands_for_truce(clauses, words, ref)
    if lemma in words.words("deal", "NOUN"):
        return any(clauses.lemma(w) in truce for w in clauses.children(ref, "compound", "amod", "nmod"))
    if lemma in {"cessation", "suspension", "halt", "pause", "stoppage", "freeze"}:
        of = clauses.obliques(ref, "of", "in", "to", "on")
        return any(clauses.lemma(w) in hostilities for w in of) or (
            lemma == "pause"
            and any(
                clauses.lemma(w) in {"humanitarian", "combat", "ceasefire"} for w in clauses.children(ref)
            )
        )
    return False


def _stands_for_truce(clauses: Clauses, words: Lexicon, ref: WordRef) -> bool:
    """Whether the head over a modifier *ceasefire* names the truce itself, or something else altogether (talks, monitors)."""
    head = clauses.head(ref)
    return head is None or clauses.lemma(head) not in NOMINAL_EVENTS


# ------------------------------------------------------------ truce as a noun


def _truce(clauses: Clauses, words: Lexicon, truce: WordRef) -> Iterator[Candidate]:
    own = who.of_noun(clauses, truce)
    nominal = _nominal_event(clauses, truce)
    if nominal is not None:
        yield from _nominal(clauses, truce, nominal, own)
        return
    if clauses.label(truce) == "compound":
        return
    verb, place = _over(clauses, truce)
    preposition = clauses.preposition(truce)
    if preposition in DESPITE:
        yield from _despite(clauses, truce, own)
        return
    if verb is None:
        yield _candidate("ceasefire.name", truce, truce, own, (), "in_force", None, 0.4)
        return
    event, rule = _event_of(clauses, words, verb, place, truce)
    if event is None:
        score = 0.4 if clauses.lemma(verb) in WANTED or preposition in {"for", "to"} else FAINT
        doers = who.of_verb(clauses, verb).parties if who.count_actors(clauses, own.parties) < 2 else ()
        during = preposition in {"in", "during", "under", "amid", "since", "as part of"}
        yield _candidate(
            "ceasefire.during" if during else "ceasefire.name",
            truce,
            truce,
            who.together(own, Participants(doers)),
            (),
            "in_force",
            None,
            score if during else 0.4,
        )
        return
    doers = clauses.agents(verb) if place in {"obj", "nsubj:pass", "acl", "obl"} else ()
    parties = who.together(
        own, Participants(clauses.obliques(verb, *who.TOGETHER), who.of_verb(clauses, verb).third_parties)
    )
    yield _with_doers(clauses, f"ceasefire.{rule}", truce, parties, doers, event, None, PLAIN)


def _over(clauses: Clauses, truce: WordRef) -> tuple[WordRef | None, str]:
    """The verb that carries the truce; over a nominal the nominal's verb is no carrier."""
    verb, place = who.carrier(clauses, truce)
    if verb is None and (head := clauses.head(truce)) is not None and clauses.label(truce) == "nsubj":
        return head, "nsubj"
    if verb is not None and place == "acl":
        head = clauses.head(truce)
        if head is not None and clauses.word(head).upos == "VERB":
            return head, clauses.label(truce).partition(":")[0]
    return verb, place


def _event_of(
    clauses: Clauses, words: Lexicon, verb: WordRef, place: str, truce: WordRef
) -> tuple[str | None, str]:
    """What the verb says of the truce, and the name of the rule."""
    term = verb_term(clauses, verb)
    passive = place == "nsubj" and clauses.is_passive(verb)
    order: tuple[str, ...]
    if place == "nsubj" and not passive:
        if term in {"take", "come", "go", "enter", "be"} and not _takes_effect(clauses, verb):
            return None, ""
        order = ("expire", "collapse", "begin")
    elif place in {"obj", "nsubj:pass", "acl"} or passive:
        order = ("declare", "extend", "violate", "collapse", "observe")
    else:
        order = (
            ("observe", "violate", "collapse")
            if term in {"abide", "adhere", "comply", "withdraw", "walk"}
            else ()
        )
    for sense in order:
        for key in (term, clauses.lemma(verb)):
            event = words.words(sense, "VERB").get(key)
            if event is not None:
                return event, f"{sense}_truce"
    return None, ""


def _takes_effect(clauses: Clauses, verb: WordRef) -> bool:
    phrases = (*clauses.objects(verb), *clauses.obliques(verb), *clauses.children(verb, "xcomp", "advmod"))
    return any(clauses.lemma(w) in EFFECT for w in phrases)


def _despite(clauses: Clauses, truce: WordRef, own: Participants) -> Iterator[Candidate]:
    """ "Shelling went on despite the truce": a breach, by whoever acts in the clause."""
    verb = clauses.predicate_above(truce)
    if verb is None:
        return
    doers = tuple(w for w in clauses.agents(verb) if clauses.annotated.actors_at(w))
    score = LIKELY if who.count_actors(clauses, doers) == 1 else WEAK
    if clauses.lemma(verb) in {"say", "announce", "agree", "meet", "release", "hold", "free", "urge", "warn"}:
        score = 0.4
    parties = who.together(own, Participants(doers))
    yield _candidate(
        "ceasefire.despite", truce, truce, parties, doers if len(doers) == 1 else (), "violated", None, score
    )


def _nominal_event(clauses: Clauses, truce: WordRef) -> WordRef | None:
    """The event noun over the truce: "violation of the truce", "ceasefire extension"."""
    head = clauses.head(truce)
    if head is None or clauses.lemma(head) not in NOMINAL_EVENTS or clauses.word(head).upos == "VERB":
        return None
    if clauses.label(truce) == "compound" or clauses.preposition(truce) in {"of", "to"}:
        return head
    return None


def _nominal(clauses: Clauses, truce: WordRef, noun: WordRef, own: Participants) -> Iterator[Candidate]:
    event = NOMINAL_EVENTS[clauses.lemma(noun)]
    around = who.together(own, Participants((*clauses.obliques(noun, "between", "with"),)))
    doers = (*clauses.possessors(noun), *clauses.obliques(noun, "by", "from"))
    doers = (*doers, *(w for w in clauses.modifiers(noun) if w != truce))
    if event == "violated":
        yield from _violation(clauses, truce, noun, around, doers)
    else:
        verb, _ = who.carrier(clauses, noun)
        if verb is not None and event in ONE_SIDED and not doers:
            doers = clauses.agents(verb)
        yield _with_doers(clauses, "ceasefire.nominal", noun, around, doers, event, None, WEAK)


def _violation(
    clauses: Clauses, truce: WordRef, noun: WordRef, around: Participants, doers: tuple[WordRef, ...]
) -> Iterator[Candidate]:
    verb = clauses.predicate_above(noun)
    accusers: tuple[WordRef, ...] = ()
    if verb is not None and clauses.lemma(verb) in lexicon("ceasefire").words("accuse", "VERB"):
        accusers = clauses.agents(verb)
        doers = doers or clauses.patients(verb)
    elif verb is not None and clauses.preposition(noun) == "in" and not doers:
        doers = tuple(w for w in clauses.agents(verb) if clauses.annotated.actors_at(w))
    status = "alleged" if accusers else None
    parties = who.together(around, Participants((*accusers, *doers)))
    one = doers if who.count_actors(clauses, doers) == 1 else ()
    yield _candidate("ceasefire.violation", noun, noun, parties, one, "violated", status, LIKELY)


# ------------------------------------------------------------ halts


def _halt(clauses: Clauses, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """ "Suspended its operations", "will cease fire": one side's halt of fighting."""
    hostilities = words.words("hostilities", "NOUN")
    halted = [
        w
        for w in (*clauses.patients(verb), *clauses.children(verb, "xcomp"))
        if clauses.lemma(w) in hostilities or clauses.lemma(w) in {"fight", "fighting"}
    ]
    agents = clauses.agents(verb)
    if not halted or not who.count_actors(clauses, agents):
        return
    score = WEAK if clauses.lemma(verb) in {"halt", "suspend", "cease", "pause"} else 0.4
    yield _with_doers(clauses, "ceasefire.halt", verb, Participants(), agents, "declared", None, score)


# ------------------------------------------------------------ shared


def _with_doers(
    clauses: Clauses,
    rule: str,
    predicate: WordRef,
    found: Participants,
    doers: tuple[WordRef, ...],
    event: str,
    status: str | None,
    score: float,
) -> Candidate:
    """One doer is `by`; several that do it together are the parties."""
    single = who.count_actors(clauses, doers) == 1 and event in ONE_SIDED
    parties = found.with_parties(*doers) if not single or found.parties else found
    return _candidate(rule, predicate, predicate, parties, doers if single else (), event, status, score)


def _candidate(
    rule: str,
    predicate: WordRef,
    scope: WordRef,
    found: Participants,
    by: tuple[WordRef, ...],
    event: str,
    status: str | None,
    score: float,
) -> Candidate:
    roles = {"parties": found.parties, "third_parties": found.third_parties}
    if by:
        roles["by"] = by
    return Candidate(
        kind=Kind.CEASEFIRE,
        rule=rule,
        predicate=predicate,
        roles=roles,
        status=status,
        own=event,
        score=score,
    )
