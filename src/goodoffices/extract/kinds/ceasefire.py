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
from dataclasses import replace
from typing import TYPE_CHECKING

from goodoffices.extract.attribution import frames_over, sources_of
from goodoffices.extract.grammar import participants as who
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, own_of_verb, verb_term, word_class
from goodoffices.extract.grammar.participants import Participants
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import MentionKind, WordRef

if TYPE_CHECKING:
    from goodoffices.extract.attribution import SpeechFrame

PLAIN = 1.0
LIKELY = 0.8
WEAK = 0.6
FAINT = 0.5
DOUBTFUL = 0.3
"""Scores by how much the construction itself says what happened to the truce."""

EFFECT = word_class("ceasefire", "effect", "NOUN")
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
    "contravention": "violated",
    "breaking": "violated",
}
PAUSES = word_class("ceasefire", "halt", "NOUN")
PARTS = word_class("ceasefire", "part", "NOUN")
NEEDS_EFFECT = word_class("ceasefire", "needs_effect", "VERB")
PEACEFUL = word_class("ceasefire", "peaceful", "VERB")
DESPITE = frozenset({"despite", "in spite of", "notwithstanding"})
BREACHING = word_class("ceasefire", "breach", "VERB")
ONE_SIDED = frozenset({"declared", "extended", "violated", "collapsed", "expired"})
WANTED = word_class("ceasefire", "wanted", "VERB")
"""Verbs under which a truce is a wish, an answer or an agreement."""


def find(clauses: Clauses, speech: tuple[SpeechFrame, ...]) -> Iterable[Candidate]:
    """Events in the life of a truce, by verb, by event noun, by "despite", and halts of operations."""
    for candidate in _found(clauses, lexicon("ceasefire")):
        candidate = _by_the_speaker(clauses, speech, candidate)
        if candidate.own == "violated" and not candidate.status:
            if sources_of(clauses.annotated, speech, candidate.predicate):
                candidate = replace(candidate, status="alleged")
        yield candidate


def _by_the_speaker(clauses: Clauses, speech: tuple[SpeechFrame, ...], candidate: Candidate) -> Candidate:
    """ "The group announces that it will end its truce": where *it* is left open, the speaker is meant."""
    verb = candidate.predicate
    if candidate.roles.get("by") or candidate.own not in ONE_SIDED - {"violated"} or clauses.word(verb).upos != "VERB":
        return candidate
    doers = clauses.agents(verb)
    if not doers or any(clauses.annotated.actors_at(w) for w in doers):
        return candidate
    frames = frames_over(speech, verb)
    if not frames or not all(clauses.lemma(w) in {"it", "they", "he", "she", "we"} for w in doers):
        return candidate
    return replace(candidate, roles={**candidate.roles, "by": tuple(frames[0].speakers)})


def _found(clauses: Clauses, words: Lexicon) -> Iterator[Candidate]:
    for ref in clauses.refs():
        if clauses.word(ref).upos == "VERB" and clauses.lemma(ref) in words.words("halt", "VERB"):
            yield from _halt(clauses, words, ref)
        elif who.is_nominal(clauses, ref) and is_truce(clauses, words, ref):
            yield from _truce(clauses, words, ref)
        elif clauses.lemma(ref) in NOMINAL_EVENTS and _of_the_truce(clauses, words, ref):
            yield from _bare_event(clauses, ref)


def is_truce(clauses: Clauses, words: Lexicon, ref: WordRef) -> bool:
    """A truce, also as "ceasefire agreement", "cessation of hostilities", "pause in the fighting"."""
    lemma = clauses.lemma(ref)
    truce, hostilities = words.words("truce", "NOUN"), words.words("hostilities", "NOUN")
    if lemma in truce:
        return clauses.label(ref) not in {"compound", "flat"} or _nominal_event(clauses, ref) is not None
    if lemma in words.words("deal", "NOUN"):
        if any(clauses.lemma(w) in truce for w in clauses.children(ref, "compound", "amod", "nmod")):
            return True
        return _broken_deal(clauses, words, ref)
    if lemma in PAUSES:
        return (
            any(clauses.lemma(w) in hostilities for w in clauses.obliques(ref, "of", "in", "to", "on"))
            or (lemma == "pause" and any(clauses.lemma(w) in {"humanitarian", "combat"} for w in clauses.children(ref)))
            or (lemma == "pause" and _is_known(clauses, words, ref))
        )
    return False


