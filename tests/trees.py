"""Hand-written parses for grammar tests: one word a line, `form TAG head relation [feature=value,…]`, heads from 1."""

from __future__ import annotations

from datetime import date

from goodoffices.model.document import Document
from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Annotated, Mention, MentionKind
from goodoffices.model.words import ROOT, Sentence, Word


def sentence(rows: str, index: int = 0, offset: int = 0) -> Sentence:
    """A sentence from its rows; words are one space apart and begin at `offset`; lemma = form unless `form~lemma`."""
    words = []
    for i, row in enumerate(line.split() for line in rows.strip().splitlines()):
        form, _, lemma = row[0].partition("~")
        feats = dict(pair.split("=") for pair in row[4].split(",")) if len(row) > 4 else {}
        head = int(row[2]) - 1 if row[2] != "0" else ROOT
        words.append(Word(i, offset, offset + len(form), form, lemma or form, row[1], feats, head, row[3]))
        offset += len(form) + 1
    children = tuple(tuple(w.index for w in words if w.head == i) for i in range(len(words)))
    return Sentence(index, words[0].start, words[-1].end, tuple(words), (), children)


def annotated(rows: str, actors: dict[str, str] | None = None, published: str = "2024-06-16") -> Annotated:
    """A document of one sentence in which the words in `actors` (form to id) stand for states."""
    parsed = sentence(rows)
    text = " ".join(word.form for word in parsed.words)
    mentions = tuple(
        Mention(MentionKind.ACTOR, 0, w.index, w.index, w.index, actors=(Actor(actors[w.form], w.form, "state"),))
        for w in parsed.words
        if actors and w.form in actors
    )
    return Annotated(Document("d", text, date.fromisoformat(published)), (parsed,), mentions)
