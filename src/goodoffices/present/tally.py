"""The account of a run: read = kept + dropped, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from goodoffices.model.document import Reading
from goodoffices.read.failure import Failure


@dataclass
class Tally:
    """Counts of a run; `add` takes what the run yields."""

    kept: int = 0
    facts: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, item: Reading | Failure) -> None:
        if isinstance(item, Failure):
            self.skipped += item.skipped
            if not item.skipped:
                self.failed += 1
                self.reasons["could not be read"] += 1
        elif item.dropped is None:
            self.kept += 1
            self.facts += len(item.facts)
        else:
            self.failed += item.dropped.stage == "failed"
            self.reasons[item.dropped.reason.partition(";")[0].partition(":")[0]] += 1

    @property
    def dropped(self) -> int:
        return self.reasons.total()

    def __str__(self) -> str:
        """The account in one line.

        >>> print(Tally(kept=2, facts=9, reasons=Counter({"language": 1})))
        3 documents = 2 kept (9 facts) + 1 dropped (1 language)
        """
        why = ", ".join(f"{count} {reason}" for reason, count in sorted(self.reasons.items()))
        said = (
            f"{_many(self.kept + self.dropped, 'document')} = {self.kept} kept ({_many(self.facts, 'fact')})"
            f" + {self.dropped} dropped{f' ({why})' if why else ''}"
        )
        return f"{said}; {_many(self.skipped, 'other file')} left out" if self.skipped else said


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
