"""AGREEMENT: sides agree on, sign or announce a deal; or they fail to, break it, or deny that there is one.

Definition: an accord between sides of a process, oral or written, on the whole or on a part.
Status: reached, in_principle, signed, expected, failed, broken, denied.

Counts: "agreed to exchange 1,000 prisoners"; "signed a peace accord"; "a truce brokered by Egypt";
"ended without a deal"; "withdrew from the 2015 accord".
Does not count: agreeing with an opinion; a side's acceptance of an offer (response); trade deals of
states that do not negotiate peace. Agreement only to meet again is a planned meeting.

Nearest neighbours: ceasefire (the life of a truce once agreed), exchange (the handing-over itself),
response (one side accepts).

External codes: PLOVER AGREE, YIELD; CAMEO 057; PA-X agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.extract.factuality import reality_of
from goodoffices.extract.grammar import participants as who
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, senses_of_verb, verb_term, word_class
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
"""Scores by how much the construction itself says that sides agreed."""

PRELIMINARY = word_class("agreement", "preliminary", "ADJ")
PROMISES = word_class("agreement", "promise", "VERB")
"""Verbs of promising that come near to agreeing."""

PROVIDING = word_class("agreement", "provide", "VERB")
"""Verbs by which a deal's text tells what it holds."""

MARKS = word_class("agreement", "mark", "NOUN")
NOT_EVENTS = frozenset({"compound", "flat", "goeswith"})
UNMADE = word_class("agreement", "unmade", "ADJ")
OPEN = word_class("agreement", "open", "ADJ")
"""Words before a deal that is not made yet (or not said to be)."""

ONE_SIDED = word_class("agreement", "one_sided", "VERB")
"""Verbs by which one side alone can bring a truce about."""

ENDORSING = word_class("agreement", "endorse", "VERB")
"""Verbs by which one side's body agrees to a deal that is on the table."""

OFFERS = word_class("agreement", "offer", "NOUN")
"""What one side accepts by *agreeing to* it: a response, not an agreement."""

MAKING = word_class("agreement", "making", "VERB")
"""Participles on a deal or truce that say that it was made."""

TALKS = word_class("agreement", "talks", "NOUN")
MEETINGS = word_class("agreement", "meeting", "VERB")


def find(clauses: Clauses, speech: tuple[SpeechFrame, ...]) -> Iterable[Candidate]:
    """Agreements told by nouns (deal, accord, truce), by *agree* and *sign*, and talks that end without one."""
    words = lexicon("agreement")
    for ref in clauses.refs():
        upos = clauses.word(ref).upos
        if upos in {"NOUN", "PROPN"} and clauses.label(ref) not in NOT_EVENTS:
            yield from _noun(clauses, words, ref)
            yield from _clause_of_deal(clauses, words, ref)
        elif upos == "VERB":
            yield from _verb(clauses, words, ref)


# ------------------------------------------------------------ nouns


