"""Attributions that stand aside: "The army, he added, had come back", "a deal was near, two officials said"."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import WordRef
from goodoffices.model.words import Sentence, Word

OPENS = frozenset({",", '"', "”", "’", "'", "-", "–", "—", ":", ";"})
CLOSES = frozenset({",", ".", ";", '"', "“", "‘", "-", "–", "—", "!", ")", ":"})
PARTS = frozenset({";", ":"})
"""Marks that part an aside's own stretch from the rest of the sentence."""

AFTER = frozenset({"ADP", "ADV", "NOUN", "PROPN", "PUNCT"})
ADDRESSED = frozenset({"DET", "PRON", "ADJ", "NUM"})
ADVERBIAL = frozenset({"obl", "obl:tmod", "obl:unmarked", "compound"})
"""What may follow the verb of an aside before its closing mark."""

QUOTES = frozenset({'"', "”", "’"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LONGEST = 14
"""An aside of more words before its verb is no aside (longest seen in annotated documents: 11)."""


@dataclass(frozen=True, slots=True)
class Aside:
    """An attribution between marks: its subject, and the words of the sentence that it answers for."""

    speaker: WordRef
    content: frozenset[WordRef]


def aside(clauses: Clauses, verb: WordRef, *, addressing: bool = False) -> Aside | None:
    """The aside whose verb this is, found by its marks; None where the verb begins or rules the sentence.

    Its form: a mark, a noun phrase without a finite verb, the verb, and then a mark, or an adverbial
    and the end; `addressing` verbs may have their audience in between. What it answers for is the rest of the stretch between semicolons, if that has a verb.
    """
    sentence = clauses.annotated.sentences[verb.sentence]
    words = sentence.words
    opening = _opening(words, verb.word)
    if opening is None:
        return None
    closing = _closing(words, verb.word, addressing=addressing)
    if closing is None:
        return None
    speaker = _head_noun(words, opening + 1, verb.word)
    if speaker is None:
        return None
    first, last = _stretch(words, opening, closing)
    inside = range(opening, closing)
    content = [i for i in range(first, last) if i not in inside]
    if not _has_predicate(sentence, content, verb.word) or any(
        words[i].form == "that" and i == verb.word + 1 for i in content
    ):
        return None
    return Aside(WordRef(verb.sentence, speaker), frozenset(WordRef(verb.sentence, i) for i in content))


def _opening(words: tuple[Word, ...], verb: int) -> int | None:
    """The mark before the aside; the words up to the verb hold no finite verb."""
    for i in range(verb - 1, max(-1, verb - 1 - _LONGEST), -1):
        word = words[i]
        if word.form in OPENS and i < verb - 1 and i > 0:
            return _behind_quote(words, i) if words[verb - 1].form == "," else i
        if word.upos in {"AUX", "SCONJ", "CCONJ"} and word.lemma not in {"and", "have"}:
            return None
        if word.upos == "VERB" and (word.feats.get("VerbForm") == "Fin" or word.form.lower().endswith("ing")):
            return None
        if word.lemma.lower() in {"who", "which", "that"} and word.upos == "PRON":
            return None
    return None


def _behind_quote(words: tuple[Word, ...], comma: int) -> int:
    """The closing quotation mark before an apposition: "…," their spokesman, Zabihullah Mujahid, told AFP."""
    for i in range(comma, max(0, comma - _LONGEST), -1):
        if words[i].form in QUOTES and i + 1 < comma:
            return i
        if words[i].upos in {"VERB", "AUX", "SCONJ"}:
            break
    return comma


def _closing(words: tuple[Word, ...], verb: int, *, addressing: bool) -> int | None:
    """Where the aside ends (exclusive): at a mark right after the verb, or after adverbials without a verb."""
    for i in range(verb + 1, len(words)):
        word = words[i]
        if word.form in CLOSES:
            return i
        if i == verb + 1 and word.upos not in AFTER | (ADDRESSED if addressing else frozenset()):
            return None
        if word.upos in {"VERB", "AUX", "SCONJ"} or (word.upos == "PRON" and i == verb + 1 and not addressing):
            return None
        if i == verb + 1 and word.upos in {"NOUN", "PROPN"} and not addressing and word.deprel not in ADVERBIAL:
            return None
    return len(words)


def _head_noun(words: tuple[Word, ...], first: int, verb: int) -> int | None:
    """The first noun of the phrase that hangs on no other word of it, before any preposition or participle."""
    for i in range(first, verb):
        word = words[i]
        if word.upos not in NOMINAL:
            continue
        inside = first <= word.head < verb and words[word.head].upos in NOMINAL and word.head > i
        if not inside:
            return i
    return None


def _stretch(words: tuple[Word, ...], opening: int, closing: int) -> tuple[int, int]:
    """First and last word (exclusive) of the stretch between semicolons or colons around the aside."""
    first = opening
    while first > 0 and words[first - 1].form not in PARTS:
        first -= 1
    last = closing
    while last < len(words) and words[last].form not in PARTS:
        last += 1
    return first, last


def _has_predicate(sentence: Sentence, content: list[int], verb: int) -> bool:
    """The rest is a clause, or a fragment after a colon."""
    if any(sentence.words[i].upos in {"VERB", "AUX"} for i in content):
        return True
    return bool(content) and content[0] > 0 and sentence.words[content[0] - 1].form == ":" and content[0] < verb