def _is_known(clauses: Clauses, words: Lexicon, pause: WordRef) -> bool:
    """A bare "the pause" in a document that speaks of a truce."""
    definite = any(clauses.lemma(w) in {"the", "this"} for w in clauses.children(pause, "det"))
    bare = not clauses.obliques(pause, "of", "in", "to", "on")
    return definite and bare and any(lemma in clauses.by_lemma for lemma in words.words("truce", "NOUN"))


def _broken_deal(clauses: Clauses, words: Lexicon, deal: WordRef) -> bool:
    """A bare *agreement* that is said to be violated, in a document that speaks of a truce."""
    verb, place = who.carrier(clauses, deal)
    over = clauses.head(deal)
    violated = verb is not None and place in {"obj", "nsubj:pass"} and clauses.lemma(verb) in BREACHING
    nominal = over is not None and NOMINAL_EVENTS.get(clauses.lemma(over)) == "violated"
    return (violated or nominal) and any(lemma in clauses.by_lemma for lemma in words.words("truce", "NOUN"))


# ------------------------------------------------------------ truce as a noun


def _truce(clauses: Clauses, words: Lexicon, truce: WordRef) -> Iterator[Candidate]:
    own = who.of_noun(clauses, truce)
    if not own.parties and not clauses.annotated.sides:
        own = own.with_parties(*clauses.obliques(truce, "in"))
    nominal = _nominal_event(clauses, truce)
    if nominal is not None:
        yield from _nominal(clauses, truce, nominal, own)
        return
    whole = _whole(clauses, truce)
    if clauses.preposition(whole) in DESPITE:
        yield from _despite(clauses, whole, own)
        return
    standing = _stands(clauses, whole)
    if standing is not None:
        yield _candidate("ceasefire.stands", clauses.head(whole) or whole, own, (), standing, None, LIKELY)
        return
    told = False
    for verb, place in (_over(clauses, whole), *_relatives(clauses, truce)):
        event, rule = _event_of(clauses, words, verb, place) if verb is not None else (None, "")
        if verb is not None and event is not None:
            told = True
            yield from _happens(clauses, whole, verb, place, event, rule, own)
    if not told:
        yield from _named(clauses, whole, _over(clauses, whole)[0], own)


def _stands(clauses: Clauses, truce: WordRef) -> str | None:
    """What a copula says of the truce: "has been in force since May", "is over"."""
    head = clauses.head(truce)
    if head is None or clauses.label(truce) != "nsubj" or clauses.word(head).upos == "VERB":
        return None
    if clauses.lemma(head) in EFFECT and clauses.preposition(head) == "in":
        return "in_force"
    return {"over": "expired", "dead": "collapsed", "finished": "expired"}.get(clauses.lemma(head))


def _relatives(clauses: Clauses, truce: WordRef) -> Iterator[tuple[WordRef, str]]:
    """Verbs of clauses on the truce: "a truce which began in May", "the ceasefire declared by both"."""
    for verb in clauses.children(truce, "acl", "acl:relcl"):
        if clauses.word(verb).upos != "VERB" or clauses.word(verb).feats.get("VerbForm") == "Inf":
            continue
        below = clauses.children(verb, "xcomp")
        if below and clauses.lemma(verb) in {"expect", "set", "schedule", "suppose", "appear", "seem"}:
            yield below[0], "nsubj:pass" if clauses.is_passive(below[0]) else "nsubj"
        elif clauses.is_passive(verb):
            yield verb, "acl"
        elif any(clauses.lemma(w) in {"which", "that"} for w in clauses.children(verb, "nsubj")):
            yield verb, "nsubj"
        elif clauses.label(verb) == "acl:relcl":
            yield verb, "obj"
        else:
            yield verb, "nsubj"


