"""MEETING: persons or sides of a process meet, talk, call, confer or visit; or they were to and did not.

Definition: an encounter between sides of a process, between a side and a third party, or between third
parties on the process. `form` is talks, summit, meeting, call or visit; `round` the number that the
text gives.

Counts: rounds and sessions; summits; proximity talks; phone calls between principals; visits for
talks; encounters that are planned, possible, proposed, put off, called off or missed.
Does not count: a speech to reporters; a party congress; the process as a whole stalling or resuming
(process_change); the offer of a meeting as an act (proposal with issue PRO, told beside the meeting).

Nearest neighbours: process_change (the process, not one encounter), proposal (the offer to meet),
mediation (the third party's role, told beside the meeting).

External codes: PLOVER CONSULT; CAMEO 036, 04; PA-X process stages "pre-negotiation", "framework".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.extract.factuality import reality_of
from goodoffices.extract.grammar import participants as who
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, own_of_verb, senses_of_verb, verb_term, word_class
from goodoffices.extract.grammar.ordinals import number_of
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
"""Scores by how much the construction itself says that people met."""

DURING = frozenset(
    {
        "in",
        "during",
        "at",
        "after",
        "following",
        "before",
        "for",
        "ahead of",
        "on",
        "to",
        "from",
        "into",
        "via",
    }
)
CALL_WORDS = word_class("meeting", "call_word", "NOUN")
ONGOING = word_class("meeting", "ongoing", "ADJ")
PAST = word_class("meeting", "past", "ADJ")
UPCOMING = word_class("meeting", "upcoming", "ADJ")
AFTERWARDS = frozenset({"after", "following", "since", "during"})
NUMBERED = word_class("meeting", "numbered", "NOUN")
LENGTHS = word_class("meeting", "length", "NOUN")
PARTNERS = word_class("meeting", "partner", "NOUN")
SITTINGS = word_class("meeting", "sitting", "NOUN")
BODIES = word_class("meeting", "body", "NOUN")
"""Bodies that sit by themselves."""

OF_PROCESS = word_class("meeting", "of_process", "ADJ")
"""Words that make talks those of a peace process."""

NOT_EVENTS = frozenset({"compound", "flat", "goeswith", "amod"})


def find(clauses: Clauses, speech: tuple[SpeechFrame, ...]) -> Iterable[Candidate]:
    """Meetings told by nouns ("talks were held") and by verbs ("the leaders met")."""
    words = lexicon("meeting")
    taken: set[WordRef] = set()
    for candidate in _verbs(clauses, words):
        taken.update(_inner_nouns(clauses, candidate.predicate, words))
        yield candidate
    for candidate in _nouns(clauses, words):
        if candidate.predicate not in taken:
            yield candidate


# ------------------------------------------------------------ nouns


def _nouns(clauses: Clauses, words: Lexicon) -> Iterator[Candidate]:
    events, rounds = words.words("event", "NOUN"), words.words("round", "NOUN")
    for ref in clauses.refs():
        word, lemma = clauses.word(ref), clauses.lemma(ref)
        if not who.is_nominal(clauses, ref) or word.deprel in NOT_EVENTS:
            continue
        if (lemma == "call" and not _is_phone_call(clauses, ref)) or word.form.lower() == "talk":
            continue
        inner = _talks_of_round(clauses, ref, words)
        bare = lemma in {"round", "cycle"} and number_of(clauses, ref) and not clauses.obliques(ref, "of")
        if lemma in rounds and (inner or bare):
            form = events.get(clauses.lemma(inner[0])) if inner else "talks"
            yield _event(clauses, words, ref, form, inner)
        elif lemma in events and not _in_round(clauses, ref, rounds):
            yield _event(clauses, words, ref, events[lemma], ())


def _talks_of_round(clauses: Clauses, ref: WordRef, words: Lexicon) -> tuple[WordRef, ...]:
    events = words.words("event", "NOUN")
    inner = [w for w in clauses.obliques(ref, "of") if clauses.lemma(w) in events]
    inner += [w for w in clauses.children(ref, "compound") if clauses.lemma(w) in events]
    return tuple(inner)


def _in_round(clauses: Clauses, ref: WordRef, rounds: Iterable[str]) -> bool:
    head = clauses.head(ref)
    return head is not None and clauses.lemma(head) in rounds and clauses.preposition(ref) == "of"


def _event(clauses: Clauses, words: Lexicon, noun: WordRef, form: str | None, inner: tuple[WordRef, ...]) -> Candidate:
    found = who.together(*(who.of_noun(clauses, w) for w in (noun, *inner)))
    verb, _ = who.carrier(clauses, noun)
    ended = verb is not None and senses_of_verb(clauses, words, verb) & {"call_off", "put_off", "stay_away"}
    told = _relative(clauses, words, noun) if not ended else None
    if told is not None:
        around, rule, score = _relative_around(clauses, words, told)
    else:
        around, rule, score = _around(clauses, words, noun, found)
    found = who.together(found, around)
    score = _sure(clauses, words, noun, inner, found, rule, score)
    if form == "visit":
        found = found.with_parties(*clauses.obliques(noun, "to", "in"))
    if any(clauses.lemma(w) in CALL_WORDS for w in clauses.children(noun, "compound", "amod")):
        form = "call" if form != "summit" else form
    number = number_of(clauses, noun) if clauses.lemma(noun) in NUMBERED else None
    if number == 1 and clauses.lemma(noun) not in {"round", "session", "cycle"}:
        number = None
    status = _status(clauses, noun, rule) if told is None else None
    places = clauses.obliques(noun, "to", "in", "at") if form == "visit" else None
    return _candidate(
        f"meeting.{rule}", told or noun, found, form, number, score, status, places or _goals(clauses, noun)
    )


def _goals(clauses: Clauses, ref: WordRef) -> tuple[WordRef, ...] | None:
    """Where the journey over an encounter goes, where the encounter has no place itself: "flew to Oslo for talks"."""
    own = [w for w in clauses.clause(ref) if clauses.annotated.mention(MentionKind.PLACE, w)]
    if any(clauses.preposition(w) in {"in", "at", "near"} for w in own):
        return None
    above = clauses.predicate_above(ref) if clauses.word(ref).upos != "VERB" else clauses.governor(ref)
    if above is None or clauses.word(above).upos != "VERB":
        return None
    if clauses.lemma(above) == "visit":
        goals = clauses.objects(above)
    elif clauses.lemma(above) in lexicon("meeting").words("journey", "VERB"):
        goals = clauses.obliques(above, "to", "in", "at", "for")
    else:
        return None
    found = tuple(w for w in goals if clauses.annotated.mention(MentionKind.PLACE, w))
    return found or None


def _relative(clauses: Clauses, words: Lexicon, noun: WordRef) -> WordRef | None:
    """The verb of a relative clause that tells what becomes of the encounter: "talks that open in May"."""
    for verb in clauses.children(noun, "acl:relcl"):
        relatives = {clauses.lemma(w) for w in clauses.children(verb, "nsubj", "nsubj:pass")}
        if relatives & {"which", "that"} and senses_of_verb(clauses, words, verb) & {
            "hold",
            "call_off",
            "put_off",
        }:
            return verb
    return None


def _relative_around(clauses: Clauses, words: Lexicon, verb: WordRef) -> tuple[Participants, str, float]:
    senses = senses_of_verb(clauses, words, verb)
    rule = next((f"{s}_talks" for s in ("call_off", "put_off") if s in senses), "hold_talks")
    others = (
        *clauses.obliques(verb, *who.TOGETHER),
        *(clauses.agents(verb) if clauses.is_passive(verb) else ()),
    )
    return Participants(others, who.of_verb(clauses, verb).third_parties), rule, LIKELY


def _is_phone_call(clauses: Clauses, noun: WordRef) -> bool:
    """A call between people, not for something: "a call with Putin", "a phone call"."""
    if any(clauses.lemma(w) in CALL_WORDS for w in clauses.children(noun, "compound", "amod")):
        return True
    if clauses.obliques(noun, "for"):
        return False
    verb, place = who.carrier(clauses, noun)
    placed = verb is not None and place == "obj" and clauses.lemma(verb) in {"place", "make", "receive", "take"}
    return placed or bool(clauses.obliques(noun, "with", "between"))


def _sure(
    clauses: Clauses,
    words: Lexicon,
    noun: WordRef,
    inner: tuple[WordRef, ...],
    found: Participants,
    rule: str,
    score: float,
) -> float:
    """The score, less where the noun is often something else, names nobody, or tells of a body's own sitting."""
    actors = who.count_actors(clauses, found.parties)
    if actors < 2 and clauses.lemma(noun) in SITTINGS and _sits_alone(clauses, noun):
        return 0.3
    if clauses.lemma(noun) in words.words("weak", "NOUN") and score < PLAIN:
        told = rule in {"hold_talks", "host_talks", "call_off_talks", "put_off_talks"} and _anchored(clauses, noun)
        score = min(score, WEAK) if actors >= 1 and score >= WEAK else FAINT if told else 0.3
    if score > 0.4 and not actors and not _anchored(clauses, noun):
        of_process = any(clauses.lemma(w) in OF_PROCESS for w in clauses.children(noun, "compound", "amod"))
        score = FAINT if of_process or inner or rule in {"hold_talks", "talks_happen"} else 0.4
    if rule == "name_talks" and reality_of(clauses.annotated, noun)[0] in {
        "conditional",
        "hoped",
        "proposed",
    }:
        score = min(score, 0.4)
    return score


