"""Which words of its sentence a source answers for."""

from __future__ import annotations

from goodoffices.extract.attribution.cues import cues, settings
from goodoffices.extract.attribution.speakers import ADDRESSING
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import verb_term
from goodoffices.model.mentions import MentionKind, WordRef

THINKING = frozenset({"believe", "hope", "doubt", "expect"})
TOPIC = frozenset({"of", "about", "over", "as", "against", "for", "on"})
"""Prepositions before what is spoken of, asserted or blamed."""

QUOTES = frozenset({'"', "”", "’", "'"})

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
        "continue",
        "doubt",
        "expect",
    }
)
"""Acts whose verb may stand aside, after or amid what is said: "…, he wrote"."""


def content_of(clauses: Clauses, verb: WordRef, act: str) -> frozenset[WordRef]:
    """The words of the sentence that the verb hands to its subject."""
    if act == "continue":
        before = clauses.word(WordRef(verb.sentence, max(verb.word - 1, 0))).form
        return frozenset(_host(clauses, verb)) if before in QUOTES else frozenset()
    found = _complements(clauses, verb)
    if not found and act in PARENTHETIC:
        found = _host(clauses, verb)
    if act == "describe" and not found and not _as(clauses, verb):
        return frozenset()
    found |= _objects(clauses, verb, act)
    return frozenset(found)


def _as(clauses: Clauses, verb: WordRef) -> bool:
    """Described as something: a second complement, or one within quotation marks."""
    if clauses.obliques(verb, "as") or len(clauses.children(verb, "obj", "iobj")) > 1:
        return True
    marks = {'"', "“", "‘", "'"}
    return any(clauses.word(w).form in marks for child in clauses.children(verb, "obj") for w in clauses.subtree(child))


def _complements(clauses: Clauses, verb: WordRef) -> set[WordRef]:
    found: set[WordRef] = set()
    for child in clauses.children(verb, "ccomp", "xcomp", "csubj"):
        found.update(clauses.subtree(child))
    holders = clauses.children(verb, "obj", "iobj", "obl")
    for citing in clauses.children(verb, "advcl"):  # "reported, citing two diplomats, that …"
        if clauses.lemma(citing) in {"cite", "quote"}:
            holders += (citing, *clauses.children(citing, "obj"))
    for held in holders:
        for child in _that_clauses(clauses, held):
            found.update(clauses.subtree(child))
    for child in clauses.children(verb, "parataxis"):
        if child > verb and _announced(clauses, verb, child):
            found.update(clauses.subtree(child))
    return found


def _that_clauses(clauses: Clauses, held: WordRef) -> tuple[WordRef, ...]:
    """That-clauses that the parse hangs on an audience or a medium: "told a briefing that", "wrote on X that"."""
    if clauses.lemma(held) in cues("NOUN"):
        return ()
    return tuple(
        child
        for child in clauses.children(held, "acl", "ccomp")
        if any(clauses.lemma(mark) == "that" for mark in clauses.children(child, "mark"))
    )


def _announced(clauses: Clauses, verb: WordRef, child: WordRef) -> bool:
    """A colon, dash or quotation mark stands between the verb and the clause, and the clause tells no other speaker."""
    if verb_term(clauses, child) in cues("VERB"):
        return False
    first = min(clauses.subtree(child)).word
    between = {
        clauses.word(WordRef(verb.sentence, i)).form for i in range(verb.word + 1, max(first + 1, verb.word + 1))
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
    if any(clauses.word(WordRef(verb.sentence, i)).form == ";" for i in range(head.word + 1, verb.word)):
        return True
    before = [clauses.word(WordRef(verb.sentence, i)).form for i in (first - 1, first) if i >= 0]
    return bool({";", ":"} & set(before))


def _objects(clauses: Clauses, verb: WordRef, act: str) -> set[WordRef]:
    if act in THINKING and not clauses.obliques(verb, "as"):
        return set()
    found: set[WordRef] = set()
    if act not in ADDRESSING:
        for child in clauses.children(verb, "obj", "nsubj:pass"):
            found.update(clauses.subtree(child))
    for child in clauses.children(verb, "obl", "advcl"):
        if child > verb and _topic(clauses, child):
            found.update(clauses.subtree(child))
        elif clauses.annotated.mention(MentionKind.TIME, child):  # "spoke on Sunday of a breach"
            for below in clauses.obliques(child, "of", "about"):
                found.update(clauses.subtree(below))
    return found


def _topic(clauses: Clauses, child: WordRef) -> bool:
    if clauses.label(child) == "advcl":
        return any(clauses.lemma(c) in TOPIC for c in clauses.children(child, "mark", "case"))
    if clauses.preposition(child) not in TOPIC:
        return False
    if clauses.annotated.mention(MentionKind.TIME, child) or _that_clauses(clauses, child):
        return False
    if clauses.preposition(child) in {"on", "in"} and clauses.lemma(child) in settings("platform") | settings(
        "occasion"
    ):
        return False
    return not any(a.kind == "medium" for a in clauses.annotated.actors_at(child))
