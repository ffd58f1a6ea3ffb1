"""Text into words with offsets, after the conventions of Universal Dependencies for English."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A word and its character offsets in the text, end exclusive."""

    form: str
    start: int
    end: int


ABBREVIATIONS = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Sgt", "Capt", "Adm", "Sen", "Rep",
    "Gov", "Pres", "St", "Jr", "Sr", "Inc", "Ltd", "Co", "Corp", "vs", "etc", "Jan", "Feb", "Aug",
    "Sept", "Sep", "Oct", "Nov", "Dec", "Messrs", "Rev", "Hon", "Amb", "Brig", "Cmdr", "Mt", "Ft",
]
"""Words that keep the full stop that follows them."""

_CLITIC = r"(?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)"

_WORD = re.compile(
    rf"""
      (?P<address>(?:https?://|www\.)\S+[^\s.,;:!?)\]'"”’>]|[\w.+-]+@[\w-]+\.[\w.-]*\w|@\w+)
    | (?P<abbreviation>(?:[A-Za-z]\.){{2,}}|[A-Z]\.(?=\s+[A-Z])|(?:{"|".join(ABBREVIATIONS)})\.(?!\w))
    | (?P<number>\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?![A-Za-z]))?(?![A-Za-z]))
    | (?P<auxiliary>(?i:ca|wo|sha|ai|do|does|did|is|are|was|were|has|have|had|
                           would|could|should|must|need|might)
                    (?=(?i:n['’]t\b)))
    | (?P<negation>(?i:n['’]t\b))
    | (?P<clitic>['’]{_CLITIC}\b)
    | (?P<can>[Cc]an(?=not\b)) | (?P<cannot>(?<=[Cc]an)not\b)
    | (?P<prefixed>[OoDd]['’](?=[A-Z])\w+|[Aa]l['’]\w+)
    | (?P<word>(?:[^\W_]|[\u0300-\u036f])+(?:['’](?!{_CLITIC}\b|t\b)[^\W\d_]+)*)
    | (?P<run>\.{{2,}}|-{{2,}}|_+|[!?]{{2,}})
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of `text[start:end]`; offsets count in the whole text.

    >>> [token.form for token in tokenize("Kyiv's U.N. envoy didn't meet M23.")]
    ['Kyiv', "'s", 'U.N.', 'envoy', 'did', "n't", 'meet', 'M23', '.']
    """
    limit = len(text) if end is None else end
    return [Token(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, limit)]
