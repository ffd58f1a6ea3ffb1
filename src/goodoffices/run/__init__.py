"""How documents are read: in this process, or in several. Never what is read, and never in another order."""

from goodoffices.run.readings import own_vocabulary, read_one, readings

__all__ = ["own_vocabulary", "read_one", "readings"]
