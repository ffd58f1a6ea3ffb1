"""Who takes part in an event: the words around an event noun or verb that can stand for its participants.

The answers are words; which of them stand for actors is looked up later, and words that stand for
none are dropped there. Third parties are told apart by the word that gives them the role: "mediated
by", "under the auspices of", "brokered by", "with the help of".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import MentionKind, WordRef

THIRD_VERBS = frozenset(
    [
        "attend",
        "back",
        "brokered",
        "broker",
        "chair",
        "convene",
        "facilitate",
        "guarantee",
        "help",
        "host",
        "lead",
        "mediate",
        "monitor",
        "moderate",
        "negotiate",
        "organise",
        "organize",
        "oversee",
        "sponsor",
        "supervise",
        "support",
        "witness",
    ]
)
"""Participles after which the by-phrase is a third party: "talks mediated by Oman"."""

THIRD_NOUNS = frozenset(
    [
        "auspices",
        "aegis",
        "mediation",
        "facilitation",
        "help",
        "assistance",
        "good offices",
        "office",
        "presence",
        "supervision",
        "patronage",
        "sponsorship",
        "support",
        "participation",
        "effort",
        "intervention",
        "pressure",
    ]
)
"""Nouns of a phrase that names a third party: "under the auspices of the AU", "through Omani mediation"."""

THIRD_PREPOSITIONS = frozenset({"through", "via"})
"""Prepositions that name a go-between: "through Qatar"."""

_FAR = 14
"""Words after a noun within which its stranded verb is looked for."""

TOGETHER = ("between", "among", "amongst", "with", "involving")
BROKERED = (
    "-brokered",
    "-mediated",
    "-sponsored",
    "-backed",
    "-led",
    "-hosted",
    "-facilitated",
    "-guaranteed",
    "-proposed",
)


@dataclass(frozen=True, slots=True)
class Participants:
    """Words that can stand for those who take part, and for those who help from outside."""

    parties: tuple[WordRef, ...] = ()
    third_parties: tuple[WordRef, ...] = ()

    def with_parties(self, *refs: WordRef) -> Participants:
        """The same with further parties."""
        return Participants(_unique([*self.parties, *refs]), self.third_parties)


def of_noun(clauses: Clauses, noun: WordRef) -> Participants:
    """Participants that hang on an event noun: "Kyiv's talks with Moscow", "Kosovo-Serbia talks mediated by the EU"."""
    parties: list[WordRef] = [
        *clauses.possessors(noun),
        *_modifiers(clauses, noun),
        *clauses.obliques(noun, *TOGETHER),
    ]
    parties += clauses.obliques(noun, "of", "by")
    third: list[WordRef] = list(_third_modifiers(clauses, noun))
    third += clauses.obliques(noun, *THIRD_PREPOSITIONS)
    for participle in clauses.children(noun, "acl", "amod"):
        if clauses.word(participle).upos not in {"VERB", "ADJ"}:
            continue
        agents = clauses.obliques(participle, "by")
        if clauses.lemma(participle) in THIRD_VERBS:
            third += agents
        else:
            parties += agents
        parties += clauses.obliques(participle, *TOGETHER)
        third += _helpers(clauses, participle)
    third += _helpers(clauses, noun)
    return Participants(_unique(parties), _unique(third))


def of_verb(clauses: Clauses, verb: WordRef, *, objects: bool = False) -> Participants:
    """Participants of a verb: its subjects, "with …", "between …", if asked its objects; third parties by their words."""
    parties = [*clauses.subjects(verb)] if not clauses.is_passive(verb) else [*clauses.obliques(verb, "by")]
    parties += clauses.obliques(verb, *TOGETHER)
    if objects:
        parties += clauses.patients(verb) if clauses.is_passive(verb) else clauses.objects(verb)
    return Participants(_unique(parties), _unique(_helpers(clauses, verb)))


def together(*found: Participants) -> Participants:
    """All participants of several words of one frame; who is a third party by a word for it is no party."""
    third = _unique([ref for one in found for ref in one.third_parties])
    parties = _unique([ref for one in found for ref in one.parties if ref not in third])
    return Participants(parties, third)


def carrier(clauses: Clauses, noun: WordRef) -> tuple[WordRef | None, str]:
    """The verb that a noun depends on, and as what: obj, nsubj, nsubj:pass, obl or acl (participle on the noun)."""
    at = noun
    head = clauses.head(at)
    while head is not None and clauses.label(at) == "conj" and clauses.word(head).upos in {"NOUN", "PROPN"}:
        at, head = head, clauses.head(head)
    if head is not None and clauses.word(head).upos in {"VERB", "AUX"}:
        label = clauses.label(at)
        place = "obl" if label.startswith("obl") else label
        if place == "obl" and not clauses.preposition(at) and not clauses.children(head, "obj"):
            place = "obj"
        if place in {"obj", "nsubj", "nsubj:pass", "obl"}:
            return head, place
    for participle in clauses.children(noun, "acl"):
        if clauses.is_passive(participle):
            return participle, "acl"
    return None, ""


def stranded_verb(clauses: Clauses, noun: WordRef) -> WordRef | None:
    """The verb that follows a noun as its subject where the parse hung the noun elsewhere.

    "Clashes subside as a truce in the strip comes into effect": where *truce* is made an oblique of
    *subside*, the finite verb after it that lacks a subject is its own.
    """
    if clauses.preposition(noun) not in {"as", "after", "before", "since", "until", "once", "when"}:
        return None
    words = clauses.annotated.sentences[noun.sentence].words
    for word in words[noun.word + 1 : noun.word + _FAR]:
        if word.upos == "PUNCT" and word.form in {",", ";", ":", "."}:
            return None
        ref = WordRef(noun.sentence, word.index)
        if word.upos == "VERB" and word.deprel == "advcl" and not clauses.children(ref, "nsubj", "nsubj:pass", "mark"):
            return ref
    return None


def stand_ins(clauses: Clauses, refs: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """The words themselves where they stand for actors, else the actors named within them: "Israeli air strikes"."""
    found: list[WordRef] = []
    for ref in refs:
        if clauses.annotated.actors_at(ref):
            found.append(ref)
            continue
        inner = (*clauses.possessors(ref), *clauses.modifiers(ref), *clauses.obliques(ref, "by"))
        named = [w for w in inner if clauses.annotated.actors_at(w)]
        for deeper in clauses.obliques(ref, "of", "from", "by") if not named else ():
            named += [
                w
                for w in (deeper, *clauses.possessors(deeper), *clauses.modifiers(deeper))
                if clauses.annotated.actors_at(w)
            ]
        found += named
    return _unique(found)


def is_nominal(clauses: Clauses, ref: WordRef) -> bool:
    """Whether a word stands as a noun, also where the tagger took it for a verb ("the peace talks will …")."""
    word = clauses.word(ref)
    if word.upos in {"NOUN", "PROPN"}:
        return True
    return (
        word.upos == "VERB"
        and word.deprel in {"nsubj", "obj", "nsubj:pass", "nmod", "obl"}
        and bool(clauses.children(ref, "det", "case", "compound", "amod", "nmod:poss"))
    )


def count_actors(clauses: Clauses, refs: Iterable[WordRef]) -> int:
    """How many different actors the words stand for, persons counted for their side."""
    return len({actor.principal for ref in refs for actor in clauses.annotated.actors_at(ref)})


def _modifiers(clauses: Clauses, noun: WordRef) -> Iterator[WordRef]:
    """Names before the noun that are not the town after which it is called ("the Minsk agreement")."""
    for ref in clauses.modifiers(noun):
        if not is_venue_name(clauses, ref) and not _is_broker(clauses, ref):
            yield ref


def _is_broker(clauses: Clauses, ref: WordRef) -> bool:
    """Whether a participle of brokering is tied to the name: *Russian* in "Russian-brokered talks"."""
    after = [w.form.lower() for w in clauses.annotated.sentences[ref.sentence].words[ref.word + 1 : ref.word + 3]]
    return after[:1] in ([ending[1:]] for ending in BROKERED) or (
        len(after) == 2 and after[0] in {"-", "–"} and f"-{after[1]}" in BROKERED
    )


def is_venue_name(clauses: Clauses, ref: WordRef) -> bool:
    """Whether a word names a town (which, as a modifier, is the venue rather than the state it stands for)."""
    place = clauses.annotated.mention(MentionKind.PLACE, ref)
    if place is None or place.place is None:
        return False
    actor = clauses.annotated.mention(MentionKind.ACTOR, ref)
    return actor is None or actor.how == "metonym" or clauses.word(ref).form == place.place.name != _name(clauses, ref)


def _name(clauses: Clauses, ref: WordRef) -> str:
    actors = clauses.annotated.actors_at(ref)
    return actors[0].name if actors else ""


def _third_modifiers(clauses: Clauses, noun: WordRef) -> Iterator[WordRef]:
    """The name in "Egyptian-mediated truce", "US-brokered talks": whole as one word, or under the participle."""
    for child in clauses.children(noun, "amod", "compound"):
        form = clauses.word(child).form.lower()
        if form.endswith(BROKERED) or _is_broker(clauses, child):
            yield child
        elif any(form == ending[1:] for ending in BROKERED):
            yield from clauses.children(child, "compound", "obl", "advmod", "amod", "nmod", "obl:npmod", "obl:unmarked")


def _helpers(clauses: Clauses, ref: WordRef) -> Iterator[WordRef]:
    """Third parties named by a phrase: "under UN auspices", "with the help of Norway", "through Oman"."""
    for participle in clauses.children(ref, "advcl"):
        if clauses.lemma(participle) in THIRD_VERBS and not clauses.children(participle, "nsubj", "mark"):
            yield from clauses.obliques(participle, "by")
    for phrase in clauses.obliques(ref):
        if clauses.lemma(phrase) in THIRD_NOUNS:
            yield from clauses.possessors(phrase)
            yield from clauses.modifiers(phrase)
            yield from clauses.obliques(phrase, "of", "by", "from")
        elif clauses.preposition(phrase) in THIRD_PREPOSITIONS:
            yield phrase


def _unique(refs: list[WordRef] | Iterator[WordRef]) -> tuple[WordRef, ...]:
    return tuple(dict.fromkeys(refs))
