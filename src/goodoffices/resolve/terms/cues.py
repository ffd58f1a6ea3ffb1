"""Words that tell whether a number or a duration is a term of a negotiation."""

from __future__ import annotations

import re
from functools import cache

from goodoffices.resolve.times.lemmas import VOCABULARY, lemmas
from goodoffices.vocabulary.tables import rows

TRUCE_NOUNS = lemmas("truce-noun")
TERM_NOUNS = TRUCE_NOUNS | lemmas("term-noun")
EXCHANGE = lemmas("exchange")
"""Verbs and nouns of freeing and handing over."""

CASUALTY = lemmas("casualty")
_CASUALTY_AFTER = re.compile(
    r"\s+(?:(?:were|was|are|have\s+been|had\s+been|being)\s+)?(?:killed|dead|wounded|injured|hurt|died|displaced|arrested)\b"
)
_TRUCE = (
    r"cease-?\s?fires?|truces?|pause[sd]?|pausing|halt(?:s|ed|ing)?|suspen(?:d|ds|ded|ding|sion)|moratori\w+|lull|cessation|armistice|"
    r"extend\w*|extension|prolong\w*|lengthen\w*|stretch\w*|deadline|ultimatum|withdraw\w*|pull(?:ed|s)?\s+(?:out|back)|leave|respite|freeze|frozen|"
    r"transition\w*|notice|stop(?:s|ped)?\s+(?:\w+\s+)?(?:firing|fighting|attack\w*|strikes|hostilities)|lay\s+down|reduction\s+in\s+violence|"
    r"enrichment|licen[cs]e|lift(?:s|ed|ing)?|disarm\w*|hand(?:ed|s)?\s+in|demobili[sz]\w*|grace\s+period|amnesty|waive[rd]?|releas\w+|freed|free|"
    r"hold\s+(?:their\s+)?fire|hostilities|quiet|calm|silence|mandate"
)
_TRUCE_CUE = re.compile(rf"\b(?:{_TRUCE})\b", re.IGNORECASE)


def speaks_of_truce(text: str) -> bool:
    """Whether a stretch of text has a word of pausing, extending, withdrawing, freeing or a deadline."""
    return bool(_TRUCE_CUE.search(text))


def followed_by_casualty(text: str, end: int, *, after: str = "") -> bool:
    """Whether "killed", "dead", "wounded" … come next, or next after a pattern."""
    if after:
        skipped = re.compile(after).match(text, end)
        return bool(skipped and _CASUALTY_AFTER.match(text, skipped.end()))
    return bool(_CASUALTY_AFTER.match(text, end))


@cache
def counted_nouns() -> dict[str, str]:
    """Nouns whose number may be a term, with their category: person, force, remains or thing."""
    table = rows(VOCABULARY / "counted_nouns.csv", ("noun", "category"), needed=("noun", "category"))
    return {row["noun"]: row["category"] for row in table}
