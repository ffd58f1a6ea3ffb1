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
from dataclasses import replace
from typing import TYPE_CHECKING

from goodoffices.extract.factuality import reality_of
from goodoffices.extract.grammar import participants as who
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, senses_of_verb, word_class
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
"""Scores by how much the construction itself says that captives went free."""

WANTED = word_class("exchange", "wanted", "VERB")
"""Words over a release that is only wanted."""

SETTING = ("in", "as", "under", "following", "after", "during", "through")
"""Prepositions of the deal or swap that a release belongs to."""

CONTENT = frozenset({"on", "about", "including", "regarding", "concerning", "for", "over"})
"""Prepositions after which a release is what is talked of."""

NOT_EVENTS = frozenset({"compound", "flat", "goeswith", "amod"})


def find(clauses: Clauses, speech: tuple[SpeechFrame, ...]) -> Iterable[Candidate]:
    """Exchanges told by verbs ("freed 40 soldiers") and by nouns ("a prisoner swap", "the return of the bodies")."""
    words = lexicon("exchange")
    freed: list[Candidate] = []
    for ref in clauses.refs():
        upos = clauses.word(ref).upos
        if upos == "VERB" or (upos == "ADJ" and clauses.children(ref, "obj")):
            freed.extend(_verb(clauses, words, ref))
        elif upos in {"NOUN", "PROPN"} and clauses.label(ref) not in NOT_EVENTS:
            yield from _noun(clauses, words, ref)
    yield from _both_ways(clauses, freed)


def _both_ways(clauses: Clauses, freed: list[Candidate]) -> Iterator[Candidate]:
    """One exchange where the text tells both directions in one breath: "A freed 4 while B freed 30".

    The second telling joins the first where it hangs on it, has no time of its own, and both are sure.
    """
    joined: list[Candidate] = []
    for candidate in freed:
        for i, first in enumerate(joined):
            if _answers(clauses, first, candidate):
                parties = (*clauses.agents(first.predicate), *clauses.agents(candidate.predicate))
                third = (*first.roles["third_parties"], *candidate.roles["third_parties"])
                roles = {
                    "parties": tuple(dict.fromkeys(parties)),
                    "third_parties": tuple(dict.fromkeys(third)),
                }
                joined[i] = replace(first, roles=roles, scope=(*first.scope, *candidate.scope))
                break
        else:
            joined.append(candidate)
    yield from joined


def _answers(clauses: Clauses, first: Candidate, second: Candidate) -> bool:
    verb = second.predicate
    if first.predicate.sentence != verb.sentence or min(first.score, second.score) < FAINT:
        return False
    if not who.count_actors(clauses, clauses.agents(verb)) or not first.scope or not second.scope:
        return False
    if verb not in clauses.subtree(first.predicate):
        return False
    marks = {clauses.lemma(w) for w in clauses.children(verb, "mark", "cc", "case")}
    swap = any(clauses.lemma(w) in {"exchange", "return"} for w in clauses.clause(first.predicate))
    if not marks & {"while", "and", "as"} and not swap:
        return False
    own = clauses.clause(verb)
    return not any(clauses.annotated.mention(MentionKind.TIME, w) for w in own)


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


def _captivity(clauses: Clauses, verb: WordRef, before: int = 0) -> bool:
    """Whether the clause speaks of captivity or a swap: "freed from captivity", "released in a swap"."""
    sentences = clauses.annotated.sentences[max(0, verb.sentence - before) : verb.sentence + 1]
    setting = [word for sentence in sentences for word in sentence.words]
    known = lexicon("exchange").words("setting", "NOUN").keys() | lexicon("exchange").words("captive", "NOUN").keys()
    return any(word.lemma.lower() in known - {"deal", "side", "truce", "ceasefire", "remain"} for word in setting)


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
    if "get" in senses and not who.count_actors(clauses, clauses.agents(verb)):
        return
    if _not_told(clauses, verb) or (senses == {"swap"} and _agreed(clauses, verb)):
        score = min(score, 0.4)
    rule = next(s for s in ("swap", "release", "handover", "get") if s in senses)
    others = tuple(w for w in _in_return(clauses, verb) if object_of(clauses, words, (w,))[0])
    found = _around(clauses, words, verb, (*patients, *others), "get" in senses)
    yield _candidate(f"exchange.{rule}", verb, found, what, (*patients, *others), score)


def _not_told(clauses: Clauses, ref: WordRef) -> bool:
    """Whether the release stands in a condition, a wish or a proposal: it is not told as an event."""
    reading = reality_of(clauses.annotated, ref)[0]
    if reading in {"conditional", "hoped", "proposed"}:
        return True
    at: WordRef | None = ref
    while at is not None:
        if any(clauses.lemma(w) in {"if", "unless", "until"} for w in clauses.children(at, "mark")):
            return True
        at = clauses.head(at) if clauses.label(at) in {"xcomp", "ccomp", "conj", "acl"} else None
    return False


