"""What an act is about: its content, the conditions on it, whether it is done, wanted or denied, and its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.extract.grammar.acts import FAINT, UNLIKELY, is_side
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import terms
from goodoffices.extract.issues.cues import hits, stems
from goodoffices.model.mentions import MentionKind, WordRef

CONDITIONS = frozenset({"before", "except", "if", "once", "provided", "providing", "till", "unless", "until"})
"""Words that open a condition."""

PLANNING = frozenset(
    {
        "plan",
        "expect",
        "intend",
        "prepare",
        "hope",
        "consider",
        "due",
        "set",
        "likely",
        "schedule",
        "want",
        "seem",
        "poised",
    }
)
"""Words over an act that is still to come."""

LEAST_CUE = 0.3
"""Least weight of an issue cue (vocabulary/issues.csv) that makes words a matter of negotiation."""


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
    if mention is None or mention.head != ref.word or clauses.lemma(ref) in terms("acts", "of_sides"):
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
    return any(clauses.lemma(w) in terms("acts", "wanting") for w in governors(clauses, verb))


def is_breach(clauses: Clauses, condition: WordRef) -> bool:
    """Whether a condition tells what must not be: "unless they leave", "if it is not signed", "if the truce is broken"."""
    if marker(clauses, condition) == "unless":
        return True
    return is_negated(clauses, condition) or clauses.lemma(condition) in terms("acts", "breaches")


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


def is_told(clauses: Clauses, verb: WordRef) -> bool:
    """Whether an act is told as done by the telling: no future, no plan or expectation over it."""
    if modal(clauses, verb) in {"will", "would", "may", "might", "could", "can", "should"}:
        return False
    return not any(clauses.lemma(w) in PLANNING for w in governors(clauses, verb))


def is_hostile(clauses: Clauses, scope: Iterable[WordRef]) -> bool:
    """Whether a content is one of fighting on: "vowed to continue its operations"."""
    return any(clauses.lemma(w) in terms("acts", "hostile") for head in scope for w in clauses.subtree(head))


def weigh(clauses: Clauses, scope: Iterable[WordRef], by: Iterable[WordRef], score: float) -> float:
    """The score of a rule: in full where the content is a matter of negotiation, faint where only a side acts."""
    scope = tuple(scope)
    if any(clauses.lemma(w) in terms("acts", "small_talk") for w in scope):
        return 0.0
    if not scope:
        return UNLIKELY
    if matters(clauses, scope):
        return score
    two = len(clauses.annotated.sides) > 1
    return FAINT if two and score > FAINT and is_side(clauses, by) else UNLIKELY


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
