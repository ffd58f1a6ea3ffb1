"""Names of the vocabulary in a sentence: the longest match over tokens, with regard to capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from goodoffices.model.words import Sentence
from goodoffices.vocabulary import Vocabulary
from goodoffices.vocabulary.entries import ActorEntry, Alias, PersonEntry, pieces


@dataclass(frozen=True, slots=True)
class Named:
    """Words `first` to `last` of a sentence that are written like these aliases (several where a name is shared)."""

    sentence: int
    first: int
    last: int
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A sentence as pieces; `owner[i]` is the word that piece `i` belongs to."""

    pieces: list[str]
    owner: list[int]
    starts: dict[int, int]
    """For each word with pieces, the number of its first piece."""

    @classmethod
    def of(cls, sentence: Sentence) -> Spelling:
        """The pieces of a sentence's words."""
        found: list[str] = []
        owner: list[int] = []
        starts: dict[int, int] = {}
        for word in sentence.words:
            for piece in ("s",) if word.form in {"'s", "’s"} else pieces(word.form):
                starts.setdefault(word.index, len(found))
                found.append(piece)
                owner.append(word.index)
        return cls(found, owner, starts)


def find_names(sentence: Sentence, vocabulary: Vocabulary) -> tuple[Named, ...]:
    """All names of the vocabulary in a sentence, without overlaps, left to right."""
    spelling = Spelling.of(sentence)
    found: list[Named] = []
    at, size = 0, len(spelling.pieces)
    while at < size:
        named = _at(sentence, spelling, at, vocabulary)
        if named is None:
            at += 1
            continue
        found.append(named)
        at += len(named.aliases[0].pieces)
    return tuple(found)


def _at(sentence: Sentence, spelling: Spelling, at: int, vocabulary: Vocabulary) -> Named | None:
    for aliases in vocabulary.at(spelling.pieces, at):
        end = at + len(aliases[0].pieces) - 1
        first, last = spelling.owner[at], spelling.owner[end]
        fitting = tuple(alias for alias in aliases if _written(sentence, first, last, alias))
        if fitting and not _inside_word(spelling, at, end):
            return Named(sentence.index, first, last, fitting)
    return None


def _inside_word(spelling: Spelling, at: int, end: int) -> bool:
    """Whether the match ends within a word that goes on with other letters ("al" in "al-Sharaa" as one token)."""
    owner = spelling.owner
    following = end + 1 < len(owner) and owner[end + 1] == owner[end]
    preceding = at > 0 and owner[at - 1] == owner[at]
    return (following or preceding) and len(spelling.pieces[at]) < 3


def _written(sentence: Sentence, first: int, last: int, alias: Alias) -> bool:
    words = sentence.words[first : last + 1]
    if alias.case == "any":
        return True
    if alias.case == "upper":
        return all(c.isupper() for word in words for c in word.form if c.isalpha())
    if alias.case == "mixed":
        return any(word.form[:1].isupper() for word in words)
    opening = words[0].form
    if alias.pieces[0] == "the" and isinstance(alias.target, ActorEntry) and alias.target.kind == "medium":
        following = sentence.words[last + 1].form if last + 1 < len(sentence.words) else ""
        return opening == "The" and not following[:1].isupper()
    return any(c.isupper() for c in opening[:3]) or opening[:1].isdigit() or _lower_article(words[0].form, words)


def _lower_article(opening: str, words: Iterable[object]) -> bool:
    """ "al-Qaeda", "the Kremlin", "ha'Aretz": the capital comes with the second part."""
    rest = list(words)[1:]
    return opening in {"al", "el", "the", "an", "as", "ad", "ar", "at"} and any(
        word.form[:1].isupper() for word in rest  # type: ignore[attr-defined]
    )


def countries_of(named: Iterable[Named]) -> Counter[str]:
    """How often each country is spoken of by names that leave no doubt."""
    found: Counter[str] = Counter()
    for match in named:
        targets = {id(alias.target): alias for alias in match.aliases}
        if len(targets) != 1 or match.aliases[0].weak:
            continue
        target = match.aliases[0].target
        if isinstance(target, ActorEntry):
            found.update(target.countries)
        else:
            found.update(sorted({office.side for office in target.offices}))
    return found


def choose(match: Named, countries: Counter[str]) -> Alias | None:
    """The one meant among the aliases of a match: the one whose country is spoken of most in the document.

    None where the alias is weak and its country is not spoken of.
    """
    best: tuple[int, int] | None = None
    chosen: Alias | None = None
    for order, alias in enumerate(match.aliases):
        weight = _weight(alias.target, countries)
        if alias.weak and not weight:
            continue
        rank = (-weight, order)
        if best is None or rank < best:
            best, chosen = rank, alias
    return chosen


def _weight(target: ActorEntry | PersonEntry, countries: Counter[str]) -> int:
    if isinstance(target, PersonEntry):
        return sum(countries[office.side] for office in target.offices) + 1
    return sum(countries[country] for country in target.countries)
