"""From rules to mentions: the time expressions of a document, each with what it stands for."""

from __future__ import annotations

from goodoffices.model.document import Document
from goodoffices.model.facts import When
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.model.words import Sentence
from goodoffices.resolve.times.date_rules import DATE_RULES
from goodoffices.resolve.times.events import events
from goodoffices.resolve.times.expression import Expression, words_in
from goodoffices.resolve.times.lasting import lasting
from goodoffices.resolve.times.ranges import bounded, join
from goodoffices.resolve.times.relative_rules import RELATIVE_RULES
from goodoffices.resolve.times.rule import Match, Rule
from goodoffices.resolve.times.scribe import Scribe
from goodoffices.resolve.times.stamps import stamps

_RULES: tuple[Rule, ...] = (*DATE_RULES, *RELATIVE_RULES)


def find_times(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The time expressions of a document, in order, as mentions with their `when`.

    `how` is the preposition before the expression ("since", "until", "by", "on" …), empty where there is
    none, and "modifier" for a year that is part of a name ("the 1994 protocol").
    """
    found = join(document, expressions(document, sentences))
    opened = stamps(document, sentences)
    found = [e for e in found if not any(e.sentence == s.sentence and e.start < s.end for s in opened)]
    anchored = events(document, sentences, found)
    windows = lasting(document, sentences, found)
    found = sorted([*found, *opened, *anchored, *windows], key=lambda e: (e.start, e.end))
    return tuple(
        _mention(document, sentences[e.sentence], bounded(document.text, e, document.published)) for e in found
    )


def expressions(document: Document, sentences: tuple[Sentence, ...]) -> list[Expression]:
    """The single expressions before ranges are joined, in order."""
    text, scribe = document.text, Scribe(document, sentences)
    position = -1
    for start, _, end, candidate, m in _matches(text):
        if start < position or not scribe.covers(start, end):
            continue
        if scribe.read(candidate, m, start, end):
            position = scribe.found[-1].end
    return scribe.found


def _matches(text: str) -> list[tuple[int, int, int, Rule, Match]]:
    found = []
    for order, candidate in enumerate(_RULES):
        spanned = "span" in candidate.pattern.groupindex
        for m in candidate.matches(text):
            start, end = m.span("span") if spanned else m.span()
            found.append((start, -(end - start) * 100 + order, end, candidate, m))
    found.sort(key=lambda row: row[:3])
    return found


def _mention(document: Document, sentence: Sentence, e: Expression) -> Mention:
    covered = words_in(sentence, e.start, e.end)
    inside = set(covered)
    head = next((i for i in covered if sentence.words[i].head not in inside), covered[-1])
    if e.how == "lasting":
        head = covered[-1]
    stretch, when = e.reading.stretch, None
    if stretch is not None:
        when = When(
            text=document.text[e.start if e.told_from is None else e.told_from : e.end],
            start=stretch.start.isoformat() if stretch.start else None,
            end=stretch.end.isoformat() if stretch.end else None,
            edtf=stretch.edtf,
            precision=stretch.precision,
            basis=e.reading.basis,
        )
    return Mention(MentionKind.TIME, e.sentence, covered[0], covered[-1], head, when=when, how=e.how)
