"""Mentions of actors that their own words identify: names, persons, offices, delegations, unnamed speakers."""

from __future__ import annotations

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.resolve.cast import Cast, Name, actor_of, head_of
from goodoffices.resolve.offices import Office
from goodoffices.resolve.persons import Person
from goodoffices.resolve.settle import settle_person
from goodoffices.vocabulary.entries import ActorEntry

SPEECH_AND_ACT = frozenset({"say", "tell", "announce", "deny", "reject", "accept", "agree", "want", "insist"})
LOCATING = frozenset({"in", "at", "near", "outside", "inside", "into", "around", "across", "throughout", "toward",
                      "towards", "within", "via"})
_WITH_MOTION = frozenset({"to", "from", "for"})
MOTION = frozenset({"travel", "fly", "go", "arrive", "return", "leave", "visit", "trip", "come", "head", "send", "flight",
                    "journey", "move", "bring", "drive", "depart", "transfer", "withdraw", "back", "land", "way", "route"})


def name_mentions(cast: Cast) -> list[Mention]:
    """A mention for each name of a state, body, group or medium that acts where it stands."""
    found = []
    for name in cast.all_names():
        entry = name.entry
        if not isinstance(entry, ActorEntry) or (is_seat(cast, name) and not seat_acts(cast, name)):
            continue
        head = head_of(cast.sentences[name.sentence], name.first, name.last)
        how = {"seat": "metonym", "name": "name"}.get(name.alias.how, name.alias.how)
        actor = actor_of(entry, _description(cast, name))
        found.append(Mention(MentionKind.ACTOR, name.sentence, name.first, name.last, head, (actor,), how=how))
    return found


def _description(cast: Cast, name: Name) -> str | None:
    """The wording where a group is described rather than named ("pro-Russian rebels")."""
    if name.alias.case not in {"any", "mixed"} or name.entry.kind != "group":  # type: ignore[union-attr]
        return None
    words = cast.sentences[name.sentence].words
    return " ".join(cast.document.text[words[name.first].start : words[name.last].end].split())


def is_seat(cast: Cast, name: Name) -> bool:
    """Whether a name is also that of a place: a capital, a palace, a region with authorities of its own."""
    if name.alias.how == "seat" or getattr(name.entry, "sort", "") == "region":
        return True
    return getattr(name.entry, "kind", "") == "body" and bool(cast.vocabulary.places(name.alias.pieces))


def seat_acts(cast: Cast, name: Name) -> bool:
    """Whether a capital or palace stands for its state: not after "in", "at", not where somebody travels to it.

    "Moscow rejected", "between Moscow and Kyiv", "told Moscow", "Kyiv's proposal" act;
    "in Moscow", "flew to Moscow", "the Moscow talks" do not.
    """
    words = cast.sentences[name.sentence].words
    head = head_of(cast.sentences[name.sentence], name.first, name.last)
    word = words[head]
    if word.form.isupper() and len(word.form) > _LONGEST_ACRONYM:
        return False  # a dateline
    before = cast.low(name.sentence, name.first - 1)
    if before == "the":
        before = cast.low(name.sentence, name.first - 2)
    if before in LOCATING or before in {"capital", "city", "town", "village"}:
        return False
    if cast.low(name.sentence, name.last + 1) == "," and cast.at.get((name.sentence, name.last + 2)) and before in _WITH_MOTION:
        return False
    above = words[word.head] if word.head >= 0 else None
    if before in _WITH_MOTION and above is not None and above.lemma.lower() in MOTION:
        return False
    if word.deprel.startswith("obj") and above is not None and above.lemma.lower() in {"visit", "leave", "reach", "enter"}:
        return False
    if word.deprel == "compound" and above is not None and above.upos == "NOUN":
        return above.lemma.lower() in _SPEAKING_NOUNS
    if word.deprel in {"root", "appos", "list"} and name.first <= 1 and name.last + 1 < len(words):
        return words[name.last + 1].form not in {",", "(", "-", "—", "–"}
    return True


_LONGEST_ACRONYM = 3
_SPEAKING_NOUNS = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "envoy", "government", "regime",
                             "delegation", "negotiator", "diplomat", "administration", "authority", "adviser", "aide"})


