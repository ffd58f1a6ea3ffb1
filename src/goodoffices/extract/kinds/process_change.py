"""PROCESS_CHANGE: the process as such starts, pauses, resumes, stalls, breaks down, moves or makes progress.

Definition: a change in the state of the negotiations between sides, not in one encounter. `change` is
start, pause, resume, stall, breakdown, venue or progress.

Counts: "suspended the peace talks"; "the process is deadlocked"; "walked out of the negotiations";
"agreed to resume talks after six years"; "talks have moved to Doha"; "progress was made".
Does not count: a single round that is put off or ends without result (meeting, agreement failed);
a truce that breaks down (ceasefire).

Nearest neighbours: meeting, agreement, ceasefire.

External codes: PLOVER has none; CAMEO 1246 (halt negotiations); PA-X stage changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.grammar import acts, contents
from goodoffices.extract.grammar import participants as who
from goodoffices.extract.grammar.acts import CLEAR, FAINT, LIKELY, UNLIKELY
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import WordRef

Speech = tuple[SpeechFrame, ...]
CHANGES = ("resume", "pause", "breakdown", "stall", "progress", "move", "start")
OWN = {"move": "venue"}
LEAVING = frozenset({"walk out", "pull out", "withdraw", "quit", "leave", "return", "rejoin", "abandon", "enter"})
"""Verbs of which the process is the place that is left or entered: "walked out of the talks"."""


def find(clauses: Clauses, speech: Speech) -> Iterable[Candidate]:
    """Changes told by verbs with the process as subject or object, by nouns (resumption, stalemate) and adjectives (stalled)."""
    words = lexicon("process_change")
    for verb in acts.predicates(clauses):
        yield from _verb(clauses, speech, words, verb)
        yield from _idiom(clauses, speech, words, verb)
    for noun in acts.nouns(clauses):
        yield from _noun(clauses, words, noun)
    for ref in clauses.refs():
        if clauses.word(ref).upos in {"ADJ", "VERB"}:
            yield from _adjective(clauses, words, ref)


# ------------------------------------------------------------ verbs


def _verb(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    alone, term = acts.phrasal(clauses, verb)
    sense = next((s for s in CHANGES if term in words.words(s, "VERB")), None)
    if sense is None and term != alone:
        return
    sense = sense or next((s for s in CHANGES if alone in words.words(s, "VERB")), None)
    if sense is None:
        return
    process, doers = _process_of(clauses, speech, words, verb, term)
    if process is None or contents.is_condition(clauses, verb):
        return
    if alone == "end" and process in clauses.subjects(verb):
        score_cap = UNLIKELY
    else:
        score_cap = CLEAR
    single = _is_single(clauses, process)
    parties = _parties(clauses, process, doers)
    score = CLEAR if clauses.lemma(process) != "effort" else FAINT
    if sense == "start":
        score = LIKELY
    if sense == "progress" and not doers and clauses.lemma(verb) != "progress":
        score = UNLIKELY
    if single or (term == "continue" and sense == "resume"):
        score = UNLIKELY
    if clauses.lemma(process) in {"process", "talk", "talks", "negotiation", "dialogue"} and not _is_peace(
        clauses, process
    ):
        score = min(score, FAINT)
    if contents.is_wanted(clauses, verb) or (sense == "start" and _is_open(clauses, verb)):
        score = UNLIKELY
    if sense == "resume" and process in clauses.objects(verb) and not acts.is_side(clauses, doers):
        score = min(score, FAINT if doers else UNLIKELY)
    score = min(score, score_cap)
    status = "denied" if contents.is_negated(clauses, verb) and sense != "pause" else None
    by = doers if doers and (clauses.patients(verb) or term in LEAVING) else ()
    yield _candidate(
        clauses, f"{sense}_verb", verb, parties, by, OWN.get(sense, sense), score, status=status, scope=(process,)
    )


def _process_of(
    clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef, term: str
) -> tuple[WordRef | None, tuple[WordRef, ...]]:
    """The process that changes, and who changes it (nobody where the process is the subject)."""
    nouns = words.words("process", "NOUN")
    objects = [w for w in clauses.patients(verb) if clauses.lemma(w) in nouns or _is_seat(clauses, verb, w)]
    if objects:
        by = (
            acts.doers(clauses, speech, verb)
            if not clauses.is_passive(verb)
            else acts.named(clauses, clauses.obliques(verb, "by"))
        )
        return objects[0], by
    subjects = [w for w in clauses.subjects(verb) if clauses.lemma(w) in nouns]
    if subjects and not clauses.objects(verb):
        return subjects[0], ()
    if term in LEAVING or clauses.lemma(verb) in LEAVING:
        phrases = clauses.obliques(verb, "from", "of", "out of", "to", "into")
        inner = [w for w in phrases if clauses.lemma(w) in nouns or clauses.lemma(w) == "table"]
        if inner:
            return inner[0], acts.doers(clauses, speech, verb)
    if term in {"walk out", "walk away", "pull out"} and not clauses.obliques(verb, "of", "from", "out of"):
        by = acts.doers(clauses, speech, verb)
        if acts.is_side(clauses, by):
            return verb, by
    if clauses.lemma(verb) not in {"start", "begin", "resume", "stop", "restart", "continue"}:
        return None, ()
    gerunds = [w for w in clauses.children(verb, "xcomp") if clauses.lemma(w) in {"talk", "negotiate"}]
    if gerunds:
        return gerunds[0], acts.doers(clauses, speech, verb)
    return None, ()


def _is_open(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the verb tells no more than what may come: "talks would begin", "to start talks"."""
    return bool(contents.modal(clauses, verb)) or contents.is_infinitive(clauses, verb)


