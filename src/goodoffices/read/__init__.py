"""Files, folders, pages, archives and standard input into documents, or into the reason why not."""

from goodoffices.read.failure import Failure
from goodoffices.read.loaded import Loaded

__all__ = ["Failure", "Loaded"]
