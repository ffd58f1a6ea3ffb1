"""Where the governing verb points: to the past, to the future, or nowhere in particular."""

from __future__ import annotations

from goodoffices.model.words import ROOT, Sentence, Word
from goodoffices.resolve.times.lemmas import lemmas
from goodoffices.resolve.times.setting import Side

_FUTURE_AUX = lemmas("future-auxiliary")
_FORESEEN = lemmas("foreseen")
"""Participles and adjectives after which a date lies ahead: "due on Monday", "scheduled for Tuesday"."""
_CARRIED_OUT = lemmas("carried-out")
"""Verbs whose infinitive happened, or did not, at the time of the verb: "failed to meet on Friday"."""
_TIMETABLE = lemmas("timetable")
"""Verbs whose present tense tells of what is to come: "talks resume on Monday"."""


def side_at(sentence: Sentence, index: int) -> Side:
    """The side to which the verb above a word points; "open" where none does."""
    at, steps = index, 0
    while at != ROOT and steps < len(sentence.words):
        word = sentence.words[at]
        if _is_predicate(sentence, word) and at != index:
            side = _side_of(sentence, word)
            if side in {"future", "infinitive"} and _is_recalled(sentence, word):
                return "open"
            if side != "open" or _is_finite(sentence, word):
                return side
        elif word.lemma.lower() in _FORESEEN and word.upos == "ADJ":
            return "future"
        at, steps = word.head, steps + 1
    return "open"


def _is_finite(sentence: Sentence, word: Word) -> bool:
    below = (sentence.words[c] for c in sentence.children[word.index])
    return word.feats.get("VerbForm") == "Fin" or any(
        c.deprel in {"aux", "aux:pass", "cop"} and c.feats.get("VerbForm") == "Fin" for c in below
    )


def _is_recalled(sentence: Sentence, word: Word) -> bool:
    """Whether what was to come is told from after: "a summit planned for May was scrapped"."""
    auxiliaries = [
        sentence.words[c]
        for c in sentence.children[word.index]
        if sentence.words[c].deprel in {"aux", "aux:pass", "cop"}
    ]
    if any(a.form.lower() in {"was", "were", "had"} for a in auxiliaries):
        return not any(a.form.lower() in _FUTURE_AUX for a in auxiliaries)
    if (
        word.lemma.lower() in _FORESEEN
        and not auxiliaries
        and word.head != ROOT
        and word.deprel in {"acl", "amod", "advcl", "acl:relcl"}
    ):
        return side_at(sentence, word.index) == "past"
    if word.feats.get("VerbForm") == "Inf" and word.head != ROOT and word.deprel == "xcomp":
        above = sentence.words[word.head]
        return above.lemma.lower() in _FORESEEN and _is_recalled(sentence, above)
    return False


def _is_predicate(sentence: Sentence, word: Word) -> bool:
    return word.upos in {"VERB", "AUX"} or any(sentence.words[c].deprel == "cop" for c in sentence.children[word.index])


def _side_of(sentence: Sentence, word: Word) -> Side:
    below = [sentence.words[c] for c in sentence.children[word.index]]
    auxiliaries = [c for c in below if c.deprel in {"aux", "aux:pass", "cop"}]
    lemmas = {a.lemma.lower() for a in auxiliaries}
    forms = {a.form.lower() for a in auxiliaries}
    lemma, form = word.lemma.lower(), word.feats.get("VerbForm")
    if "have" in lemmas and not lemmas & {"will", "shall"} and "to" not in forms and lemma not in _FORESEEN:
        return "past"
    ahead = (lemmas | forms) & _FUTURE_AUX
    if ahead:
        return "infinitive" if ahead <= {"would", "might", "could"} else "future"
    if lemma in _FORESEEN and (form == "Part" or word.upos == "ADJ"):
        return "future"
    if lemma == "go" and form == "Part" and any(c.deprel == "xcomp" for c in below):
        return "future"
    if "to" in forms or (lemmas & {"be"} and form == "Inf"):
        return "future"
    if form == "Inf" or any(c.deprel == "mark" and c.lemma.lower() == "to" for c in below):
        return _of_infinitive(sentence, word)
    if any(a.feats.get("Tense") == "Past" for a in auxiliaries) or (
        word.feats.get("Tense") == "Past" and form == "Fin"
    ):
        return "past"
    if form == "Part" and word.feats.get("Tense") == "Past":
        return "past" if not auxiliaries else _of_present(lemma, forms)
    if form in {"Part", "Ger"} and not auxiliaries:
        return "open"
    return _of_present(lemma, forms)


def _of_infinitive(sentence: Sentence, word: Word) -> Side:
    if word.head != ROOT:
        above = sentence.words[word.head]
        if above.lemma.lower() in _CARRIED_OUT and word.deprel in {"xcomp", "ccomp"}:
            return _side_of(sentence, above)
        if word.deprel in {"conj"} and _is_predicate(sentence, above):
            return _side_of(sentence, above)
        if above.lemma.lower() in _FORESEEN:
            return "future"
    return "infinitive"


def _of_present(lemma: str, auxiliaries: set[str]) -> Side:
    if lemma in _TIMETABLE or (auxiliaries & {"is", "are", "'s", "’s"} and lemma in _FORESEEN):
        return "future"
    return "open"
