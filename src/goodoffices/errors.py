"""What can go wrong, and how it is said: what, where, why, what next.

GoodOfficesError
├── InputError        a path or an option that cannot be used at all
├── VocabularyError   a vocabulary file that does not hold what it must
└── MissingExtra      a part that is not installed; the message says how to install it

A document that cannot be read is no exception: it becomes a value (`goodoffices.read.failure.Failure`,
`goodoffices.model.document.Dropped`), so that one bad document never stops a run.
"""

from __future__ import annotations


class GoodOfficesError(Exception):
    """The base of all errors of this package."""


class InputError(GoodOfficesError):
    """A path or an option that cannot be used at all."""


class VocabularyError(GoodOfficesError):
    """A vocabulary file that does not hold what it must: file, line, what is wrong, what to do."""


class MissingExtra(GoodOfficesError):
    """A part of the package that needs libraries which are not installed."""

    def __init__(self, job: str, extra: str) -> None:
        super().__init__(f"{job} needs libraries that are not installed: pip install 'goodoffices[{extra}]'")
