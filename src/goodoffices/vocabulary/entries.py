"""What the vocabulary knows: actors, persons with dated offices, places; and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ð": "d"})
_POSSESSIVE = re.compile(r"['’]s(?![a-z0-9])")
_SILENT = re.compile(r"[.'’‘ʻʿ`´]")
_APART = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=100_000)
def pieces(text: str) -> tuple[str, ...]:
    """A name as comparable pieces: lower-case ASCII, split at spaces and hyphens, without points and apostrophes.

    >>> pieces("Côte d'Ivoire"), pieces("U.S."), pieces("al-Sharaa"), pieces("People's Army")
    (('cote', 'divoire'), ('us',), ('al', 'sharaa'), ('people', 's', 'army'))
    """
    if text.isascii():
        plain = text.lower()
        words = plain.replace("-", " ").split()
        if all(map(str.isalnum, words)):
            return tuple(words)
    else:
        lowered = text.lower().translate(_LETTERS).replace("’", "'").replace("‘", "'")
        plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    if "'" in plain or "." in plain or "`" in plain:
        plain = _SILENT.sub("", _POSSESSIVE.sub(" s", plain))
    if plain.isalnum():
        return (plain,)
    return tuple(part for part in _APART.split(plain) if part)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A state, body, group or medium as the vocabulary has it."""

    id: str
    name: str
    kind: str
    """state, body, group or medium."""
    sort: str = ""
    """What it is called when it is not named: rebels, party, army, coalition, government, mission, people …"""
    countries: tuple[str, ...] = ()
    """States (ISO 3166-1 alpha-3) in whose affairs it takes part; empty for world-wide bodies."""
    side: str | None = None
    """The actor for which it always acts (a mission of the UN), if any."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office held by a person: `start` and `end` are years or ISO months or days, empty where open."""

    role: str
    side: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person with the offices held, in the order of the table."""

    id: str
    name: str
    surname: str
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A town, region, site or venue; `town` is where a venue lies."""

    name: str
    country: str | None
    kind: str = "town"
    town: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two parties that stand against each other from `start` until `end` (years or months, empty where open)."""

    first: str
    second: str
    start: str
    end: str
    cues: tuple[tuple[str, ...], ...]
    """Names and words as pieces; one of them must stand in a document that means this pair."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A way to write an actor or a person."""

    pieces: tuple[str, ...]
    target: ActorEntry | PersonEntry
    how: str
    """name, adjective, people, seat or person."""
    case: str
    """"upper" (an acronym), "name" (begins with a capital), "mixed" (a capital inside) or "any"."""
    weak: bool = False
    """Holds only where the document names one of the target's countries otherwise."""


def case_of(text: str) -> str:
    """How a name must be written in a text to count.

    >>> case_of("ETA"), case_of("Hamas"), case_of("communist rebels"), case_of("pro-Russian rebels")
    ('upper', 'name', 'any', 'mixed')
    """
    if text.isupper() and sum(map(str.isalpha, text)) <= 6:
        return "upper"
    if text.islower() and not text[:1].isdigit():
        return "any"
    article = text.replace("-", " ").split()[0] in {"al", "el", "an", "as", "ad", "ar", "at", "the", "teleSUR"}
    return "mixed" if text[:1].islower() and not article else "name"


def person_id(surname: str, given: str) -> str:
    """The id of a person: parts of one name are joined by underscores.

    >>> person_id("al-Sharaa", "Ahmed"), person_id("Lavrov", "")
    ('person:al_sharaa-ahmed', 'person:lavrov')
    """
    parts = ["_".join(pieces(part)) for part in (surname, given)]
    return "person:" + "-".join(part for part in parts if part)
