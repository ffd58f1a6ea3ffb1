"""Predicates by experience: what annotators took for a fact's predicate, where no rule knows the word.

`features` describes a word by its lemma and its place in the tree, `weights` holds what was learned from
annotated reports (`training/predicates.py`), `find` yields candidates whose roles are filled by the
grammar alone. A rule that speaks of the same clause goes before experience.
"""

from goodoffices.extract.experience.find import find

__all__ = ["find"]
