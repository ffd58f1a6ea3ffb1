"""The day of publication as files write it."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$")


def day(value: str) -> date | None:
    """The day that a value says: an ISO day or time, or a date as in mail headers; None where it says none.

    >>> day("2025-06-27T14:05:00Z")
    datetime.date(2025, 6, 27)
    >>> day("Fri, 27 Jun 2025 14:05:00 +0000")
    datetime.date(2025, 6, 27)
    >>> day("27/6/25") is None
    True
    """
    value = value.strip()
    found = _ISO.match(value)
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError):
        return None


def bad_day(value: str) -> str:
    """The note for a day of publication that cannot be understood."""
    return f"published {value!r} is not a day (write YYYY-MM-DD): taken as unknown"
