"""What is worth reading: language, relevance, copies. Whatever is dropped has its reason."""

from goodoffices.screen.worth import screen

__all__ = ["screen"]
