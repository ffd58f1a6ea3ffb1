"""A frame of speech: who says what to whom, by which word, where and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from goodoffices.model.mentions import WordRef

Quotation = Literal["direct", "mixed", "indirect", "floating"]


@dataclass(frozen=True, slots=True)
class SpeechFrame:
    """One source with the words that are its own.

    `content` holds every word for which the source answers, also in later sentences where a quotation
    goes on. `act` is a row of `vocabulary/speech_acts.csv`; `positive` is False for "did not say".
    """

    cue: WordRef
    act: str
    speakers: tuple[WordRef, ...]
    """Head words of the speakers' phrases; none where the text names no source ("is said to")."""
    label: str
    """The source as the text words it: "a Hamas official"."""
    content: frozenset[WordRef]
    quotation: Quotation = "indirect"
    positive: bool = True
    audience: tuple[WordRef, ...] = ()
    medium: tuple[WordRef, ...] = ()
    """Where it was said: statement, interview, channel."""
    when: WordRef | None = None
    """Head word of the time expression of speaking."""
    level: int = 0
    """Nesting among frames with the same content: the lower is the inner one."""

    @property
    def speaker(self) -> WordRef | None:
        """The (first) speaker."""
        return self.speakers[0] if self.speakers else None
