"""Words set apart by the layout: turns of a transcript ("GRABE: …"), and what follows a colon at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goodoffices.extract.attribution.frames import SpeechFrame
from goodoffices.extract.attribution.quotations import paragraphs
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import Annotated, WordRef

_TURN = re.compile(r"\s*([^\W\d_a-z][^\W\d_a-z.'’-]*(?: [^\W\d_a-z][^\W\d_a-z.'’-]*){0,4})(?: \([^)\n]*\))?:\s")
"""A name in capitals with a colon at the beginning of a paragraph."""

_FEWEST_TURNS = 2
_BULLET = re.compile(r"\s*[>•*-]\s")


def words_between(annotated: Annotated, start: int, end: int) -> list[WordRef]:
    """The words between two character offsets."""
    return [
        WordRef(sentence.index, word.index)
        for sentence in annotated.sentences
        if sentence.start < end and sentence.end > start
        for word in sentence.words
        if start <= word.start and word.end <= end
    ]


def turns(clauses: Clauses) -> Iterator[SpeechFrame]:
    """The turns of a transcript: every paragraph up to the next turn is the speaker's."""
    text = clauses.annotated.document.text
    spans = paragraphs(text)
    heads = [(start, end, match) for start, end in spans if (match := _TURN.match(text, start, end))]
    stops = [*(start for start, _, _ in heads[1:]), len(text)][: len(heads)]
    frames = []
    for (_, _, match), stop in zip(heads, stops, strict=True):
        name = words_between(clauses.annotated, match.start(1), match.end(1))
        content = words_between(clauses.annotated, match.end(), stop)
        speaker = next((w for w in name if _is_person(clauses, w)), None)
        if speaker is not None and content:
            frames.append(SpeechFrame(name[-1], "say", (speaker,), match.group(1), frozenset(content), "direct"))
    if len(frames) >= _FEWEST_TURNS:
        yield from frames


def _is_person(clauses: Clauses, ref: WordRef) -> bool:
    return any(actor.kind in {"person", "office"} for actor in clauses.annotated.actors_at(ref))


def introduced(clauses: Clauses, frames: Sequence[SpeechFrame]) -> list[SpeechFrame]:
    """Frames whose sentence ends with a colon get the lines that follow: "On Telegram the envoy writes:"."""
    grown = list(frames)
    for i, frame in enumerate(grown):
        text = clauses.annotated.document.text
        sentence = clauses.annotated.sentences[frame.cue.sentence]
        if frame.content or not text[sentence.start : sentence.end].rstrip().endswith(":"):
            continue
        span = _lines_after(text, sentence.end)
        if span is not None:
            grown[i] = replace(frame, content=frozenset(words_between(clauses.annotated, *span)), quotation="direct")
    return grown


def _lines_after(text: str, offset: int) -> tuple[int, int] | None:
    """The next line; with a bullet or a quote mark, all lines that have one."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text[offset:]) if m.group().strip()]
    if not lines:
        return None
    end = 0
    for start, stop in lines:
        line = text[offset + start : offset + stop]
        if end and not _BULLET.match(line):
            break
        end = stop
        if not _BULLET.match(line):
            break
    return offset + lines[0][0], offset + end