def _sits_alone(clauses: Clauses, noun: WordRef) -> bool:
    """Whether the sitting is that of one body: "a meeting of the Cabinet", "a Security Council meeting"."""
    near = (*clauses.obliques(noun, "of"), *clauses.modifiers(noun), *clauses.children(noun, "compound"))
    return any(clauses.lemma(w) in BODIES for w in near) and not clauses.obliques(noun, "with", "between")


def _status(clauses: Clauses, noun: WordRef, rule: str) -> str | None:
    """The status where a word on the noun or its preposition says it: "ongoing talks", "after the meeting"."""
    if rule.startswith(("call_off", "put_off", "say_no", "stay_away", "propose")):
        return None
    above = clauses.head(noun)
    lemmas = {clauses.lemma(w) for w in clauses.children(noun, "amod", "advmod")}
    stands = clauses.lemma(above) if above is not None and clauses.label(noun) == "nsubj" else ""
    if clauses.negation(noun):
        return None
    if lemmas & ONGOING or stands in ONGOING:
        return "ongoing"
    if lemmas & PAST:
        return "held"
    if lemmas & {"possible", "potential"}:
        return "possible"
    if lemmas & UPCOMING or clauses.preposition(noun) in {"before", "prior to"} or _lies_ahead(clauses, noun):
        return "planned"
    if clauses.preposition(noun) in {"amid", "amidst"}:
        return "ongoing"
    if clauses.preposition(noun) in AFTERWARDS and clauses.label(noun) in {"obl", "nmod", "obl:unmarked"}:
        return "held"
    return None


