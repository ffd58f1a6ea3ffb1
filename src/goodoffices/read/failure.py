"""A document, or what was thought to hold one, that could not be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read: `id` as the document would have had it, `where` (file, line), `why`, and `remedy`.

    `skipped` marks a file in a folder that is of another kind than the program reads: said, but no failure of a run.

    >>> print(Failure("report", "report.txt", "the file is empty", "give a file with text"))
    report.txt: the file is empty; give a file with text
    """

    id: str
    where: str
    why: str
    remedy: str
    skipped: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.why}; {self.remedy}"