def _whole(clauses: Clauses, truce: WordRef) -> WordRef:
    """The noun that tells a part or term of the truce, in its place: "the first phase of the ceasefire ends"."""
    head = clauses.head(truce)
    if head is not None and clauses.lemma(head) in PARTS and clauses.preposition(truce) == "of":
        return head
    return truce


def _over(clauses: Clauses, truce: WordRef) -> tuple[WordRef | None, str]:
    """The verb that tells of the truce: not "appears" but "collapse" in "appears to collapse"."""
    stranded = who.stranded_verb(clauses, truce)
    if stranded is not None:
        return stranded, "nsubj:pass" if clauses.is_passive(stranded) else "nsubj"
    verb, place = who.carrier(clauses, truce)
    if place == "acl":
        return None, ""
    if verb is not None and place in {"nsubj", "nsubj:pass"}:
        for below in clauses.children(verb, "xcomp"):
            if clauses.word(below).upos == "VERB" and not clauses.objects(verb):
                return below, "nsubj:pass" if clauses.is_passive(below) else "nsubj"
    return verb, place


def _event_of(clauses: Clauses, words: Lexicon, verb: WordRef, place: str) -> tuple[str | None, str]:
    """What the verb says of the truce, and the name of the rule."""
    term = verb_term(clauses, verb)
    order: tuple[str, ...]
    if place == "nsubj" and not clauses.is_passive(verb):
        if term == "come" and any(clauses.annotated.mention(MentionKind.TIME, w) for w in clauses.clause(verb)):
            return "in_force", "begin_truce"
        if term in NEEDS_EFFECT and not _takes_effect(clauses, verb):
            return None, ""
        order = ("expire", "collapse", "begin")
    elif place in {"obj", "nsubj:pass", "acl", "nsubj"}:
        order = ("declare", "extend", "violate", "collapse", "observe")
    else:
        order = ("observe", "violate", "collapse") if term in {"abide", "adhere", "comply", "withdraw"} else ()
    for sense in order:
        event = own_of_verb(clauses, words, verb, sense)
        if event is not None:
            return event, f"{sense}_truce"
    return None, ""


def _takes_effect(clauses: Clauses, verb: WordRef) -> bool:
    phrases = (*clauses.objects(verb), *clauses.obliques(verb), *clauses.children(verb, "xcomp", "advmod"))
    return any(clauses.lemma(w) in EFFECT for w in phrases)


def _happens(
    clauses: Clauses, truce: WordRef, verb: WordRef, place: str, event: str, rule: str, own: Participants
) -> Iterator[Candidate]:
    doers = clauses.agents(verb) if place != "nsubj" else ()
    if place == "nsubj" and clauses.is_passive(verb):
        doers = clauses.obliques(verb, "by")
    helpers = who.of_verb(clauses, verb).third_parties
    around = who.together(own, Participants(clauses.obliques(verb, *who.TOGETHER), helpers))
    if event == "violated":
        yield from _breach(clauses, verb, verb, around, who.stand_ins(clauses, doers), f"ceasefire.{rule}")
        return
    score = _unless_wanted(clauses, verb, PLAIN)
    yield _with_doers(clauses, f"ceasefire.{rule}", verb, around, doers, event, score)


def _named(clauses: Clauses, truce: WordRef, verb: WordRef | None, own: Participants) -> Iterator[Candidate]:
    """A truce that is only named: in force, where the text speaks of its time."""
    during = clauses.preposition(truce) in {"during", "under", "amid", "amidst", "since"}
    doers = who.of_verb(clauses, verb).parties if verb and who.count_actors(clauses, own.parties) < 2 else ()
    doers = tuple(w for w in doers if during and clauses.annotated.actors_at(w))
    found = who.together(own, Participants(doers))
    rule = "ceasefire.during" if during else "ceasefire.name"
    yield _candidate(rule, truce, found, (), "in_force", None, FAINT if during else 0.4)