def person_mentions(cast: Cast, persons: list[Person]) -> tuple[list[Mention], dict[str, Actor], set[tuple[int, int]]]:
    """A mention for each place where a person is named, with title; the persons by id; the offices these use up."""
    found: list[Mention] = []
    actors: dict[str, Actor] = {}
    used: set[tuple[int, int]] = set()
    sides: dict[str, str | None] = {}
    for person in persons:
        actor = settle_person(cast, person, sides)
        actors[person.id] = actor
        if person.surname:
            sides[person.surname[-1]] = actor.side
        for core in person.cores:
            first = min(core.first, core.left.first) if core.left else core.first
            head = head_of(cast.sentences[core.sentence], first, core.last)
            found.append(Mention(MentionKind.ACTOR, core.sentence, first, core.last, head, (actor,), how="person"))
            for office, how in ((core.left, "title"), (core.right, "apposition")):
                if office is None:
                    continue
                used.add((office.sentence, office.word))
                if how == "apposition":
                    found.append(_office_mention(office, (actor,), "apposition"))
    return found, actors, used


def office_mentions(
    cast: Cast, offices: list[tuple[Office, ...]], used: set[tuple[int, int]], persons: dict[str, Actor]
) -> tuple[list[Mention], list[Office]]:
    """Mentions for the office nouns whose owner is told; and those that only the context can tell."""
    found: list[Mention] = []
    pending: list[Office] = []
    for office in (o for some in offices for o in some):
        if (office.sentence, office.word) in used:
            continue
        actors = actors_of_office(cast, office, persons)
        if actors:
            found.append(_office_mention(office, actors, "office"))
        else:
            pending.append(office)
    return found, pending


def actors_of_office(cast: Cast, office: Office, persons: dict[str, Actor]) -> tuple[Actor, ...]:
    """The actors that an office noun with a told owner stands for; empty where the owner is not told by name."""
    owners = [actor_of(name.entry) for name in office.owners if isinstance(name.entry, ActorEntry)]
    owners = [owner for owner in owners if owner.kind != "medium"]
    if office.sort == "public" and not any(owner.kind in {"body", "group"} for owner in owners):
        return (Actor(wording(cast, office), wording(cast, office, full=True), "unnamed"),)
    if not owners:
        side = _side_of_person(cast, office, persons)
        if side is None:
            return ()
        owners = [side]
    if office.sort == "fighters" and any(o.kind == "state" for o in owners):
        return ()
    if office.sort in {"body", "fighters"}:
        return tuple(dict.fromkeys(owners))
    if office.sort in {"people", "public"} or office.plural:
        if len(owners) > 1:
            return tuple(dict.fromkeys(owners))
        label = wording(cast, office)
        return (Actor(label, wording(cast, office, full=True), "unnamed", owners[0].principal, office.role),)
    return tuple(held_office(owner, office, persons) for owner in dict.fromkeys(owners))


def held_office(owner: Actor, office: Office, persons: dict[str, Actor]) -> Actor:
    """The person of the document who holds the office for this owner; else the office, which stands for its owner."""
    for person in persons.values():
        if person.side == owner.principal and person.role and not office.plural and _same_office(person.role, office.role):
            return person
    return Actor(owner.id, owner.name, "office", owner.principal, office.role)


def _same_office(held: str, asked: str) -> bool:
    one, other = held.lower().split(), asked.lower().split()
    return bool(one and other) and one[-len(other):] == other and not {"former", "deputy", "vice"} & (set(one) ^ set(other))


def _side_of_person(cast: Cast, office: Office, persons: dict[str, Actor]) -> Actor | None:
    for index in office.owner_words:
        low = cast.low(office.sentence, index)
        for person in persons.values():
            if person.side and person.name.lower().split()[-1:] == [low]:
                entry = cast.vocabulary.actors.get(person.side)
                return actor_of(entry) if entry else Actor(person.side, person.side, "group")
    return None


def wording(cast: Cast, office: Office, *, full: bool = False) -> str:
    """The words of an office noun's phrase, without the article unless `full`."""
    words = cast.sentences[office.sentence].words[office.first : office.last + 1]
    if not full:
        opening = [w.index - words[0].index for w in words[:-1]
                   if w.upos in {"DET", "NUM", "PRON"} or w.form in {"'s", "’s", "'", "’"}]
        words = words[opening[-1] + 1 :] if opening else words
    return " ".join(cast.document.text[words[0].start : words[-1].end].split())


def _office_mention(office: Office, actors: tuple[Actor, ...], how: str) -> Mention:
    return Mention(MentionKind.ACTOR, office.sentence, office.first, office.word, office.word, actors, how=how)
