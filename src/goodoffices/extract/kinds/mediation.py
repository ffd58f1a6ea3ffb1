"""MEDIATION: a third party mediates, brokers, facilitates, hosts, guarantees or monitors.

Definition: the role of somebody who is no side, named by a word for it. One fact for each third party
(or several that act together) and role. `status` is ongoing, offered, done or declined.

Counts: "talks mediated by Oman"; "an Egyptian-brokered truce"; "the mediators, Qatar and Egypt"; "offered to
host a summit"; "under Norwegian facilitation"; "the guarantor powers"; observers that watch over a truce.
Does not count: the town where sides meet, without a word for a host; one who only appeals to the sides (pressure).

Nearest neighbours: meeting and agreement (whose `third_parties` name the helper as well), proposal (a plan).

External codes: PLOVER COOPERATE, CONSULT (mediate); CAMEO 039, 045; PA-X third party.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.grammar import acts, contents
from goodoffices.extract.grammar import participants as who
from goodoffices.extract.grammar.acts import CLEAR, FAINT, LIKELY, UNLIKELY
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, terms
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import WordRef

Speech = tuple[SpeechFrame, ...]
ROLE_VERBS = ("mediate", "broker", "facilitate", "host", "monitor", "guarantee", "negotiate")
STRONG = frozenset({"mediate", "broker"})

PERSONS = ("person", "person_broker", "person_facilitator", "person_guarantor", "person_host", "person_monitor")
ACTIVITIES = ("activity", "activity_facilitator", "activity_monitor")


def find(clauses: Clauses, speech: Speech) -> Iterable[Candidate]:
    """Roles told by verbs and participles, by compounds ("-brokered"), by persons (mediator) and activities (mediation)."""
    return (candidate for candidate in _all(clauses, speech) if candidate.roles["third_parties"])


def _all(clauses: Clauses, speech: Speech) -> Iterator[Candidate]:
    words = lexicon("mediation")
    for ref in clauses.refs():
        upos = clauses.word(ref).upos
        sense = next((s for s in ROLE_VERBS if clauses.lemma(ref) in words.words(s, "VERB")), None)
        if sense is not None and upos in {"VERB", "ADJ"}:
            yield from _verb(clauses, speech, words, ref, sense)
        if upos == "VERB" and clauses.lemma(ref) in words.words("carry", "VERB"):
            yield from _messenger(clauses, speech, ref)
    for noun in acts.nouns(clauses):
        yield from _person(clauses, words, noun)
        yield from _activity(clauses, speech, words, noun)


# ------------------------------------------------------------ verbs and participles


def _verb(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef, sense: str) -> Iterator[Candidate]:
    compound = acts.compound_names(clauses, verb)
    if compound:
        noun = clauses.head(verb)
        if noun is not None and clauses.lemma(noun) in words.words("matter", "NOUN"):
            yield _candidate(
                clauses,
                f"{sense}_compound",
                verb,
                compound,
                _parties(clauses, noun),
                _own(words, sense),
                CLEAR,
                status="done",
                scope=(noun,),
            )
        return
    if (contents.is_wanted(clauses, verb) and not _offers(clauses, words, verb)) or contents.is_condition(
        clauses, verb
    ):
        return
    helpers = acts.doers(clauses, speech, verb)
    objects = clauses.patients(verb)
    matter = [w for w in objects if clauses.lemma(w) in words.words("matter", "NOUN")]
    if not helpers:
        return
    if sense not in STRONG and not matter:
        return
    if sense == "negotiate" and (
        acts.is_side(clauses, helpers) or not set(map(clauses.lemma, matter)) & terms("mediation", "done")
    ):
        return
    score = CLEAR if sense in STRONG else LIKELY if sense != "negotiate" else FAINT
    if sense == "broker" and not matter:
        score = FAINT
    parties = tuple(p for m in matter for p in _parties(clauses, m))
    parties = parties or acts.named(clauses, clauses.obliques(verb, "between", "among", "for"))
    status = _status(clauses, words, verb, matter)
    yield _candidate(
        clauses, f"{sense}_verb", verb, helpers, parties, _own(words, sense), score, status=status, scope=tuple(matter)
    )


def _messenger(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """ "relayed messages between the two": a go-between without the word."""
    carried = [
        w for w in clauses.patients(verb) if clauses.lemma(w) in {"message", "proposal", "letter", "draft", "note"}
    ]
    sides = acts.named(clauses, clauses.obliques(verb, "between"))
    sides = sides or tuple(w for c in carried for w in acts.named(clauses, clauses.obliques(c, "between")))
    helpers = acts.doers(clauses, speech, verb)
    if carried and sides and helpers:
        yield _candidate(clauses, "carry_messages", verb, helpers, sides, "mediator", LIKELY, scope=tuple(carried))


def sense_is_lasting(clauses: Clauses, verb: WordRef) -> bool:
    """Whether what the verb tells goes on for as long as a truce does: monitoring, guaranteeing."""
    return clauses.lemma(verb) in {"monitor", "supervise", "verify", "oversee", "guarantee", "underwrite"}


def _is_present(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the auxiliary of a passive stands in the present: "are mediated by"."""
    forms = {clauses.word(w).form.lower() for w in clauses.children(verb, "aux", "aux:pass")}
    return bool(forms & {"is", "are"})


