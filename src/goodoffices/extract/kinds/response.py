"""RESPONSE: an actor answers a proposal, a term, an invitation or an ultimatum.

Definition: what one party says or does to something that another put forward, or that stands on the
table. `answer` is accept, reject, conditional ("yes, but"), counter, defer or ignore.

Counts: "turned down the plan"; "has ruled out ceding land" (a standing refusal); "agreed to a two-hour
truce", told of one side; a parliament that ratifies; a veto; "is studying the draft"; "will not
negotiate unless the guns fall silent" (conditional).
Does not count: two sides that agree with each other (agreement); the denial of a report (statement);
a refusal that belongs to no negotiation ("declined to comment").

Nearest neighbours: agreement, proposal (a refusal with one's own offer is both), statement.

External codes: PLOVER AGREE, REJECT (formerly CONSULT, YIELD); CAMEO 05, 12; no PA-X code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.grammar import acts, contents
from goodoffices.extract.grammar.acts import CLEAR, FAINT, LIKELY, UNLIKELY
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, terms
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import WordRef

Speech = tuple[SpeechFrame, ...]


TO_PREPOSITIONS = ("to", "on", "with", "against", "for", "at")


def find(clauses: Clauses, speech: Speech) -> Iterable[Candidate]:
    """Answers told by verbs, by "will not", by nouns (rejection, acceptance) and by adjectives (unacceptable)."""
    return (candidate for candidate in _all(clauses, speech) if candidate.roles["by"] and candidate.score)


def _all(clauses: Clauses, speech: Speech) -> Iterator[Candidate]:
    words = lexicon("response")
    for verb in acts.predicates(clauses):
        yield from _verb(clauses, speech, words, verb)
        yield from _will_not(clauses, speech, words, verb)
        if clauses.lemma(verb) == "vote":
            yield from _vote(clauses, speech, verb)
    for noun in acts.nouns(clauses):
        yield from _noun(clauses, speech, words, noun)
        if clauses.lemma(noun) in {"line", "starter", "question", "table"}:
            yield from _closed(clauses, speech, noun)
    for ref in clauses.refs():
        if clauses.lemma(ref) in words.words("reject", "ADJ") and clauses.word(ref).upos == "ADJ":
            yield from _adjective(clauses, speech, ref)


# ------------------------------------------------------------ verbs


def _verb(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    alone, term = acts.phrasal(clauses, verb)
    senses = words.senses_of(term, "VERB") or words.senses_of(alone, "VERB")
    key = term if words.senses_of(term, "VERB") else alone
    if not senses & {"accept", "agree", "reject", "refuse", "avoid", "ignore", "defer", "answer"}:
        return
    if contents.is_wanted(clauses, verb) or contents.is_condition(clauses, verb):
        return
    by = acts.doers(clauses, speech, verb)
    negated = contents.is_negated(clauses, verb) or _under_refusal(clauses, verb)
    if "agree" in senses and _is_mutual(clauses, verb, by):
        return
    if "answer" in senses:
        yield from _unanswered(clauses, verb, by, negated)
        return
    scope = contents.complements(clauses, verb, *TO_PREPOSITIONS)
    if key == "agree":
        scope = tuple(w for w in scope if clauses.preposition(w) in {"to", "on", ""})
    answer = _answer(clauses, words, key, senses, negated)
    if answer is None:
        return
    if not scope and not (answer == "reject" and key == "agree"):
        return
    if answer in {"accept", "reject"} and (contents.is_conditional(clauses, verb) or _hedged(clauses, verb)):
        answer = "conditional"
    score = _score(clauses, words, key, senses, scope)
    if score < FAINT and senses & {"reject", "refuse", "agree"} and key not in terms("response", "generic"):
        score = contents.weigh(clauses, scope, by, LIKELY)
    if not scope:
        score = LIKELY if len(acts.principals(clauses, by)) > 1 else FAINT
    yield _candidate(
        clauses,
        f"{answer}_{'to' if contents.infinitives(clauses, verb) else 'what'}",
        verb,
        by,
        _proposers(clauses, scope),
        scope,
        answer,
        score,
        speech,
    )


def _answer(clauses: Clauses, words: Lexicon, key: str, senses: frozenset[str], negated: bool) -> str | None:
    """Which answer a verb gives; negation turns it round, except that not refusing is not yet agreeing."""
    if senses & {"accept", "agree"}:
        return "reject" if negated else "accept"
    if senses & {"reject", "refuse", "avoid"}:
        return None if negated else "reject"
    if "ignore" in senses:
        return None if negated else "ignore"
    return None if negated else "defer"


def _hedged(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the answer is told with reservations: "in principle, but", "with conditions"."""
    return any(
        clauses.lemma(w) in {"condition", "reservation", "caveat"}
        for w in clauses.obliques(verb, "with", "under", "on")
    )


