"""Parsed sentences as a spaCy Doc, for those who live there; needs the extra `spacy`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from goodoffices.errors import MissingExtra
from goodoffices.model.words import ROOT, Sentence, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc  # type: ignore[import-not-found, unused-ignore]


def to_spacy(text: str, sentences: Sequence[Sentence]) -> Doc:
    """A spaCy Doc with the words, tags, features, lemmas, heads, sentences and names of a parsed text.

    `text` is the text that was parsed. The Doc holds every character of it: white space of more than one
    blank is a token of its own, as in spaCy, with the tag SPACE and the relation `dep` to the word before it.
    """
    try:
        from spacy.tokens import Doc, Span
        from spacy.vocab import Vocab  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        raise MissingExtra("A spaCy Doc", "spacy") from error
    rows = _rows(text, [(sentence, word) for sentence in sentences for word in sentence.words])
    places = {(row.sentence, row.word.index): i for i, row in enumerate(rows) if row.word is not None}
    doc = Doc(
        Vocab(),
        words=[row.form for row in rows],
        spaces=[row.blank for row in rows],
        pos=[row.word.upos if row.word else "SPACE" for row in rows],
        morphs=[_morph(row.word) for row in rows],
        lemmas=[row.word.lemma if row.word else row.form for row in rows],
        heads=[_head(row, i, places) for i, row in enumerate(rows)],
        deps=[_relation(row.word) for row in rows],
        sent_starts=[row.word is not None and row.word.index == 0 for row in rows],
    )
    doc.ents = [
        Span(doc, places[s.index, n.first], places[s.index, n.last] + 1, label=n.label)
        for s in sentences
        for n in s.names
    ]
    return doc


class _Row:
    """A token to be: a word, or white space of its own (`word` is None)."""

    def __init__(self, form: str, sentence: int, word: Word | None) -> None:
        self.form, self.sentence, self.word, self.blank = form, sentence, word, False


def _rows(text: str, words: list[tuple[Sentence, Word]]) -> list[_Row]:
    rows: list[_Row] = []
    at = 0
    for sentence, word in words:
        _fill(rows, text[at : word.start], sentence.index)
        rows.append(_Row(word.form, sentence.index, word))
        at = word.end
    _fill(rows, text[at:], rows[-1].sentence if rows else 0)
    return rows


def _fill(rows: list[_Row], gap: str, sentence: int) -> None:
    """Put the characters between two words: one blank on the word before, the rest as a token."""
    if rows and gap.startswith(" "):
        rows[-1].blank = True
        gap = gap[1:]
    if gap:
        rows.append(_Row(gap, rows[-1].sentence if rows else sentence, None))


def _head(row: _Row, place: int, places: dict[tuple[int, int], int]) -> int:
    if row.word is None:
        return max(0, place - 1)
    return place if row.word.head == ROOT else places[row.sentence, row.word.head]


def _relation(word: Word | None) -> str:
    if word is None:
        return "dep"
    return "ROOT" if word.head == ROOT else word.deprel


def _morph(word: Word | None) -> str:
    feats: dict[str, Any] = dict(word.feats) if word else {}
    return "|".join(f"{name}={value}" for name, value in sorted(feats.items()))
