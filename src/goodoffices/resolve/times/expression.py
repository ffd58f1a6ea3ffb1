"""A time expression as it was found and read, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

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
