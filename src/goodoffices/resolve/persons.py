"""Persons: their names joined over the document, their sides and roles from titles, appositions and dated offices."""

from __future__ import annotations

from dataclasses import dataclass, field

from goodoffices.resolve.cast import Cast
from goodoffices.resolve.dated import in_office, side_at
from goodoffices.resolve.names import Spelling
from goodoffices.resolve.offices import Office, singular, title_classes
from goodoffices.vocabulary.entries import PersonEntry, person_id, pieces

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "de", "van", "von", "der", "den", "du", "la", "abu", "da", "dos",
                        "del", "ter", "ten", "ould", "ag", "le", "mac", "della", "di"})
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "lady", "rev", "gen", "col", "lt", "maj", "capt", "adm",
                         "comrade", "father", "señor", "commandante", "comandante", "sheik", "gov", "sen", "rep", "brig"})
_TITLE_SPAN = 10
"""A title and its name stand at most this many words apart: "special envoy of the Secretary-General for Cyprus …"."""
_APPOSITION = 9


@dataclass
class Core:
    """Words `first` to `last` that are a person's name."""

    sentence: int
    first: int
    last: int
    text: str
    entry: PersonEntry | None = None
    left: Office | None = None
    """The title before the name."""
    right: Office | None = None
    """The apposition after it."""
    after: str | None = None
    """A side told beside the name: "of the SPLM", "Burundi's"."""


@dataclass
class Person:
    """One person of the document."""

    surname: tuple[str, ...]
    name: str
    id: str
    entry: PersonEntry | None = None
    cores: list[Core] = field(default_factory=list)


def find_persons(cast: Cast, offices: list[tuple[Office, ...]]) -> list[Person]:
    """The persons of the document, each with all the places where the name stands."""
    full: list[Core] = []
    for sentence in range(len(cast.sentences)):
        full += _cores(cast, sentence, offices[sentence])
    people: dict[str, Person] = {}
    by_surname: dict[tuple[str, ...], list[Person]] = {}
    for core in [c for c in full if not _is_single(cast, c)]:
        person = _person(core, by_surname)
        if person.id not in people:
            people[person.id] = person
            by_surname.setdefault(person.surname, []).append(person)
            for key in {person.surname[-1:], pieces(core.text)[-1:]} - {person.surname}:
                by_surname.setdefault(key, []).append(person)
        people[person.id].cores.append(core)
    for core in _single_names(cast, full, by_surname, offices):
        person = _by_single(cast, core, by_surname)
        people.setdefault(person.id, person)
        if people[person.id] is person and person not in by_surname.get(person.surname, []):
            by_surname.setdefault(person.surname, []).append(person)
        people[person.id].cores.append(core)
    return list(people.values())


def _cores(cast: Cast, sentence: int, offices: tuple[Office, ...]) -> list[Core]:
    """Full names: of the vocabulary, and those that the parser marks as a person."""
    found: list[Core] = []
    taken: set[int] = set()
    for name in cast.names[sentence]:
        if isinstance(name.entry, PersonEntry):
            words = cast.sentences[sentence].words
            last = _longer(cast, sentence, name.last)
            text = cast.document.text[words[name.first].start : words[last].end]
            found.append(Core(sentence, name.first, last, text, name.entry))
            taken.update(range(name.first, last + 1))
        taken.update(range(name.first, name.last + 1))
    words = cast.sentences[sentence].words
    for span in cast.sentences[sentence].names:
        if span.label != "PER":
            continue
        first, last = span.first, span.last
        while first <= last and (
            singular(words[first].form) in title_classes() or words[first].upos in {"DET", "ADP", "PUNCT"}
            or words[first].form.lower().rstrip(".") in _HONORIFICS or (first in taken and first < last)
            or words[first].form in {"Foreign", "Prime", "State", "Defense", "Defence", "Vice", "Deputy", "Former", "Crown"}
        ):
            first += 1
        while last > first and (words[last].form in {"'s", "’s", "'", "’", ",", "."} or words[last].upos == "PUNCT"):
            last -= 1
        if first > last or (sentence, first) in cast.asides or any(i in taken for i in range(first, last + 1)):
            continue
        text = cast.document.text[words[first].start : words[last].end]
        if not text[:1].isupper() and text.split("-")[0].lower() not in _PARTICLES:
            continue
        if _is_place(cast, sentence, first, text):
            continue
        found.append(Core(sentence, first, last, text, cast.vocabulary.office_holder(text)))
        taken.update(range(first, last + 1))
    for core in found:
        _dress(cast, core, offices)
        core.entry = _doubted(cast, core) if core.entry else _variant(cast, core)
    return sorted(found, key=lambda core: core.first)


