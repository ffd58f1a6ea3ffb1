"""Quotations: the stretches of a text between quotation marks."""

from __future__ import annotations

import re

from goodoffices.model.mentions import Annotated, WordRef

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\S)")
_SINGLE = re.compile(r"(?<![\w'’])['‘](?=[\w\"“])([^'‘\n]*?(?:\w['’]\w[^'‘\n]*?)*)(?<=[\w.,!?…])['’](?!\w)")
OPENING = "“„«"
CLOSING = "”»"


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Character offsets of the paragraphs of a text.

    >>> paragraphs("One.\\n\\nTwo.")
    [(0, 4), (6, 10)]
    """
    found, start = [], 0
    for match in _PARAGRAPH.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if text[a:b].strip()]


def quotations(text: str) -> list[tuple[int, int]]:
    """Character offsets of what stands between quotation marks, without the marks, left to right.

    A quotation that its paragraph leaves open runs to the end of the paragraph.

    >>> [("He said: \\"No.\\" She said 'yes, I can't'.")[a:b] for a, b in quotations("He said: \\"No.\\" She said 'yes, I can't'.")]
    ['No.', "yes, I can't"]
    """
    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        found += _in_paragraph(text, start, end)
    return sorted(found)


def _in_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for i in range(start, end):
        mark = text[i]
        if opened is None and (mark in OPENING or mark == '"'):
            opened = i + 1
        elif opened is not None and (mark in CLOSING or mark == '"' or (mark == "“" and text[opened - 1] == "„")):
            if i > opened:
                found.append((opened, i))
            opened = None
    if opened is not None and end - opened > 1:
        found.append((opened, end))
    for match in _SINGLE.finditer(text, start, end):
        span = match.span(1)
        if span[1] - span[0] > 1 and not any(a <= span[0] < b for a, b in found):
            found.append(span)
    return found


def quoted_words(annotated: Annotated) -> dict[WordRef, int]:
    """For each word within quotation marks the number of its quotation."""
    found: dict[WordRef, int] = {}
    spans = quotations(annotated.document.text)
    at = 0
    for sentence in annotated.sentences:
        for word in sentence.words:
            while at < len(spans) and spans[at][1] <= word.start:
                at += 1
            if at < len(spans) and spans[at][0] <= word.start and word.end <= spans[at][1]:
                found[WordRef(sentence.index, word.index)] = at
    return found
