"""What extraction saw and decided, told for people."""

from __future__ import annotations

from goodoffices.extract.attribution import SpeechFrame, sources_of
from goodoffices.extract.factuality.reality import read
from goodoffices.extract.finding import Found, Kept
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.candidates import Candidate
from goodoffices.model.explanation import Considered, SentenceExplained
from goodoffices.model.mentions import Annotated


def explain(annotated: Annotated, found: Found) -> tuple[SentenceExplained, ...]:
    """Sentence by sentence: parse, mentions, speech, and every candidate with what decided on it."""
    clauses = Clauses(annotated)
    kept = [_considered(clauses, found, one.candidate, one, None) for one in found.kept]
    dropped = [_considered(clauses, found, r.candidate, None, r.reason) for r in found.rejected]
    considered = sorted([*kept, *dropped], key=lambda c: (c.start, c.kind, c.rule))
    return tuple(
        SentenceExplained(
            sentence=sentence,
            text=annotated.document.text[sentence.start : sentence.end],
            mentions=tuple(m for m in annotated.mentions if m.sentence == sentence.index),
            speech=tuple(_speech(clauses, frame) for frame in found.speech if frame.cue.sentence == sentence.index),
            considered=tuple(c for c in considered if sentence.start <= c.start < sentence.end),
        )
        for sentence in annotated.sentences
    )


def _considered(
    clauses: Clauses, found: Found, candidate: Candidate, kept: Kept | None, reason: str | None
) -> Considered:
    word = clauses.word(candidate.predicate)
    verdict = read(clauses, candidate.predicate)
    sources = sources_of(clauses.annotated, found.speech, candidate.predicate)
    return Considered(
        kind=candidate.kind.value,
        rule=candidate.rule,
        predicate=word.form,
        start=word.start,
        end=word.end,
        reading=verdict.reading,
        cues=verdict.cues,
        sources=tuple(f"{source.label} ({source.cue})" for source in sources),
        confidence=round(kept.confidence, 3) if kept else None,
        fact=kept.fact if kept else None,
        dropped=reason,
    )


def _speech(clauses: Clauses, frame: SpeechFrame) -> str:
    polarity = "" if frame.positive else "not "
    return f"{frame.label or 'somebody'}: {polarity}{clauses.word(frame.cue).form} ({frame.quotation})"
