"""What somebody puts to somebody: who acts, what the act is about, to whom, on which occasion.

Shared by the kinds that tell acts of will: proposals, responses, pressure, changes of the process.
Answers are word references; who they stand for is looked up later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.participants import is_venue_name
from goodoffices.extract.issues.cues import hits, stems
from goodoffices.model.mentions import MentionKind, WordRef

CLEAR = 0.9
LIKELY = 0.7
FAINT = 0.5
UNLIKELY = 0.3
"""Scores by how much the construction itself says that the act is one of negotiation."""

DOCUMENTS = frozenset(
    [
        "statement",
        "letter",
        "document",
        "communique",
        "communiqué",
        "declaration",
        "resolution",
        "text",
        "paper",
        "plan",
        "draft",
        "proposal",
        "message",
        "note",
        "deal",
        "agreement",
        "roadmap",
        "report",
        "motion",
        "decree",
        "speech",
        "address",
        "post",
    ]
)
"""Papers and words for which their authors answer: "a statement by the ministry demanded"."""

SPOKEN_I = frozenset({"i", "we", "us", "me"})
"""Pronouns of the speaker."""

CONDITIONS = frozenset({"if", "unless", "until", "till", "provided", "providing", "once", "before", "except"})
WANTING = frozenset(
    [
        "urge",
        "call",
        "demand",
        "ask",
        "want",
        "press",
        "appeal",
        "insist",
        "require",
        "push",
        "encourage",
        "pressure",
        "tell",
        "order",
        "invite",
        "expect",
        "hope",
        "wish",
        "advise",
        "recommend",
        "propose",
        "suggest",
        "request",
        "need",
        "force",
        "threaten",
        "deny",
        "warn",
    ]
)
"""Words that make their complement something that somebody wants, not something done."""

SPOKEN_OF = frozenset({"it", "he", "she", "they"})
"""Pronouns that, where nothing else resolves them, stand for the one who says so: "Hamas said it had accepted"."""

OWN_SIDE = frozenset(
    [
        "country",
        "government",
        "side",
        "movement",
        "group",
        "party",
        "organisation",
        "organization",
        "troop",
        "force",
        "delegation",
        "team",
        "army",
        "ministry",
        "office",
        "nation",
        "state",
        "leadership",
        "administration",
        "fighter",
        "military",
    ]
)
"""Nouns that in the words of a speaker stand for the speaker's own side: "his country", "the government"."""

SMALL_TALK = frozenset(
    [
        "comment",
        "say",
        "answer",
        "elaborate",
        "identify",
        "name",
        "disclose",
        "confirm",
        "speculate",
        "describe",
        "be",
        "resign",
        "condolence",
        "apology",
        "question",
        "criticism",
        "allegation",
        "accusation",
        "claim",
        "charge",
        "responsibility",
        "report",
    ]
)
"""Contents of an act that is no act of negotiation: "declined to comment", "rejected the accusation"."""

ISSUING = frozenset(
    {"adopt", "approve", "issue", "pass", "present", "publish", "release", "sign", "submit", "circulate"}
)
"""What the authors of a paper do with it."""

OF_SIDES = frozenset(
    {
        "offer",
        "proposal",
        "plan",
        "call",
        "demand",
        "request",
        "peacekeeper",
        "troop",
        "force",
        "soldier",
        "prisoner",
        "hostage",
        "monitor",
        "observer",
        "mediator",
    }
)
"""Contents of acts, and people that sides speak of, even where the name of their owner covers the word."""

HOSTILE = frozenset(
    [
        "offensive",
        "operation",
        "war",
        "attack",
        "strike",
        "prosecute",
        "eliminate",
        "destroy",
        "crush",
        "fight",
        "retaliate",
        "defeat",
        "revenge",
        "avenge",
        "bomb",
        "invade",
        "escalate",
    ]
)
"""Words of fighting on, which no side promises to the other."""

BREACHES = frozenset({"break", "breach", "violate", "fail", "refuse", "reject", "ignore", "attack", "cross"})
"""Verbs of a condition after which what follows is a threat, not an offer."""

PARTICLES = frozenset({"down", "off", "aside", "out", "up", "apart", "away"})
LEAST_CUE = 0.3
"""Least weight of an issue cue (vocabulary/issues.csv) that makes words a matter of negotiation."""