def _despite(clauses: Clauses, truce: WordRef, own: Participants) -> Iterator[Candidate]:
    """ "Shelling went on despite the truce": a breach, by whoever acts in the clause."""
    verb = clauses.predicate_above(truce)
    if verb is not None and clauses.label(truce) in {"nsubj", "nsubj:pass"}:
        verb = clauses.predicate_above(verb)
    if verb is None:
        doers = who.stand_ins(clauses, (_top(clauses, truce),))
        found = who.together(own, Participants(doers))
        yield _candidate("ceasefire.despite", truce, found, doers, "violated", None, FAINT)
        return
    doers = who.stand_ins(clauses, clauses.agents(verb)) or who.stand_ins(clauses, clauses.subjects(verb))
    if clauses.lemma(verb) == "accuse":
        doers = who.stand_ins(clauses, clauses.patients(verb))
    score = LIKELY if who.count_actors(clauses, doers) == 1 else WEAK
    if clauses.lemma(verb) in PEACEFUL:
        score = 0.4
    yield _candidate("ceasefire.despite", truce, who.together(own, Participants(doers)), doers, "violated", None, score)


def _top(clauses: Clauses, ref: WordRef) -> WordRef:
    """The word on which the whole sentence hangs."""
    while (head := clauses.head(ref)) is not None:
        ref = head
    return ref


# ------------------------------------------------------------ event nouns and breaches


def _nominal_event(clauses: Clauses, truce: WordRef) -> WordRef | None:
    """The event noun over the truce: "violation of the truce", "ceasefire extension", "the terms of the truce"."""
    head = clauses.head(truce)
    if head is None or clauses.lemma(head) not in NOMINAL_EVENTS or clauses.word(head).upos == "VERB":
        return None
    if clauses.label(truce) == "compound" or clauses.preposition(truce) in {"of", "to", "in"}:
        return head
    return None


def _nominal(clauses: Clauses, truce: WordRef, noun: WordRef, own: Participants) -> Iterator[Candidate]:
    event = NOMINAL_EVENTS[clauses.lemma(noun)]
    around = who.together(own, Participants(clauses.obliques(noun, "between", "with")))
    doers = (*clauses.possessors(noun), *clauses.obliques(noun, "by", "from"), *clauses.obliques(truce, "by"))
    doers = (*doers, *(w for w in clauses.modifiers(noun) if w != truce))
    doers = tuple(w for w in doers if clauses.annotated.actors_at(w))
    if event == "violated":
        verb = clauses.predicate_above(noun)
        if not doers and verb is not None and clauses.preposition(noun) == "in":
            doers = who.stand_ins(clauses, clauses.agents(verb))
        yield from _breach(clauses, noun, verb or noun, around, doers, "ceasefire.violation")
        return
    verb, place = who.carrier(clauses, noun)
    if verb is not None and place in {"obj", "nsubj:pass"} and event in ONE_SIDED and not doers:
        doers = clauses.agents(verb)
    score = DOUBTFUL if verb is not None and clauses.lemma(verb) in WANTED else WEAK if event != "in_force" else FAINT
    yield _with_doers(clauses, "ceasefire.nominal", noun, around, doers, event, score)


def _breach(
    clauses: Clauses,
    predicate: WordRef,
    verb: WordRef,
    around: Participants,
    doers: tuple[WordRef, ...],
    rule: str,
) -> Iterator[Candidate]:
    """A breach, with its accuser: "A accused B of violating the truce"; mutual accusations are two facts."""
    accusing = _accusation(clauses, predicate)
    accusers, accused = (clauses.agents(accusing), clauses.patients(accusing)) if accusing else ((), ())
    if accusing is not None and _each_other(clauses, accused):
        both = who.together(around, Participants(accusers))
        yield _candidate(rule, predicate, both, (), "violated", "alleged", LIKELY, mutual=accusers)
        return
    if accusing is not None:
        doers = who.stand_ins(clauses, accused) or doers
    status = "alleged" if accusers else None
    parties = who.together(around, Participants((*accusers, *doers)))
    yield _candidate(rule, predicate, parties, doers, "violated", status, LIKELY, accusers or None)


def _accusation(clauses: Clauses, predicate: WordRef) -> WordRef | None:
    """The verb of accusing over a breach."""
    above = clauses.predicate_above(predicate)
    accuse = lexicon("ceasefire").words("accuse", "VERB")
    if above is not None and clauses.lemma(above) in {"trade", "exchange"}:
        return above if any(clauses.lemma(w) == "accusation" for w in clauses.patients(above)) else None
    return above if above is not None and clauses.lemma(above) in accuse else None


