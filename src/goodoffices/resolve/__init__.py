"""Wording to identity: actors, persons, places, times, terms, and who is meant by "the two sides"."""

from __future__ import annotations

from goodoffices.resolve.annotate import annotate

__all__ = ["annotate"]
