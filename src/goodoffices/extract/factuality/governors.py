"""The word above a thing that decides on it: of which verb, adjective or noun it is the complement."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.extract.factuality.cues import NEGATIVE, Reading, cues
from goodoffices.extract.factuality.own import own_reading
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lemmas import SUPPORT_VERBS
from goodoffices.extract.grammar.lexicon import verb_term
from goodoffices.model.mentions import WordRef

COMPLEMENT = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass", "csubj:outer"})
PATIENT = frozenset({"obj", "nsubj:pass"})
SOURCES = frozenset(
    {
        "say",
        "tell",
        "write",
        "announce",
        "confirm",
        "claim",
        "report",
        "state",
        "add",
        "warn",
        "believe",
        "think",
        "know",
        "allege",
        "insist",
        "declare",
        "explain",
        "note",
        "reply",
        "answer",
        "deny",
        "hope",
        "expect",
    }
)
"""Verbs whose subject is a source of its own: the climb ends with them."""

JUDGING = frozenset(
    ["accuse", "blame", "condemn", "congratulate", "criticise", "criticize", "praise", "punish", "sanction", "thank"]
)
"""Verbs that take what they judge for granted: "blamed them for breaking the truce"."""

AHEAD = frozenset(
    ["conference", "consultation", "meeting", "negotiation", "round", "session", "summit", "talk", "trip", "visit"]
)
"""Events that lie ahead where they are announced; a deal or truce that is announced has been made."""

GOVERNED = frozenset({"for", "to", "about", "against", "towards", "toward"})
"""Prepositions that a verb governs: "pressed for a truce"."""

EVENT = frozenset({"in", "to", "into", "at", "for", "on", "of"})
"""Prepositions before an event in which, or a setting at which, something happens."""

OF_NOUN = frozenset({"of", "for", "to", "on", "about", "in", "towards", "toward"})


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs a thing; `reading` is None where the thing shares the word's own reading."""

    word: WordRef
    cue: str
    reading: Reading | None
    is_source: bool = False


def governor_of(clauses: Clauses, ref: WordRef) -> Governor | None:
    """The governor of a predicate or event noun; None where nothing above it decides."""
    head, label = clauses.head(ref), clauses.label(ref)
    if head is None:
        return None
    if label == "conj":
        return None if clauses.children(ref, "nsubj", "nsubj:pass", "aux", "cop") else _shared(clauses, ref, head)
    if clauses.is_predicate(ref):
        return _of_predicate(clauses, ref, head, label)
    return _of_noun(clauses, ref, head, label)


def _shared(clauses: Clauses, ref: WordRef, head: WordRef) -> Governor | None:
    """A coordinated thing shares the governor of the first of them, and, a verb, its auxiliaries."""
    if clauses.is_predicate(ref) and clauses.children(head, "aux", "cop"):
        own = clauses.word(ref).feats
        if own.get("VerbForm") != "Fin":
            return Governor(head, clauses.lemma(head), None)
    return governor_of(clauses, head)


def _of_predicate(clauses: Clauses, ref: WordRef, head: WordRef, label: str) -> Governor | None:
    if label in COMPLEMENT or (label in {"advcl", "obl"} and clauses.word(head).upos == "ADJ"):
        if label == "ccomp" and clauses.lemma(head) in SOURCES:
            reading = cues("governor", "VERB").get(clauses.lemma(head))
            if clauses.lemma(head) in {"deny", "hope", "expect"}:
                return Governor(head, clauses.lemma(head), reading, is_source=True)
            return None
        if clauses.lemma(head) in {"have", "get"} and label == "xcomp" and _to(clauses, ref):
            return Governor(head, "have to", "proposed")
        return _governor(
            clauses, head, default="possible" if label in {"xcomp", "csubj"} and _to(clauses, ref) else None
        )
    if (
        label == "acl"
        and clauses.word(head).upos in {"NOUN", "PROPN"}
        and (_to(clauses, ref) or clauses.children(ref, "mark"))
    ):
        reading = cues("governor", "NOUN").get(clauses.lemma(head))
        return Governor(head, clauses.lemma(head), reading or ("planned" if _to(clauses, ref) else None))
    if label == "advcl" and clauses.lemma(head) in JUDGING and _marked(clauses, ref, "for", "of"):
        return None  # "criticised them for meeting": taken for granted
    if label == "advcl" and _open(clauses, ref):
        outer, _ = own_reading(clauses, head)
        if outer not in NEGATIVE:
            return Governor(head, clauses.lemma(head), None)
    if label == "acl" and _open(clauses, ref):
        reading = cues("governor", "NOUN").get(clauses.lemma(head))
        return Governor(head, clauses.lemma(head), reading) if reading else None
    return None


