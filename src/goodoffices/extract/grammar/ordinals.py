"""Numbers of rounds: "the third round", "round two", "a 14th session"."""

from __future__ import annotations

import re

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import WordRef

ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ),
        start=1,
    )
}
CARDINALS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
}
_NUMERIC = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def ordinal(form: str) -> int | None:
    """The number of an ordinal.

    >>> ordinal("third"), ordinal("14th"), ordinal("latest")
    (3, 14, None)
    """
    form = form.lower()
    numeric = _NUMERIC.fullmatch(form)
    return int(numeric.group(1)) if numeric else ORDINALS.get(form)


def cardinal(form: str) -> int | None:
    """The number of a cardinal up to twelve, or in figures up to 99.

    >>> cardinal("two"), cardinal("3"), cardinal("2014")
    (2, 3, None)
    """
    form = form.lower()
    return int(form) if re.fullmatch(r"\d{1,2}", form) else CARDINALS.get(form)


def number_of(clauses: Clauses, noun: WordRef) -> int | None:
    """The ordinal before a noun, or the cardinal after it ("round two"); the lowest place where neither stands: None."""
    for child in clauses.children(noun, "amod", "nummod", "compound", "advmod"):
        form = clauses.word(child).form
        found = ordinal(form) if child < noun else None
        if found is None and child > noun:
            found = cardinal(form)
        if found is not None:
            return found
    return None