def _each_other(clauses: Clauses, refs: tuple[WordRef, ...]) -> bool:
    return any(clauses.lemma(ref) in {"other", "another", "each", "accusation"} for ref in refs)


def _of_the_truce(clauses: Clauses, words: Lexicon, noun: WordRef) -> bool:
    """Whether a bare *violation* or *extension* can only be that of the truce that the document speaks of."""
    if clauses.lemma(noun) not in {"violation", "breach", "extension"} or clauses.word(noun).upos != "NOUN":
        return False
    if clauses.obliques(noun, "of", "to") or clauses.children(noun, "compound"):
        return False
    return any(lemma in clauses.by_lemma for lemma in words.words("truce", "NOUN"))


def _bare_event(clauses: Clauses, noun: WordRef) -> Iterator[Candidate]:
    """ "Beirut counts thousands of violations", "had committed violations", "the extension began"."""
    verb, place = who.carrier(clauses, noun)
    own = Participants(clauses.obliques(noun, *who.TOGETHER))
    doers = who.stand_ins(clauses, (*clauses.possessors(noun), *clauses.obliques(noun, "by", "from")))
    if NOMINAL_EVENTS[clauses.lemma(noun)] == "extended":
        if verb is not None and place == "nsubj" and clauses.lemma(verb) in {"begin", "start", "run", "take", "come"}:
            yield _candidate("ceasefire.bare_event", noun, own, (), "extended", None, WEAK)
        return
    accusers: tuple[WordRef, ...] = ()
    if verb is not None and place == "obj" and not doers:
        agents = clauses.agents(verb)
        if clauses.lemma(verb) in {"commit", "carry", "make"}:
            doers = who.stand_ins(clauses, agents)
        else:
            accusers = tuple(w for w in agents if clauses.annotated.actors_at(w))
    one = doers if who.count_actors(clauses, doers) == 1 else ()
    parties = who.together(own, Participants((*accusers, *doers)))
    status = "alleged" if accusers else None
    yield _candidate("ceasefire.bare_event", noun, parties, one, "violated", status, FAINT, accusers or None)


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
    score = _unless_wanted(clauses, verb, score)
    yield _with_doers(clauses, "ceasefire.halt", verb, Participants(), agents, "declared", score)


# ------------------------------------------------------------ shared


def _only_wanted(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the event is only asked for, offered or refused: "urged Putin to declare a truce"."""
    above = clauses.governor(verb)
    if above is None or clauses.lemma(above) not in WANTED:
        return False
    infinitive = clauses.word(verb).feats.get("VerbForm") == "Inf"
    return clauses.label(verb) in {"xcomp", "ccomp"} or (clauses.label(verb) in {"advcl", "acl"} and infinitive)


def _unless_wanted(clauses: Clauses, verb: WordRef, score: float) -> float:
    """The score of an event, less where it is agreed on, least where it is only wanted."""
    if not _only_wanted(clauses, verb):
        return score
    above = clauses.governor(verb)
    return min(score, WEAK) if above is not None and clauses.lemma(above) == "agree" else DOUBTFUL


def _with_doers(
    clauses: Clauses,
    rule: str,
    predicate: WordRef,
    found: Participants,
    doers: tuple[WordRef, ...],
    event: str,
    score: float,
) -> Candidate:
    """One doer is `by`; several that do it together are the parties."""
    single = who.count_actors(clauses, doers) == 1 and event in ONE_SIDED
    alone = single and not who.count_actors(clauses, found.parties)
    parties = found if alone else found.with_parties(*doers)
    return _candidate(rule, predicate, parties, doers if single else (), event, None, score)


def _candidate(
    rule: str,
    predicate: WordRef,
    found: Participants,
    by: tuple[WordRef, ...],
    event: str,
    status: str | None,
    score: float,
    sources: tuple[WordRef, ...] | None = None,
    mutual: tuple[WordRef, ...] = (),
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
        sources=sources,
        mutual=mutual,
    )
