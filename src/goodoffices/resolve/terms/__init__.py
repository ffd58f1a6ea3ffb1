"""Terms: what is offered or agreed in numbers, durations, scope and conditions."""

from __future__ import annotations

from goodoffices.resolve.terms.find import find_terms

__all__ = ["find_terms"]
