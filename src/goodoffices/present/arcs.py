"""A dependency parse as SVG: words in a row, an arc from each head to its dependent. All text is escaped."""

from __future__ import annotations

from html import escape

from goodoffices.model.words import ROOT, Sentence

LETTER = 7.6
"""Width that a letter is given, in pixels."""
GAP = 18
LEVEL = 22
"""Height that an arc gains with each arc under it, in pixels."""


def svg(sentence: Sentence) -> str:
    """The drawing of a sentence's parse."""
    centres, width = _places(sentence)
    levels = _levels(sentence)
    base = 14 + LEVEL * (1 + max(levels.values(), default=0))
    parts = [
        f'<text x="{centres[word.index]:.0f}" y="{base + 22}" class="w">{escape(word.form)}</text>'
        f'<text x="{centres[word.index]:.0f}" y="{base + 38}" class="t">{escape(word.upos)}</text>'
        for word in sentence.words
    ]
    for word in sentence.words:
        if word.head != ROOT:
            parts.append(_arc(centres[word.head], centres[word.index], base, levels[word.index], word.deprel))
        else:
            x = centres[word.index]
            parts.append(f'<path d="M{x:.0f},6 V{base}" class="a"/><text x="{x + 4:.0f}" y="14" class="r">root</text>')
    return f'<svg width="{width:.0f}" height="{base + 46}" role="img" aria-label="Parse">{"".join(parts)}</svg>'


def _places(sentence: Sentence) -> tuple[list[float], float]:
    """The middle of each word, and the width of all."""
    at = float(GAP)
    centres = []
    for word in sentence.words:
        wide = LETTER * max(len(word.form), len(word.upos), len(word.deprel) * 0.8)
        centres.append(at + wide / 2)
        at += wide + GAP
    return centres, at


def _levels(sentence: Sentence) -> dict[int, int]:
    """The level of each dependent's arc: above all arcs that lie under it."""
    spans = sorted(
        (abs(word.head - word.index), min(word.head, word.index), max(word.head, word.index), word.index)
        for word in sentence.words
        if word.head != ROOT
    )
    levels: dict[int, int] = {}
    placed: list[tuple[int, int, int]] = []
    for _, left, right, index in spans:
        under = [level for a, b, level in placed if left < b and a < right]
        levels[index] = 1 + max(under, default=0)
        placed.append((left, right, levels[index]))
    return levels


def _arc(head: float, dependent: float, base: float, level: int, relation: str) -> str:
    top = base - LEVEL * level
    side = 5 if dependent > head else -5
    start, end = head + side, dependent
    middle = (start + end) / 2
    return (
        f'<path d="M{start:.0f},{base} C{start:.0f},{top:.0f} {end:.0f},{top:.0f} {end:.0f},{base}" class="a"/>'
        f'<path d="M{end - 3:.0f},{base - 6} L{end:.0f},{base} L{end + 3:.0f},{base - 6}" class="h"/>'
        f'<text x="{middle:.0f}" y="{base - LEVEL * level * 0.75 - 2:.0f}" class="r">{escape(relation)}</text>'
    )
