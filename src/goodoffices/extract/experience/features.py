"""A word described by its lemma, its neighbours in the tree and the actors around it."""

from __future__ import annotations

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import WordRef

CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
"""Tags of words that can be predicates."""

LOOSE = frozenset({"compound", "flat", "fixed", "det", "punct"})
"""Relations under which a word is no predicate of its own."""


def may_be_predicate(clauses: Clauses, ref: WordRef) -> bool:
    """Whether the word can be the predicate of a fact."""
    word = clauses.word(ref)
    return word.upos in CONTENT and word.deprel not in LOOSE


def features(clauses: Clauses, ref: WordRef) -> tuple[str, ...]:
    """Names of the word's binary features, sorted."""
    word = clauses.word(ref)
    lemma, label = clauses.lemma(ref), word.deprel.partition(":")[0]
    head = clauses.head(ref)
    above = clauses.lemma(head) if head else "-"
    found = {
        f"w={lemma}",
        f"w={lemma}/{word.upos}",
        f"w={lemma}/{label}",
        f"t={word.upos}/{label}",
        f"f={word.upos}/{word.feats.get('VerbForm')}/{word.feats.get('Tense')}",
        f"h={above}",
        f"h={above}/{label}",
        f"hw={above}>{lemma}",
        f"s={min(ref.sentence, 3)}",
        f"passive={clauses.is_passive(ref)}" if word.upos == "VERB" else "nominal",
    }
    for child in clauses.children(ref):
        relation = clauses.label(child).partition(":")[0]
        if relation in {"punct", "det", "cc"}:
            continue
        preposition = clauses.preposition(child)
        found.add(f"c={relation}/{preposition}/{_kind(clauses, child)}")
        if not clauses.annotated.actors_at(child):
            found.add(f"cw={relation}/{clauses.lemma(child)}")
            found.add(f"wc={lemma}/{clauses.lemma(child)}")
    found.update(f"z={clauses.lemma(w)}" for w in clauses.subtree(ref)
                 if w != ref and clauses.word(w).upos in CONTENT and not clauses.annotated.actors_at(w))
    return tuple(sorted(found))


def _kind(clauses: Clauses, ref: WordRef) -> str:
    actors = clauses.annotated.actors_at(ref)
    return actors[0].kind if actors else clauses.word(ref).upos
