"""Two ends made one: "from Monday to Thursday"; and windows that one day opens: "until Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from goodoffices.model.document import Document
from goodoffices.resolve.times.calendar import between
from goodoffices.resolve.times.expression import Expression

_JOIN = re.compile(r"\s*(?:[-–—]|(?:to|until|till|through|and))\s*(?:the\s+)?", re.IGNORECASE)


def join(document: Document, found: list[Expression]) -> list[Expression]:
    """Put the two ends of a range together: "from Monday to Thursday", "between 8 May and 10 June"."""
    joined: list[Expression] = []
    for e in found:
        before = joined[-1] if joined else None
        if before and before.sentence == e.sentence and (both := _range(document.text, before, e)):
            joined[-1] = both
        else:
            joined.append(e)
    return joined


def _range(text: str, one: Expression, two: Expression) -> Expression | None:
    gap = text[one.end : two.start]
    if not _JOIN.fullmatch(gap) or one.how == "modifier" or "clock" in (one.rule, two.rule):
        return None
    word = gap.strip().lower()
    if word.startswith("and") and one.how != "between":
        return None
    if word[:2] in {"to", "un", "ti", "th"} and one.how not in {
        "from",
        "",
        "on",
        "in",
        "between",
        "starting",
    }:
        return None
    first, last = one.reading.stretch, two.reading.stretch
    if first is None or last is None or not first.start or not last.end:
        return None
    if last.end <= first.start:
        return None
    stretch = between(first.start, last.end)
    if first.precision != "day" and last.precision != "day":
        stretch = replace(stretch, edtf=f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}")
    reading = replace(two.reading, stretch=replace(stretch, precision="range"))
    return Expression(one.start, two.end, "range", reading, one.sentence, one.how)


_PUT_OFF = re.compile(r"(?i)\b(?:adjourn|postpon|defer|delay|put(?:ting)?\s+off|suspend|resum)\w*\W(?:[^.;]{0,60}\W)?$")


def bounded(text: str, e: Expression, published: date | None) -> Expression:
    """ "Until Friday", "before the end of the month": from publication to that day, where it lies ahead."""
    stretch = e.reading.stretch
    if published is None or stretch is None or stretch.end is None or stretch.end <= published or e.rule == "range":
        return e
    if (e.how == "by" and stretch.precision == "day") or _PUT_OFF.search(text, max(0, e.start - 80), e.start):
        return e
    if e.how in {"until", "till", "before", "by"} and (stretch.start is None or stretch.start > published):
        last = stretch.start if e.how == "before" and stretch.start and not stretch.whole else stretch.end
        return replace(e, reading=replace(e.reading, stretch=between(published, last)))
    return e
