"""A time expression as it was found and read, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.model.words import Sentence
from goodoffices.resolve.times.setting import Reading


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: character span in the text, rule, reading, preposition before it."""

    start: int
    end: int
    rule: str
    reading: Reading
    sentence: int
    how: str = ""
    told_from: int | None = None
    """Where the wording begins, if before the words that stand for it."""


def words_in(sentence: Sentence, start: int, end: int) -> list[int]:
    """Numbers of the words that lie within, or reach into, a span of the text."""
    return [w.index for w in sentence.words if w.start < end and w.end > start]
