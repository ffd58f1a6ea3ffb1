"""The actor of a person: side and role from titles, appositions and dated offices."""

from __future__ import annotations

from collections import Counter

from goodoffices.model.facts import Actor
from goodoffices.resolve.cast import Cast
from goodoffices.resolve.dated import in_office, office_at
from goodoffices.resolve.offices import Office, singular
from goodoffices.resolve.persons import Person
from goodoffices.vocabulary.entries import Office as DatedOffice
from goodoffices.vocabulary.entries import pieces


def settle_person(cast: Cast, person: Person, sides_of: dict[str, str | None]) -> Actor:
    """The actor of a person, with the side that titles, appositions and the vocabulary give.

    `sides_of` holds the sides of the persons settled before, by surname, for "Kiir's spokesman".
    """
    dated = _office_of(person, cast)
    told: Counter[str] = Counter()
    role = None
    former = False
    for core in person.cores:
        for office in (core.left, core.right):
            if office is None:
                continue
            role = role or office.role or None
            former = former or any(w in office.role.split() for w in ("former", "ex", "then", "late"))
            owner = _owner_side(cast, office, sides_of)
            if owner and {"former", "ex"} & set(office.role.split()) and core.left and core.right:
                continue
            if owner:
                told[owner] += 2
        if core.after:
            told[core.after] += 1
    side = told.most_common(1)[0][0] if told else None
    if dated and side and _at_home(cast, dated.side, side):
        side = dated.side
    if dated and (side is None or former or side not in {o.side for o in person.entry.offices}):  # type: ignore[union-attr]
        current = bool(person.entry) and in_office(person.entry, cast)  # type: ignore[arg-type]
        side = dated.side if side is None or current or former else side
    role = role or (dated.role if dated and dated.role else None)
    return Actor(person.id, _as_told(person), "person", side, role)


def _office_of(person: Person, cast: Cast) -> DatedOffice | None:
    """The dated office that a person is mentioned in: that of the title told, else that of the day."""
    if person.entry is None:
        return None
    dated = office_at(person.entry, cast)
    nouns = {core.left.noun for core in person.cores if core.left}
    if dated is None or not nouns or any(noun in dated.role for noun in nouns):
        return dated
    fitting = [office for office in person.entry.offices if any(noun in office.role.split() for noun in nouns)]
    return fitting[-1] if fitting and nouns & _HIGHEST else dated


_HIGHEST = frozenset({"president", "king", "minister", "chancellor", "pope", "emir"})


def _at_home(cast: Cast, group: str, state: str) -> bool:
    """Whether the state told with a name is only the home of the person's group: "Nepalese rebel leader"."""
    entry = cast.vocabulary.actors.get(group)
    return entry is not None and entry.kind == "group" and state in entry.countries


def _as_told(person: Person) -> str:
    """The fullest name that the document itself gives."""
    return max((core.text for core in person.cores), key=lambda text: len(pieces(text)), default=person.name)


_AGAINST = frozenset({"rebel", "opposition", "separatist", "insurgent", "guerrilla", "militant", "dissident", "militia"})


def _owner_side(cast: Cast, office: Office, sides_of: dict[str, str | None]) -> str | None:
    if any(singular(word) in _AGAINST for word in office.role.split()):
        states = [name for name in office.owners if getattr(name.entry, "kind", "") == "state"]
        if states:
            return None
    for name in office.owners:
        entry = cast.vocabulary.actors.get(name.entry.id)
        if entry is not None and entry.kind != "medium":
            return entry.side or entry.id
    for word in office.owner_words:
        found = sides_of.get(cast.low(office.sentence, word))
        if found:
            return found
    return None
