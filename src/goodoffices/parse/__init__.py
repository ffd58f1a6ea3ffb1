"""Text into words, tags, heads, names and sentences, by a small network that the package carries."""

from goodoffices.parse.reader import parse

__all__ = ["parse"]
