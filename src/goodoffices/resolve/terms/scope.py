"""Scope of a truce or an exchange: everything, or only parts."""

from __future__ import annotations

import re
from typing import Literal

from goodoffices.model.facts import Term
from goodoffices.model.words import Sentence
from goodoffices.resolve.terms.durations import Found

_TRUCE = (
    r"(?:cease-?\s?fires?|truces?|cessation|halt|withdrawal|pull-?out|pauses?|armistice|exchange|swap|release"
    r"|lifting|end\s+to\s+(?:all\s+)?(?:fighting|hostilities))"
)
_HELD = (
    r"(?:prisoners?|hostages|detainees|captives|bodies|POWs|abductees|troops|forces|fighters|soldiers|mercenaries"
    r"|sanctions|restrictions|settlements|weapons)"
)
_PLACES = r"(?:areas?|sectors?|sections?|stretch(?:es)?|parts?|regions?|fronts?|places|districts|zones?)"
_TOWN = (
    r"(?:neighbou?rhoods?|suburbs?|states\s+of|provinces?|districts?|cit(?:y|ies)|towns?|camps?|enclaves?"
    r"|corridors?|ports?)"
)
_FIGHTING = r"(?:hostilities|attacks|firing|fighting|strikes|fronts|military\s+(?:operations|actions?|activity))"
_INFRASTRUCTURE = r"(?:energy|power|infrastructure|naval|air\s+strikes|airstrikes|ports)"
_CUES: dict[Literal["full", "limited"], tuple[str, ...]] = {
    "full": (
        r"\b(?:full|complete|comprehensive|total|nationwide|general|all-out|country-?wide)\b"
        rf"(?=(?:[\s,]+[\w-]+){{0,4}}?[\s,]+{_TRUCE}\b)",
        rf"\ball\b(?=\s+(?:of\s+)?(?:the\s+|their\s+|its\s+)?(?:\w+\s+){{0,2}}?{_HELD}\b)",
        rf"\ball\b(?=\s+{_FIGHTING}\b)",
        r"\ball\s+for\s+all\b",
        r"\bin\s+(?:their|its)\s+entirety\b",
        r"\b(?:on|along|across)\s+(?:all\s+fronts|the\s+(?:whole|entire)\s+(?:front|line|length|country))\b",
        r"\b(?:throughout|across)\s+the\s+(?:country|strip|territory)\b",
        r"\bon\s+land,?\s+(?:(?:and\s+)?(?:at\s+sea|in\s+the\s+air),?\s*){1,2}",
    ),
    "limited": (
        r"\b(?:partial|limited|local|locali[sz]ed|sectoral|selective)\b"
        rf"(?=(?:[\s,]+[\w-]+){{0,4}}?[\s,]+(?:{_TRUCE}|{_PLACES})\b)",
        r"\b(?:on|in)\s+(?:limited|certain|some|separate|specific|several|the\s+stricken|selected|designated)"
        rf"\s+{_PLACES}\b",
        r"\bparts\s+of\s+the\s+(?:front|line)\b",
        r"\bonly\s+(?:to|on|in)\s+(?:stretches|parts|sections)\b",
        r"\b(?:energy|maritime|naval|air|Black\s+Sea)(?:[\s-]infrastructure)?\b(?=\s+(?:cease-?fire|truce|pause))",
        r"\b(?:in|for)\s+(?:the\s+)?(?:humanitarian\s+corridors?|(?:some|several|certain|two|three|four)\s+cities)\b",
        rf"\b{_TRUCE}\b(?=\s+(?:in|around|at|for)\s+(?:(?:the|a)\s+)?(?:[\w'’-]+\s+){{0,4}}?{_TOWN}\b)",
        r"\bbesieged\b(?=\s+(?:[\w'’-]+\s+){0,2}(?:suburb|town|city|enclave|district|neighbou?rhood|camp)\b)",
        r"\b(?:energy|power)\b(?=\s+(?:infrastructure\s+)?strikes\b)",
        r"\b(?:halt|pause|moratorium|truce|ceasefire|cease-fire|end)\b"
        rf"(?=\s+(?:to|in|on|of|for)\s+(?:\w+\s+){{0,2}}?{_INFRASTRUCTURE}\b)",
        r"\bnot\s+(?:to\s+)?(?:strike|attack|bomb|target)\w*\s+(?:[\w']+\s+){0,3}(?:energy|power|civilian)\b",
    ),
}
_PATTERNS = {scope: re.compile("|".join(patterns), re.IGNORECASE) for scope, patterns in _CUES.items()}


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
