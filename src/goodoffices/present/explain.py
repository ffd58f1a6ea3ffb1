"""`goodoffices explain`: what was seen in each sentence, and why it became facts or not."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from goodoffices.model.explanation import Considered, Explanation, SentenceExplained
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.present import words
from goodoffices.present.people import WIDTH, Line
from goodoffices.present.sentence import sentence as said
from goodoffices.present.words import printable


def lines(found: Explanation) -> Iterator[Line]:
    """The explanation of one document, sentence by sentence."""
    document = found.reading.document
    published = words.day(document.published) if document.published else "no day of publication"
    yield f"{printable(document.id)}, {published}", "heading"
    if found.reading.dropped:
        yield from _wrapped(f"dropped by the {found.reading.dropped.stage}: {found.reading.dropped.reason}", "", "note")
    yield from _wrapped(f"sides: {_ids(found.sides)}; third parties: {_ids(found.third_parties)}", "", "note")
    for sentence in found.sentences:
        yield "", ""
        yield from _sentence(sentence)
    yield "", ""


def _sentence(found: SentenceExplained) -> Iterator[Line]:
    yield from _wrapped(f"{found.sentence.index + 1}. {printable(found.text)}", "", "quotation")
    for mention in found.mentions:
        yield from _wrapped(mentioned(found, mention), "   ", "note")
    for frame in found.speech:
        yield from _wrapped(f"speech   {printable(frame)}", "   ", "note")
    for considered in found.considered:
        yield from _considered(considered)


def mentioned(found: SentenceExplained, mention: Mention) -> str:
    """A mention with what it stands for and what decided it."""
    inside = found.sentence.words[mention.first : mention.last + 1]
    start = found.sentence.start
    wording = printable(found.text[inside[0].start - start : inside[-1].end - start])
    how = f" ({mention.how})" if mention.how else ""
    return f"{mention.kind.value:8} {wording} = {meaning(mention)}{how}"


def meaning(mention: Mention) -> str:
    """What a mention stands for, in words."""
    if mention.kind is MentionKind.ACTOR:
        return ", ".join(actor.id + (f" for {actor.side}" if actor.side else "") for actor in mention.actors) or "?"
    if mention.kind is MentionKind.PLACE and mention.place:
        return words.place(mention.place) + (f", {mention.place.country}" if mention.place.country else "")
    if mention.kind is MentionKind.TIME:
        return words.when(mention.when) if mention.when else "unresolved"
    if mention.kind is MentionKind.TERM and mention.term:
        return words.term(mention.term) or "?"
    return "?"


def _considered(found: Considered) -> Iterator[Line]:
    verdict = "dropped" if found.dropped else "kept"
    cues = f" by {', '.join(map(printable, found.cues))}" if found.cues else ""
    sources = f"; source {', '.join(map(printable, found.sources))}" if found.sources else ""
    sure = f"; confidence {found.confidence:.2f}" if found.confidence is not None else ""
    yield from _wrapped(
        f"{verdict:8} {found.rule} at “{printable(found.predicate)}”: read as {found.reading}{cues}{sources}{sure}",
        "   ",
        "dropped" if found.dropped else "kept",
    )
    if found.dropped:
        yield from _wrapped(f"because {printable(found.dropped)}", " " * 12, "note")
    elif found.fact:
        yield from _wrapped(said(found.fact), " " * 12, "fact")


def _ids(found: tuple[str, ...]) -> str:
    return ", ".join(map(printable, found)) or "none"


def _wrapped(text: str, indent: str, style: str) -> Iterator[Line]:
    for line in wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False):
        yield line, style
