"""Is a report about a peace negotiation? Two looks at its words, both cheap and both slow to drop.

1. Bargaining about something else (trade, pay, sport, business, courts, cabinets, the stage …) borrows the
   words of peace: there the words of that other field outnumber those of armed conflict.
2. War without negotiation (battle reports, peacekeepers, coups) and the rest: a logistic model on words,
   fitted on annotated documents by training/relevance.py; its weights are data (relevance_weights.json).
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from goodoffices.screen.cues import CONFLICT, fields, stem, tokens

LEAST_CUES = 2
"""Different cues of another field below which a text is not taken to be about it."""
WORDS_A_CUE = 80
"""A text is about another field where it has at least one different cue of it in so many words."""
LEAST_WORDS = 14
"""Words below which the second look says nothing: a short sentence has too few to tell by."""
ARTICLE_WORDS, ARTICLE_LEAST = 120, 0.6
"""Words from which a text is an article, and the least probability to keep one. Many words tell more surely: of the 38
on-topic articles to develop on, each held out in turn, the least has 0.81, while nine in ten general articles have less
than 0.6 (training/relevance.py)."""
SHOWN = 4
"""Words that a reason names."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds of words and pairs of words for a report on a negotiation, and the least probability to keep a line."""

    words: Mapping[str, float]
    intercept: float
    least: float


def off_topic(text: str) -> str | None:
    """Why a text is not about a peace negotiation; None where it may be.

    >>> off_topic("The union and the employer agreed on a pay rise, and the strikers return to work.")
    'not about a peace negotiation: reads like labour (employer, pay rise, the union)'
    >>> off_topic("The two delegations meet for peace talks in Geneva on Monday.") is None
    True
    """
    return other_field(text) or no_negotiation(text)


def other_field(text: str) -> str | None:
    """The first look: the other field that a text is about."""
    found = fields(text)
    field = found.strongest()
    if field is None:
        return None
    weight = found.weight(field)
    if weight < max(LEAST_CUES, found.length / WORDS_A_CUE, found.weight(CONFLICT)):
        return None
    shown = ", ".join(sorted(term for term, _ in found.terms[field].most_common(SHOWN)))
    return f"not about a peace negotiation: reads like {field} ({shown})"


def no_negotiation(text: str) -> str | None:
    """The second look: the probability by its words."""
    length = sum(token[0].isalpha() for token in tokens(text))
    if length < LEAST_WORDS:
        return None
    fitted = weights()
    found = {name: value for name, value in features(text).items() if name in fitted.words}
    chance = probability(found, fitted)
    if chance >= (ARTICLE_LEAST if length >= ARTICLE_WORDS else fitted.least):
        return None
    against = sorted((fitted.words[name] * value, name) for name, value in scaled(found).items())
    telling = [name for score, name in against if score < 0 and len(name) > 3 and "^" not in name]
    shown = f"; against it speak {', '.join(telling[:SHOWN])}" if telling else ""
    return f"not about a peace negotiation by its words{shown}"


def features(text: str) -> Counter[str]:
    """Stems and pairs of neighbouring stems with their counts; names are left out, so that no process is learnt."""
    found: Counter[str] = Counter()
    before = ""
    for word in tokens(text):
        if not word[0].isalpha():
            before = ""
        elif word[0].isupper():
            before = "^"
        else:
            here = stem(word)
            found[here] += 1
            if before:
                found[f"{before} {here}"] += 1
            before = here
    return found


def scaled(found: Mapping[str, float]) -> dict[str, float]:
    """Logarithmic counts as a vector of length `LENGTH`, so that a long text has no more weight than a short one."""
    values = {name: 1 + math.log(count) for name, count in found.items()}
    norm = math.sqrt(sum(value * value for value in values.values()))
    return {name: LENGTH * value / norm for name, value in values.items()}


LENGTH = 4.0


def probability(found: Mapping[str, float], fitted: Weights) -> float:
    """The probability of features that are all known to the weights."""
    score = fitted.intercept + sum(fitted.words[name] * value for name, value in scaled(found).items())
    return 1 / (1 + math.exp(-score))


@cache
def weights() -> Weights:
    """The bundled weights."""
    stored = json.loads((resources.files("goodoffices.vocabulary") / "relevance_weights.json").read_text("utf-8"))
    return Weights(stored["words"], stored["intercept"], stored["least"])
