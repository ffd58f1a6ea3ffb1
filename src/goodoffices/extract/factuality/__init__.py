"""Done, planned, only possible, or not: what the text holds of a thing, as its innermost source does."""

from goodoffices.extract.factuality.reality import Reading, reality_of
from goodoffices.extract.factuality.values import factuality_of

__all__ = ["Reading", "factuality_of", "reality_of"]