def _lies_ahead(clauses: Clauses, noun: WordRef) -> bool:
    """ "Ahead of the summit", whatever the parse makes of *ahead of*."""
    words = clauses.annotated.sentences[noun.sentence].words
    return any(
        case.word > 0 and words[case.word - 1].form.lower() == "ahead" for case in clauses.children(noun, "case")
    )


def _anchored(clauses: Clauses, noun: WordRef) -> bool:
    """Whether the text says of an encounter without participants when, where, which, or that it was not."""
    verb = clauses.predicate_above(noun)
    near = (*clauses.clause(noun), *(clauses.clause(verb) if verb else ()))
    if any(clauses.annotated.mention(kind, w) for w in near for kind in (MentionKind.TIME, MentionKind.PLACE)):
        return True
    head = clauses.head(noun)
    if head is not None and clauses.lemma(head) in LENGTHS and clauses.preposition(noun) == "of":
        return True
    denied = clauses.negation(noun) or (verb is not None and clauses.negation(verb))
    return bool(denied) or number_of(clauses, noun) is not None


def _around(clauses: Clauses, words: Lexicon, noun: WordRef, found: Participants) -> tuple[Participants, str, float]:
    """Participants from the verb that carries the noun, the rule's name and its score."""
    verb, place = who.carrier(clauses, noun)
    if verb is None:
        return Participants(), "name_talks", WEAK if who.count_actors(clauses, found.parties) < 2 else LIKELY
    senses = senses_of_verb(clauses, words, verb)
    doers = clauses.agents(verb) if place != "nsubj" else ()
    others = clauses.obliques(verb, *who.TOGETHER)
    helpers = who.of_verb(clauses, verb).third_parties
    if "host" in senses and place in {"obj", "nsubj:pass", "acl"}:
        return Participants(others, (*doers, *helpers)), "host_talks", PLAIN
    explicit = who.count_actors(clauses, (*found.parties, *others))
    if place in {"obj", "nsubj:pass", "acl"}:
        for sense in ("call_off", "put_off", "stay_away", "say_no", "propose"):
            if sense in senses:
                mine = doers if explicit < 2 else ()
                return Participants((*mine, *others), helpers), f"{sense}_talks", LIKELY
    if "interrupt" in senses and not senses & {"hold", "together"}:
        return Participants((*(doers if explicit < 2 else ()), *others), helpers), "interrupt_talks", 0.4
    if "hold" in senses or "together" in senses:
        mine = doers if place != "obl" or explicit < 2 else ()
        return Participants((*mine, *others), helpers), "hold_talks", PLAIN
    if place == "obl" and explicit == 1 and clauses.preposition(noun) in DURING:
        return Participants((*doers, *others), helpers), "during_talks", LIKELY
    if place == "nsubj":
        return Participants(others, helpers), "talks_happen", LIKELY
    return Participants((), helpers), "name_talks", LIKELY if explicit >= 2 else WEAK


