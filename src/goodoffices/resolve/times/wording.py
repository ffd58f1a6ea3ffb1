"""The words of time expressions as pieces of regular expressions, and what they are worth."""

from __future__ import annotations

from goodoffices.resolve.times.numerals import FIGURE, ORDINAL_WORD, WORD_NUMBER

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

MONTH_NAME = rf"(?:{'|'.join(_MONTHS)})\b"
MONTH_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
MONTH = rf"(?:{MONTH_NAME}|{MONTH_SHORT})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])(?![.,:/]\d)"
ORDINAL_DAY = rf"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b|(?i:{ORDINAL_WORD}|last\s+day)\b"
WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})\b"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%])(?![.,]\d)"
_NOT_OF_A_YEAR = (
    r"(?!\s*(?:GMT|UTC|hours\b|hrs\b|local\s+time|km\b|"
    r"metres|meters|miles|people|prisoners|soldiers|troops|bodies)\b)"
)
YEAR_RELATIVE = (
    r"(?i:last|this|next|that(?:\s+same)?|of\s+the\s+same|the\s+same|the\s+following|the\s+previous|the\s+next|the\s+current)"
    r"\s+year"
)
YEAR_TAIL = (
    rf"(?:(?:,?\s+|\s+(?:of|in)\s+|,)(?P<y>{YEAR}){_NOT_OF_A_YEAR}"
    rf"|(?:,?\s+)(?:of\s+)?(?P<yr>{YEAR_RELATIVE}))?"
)
"""The year after a day or month, in figures (`y`) or relative to another (`yr`); may be absent."""

UNIT = r"(?P<u>minute|hour|day|week|fortnight|month|year|decade|centur(?:y|ie))s?"
NUMBER = rf"(?:{FIGURE}|(?i:{WORD_NUMBER}|an?|half\s+an?))"
DAY_PART = r"(?:(?i:early|late)\s+)?(?i:morning|afternoon|evening|night|noon|midnight|dawn|midday)"
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.m\.|[ap]m\b|[AP]M\b)|(?<![\d:/])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:/])"
    r"(?:\s*(?:hrs|hours)\b)?|\b\d{4}\s*(?:GMT|UTC|hrs\b|hours\b)"
    r"|(?:[1-9]|1[0-2])\s+o['’]clock|\b(?i:midnight|midday|noon)\b)"
    r"(?:\s*\(?(?:GMT|UTC|EST|EDT|ET|CET|local\s+time|[A-Z][a-z]+\s+time)\b\)?)?"
)
PART = (
    r"(?:(?i:early|mid|middle|late)(?:-|\s+(?:in\s+|of\s+)?)(?:the\s+)?"
    r"|(?i:(?:the\s+)?(?:very\s+)?(?:beginning|start|turn|middle|end|close|early\s+part|latter\s+part|early\s+days"
    r"|(?:first|last|final|opening|closing)\s+(?:\w+\s+)?(?:days|weeks|months)|(?:first|second|third|fourth|last|final|latter)\s+(?:half|week|weekend)))\s+of\s+(?:the\s+)?)"
)
"""What narrows a month, season or year: "late", "the end of", "the first half of"."""

_PART_WORDS = {
    "early": ("early",),
    "mid": ("mid", "middle"),
    "late": ("late", "latter part"),
    "first": ("beginning", "start", "turn", "first", "opening"),
    "last": ("end", "close", "last", "final", "closing"),
}
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}


def month_number(name: str) -> int:
    """January is 1; full names and abbreviations.

    >>> month_number("Sept."), month_number("May")
    (9, 5)
    """
    return next(i for i, month in enumerate(_MONTHS, 1) if month[:3] == name[:3].capitalize())


def weekday_number(name: str) -> int:
    """Monday is 0, as in the standard library."""
    return _WEEKDAYS.index(name.rstrip("s").capitalize())


def part_kind(words: str) -> str:
    """ "early", "mid" or "late" for what narrows a period; "half 1", "week 2" … where it is counted."""
    words = " ".join(words.lower().replace("-", " ").split())
    if "half" in words:
        return "half 1" if "first" in words else "half 2"
    if "week" in words.split():
        order = {"first": 1, "second": 2, "third": 3, "fourth": 4}
        return f"week {next((n for word, n in order.items() if word in words), -1)}"
    return next((kind for kind, cues in _PART_WORDS.items() if any(cue in words for cue in cues)), "")
