"""For a word of the text: who answers for it, innermost first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.extract.attribution.frames import SpeechFrame
from goodoffices.model.facts import Actor, Source
from goodoffices.model.mentions import Annotated, MentionKind, WordRef

OWN_ACTS = frozenset({"agree", "ask", "order", "praise", "promise", "propose", "reject", "threaten", "urge"})
"""Acts that tell what the speaker does, not what the speaker holds to be so: they make no source."""


def frames_over(speech: Sequence[SpeechFrame], word: WordRef) -> tuple[SpeechFrame, ...]:
    """The frames whose content holds the word, innermost first."""
    over = [frame for frame in speech if word in frame.content and word != frame.cue]
    return tuple(sorted(over, key=lambda f: (min(0, f.level), len(f.content), f.level, f.cue)))


def sources_of(annotated: Annotated, speech: Sequence[SpeechFrame], word: WordRef) -> tuple[Source, ...]:
    """The chain of sources of a word: innermost speaker first, outermost last; empty for the reporter's own words.

    A medium to which it was said ("told Suspilne") follows its speaker.
    """
    chain: dict[tuple[str, str], Source] = {}
    for frame in frames_over(speech, word):
        if frame.act in OWN_ACTS:
            continue
        for source in _sources(annotated, frame):
            key = (source.speaker.id if source.speaker else "", source.label)
            chain.setdefault(key, source)
    return tuple(chain.values())


def _sources(annotated: Annotated, frame: SpeechFrame) -> Iterator[Source]:
    cue = annotated.word(frame.cue).form
    said_at = annotated.mention(MentionKind.TIME, frame.when) if frame.when else None
    when = said_at.when if said_at else None
    to = next((actor for ref in frame.audience for actor in annotated.actors_at(ref)), None)
    for ref in frame.speakers:
        label = frame.label if ref == frame.speaker else annotated.word(ref).form
        actors: tuple[Actor | None, ...] = annotated.actors_at(ref) or (None,)
        for actor in actors:
            yield Source(actor, label, cue, to, when)
    for ref in frame.audience:
        for medium in annotated.actors_at(ref):
            if medium.kind == "medium":
                yield Source(medium, medium.name, cue)
