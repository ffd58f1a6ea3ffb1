"""Meetings told by how long they took: "five days of talks ended on Saturday" began on Tuesday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from goodoffices.model.document import Document
from goodoffices.model.words import ROOT, Sentence, Word
from goodoffices.resolve.times.calendar import between
from goodoffices.resolve.times.expression import Expression
from goodoffices.resolve.times.relative import amount_of, unit_of
from goodoffices.resolve.times.setting import Reading
from goodoffices.resolve.times.tense import side_at
from goodoffices.resolve.times.wording import NUMBER, UNIT_DAYS

_MEETING = (
    r"(?:talks|negotiations|meetings?|summit|conference|round|consultations|discussions|session|dialogue"
    r"|visit|trip|tour)"
)
_LASTING = re.compile(
    rf"\b(?P<n>{NUMBER})[\s-](?P<u>(?i:day|week))(?:s?\s+of\s+|\s+|-long\s+)"
    rf"(?:[\w-]+\s+){{0,2}}?(?P<noun>{_MEETING})\b"
)
_OPENS = re.compile(
    r"\b(?:open(?:s|ed)?|beg[ai]ns?|begun|start(?:s|ed)?|starting|arriv\w+|kick\w*\s+off)\b", re.IGNORECASE
)
_OUTWARD = frozenset({"visit", "trip", "tour"})
"""Journeys are told from the day of arrival."""
_LONGEST = 60


def lasting(document: Document, sentences: tuple[Sentence, ...], found: list[Expression]) -> list[Expression]:
    """The windows of meetings whose length in days or weeks is told beside the day of their end or beginning.

    Each covers the words from the number to the noun; its head is to be the noun. `how` is "lasting".
    """
    windows = []
    for sentence in sentences:
        for m in _LASTING.finditer(document.text, sentence.start, sentence.end):
            noun = next((w for w in sentence.words if w.start == m.start("noun")), None)
            amount = amount_of(m["n"])
            days = round((amount or 0) * UNIT_DAYS[unit_of(m["u"])])
            if noun is None or not 1 < days <= _LONGEST:
                continue
            named = _named(sentence, found, m.start())
            if named is None:
                continue
            ahead = timedelta(days=days - 1)
            opens = _opens(document, sentence, noun)
            stretch = between(named, named + ahead) if opens else between(named - ahead, named)
            windows.append(Expression(m.start(), m.end(), "lasting", Reading(stretch), sentence.index, "lasting"))
    return windows


def _opens(document: Document, sentence: Sentence, noun: Word) -> bool:
    """Whether the day told is the first one."""
    if noun.lemma.lower() in _OUTWARD or _OPENS.search(document.text, sentence.start, sentence.end):
        return True
    return noun.head != ROOT and side_at(sentence, noun.index) == "future"


def _named(sentence: Sentence, found: list[Expression], at: int) -> date | None:
    """The day told nearest in the same sentence."""
    days = [
        (abs(e.start - at), e.reading.stretch.start)
        for e in found
        if e.sentence == sentence.index
        and e.how not in {"modifier", "since", "event", "stamp"}
        and e.reading.stretch is not None
        and e.reading.stretch.precision == "day"
        and e.reading.stretch.start is not None
    ]
    return min(days)[1] if days else None
