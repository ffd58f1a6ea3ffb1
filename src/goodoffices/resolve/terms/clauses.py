"""Conditions and purposes: clauses with "if", "provided that", "in return for"; "to retrieve the bodies"."""

from __future__ import annotations

from itertools import pairwise

from goodoffices.model.facts import Term
from goodoffices.model.words import Sentence, Word
from goodoffices.resolve.terms.cues import TRUCE_NOUNS
from goodoffices.resolve.terms.durations import Found

_CONJUNCTIONS = frozenset({"if", "unless", "provided", "providing"})
_PREPOSITIONS = (
    ("in", "return", "for"),
    ("in", "exchange", "for"),
    ("on", "condition", "that"),
    ("on", "the", "condition", "that"),
    ("concurrently", "with"),
    ("simultaneously", "with"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("conditional", "on"),
    ("subject", "to"),
    ("in", "parallel", "with"),
)
_STOP = frozenset({".", ";", "”", '"'})
_LONGEST = 30
_NEAR = 6
_TIMETABLE = frozenset({"begin", "start", "last", "take", "come", "run", "enter", "go", "be", "expire", "hold"})
"""Infinitives that say when a truce is, not what for."""


def conditions(text: str, sentence: Sentence) -> list[Found]:
    """Conditions in a sentence, each from its conjunction or preposition to the end of its clause."""
    found = []
    forms = [word.form.lower() for word in sentence.words]
    for word in sentence.words:
        opened = (
            forms[word.index] in _CONJUNCTIONS
            and word.deprel in {"mark", "case", "advcl", "acl"}
            and _is_condition(sentence, word)
        )
        if opened or any(tuple(forms[word.index : word.index + len(p)]) == p for p in _PREPOSITIONS):
            last = _last_of_clause(sentence, word)
            found.append(Found(word.start, last.end, Term(condition=text[word.start : last.end]), word.start))
    return found


def _is_condition(sentence: Sentence, mark: Word) -> bool:
    """An "if" that opens an adverbial clause, and no "asked if"."""
    before = sentence.words[mark.index - 1].form.lower() if mark.index else ""
    after = sentence.words[mark.index + 1].form.lower() if mark.index + 1 < len(sentence.words) else ""
    if before in {"as", "even"} or after == "not":
        return False
    above = sentence.words[mark.head] if 0 <= mark.head < len(sentence.words) else mark
    return not above.deprel.startswith("ccomp")


def _last_of_clause(sentence: Sentence, opening: Word) -> Word:
    last = opening
    for word in sentence.words[opening.index + 1 : opening.index + _LONGEST]:
        if word.form in _STOP or (word.form == "," and last.index > opening.index + 2):
            break
        last = word
    return last


def purposes(text: str, sentence: Sentence) -> list[Found]:
    """What a truce is for: the infinitive after its noun, "a pause in limited areas to retrieve bodies"."""
    found = []
    for mark, verb in pairwise(sentence.words):
        if (
            mark.form.lower() != "to"
            or verb.upos != "VERB"
            or verb.lemma.lower() in _TIMETABLE
            or not _follows_truce(sentence, mark)
        ):
            continue
        last = _last_of_clause(sentence, mark)
        found.append(Found(mark.start, last.end, Term(purpose=text[mark.start : last.end]), verb.start))
    return found


def _follows_truce(sentence: Sentence, mark: Word) -> bool:
    """Whether a truce noun comes shortly before, with nothing but its own phrases between."""
    for word in reversed(sentence.words[max(0, mark.index - _NEAR) : mark.index]):
        if word.lemma.lower() in TRUCE_NOUNS and word.upos == "NOUN":
            return True
        if word.upos not in {"NOUN", "ADJ", "ADP", "DET", "NUM", "PROPN"}:
            return False
    return False