def _offers(clauses: Clauses, words: Lexicon, verb: WordRef) -> bool:
    """Whether the nearest governor of a verb is an offer: "proposed to mediate"."""
    nearest = next(contents.governors(clauses, verb), None)
    return nearest is not None and clauses.lemma(nearest) in words.words("offer", "VERB")


def _status(clauses: Clauses, words: Lexicon, verb: WordRef, matter: list[WordRef]) -> str | None:
    head = clauses.head(verb)
    if contents.is_negated(clauses, verb):
        return "declined"
    if head is not None and (contents.is_infinitive(clauses, verb) or clauses.label(verb) in {"xcomp", "acl"}):
        lemma = clauses.lemma(head)
        if lemma in words.words("offer", "VERB") or lemma in {
            "offer",
            "ready",
            "willing",
            "prepared",
            "readiness",
            "willingness",
            "bid",
            "proposal",
            "want",
        }:
            return "offered"
        if lemma in words.words("try", "VERB") or lemma in {"effort", "attempt"}:
            return "ongoing"
    if contents.modal(clauses, verb) in {"will", "would", "could", "may", "might", "can"}:
        return "offered"
    now = clauses.word(verb).feats.get("Tense") == "Pres" and clauses.word(verb).feats.get("VerbForm") == "Fin"
    if now and not any(clauses.lemma(w) in terms("mediation", "done") - {"plan"} for w in matter):
        return "ongoing"
    if now and sense_is_lasting(clauses, verb):
        return "ongoing"
    if (
        clauses.is_passive(verb)
        and _is_present(clauses, verb)
        and not any(clauses.lemma(w) in terms("mediation", "done") - {"plan"} for w in matter)
    ):
        return "ongoing"
    past = clauses.word(verb).feats.get("Tense") == "Past" or clauses.is_passive(verb)
    if past and (any(clauses.lemma(w) in terms("mediation", "done") for w in matter) or not clauses.is_passive(verb)):
        return "done"
    if clauses.children(verb, "aux") and clauses.word(verb).feats.get("VerbForm") == "Ger":
        return "ongoing"
    return None


# ------------------------------------------------------------ nouns