# ------------------------------------------------------------ verbs


def _verbs(clauses: Clauses, words: Lexicon) -> Iterator[Candidate]:
    for ref in clauses.refs():
        if clauses.word(ref).upos != "VERB":
            continue
        term = verb_term(clauses, ref)
        senses = senses_of_verb(clauses, words, ref)
        if "together" in senses:
            yield from _together(clauses, words, ref, term)
        elif "contact" in senses:
            yield from _contact(clauses, words, ref, term)
        elif "gather_others" in senses or (term == "bring" and _adverb(clauses, ref, "together")):
            found = Participants(clauses.patients(ref), clauses.agents(ref))
            yield _candidate("meeting.bring_together", ref, found, "talks", None, LIKELY)
        elif "debate" in senses:
            yield from _debate(clauses, ref)
        elif "journey" in senses:
            yield from _journey(clauses, ref)


def _together(clauses: Clauses, words: Lexicon, verb: WordRef, term: str) -> Iterator[Candidate]:
    """ "A and B met", "A met B", "A talked to B", "they sat down with B"."""
    if term == "meet" and clauses.is_passive(verb) and not who.count_actors(clauses, clauses.obliques(verb, "by")):
        return
    found = who.of_verb(clauses, verb, objects=term == "meet")
    things = clauses.patients(verb) if term == "meet" else clauses.objects(verb)
    if things and _are_things(clauses, things):
        return
    subjects = who.count_actors(clauses, clauses.subjects(verb))
    if term == "negotiate" and (clauses.is_passive(verb) or _wished(clauses, verb)):
        score = 0.4
    elif term in {"talk", "speak"}:
        found = found.with_parties(*_heard(clauses, verb))
        score = _talking(clauses, verb, term, found)
    elif term in {"gather", "assemble", "convene", "bargain", "sit", "negotiate"}:
        actors = who.count_actors(clauses, found.parties)
        score = 0.4 if not actors or clauses.objects(verb) else LIKELY if actors >= 2 else FAINT
        joined = clauses.obliques(verb, "with") or _adverb(clauses, verb, "together") or _adverb(clauses, verb, "down")
        if term == "sit" and joined and actors:
            score = WEAK
        elif term == "sit" or (term in {"gather", "assemble"} and actors < 2):
            score = 0.4
    else:
        score = PLAIN if who.count_actors(clauses, found.parties) >= 2 else LIKELY if subjects else WEAK
        if not subjects and not _anchored(clauses, verb):
            score = 0.4
    form = own_of_verb(clauses, words, verb, "together")
    inner = next(_inner_nouns(clauses, verb, words), None)
    if inner is not None:
        form = words.words("event", "NOUN").get(clauses.lemma(inner)) or form
        found = who.together(found, who.of_noun(clauses, inner))
    number = number_of(clauses, inner) if inner else None
    yield _candidate("meeting.meet", verb, found, form, number, score, places=_goals(clauses, verb))


