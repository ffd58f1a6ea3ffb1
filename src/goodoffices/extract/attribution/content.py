"""Which words of its sentence a source answers for."""

from __future__ import annotations

from goodoffices.extract.attribution.cues import cues
from goodoffices.extract.attribution.speakers import ADDRESSING
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import verb_term
from goodoffices.model.mentions import MentionKind, WordRef

THINKING = frozenset({"believe", "hope", "doubt", "expect"})
TOPIC = frozenset({"of", "about", "over", "as", "against", "for", "on", "with"})
"""Prepositions before what is spoken of, asserted or blamed."""

PARENTHETIC = frozenset(
    {
        "say",
        "tell",
        "write",
        "announce",
        "confirm",
        "claim",
        "believe",
        "warn",
        "predict",
        "hope",
        "promise",
        "threaten",
        "deny",
        "speak",
        "doubt",
        "expect",
    }
)
"""Acts whose verb may stand aside, after or amid what is said: "…, he wrote"."""


def content_of(clauses: Clauses, verb: WordRef, act: str) -> frozenset[WordRef]:
    """The words of the sentence that the verb hands to its subject."""
    found = _complements(clauses, verb)
    if not found and act in PARENTHETIC:
        found = _host(clauses, verb)
    found |= _objects(clauses, verb, act)
    return frozenset(found)


def _complements(clauses: Clauses, verb: WordRef) -> set[WordRef]:
    found: set[WordRef] = set()
    for child in clauses.children(verb, "ccomp", "xcomp", "csubj"):
        found.update(clauses.subtree(child))
    for held in clauses.children(verb, "obj", "iobj"):  # "told a briefing that …"
        for child in clauses.children(held, "acl", "ccomp"):
            if any(clauses.lemma(c) == "that" for c in clauses.children(child, "mark")):
                found.update(clauses.subtree(child))
    for child in clauses.children(verb, "parataxis"):
        if child > verb and _announced(clauses, verb, child):
            found.update(clauses.subtree(child))
    return found


def _announced(clauses: Clauses, verb: WordRef, child: WordRef) -> bool:
    """A colon, dash or quotation mark stands between the verb and the clause, and the clause tells no other speaker."""
    if verb_term(clauses, child) in cues("VERB"):
        return False
    first = min(clauses.subtree(child)).word
    between = {
        clauses.word(WordRef(verb.sentence, i)).form
        for i in range(verb.word + 1, max(first + 1, verb.word + 1))
    }
    return bool(between & {":", '"', "“", "‘", "-", "–", "'"})


def _host(clauses: Clauses, verb: WordRef) -> set[WordRef]:
    """What a verb of speech standing aside comments on: "…, he said", "as he put it"."""
    label, head = clauses.label(verb), clauses.head(verb)
    if head is None:
        return set()
    aside = label == "parataxis" or (
        label == "advcl" and any(clauses.lemma(c) == "as" for c in clauses.children(verb, "mark", "advmod"))
    )
    if not aside or _after(clauses, head, verb):
        return set()
    return set(clauses.subtree(head)) - set(clauses.subtree(verb))


def _after(clauses: Clauses, head: WordRef, verb: WordRef) -> bool:
    """A semicolon or colon parts the verb from what comes before: it begins a sentence of its own."""
    first = min(clauses.subtree(verb)).word
    if verb < head or first == 0:
        return False
    before = [clauses.word(WordRef(verb.sentence, i)).form for i in (first - 1, first) if i >= 0]
    return bool({";", ":"} & set(before))


def _objects(clauses: Clauses, verb: WordRef, act: str) -> set[WordRef]:
    if act in THINKING:
        return set()
    found: set[WordRef] = set()
    if act not in ADDRESSING:
        for child in clauses.children(verb, "obj", "nsubj:pass"):
            found.update(clauses.subtree(child))
    for child in clauses.children(verb, "obl", "advcl"):
        if child > verb and _topic(clauses, child):
            found.update(clauses.subtree(child))
    return found


def _topic(clauses: Clauses, child: WordRef) -> bool:
    if clauses.label(child) == "advcl":
        return any(clauses.lemma(c) in TOPIC for c in clauses.children(child, "mark", "case"))
    if clauses.preposition(child) not in TOPIC:
        return False
    if clauses.annotated.mention(MentionKind.TIME, child):
        return False
    return not any(a.kind == "medium" for a in clauses.annotated.actors_at(child))
