"""From rules to mentions: match, read, narrow ("late"), widen ("at 6 a.m."), join ranges."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from goodoffices.model.document import Document
from goodoffices.model.facts import When
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.model.words import Sentence
from goodoffices.resolve.times.calendar import Stretch, half, part, week_of
from goodoffices.resolve.times.date_rules import DATE_RULES
from goodoffices.resolve.times.expression import Expression
from goodoffices.resolve.times.guards import is_modifier, is_no_time
from goodoffices.resolve.times.passages import datelines, is_chronicle, paragraph_starts
from goodoffices.resolve.times.ranges import bounded, join
from goodoffices.resolve.times.relative_rules import RELATIVE_RULES
from goodoffices.resolve.times.rule import Match, Rule
from goodoffices.resolve.times.setting import Reading, Setting, Side
from goodoffices.resolve.times.tense import side_at
from goodoffices.resolve.times.wording import CLOCK, DAY_PART, PART, part_kind

_RULES: tuple[Rule, ...] = (*DATE_RULES, *RELATIVE_RULES)
_PART_BEFORE = re.compile(PART + r"$")
_CLOCK_BEFORE = re.compile(
    rf"(?:(?:\b(?i:at|around|about|by|until|before|after|from)\s+)?(?P<clock>{CLOCK})(?:\s*,)?\s+(?:(?i:on|of)\s+)?"
    rf"|\b(?P<part>(?:the\s+)?{DAY_PART}\s+(?i:of|on)\s+)|\b(?P<adverb>(?i:early|late)\s+(?:(?i:on)\s+)?))(?:the\s+)?$"
)
_CLOCK_AFTER = re.compile(rf"(?:,?\s+(?i:at\s+)?(?:{CLOCK})|\s+{DAY_PART}\b)")
_HOW = re.compile(
    r"\b(?P<how>since|until|till|by|from|before|after|on|in|at|during|within|between|through|for|of|over"
    r"|as of|starting|as from|ahead of|prior to)"
    r"(?:\s+(?:about|around|the))?\s*$",
    re.IGNORECASE,
)
_FORESEEN_BEFORE = re.compile(
    r"\b(?:due|scheduled|planned|slated|expected|foreseen|pencilled\s+in)\b(?:\s+[\w-]+){0,5}\s*$"
)
_LOOKING_BACK = re.compile(
    r"\b(?i:following|despite|in\s+the\s+wake\s+of)\s+(?:\w+\s+){0,6}(?:the\s+|a\s+)?$"
)
_WINDOW = 48


def find_times(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The time expressions of a document, in order, as mentions with their `when`.

    `how` is the preposition before the expression ("since", "until", "by", "on" …), empty where there is
    none, and "modifier" for a year that is part of a name ("the 1994 protocol").
    """
    found = join(document, expressions(document, sentences))
    return tuple(
        _mention(document, sentences[e.sentence], bounded(document.text, e, document.published))
        for e in found
    )


def expressions(document: Document, sentences: tuple[Sentence, ...]) -> list[Expression]:
    """The single expressions before ranges are joined, in order."""
    text, scribe = document.text, _Scribe(document, sentences)
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


