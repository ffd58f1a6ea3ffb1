"""Numbers in figures and in words, up to the hundreds of thousands."""

from __future__ import annotations

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SIMPLE = {word: i for i, word in enumerate(_UNITS)} | {word: 10 * (i + 2) for i, word in enumerate(_TENS)}
_SIMPLE |= {"a": 1, "an": 1, "dozen": 12}
_ORDINAL_UNITS = [
    "zeroth",
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
]
_ORDINALS = {word: i for i, word in enumerate(_ORDINAL_UNITS)} | {
    "twentieth": 20,
    "thirtieth": 30,
    "last": -1,
    "final": -1,
}

_SMALL = "|".join(sorted((w for w in _SIMPLE if w not in {"a", "an", "zero", "dozen"}), key=len, reverse=True))
WORD_NUMBER = (
    rf"(?:(?:{_SMALL}|an?)[\s-](?:hundred|thousand)(?:[\s-](?:and[\s-])?(?:(?:{_SMALL})[\s-](?:hundred)(?:[\s-]and)?[\s-]?)?"
    rf"(?:{_SMALL})(?:[\s-](?:{_SMALL}))?)?|(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_UNITS[1:10])}))?|{_SMALL})"
)
"""A number in words, as a regular expression to be used without regard to case."""
FIGURE = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
ORDINAL_WORD = (
    rf"(?:(?:twenty|thirty)-(?:{'|'.join(_ORDINAL_UNITS[1:10])})|{'|'.join(_ORDINAL_UNITS[1:])}"
    r"|twentieth|thirtieth)"
)

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?$")


def number(text: str) -> float | None:
    """What a number in figures or words is worth; None where it is none.

    >>> number("1,212"), number("Thirty-three"), number("one hundred and forty-six"), number("some")
    (1212.0, 33.0, 146.0, None)
    """
    text = text.strip().lower()
    if _FIGURE.match(text):
        return float(text.replace(",", ""))
    total, current = 0, 0
    for word in re.split(r"[\s-]+", text):
        if word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = total + (current or 1) * 1000, 0
        elif word in _SIMPLE:
            current += _SIMPLE[word]
        elif word != "and":
            return None
    return float(total + current)


def ordinal(text: str) -> int | None:
    """What an ordinal in figures or words is worth; -1 for the last.

    >>> ordinal("27th"), ordinal("twenty-first"), ordinal("last")
    (27, 21, -1)
    """
    text = text.strip().lower()
    figure = re.match(r"(\d+)(?:st|nd|rd|th)?$", text)
    if figure:
        return int(figure[1])
    if "-" in text:
        tens, _, unit = text.partition("-")
        if tens in _SIMPLE and unit in _ORDINALS:
            return _SIMPLE[tens] + _ORDINALS[unit]
        return None
    return _ORDINALS.get(text)
