"""Scope of a truce or an exchange: everything, or only parts."""

from __future__ import annotations

import re
from typing import Literal

from goodoffices.model.facts import Term
from goodoffices.model.words import Sentence
from goodoffices.resolve.terms.durations import Found

_TRUCE = (
    r"(?:cease-?\s?fires?|truces?|cessation|halt|withdrawal|pauses?|armistice|exchange|swap"
    r"|end\s+to\s+(?:all\s+)?(?:fighting|hostilities))"
)
_HELD = r"(?:prisoners?|hostages|detainees|captives|bodies|POWs|abductees)"
_PLACES = r"(?:areas?|sectors?|sections?|stretch(?:es)?|parts?|regions?|fronts?|places|districts|zones?)"
_CUES: dict[Literal["full", "limited"], str] = {
    "full": r"\b(?:full|complete|comprehensive|total|nationwide|general|all-out|country-?wide)\b"
    rf"(?=(?:[\s,]+[\w-]+){{0,4}}?[\s,]+{_TRUCE}\b)"
    rf"|\ball\b(?=\s+(?:the\s+|their\s+|its\s+)?(?:\w+\s+){{0,2}}?{_HELD}\b)|\ball\s+for\s+all\b|\bin\s+(?:their|its)\s+entirety\b"
    r"|\ball\b(?=\s+(?:hostilities|attacks|firing|fighting|military\s+(?:operations|action|activity)|fronts)\b)"
    r"|\bon\s+land,?\s+(?:(?:and\s+)?(?:at\s+sea|in\s+the\s+air),?\s*){1,2}(?:and\s+(?:at\s+sea|in\s+the\s+air|by\s+sea))?",
    "limited": r"\b(?:partial|limited|local|locali[sz]ed|sectoral|selective)\b"
    rf"(?=(?:[\s,]+[\w-]+){{0,4}}?[\s,]+(?:{_TRUCE}|{_PLACES})\b)"
    rf"|\b(?:on|in)\s+(?:limited|certain|some|separate|specific|several|the\s+stricken|selected|designated)\s+{_PLACES}\b"
    rf"|\bparts\s+of\s+the\s+(?:front|line)\b|\bonly\s+(?:to|on|in)\s+(?:stretches|parts|sections)\b"
    rf"|\b(?:energy|maritime|naval|air|Black\s+Sea)(?:[\s-]infrastructure)?\b(?=\s+(?:cease-?fire|truce|pause))"
    rf"|\b(?:in|for)\s+(?:the\s+)?(?:humanitarian\s+corridors?|(?:some|several|certain|two|three|four)\s+cities)\b"
    rf"|\b{_TRUCE}\b(?=\s+in\s+(?:(?:the|a)\s+)?(?:[\w'’-]+\s+){{0,4}}(?:neighbou?rhoods?|suburbs?|states\s+of|provinces?)\b)"
    r"|\b(?:energy|power)\b(?=\s+(?:infrastructure\s+)?strikes\b)"
    rf"|\b(?:halt|pause|moratorium|truce|ceasefire|end)\b(?=\s+(?:to|in|on|of)\s+(?:\w+\s+){{0,2}}?(?:energy|power|infrastructure|naval|air\s+strikes|airstrikes)\b)",
}
_PATTERNS = {scope: re.compile(pattern, re.IGNORECASE) for scope, pattern in _CUES.items()}


def scopes(text: str, sentence: Sentence) -> list[Found]:
    """Words that say how far a truce or exchange reaches.

    "a complete ceasefire", "all prisoners" → full; "pauses on parts of the front", "energy truce" → limited.
    """
    found = [
        Found(m.start(), m.end(), Term(scope=scope), m.start())
        for scope, pattern in _PATTERNS.items()
        for m in pattern.finditer(text, sentence.start, sentence.end)
        if not any(w.start == m.start() and w.upos == "VERB" and w.deprel != "amod" for w in sentence.words)
    ]
    return sorted(found, key=lambda f: f.start)
