"""Who "the rebels", "the group", "the government", "the president", "government negotiators" are."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.resolve.actors import held_office, wording
from goodoffices.resolve.cast import actor_of
from goodoffices.resolve.discourse import Discourse
from goodoffices.resolve.offices import Office, singular, title_classes
from goodoffices.vocabulary.entries import ActorEntry

FIGHTERS = frozenset({
    "rebel", "insurgent", "guerrilla", "guerilla", "separatist", "secessionist", "militant", "fighter", "combatant", "gunman",
    "militia", "militiaman", "jihadist", "islamist", "dissident", "paramilitary", "mutineer", "partisan", "extremist",
})
SINGLE = frozenset({"group", "movement", "organisation", "organization", "faction", "front", "alliance", "coalition", "party",
                    "militia"})
ARMED_FORCES = frozenset({"army", "military", "troop", "soldier", "force", "navy", "air force", "warplane", "jet"})
GOVERNMENTS = frozenset({"government", "administration", "regime", "authority", "cabinet", "junta", "presidency"}) | ARMED_FORCES
STATE_BODIES = frozenset({"ministry", "parliament", "police", "foreign office"})
MASTERS = frozenset({"president", "premier", "minister", "chancellor", "king", "emir", "ruler"})

_SORTS: dict[str, frozenset[str]] = {
    "opposition": frozenset({"party", "coalition"}),
    "party": frozenset({"party", "coalition"}),
    "coalition": frozenset({"coalition"}),
    "alliance": frozenset({"coalition"}),
    "separatist": frozenset({"rebels", "region", "people", "militia"}),
    "militia": frozenset({"militia"}),
}
_ARMED = frozenset({"rebels", "militia", "region", "coalition"})
_ANY = frozenset({"rebels", "militia", "region", "coalition", "party", "people"})
_BACK = 6
"""Sentences in which a group must have been named for a description without article to take it up."""


def describe(discourse: Discourse, office: Office) -> Mention | None:
    """The mention of an office noun whose owner is not told by name; None where nothing can be said."""
    actors, how = _actors(discourse, office)
    if not actors:
        return None
    return Mention(MentionKind.ACTOR, office.sentence, office.first, office.word, office.word, actors, how=how)


def _actors(discourse: Discourse, office: Office) -> tuple[tuple[Actor, ...], str]:
    if office.sort in {"body", "fighters"}:
        office = _as_fighters(discourse, office)
    if office.sort == "fighters":
        return _one(fighters(discourse, office)), "description"
    owner = owner_of(discourse, office)
    if office.sort == "body":
        return _one(owner or _body(discourse, office)), "description"
    if office.sort == "people":
        side = owner.principal if owner else None
        return (Actor(wording(discourse.cast, office), wording(discourse.cast, office, full=True), "unnamed", side, office.role),), "unnamed"
    return _holder(discourse, office, owner)


def _as_fighters(discourse: Discourse, office: Office) -> Office:
    """ "rebel forces", "separatist groups": the modifier tells who they are."""
    if office.noun in {"jet", "warplane", "drone", "air force"}:
        return office
    for word in office.owner_words:
        noun = singular(discourse.cast.low(office.sentence, word))
        if title_classes().get(noun) == "fighters":
            return replace(office, noun=noun, sort="fighters", plural=True)
    return office


def _one(actor: Actor | None) -> tuple[Actor, ...]:
    return (actor,) if actor is not None else ()


def _holder(discourse: Discourse, office: Office, owner: Actor | None) -> tuple[tuple[Actor, ...], str]:
    """Who holds an office without a told owner: the person named before with this role, else the state's holder."""
    if owner is not None:
        return (held_office(owner, office, discourse.persons),), "office"
    if office.plural:
        return (), ""
    for mention in discourse.before(office.sentence, office.word):
        for actor in mention.actors:
            if actor.kind == "person" and actor.role and actor.role.lower().split()[-1:] == [office.noun]:
                if office.role.split()[-2:] in (actor.role.lower().split()[-2:], [office.noun]):
                    return (actor,), "description"
            if actor.kind in {"unnamed", "office"} and actor.role and actor.role.split()[-1:] == [office.noun] and actor.side:
                if office.noun not in MASTERS:
                    return (actor,), "description"
    if office.noun in MASTERS and _definite(discourse, office):
        state = discourse.state()
        if state is not None:
            return (held_office(state, office, discourse.persons),), "description"
    return (), ""