def named(clauses: Clauses, refs: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """Those of the words that stand for actors."""
    return tuple(ref for ref in refs if clauses.annotated.actors_at(ref))


def principals(clauses: Clauses, refs: Iterable[WordRef]) -> frozenset[str]:
    """The ids that the words' actors count for."""
    return frozenset(actor.principal for ref in refs for actor in clauses.annotated.actors_at(ref))


def authors(clauses: Clauses, refs: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """Actors for words: the words themselves, or who stands behind a statement or plan that acts."""
    found: list[WordRef] = []
    for ref in refs:
        if clauses.annotated.actors_at(ref):
            found.append(ref)
        elif clauses.lemma(ref) in DOCUMENTS:
            found += owners(clauses, ref) or _issuers(clauses, ref)
    return tuple(dict.fromkeys(found))


def _issuers(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    """Who adopts or issues a paper that nobody is said to own: "the Assembly passed a resolution calling for …"."""
    verb = clauses.head(noun)
    if verb is None or clauses.label(noun) not in {"obj", "nsubj:pass"} or clauses.lemma(verb) not in ISSUING:
        return ()
    return named(clauses, clauses.agents(verb))


def owners(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    """Whose a noun is: "Kyiv's offer", "an offer by Kyiv", "a Ukrainian offer", "the offer made by Kyiv"."""
    found = [*named(clauses, clauses.possessors(noun)), *named(clauses, clauses.obliques(noun, "by", "from"))]
    for first in clauses.children(noun, "compound"):  # "ETA's ceasefire offer", its owner hung on the first noun
        found += named(clauses, clauses.possessors(first))
    for participle in clauses.children(noun, "acl"):
        if clauses.is_passive(participle):
            found += named(clauses, clauses.obliques(participle, "by"))
    for participle in clauses.children(noun, "amod"):
        found += compound_names(clauses, participle)
    if not found:
        found += [
            w
            for w in named(clauses, clauses.modifiers(noun))
            if not _is_addressed(clauses, w) and not is_venue_name(clauses, w)
        ]
    if not found:
        found += named(clauses, clauses.obliques(noun, "of"))
    return tuple(dict.fromkeys(found))


def compound_names(clauses: Clauses, participle: WordRef) -> tuple[WordRef, ...]:
    """The names in "US-brokered truce", "Egyptian mediated deal"."""
    if clauses.label(participle) != "amod":
        return ()
    under = clauses.children(
        participle, "compound", "obl", "advmod", "amod", "nmod", "nsubj", "obl:unmarked", "nsubj:pass"
    )
    found = named(clauses, (w for child in under for w in clauses.conjuncts(child) if w < participle))
    if found:
        return found
    noun = clauses.head(participle)
    before = [w for w in clauses.children(noun, "amod", "compound", "nmod") if w < participle] if noun else []
    return named(clauses, [w for w in before if participle.word - w.word <= 2])


def _is_addressed(clauses: Clauses, modifier: WordRef) -> bool:
    """Whether a name before a noun is a joint or other label: "the Israel-Hamas ceasefire proposal"."""
    return len(clauses.annotated.actors_at(modifier)) > 1 or bool(clauses.children(modifier, "conj"))


def speakers_over(speech: tuple[SpeechFrame, ...], ref: WordRef) -> tuple[WordRef, ...]:
    """The speakers of the innermost frame of speech that holds a word."""
    over = [frame for frame in speech if ref in frame.content and frame.cue != ref]
    if not over:
        return ()
    inner = min(over, key=lambda frame: (frame.level, len(frame.content)))
    return inner.speakers


def doers(clauses: Clauses, speech: tuple[SpeechFrame, ...], verb: WordRef) -> tuple[WordRef, ...]:
    """Actors that do what a verb or adjective tells; for "we" and "the country" the speaker; empty if unknown."""
    return who_of(clauses, speech, clauses.agents(verb), verb)


def who_of(
    clauses: Clauses, speech: tuple[SpeechFrame, ...], agents: tuple[WordRef, ...], predicate: WordRef
) -> tuple[WordRef, ...]:
    """Actors for the agents of a predicate: themselves, their statements' authors, or the speaker they stand for."""
    found = authors(clauses, agents)
    if found:
        return found
    speakers = named(clauses, speakers_over(speech, predicate))
    if any(clauses.lemma(w) in SPOKEN_OF for w in agents):
        return speakers or agents
    if any(clauses.lemma(w) in SPOKEN_I | OWN_SIDE for w in agents):
        return speakers
    return speakers if not agents and not clauses.is_passive(predicate) else ()


def is_side(clauses: Clauses, refs: Iterable[WordRef]) -> bool:
    """Whether the words stand for one of the sides of the document's process."""
    sides = {side.principal for side in clauses.annotated.sides}
    return bool(principals(clauses, refs) & sides)


def is_outsider(
    clauses: Clauses, refs: Iterable[WordRef], scope: Iterable[WordRef] = (), to: Iterable[WordRef] = ()
) -> bool:
    """Whether those who act stand outside the quarrel of which they speak.

    Nobody of them is a side of the document's process or an armed group or movement; or they are a body; or the content names the place or
    the parties of a quarrel ("a ceasefire between Chad and Sudan", "in Gaza"), and they are none of these.
    """
    refs = tuple(refs)
    ids = principals(clauses, refs)
    sides = {side.principal for side in clauses.annotated.sides}
    if not ids:
        return False
    if not ids & sides:
        return not any(actor.kind == "group" for ref in refs for actor in clauses.annotated.actors_at(ref))
    if len(ids) > 2 or all(actor.kind == "body" for ref in refs for actor in clauses.annotated.actors_at(ref)):
        return True
    quarrel = _quarrel(clauses, scope) | {i for i in principals(clauses, to) if i in sides}
    return (
        bool(quarrel) and not ids & quarrel and (len(ids) > 1 or len(quarrel) > 1 or bool(_countries(clauses, scope)))
    )


def is_plea(clauses: Clauses, lemma: str, by: Iterable[WordRef], to: Iterable[WordRef]) -> bool:
    """Whether an appeal asks help of somebody who is no side ("asked the Council to send troops"): no pressure."""
    to = tuple(to)
    return lemma in {"ask", "request"} and bool(to) and not is_side(clauses, to)


def _quarrel(clauses: Clauses, scope: Iterable[WordRef]) -> set[str]:
    """The parties and the countries that a content names."""
    inside = [w for head in scope for w in clauses.subtree(head)]
    named_ones = {
        actor.principal
        for w in inside
        for actor in clauses.annotated.actors_at(w)
        if (actor.kind not in {"unnamed", "body"} and not (actor.kind == "person" and not actor.side))
    }
    return named_ones | _countries(clauses, scope)


def _countries(clauses: Clauses, scope: Iterable[WordRef]) -> set[str]:
    found = set()
    for head in scope:
        for word in clauses.subtree(head):
            mention = clauses.annotated.mention(MentionKind.PLACE, word)
            if (
                mention is not None
                and mention.place is not None
                and clauses.preposition(word) in {"in", "across", "on"}
            ):
                found.add(mention.place.country or mention.place.name)
    return found


def matters(clauses: Clauses, scope: Iterable[WordRef], least: float = LEAST_CUE) -> bool:
    """Whether a content speaks of something that sides negotiate: an issue cue stands in it."""
    lemmas = [clauses.lemma(w) for head in scope for w in clauses.subtree(head)]
    return max(hits(stems(lemmas)).highest.values(), default=0.0) >= least


def infinitives(clauses: Clauses, head: WordRef) -> tuple[WordRef, ...]:
    """Infinitives that complete a verb, noun or adjective: "agreed to leave", "an offer to host"."""
    return tuple(w for w in clauses.children(head, "xcomp", "ccomp", "advcl", "acl") if is_infinitive(clauses, w))


def is_infinitive(clauses: Clauses, verb: WordRef) -> bool:
    """Whether the verb is an infinitive with *to*."""
    return any(clauses.lemma(w) == "to" and clauses.word(w).upos == "PART" for w in clauses.children(verb, "mark"))


def is_thing(clauses: Clauses, ref: WordRef) -> bool:
    """Whether a word can be the content of an act: no actor, or troops and the like, whoever they belong to."""
    mention = clauses.annotated.mention(MentionKind.ACTOR, ref)
    if mention is None or mention.head != ref.word or clauses.lemma(ref) in OF_SIDES:
        return True
    return all(actor.kind == "unnamed" for actor in mention.actors)


def is_time(clauses: Clauses, ref: WordRef) -> bool:
    """Whether a word belongs to a time expression."""
    return clauses.annotated.mention(MentionKind.TIME, ref) is not None


def is_bare(clauses: Clauses, noun: WordRef) -> bool:
    """Whether a noun tells nothing of its own content ("the paper", "a seven-page draft of its own")."""
    inside = [w for w in clauses.children(noun, "nmod", "acl", "compound") if clauses.word(w).upos != "PRON"]
    return not any(
        clauses.label(w) != "nmod:poss"
        and is_thing(clauses, w)
        and not is_time(clauses, w)
        and clauses.word(w).upos in {"NOUN", "VERB", "PROPN"}
        for w in inside
    )


def complements(clauses: Clauses, verb: WordRef, *prepositions: str) -> tuple[WordRef, ...]:
    """Heads of the content of an act: what is proposed, refused, asked for, in whatever form it stands.

    Objects and subjects of the passive that are no actors, complement clauses, infinitives, gerunds, and
    phrases with one of the prepositions.
    """
    found: list[WordRef] = [w for w in clauses.patients(verb) if is_thing(clauses, w)]
    found += clauses.children(verb, "ccomp", "xcomp")
    found += [w for w in infinitives(clauses, verb) if w not in found]
    if prepositions:
        found += [w for w in clauses.obliques(verb, *prepositions) if is_thing(clauses, w) and not is_time(clauses, w)]
        found += [w for w in clauses.children(verb, "advcl") if marker(clauses, w) in prepositions]
    return tuple(dict.fromkeys(found))


def marker(clauses: Clauses, clause: WordRef) -> str:
    """The lemma of the word that introduces a clause; empty where there is none."""
    return next((clauses.lemma(w) for w in clauses.children(clause, "mark")), "")


def conditions(clauses: Clauses, head: WordRef) -> Iterator[WordRef]:
    """Predicates of conditional clauses on a head, or on the verbs that its content is made of."""
    for clause in clauses.children(head, "advcl"):
        if marker(clauses, clause) in CONDITIONS:
            yield clause


def is_conditional(clauses: Clauses, *heads: WordRef) -> bool:
    """Whether an act is tied to a condition: "if", "unless", "provided that", "on condition that", "in exchange for"."""
    for head in heads:
        if any(True for _ in conditions(clauses, head)):
            return True
        if any(clauses.lemma(w) == "condition" for w in clauses.obliques(head, "on", "under", "with", "without")):
            return True
    return False


def governors(clauses: Clauses, verb: WordRef) -> Iterator[WordRef]:
    """The words whose complement a verb is, nearest first: of *sign* in "urged both to agree to sign": agree, urge."""
    at = verb
    for _ in range(6):
        head = clauses.head(at)
        if head is None:
            return
        label = clauses.label(at)
        if label == "conj":
            at = head
            continue
        if label in {"xcomp", "ccomp"} or (
            label in {"advcl", "acl"} and (is_infinitive(clauses, at) or marker(clauses, at) == "for")
        ):
            yield head
            at = head
            continue
        return


def is_wanted(clauses: Clauses, verb: WordRef) -> bool:
    """Whether a verb only tells what somebody wants of others: "called on them to accept", "demands that they resume"."""
    return any(clauses.lemma(w) in WANTING for w in governors(clauses, verb))


def is_breach(clauses: Clauses, condition: WordRef) -> bool:
    """Whether a condition tells what must not be: "unless they leave", "if it is not signed", "if the truce is broken"."""
    if marker(clauses, condition) == "unless":
        return True
    return is_negated(clauses, condition) or clauses.lemma(condition) in BREACHES


def is_condition(clauses: Clauses, verb: WordRef) -> bool:
    """Whether a verb stands in a condition: "if they accept", "until it agrees"."""
    at: WordRef | None = verb
    while at is not None and clauses.label(at) in {"conj", "xcomp", "ccomp"}:
        at = clauses.head(at)
    return at is not None and marker(clauses, at) in CONDITIONS - {"before", "once", "except"}


def is_negated(clauses: Clauses, verb: WordRef) -> bool:
    """Whether a verb is negated by itself, by its auxiliary, or by its subject ("neither side", "no party")."""
    if clauses.negation(verb) is not None:
        return True
    return any(
        (clauses.lemma(w) in {"no", "neither", "none", "nobody"} and clauses.label(w) in {"det", "cc:preconj"})
        or clauses.lemma(subject) in {"neither", "none", "nobody"}
        for subject in clauses.children(verb, "nsubj", "nsubj:pass")
        for w in (subject, *clauses.children(subject))
    )


def modal(clauses: Clauses, verb: WordRef) -> str:
    """The lemma of a modal auxiliary of a verb; empty where there is none."""
    for aux in clauses.children(verb, "aux", "aux:pass"):
        lemma = clauses.lemma(aux)
        if lemma in {"will", "would", "can", "could", "may", "might", "must", "shall", "should", "'ll", "ca", "wo"}:
            return {"'ll": "will", "ca": "can", "wo": "will"}.get(lemma, lemma)
    return ""


def occasion(clauses: Clauses, predicate: WordRef, scope: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """Words that can tell the day of an act: those of its clause that are not its content, then those of the saying.

    "Putin on Sunday proposed talks on May 15" was proposed on Sunday; "said on Tuesday that it was ready" on Tuesday.
    """
    content = {w for head in scope for w in clauses.subtree(head)}
    found = [w for w in clauses.clause(predicate) if w not in content]
    above = clauses.head(predicate)
    if above is not None and clauses.label(predicate) in {"ccomp", "xcomp", "parataxis", "obj"}:
        under = set(clauses.subtree(predicate))
        found += [w for w in clauses.clause(above) if w not in under]
    elif above is not None and clauses.word(predicate).upos in {"NOUN", "PROPN"} and clauses.is_predicate(above):
        under = set(clauses.subtree(predicate))
        found += [w for w in clauses.clause(above) if w not in under and w not in content]
    return tuple(found)


def until_published(clauses: Clauses, refs: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """The words without those of times that lie after the day of publication: no act is told before it is done."""
    published = clauses.annotated.document.published
    day = published.isoformat() if published else None
    found = []
    for ref in refs:
        mention = clauses.annotated.mention(MentionKind.TIME, ref)
        start = mention.when.start if mention is not None and mention.when is not None else None
        if day is None or start is None or start <= day:
            found.append(ref)
    return tuple(found)


def is_hostile(clauses: Clauses, scope: Iterable[WordRef]) -> bool:
    """Whether a content is one of fighting on: "vowed to continue its operations"."""
    return any(clauses.lemma(w) in HOSTILE for head in scope for w in clauses.subtree(head))


def partners(clauses: Clauses, scope: Iterable[WordRef]) -> tuple[WordRef, ...]:
    """With whom or to whom the content of an act is done: "ready to resume talks with Ecuador"."""
    inside = [w for head in scope for w in clauses.subtree(head)]
    return tuple(w for w in named(clauses, inside) if clauses.preposition(w) in {"with", "to"})


def saying_side(
    clauses: Clauses, speech: tuple[SpeechFrame, ...], by: Iterable[WordRef], predicate: WordRef
) -> tuple[WordRef, ...]:
    """The speakers of the words who are of the side that acts: who says "Kyiv is ready" for Kyiv."""
    ids = principals(clauses, by)
    return tuple(w for w in named(clauses, speakers_over(speech, predicate)) if principals(clauses, (w,)) & ids)


def weigh(clauses: Clauses, scope: Iterable[WordRef], by: Iterable[WordRef], score: float) -> float:
    """The score of a rule: in full where the content is a matter of negotiation, faint where only a side acts."""
    scope = tuple(scope)
    if not scope or any(clauses.lemma(w) in SMALL_TALK for w in scope):
        return UNLIKELY
    if matters(clauses, scope):
        return score
    two = len(clauses.annotated.sides) > 1
    return FAINT if two and score > FAINT and is_side(clauses, by) else UNLIKELY


def predicates(clauses: Clauses) -> Iterator[WordRef]:
    """Every verb of the document, in order; no verbs that stand where a noun must ("dismissed calls for a truce")."""
    return (
        ref
        for ref in clauses.refs()
        if clauses.word(ref).upos == "VERB"
        and not (clauses.label(ref) in {"obj", "nmod", "obl"} and clauses.word(ref).feats.get("VerbForm") != "Ger")
    )


def nouns(clauses: Clauses) -> Iterator[WordRef]:
    """Every noun of the document that is no first part of a compound, in order."""
    return (
        ref
        for ref in clauses.refs()
        if clauses.word(ref).upos in {"NOUN", "PROPN"} and clauses.label(ref) not in {"compound", "flat", "goeswith"}
    )


def phrasal(clauses: Clauses, verb: WordRef) -> tuple[str, str]:
    """The lemma of a verb alone, and with its particle or adverb: ("turn", "turn down")."""
    lemma = clauses.lemma(verb)
    for child in clauses.children(verb, "compound:prt", "advmod"):
        near = verb.word < child.word <= verb.word + 4
        if near and (clauses.label(child) == "compound:prt" or clauses.lemma(child) in PARTICLES):
            return lemma, f"{lemma} {clauses.lemma(child)}"
    if clauses.obliques(verb, "out of"):
        return lemma, f"{lemma} out"
    return lemma, lemma
