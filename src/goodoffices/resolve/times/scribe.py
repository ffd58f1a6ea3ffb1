"""The scribe goes through a text once, reads what matches, and keeps in mind the days named so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from goodoffices.model.document import Document
from goodoffices.model.words import Sentence
from goodoffices.resolve.times.calendar import Stretch, half, part, week_of
from goodoffices.resolve.times.date_rules import DATE_RULES
from goodoffices.resolve.times.expression import Expression, words_in
from goodoffices.resolve.times.guards import is_modifier, is_no_time
from goodoffices.resolve.times.passages import datelines, is_chronicle, paragraph_starts
from goodoffices.resolve.times.rule import Match, Rule
from goodoffices.resolve.times.setting import UNRESOLVED, Reading, Setting, Side
from goodoffices.resolve.times.tense import side_at
from goodoffices.resolve.times.wording import CLOCK, DAY_PART, PART, part_kind

_DATES = frozenset(rule.name for rule in DATE_RULES)
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
_LOOKING_BACK = re.compile(r"\b(?i:following|despite|in\s+the\s+wake\s+of)\s+(?:\w+\s+){0,6}(?:the\s+|a\s+)?$")
_WINDOW = 48


class Scribe:
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
        self.passage: tuple[date, int] | None = None
        """The day last told in a passage on another year, and its paragraph."""

    def covers(self, start: int, end: int) -> bool:
        """Whether a span lies within one sentence and is not the date of a dateline."""
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.sentences[at].end and not any(a <= start < b for a, b, _ in self.datelines)

    def read(self, candidate: Rule, m: Match, start: int, end: int) -> bool:
        """Read a match; keep it unless its words are no time expression here."""
        number = bisect_right(self.starts, start) - 1
        sentence = self.sentences[number]
        covered = words_in(sentence, start, end)
        if not covered or is_no_time(self.text, sentence, candidate.name, start, end, covered):
            return False
        setting = self._setting(sentence, start, covered[-1], is_date=candidate.name in _DATES)
        try:
            reading = candidate.read(m, setting)
        except (ValueError, OverflowError):  # a day before the year 1 or after 9999
            reading = UNRESOLVED
        if reading is None:
            return False
        start, reading = self._narrow(start, sentence.start, reading)
        start, end = self._widen(start, end, sentence, reading, candidate.name)
        start = self._make_room(start, number)
        modifies = is_modifier(sentence, candidate.name, covered)
        how = "modifier" if modifies else self._how(start, sentence.start)
        self.found.append(Expression(start, end, candidate.name, reading, number, how))
        if not modifies:
            tells = candidate.name in _DATES and setting.side not in {"future", "infinitive"}
            self._remember(reading, self._paragraph(start), tells=tells)
        return True

    def _setting(self, sentence: Sentence, start: int, word: int, *, is_date: bool) -> Setting:
        how = self._how(start, sentence.start)
        side = _side_by(how, side_at(sentence, word))
        least = max(sentence.start, start - _WINDOW)
        foreseen = (how == "from" and is_date) or _FORESEEN_BEFORE.search(self.text, least, start)
        if side == "past" and foreseen:
            side = "open"
        if _LOOKING_BACK.search(self.text, least, start):
            side = "past"
        return Setting(
            reference=self.reference,
            side=side,
            named=self.named,
            last=self.last,
            passage=self._passage(self._paragraph(start)),
            chronicle=self.chronicle,
            clock=self.clock if side == "past" else None,
            told=self._told(sentence.index),
        )

    def _paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, at) - 1

    def _make_room(self, start: int, sentence: int) -> int:
        """Drop what a longer expression swallows; begin after what it only touches."""
        while self.found and self.found[-1].sentence == sentence and self.found[-1].start >= start:
            self.found.pop()
        if not self.found or start >= self.found[-1].end:
            return start
        if self.found[-1].rule == "clock" and self.found[-1].sentence == sentence:
            return self.found.pop().start
        return self.found[-1].end

    def _told(self, sentence: int) -> date | None:
        """The day named last before in the same sentence."""
        if not self.found or self.found[-1].sentence != sentence:
            return None
        stretch = self.found[-1].reading.stretch
        return stretch.start if stretch and stretch.precision == "day" else None

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

    def _widen(self, start: int, end: int, sentence: Sentence, reading: Reading, name: str) -> tuple[int, int]:
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

    def _remember(self, reading: Reading, paragraph: int, *, tells: bool) -> None:
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
        elif tells and (reading.basis == "stated" or told):
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
