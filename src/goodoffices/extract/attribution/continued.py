"""Quotations that go on where no cue stands: “…,” he said. “… .”"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from goodoffices.extract.attribution.acts import act_of
from goodoffices.extract.attribution.cues import acts
from goodoffices.extract.attribution.frames import SpeechFrame
from goodoffices.extract.attribution.quotations import paragraphs
from goodoffices.extract.attribution.speakers import (
    label_of,
    medium_of,
    time_of_speaking,
)
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import WordRef

SHORT = 3
"""Quotations of fewer words are a wording of the reporter's own choice, no speech."""

FLOATING = 4
"""A quotation without a verb of speech needs that many words: shorter ones are most often terms."""

_PERSONAL = frozenset({"person", "office", "unnamed"})


def continued(clauses: Clauses, frames: Iterable[SpeechFrame], quoted: dict[WordRef, int]) -> list[SpeechFrame]:
    """The frames with the quotations added that belong to them, and new frames for quotations that float.

    A quotation goes to the frame of its own sentence that answers for some of it or stands nearest to it;
    else to whom the words before it in its sentence are about; else to the last speaker of its paragraph,
    or, where it opens a paragraph, of the one before.
    """
    grown = list(frames)
    of_paragraph = _paragraph_numbers(clauses)
    by_quotation: dict[int, list[WordRef]] = {}
    for ref, number in quoted.items():
        by_quotation.setdefault(number, []).append(ref)
    for number in sorted(by_quotation):
        words = by_quotation[number]
        if len(words) < SHORT and not any(f.content & set(words) for f in grown):
            continue
        at = _owner(grown, words, of_paragraph)
        if at is not None:
            grown[at] = replace(
                grown[at],
                content=grown[at].content | frozenset(words),
                quotation="direct" if grown[at].quotation == "direct" else "mixed",
            )
        else:
            floating = _floating(clauses, words)
            if floating is not None:
                grown.append(floating)
    return grown


def _paragraph_numbers(clauses: Clauses) -> list[int]:
    """For each sentence the number of its paragraph."""
    spans = paragraphs(clauses.annotated.document.text)
    return [sum(end <= sentence.start for _, end in spans) for sentence in clauses.annotated.sentences]


def _owner(frames: list[SpeechFrame], words: list[WordRef], of_paragraph: list[int]) -> int | None:
    own = set(words)
    fit = [i for i, f in enumerate(frames) if f.speakers and f.cue not in own and acts()[f.act].statement != "no"]
    sharing = [i for i in fit if frames[i].content & own]
    if sharing:
        return max(sharing, key=lambda i: (len(frames[i].content & own), -len(frames[i].content)))
    first, last = words[0], words[-1]
    touching = [i for i in fit if first.sentence <= frames[i].cue.sentence <= last.sentence]
    if touching and len(words) >= SHORT:
        return min(touching, key=lambda i: min(_far(frames[i].cue, first), _far(frames[i].cue, last)))
    if not _alone(frames, words):
        return None
    before = [
        i
        for i in fit
        if frames[i].cue < first
        and first.sentence
        - max(frames[i].cue.sentence, *(w.sentence for w in frames[i].content), frames[i].cue.sentence)
        <= 1
        and of_paragraph[first.sentence] - of_paragraph[frames[i].cue.sentence] <= 1
        and frames[i].quotation in {"direct", "mixed"}
    ]
    return max(before, key=lambda i: frames[i].cue) if before else None


def _far(one: WordRef, other: WordRef) -> int:
    return abs(one.sentence - other.sentence) * 1000 + abs(one.word - other.word)


def _alone(frames: list[SpeechFrame], words: list[WordRef]) -> bool:
    """The quotation opens its sentence: nothing before it tells another speaker."""
    return words[0].word <= 1


def _floating(clauses: Clauses, words: list[WordRef]) -> SpeechFrame | None:
    """A quotation in a sentence whose verb is no verb of speech: the subject's words, if it is somebody."""
    own = set(words)
    at: WordRef | None = words[0]
    while at is not None and (at in own or not clauses.is_predicate(at)):
        at = clauses.head(at)
    if at is None:
        return None
    speakers = tuple(
        w
        for w in clauses.subjects(at)
        if w not in own and any(a.kind in _PERSONAL for a in clauses.annotated.actors_at(w))
    )
    if not speakers or clauses.is_passive(at) or len(words) < FLOATING or act_of(clauses, at) is not None:
        return None
    content = frozenset(words)
    return SpeechFrame(
        at,
        "floating",
        speakers,
        label_of(clauses, speakers[0]),
        content,
        "floating",
        medium=medium_of(clauses, at, content),
        when=time_of_speaking(clauses, at, content),
    )