def _wished(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the verb is only wished, refused or conditional."""
    return reality_of(clauses.annotated, verb)[0] in {"negated", "hoped", "conditional", "proposed", "denied"}


def _talking(clauses: Clauses, verb: WordRef, term: str, found: Participants) -> float:
    """How sure it is that two talk to each other, not one to an audience."""
    if not who.count_actors(clauses, clauses.subjects(verb)):
        return 0.3
    both = who.count_actors(clauses, found.parties) >= 2
    partner = who.count_actors(clauses, clauses.obliques(verb, "with")) or clauses.obliques(verb, "by", "over")
    if both and (partner or (term == "talk" and _heard(clauses, verb))):
        return LIKELY
    return FAINT if both and not clauses.children(verb, "ccomp") else 0.3


def _are_things(clauses: Clauses, refs: Iterable[WordRef]) -> bool:
    """Whether the objects are things ("met the deadline", "met a demand") as far as can be seen."""
    things = {
        "deadline",
        "demand",
        "condition",
        "requirement",
        "need",
        "goal",
        "target",
        "obligation",
        "criterion",
        "standard",
        "commitment",
        "challenge",
        "resistance",
        "opposition",
        "expectation",
        "end",
        "fate",
        "test",
        "term",
        "anger",
    }
    return all(clauses.lemma(ref) in things for ref in refs)


def _heard(clauses: Clauses, verb: WordRef) -> tuple[WordRef, ...]:
    """Those spoken to who are no audience: principals, not reporters."""
    return tuple(
        w
        for w in clauses.obliques(verb, "to")
        if any(actor.kind in {"person", "state", "group", "office"} for actor in clauses.annotated.actors_at(w))
    )


def _contact(clauses: Clauses, words: Lexicon, verb: WordRef, term: str) -> Iterator[Candidate]:
    patients, agents = clauses.patients(verb), clauses.agents(verb)
    if not who.count_actors(clauses, agents):
        return
    mutual = any(clauses.lemma(w) == "other" for w in patients)
    if (
        term in {"see", "receive", "ring"}
        and not mutual
        and not any(clauses.lemma(w) in PARTNERS for w in patients)
        and not _persons(clauses, patients if term != "receive" else (*patients, *agents))
    ):
        return
    if term == "consult":
        patients = (*patients, *clauses.obliques(verb, "with"))
    if term == "see" and mutual:
        yield _candidate("meeting.contact", verb, Participants(agents), "meeting", None, WEAK)
        return
    if not who.count_actors(clauses, patients):
        return
    found = Participants((*agents, *patients))
    score = LIKELY if term in {"phone", "telephone"} else WEAK if term in {"visit", "receive"} else FAINT
    yield _candidate(
        f"meeting.{'visit' if term == 'visit' else 'contact'}",
        verb,
        found,
        own_of_verb(clauses, words, verb, "contact"),
        None,
        score,
        places=patients if term == "visit" else None,
    )


def _debate(clauses: Clauses, verb: WordRef) -> Iterator[Candidate]:
    partners = clauses.obliques(verb, "with")
    agents = clauses.agents(verb)
    if clauses.label(verb) in {"advcl", "xcomp", "acl"}:
        return
    if who.count_actors(clauses, agents) and (
        who.count_actors(clauses, partners) or who.count_actors(clauses, agents) >= 2
    ):
        yield _candidate("meeting.discuss", verb, Participants((*agents, *partners)), "talks", None, WEAK)


def _journey(clauses: Clauses, verb: WordRef) -> Iterator[Candidate]:
    goals = clauses.obliques(verb, "to", "in")
    agents = clauses.agents(verb)
    if not who.count_actors(clauses, agents) or not any(
        clauses.annotated.mention(MentionKind.PLACE, w) or clauses.annotated.actors_at(w) for w in goals
    ):
        return
    if clauses.obliques(verb, "for") or clauses.children(verb, "advcl", "xcomp"):
        return
    score = FAINT if _persons(clauses, agents) and clauses.lemma(verb) in {"travel", "fly", "arrive"} else 0.4
    yield _candidate("meeting.travel", verb, Participants((*agents, *goals)), "visit", None, score, places=goals)


def _inner_nouns(clauses: Clauses, verb: WordRef, words: Lexicon) -> Iterator[WordRef]:
    """The noun that only names the encounter that the verb tells: "met for talks", "met in a summit"."""
    events = words.words("event", "NOUN")
    for phrase in clauses.obliques(verb, "for", "in", "at", "during", "on"):
        if clauses.lemma(phrase) in events or clauses.lemma(phrase) == "round":
            yield phrase
            yield from (w for w in clauses.obliques(phrase, "of") if clauses.lemma(w) in events)


# ------------------------------------------------------------ shared


def _adverb(clauses: Clauses, verb: WordRef, lemma: str) -> bool:
    return any(clauses.lemma(w) == lemma for w in clauses.children(verb, "advmod", "compound:prt"))


def _persons(clauses: Clauses, refs: Iterable[WordRef]) -> bool:
    return any(actor.kind in {"person", "office"} for ref in refs for actor in clauses.annotated.actors_at(ref))


def _candidate(
    rule: str,
    predicate: WordRef,
    found: Participants,
    form: str | None,
    number: int | None,
    score: float,
    status: str | None = None,
    places: tuple[WordRef, ...] | None = None,
) -> Candidate:
    return Candidate(
        kind=Kind.MEETING,
        rule=rule,
        predicate=predicate,
        roles={"parties": found.parties, "third_parties": found.third_parties},
        status=status,
        own=form,
        round=number,
        places=places,
        score=score,
    )
