"""Word pieces of the uncased encoder: greedy longest match over its vocabulary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

CLS, SEP, UNKNOWN = 101, 102, 100
MOST_PIECES = 16
"""A word is cut after this many pieces."""

_PLAIN = str.maketrans("“”„«»’‘`–—…", "\"\"\"\"\"'''--.")


def case_of(word: str) -> int:
    """How a word is written: 1 digits, 2 signs, 3 lower, 4 one capital, 5 ALL CAPITALS, 6 Title, 7 miXed."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 1 if any(c.isdigit() for c in word) else 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(letters) == 1 else 5
    if word[0].isupper() and sum(c.isupper() for c in letters) == 1:
        return 6
    return 7


class WordPieces:
    """The vocabulary of the encoder; `pieces` gives the ids of a word."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """Ids of the word's pieces, at least one, at most `MOST_PIECES`."""
        found = self._known.get(word)
        if found is None:
            parts = [p for part in _normalise(word).split() for p in self._cut(part)]
            found = self._known[word] = tuple(parts or [UNKNOWN])[:MOST_PIECES]
        return found

    def _cut(self, part: str) -> list[int]:
        found, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self._ids.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    break
            else:
                return [UNKNOWN]
            found.append(piece)
            start = end
        return found


def _normalise(word: str) -> str:
    plain = '"' if word in {"''", "``"} else word.translate(_PLAIN)
    letters = []
    for c in unicodedata.normalize("NFD", plain):
        category = unicodedata.category(c)
        if category == "Mn" or category[0] == "C" or ord(c) in (0, 0xFFFD):
            continue
        letters.append(f" {c} " if _stands_alone(c, category) else c)
    return "".join(letters).lower()


def _stands_alone(c: str, category: str) -> bool:
    o = ord(c)
    return (
        33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or category[0] == "P"
        or 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0xF900 <= o <= 0xFAFF
    )
