"""The learned weights: for each feature what it says for each kind, and for each kind's own field."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

WEIGHTS = "experience.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """`kinds` and `own` map a feature to its weights by class; "bias" is a feature of every word."""

    kinds: dict[str, dict[str, float]]
    own: dict[str, dict[str, dict[str, float]]]


def weights() -> Weights:
    """The installed weights; empty where there are none."""
    return load(str(files("goodoffices.vocabulary") / WEIGHTS))


@lru_cache(maxsize=4)
def load(path: str) -> Weights:
    """The weights of a file; empty where there is none."""
    resource = Path(path)
    if not resource.is_file():
        return Weights({}, {})
    data = json.loads(resource.read_text("utf-8"))
    return Weights(data["kinds"], data["own"])


def probabilities(names: Iterable[str], table: dict[str, dict[str, float]]) -> dict[str, float]:
    """Probability of each class of a table, each judged by itself."""
    totals = dict(table.get("bias", {}))
    for name in names:
        for key, value in table.get(name, {}).items():
            totals[key] = totals.get(key, 0.0) + value
    return {key: 1.0 / (1.0 + math.exp(-total)) for key, total in totals.items()}
