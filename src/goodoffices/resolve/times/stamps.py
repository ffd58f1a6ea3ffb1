"""Clock stamps that open the entries of a live report: "14:05 Talks begin"."""

from __future__ import annotations

import re
from bisect import bisect_right

from goodoffices.model.document import Document
from goodoffices.model.words import Sentence
from goodoffices.resolve.times.calendar import day
from goodoffices.resolve.times.expression import Expression
from goodoffices.resolve.times.setting import Reading

_STAMP = re.compile(
    r"(?m)^[ \t]*(?P<stamp>(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET))?)"
    r"(?=\s*[-–—:|]?\s+[\w\"“'‘])"
)
_FEWEST = 2
"""So many stamps make a live report."""


def stamps(document: Document, sentences: tuple[Sentence, ...]) -> list[Expression]:
    """The stamps of a live report, each resolved to the day of publication; none in any other text."""
    found = list(_STAMP.finditer(document.text))
    if len(found) < _FEWEST:
        return []
    starts = [s.start for s in sentences]
    on = Reading(day(document.published) if document.published else None)
    return [
        Expression(*m.span("stamp"), "stamp", on, number, "stamp")
        for m in found
        if (number := bisect_right(starts, m.start("stamp")) - 1) >= 0 and m.end("stamp") <= sentences[number].end
    ]
