"""Where sentences end: paragraphs, stops, datelines, and sources in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goodoffices.parse.tokenizer import Token, tokenize

TITLES = frozenset(
    [
        "mr.", "mrs.", "ms.", "dr.", "prof.", "gen.", "lt.", "col.", "maj.", "sgt.", "capt.", "adm.",
        "sen.", "rep.", "gov.", "pres.", "st.", "messrs.", "rev.", "hon.", "amb.", "brig.", "cmdr.", "no.",
        "mt.", "ft.", "vs.",
    ]
)
"""Abbreviations after which a capital letter goes on with the name."""

OPENERS = frozenset(
    [
        "The", "He", "She", "It", "They", "In", "On", "At", "But", "And", "A", "An", "This", "That", "We",
        "I", "His", "Its", "Their", "However", "Meanwhile", "After", "As", "If", "When", "While", "For",
        "Both", "Neither", "No", "Under",
    ]
)
"""Words that begin a sentence after any other abbreviation ("… the U.N. The envoy …")."""

COUNTED = frozenset(
    [
        "no", "art", "para", "pp", "p", "vol", "fig", "c", "ca", "b", "d", "m", "div",
    ]
)
"""Words that end in a stop and go on with a number ("no. 7", "c. 1230")."""

CLOSING = frozenset({'"', "”", "’", "'", ")", "]", "''", "»"})

_PARAGRAPH = re.compile(r"[^\n]+")

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+){0,3}"
_NAME = r"[A-ZÀ-Þ][\w'’.\-]+(?:[ /][A-ZÀ-Þ][\w'’.\-]+){0,2}"
_DAY = r"(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?(?:,?\s\d{4})?"
_AGENCY = r"\s\([A-Z][\w/ .&\-]{1,40}\)"

_DATELINE = re.compile(
    rf"""\s*
    (?:\[?\d{{1,2}}[:.]\d{{2}}(?:\s?(?:GMT|UTC|[ap]\.?m\.?))?\]?\s+)?
    (?: {_PLACE}(?:,\s{_NAME})?(?:,?\s{_DAY})?(?:{_AGENCY})?   # GENEVA, Nov 3 (Agency) - | KYIV —
      | {_NAME}(?:,\s{_NAME})?(?:,\s{_DAY})?{_AGENCY}          # Juba, South Sudan (Agency) —
    )
    \s*(?:-{{1,2}}|–|—)\s
    """,
    re.VERBOSE,
)
"""Dateline at the head of a paragraph."""

_STAMP = re.compile(
    r"""\s*(?: \[?\d{1,2}[:.]\d{2}(?:\s?(?:GMT|UTC|CET|EST|[ap]\.?m\.?))?\]?
          | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s[A-Z][a-z]+\s\d{1,2},\s\d{4}
          | (?:Figure|Table|Map|Box)\s\d+(?:\.\d+)*
    )\s+(?=[A-Z\"“])""",
    re.VERBOSE,
)
"""Clock stamp of a live blog, full date, or number of a caption at the head of a paragraph."""

_SOURCES = re.compile(r"(?:[.!?…][\"”’']?|[.!?…][\"”’']?\))(\s*(?:\([^()]{2,60}\)\s*)+)(?=$|[\sA-Z\"“])")
"""Sources in parentheses after a full stop: "… on Friday. (Agency A) (Agency B)"."""


def sentences(text: str) -> Iterator[list[Token]]:
    """The sentences of a text as lists of words.

    A line break always ends a sentence. A dateline, a clock stamp, and sources in parentheses after the
    stop are fragments of their own, so that they do not disturb the sentence.

    >>> [" ".join(t.form for t in s) for s in sentences("GENEVA, Nov 3 (Agency) - Talks began. (BBC) (AFP)")]
    ['GENEVA , Nov 3 ( Agency ) -', 'Talks began .', '( BBC ) ( AFP )']
    """
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        head = _DATELINE.match(text, start, end) or _STAMP.match(text, start, end)
        if head:
            yield from _nonempty(tokenize(text, start, head.end()))
            start = head.end()
        for piece_start, piece_end, whole in _pieces(text, start, end):
            tokens = tokenize(text, piece_start, piece_end)
            yield from (_nonempty(tokens) if whole else _split(tokens))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Stretches of a paragraph as (start, end, whether the stretch is a fragment of its own)."""
    for match in _SOURCES.finditer(text, start, end):
        if not all(_is_source(p) for p in re.findall(r"\(([^()]*)\)", match.group(1))):
            continue
        yield start, match.start(1), False
        yield match.start(1), match.end(1), True
        start = match.end(1)
    yield start, end, False


def _is_source(words: str) -> bool:
    """Whether the words in parentheses name an outlet: every longer word begins with a capital."""
    return words[0].isalpha() and all(not w[0].islower() or len(w) <= 3 or "." in w for w in words.split())


def _nonempty(tokens: list[Token]) -> Iterator[list[Token]]:
    if tokens:
        yield tokens


def _split(tokens: list[Token]) -> Iterator[list[Token]]:
    current: list[Token] = []
    for i, token in enumerate(tokens):
        current.append(token)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None:
            yield current
        elif following.start > token.end and not _is_note(tokens, i + 1) and _ends(current, following):
            yield current
            current = []


def _is_note(tokens: list[Token], at: int) -> bool:
    """Whether a reference number in brackets begins here: "… of the accord. [2] In March …"."""
    forms = [token.form for token in tokens[at : at + 3]]
    return len(forms) == 3 and forms[0] == "[" and forms[1].isdigit() and forms[2] == "]"


def _ends(current: list[Token], following: Token) -> bool:
    """Whether a sentence ends before `following`."""
    k = len(current) - 1
    while k > 2 and _is_note(current, k - 2):
        k -= 3
    while k > 0 and current[k].form in CLOSING:
        k -= 1
    last = current[k].form
    first = following.form[0]
    opens = first.isupper() or first.isdigit() or first in "\"“‘'([«"
    if last in {".", "!", "?", "…"} or re.fullmatch(r"\.{3,}|[!?]+", last):
        before = current[k - 1].form.lower() if k else ""
        return opens and not (last == "." and before in COUNTED and first.isdigit())
    if last.endswith(".") and len(last) > 1 and opens:
        goes_on = last.lower() in TITLES or re.fullmatch(r"[A-Z]\.", last) is not None
        return not goes_on and (following.form in OPENERS or first in "\"“")
    return False