def _is_seat(clauses: Clauses, verb: WordRef, noun: WordRef) -> bool:
    """What is left or given up where a side leaves the process: "left the table", "suspended its participation"."""
    lemma = clauses.lemma(noun)
    return lemma in {"participation", "involvement"} or (lemma == "table" and clauses.lemma(verb) in LEAVING)


def _is_single(clauses: Clauses, process: WordRef) -> bool:
    """Whether the noun tells one encounter: "a round of talks", "Tuesday's talks", "the third talks"."""
    head = clauses.head(process)
    if head is not None and clauses.lemma(head) in {"round", "session", "day", "series"}:
        return True
    return any(
        clauses.lemma(w) in {"round", "day", "session"} for w in clauses.children(process, "compound", "nmod:poss")
    )


def _is_peace(clauses: Clauses, process: WordRef) -> bool:
    """Whether it is told which talks are meant: "peace talks", "the talks between A and B", or the document's own process."""
    return True if clauses.lemma(process) != "effort" else contents.matters(clauses, (process,))


def _idiom(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """ "put the talks on hold", "talks got under way again"."""
    phrases = {(clauses.preposition(w), clauses.lemma(w)) for w in clauses.obliques(verb)}
    if clauses.lemma(verb) == "put" and phrases & {("on", "hold"), ("on", "ice")}:
        change = "pause"
    elif clauses.lemma(verb) in {"get", "be"} and phrases & {("under", "way")}:
        change = "start"
    else:
        return
    process, doers = _process_of(clauses, speech, words, verb, clauses.lemma(verb))
    if change == "start" and any(clauses.lemma(w) == "again" for w in clauses.children(verb, "advmod")):
        change = "resume"
    if process is not None:
        parties = _parties(clauses, process, doers)
        yield _candidate(clauses, f"{change}_idiom", verb, parties, doers, change, LIKELY, scope=(process,))


# ------------------------------------------------------------ nouns and adjectives


def _noun(clauses: Clauses, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    lemma = clauses.lemma(noun)
    sense = next(
        (s for s in ("resume", "pause", "breakdown", "stall", "progress", "start") if lemma in words.words(s, "NOUN")),
        None,
    )
    if sense is None:
        return
    nouns = words.words("process", "NOUN")
    process = next(
        (w for w in clauses.obliques(noun, "of", "in", "to", "from", "at") if clauses.lemma(w) in nouns), None
    )
    if process is None and (sense in {"stall", "progress"}):
        verb = clauses.head(noun)
        around: tuple[WordRef, ...] = ()
        if clauses.children(noun, "cop"):
            around = clauses.subjects(noun)
        elif verb is not None and clauses.is_predicate(verb):
            around = (*clauses.children(verb, "nsubj", "nsubj:pass"), *clauses.obliques(verb, "in", "at"))
        process = next((w for w in around if clauses.lemma(w) in nouns), None)
    if process is None:
        return
    by = acts.named(clauses, clauses.possessors(noun)) or acts.named(clauses, clauses.obliques(noun, "by"))
    status = "denied" if clauses.negation(noun) and sense in {"progress", "start", "resume"} else None
    little = any(clauses.lemma(w) in {"little", "scant", "few", "slow"} for w in clauses.children(noun, "amod", "det"))
    if sense == "progress" and (clauses.negation(noun) or little):
        sense, status = "stall", None
    score = LIKELY if sense != "start" else FAINT
    yield _candidate(
        clauses,
        f"{sense}_noun",
        noun,
        _parties(clauses, process, by),
        by,
        sense,
        score,
        status=status,
        scope=(process,),
    )


def _adjective(clauses: Clauses, words: Lexicon, ref: WordRef) -> Iterator[Candidate]:
    lemma = clauses.word(ref).form.lower()
    sense = next((s for s in ("stall", "breakdown", "resume", "pause") if lemma in words.words(s, "ADJ")), None)
    if sense is None:
        return
    nouns = words.words("process", "NOUN")
    head = clauses.head(ref)
    if clauses.label(ref) == "amod" and head is not None and clauses.lemma(head) in nouns:
        process = head
    elif clauses.children(ref, "cop", "aux", "aux:pass"):
        found = [w for w in clauses.subjects(ref) if clauses.lemma(w) in nouns]
        if not found:
            return
        process = found[0]
    else:
        return
    status = "denied" if contents.is_negated(clauses, ref) else None
    score = LIKELY if lemma not in {"over", "renewed", "resumed"} else FAINT
    yield _candidate(
        clauses,
        f"{sense}_adjective",
        ref,
        _parties(clauses, process, ()),
        (),
        sense,
        score,
        status=status,
        scope=(process,),
    )


# ------------------------------------------------------------ shared


def _parties(clauses: Clauses, process: WordRef, doers: tuple[WordRef, ...]) -> tuple[WordRef, ...]:
    """Who negotiates: those named with the talks, and a doer that is one of the sides."""
    found = acts.named(clauses, who.of_noun(clauses, process).parties)
    sides = tuple(w for w in doers if not clauses.annotated.sides or acts.is_side(clauses, (w,)))
    if len(acts.principals(clauses, (*found, *sides))) < 2 and acts.is_side(clauses, (*found, *sides)):
        return ()
    return tuple(dict.fromkeys((*found, *sides)))


def _candidate(
    clauses: Clauses,
    rule: str,
    predicate: WordRef,
    parties: tuple[WordRef, ...],
    by: tuple[WordRef, ...],
    change: str,
    score: float,
    *,
    status: str | None = None,
    scope: tuple[WordRef, ...] = (),
) -> Candidate:
    return Candidate(
        kind=Kind.PROCESS_CHANGE,
        rule=f"process_change.{rule}",
        predicate=predicate,
        roles={"parties": parties, "by": by},
        own=change,
        status=status,
        scope=scope,
        score=score,
    )
