"""The passages of a document: datelines, paragraphs, and whether it is a chronicle of years long past."""

from __future__ import annotations

import re
from datetime import date

from goodoffices.model.document import Document
from goodoffices.resolve.times.calendar import safe_date
from goodoffices.resolve.times.setting import Setting, date_without_year
from goodoffices.resolve.times.wording import DAY, MONTH, YEAR, month_number

_DATELINE = re.compile(
    r"(?m)^[ \t]*(?:[A-ZÀ-Þ][\w.'’-]*(?:[ /,]+|\s*\([A-Z][\w /-]*\)[ ,]*)){1,8}[ \t]*"
    rf"(?P<date>(?P<m>{MONTH})\s+(?P<d>{DAY})|(?P<d1>{DAY})\s+(?P<m1>{MONTH}))"
    rf"(?:,?\s+(?P<y>{YEAR}))?[ \t]*(?:[,.]?\s*\(?[A-Z][\w ./-]{{1,30}}\)?[ \t]*)?(?:--|[-–—:])[ \t]"
)
_FAR = 5  # days between dateline and publication beyond which the dateline is not trusted
_YEAR = re.compile(rf"(?<![\d.,/-])(?P<y>{YEAR})(?!-for)")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\S)")
_MANY_YEARS = 4
_YEARS_BACK = 2


def datelines(document: Document) -> list[tuple[int, int, date]]:
    """Spans of the dates in datelines, with the day; the first one is the day on which the text speaks."""
    found = []
    for m in _DATELINE.finditer(document.text):
        day_of_month = int(re.sub(r"\D", "", m["d"] or m["d1"]))
        number = month_number(m["m"] or m["m1"])
        if m["y"]:
            on = safe_date(int(m["y"]), number, day_of_month)
        else:
            on = date_without_year(number, day_of_month, Setting(document.published)) if document.published else None
        if on and (document.published is None or abs((document.published - on).days) <= _FAR):
            found.append((m.start("date"), m.end(), on))
    return found


def paragraph_starts(text: str) -> list[int]:
    """Where the paragraphs of a text begin."""
    return [0, *(m.end() for m in _PARAGRAPH.finditer(text))]


def is_chronicle(document: Document) -> bool:
    """Whether the text mostly names years well before its publication, or has no day of publication.

    In such a text a bare "12 May" belongs to the year last named, not to the year of publication.
    """
    if document.published is None:
        return True
    years = [int(m["y"]) for m in _YEAR.finditer(document.text)]
    old = [y for y in years if y <= document.published.year - _YEARS_BACK]
    return len(old) >= _MANY_YEARS and 2 * len(old) > len(document.text.split()) / 100 and 2 * len(old) > len(years)