def _person(clauses: Clauses, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    """ "the mediators, Qatar and Egypt", "UN mediator Jamal Benomar", "Norway, facilitator of the talks"."""
    sense = next((s for s in PERSONS if clauses.lemma(noun) in words.words(s, "NOUN")), None)
    if sense is None and _is_go_between(clauses, noun):
        sense = "person"
    if sense is None:
        return
    helpers = [
        *acts.named(clauses, clauses.modifiers(noun)),
        *acts.named(clauses, clauses.children(noun, "appos", "flat")),
    ]
    helpers += acts.named(clauses, clauses.possessors(noun)) if sense != "person_monitor" else ()
    helpers += acts.named(clauses, clauses.obliques(noun, "from", "in"))
    if clauses.label(noun) in {"appos", "nmod:desc", "conj"} and (head := clauses.head(noun)) is not None:
        first = clauses.head(head) if clauses.label(head) == "conj" else None
        helpers += acts.named(clauses, clauses.conjuncts(first or head)) if clauses.label(noun) != "conj" else ()
    head = clauses.head(noun)
    status: str | None = None
    if clauses.children(noun, "cop"):
        helpers += acts.named(clauses, clauses.subjects(noun))
    elif head is not None and clauses.preposition(noun) == "as":
        if contents.is_wanted(clauses, head):
            return
        status = _as_status(clauses, words, head)
        helpers += acts.named(clauses, clauses.agents(head)) or acts.named(clauses, clauses.subjects(head))
        helpers += acts.named(clauses, (head,))
        helpers += acts.named(clauses, [w for w in clauses.obliques(head, "with") if w < noun]) if not helpers else []
    if head is not None and clauses.lemma(head) == "one" and clauses.children(head, "cop"):
        helpers += acts.named(clauses, clauses.subjects(head))
        status = "ongoing"
    own = clauses.annotated.actors_at(noun)
    if not helpers and own and not all(actor.kind == "unnamed" for actor in own):
        helpers = [noun]
    if sense == "person_monitor" and not _near_truce(clauses, words, noun):
        return
    if head is not None and clauses.label(noun) == "nsubj" and clauses.lemma(head) in words.words("monitor", "VERB"):
        return
    if clauses.preposition(noun) != "as" and not clauses.children(noun, "cop"):
        status = "ongoing"
    score = LIKELY if sense != "person_monitor" else FAINT
    parties = acts.named(clauses, clauses.obliques(noun, "between"))
    yield _candidate(
        clauses,
        sense,
        noun,
        tuple(dict.fromkeys(helpers)),
        parties,
        _own_noun(words, sense, noun, clauses),
        score,
        status=status,
        scope=(noun,),
    )


def _is_go_between(clauses: Clauses, noun: WordRef) -> bool:
    """Whether the noun is the *go* of "go-between", which the tokens tear apart."""
    words = clauses.annotated.sentences[noun.sentence].words[noun.word : noun.word + 3]
    return [word.form.lower() for word in words][:3:2] == ["go", "between"] and clauses.word(noun).upos != "VERB"


def _as_status(clauses: Clauses, words: Lexicon, verb: WordRef) -> str | None:
    head = clauses.head(verb)
    if clauses.lemma(verb) in words.words("quit", "VERB"):
        return "declined"
    if clauses.lemma(verb) in words.words("offer", "VERB") or (
        head is not None and clauses.lemma(head) in words.words("offer", "VERB")
    ):
        return "offered"
    word = clauses.word(verb)
    return "ongoing" if word.feats.get("Tense") == "Pres" and word.feats.get("VerbForm") == "Fin" else None


def _near_truce(clauses: Clauses, words: Lexicon, noun: WordRef) -> bool:
    lemmas = {clauses.lemma(w) for w in clauses.subtree(noun)}
    verb = clauses.head(noun)
    if verb is not None and clauses.lemma(verb) in {*words.words("monitor", "VERB"), "watch", "observe"}:
        lemmas |= {clauses.lemma(w) for w in clauses.clause(verb)}
    return bool(
        lemmas & {"ceasefire", "cease-fire", "truce", "peace", "agreement", "accord", "compliance", "armistice", "deal"}
    )


def _activity(clauses: Clauses, speech: Speech, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    """ "through Omani mediation", "the mediation of Qatar", "withdrew its mediation", "offered his good offices"."""
    sense = next((s for s in ACTIVITIES if clauses.lemma(noun) in words.words(s, "NOUN")), None)
    compound = next(
        (w for w in clauses.children(noun, "compound") if clauses.lemma(w) in words.words("activity", "NOUN")), None
    )
    good = clauses.lemma(noun) == "office" and any(clauses.lemma(w) == "good" for w in clauses.children(noun, "amod"))
    if sense is None and compound is None and not good:
        return
    sense = sense or "activity"
    if sense == "activity_monitor" and not _near_truce(clauses, words, noun):
        return
    helpers = [*acts.named(clauses, clauses.possessors(noun)), *acts.named(clauses, clauses.modifiers(noun))]
    helpers += acts.named(clauses, clauses.obliques(noun, "by", "of", "from"))
    for participle in clauses.children(noun, "amod"):
        helpers += acts.compound_names(clauses, participle)
    verb = clauses.head(noun)
    status: str | None = None
    parties = acts.named(clauses, clauses.obliques(noun, "between", "in"))
    if verb is not None and clauses.label(noun) in {"obj", "nsubj:pass"}:
        lemma = clauses.lemma(verb)
        if lemma in words.words("offer", "VERB"):
            helpers, status = helpers or list(acts.doers(clauses, speech, verb)), "offered"
        elif lemma in {"reject", "refuse", "decline", "suspend", "end", "withdraw", "abandon"}:
            status = "declined"
            if not clauses.is_passive(verb) and lemma in words.words("quit", "VERB"):
                helpers = helpers or list(acts.doers(clauses, speech, verb))
        elif lemma in {"lead", "conduct", "undertake", "continue"}:
            helpers = helpers or list(acts.doers(clauses, speech, verb))
    elif clauses.preposition(noun) in {"through", "with", "under", "after", "following", "thanks to", "by", "via"}:
        status = "done" if verb is not None and clauses.word(verb).feats.get("Tense") == "Past" else None
    yield _candidate(
        clauses,
        sense,
        noun,
        tuple(dict.fromkeys(helpers)),
        parties,
        _own_noun(words, sense, noun, clauses),
        LIKELY,
        status=status,
        scope=(noun,),
    )


# ------------------------------------------------------------ shared


def _own(words: Lexicon, sense: str) -> str | None:
    return next(iter(words.words(sense, "VERB").values()), None)


def _own_noun(words: Lexicon, sense: str, noun: WordRef, clauses: Clauses) -> str | None:
    return words.words(sense, "NOUN").get(clauses.lemma(noun)) or next(iter(words.words(sense, "NOUN").values()), None)


def _parties(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    found = who.of_noun(clauses, noun).parties
    return acts.named(clauses, found)


def _candidate(
    clauses: Clauses,
    rule: str,
    predicate: WordRef,
    helpers: tuple[WordRef, ...],
    parties: tuple[WordRef, ...],
    role: str | None,
    score: float,
    *,
    status: str | None = None,
    scope: tuple[WordRef, ...] = (),
) -> Candidate:
    theirs = acts.principals(clauses, helpers)
    parties = tuple(w for w in parties if not acts.principals(clauses, (w,)) & theirs)
    return Candidate(
        kind=Kind.MEDIATION,
        rule=f"mediation.{rule}",
        predicate=predicate,
        roles={"third_parties": helpers, "parties": parties},
        own=role,
        status=status,
        scope=scope,
        score=score if helpers else UNLIKELY,
    )