def _longer(cast: Cast, sentence: int, last: int) -> int:
    """The end of the name of a known person where the parser's name goes on: "Birhanu Jula | Gelalcha"."""
    for span in cast.sentences[sentence].names:
        if span.label == "PER" and span.first < last < span.last:
            end = last
            words = cast.sentences[sentence].words
            while end < span.last and words[end + 1].upos == "PROPN" and (sentence, end + 1) not in cast.at:
                end += 1
            return end
    return last


def _is_place(cast: Cast, sentence: int, first: int, text: str) -> bool:
    """Whether what the parser marks as a person is a place of the gazetteer where a place stands: "in Sharm el-Sheikh"."""
    return cast.low(sentence, first - 1) in {"in", "at", "from", "to", "near", "outside"} and bool(cast.vocabulary.places(pieces(text)))


def _doubted(cast: Cast, core: Core) -> PersonEntry | None:
    """The entry of a full name, unless a title speaks against it and the document never names its country."""
    entry = core.entry
    if entry is None or core.left is None or _country_named(entry, cast):
        return entry
    return entry if any(core.left.noun in office.role for office in entry.offices) else None


def _variant(cast: Cast, core: Core) -> PersonEntry | None:
    """The person of the vocabulary whose given name is only spelled otherwise: "Vladimir Zelensky"."""
    parts = pieces(core.text)
    if len(parts) < 2:
        return None
    fitting = [entry for entry in cast.vocabulary.surnames.get(parts[-1:], ())
               if pieces(entry.name)[0][:1] == parts[0][:1] and in_office(entry, cast) and _country_named(entry, cast)
               and not (core.left and core.left.owners and not {n.entry.id for n in core.left.owners} & {o.side for o in entry.offices})]
    return fitting[0] if len(fitting) == 1 else None


def _dress(cast: Cast, core: Core, offices: tuple[Office, ...]) -> None:
    """Find the title before and the apposition after a name."""
    sentence = core.sentence
    before = [o for o in offices if o.word < core.first and core.first - o.word <= _TITLE_SPAN and o.sort in _HOLDERS]
    if before and _leads_to(cast, before[-1], core):
        core.left = before[-1]
    after = [o for o in offices if core.last < o.word <= core.last + _APPOSITION and o.sort in _HOLDERS]
    if cast.low(sentence, core.last + 1) in {",", "(", "–", "—"} and after and _clean(cast, sentence, core.last + 2, after[0]):
        core.right = after[0]
    if cast.low(sentence, core.first - 1) in {"'s", "’s"}:
        name = cast.actor_name(sentence, core.first - 2)
        if name is not None:
            core.after = name.entry.id
    elif cast.low(sentence, core.last + 1) in {"of", "from"}:
        at = core.last + 2
        at += cast.low(sentence, at) in {"the", "a"}
        name = cast.actor_name(sentence, at)
        if name is not None and name.alias.how == "name":
            core.after = name.entry.id


_HOLDERS = frozenset({"person", "envoy", "people"})


