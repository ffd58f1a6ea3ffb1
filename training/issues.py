"""Fit and measure the choice of issue codes.

    python training/issues.py            figures of cues alone and of the model, fitted on the develop half
    python training/issues.py --ship     the same, then fit on all of gold/train and write issue_weights.json

The annotated documents are looked for under GOODOFFICES_SHARED (default ../shared). Needs numpy and
scipy (they come with scikit-learn); the program itself needs neither for this. The model is a conditional
logit: every code has the same weights for what the cues of a zone say for it, so that a rare code
profits from what the common ones taught; only weights of kinds and their fields are by code. Weights of
single words were tried and left out: they gained nothing on documents not used to fit.
An annotation "PRO|PEA" accepts either code: the likelihood is that of their sum.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import corpus
from goodoffices.extract.issues.choice import OF_KIND, OF_OWN, Weights, probabilities
from goodoffices.extract.issues.codes import CODES
from goodoffices.extract.issues.features import SHARED, Situation, shared, situation
from goodoffices.model.facts import OWN_FIELD, Kind

OUT = ROOT / "src" / "goodoffices" / "vocabulary" / "issue_weights.json"
INDEX = {code: i for i, code in enumerate(CODES)}
PENALTY = {"shared": 3.0, "by_kind": 30.0, "labels": 3.0}
ARTICLE = 2.0
"""Weight of a fact from an article, where one from a line of a chronicle has 1."""
"""Quadratic penalties, chosen by cross-validation within the develop half."""


@dataclass(frozen=True)
class Example:
    """An annotated fact with an issue: its situation, the codes accepted for it, its document."""

    situation: Situation
    accepted: frozenset[str]
    document: str
    line: bool
    """Whether the document is one line of a chronicle."""
    quote: str


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+(?:[-'\u2019]\w+)*", text)


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Spans of sentences, roughly: the parser is not needed to fit this model."""
    ends = [m.end() for m in re.finditer(r"[.!?][\"\u201d')]*\s+(?=[A-Z\"\u201c0-9])|\n+", text)] + [
        len(text)
    ]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def examples(rows: list[dict]) -> list[Example]:
    """The facts with an issue, read as the grammar will see them: quote, sentence, document."""
    found = []
    for row in rows:
        text = row["text"]
        document = words_of(text)
        spans = sentences_of(text)
        for fact in row["facts"]:
            if not fact.get("issue"):
                continue
            start = text.find(fact["quote"])
            end = start + len(fact["quote"])
            around = " ".join(text[a:b] for a, b in spans if a < end and start < b)
            own = OWN_FIELD.get(Kind(fact["kind"]))
            zones = [words_of(z) for z in (fact["quote"], fact["quote"], around)] + [document]
            label = str(fact.get(own) or "").split("|")[0] if own else ""
            found.append(
                Example(
                    situation(fact["kind"], label, fact["status"].split("|")[0], zones),
                    frozenset(fact["issue"].split("|")) & frozenset(CODES),
                    row["id"],
                    len(document) < 90,
                    fact["quote"],
                )
            )
    return [e for e in found if e.accepted]


