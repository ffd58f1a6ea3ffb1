"""Candidates into facts: the words in roles are looked up, the open slots are read from the clause."""

from goodoffices.extract.realise.facts import realise

__all__ = ["realise"]