def _open(clauses: Clauses, ref: WordRef) -> bool:
    """A subordinate verb that has no past of its own: "before leaving", "when they meet"."""
    words = [clauses.word(ref), *(clauses.word(c) for c in clauses.children(ref, "aux", "aux:pass", "cop"))]
    if any(w.feats.get("Tense") == "Past" and w.feats.get("VerbForm") == "Fin" for w in words):
        return False
    return words[0].feats.get("Tense") == "Pres" or words[0].feats.get("VerbForm") == "Ger" or len(words) > 1


def _to(clauses: Clauses, ref: WordRef) -> bool:
    return _marked(clauses, ref, "to")


def _marked(clauses: Clauses, ref: WordRef, *markers: str) -> bool:
    return any(clauses.lemma(c) in markers for c in clauses.children(ref, "mark"))


def _governor(clauses: Clauses, head: WordRef, *, default: Reading | None) -> Governor:
    """The governor as the vocabulary knows it: by its verb with particle, its adjective or noun."""
    pos = clauses.word(head).upos
    term = verb_term(clauses, head)
    terms = [term] if " " in term else [term, clauses.word(head).form.lower()]
    for kind in (pos, *(p for p in ("VERB", "ADJ", "NOUN") if p != pos)):
        table = cues("governor", kind)
        for term in terms:
            if term in table:
                return Governor(head, term, table[term])
    return Governor(head, terms[0], default)


def _of_noun(clauses: Clauses, ref: WordRef, head: WordRef, label: str) -> Governor | None:
    if clauses.is_predicate(head):
        return _noun_of_verb(clauses, ref, head, label)
    if label == "compound":  # "the ceasefire agreement" is what it is itself; "a ceasefire proposal" only proposes one
        reading = cues("governor", "NOUN").get(clauses.lemma(head))
        return Governor(head, clauses.lemma(head), None if reading == "planned" else reading)
    if label in {"nmod", "obl"} and clauses.preposition(ref) in OF_NOUN | {""}:
        reading = cues("governor", "NOUN").get(clauses.lemma(head))
        if reading is not None:
            return Governor(head, clauses.lemma(head), reading)
        if label == "nmod" and clauses.preposition(ref) in {"of", "for"}:
            return Governor(head, clauses.lemma(head), None)
    return None


def _noun_of_verb(clauses: Clauses, ref: WordRef, head: WordRef, label: str) -> Governor | None:
    lemma, term = clauses.lemma(head), verb_term(clauses, head)
    preposition = clauses.preposition(ref)
    table = cues("governor", "VERB")
    if label in PATIENT or (label == "nsubj" and _befalls(clauses, head)):
        reading = table.get(term, table.get(lemma))
        if lemma == "announce" and clauses.lemma(ref) in AHEAD:
            reading = "planned"
        if lemma in {"say", "tell", "report", "know", "think", "believe", "discuss", "support", "back"}:
            reading = None if lemma != "discuss" else reading
        return Governor(head, term, reading)
    if label == "nsubj" and table.get(term) == "ongoing":
        return Governor(head, term, "ongoing")
    if label == "nsubj" and lemma not in SUPPORT_VERBS and own_reading(clauses, ref)[1] is not None:
        return None  # "the planned talks could help": the verb says nothing of whether they take place
    if label == "nsubj":
        found = _governor(clauses, head, default=None)
        return (
            found
            if clauses.word(head).upos in {"ADJ", "ADV", "ADP"} or lemma in {"fail", "collapse", "fall"}
            else Governor(head, term, None)
        )
    return _oblique(clauses, head, preposition) if label == "obl" else None


def _oblique(clauses: Clauses, head: WordRef, preposition: str) -> Governor | None:
    """A noun after a preposition: the verb's complement ("called for talks"), its event ("took part in talks"), or a setting."""
    lemma, term = clauses.lemma(head), verb_term(clauses, head)
    if clauses.word(head).upos == "ADJ" and preposition in {"to", "for", "of", "in"}:
        return Governor(head, lemma, cues("governor", "ADJ").get(lemma))
    table = cues("governor", "VERB")
    if f"{lemma} {preposition}" in table:
        return Governor(head, f"{lemma} {preposition}", table[f"{lemma} {preposition}"])
    if preposition in GOVERNED and table.get(term) is not None:
        return Governor(head, term, table[term])
    if preposition not in EVENT:
        return None
    if lemma in SUPPORT_VERBS | {"engage", "turn", "put", "arrive", "send"}:
        return Governor(head, term, None)
    outer, _ = own_reading(clauses, head)
    return None if outer in NEGATIVE else Governor(head, term, None)


def _befalls(clauses: Clauses, head: WordRef) -> bool:
    """The verb tells what becomes of its subject ("the talks collapsed"), not what the subject does."""
    return clauses.lemma(head) in {"fail", "collapse", "fall"}