def _leads_to(cast: Cast, office: Office, core: Core) -> bool:
    """Whether nothing but the rest of a title stands between an office noun and the name."""
    if office.plural and core.first - office.word > 1:
        return False
    at = office.word + 1
    if at == core.first:
        return True
    if office.last > office.word and office.last + 1 < core.first:
        at = office.last + 1
    if cast.low(core.sentence, at) == "," and at + 1 == core.first:
        following = cast.low(core.sentence, core.last + 1)
        return following in {",", ".", ")", ""} or cast.sentences[core.sentence].words[core.first].deprel == "appos"
    if cast.low(core.sentence, at) not in {"of", "for", "to", "on", "in", "general", "-", "and"}:
        return False
    open_name = False
    while at < core.first:
        word = cast.sentences[core.sentence].words[at]
        if word.form == "," and at == core.first - 1 and open_name:
            return cast.low(core.sentence, core.last + 1) in {",", ".", ")", ""}
        name = cast.at.get((core.sentence, at))
        if name is not None:
            if isinstance(name.entry, PersonEntry):
                return False
            open_name = True
            at = name.last + 1
            continue
        if word.upos in {"VERB", "AUX", "SCONJ", "ADV"} or word.form in {",", ";", ":", '"'} or word.form.lower() in {
            "with", "by", "and", "between", "that",
        }:
            return False
        open_name = open_name or word.upos in {"PROPN", "NOUN"}
        at += 1
    return open_name


def _clean(cast: Cast, sentence: int, start: int, office: Office) -> bool:
    """Whether the words from `start` to an office noun can be an apposition: no verb, no comma, no other name."""
    for at in range(start, office.word):
        word = cast.sentences[sentence].words[at]
        if word.upos in {"VERB", "AUX", "SCONJ", "ADP", "CCONJ"} or word.form in {",", ";", ")", '"'}:
            return False
    return True


def _person(core: Core, known: dict[tuple[str, ...], list[Person]]) -> Person:
    if core.entry is not None:
        surname = pieces(core.entry.surname)
        return next((p for p in known.get(surname, []) if p.id == core.entry.id),
                    Person(surname, core.entry.name, core.entry.id, core.entry))
    parts = core.text.replace("’", "'").split()
    cut = len(parts) - 1
    while cut > 1 and parts[cut - 1].lower().rstrip("-") in _PARTICLES:
        cut -= 1
    surname_text, given = " ".join(parts[cut:]), " ".join(parts[:cut])
    surname = pieces(surname_text) or pieces(core.text)
    for person in known.get(surname, []):
        if pieces(given)[:1] == pieces(person.name)[:1] or not given:
            return person
    return Person(surname, core.text, person_id(surname_text, given))


def _single_names(
    cast: Cast, full: list[Core], known: dict[tuple[str, ...], list[Person]], offices: list[tuple[Office, ...]]
) -> list[Core]:
    """Names of one part: those marked by the parser, those of persons named in full elsewhere, surnames of the vocabulary."""
    found = [core for core in full if _is_single(cast, core)]
    taken = {(c.sentence, i) for c in full for i in range(c.first, c.last + 1)}
    for sentence in cast.sentences:
        spelling = Spelling.of(sentence)
        for word in sentence.words:
            if (sentence.index, word.index) in taken or (sentence.index, word.index) in cast.at:
                continue
            core = _single(cast, sentence.index, word.index, spelling, known, offices[sentence.index])
            if core is not None:
                taken.update((sentence.index, i) for i in range(core.first, core.last + 1))
                found.append(core)
    return sorted(found, key=lambda core: (core.sentence, core.first))


def _is_single(cast: Cast, core: Core) -> bool:
    """Whether a name is a surname alone, with its article: "Sharon", "Al Thani"."""
    parts = pieces(core.text)
    if core.entry or not parts:
        return False
    return len(parts) == 1 or (parts[0] in _PARTICLES and (len(parts) == 2 or parts in cast.vocabulary.surnames))


