"""Days counted from one event to another: in "signed, two days after the talks began" the time of *began*."""

from __future__ import annotations

import re
from datetime import date

from goodoffices.model.document import Document
from goodoffices.model.words import ROOT, Sentence, Word
from goodoffices.resolve.times.expression import Expression
from goodoffices.resolve.times.relative import amount_of, shifted, unit_of
from goodoffices.resolve.times.setting import Reading
from goodoffices.resolve.times.tense import side_at
from goodoffices.resolve.times.wording import NUMBER, UNIT

_BETWEEN = re.compile(rf"\b(?P<n>{NUMBER})\s+(?i:{UNIT})\s+(?P<dir>(?i:after|before))\b(?=\s+[\w'\"“‘])")


def events(document: Document, sentences: tuple[Sentence, ...], found: list[Expression]) -> list[Expression]:
    """The times of events that are told as so many days after or before.

    Each covers the word "after" or "before" alone, which hangs on the event; `how` is "event". The count
    starts from the day named before in the sentence, else from the day of publication if the sentence
    tells of the present.
    """
    anchored = []
    for sentence in sentences:
        for m in _BETWEEN.finditer(document.text, sentence.start, sentence.end):
            word = next((w for w in sentence.words if w.start == m.start("dir")), None)
            if word is None or word.deprel not in {"mark", "case"} or word.head in (ROOT, word.index):
                continue
            base = _base(document, sentence, word, m.start(), found)
            sign = -1 if m["dir"].lower() == "after" else 1
            amount, unit = amount_of(m["n"]), unit_of(m["u"])
            if unit == "minute" or (unit == "hour" and (amount or 0) < 24):
                continue
            stretch = shifted(base, unit, amount, sign) if base and amount else None
            if stretch is not None:
                anchored.append(
                    Expression(*m.span("dir"), "event", Reading(stretch), sentence.index, "event", m.start())
                )
    return anchored


def _base(document: Document, sentence: Sentence, word: Word, start: int, found: list[Expression]) -> date | None:
    """The day from which is counted."""
    for e in reversed(found):
        if e.sentence == sentence.index and e.end <= start and e.reading.stretch and e.how != "modifier":
            return e.reading.stretch.start if e.reading.stretch.precision == "day" else None
    event = sentence.words[word.head]
    if event.head == ROOT:
        return None
    return document.published if side_at(sentence, event.head) == "open" else None
