"""A word's own form: tense, mood, auxiliaries, negation, and the words that modify it."""

from __future__ import annotations

import re
from datetime import date

from goodoffices.extract.factuality.cues import FACT, Reading, cues
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import MentionKind, WordRef

Own = tuple[Reading, str | None]
TOLD_OF_EVENTS = frozenset(
    [
        "abandon",
        "anticipate",
        "cancel",
        "delay",
        "demand",
        "envisage",
        "expect",
        "foresee",
        "offer",
        "plan",
        "postpone",
        "promise",
        "propose",
        "request",
        "schedule",
        "scrap",
        "set",
        "slate",
        "suggest",
        "suspend",
    ]
)
"""Participles that tell what becomes of an event: "talks scheduled", not "talks aimed at"."""

MADE = frozenset(
    ["agree", "announce", "broker", "conclude", "declare", "hold", "mediate", "reach", "ratify", "sign", "strike"]
)
"""Participles that say a thing was made: "a truce agreed in May"."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_FAR_AHEAD_DAYS = 400
"""A time expression farther ahead than this is a span ("in six years"), not the day of an event."""

AHEAD = frozenset({"tomorrow", "tonight", "next"})
"""Words that put a verb in the present into the future."""


def own_reading(clauses: Clauses, ref: WordRef) -> Own:
    """The reading that a word has by itself, with the deciding word (None for plain tense)."""
    if clauses.is_predicate(ref):
        return _of_predicate(clauses, ref)
    return _of_noun(clauses, ref)


def _of_predicate(clauses: Clauses, ref: WordRef) -> Own:
    reading, cue = _tense(clauses, ref)
    adverb = _adverb(clauses, ref)
    if adverb is not None and adverb[0] != "negated":
        reading, cue = adverb
    negation = _negation(clauses, ref)
    if negation is not None:
        return ("possible", f"{cue} {negation}") if cue in {"may", "might"} else ("negated", negation)
    clause = _conjunction(clauses, ref)
    if clause is not None:
        return "conditional", clause
    if _asked(clauses, ref):
        return "possible", "?"
    return reading, cue


def _tense(clauses: Clauses, ref: WordRef) -> Own:
    word = clauses.word(ref)
    head = clauses.head(ref)
    if head is not None and clauses.label(ref) == "conj" and _shares(clauses, ref) and clauses.is_predicate(head):
        return _tense(clauses, head)
    aux = [clauses.word(c) for c in clauses.children(ref, "aux", "aux:pass", "cop")]
    lemmas = [a.lemma.lower() for a in aux]
    forms = [a.form.lower() for a in aux]
    for form, lemma in zip(forms, lemmas, strict=True):
        modal = cues("modal", "AUX").get(form) or cues("modal", "AUX").get(lemma)
        if modal is not None:
            if form in {"would", "could", "should", "might", "ought"} and "have" in lemmas:
                return "failed" if form != "might" else "possible", form
            return modal, form
    to = any(clauses.lemma(c) == "to" for c in clauses.children(ref, "mark"))
    shape = word.feats.get("VerbForm")
    if to and (clauses.label(ref) in {"root", "parataxis", "conj", "ccomp"} or "be" in lemmas):
        return "planned", "to"
    if word.feats.get("Mood") == "Imp" or _bare(clauses, ref):
        return "proposed", None
    if clauses.label(ref) == "advcl" and to:
        return "planned", "to"
    present = any(a.feats.get("Tense") == "Pres" for a in aux) or (not aux and word.feats.get("Tense") == "Pres")
    perfect = "have" in lemmas
    if present and not perfect and (_ahead(clauses, ref) or _tomorrow(clauses, ref)):
        return "planned", None
    progressive = word.upos == "VERB" and shape in {"Part", "Ger"} and word.form.lower().endswith("ing")
    if progressive and "be" in lemmas:
        return (
            ("planned", "going") if clauses.lemma(ref) == "go" and clauses.children(ref, "xcomp") else ("ongoing", None)
        )
    return "done", None


def _shares(clauses: Clauses, ref: WordRef) -> bool:
    """A coordinated infinitive without subject, auxiliary or "to" of its own has those of the first."""
    return clauses.word(ref).feats.get("VerbForm") == "Inf" and not clauses.children(ref, "aux", "mark", "nsubj")


def _bare(clauses: Clauses, ref: WordRef) -> bool:
    """A bare infinitive as the main verb: an order or advice."""
    if clauses.word(ref).feats.get("VerbForm") != "Inf" or clauses.label(ref) not in {"root", "parataxis"}:
        return False
    return not clauses.children(ref, "aux", "mark", "nsubj", "nsubj:pass", "cop")


def _ahead(clauses: Clauses, ref: WordRef) -> bool:
    """A time expression of the clause lies after the day of publication."""
    published = clauses.annotated.document.published
    if published is None:
        return False
    for child in clauses.children(ref, "obl", "advmod", "nmod"):
        mention = clauses.annotated.mention(MentionKind.TIME, child)
        if mention is not None and mention.when is not None and mention.when.start is not None:
            start = date.fromisoformat(mention.when.start)
            return 0 < (start - published).days < _FAR_AHEAD_DAYS
    return False


def _tomorrow(clauses: Clauses, ref: WordRef) -> bool:
    """ "tomorrow", "tonight", "next week" stand beside the verb."""
    for child in clauses.children(ref, "obl", "advmod"):
        if clauses.preposition(child):
            continue
        if clauses.lemma(child) in AHEAD or any(clauses.lemma(w) in AHEAD for w in clauses.children(child, "amod")):
            return True
    return False


def _adverb(clauses: Clauses, ref: WordRef) -> Own | None:
    for child in clauses.children(ref, "advmod"):
        reading = cues("modifier", "ADV").get(clauses.lemma(child))
        if reading is not None and child.sentence == ref.sentence:
            return reading, clauses.lemma(child)
    return None


def _negation(clauses: Clauses, ref: WordRef) -> str | None:
    found = clauses.negation(ref)
    if found is not None:
        return clauses.lemma(found)
    for child in clauses.children(ref, "advmod", "cc", "cc:preconj"):
        if cues("modifier", "ADV").get(clauses.lemma(child)) == "negated" and clauses.lemma(child) != "no":
            return clauses.lemma(child)
    for child in clauses.children(ref, "nsubj", "nsubj:pass", "obj"):
        if clauses.lemma(child) in {"nobody", "none", "nothing", "no one", "neither"}:
            return clauses.lemma(child)
        determiner = clauses.negation(child)
        if determiner is not None and clauses.label(determiner) == "det":
            return clauses.lemma(determiner)
    for child in clauses.children(ref, "mark"):
        if clauses.lemma(child) == "without":
            return "without"
    head = clauses.head(ref)  # "have yet to sign"
    light = head is not None and clauses.label(ref) == "xcomp" and clauses.lemma(head) in {"have", "be"}
    if (
        head is not None
        and light
        and any(clauses.lemma(c) == "yet" for at in (ref, head) for c in clauses.children(at, "advmod"))
    ):
        return "yet"
    return None


def _conjunction(clauses: Clauses, ref: WordRef) -> str | None:
    if clauses.label(ref) not in {"advcl", "ccomp", "csubj", "advcl:relcl", "root", "parataxis"}:
        return None
    for child in clauses.children(ref, "mark", "advmod"):
        lemma = clauses.lemma(child)
        if cues("conjunction", "SCONJ").get(lemma) == "conditional":
            return lemma
    return None


def _asked(clauses: Clauses, ref: WordRef) -> bool:
    """The main verb of a question."""
    sentence = clauses.annotated.sentences[ref.sentence]
    return clauses.label(ref) == "root" and any(word.form == "?" for word in sentence.words[-3:])


def _of_noun(clauses: Clauses, ref: WordRef) -> Own:
    negation = clauses.negation(ref)
    if negation is not None:
        return "negated", clauses.lemma(negation)
    for child in clauses.children(ref, "amod", "advmod", "det", "compound"):
        word = clauses.word(child)
        for form in (word.form.lower(), clauses.lemma(child)):
            reading = cues("modifier", "ADJ").get(form)
            if reading is not None:
                return reading, form
    described = _described(clauses, ref)
    if described is not None:
        return described
    preposition = clauses.preposition(ref)
    reading = cues("preposition", "ADP").get(preposition) if preposition else None
    if reading is not None and reading != "done":
        return reading, preposition
    return "done", None


def _described(clauses: Clauses, ref: WordRef) -> Own | None:
    """What a participle or infinitive after the noun says: "talks scheduled for Monday", "a meeting to be held"."""
    for child in clauses.children(ref, "acl"):
        lemma = clauses.lemma(child)
        if clauses.is_passive(child) and lemma in TOLD_OF_EVENTS:
            reading = cues("governor", "VERB").get(lemma)
            if reading is not None:
                return reading, lemma
        to = any(clauses.lemma(c) == "to" for c in clauses.children(child, "mark"))
        if to and (clauses.children(child, "aux:pass") or lemma in {"begin", "start", "open", "take", "follow"}):
            return "planned", "to"
        if lemma == "due":
            return "planned", "due"
    return None


def is_settled(clauses: Clauses, noun: WordRef) -> bool:
    """A thing that the text takes for granted: "the 2015 deal", "the last round", "the truce agreed in May"."""
    for child in clauses.children(noun, "nummod", "compound", "amod"):
        form = clauses.word(child).form
        if _YEAR.fullmatch(form) or cues("modifier", "ADJ").get(form.lower()) in FACT:
            return True
    return any(
        clauses.is_passive(child) and clauses.lemma(child) in MADE and not clauses.children(child, "aux", "mark")
        for child in clauses.children(noun, "acl")
    )