def owner_of(discourse: Discourse, office: Office) -> Actor | None:
    """The owner of an office noun told by another description or a pronoun: "government forces", "its spokesman"."""
    for word in office.owner_words:
        low = discourse.cast.low(office.sentence, word)
        found = _mention_at(discourse, office.sentence, word)
        if found is not None:
            return discourse.principal(found)
        noun = low if low in title_classes() else singular(low)
        sort = title_classes().get(noun)
        if sort in {"fighters", "body"}:
            inner = Office(office.sentence, word, word, word, noun, sort, noun, False)
            return fighters(discourse, inner) if sort == "fighters" else _body(discourse, inner)
        if low in {"its", "their", "his", "her"}:
            return _possessor(discourse, office, low)
    return None


def _mention_at(discourse: Discourse, sentence: int, word: int) -> Actor | None:
    for mention in discourse.mentions:
        if mention.sentence == sentence and mention.first <= word <= mention.last and len(mention.actors) == 1:
            return mention.actors[0]
    return None


def _possessor(discourse: Discourse, office: Office, pronoun: str) -> Actor | None:
    for mention in discourse.before(office.sentence, office.word, within=1):
        if len(mention.actors) != 1:
            continue
        actor = mention.actors[0]
        if (actor.kind == "person") == (pronoun in {"his", "her"}) and (discourse.is_subject(mention) or pronoun != "its"):
            principal = discourse.principal(actor)
            if principal is not None:
                return principal
    return None


def fighters(discourse: Discourse, office: Office) -> Actor | None:
    """The group that a description like "the rebels" or "Syrian rebels" takes up; else an unnamed group.

    A group of the told country and of a fitting sort that the document names before, or names at all.
    """
    states = {name.entry.id for name in office.owners if isinstance(name.entry, ActorEntry) and name.entry.kind == "state"}
    sorts = _SORTS.get(office.noun, _ARMED if office.noun in FIGHTERS else _ANY)
    definite = _definite(discourse, office)
    if office.noun in SINGLE and not office.plural and not definite:
        return None
    plain = not states and not _qualified(discourse, office)
    named = _named_after(discourse, office)
    if named is not None:
        return named
    if office.noun in SINGLE and office.plural:
        return _unnamed(discourse, office) if _armed(discourse, office) else None
    beside = _coordinated(discourse, office)
    if definite or office.noun in FIGHTERS or office.noun == "opposition":
        for actor in discourse.groups(discourse.everywhere(office.sentence, office.word)):
            entry = discourse.entry(actor)
            if _fits(entry, actor, office, sorts, states, plain) and actor.id not in beside:
                return actor
    if office.noun in SINGLE:
        return None
    return _unnamed(discourse, office)


def _named_after(discourse: Discourse, office: Office) -> Actor | None:
    """The group whose name follows: "a rebel group, the Justice and Equality Movement", "the separatist group ETA"."""
    at = office.word + 1
    if discourse.cast.low(office.sentence, at) == ",":
        at += 1
        at += discourse.cast.low(office.sentence, at) == "the"
    name = discourse.cast.actor_name(office.sentence, at)
    if name is None or office.plural or name.alias.how != "name" or not isinstance(name.entry, ActorEntry) or name.entry.kind != "group":
        return None
    return actor_of(name.entry)


