"""All frames of speech of a document."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.extract.attribution.acts import act_of
from goodoffices.extract.attribution.asides import aside
from goodoffices.extract.attribution.content import PARENTHETIC, content_of
from goodoffices.extract.attribution.continued import continued
from goodoffices.extract.attribution.frames import Quotation, SpeechFrame
from goodoffices.extract.attribution.handed_on import (
    according_to,
    captions,
    handed_on,
    in_report,
    noun_frames,
)
from goodoffices.extract.attribution.quotations import quoted_words
from goodoffices.extract.attribution.speakers import (
    ADDRESSING,
    audience_of,
    authors,
    label_of,
    medium_of,
    speakers_of,
    time_of_speaking,
)
from goodoffices.extract.attribution.turns import introduced, turns
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import Annotated, WordRef

_REFUSING = frozenset({"decline", "refuse", "fail"})


def find_speech(annotated: Annotated) -> tuple[SpeechFrame, ...]:
    """The frames of speech of a document, in the order of their cues.

    Covers verbs (also inverted, parenthetic, passive, in headlines), "according to", nouns ("his claim
    that"), captions ("Kyiv: …"), sources handed on ("quoted by", "citing") and quotations that go on
    in sentences without a cue of their own.
    """
    clauses = Clauses(annotated)
    quoted = quoted_words(annotated)
    frames = list(_verb_frames(clauses, quoted))
    frames += according_to(clauses)
    frames += in_report(clauses)
    frames += noun_frames(clauses)
    spoken = list(turns(clauses))
    frames += spoken or captions(clauses, {frame.cue.sentence for frame in frames})
    frames = introduced(clauses, frames)
    frames += handed_on(clauses, frames)
    return tuple(sorted(continued(clauses, frames, quoted), key=lambda f: (f.cue, f.level, f.label)))


def _verb_frames(clauses: Clauses, quoted: dict[WordRef, int]) -> Iterator[SpeechFrame]:
    for ref in clauses.refs():
        if clauses.word(ref).upos != "VERB":
            continue
        act = act_of(clauses, ref)
        if act is None or act == "quote":
            continue
        beside = aside(clauses, ref, addressing=act in ADDRESSING) if act in PARENTHETIC else None
        content = beside.content if beside else content_of(clauses, ref, act)
        speakers = authors(clauses, beside.speaker) if beside else speakers_of(clauses, ref)
        if not content and not speakers:
            continue
        yield SpeechFrame(
            cue=ref,
            act=act,
            speakers=speakers,
            label=label_of(clauses, speakers[0]) if speakers else "",
            content=content,
            quotation=quotation_of(clauses, content, quoted),
            positive=_positive(clauses, ref),
            audience=audience_of(clauses, ref, act, content),
            medium=medium_of(clauses, ref, content),
            when=time_of_speaking(clauses, ref, content),
        )


def quotation_of(clauses: Clauses, content: frozenset[WordRef], quoted: dict[WordRef, int]) -> Quotation:
    """Direct where most of the words stand within quotation marks, mixed where some do."""
    content = frozenset(ref for ref in content if clauses.word(ref).upos != "PUNCT")
    inside = sum(ref in quoted for ref in content)
    if not inside:
        return "indirect"
    return "direct" if inside * 4 >= len(content) * 3 else "mixed"


def _positive(clauses: Clauses, verb: WordRef) -> bool:
    if clauses.negation(verb) is not None:
        return False
    head = clauses.head(verb)
    return not (clauses.label(verb) == "xcomp" and head is not None and clauses.lemma(head) in _REFUSING)