def _agreed(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the exchange is what was agreed on: an agreement, not yet an exchange."""
    above = clauses.governor(verb)
    return above is not None and clauses.lemma(above) == "agree"


def _sureness(
    clauses: Clauses, words: Lexicon, verb: WordRef, senses: frozenset[str], what: str | None, captive: bool
) -> float:
    setting = _captivity(clauses, verb)
    persons = any(a.kind == "person" for w in clauses.patients(verb) for a in clauses.annotated.actors_at(w))
    if captive:
        score = PLAIN if "get" not in senses else WEAK
    elif what is not None:
        score = LIKELY if setting else FAINT if senses & {"release", "swap"} else DOUBTFUL
    elif "release" in senses and _counted_people(clauses, clauses.patients(verb)):
        score = LIKELY
    elif "release" in senses and (persons or _counted(clauses, clauses.patients(verb))):
        score = LIKELY if setting else FAINT if clauses.word(verb).lemma != "release" else DOUBTFUL
    elif senses & {"swap", "handover", "release"} and _counted(clauses, clauses.patients(verb)) and setting:
        score = WEAK
    elif senses & {"swap", "handover"} and _counted(clauses, clauses.patients(verb)):
        score = FAINT if _captivity(clauses, verb, before=2) else DOUBTFUL
    else:
        return DOUBTFUL
    return min(score, DOUBTFUL) if _only_wanted(clauses, verb) else score


def _counted(clauses: Clauses, refs: Iterable[WordRef]) -> bool:
    """A bare number as the object: "freed 303 on Sunday"."""
    return any(clauses.word(ref).upos == "NUM" for ref in refs)


def _counted_people(clauses: Clauses, refs: Iterable[WordRef]) -> bool:
    """People by their nation with a number: "released 400 Palestinians"."""
    return any(clauses.children(ref, "nummod") and clauses.annotated.actors_at(ref) for ref in refs)


def _only_wanted(clauses: Clauses, ref: WordRef) -> bool:
    """Whether the release is only asked for: "demanded the release", "called on Hamas to free"."""
    above = clauses.governor(ref)
    return above is not None and clauses.lemma(above) in WANTED


def _around(
    clauses: Clauses, words: Lexicon, verb: WordRef, patients: tuple[WordRef, ...], receiving: bool
) -> Participants:
    """Who frees whom: those of the swap that the clause names, else agents, recipients and the captives' own side."""
    phrases = tuple(w for phrase in clauses.obliques(verb, *SETTING) for w in _part_of(clauses, phrase))
    swaps = [who.of_noun(clauses, w) for w in phrases if clauses.lemma(w) in words.words("swap", "NOUN")]
    third = Participants((), tuple(w for phrase in phrases for w in who.of_noun(clauses, phrase).third_parties))
    if any(who.count_actors(clauses, swap.parties) >= 2 for swap in swaps):
        return who.together(*swaps, third)
    parts = [who.of_verb(clauses, verb), Participants(clauses.recipients(verb)), third, *swaps]
    if receiving:
        parts.append(Participants(clauses.obliques(verb, "from")))
    parts += [_holders(clauses, patient) for patient in patients]
    return who.together(*parts)


def _part_of(clauses: Clauses, phrase: WordRef) -> tuple[WordRef, ...]:
    """The thing that a release is part of: "as part of a ceasefire mediated by Qatar"."""
    if clauses.lemma(phrase) in {"part", "phase", "stage", "result"}:
        return clauses.obliques(phrase, "of") or (phrase,)
    return (phrase,)


def _in_return(clauses: Clauses, verb: WordRef) -> tuple[WordRef, ...]:
    """Those for whom they are exchanged: "freed four hostages in exchange for 200 prisoners"."""
    found: list[WordRef] = []
    for phrase in clauses.obliques(verb, "in", "for"):
        if clauses.lemma(phrase) in {"exchange", "return", "swap"}:
            found += clauses.obliques(phrase, "for")
    found += clauses.obliques(verb, "in exchange for", "in return for")
    return tuple(found)


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
    found = who.together(Participants(clauses.obliques(verb, "from", "to")), *(_holders(clauses, w) for w in subjects))
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
    verb, place = who.carrier(clauses, noun)
    held = verb is not None and bool(senses_of_verb(clauses, words, verb) & {"hold_up"})
    theirs = held and bool(clauses.possessors(noun)) and _captivity(clauses, noun, before=2)
    if what is None and not theirs and not ("swap" in senses and clauses.lemma(noun) == "swap"):
        return
    found = who.together(who.of_noun(clauses, noun), *(_holders(clauses, w) for w in clauses.obliques(noun, "of")))
    terms: tuple[WordRef, ...] = (noun,)
    score = (
        PLAIN if captive and "swap" in senses else LIKELY if captive else WEAK if "swap" in senses or theirs else 0.4
    )
    if verb is not None and senses_of_verb(clauses, words, verb) & {"carry", "hold_up"}:
        doers = clauses.agents(verb) if place != "nsubj" else ()
        partners = clauses.obliques(verb, *who.TOGETHER)
        found = who.together(found, Participants((*doers, *partners)))
        terms = (noun, *(w for w in partners if object_of(clauses, words, (w,))[0]))
    elif verb is not None and place == "obl":
        found = who.together(found, Participants(clauses.agents(verb)))
        if clauses.preposition(noun) in {"in", "as", "during", "for"} and _told_by(clauses, words, verb):
            return
    elif verb is not None and who.count_actors(clauses, found.parties) < 2:
        found = who.together(found, Participants(clauses.agents(verb)))
    if _only_wanted(clauses, noun):
        score = min(score, DOUBTFUL)
    elif (
        _not_told(clauses, noun)
        or clauses.preposition(noun) in CONTENT
        or ("swap" not in senses and not _happens(clauses, words, noun, verb, place))
    ):
        score = min(score, 0.4)
    rule = next(s for s in ("swap", "release", "handover") if s in senses)
    yield _candidate(f"exchange.{rule}_noun", noun, found, what or "prisoners", terms, score)


def _happens(clauses: Clauses, words: Lexicon, noun: WordRef, verb: WordRef | None, place: str) -> bool:
    """Whether the noun of release tells an event: what a verb carries out, holds up or follows."""
    if clauses.preposition(noun) in {"after", "following", "during", "since", "with", "to", "in", "at"}:
        return True
    if verb is None or place == "obl":
        return False
    return place.startswith("nsubj") or bool(senses_of_verb(clauses, words, verb) & {"carry", "hold_up"})


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