def _coordinated(discourse: Discourse, office: Office) -> set[str]:
    """The actors that stand beside the description in a coordination: it is none of them."""
    words = discourse.cast.sentences[office.sentence].words
    here = words[office.word]
    top = here.head if here.deprel == "conj" else here.index
    heads = {top, *(w.index for w in words if w.deprel == "conj" and w.head == top)}
    return {actor.id for m in discourse.mentions if m.sentence == office.sentence and m.head in heads for actor in m.actors}


def _fits(
    entry: ActorEntry | None, actor: Actor, office: Office, sorts: frozenset[str], states: set[str], plain: bool
) -> bool:
    if entry is None:
        return plain and actor.name.lower().split()[-1:] == [_plural_form(office)]
    if entry.kind != "group" or entry.sort not in sorts:
        return False
    return not states or bool(states & set(entry.countries))


def _plural_form(office: Office) -> str:
    return office.noun + "s"


def _qualified(discourse: Discourse, office: Office) -> bool:
    """Whether a modifier tells which ones they are: "Muslim rebels", "communist insurgents", "Aceh rebels"."""
    words = discourse.cast.sentences[office.sentence].words[office.first : office.word]
    return any(w.upos in {"ADJ", "PROPN", "NOUN"} and w.form.lower() not in _VAGUE for w in words)


def _armed(discourse: Discourse, office: Office) -> bool:
    """Whether a modifier tells that these are the fighting or opposing kind: "armed groups", "opposition parties"."""
    words = discourse.cast.sentences[office.sentence].words[office.first : office.word]
    return any(w.form.lower() in _ARMED_WORDS or title_classes().get(singular(w.form)) == "fighters" for w in words)


_ARMED_WORDS = frozenset({"armed", "rebel", "militant", "opposition", "insurgent", "separatist", "ethnic", "islamist", "jihadist",
                          "guerrilla", "paramilitary", "rival", "tribal", "militia", "politico-military", "political"})
_VAGUE = frozenset({"armed", "main", "other", "former", "several", "many", "rebel", "militant", "insurgent", "local", "key", "new"})


def _unnamed(discourse: Discourse, office: Office) -> Actor:
    label = wording(discourse.cast, office)
    return Actor(label.upper(), label, "group")


def _definite(discourse: Discourse, office: Office) -> bool:
    words = discourse.cast.sentences[office.sentence].words[max(0, office.first - 1) : office.word]
    return any(w.form.lower() in {"the", "this", "that", "these", "those"} for w in words)


def _body(discourse: Discourse, office: Office) -> Actor | None:
    """The state whose government, army or ministry is meant without being named."""
    if office.noun not in GOVERNMENTS | STATE_BODIES:
        return None
    if office.plural and office.noun not in ARMED_FORCES | {"authority"}:
        return None
    qualified = [w.form.lower() for w in discourse.cast.sentences[office.sentence].words[office.first : office.word]
                 if w.upos in {"ADJ", "PROPN", "NOUN"}]
    if any(word in {"foreign", "rebel", "peacekeeping", "international", "coalition", "multinational", "regional", "interim",
                    "transitional", "unity", "new"} for word in qualified) and office.noun not in STATE_BODIES:
        if not {"interim", "transitional", "unity", "new"} & set(qualified):
            return None
    if office.noun in {"soldier", "troop", "force"} and (not _definite(discourse, office) or _reduced(discourse, office)):
        if "government" not in qualified:
            return None
    state = discourse.state()
    if office.noun in ARMED_FORCES and state is not None:
        for actor in discourse.groups(discourse.before(office.sentence, office.word)):
            entry = discourse.entry(actor)
            if entry is not None and entry.sort == "army" and state.id in entry.countries:
                return actor
    return state


def _reduced(discourse: Discourse, office: Office) -> bool:
    """Whether a participle tells which ones: "the evacuated soldiers"."""
    words = discourse.cast.sentences[office.sentence].words[office.first : office.word]
    return any(w.upos == "VERB" for w in words)


__all__ = ["actor_of", "describe", "fighters", "owner_of"]