class Model:
    """The parameters in one vector, with their blocks."""

    def __init__(self, found: list[Example]) -> None:
        self.kinds = sorted({e.situation.kind for e in found})
        self.labels = ["any", *sorted({label for e in found for label in e.situation.labels()})]
        n, c, s = len(found), len(CODES), len(SHARED)
        self.f = np.array([[shared(e.situation, code) for code in CODES] for e in found])
        self.kind = np.array([self.kinds.index(e.situation.kind) for e in found])
        label_at = {label: i for i, label in enumerate(self.labels)}
        self.l = np.zeros((n, len(self.labels)))
        for i, e in enumerate(found):
            self.l[i, [0, *(label_at[x] for x in e.situation.labels())]] = 1
        self.gold = np.zeros((n, c))
        for i, e in enumerate(found):
            self.gold[i, [INDEX[x] for x in e.accepted]] = 1
        self.weight = np.array([1.0 if e.line else ARTICLE for e in found])[:, None]
        self.shapes = [(s,), (len(self.kinds), s), (len(self.labels), c)]
        sizes = [int(np.prod(shape)) for shape in self.shapes]
        self.cuts = np.cumsum(sizes)[:-1]
        self.size = sum(sizes)
        self.penalty = np.concatenate([np.full(k, p) for k, p in zip(sizes, PENALTY.values(), strict=True)])

    def blocks(self, theta: np.ndarray) -> list[np.ndarray]:
        return [b.reshape(shape) for b, shape in zip(np.split(theta, self.cuts), self.shapes, strict=True)]

    def loss(self, theta: np.ndarray) -> tuple[float, np.ndarray]:
        general, by_kind, labels = self.blocks(theta)
        scores = np.einsum("ncs,ns->nc", self.f, general + by_kind[self.kind]) + self.l @ labels
        scores -= scores.max(1, keepdims=True)
        p = np.exp(scores)
        p /= p.sum(1, keepdims=True)
        right = p * self.gold
        mass = right.sum(1, keepdims=True)
        d = (p - right / mass) * self.weight
        ds = np.einsum("nc,ncs->ns", d, self.f)
        dk = np.zeros_like(by_kind)
        np.add.at(dk, self.kind, ds)
        gradient = np.concatenate([ds.sum(0), dk.ravel(), (self.l.T @ d).ravel()])
        return (
            -(np.log(mass) * self.weight).sum() + 0.5 * (self.penalty * theta**2).sum(),
            gradient + self.penalty * theta,
        )

    def fit(self) -> Weights:
        best = minimize(self.loss, np.zeros(self.size), jac=True, method="L-BFGS-B", options={"maxiter": 300})
        general, by_kind, labels = self.blocks(best.x)
        rounded = {"all": tuple(np.round(general, 3).tolist())}
        rounded |= {k: tuple(np.round(v, 3).tolist()) for k, v in zip(self.kinds, by_kind, strict=True)}
        return Weights(rounded, _table(self.labels, labels, 0.02))


def _table(rows: list[str], values: np.ndarray, least: float) -> dict[str, dict[str, float]]:
    table = {
        name: {code: round(float(v), 2) for code, v in zip(CODES, row, strict=True) if abs(v) >= least}
        for name, row in zip(rows, values, strict=True)
    }
    return {name: row for name, row in table.items() if row}


def fit(rows: list[dict]) -> Weights:
    return Model(examples(rows)).fit()


def by_cues(found: Situation) -> str:
    """The code whose cues weigh most in the nearest zone that has any; for ties the order of the contract."""
    fixed = {"ceasefire": "CF", "exchange": "BOD" if found.own == "bodies" else "POW"}.get(found.kind)
    if fixed:
        return fixed
    for zone in found.hits:
        if zone.total:
            return max(CODES, key=lambda c: zone.total.get(c, 0.0))
    return "PEA"


def accuracy(found: list[Example], decide) -> tuple[float, dict[str, str], Counter]:
    right: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    for e in found:
        code = decide(e.situation)
        kinds[e.situation.kind] += 1
        if code in e.accepted:
            right[e.situation.kind] += 1
        else:
            wrong["|".join(sorted(e.accepted)), code] += 1
    return sum(right.values()) / len(found), {k: f"{right[k]}/{kinds[k]}" for k in sorted(kinds)}, wrong


def by_model(fitted: Weights):
    def decide(found: Situation) -> str:
        if settled := OF_OWN.get((found.kind, found.own)) or OF_KIND.get(found.kind):
            return settled
        chances = probabilities(found, fitted)
        return max(CODES, key=lambda c: chances[c])

    return decide


def write(fitted: Weights) -> None:
    head = {"features": list(SHARED), "codes": list(CODES)}
    parts = [f' "{k}": {json.dumps(v)}' for k, v in head.items()]
    for name, table in (("shared", fitted.shared), ("labels", fitted.labels)):
        lines = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(table.items()))
        parts.append(f' "{name}": {{\n{lines}\n }}')
    OUT.write_text("{\n" + ",\n".join(parts) + "\n}\n", "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ship", action="store_true")
    parser.add_argument("--wrong", help="print the confusions of this set")
    options = parser.parse_args()
    fitted = fit(corpus.gold("develop"))
    for name in ("develop", "watched", "dev", "wikipedia"):
        found = examples(corpus.gold(name))
        for way, decide in (("cues", by_cues), ("model", by_model(fitted))):
            share, kinds, wrong = accuracy(found, decide)
            print(f"{name:10} {way:6} {share:.3f} of {len(found)}  {kinds}")
            if options.wrong == name:
                print(wrong.most_common(40))
    if options.ship:
        write(fit(corpus.gold("train")))
        print(f"written {OUT} ({OUT.stat().st_size // 1024} kB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