def _is_mutual(clauses: Clauses, verb: WordRef, by: tuple[WordRef, ...]) -> bool:
    """Whether sides agree with each other rather than one with an offer: an agreement, not a response."""
    if clauses.lemma(verb) != "agree":
        return False
    if any(clauses.lemma(w) in terms("response", "offered") for w in clauses.obliques(verb, "to")):
        return False
    if any(acts.named(clauses, clauses.obliques(w, "with")) for w in clauses.obliques(verb, "to", "on")):
        return True
    if any(
        clauses.lemma(w) in terms("response", "mutual") and clauses.word(w).feats.get("Number") == "Plur"
        for w in clauses.agents(verb)
    ):
        return not contents.is_negated(clauses, verb)
    if clauses.is_passive(verb) or acts.named(clauses, clauses.obliques(verb, "with")):
        return True
    return (len(acts.principals(clauses, by)) > 1 or len(clauses.agents(verb)) > 1) and not contents.is_negated(
        clauses, verb
    )


def _under_refusal(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the verb depends on a refusal: "refused to accept", "was unwilling to accept", "failed to ratify"."""
    head = clauses.head(verb)
    return (
        head is not None
        and clauses.label(verb) in {"xcomp", "ccomp", "acl", "advcl"}
        and contents.is_infinitive(clauses, verb)
        and clauses.lemma(head)
        in {"refuse", "decline", "unwilling", "reluctant", "fail", "unable", "refusal", "failure"}
    )


def _score(clauses: Clauses, words: Lexicon, key: str, senses: frozenset[str], scope: tuple[WordRef, ...]) -> float:
    offers = words.words("offer", "NOUN")
    if any(clauses.lemma(w) in terms("acts", "small_talk") for w in scope):
        return 0.0
    if any(clauses.lemma(w) in terms("response", "standing") for w in scope) and "defer" not in senses:
        return (
            CLEAR if contents.matters(clauses, scope) else LIKELY if key not in terms("response", "generic") else FAINT
        )
    plain = any(clauses.lemma(w) in offers for w in scope)
    matter = contents.matters(clauses, scope)
    if "defer" in senses:
        return (
            LIKELY
            if plain and matter and any(clauses.lemma(w) in terms("response", "offered") for w in scope)
            else UNLIKELY
        )
    if key in terms("response", "generic"):
        return LIKELY if plain and matter else UNLIKELY
    if plain and matter:
        return CLEAR
    if matter:
        return LIKELY
    return (
        FAINT
        if "refuse" in senses and any(clauses.lemma(w) in words.words("close", "VERB") for w in scope)
        else UNLIKELY
    )


def _unanswered(clauses: Clauses, verb: WordRef, by: tuple[WordRef, ...], negated: bool) -> Iterator[Candidate]:
    """No answer yet: "has not replied to the proposal", "has yet to respond"."""
    head = clauses.head(verb)
    pending = (
        head is not None
        and clauses.label(verb) == "xcomp"
        and clauses.lemma(head) == "have"
        and any(
            clauses.lemma(w) == "yet" for w in (*clauses.children(head, "advmod"), *clauses.children(verb, "advmod"))
        )
    )
    scope = clauses.obliques(verb, "to")
    offered = any(clauses.lemma(w) in terms("response", "offered") for w in scope)
    waiting = any(clauses.lemma(w) == "yet" for w in clauses.children(verb, "advmod"))
    if (negated or pending) and (offered or (waiting and acts.is_side(clauses, by))):
        yield _candidate(clauses, "defer_reply", verb, by, _proposers(clauses, scope), scope, "defer", LIKELY)
    elif not negated and acts.is_side(clauses, by):
        yield from _replied(clauses, verb, by)


def _replied(clauses: Clauses, verb: WordRef, by: tuple[WordRef, ...]) -> Iterator[Candidate]:
    """An answer told by its manner or its means: "responded positively", "countered with a draft of its own"."""
    manner = {clauses.lemma(w) for w in clauses.children(verb, "advmod")}
    scope = clauses.obliques(verb, "to")
    answer = "accept" if "positively" in manner else "reject" if "negatively" in manner else None
    means = [
        w
        for w in clauses.obliques(verb, "with")
        if clauses.lemma(w) in terms("response", "standing") | terms("response", "counter_thing")
    ]
    if means:
        scope, answer = tuple(means), "counter"
    if answer is not None:
        yield _candidate(
            clauses, f"{answer}_reply", verb, by, _proposers(clauses, scope), scope or (verb,), answer, LIKELY
        )


def _will_not(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """What a side says it will not do: "will not negotiate", "vows not to disarm", "cannot agree to a truce"."""
    if clauses.lemma(verb) not in words.words("close", "VERB") or not contents.is_negated(clauses, verb):
        return
    head = clauses.head(verb)
    vowed = (
        head is not None
        and clauses.lemma(head) in {"vow", "pledge", "promise", "decide", "choose", "insist"}
        and (contents.is_infinitive(clauses, verb))
    )
    if contents.modal(clauses, verb) not in {"will", "would", "can", "could", "shall"} and not vowed:
        return
    by = acts.doers(clauses, speech, verb)
    sources = acts.named(clauses, acts.speakers_over(speech, verb))
    if not by or (not clauses.is_passive(verb) and sources and not _same_side(clauses, by, sources)):
        return
    scope = (verb,)
    answer = "conditional" if contents.is_conditional(clauses, verb) else "reject"
    score = LIKELY if contents.matters(clauses, scope) else UNLIKELY
    to = acts.named(clauses, clauses.obliques(verb, "with", "to"))
    yield _candidate(clauses, f"{answer}_will_not", verb, by, to, scope, answer, score, speech)


def _same_side(clauses: Clauses, one: tuple[WordRef, ...], other: tuple[WordRef, ...]) -> bool:
    return bool(acts.principals(clauses, one) & acts.principals(clauses, other))


def _vote(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """ "voted in favour of the plan", "voted against the accord"."""
    favour = [w for w in clauses.obliques(verb, "in") if clauses.lemma(w) in {"favour", "favor"}]
    scope = tuple(o for w in favour for o in clauses.obliques(w, "of")) or clauses.obliques(verb, "for", "against")
    answer = "reject" if clauses.obliques(verb, "against") and not favour else "accept"
    by = acts.doers(clauses, speech, verb)
    if scope and not contents.is_negated(clauses, verb):
        score = LIKELY if contents.matters(clauses, scope) else UNLIKELY
        yield _candidate(clauses, f"{answer}_vote", verb, by, _proposers(clauses, scope), scope, answer, score)


# ------------------------------------------------------------ nouns and adjectives


def _noun(clauses: Clauses, speech: Speech, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    lemma = clauses.lemma(noun)
    if lemma in words.words("doubt", "NOUN"):
        yield from _doubt(clauses, speech, noun)
        return
    if lemma in words.words("reply", "NOUN"):
        yield from _reply(clauses, speech, noun)
        return
    answer = words.words("reject", "NOUN").get(lemma) or words.words("accept", "NOUN").get(lemma)
    if answer is None:
        return
    by = acts.named(clauses, clauses.possessors(noun)) or acts.named(clauses, clauses.obliques(noun, "by", "from"))
    scope = (
        *clauses.obliques(noun, "of", "to", "for", "over", "on", "against"),
        *contents.infinitives(clauses, noun),
        *clauses.children(noun, "acl"),
    )
    scope = tuple(w for w in dict.fromkeys(scope) if not clauses.annotated.actors_at(w))
    if not by:
        verb = clauses.support_verb(noun) or clauses.head(noun)
        if verb is not None and clauses.is_predicate(verb) and clauses.label(noun) == "obj":
            by = acts.named(clauses, clauses.agents(verb))
            if clauses.lemma(verb) in {"await", "seek", "need", "require", "win", "get", "secure", "receive"}:
                return
    if not by:
        by = acts.named(clauses, clauses.modifiers(noun)) or acts.named(clauses, clauses.obliques(noun, "of"))
    if not by or not scope or clauses.negation(noun):
        return
    score = LIKELY if contents.matters(clauses, scope) else UNLIKELY
    yield _candidate(clauses, f"{answer}_noun", noun, by, _proposers(clauses, scope), scope, answer, score)


def _doubt(clauses: Clauses, speech: Speech, noun: WordRef) -> Iterator[Candidate]:
    """ "raised objections to the draft", "has reservations about the plan"."""
    verb = clauses.head(noun)
    if verb is None or clauses.label(noun) not in {"obj", "nsubj:pass"} or clauses.negation(noun):
        return
    by = acts.owners(clauses, noun) or acts.doers(clauses, speech, verb)
    scope = (*clauses.obliques(noun, "to", "about", "over", "on"), *clauses.obliques(verb, "to", "about", "over"))
    if (
        scope
        and by
        and clauses.lemma(verb) in {"raise", "voice", "express", "have", "lodge", "submit", "state", "withdraw"}
    ):
        score = LIKELY if contents.matters(clauses, scope) and acts.is_side(clauses, by) else UNLIKELY
        yield _candidate(
            clauses, "conditional_doubt", noun, by, _proposers(clauses, scope), scope, "conditional", score, speech
        )


def _closed(clauses: Clauses, speech: Speech, noun: WordRef) -> Iterator[Candidate]:
    """What is a red line, a non-starter, out of the question, off the table."""
    before = [clauses.lemma(w) for w in clauses.children(noun, "amod", "case", "compound", "advmod")]
    text = clauses.annotated.document.text[max(0, clauses.word(noun).start - 4) : clauses.word(noun).end].lower()
    lemma, where = clauses.lemma(noun), clauses.preposition(noun)
    closed = (
        (lemma == "line" and "red" in before)
        or (lemma == "starter" and text.startswith("non"))
        or (lemma == "question" and where.startswith("out"))
        or (lemma == "table" and (where == "off" or (where == "on" and contents.is_negated(clauses, noun))))
    )
    if not closed:
        return
    by, scope = acts.named(clauses, acts.speakers_over(speech, noun)), clauses.subjects(noun)
    head = clauses.head(noun)
    if not scope and head is not None and clauses.label(noun) in {"xcomp", "obj", "obl"}:
        by = acts.doers(clauses, speech, head) or by
        scope = clauses.patients(head)
    scope = tuple(w for w in scope if contents.is_thing(clauses, w))
    if by and scope:
        score = LIKELY if acts.is_side(clauses, by) or contents.matters(clauses, scope) else UNLIKELY
        yield _candidate(clauses, "reject_closed", noun, by, _proposers(clauses, scope), scope, "reject", score, speech)


def _reply(clauses: Clauses, speech: Speech, noun: WordRef) -> Iterator[Candidate]:
    """ "handed its reply to the mediators": what it says is told elsewhere, if at all."""
    verb = clauses.head(noun)
    if (
        verb is None
        or clauses.label(noun) not in {"obj", "nsubj:pass"}
        or clauses.lemma(verb) not in terms("response", "hand")
    ):
        return
    by = acts.owners(clauses, noun) or acts.doers(clauses, speech, verb)
    to = acts.named(clauses, clauses.obliques(verb, "to"))
    if acts.is_side(clauses, by) and not contents.is_negated(clauses, verb):
        yield _candidate(clauses, "hand_reply", noun, by, to, (noun,), "counter", LIKELY, speech)


def _adjective(clauses: Clauses, speech: Speech, adjective: WordRef) -> Iterator[Candidate]:
    """What somebody calls unacceptable, or is opposed to."""
    if contents.is_negated(clauses, adjective):
        return
    if clauses.lemma(adjective) == "opposed":
        by, scope = acts.authors(clauses, clauses.subjects(adjective)), clauses.obliques(adjective, "to")
    else:
        by = acts.named(clauses, acts.speakers_over(speech, adjective))
        scope = clauses.subjects(adjective)
        head = clauses.head(adjective)
        if not by and head is not None and clauses.label(adjective) in {"xcomp", "obl", "advcl"}:
            by, scope = acts.doers(clauses, speech, head), clauses.patients(head)
    scope = tuple(w for w in scope if not clauses.annotated.actors_at(w))
    if by and scope:
        score = LIKELY if contents.matters(clauses, scope) else FAINT - 0.1
        yield _candidate(clauses, "reject_adjective", adjective, by, _proposers(clauses, scope), scope, "reject", score)


# ------------------------------------------------------------ shared


def _proposers(clauses: Clauses, scope: tuple[WordRef, ...]) -> tuple[WordRef, ...]:
    """Whose offer is answered: "Kyiv's offer", "a plan proposed by Oman"."""
    return tuple(
        w for head in scope for w in acts.owners(clauses, head) if clauses.word(head).upos in {"NOUN", "PROPN"}
    )


def _candidate(
    clauses: Clauses,
    rule: str,
    predicate: WordRef,
    by: tuple[WordRef, ...],
    to: tuple[WordRef, ...],
    scope: tuple[WordRef, ...],
    answer: str,
    score: float,
    speech: Speech = (),
) -> Candidate:
    mine = acts.principals(clauses, by)
    to = tuple(w for w in to if not acts.principals(clauses, (w,)) & mine)
    outer = tuple(w for w in scope if w != predicate)
    told = answer == "conditional" or "will_not" in rule or contents.is_told(clauses, predicate)
    told = told or bool(acts.saying_side(clauses, speech, by, predicate))
    return Candidate(
        kind=Kind.RESPONSE,
        rule=f"response.{rule}",
        predicate=predicate,
        roles={"by": by, "to": to, "people": acts.saying_side(clauses, speech, by, predicate)},
        own=answer,
        status="made" if told else None,
        times=contents.until_published(clauses, contents.occasion(clauses, predicate, outer)),
        places=(),
        scope=scope,
        score=score if by else min(score, UNLIKELY),
    )
