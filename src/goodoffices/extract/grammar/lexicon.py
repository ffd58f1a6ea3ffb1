"""Word lists of the kinds: `vocabulary/predicates_KIND.csv`, one word (or verb with particle) a row.

Columns: `term` (lemma in lower case), `pos` (VERB, NOUN or ADJ), `sense` (the class of words that the
grammar of the kind asks for), `own` (the value of the kind's own field that the word brings, may be
empty), `note`. Loading is strict: an unknown column or a row told twice is an error with file and line.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import WordRef

COLUMNS = ("term", "pos", "sense", "own", "note")
POS = frozenset({"VERB", "NOUN", "ADJ"})


class LexiconError(ValueError):
    """A word list that cannot be read: file, line, what is wrong."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word classes of one kind; `senses` maps (sense, part of speech) to words and their own value."""

    senses: Mapping[tuple[str, str], Mapping[str, str | None]]

    def words(self, sense: str, pos: str) -> Mapping[str, str | None]:
        """The words of a class with the own value that each brings."""
        return self.senses.get((sense, pos), MappingProxyType({}))

    def senses_of(self, term: str, pos: str) -> frozenset[str]:
        """The classes that a word belongs to."""
        return frozenset(sense for (sense, tag), words in self.senses.items() if tag == pos and term in words)


@cache
def lexicon(kind: str) -> Lexicon:
    """The word lists of a kind, read once."""
    name = f"predicates_{kind}.csv"
    text = (files("goodoffices.vocabulary") / name).read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise LexiconError(f"{name}: columns must be {', '.join(COLUMNS)}, found {rows.fieldnames}")
    senses: dict[tuple[str, str], dict[str, str | None]] = {}
    for number, row in enumerate(rows, start=2):
        term, pos, sense = row["term"], row["pos"], row["sense"]
        if not term or pos not in POS or not sense or None in row:
            raise LexiconError(
                f"{name}: row {number}: {row} lacks a term, part of speech or sense, or has a field too many"
            )
        words = senses.setdefault((sense, pos), {})
        if term in words:
            raise LexiconError(f"{name}: row {number}: {term!r} stands twice in {sense}")
        words[term] = row["own"] or None
    return Lexicon({key: MappingProxyType(words) for key, words in senses.items()})


def word_class(kind: str, sense: str, pos: str) -> frozenset[str]:
    """The words of a class of a kind; an empty class is an error: its name would be a slip."""
    found = frozenset(lexicon(kind).words(sense, pos))
    if not found:
        raise LexiconError(f"predicates_{kind}.csv: no {pos} of the class {sense!r}")
    return found


PARTICLES = frozenset({"back", "out", "off", "down", "up", "away", "over", "apart", "through", "together"})
RESULTS = frozenset({"free", "go", "home"})
"""Words that make one verb with *set*, *let*, *walk*, *send*: "set free", "let go"."""


def verb_term(clauses: Clauses, ref: WordRef) -> str:
    """The lemma of a verb with its particle: "call off", "carry out", "set free"."""
    particles = [clauses.lemma(child) for child in clauses.children(ref, "compound:prt")]
    return " ".join([clauses.lemma(ref), *particles])


def senses_of_verb(clauses: Clauses, words: Lexicon, ref: WordRef) -> frozenset[str]:
    """The classes of a verb, with its particle where it has one ("call off" is not "call")."""
    lemma = clauses.lemma(ref)
    tight = [clauses.lemma(child) for child in clauses.children(ref, "compound:prt")]
    if tight:
        return words.senses_of(f"{lemma} {tight[0]}", "VERB")
    for child in clauses.children(ref, "advmod", "xcomp", "case", "ccomp"):
        word = clauses.lemma(child)
        if word in PARTICLES | RESULTS:
            found = words.senses_of(f"{lemma} {word}", "VERB")
            if found:
                return found
    after = clauses.annotated.sentences[ref.sentence].words[ref.word + 1 : ref.word + 2]
    if after and after[0].form.lower() in RESULTS:
        found = words.senses_of(f"{lemma} {after[0].form.lower()}", "VERB")
        if found:
            return found
    return words.senses_of(lemma, "VERB")


def own_of_verb(clauses: Clauses, words: Lexicon, ref: WordRef, sense: str) -> str | None:
    """The own value that a verb of a class brings, with its particle where it has one."""
    known = words.words(sense, "VERB")
    lemma = clauses.lemma(ref)
    for child in clauses.children(ref, "compound:prt", "advmod", "xcomp", "case"):
        if f"{lemma} {clauses.lemma(child)}" in known:
            return known[f"{lemma} {clauses.lemma(child)}"]
    return None if clauses.children(ref, "compound:prt") else known.get(lemma)


@cache
def terms(kind: str, sense: str) -> frozenset[str]:
    """All words of a class, whatever their part of speech.

    >>> "offensive" in terms("acts", "hostile"), "fight" in terms("acts", "hostile")
    (True, True)
    """
    return frozenset(term for (name, _), words in lexicon(kind).senses.items() if name == sense for term in words)