def _single(
    cast: Cast, sentence: int, index: int, spelling: Spelling, known: dict[tuple[str, ...], list[Person]],
    offices: tuple[Office, ...],
) -> Core | None:
    start = spelling.starts.get(index)
    word = cast.sentences[sentence].words[index]
    if start is None or not (word.form[:1].isupper() or word.form.lower() in _PARTICLES):
        return None
    for size in (4, 3, 2, 1):
        key = tuple(spelling.pieces[start : start + size])
        if len(key) < size or (size == 1 and len(key[0]) < 3):
            continue
        last = spelling.owner[start + size - 1]
        if not any(w.form[:1].isupper() for w in cast.sentences[sentence].words[index : last + 1]):
            continue
        if key in known or (key in cast.vocabulary.surnames and word.upos in {"PROPN", "X", "NOUN", "ADJ"}):
            words = cast.sentences[sentence].words
            core = Core(sentence, index, last, cast.document.text[words[index].start : words[last].end])
            _dress(cast, core, offices)
            if key in known or _plausible(cast, core, key):
                return core
    return None


def _plausible(cast: Cast, core: Core, key: tuple[str, ...]) -> bool:
    """Whether a surname of the vocabulary that the parser does not mark is one: a title, or an office held then."""
    if core.left or core.right:
        return True
    words = cast.sentences[core.sentence].words
    inside = any(
        span.first <= core.first <= span.last and ((span.label != "PER" and span.last > core.last) or span.first < core.first)
        for span in cast.sentences[core.sentence].names
    )
    if inside or (core.first == 0 and words[0].upos != "PROPN"):
        return False
    return any(in_office(entry, cast) and _country_named(entry, cast) for entry in cast.vocabulary.surnames[key])


def _country_named(entry: PersonEntry, cast: Cast) -> bool:
    return any(cast.countries[office.side] or _acts_in(cast, office.side) for office in entry.offices)


def _acts_in(cast: Cast, side: str) -> bool:
    actor = cast.vocabulary.actors.get(side)
    return actor is not None and any(cast.countries[country] for country in actor.countries)


def _by_single(cast: Cast, core: Core, known: dict[tuple[str, ...], list[Person]]) -> Person:
    key = pieces(core.text)
    if key in known:
        same = known[key]
        return same[0] if len({p.id for p in same}) == 1 else _nearest(core, same)
    called = {p.id: p for people in known.values() for p in people if pieces(p.name)[:1] == key}
    if len(called) == 1 and not core.left:
        return next(iter(called.values()))
    entries = cast.vocabulary.surnames.get(key, [])
    entry = _settle(cast, core, entries)
    if entry is not None:
        return Person(key, entry.name, entry.id, entry)
    return Person(key, core.text, person_id(core.text, ""))


def _nearest(core: Core, people: list[Person]) -> Person:
    """Of several persons with one surname, the one named in full last before the place."""
    def distance(person: Person) -> tuple[int, int]:
        before = [c for c in person.cores if (c.sentence, c.first) < (core.sentence, core.first)]
        return (0, -max((c.sentence * 1000 + c.first for c in before), default=0)) if before else (1, 0)
    return min(people, key=distance)


def _settle(cast: Cast, core: Core, entries: list[PersonEntry]) -> PersonEntry | None:
    """The person of the vocabulary meant by a surname; None where it is not clear."""
    scored = sorted(((-_fit(cast, core, entry), i) for i, entry in enumerate(entries)), key=lambda t: t)
    if not scored or scored[0][0] >= 0:
        return None
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        first, second = entries[scored[0][1]], entries[scored[1][1]]
        if side_at(first, cast) != side_at(second, cast):
            return None
    return entries[scored[0][1]]


def _fit(cast: Cast, core: Core, entry: PersonEntry) -> int:
    owners = {name.entry.id for office in (core.left, core.right) if office for name in office.owners}
    sides = {office.side for office in entry.offices}
    if owners and not owners & sides:
        return 0
    score = 4 * bool(owners & sides) + 2 * _country_named(entry, cast) + 3 * in_office(entry, cast)
    noun = core.left.noun if core.left else ""
    if noun and any(noun in office.role for office in entry.offices):
        score += 2
    return score if score >= 3 else 0