def _noun(clauses: Clauses, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    senses = words.senses_of(clauses.lemma(noun), "NOUN")
    if "outcome" in senses:
        yield from _outcome(clauses, noun)
    if not senses & {"deal", "signable", "truce"}:
        return
    verb, place = who.carrier(clauses, noun)
    verbs = senses_of_verb(clauses, words, verb) if verb else frozenset()
    relative = _relative(clauses, words, noun)
    if relative is not None and not verbs & {"sign", "reach", "breakoff"}:
        verb, place, verbs = relative, "acl", senses_of_verb(clauses, words, relative)
    found = _participants(clauses, words, noun, verb, place, verbs)
    if _absent(clauses, noun):
        if senses & {"deal", "truce"}:
            found = _with_talks(clauses, noun, found)
            told = clauses.preposition(noun) == "without" or verbs & {"reach", "sign", "broker"}
            yield _candidate("agreement.without_deal", noun, found, "failed", (noun,), PLAIN if told else 0.4)
    elif "breakoff" in verbs and (
        place in {"obj", "nsubj:pass"}
        or (place == "obl" and clauses.preposition(noun) in {"from", "of", "on", "out of"})
    ):
        breach = clauses.lemma(verb or noun) in {"violate", "breach", "break"} and "ceasefire" in clauses.by_lemma
        if "deal" in senses and not breach and not _is_truce(clauses, words, noun):
            yield _candidate("agreement.break_deal", noun, found, "broken", (noun,), LIKELY)
        else:
            yield from _made(clauses, words, noun, who.of_noun(clauses, noun), senses, None, "", frozenset())
    else:
        yield from _made(clauses, words, noun, found, senses, verb, place, verbs)


def _relative(clauses: Clauses, words: Lexicon, noun: WordRef) -> WordRef | None:
    """The verb of a relative clause that makes the deal: "the accord that both concluded in May"."""
    for verb in clauses.children(noun, "acl:relcl"):
        if senses_of_verb(clauses, words, verb) & {"sign", "reach"} and who.count_actors(clauses, clauses.agents(verb)):
            return verb
    return None


def _made(
    clauses: Clauses,
    words: Lexicon,
    noun: WordRef,
    found: Participants,
    senses: frozenset[str],
    verb: WordRef | None,
    place: str,
    verbs: frozenset[str],
) -> Iterator[Candidate]:
    """A deal that is signed, reached or only named."""
    signed = ("sign" in verbs and place != "nsubj") or _has_participle(clauses, words, noun, "sign")
    reached = "reach" in verbs and place != "nsubj"
    actors = who.count_actors(clauses, found.parties)
    if "truce" in senses and verb is not None and clauses.lemma(verb) in ONE_SIDED and actors < 2:
        reached = False
    at = verb if verb is not None and (signed or reached) and place != "nsubj" else noun
    brokered = bool(found.third_parties) or _has_participle(clauses, words, noun, "reach")
    if signed:
        status = _unless_open(clauses, noun, verb, "signed")
        yield _candidate("agreement.sign_deal", at, found, status, (noun,), PLAIN)
    elif reached and (senses & {"deal", "truce"} or clauses.lemma(verb or noun) in ENDORSING):
        made = verb is not None and clauses.lemma(verb) in ENDORSING and is_asserted(clauses, verb)
        made = made or (verb is not None and _gone_before(clauses, verb))
        status = "reached" if made else _in_principle(clauses, noun)
        score = _sure_of_reaching(clauses, noun, verb, senses)
        yield _candidate("agreement.reach_deal", at, found, status, (noun,), score)
    elif brokered and senses & {"deal", "truce"}:
        score = WEAK if actors >= 2 else FAINT
        yield _candidate("agreement.brokered_deal", noun, found, _in_principle(clauses, noun), (noun,), score)
    elif "deal" in senses:
        score = WEAK if actors >= 2 else FAINT
        provision = clauses.preposition(noun) in {"under", "according to"}
        if provision or "weak" in senses or _open(clauses, noun) or _reading(clauses, noun) not in {"done", "ongoing"}:
            score -= 0.2
        status, times = _in_principle(clauses, noun), _dated(clauses, noun)
        yield _candidate("agreement.name_deal", noun, found, status, (noun,), score, times)


def _dated(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...] | None:
    """The date in the name of a deal: "the 2015 treaty", "Monday's accord"."""
    for child in clauses.children(noun, "nummod", "compound", "nmod:poss", "nmod:unmarked", "amod"):
        if child < noun and clauses.annotated.mention(MentionKind.TIME, child):
            return (child,)
    return None


def _gone_before(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the clause tells what went before another event: "after the rebels reach a deal"."""
    marks = {clauses.lemma(w) for w in clauses.children(verb, "mark")}
    return clauses.label(verb) == "advcl" and bool(marks & {"after", "since", "despite"}) and not clauses.negation(verb)


def _sure_of_reaching(clauses: Clauses, noun: WordRef, verb: WordRef | None, senses: frozenset[str]) -> float:
    """How sure it is that the deal is made or tried for, not only wished, conditional or one side's word."""
    lemma = clauses.lemma(verb or noun)
    if _open(clauses, noun, UNMADE) or _reading(clauses, verb or noun) in {
        "conditional",
        "hoped",
        "proposed",
    }:
        return 0.4
    if lemma == "accept" or (lemma in {"announce", "hail"} and "truce" in senses):
        return 0.4
    if lemma in {"have", "negotiate", "mediate", "broker"} and (verb is None or not is_asserted(clauses, verb)):
        return 0.4
    return WEAK if lemma in ENDORSING | {"negotiate"} else PLAIN


def _reading(clauses: Clauses, ref: WordRef) -> str:
    """Done, planned, hoped …: the reading of a word in its clause."""
    return reality_of(clauses.annotated, ref)[0]


def _absent(clauses: Clauses, noun: WordRef) -> bool:
    """Whether the text says that there is none: "without a deal", "no ceasefire was reached"."""
    return clauses.preposition(noun) == "without" or clauses.negation(noun) is not None


def _open(clauses: Clauses, noun: WordRef, words: frozenset[str] = OPEN) -> bool:
    """Whether the deal is only a thought: "a potential agreement", "any deal"."""
    return any(clauses.lemma(w) in words for w in clauses.children(noun, "amod", "det", "compound"))


def _is_truce(clauses: Clauses, words: Lexicon, noun: WordRef) -> bool:
    truce = words.words("truce", "NOUN")
    return any(clauses.lemma(w) in truce for w in clauses.children(noun, "compound", "amod"))


def _participants(
    clauses: Clauses, words: Lexicon, noun: WordRef, verb: WordRef | None, place: str, verbs: frozenset[str]
) -> Participants:
    found = who.of_noun(clauses, noun)
    if verb is None or place == "nsubj":
        return found if verb is None else who.together(found, Participants(clauses.obliques(verb, *who.TOGETHER)))
    doers = clauses.agents(verb)
    others = clauses.obliques(verb, *who.TOGETHER)
    helpers = who.of_verb(clauses, verb).third_parties
    explicit = who.count_actors(clauses, (*found.parties, *others))
    if "broker" in verbs and (explicit >= 2 or clauses.lemma(verb) in {"broker", "mediate", "facilitate"}):
        return who.together(found, Participants(others, (*doers, *helpers)))
    if verbs & {"reach", "sign", "breakoff", "refuse"} and place in {"obj", "nsubj:pass", "acl", "obl"}:
        return who.together(found, Participants((*doers, *others), helpers))
    return found


def _has_participle(clauses: Clauses, words: Lexicon, noun: WordRef, sense: str) -> bool:
    return any(
        sense in words.senses_of(clauses.lemma(w), "VERB") and (sense != "reach" or clauses.lemma(w) in MAKING)
        for w in clauses.children(noun, "acl", "amod")
    ) or (
        sense == "reach"
        and any(clauses.word(w).form.lower().endswith(who.BROKERED) for w in clauses.children(noun, "amod"))
    )


def _in_principle(clauses: Clauses, noun: WordRef) -> str | None:
    if any(clauses.lemma(w) in PRELIMINARY for w in clauses.children(noun, "amod")) or any(
        clauses.lemma(w) == "principle" for at in (noun, clauses.head(noun)) if at for w in clauses.obliques(at, "in")
    ):
        return "in_principle"
    return None


def _unless_open(clauses: Clauses, noun: WordRef, verb: WordRef | None, status: str) -> str | None:
    """The status where the signing is told as done: no modal, no infinitive, no negation over the verb."""
    participles = [w for w in clauses.children(noun, "acl", "amod") if clauses.word(w).upos in {"VERB", "ADJ"}]
    if verb is None or verb in participles:
        return status
    return status if is_asserted(clauses, verb) else None


def is_asserted(clauses: Clauses, verb: WordRef) -> bool:
    """Whether a verb stands in the indicative: no modal, no *to*, no negation, no condition."""
    if clauses.negation(verb) or clauses.word(verb).feats.get("VerbForm") in {"Inf", "Ger"}:
        return False
    if any(clauses.word(w).upos == "PART" and clauses.lemma(w) == "to" for w in clauses.children(verb, "mark", "aux")):
        return False
    if any(clauses.lemma(w) in {"if", "unless", "whether"} for w in clauses.children(verb, "mark")):
        return False
    modals = {"will", "would", "may", "might", "could", "can", "should", "must", "shall", "'ll"}
    return not any(clauses.lemma(w) in modals for w in clauses.children(verb, "aux", "aux:pass"))


def _outcome(clauses: Clauses, noun: WordRef) -> Iterator[Candidate]:
    """ "The talks ended without a breakthrough", "no breakthrough was reached"."""
    absent = clauses.preposition(noun) == "without" or clauses.negation(noun) is not None
    if not absent:
        return
    found = _with_talks(clauses, noun, who.of_noun(clauses, noun))
    yield _candidate("agreement.no_outcome", noun, found, "failed", (), LIKELY if _talks_near(clauses, noun) else 0.4)


def _talks_near(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    """The talks in the clause of a noun: those that ended without it."""
    verb = clauses.predicate_above(noun)
    near = (*(clauses.clause(verb) if verb else ()), *clauses.subtree(noun))
    return tuple(w for w in near if clauses.lemma(w) in TALKS and clauses.word(w).upos in {"NOUN", "PROPN"})


def _with_talks(clauses: Clauses, noun: WordRef, found: Participants) -> Participants:
    verb = clauses.predicate_above(noun)
    parts = [found, *(who.of_noun(clauses, talks) for talks in _talks_near(clauses, noun))]
    if verb is not None:
        parts.append(Participants(clauses.agents(verb)))
    return who.together(*parts)


def _clause_of_deal(clauses: Clauses, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    """A provision told by itself: "under the deal A will withdraw within 60 days", "the text provides for …".

    A provision is a fact of its own where it has a number, a length or a deadline of its own.
    """
    lemma = clauses.lemma(noun)
    if lemma not in words.words("deal", "NOUN") and lemma not in {"text", "document", "plan"}:
        return
    verb = clauses.predicate_above(noun)
    if verb is None or clauses.negation(noun):
        return
    found = who.of_noun(clauses, noun)
    if clauses.preposition(noun) in {"under", "according to"} and lemma not in {"document", "plan", "text"}:
        content: tuple[WordRef, ...] = (verb,)
        found = who.together(found, Participants(clauses.agents(verb)))
    elif clauses.label(noun) == "nsubj" and clauses.lemma(verb) in PROVIDING:
        content = (
            *clauses.objects(verb),
            *clauses.obliques(verb, "for"),
            *clauses.children(verb, "ccomp", "xcomp"),
        )
    else:
        return
    inner = [w for head in content for w in clauses.subtree(head)]
    counted = any(clauses.annotated.mention(MentionKind.TERM, w) for w in inner)
    yield _candidate("agreement.provision", verb, found, "reached", content, WEAK if counted else 0.4)


# ------------------------------------------------------------ verbs


def _verb(clauses: Clauses, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    term = verb_term(clauses, verb)
    senses = senses_of_verb(clauses, words, verb)
    if "agree" in senses:
        yield from _agree(clauses, words, verb, term)
    elif "sign" in senses:
        yield from _sign(clauses, words, verb)
    elif term in {"put", "affix", "set"} and any(clauses.lemma(w) in MARKS for w in clauses.objects(verb)):
        status = "signed" if is_asserted(clauses, verb) else None
        yield _candidate("agreement.sign", verb, who.of_verb(clauses, verb), status, clauses.obliques(verb, "to"), WEAK)
    elif "peace" in senses or term == "make":
        yield from _make_peace(clauses, verb, term)


def _agree(clauses: Clauses, words: Lexicon, verb: WordRef, term: str) -> Iterator[Candidate]:
    """ "A and B agreed to exchange …", "agreed on a timetable", "it was agreed that"."""
    if clauses.label(verb) == "amod" or (clauses.label(verb) == "acl" and clauses.is_passive(verb)):
        return
    content = (*clauses.children(verb, "xcomp", "ccomp"), *clauses.obliques(verb, "to", "on", "upon", "for"))
    content += clauses.patients(verb) if clauses.is_passive(verb) else clauses.objects(verb)
    content += tuple(w for w in clauses.children(verb, "advcl") if clauses.word(w).feats.get("VerbForm") == "Inf")
    told = words.words("deal", "NOUN").keys() | words.words("truce", "NOUN").keys()
    if any(clauses.lemma(w) in told and who.carrier(clauses, w)[0] == verb for w in content):
        return
    if clauses.obliques(verb, "with") and (not content or clauses.children(verb, "ccomp")):
        return
    found = who.of_verb(clauses, verb)
    actors = who.count_actors(clauses, found.parties)
    score = PLAIN if actors >= 2 else LIKELY if actors else FAINT
    opinion = clauses.children(verb, "ccomp") and clauses.word(verb).feats.get("Tense") == "Pres"
    if not content or opinion or _reading(clauses, verb) in {"conditional", "hoped", "proposed", "negated"}:
        score = 0.4
    if any(clauses.lemma(w) in OFFERS for w in clauses.obliques(verb, "to")):
        score = min(score, 0.4)
    if term != "agree":
        score = score - 0.3 if content and term in PROMISES else 0.3
    if any(clauses.lemma(w) in MEETINGS for w in content):
        score = min(score, FAINT)
    in_principle = any(clauses.lemma(w) == "principle" for w in clauses.obliques(verb, "in"))
    status = "in_principle" if in_principle else None
    yield _candidate("agreement.agree", verb, found, status, content, score, _outside(clauses, verb, content))


def _outside(clauses: Clauses, verb: WordRef, content: tuple[WordRef, ...]) -> tuple[WordRef, ...] | None:
    """The words of the clause that can date the agreeing: not those of what was agreed ("to meet on Friday")."""
    inner = {w for head in content if clauses.label(head) in {"xcomp", "ccomp"} for w in clauses.subtree(head)}
    if not any(clauses.annotated.mention(MentionKind.TIME, w) for w in inner):
        return None
    return tuple(w for w in clauses.clause(verb) if w not in inner)


def _sign(clauses: Clauses, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """*Sign* without a noun of its own class: "refused to sign", "signed it", "signed up to"."""
    patients = clauses.patients(verb)
    known = (
        words.words("deal", "NOUN").keys()
        | words.words("signable", "NOUN").keys()
        | words.words("truce", "NOUN").keys()
    )
    if any(clauses.lemma(w) in known for w in patients) or clauses.label(verb) in {"acl", "amod"}:
        return
    found = who.of_verb(clauses, verb)
    pending = clauses.is_passive(verb) and any(clauses.word(w).upos == "PRON" for w in patients)
    if not (pending or who.count_actors(clauses, found.parties)) or (
        patients and not any(clauses.word(w).upos == "PRON" for w in patients)
    ):
        return
    yield _candidate("agreement.sign", verb, found, "signed" if is_asserted(clauses, verb) else None, (), WEAK)


def _make_peace(clauses: Clauses, verb: WordRef, term: str) -> Iterator[Candidate]:
    wanted = {"peace"} if term == "make" else {"relation", "relations", "tie", "ties"}
    if term != "reconcile" and not any(clauses.lemma(w) in wanted for w in clauses.patients(verb)):
        return
    found = who.of_verb(clauses, verb)
    for noun in clauses.patients(verb):
        found = who.together(found, who.of_noun(clauses, noun))
    yield _candidate("agreement.make_peace", verb, found, None, clauses.patients(verb), WEAK)


# ------------------------------------------------------------ shared


def _candidate(
    rule: str,
    predicate: WordRef,
    found: Participants,
    status: str | None,
    scope: tuple[WordRef, ...],
    score: float,
    times: tuple[WordRef, ...] | None = None,
) -> Candidate:
    return Candidate(
        kind=Kind.AGREEMENT,
        rule=rule,
        predicate=predicate,
        roles={"parties": found.parties, "third_parties": found.third_parties},
        status=status,
        scope=scope,
        times=times,
        score=score,
    )
