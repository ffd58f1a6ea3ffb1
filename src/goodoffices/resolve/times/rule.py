"""A rule of the grammar of time expressions: a pattern and the reader of its matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from goodoffices.resolve.times.setting import Reading, Setting

Match = re.Match[str]
Reader = Callable[[Match, Setting], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of time expressions and how to read what it matches."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    trigger: re.Pattern[str] | None = None
    """What every match must hold; the pattern is tried only around it. For patterns that are slow to fail."""

    def matches(self, text: str) -> Iterator[Match]:
        """All places where the pattern matches."""
        if self.trigger is None:
            yield from self.pattern.finditer(text)
            return
        done = 0
        for hit in self.trigger.finditer(text):
            for m in self.pattern.finditer(text, max(done, hit.start() - _REACH), hit.end() + _REACH):
                done = m.end()
                yield m


_REACH = 60
"""Characters around a trigger in which its expression lies."""


def rule(name: str, pattern: str, read: Reader, trigger: str | None = None) -> Rule:
    """Compile a rule."""
    return Rule(name, re.compile(pattern), read, re.compile(trigger) if trigger else None)
