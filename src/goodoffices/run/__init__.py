"""How documents are read: in this process, or in several. Never what is read, and never in another order."""

from goodoffices.run.readings import readings

__all__ = ["readings"]