class _Scribe:
    """Goes through a text once, and keeps in mind the days and years named so far."""

    def __init__(self, document: Document, sentences: tuple[Sentence, ...]) -> None:
        self.text = document.text
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.datelines = datelines(document)
        self.reference: date | None = self.datelines[0][2] if self.datelines else document.published
        self.published = document.published
        self.chronicle = is_chronicle(document)
        self.paragraphs = paragraph_starts(document.text)
        self.found: list[Expression] = []
        self.named: Stretch | None = None
        self.last: Stretch | None = None
        self.clock: date | None = None
        self.passage: tuple[date, int] | None = (
            None  # day last told in a passage on another year, its paragraph
        )

    def covers(self, start: int, end: int) -> bool:
        """Whether a span lies within one sentence and is not the date of a dateline."""
        at = bisect_right(self.starts, start) - 1
        return (
            at >= 0
            and end <= self.sentences[at].end
            and not any(a <= start < b for a, b, _ in self.datelines)
        )

    def read(self, candidate: Rule, m: Match, start: int, end: int) -> bool:
        """Read a match; keep it unless its words are no time expression here."""
        number = bisect_right(self.starts, start) - 1
        sentence = self.sentences[number]
        covered = words_in(sentence, start, end)
        if not covered or is_no_time(self.text, sentence, candidate.name, start, end, covered):
            return False
        paragraph = bisect_right(self.paragraphs, start) - 1
        how = self._how(start, sentence.start)
        side = _side_by(how, side_at(sentence, covered[-1]))
        if how == "from" and side == "past" and candidate in DATE_RULES:
            side = "open"
        if side == "past" and _FORESEEN_BEFORE.search(self.text, max(sentence.start, start - _WINDOW), start):
            side = "open"
        if _LOOKING_BACK.search(self.text, max(sentence.start, start - _WINDOW), start):
            side = "past"
        setting = Setting(
            self.reference,
            side,
            self.named,
            self.last,
            self._passage(paragraph),
            self.chronicle,
            self.clock if side == "past" else None,
        )
        reading = candidate.read(m, setting)
        if reading is None:
            return False
        start, reading = self._narrow(start, sentence.start, reading)
        start, end = self._widen(start, end, sentence, reading, candidate.name)
        while self.found and self.found[-1].sentence == number and self.found[-1].start >= start:
            self.found.pop()
        if self.found and start < self.found[-1].end:
            start = max(start, self.found[-1].end)
            if self.found[-1].rule == "clock" and self.found[-1].sentence == number:
                start = self.found.pop().start
        modifies = is_modifier(sentence, candidate.name, covered)
        how = "modifier" if modifies else self._how(start, sentence.start)
        self.found.append(Expression(start, end, candidate.name, reading, number, how))
        if not modifies:
            self._remember(
                reading, paragraph, is_date=candidate in DATE_RULES and side not in {"future", "infinitive"}
            )
        return True

    def _passage(self, paragraph: int) -> date | None:
        if self.passage is None:
            return None
        told, where = self.passage
        if self.chronicle or (where == paragraph and self.reference and told.year < self.reference.year):
            return told
        return None

    def _narrow(self, start: int, least: int, reading: Reading) -> tuple[int, Reading]:
        stretch = reading.stretch
        before = _PART_BEFORE.search(self.text, max(least, start - _WINDOW), start)
        if before is None or (stretch is not None and stretch.precision == "day"):
            return start, reading
        if stretch is None:
            return before.start(), reading
        which = part_kind(before[0])
        if which.startswith(("half", "week")):
            narrowed = (half if which.startswith("half") else week_of)(stretch, int(which.split()[1]))
        else:
            narrowed = part(stretch, which) if which else stretch
        return before.start(), replace(reading, stretch=narrowed)

    def _widen(
        self, start: int, end: int, sentence: Sentence, reading: Reading, name: str
    ) -> tuple[int, int]:
        if name == "clock" or (reading.stretch is not None and reading.stretch.precision != "day"):
            return start, end
        before = _CLOCK_BEFORE.search(self.text, max(sentence.start, start - _WINDOW), start)
        if before is not None:
            group = next(g for g in ("clock", "part", "adverb") if before[g])
            start = before.start(group)
        after = _CLOCK_AFTER.match(self.text, end, sentence.end)
        return start, after.end() if after else end

    def _how(self, start: int, least: int) -> str:
        narrower = _PART_BEFORE.search(self.text, max(least, start - _WINDOW), start)
        start = narrower.start() if narrower else start
        before = _HOW.search(self.text, max(least, start - _WINDOW), start)
        return before["how"].lower() if before else ""

    def _remember(self, reading: Reading, paragraph: int, *, is_date: bool) -> None:
        stretch = reading.stretch
        if stretch is None:
            return
        self.last = stretch
        if stretch.start and stretch.end and (stretch.end - stretch.start).days < 7:
            self.named = stretch
            if self.reference is None or stretch.start <= self.reference:
                self.clock = stretch.start
        if stretch.start is None:
            return
        told = self._passage(paragraph)
        if told and stretch.end and stretch.start <= told <= stretch.end:
            self.passage = (told, paragraph)
        elif is_date and (reading.basis == "stated" or told):
            self.passage = (stretch.start, paragraph)


_AHEAD = frozenset({"for", "until", "till", "by", "starting", "as of", "as from", "ahead of"})
"""Prepositions that may point ahead beside a past tense: "announced a truce from 12 June"."""


def _side_by(how: str, side: Side) -> Side:
    """What the preposition says where the verb says little: "since" looks back, "until" and "by" ahead."""
    if how in {"since", "as from"} or (how == "of" and side != "past"):
        return "past"
    if how in _AHEAD and side == "past":
        return "open"
    return "future" if side == "open" and how in {"until", "till", "by", "ahead of", "starting"} else side


def words_in(sentence: Sentence, start: int, end: int) -> list[int]:
    """Numbers of the words that lie within, or reach into, a span of the text."""
    return [w.index for w in sentence.words if w.start < end and w.end > start]


def _mention(document: Document, sentence: Sentence, e: Expression) -> Mention:
    covered = words_in(sentence, e.start, e.end)
    inside = set(covered)
    head = next((i for i in covered if sentence.words[i].head not in inside), covered[-1])
    stretch, when = e.reading.stretch, None
    if stretch is not None:
        when = When(
            text=document.text[e.start : e.end],
            start=stretch.start.isoformat() if stretch.start else None,
            end=stretch.end.isoformat() if stretch.end else None,
            edtf=stretch.edtf,
            precision=stretch.precision,
            basis=e.reading.basis,
        )
    return Mention(MentionKind.TIME, e.sentence, covered[0], covered[-1], head, when=when, how=e.how)
