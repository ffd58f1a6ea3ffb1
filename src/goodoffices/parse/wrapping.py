"""Text whose lines were broken at a width (mails, wire copy, old archives) made to flow again, character by character."""

from __future__ import annotations

import re
from itertools import pairwise

NARROWEST, WIDEST = 45, 120
"""Widths, in characters, at which lines are taken to be broken by hand or program."""

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)+")
_STOPPED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ITEM = re.compile(r"\s*(?:[-–—•*·]\s|\(?\d{1,3}[.):]|\(?[a-z][.)]\s|[A-Z][A-Z ]{2,20}:)")


def flowing(text: str) -> str:
    r"""The text with a space in the place of each line break that only a width made; its length stays the same.

    A break was made by the width of its block if the next line's first word would not have fitted; it is kept
    after the end of a sentence, and before items of a list.

    >>> flowing("The two delegations met in the old town of Geneva\non Monday. They will meet again.\n\nNext.")
    'The two delegations met in the old town of Geneva on Monday. They will meet again.\n\nNext.'
    """
    return _BLOCK.sub(lambda found: _joined(found[0]), text)


def _joined(block: str) -> str:
    lines = block.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    if not NARROWEST <= width <= WIDEST:
        return block
    breaks = [" " if _broken(line.rstrip(), after, width) else "\n" for line, after in pairwise(lines)]
    return "".join(part for pair in zip(lines, [*breaks, ""], strict=True) for part in pair)


def _broken(line: str, after: str, width: int) -> bool:
    first = after.split(maxsplit=1)[0] if after.strip() else ""
    if not first or _ITEM.match(after) or len(line) + 1 + len(first) <= width:
        return False
    return first[0].islower() or not _STOPPED.search(line)
