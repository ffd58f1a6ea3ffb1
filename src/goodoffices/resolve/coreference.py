"""Who is meant by "the two sides", "the rebels", "the government", "they": by salience and agreement."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention
from goodoffices.resolve.cast import Cast
from goodoffices.resolve.offices import Office
from goodoffices.resolve.sides import Sides


@dataclass(frozen=True, slots=True)
class Referring:
    """Mentions resolved by context, and the sides as known after that."""

    mentions: tuple[Mention, ...]
    parties: Sides


def resolve_pending(
    cast: Cast, identified: tuple[Mention, ...], pending: list[Office], persons: dict[str, Actor], parties: Sides
) -> Referring:
    """Resolve what only the context tells."""
    return Referring((), parties)
