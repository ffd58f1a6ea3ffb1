"""What a number counts: the noun after it, people by name, or nothing said."""

from __future__ import annotations

import re

from goodoffices.model.words import ROOT, Sentence, Word
from goodoffices.resolve.terms.cues import CASUALTY, EXCHANGE, counted_nouns, followed_by_casualty
from goodoffices.resolve.times.lemmas import lemmas

_CAPTIVE = lemmas("captive")
_NO_PEOPLE = lemmas("no-people")
_COMES_HOME = lemmas("comes-home")
_DEMONYM = re.compile(r"[A-Z]\w+(?:s|ese|ish|men|i)$")
_ALONE_AFTER = re.compile(
    r"\s+(?:of\s+(?:them|whom)|each|apiece|from\s+(?:each|either)|on\s+(?:each|either)|in\s+all|for\s+the\s+whole"
    r"|more\s+(?:were|have|had|will|are)|(?:that\s+|which\s+)?(?:they|it|he|she)\s+(?:had\s+)?(?:promised|agreed)"
    r"|(?:promised|agreed)\s+(?:to|on|in|under)?)\b"
)
_CLOSED = re.compile(r"\s*(?:[,.;)]|$|by\b|on\s+[A-Z])")
_TAKEN = re.compile(r"\s+(?:others?\s+|more\s+)?(?:(?:are|were|have\s+been)\s+)?(?:captured|detained)\b")
_OTHERS = re.compile(r"\s+others?\b")
_REMAINS_OF = re.compile(r"\b(?:bodies|remains|corpses)\s+of\b")
_REACH = 7
"""Words after a number in which its noun is looked for."""
_STEPS = 4
_COLLECTIVE = frozenset({"personnel", "police", "people", "staff", "force", "aircraft", "crossing"})
_FEW = 2
"""Up to this number persons are counted only beside a word of freeing or handing over."""


def category(noun: Word | None) -> str:
    """person, force, remains or thing; persons where only people's names or nothing is said."""
    if noun is None:
        return "person"
    return "thing" if noun.lemma.lower() == "point" else counted_nouns().get(noun.lemma.lower(), "person")


def frees(sentence: Sentence) -> bool:
    """Whether a word of freeing or handing over is in the sentence."""
    return any(word.lemma.lower() in EXCHANGE for word in sentence.words)


def kills(sentence: Sentence) -> bool:
    """Whether a word of killing, wounding, capturing is in the sentence."""
    return any(word.upos == "VERB" and word.lemma.lower() in CASUALTY for word in sentence.words)


def counted_noun(sentence: Sentence, first: int) -> Word | None:
    """The noun counted by a number that ends before word `first`; None where its number is no term."""
    best: Word | None = None
    for word in sentence.words[first : first + _REACH]:
        if _is_listed(sentence, word) or _is_people(word):
            best = word
        elif word.upos in {"NOUN", "PROPN"}:
            if best is not None and not _listed_ahead(sentence, word):
                return None if word.feats.get("Number") == "Plur" and word.index == best.index + 1 else best
        elif word.form == "and" and (best is None or not _is_listed(sentence, best)):
            if not _listed_ahead(sentence, word):
                return best
        elif not _may_stand_between(word, best):
            return best
    return best


def _listed_ahead(sentence: Sentence, word: Word) -> bool:
    return any(_is_listed(sentence, w) for w in sentence.words[word.index + 1 : word.index + 4])


def _is_listed(sentence: Sentence, word: Word) -> bool:
    nouns = counted_nouns()
    if word.lemma.lower() == "point":
        return word.index > 0 and sentence.words[word.index - 1].lemma == "crossing"
    return word.upos in {"NOUN", "PROPN", "ADJ"} and (word.lemma.lower() in nouns or word.form.lower() in nouns)


def _is_people(word: Word) -> bool:
    """A name of people in the plural: Palestinians, Houthis, Lebanese."""
    if word.form.lower() in _NO_PEOPLE or not word.form[0].isupper():
        return False
    if word.upos == "ADJ":
        return word.form.endswith(("s", "ese", "men"))
    named = word.upos == "PROPN" and bool(_DEMONYM.match(word.form))
    return named or (word.upos in {"NOUN", "PROPN"} and word.feats.get("Number") == "Plur")


def _may_stand_between(word: Word, best: Word | None) -> bool:
    """Adjectives between a number and its noun; participles and "of the" only before any noun."""
    if word.upos in {"ADJ", "DET", "ADV"}:
        return True
    if best is not None:
        return False
    participle = word.upos == "VERB" and word.feats.get("VerbForm") in {"Part", "Ger"}
    return participle or word.form in {"-", "of", "the", "more"}


def stands_alone(text: str, sentence: Sentence, end: int, last: int, value: float, *, qualified: bool) -> bool:
    """Whether a bare number is what is freed or returned: "releasing 70 yesterday", "303 each"."""
    if followed_by_casualty(text, end) or followed_by_casualty(text, end, after=r"\s+(?:others?|more)"):
        return False
    if _TAKEN.match(text, end) and not frees(sentence):
        return False
    if value > _FEW and _ALONE_AFTER.match(text, end):
        return True
    if qualified and value > _FEW and _CLOSED.match(text, end) and frees(sentence) and not kills(sentence):
        return True
    word = sentence.words[last]
    if word.head == ROOT or (value <= _FEW and not _OTHERS.match(text, end)):
        return False
    above = sentence.words[word.head]
    if word.deprel in {"nummod", "compound", "flat"} and _OTHERS.match(text, end) and above.head != ROOT:
        word, above = above, sentence.words[above.head]
    if word.deprel.partition(":")[0] not in {"obj", "nsubj", "conj"}:
        return False
    lemma = above.lemma.lower()
    return lemma in EXCHANGE or (lemma in _COMES_HOME and frees(sentence))


def is_other(text: str, sentence: Sentence, noun: Word, value: float) -> bool:
    """Casualties, captures, and persons in a sentence that frees nobody."""
    kind = category(noun)
    if value > 1 and kind != "remains" and _is_singular(noun):
        return True
    if kind == "remains":
        return False
    if followed_by_casualty(text, noun.end) and not _REMAINS_OF.search(text, sentence.start, noun.start):
        return True
    if _is_casualty(sentence, noun):
        return True
    if noun.lemma.lower() in _CAPTIVE or kind == "thing":
        return False
    return (value <= _FEW or kind == "person") and not frees(sentence) and not _is_people(noun)


def _is_singular(noun: Word) -> bool:
    """A noun in the singular after a higher number only stands before another: "ten guerrilla commanders"."""
    told = noun.upos == "NOUN" and noun.feats.get("Number") == "Sing" and not noun.form.lower().endswith("s")
    return told and noun.lemma.lower() == noun.form.lower() and noun.lemma.lower() not in _COLLECTIVE


def _is_casualty(sentence: Sentence, noun: Word) -> bool:
    """Whether the noun, or the noun of which it is part, is killed, wounded or captured."""
    word = noun
    for _ in range(_STEPS):
        if word.head == ROOT:
            return False
        above = sentence.words[word.head]
        if word.deprel.partition(":")[0] in {"obj", "nsubj"}:
            return above.lemma.lower() in CASUALTY
        if word.deprel.partition(":")[0] not in {"nmod", "conj", "appos"}:
            return False
        word = above
    return False


def comes_home(sentence: Sentence, noun: Word | None) -> bool:
    """Whether those counted land, return, leave: they go one way."""
    if noun is None or noun.head == ROOT:
        return False
    verb = sentence.words[noun.head].lemma.lower()
    return verb in _COMES_HOME and verb not in {"make", "be"}
