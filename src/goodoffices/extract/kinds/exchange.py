"""EXCHANGE: people held, or the dead, are released, handed over or swapped.

Definition: prisoners, detainees, hostages, civilians, children, wounded or bodies go from the side that
holds them to the other, to a third party or home. `object` says whom; the count goes in the terms.

Counts: swaps, releases, repatriation of remains; those under way, planned, suspended or denied.
Does not count: the agreement to exchange (agreement); a demand for a release (proposal, pressure);
releases on bail or at the end of a sentence; captures; exchanges of fire, views or documents.

Nearest neighbours: agreement (the deal on it), ceasefire.

External codes: PLOVER YIELD (release); CAMEO 0841, 0353; PA-X "prisoner release".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.extract.grammar import participants as who
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, senses_of_verb
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
DOUBTFUL = 0.3
"""Scores by how much the construction itself says that captives went free."""

WANTED = frozenset(
    {"demand", "urge", "seek", "request", "want", "condition", "ask", "press", "call", "appeal"}
)
"""Words over a release that is only wanted."""

NOT_EVENTS = frozenset({"compound", "flat", "goeswith", "amod"})


def find(clauses: Clauses, speech: tuple[SpeechFrame, ...]) -> Iterable[Candidate]:
    """Exchanges told by verbs ("freed 40 soldiers") and by nouns ("a prisoner swap", "the return of the bodies")."""
    words = lexicon("exchange")
    for ref in clauses.refs():
        upos = clauses.word(ref).upos
        if upos == "VERB" or (upos == "ADJ" and clauses.children(ref, "obj")):
            yield from _verb(clauses, words, ref)
        elif upos in {"NOUN", "PROPN"} and clauses.label(ref) not in NOT_EVENTS:
            yield from _noun(clauses, words, ref)


# ------------------------------------------------------------ who is freed


def object_of(clauses: Clauses, words: Lexicon, refs: Iterable[WordRef]) -> tuple[str | None, bool]:
    """Whom the words name (the contract's code), and whether by a word for captives rather than for people at large."""
    captives, persons = words.words("captive", "NOUN"), words.words("person", "NOUN")
    for ref in refs:
        for at in _named_by(clauses, ref):
            if clauses.lemma(at) in captives:
                return captives[clauses.lemma(at)], True
            if clauses.word(at).form.lower() in captives:
                return captives[clauses.word(at).form.lower()], True
    for ref in refs:
        for at in _named_by(clauses, ref):
            if clauses.lemma(at) in persons:
                return persons[clauses.lemma(at)], False
    return None, False


def _named_by(clauses: Clauses, ref: WordRef) -> tuple[WordRef, ...]:
    """The word and those that say what it counts or is: "dozens of prisoners", "captive soldiers", "all hostages"."""
    return (ref, *clauses.obliques(ref, "of", "from"), *clauses.children(ref, "compound", "appos", "amod"))


def _captivity(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the clause speaks of captivity or a swap: "freed from captivity", "released in a swap"."""
    setting = clauses.annotated.sentences[verb.sentence].words
    known = (
        lexicon("exchange").words("setting", "NOUN").keys()
        | lexicon("exchange").words("captive", "NOUN").keys()
    )
    return any(
        word.lemma.lower() in known - {"deal", "side", "truce", "ceasefire", "remain"} for word in setting
    )


# ------------------------------------------------------------ verbs


def _verb(clauses: Clauses, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    senses = senses_of_verb(clauses, words, verb)
    if clauses.label(verb) == "amod":
        return
    if "come_home" in senses and not clauses.patients(verb):
        yield from _come_home(clauses, words, verb)
        return
    if not senses & {"release", "handover", "swap", "get"}:
        return
    patients = clauses.patients(verb)
    what, captive = object_of(clauses, words, patients)
    score = _sureness(clauses, words, verb, senses, what, captive)
    if score <= DOUBTFUL:
        return
    rule = next(s for s in ("swap", "release", "handover", "get") if s in senses)
    yield _candidate(
        f"exchange.{rule}", verb, _around(clauses, verb, patients, "get" in senses), what, patients, score
    )


def _sureness(
    clauses: Clauses, words: Lexicon, verb: WordRef, senses: frozenset[str], what: str | None, captive: bool
) -> float:
    setting = _captivity(clauses, verb)
    persons = any(a.kind == "person" for w in clauses.patients(verb) for a in clauses.annotated.actors_at(w))
    if captive:
        score = PLAIN if "get" not in senses else WEAK
    elif what is not None:
        score = LIKELY if setting else FAINT if senses & {"release", "swap"} else DOUBTFUL
    elif "release" in senses and (persons or _counted(clauses, clauses.patients(verb))):
        score = LIKELY if setting else FAINT if clauses.word(verb).lemma != "release" else DOUBTFUL
    elif senses & {"swap", "handover"} and _counted(clauses, clauses.patients(verb)) and setting:
        score = WEAK
    else:
        return DOUBTFUL
    return min(score, DOUBTFUL) if _only_wanted(clauses, verb) else score


def _counted(clauses: Clauses, refs: Iterable[WordRef]) -> bool:
    """A bare number as the object: "freed 303 on Sunday"."""
    return any(clauses.word(ref).upos == "NUM" for ref in refs)


def _only_wanted(clauses: Clauses, ref: WordRef) -> bool:
    """Whether the release is only asked for: "demanded the release", "called on Hamas to free"."""
    above = clauses.governor(ref)
    return above is not None and clauses.lemma(above) in WANTED


def _around(clauses: Clauses, verb: WordRef, patients: tuple[WordRef, ...], receiving: bool) -> Participants:
    found = who.of_verb(clauses, verb)
    parts = [found, Participants(clauses.recipients(verb))]
    if receiving:
        parts.append(Participants(clauses.obliques(verb, "from")))
    for patient in patients:
        parts.append(_holders(clauses, patient))
    for phrase in clauses.obliques(verb, "in", "as", "under", "following", "after"):
        parts.append(who.of_noun(clauses, phrase))
    return who.together(*parts)


def _holders(clauses: Clauses, noun: WordRef) -> Participants:
    """Whose captives: "Israeli hostages", "prisoners held by the Houthis", "from each side", "soldiers of Sudan's army"."""
    parties = [
        *clauses.possessors(noun),
        *clauses.modifiers(noun),
        *clauses.obliques(noun, "from", "of", "by"),
    ]
    for inner in clauses.obliques(noun, "of"):
        parties += [
            *clauses.possessors(inner),
            *clauses.modifiers(inner),
            *clauses.obliques(inner, "from", "by"),
        ]
    for participle in clauses.children(noun, "acl"):
        parties += clauses.obliques(participle, "by")
    return Participants(tuple(dict.fromkeys(parties)))


def _come_home(clauses: Clauses, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """ "390 people came home in the swap": those freed as the subject."""
    subjects = clauses.subjects(verb)
    what, captive = object_of(clauses, words, subjects)
    if what is None and not _counted(clauses, subjects):
        return
    home = any(clauses.lemma(w) in {"home", "back"} for w in clauses.children(verb, "advmod", "obj", "obl"))
    if not (captive or _captivity(clauses, verb)) or not (home or clauses.obliques(verb, "from", "to")):
        return
    found = who.together(
        Participants(clauses.obliques(verb, "from", "to")), *(_holders(clauses, w) for w in subjects)
    )
    yield _candidate("exchange.come_home", verb, found, what, subjects, WEAK if captive else FAINT)


# ------------------------------------------------------------ nouns


def _noun(clauses: Clauses, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    senses = words.senses_of(clauses.lemma(noun), "NOUN") & {"swap", "release", "handover"}
    if not senses:
        return
    whose = (
        *clauses.obliques(noun, "of", "for", "between"),
        *clauses.children(noun, "compound"),
        *clauses.possessors(noun),
    )
    what, captive = object_of(clauses, words, whose)
    if what is None and not ("swap" in senses and clauses.lemma(noun) == "swap"):
        return
    verb, place = who.carrier(clauses, noun)
    found = who.together(
        who.of_noun(clauses, noun), *(_holders(clauses, w) for w in clauses.obliques(noun, "of"))
    )
    terms: tuple[WordRef, ...] = (noun,)
    score = (
        PLAIN if captive and "swap" in senses else LIKELY if captive else WEAK if "swap" in senses else 0.4
    )
    if verb is not None and senses_of_verb(clauses, words, verb) & {"carry", "hold_up"}:
        doers = clauses.agents(verb) if place != "nsubj" else ()
        found = who.together(found, Participants((*doers, *clauses.obliques(verb, *who.TOGETHER))))
    elif verb is not None and place == "obl":
        found = who.together(found, Participants(clauses.agents(verb)))
        if clauses.preposition(noun) in {"in", "as", "during", "for"} and _told_by(clauses, words, verb):
            return
    elif verb is not None and who.count_actors(clauses, found.parties) < 2:
        found = who.together(found, Participants(clauses.agents(verb)))
    if _only_wanted(clauses, noun):
        score = min(score, DOUBTFUL)
    rule = next(s for s in ("swap", "release", "handover") if s in senses)
    yield _candidate(f"exchange.{rule}_noun", noun, found, what or "prisoners", terms, score)


def _told_by(clauses: Clauses, words: Lexicon, verb: WordRef) -> bool:
    """Whether the verb over the noun tells the same: "freed 40 captives in a prisoner swap"."""
    if not senses_of_verb(clauses, words, verb) & {"release", "handover", "swap", "get"}:
        return False
    what, captive = object_of(clauses, words, clauses.patients(verb))
    return _sureness(clauses, words, verb, senses_of_verb(clauses, words, verb), what, captive) >= FAINT


def _candidate(
    rule: str,
    predicate: WordRef,
    found: Participants,
    what: str | None,
    scope: tuple[WordRef, ...],
    score: float,
) -> Candidate:
    return Candidate(
        kind=Kind.EXCHANGE,
        rule=rule,
        predicate=predicate,
        roles={"parties": found.parties, "third_parties": found.third_parties},
        own=what or "prisoners",
        scope=scope,
        score=score,
    )
