"""What a verb does as a word of speech."""

from __future__ import annotations

from goodoffices.extract.attribution.cues import cues
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import verb_term
from goodoffices.model.mentions import WordRef

CLEAR = frozenset({"clear", "plain", "known"})
"""What one makes by saying it."""

ASSERTED = frozenset({"say", "claim", "accuse"})
"""Acts of nouns that tell an assertion by others."""


def act_of(clauses: Clauses, verb: WordRef) -> str | None:
    """What a verb does as a word of speech, with its particle or preposition ("call" and "call for" differ)."""
    table = cues("VERB")
    lemma = clauses.lemma(verb)
    for preposition in ("for", "on", "upon"):
        if f"{lemma} {preposition}" in table and clauses.obliques(verb, preposition):
            return table[f"{lemma} {preposition}"]
    if lemma == "make" and any(clauses.lemma(w) in CLEAR for w in clauses.children(verb, "xcomp", "obj")):
        return "say"
    act = table.get(verb_term(clauses, verb)) or table.get(lemma)
    if act == "reject" and any(cues("NOUN").get(clauses.lemma(w)) in ASSERTED for w in clauses.objects(verb)):
        return "deny"  # "rejected reports that …"
    return act
