"""Time expressions: found in the text, resolved against dateline, publication, tense and days named."""

from __future__ import annotations

from goodoffices.resolve.times.find import find_times

__all__ = ["find_times"]
