"""The choice among the codes: a log-linear model over the features, its weights kept as readable data."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources

from goodoffices.extract.issues.codes import CODES
from goodoffices.extract.issues.features import SHARED, Situation, shared

OF_OWN = {
    ("exchange", "prisoners"): "POW",
    ("exchange", "hostages"): "POW",
    ("exchange", "bodies"): "BOD",
    ("exchange", "civilians"): "CIV",
    ("exchange", "children"): "CHI",
    ("exchange", "wounded"): "POW",
}
"""The issue that the kind's own field settles."""

OF_KIND = {"ceasefire": "CF"}
"""The issue that the kind settles."""

LEAST = 0.0
"""Least probability for which a code is given."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Fitted weights: of the shared features (for all kinds, and on top by kind), and of labels by code."""

    shared: dict[str, tuple[float, ...]]
    labels: dict[str, dict[str, float]]


@cache
def weights() -> Weights:
    """The bundled weights (`vocabulary/issue_weights.json`, written by training/issues.py)."""
    path = resources.files("goodoffices.vocabulary") / "issue_weights.json"
    stored = json.loads(path.read_text("utf-8"))
    if stored["features"] != list(SHARED) or stored["codes"] != list(CODES):
        raise ValueError("issue_weights.json was fitted for other features: run training/issues.py again")
    return Weights({k: tuple(v) for k, v in stored["shared"].items()}, stored["labels"])


def probabilities(found: Situation, fitted: Weights) -> dict[str, float]:
    """The probability of each code in a situation."""
    general = fitted.shared["all"]
    own = fitted.shared.get(found.kind, (0.0,) * len(general))
    tables = [fitted.labels[name] for name in ("any", *found.labels()) if name in fitted.labels]
    scores = {
        code: sum(
            value * (a + b) for value, a, b in zip(shared(found, code), general, own, strict=True) if value
        )
        + sum(table.get(code, 0.0) for table in tables)
        for code in CODES
    }
    most = max(scores.values())
    parts = {code: math.exp(score - most) for code, score in scores.items()}
    whole = sum(parts.values())
    return {code: part / whole for code, part in parts.items()}


def choose(found: Situation) -> tuple[str | None, tuple[str, ...]]:
    """The settled or most probable code and its nearest cue words; None below the least probability."""
    code = OF_OWN.get((found.kind, found.own)) or OF_KIND.get(found.kind)
    if code is None:
        chances = probabilities(found, weights())
        code = max(CODES, key=lambda c: chances[c])
        if chances[code] < LEAST:
            return None, ()
    nearest = next((zone.terms[code] for zone in found.hits if code in zone.terms), ())
    return code, nearest
