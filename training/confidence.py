"""Learn which found facts annotators would have written down.

    python -m training.confidence OUT.json HALF0.json HALF1.json SET …

HALF0 and HALF1 are experience learned from either half of the documents (`training/predicates.py --half`): a document is
read with the experience of the other half, so that its candidates are as doubtful as those of an unseen one.

Reads the annotated documents of the sets, describes every realised candidate by the features of
`goodoffices.extract.confidence`, labels it by whether an annotated fact of the same kind agrees with it in at
least half of its slots, and fits an L2-regularised logistic regression. It prints, by kind, the cut with the best F1 of facts in ten-fold
cross-validation by document.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from bench import corpus
from bench.score import scorer
from goodoffices.extract.experience.weights import load
from goodoffices.extract.finding import find
from goodoffices.fuse.within import join
from goodoffices.model.facts import Evidence, Fact, Kind
from goodoffices.present.contract import fact_to_json
from goodoffices.resolve import annotate
from goodoffices.screen import screen
from training.predicates import half

STRENGTH = 0.6
"""Inverse of the regularisation; set by hand, not searched."""

SLACK = 0.004
"""Of cuts whose F1 differs by no more than this (noise of the folds) the lowest is taken: recall is the scarcer good."""

REPORT = 2.0
"""Weight of a candidate from a report against one from a line of a chronicle, of which there are many more."""

FOLDS = 10
LEAST = 3
"""A feature must occur in this many candidates."""


@dataclass
class Row:
    """One candidate: its document, kind, features, and whether annotators wrote it down (None: optional)."""

    document: str
    kind: str
    names: tuple[str, ...]
    right: bool | None


def rows_of(task: tuple[dict, tuple[str, str]]) -> list[Row]:
    """The labelled candidates of an annotated document, read with the experience of the other half."""
    gold, halves = task
    learned = load(halves[1 - half(gold["id"])])
    document = corpus.document(gold)
    if screen(document) is not None:
        return []
    score = scorer()
    annotated = annotate(document, corpus.parsed(document.text))
    kept = find(annotated, all_candidates=True, learned=learned).kept
    matched = _matched(score, gold["facts"], join(one.fact for one in kept))
    found = []
    for one in kept:
        right = _right(score, gold["facts"], fact_to_json(one.fact))
        if right and (one.fact.kind, one.fact.evidence[0]) not in matched:
            right = False
        found.append(Row(document.id, one.fact.kind.value, one.features, right))
    return found


def _right(score, gold: list[dict], fact: dict) -> bool | None:
    """Whether some annotated fact is this one; None where only an optional one is."""
    optional = False
    for wanted in gold:
        if wanted["kind"] != fact["kind"] or not score.may_pair(wanted, fact):
            continue
        right, spurious, missing = score.compare(wanted, fact)
        if right / (right + missing) >= score.WORTH_HALF and right > spurious:
            if not wanted.get("optional"):
                return True
            optional = True
    return None if optional else False


def _matched(score, gold: list[dict], facts: tuple[Fact, ...]) -> set[tuple[Kind, Evidence]]:
    """Kind and quotations of the facts that the scorer pairs with annotated ones, once all of a document are joined.

    Of two facts that an annotator wrote down once only the better is paired; the other is one too many.
    """
    found: set[tuple[Kind, Evidence]] = set()
    for kind in {fact.kind for fact in facts}:
        wanted = [f for f in gold if f["kind"] == kind]
        mine = [fact for fact in facts if fact.kind is kind]
        profit = [[_profit(score, w, fact_to_json(fact)) for fact in mine] for w in wanted]
        for _, j in score.assign(profit):
            found.update((kind, piece) for piece in mine[j].evidence)
    return found


def _profit(score, wanted: dict, fact: dict) -> float:
    if not score.may_pair(wanted, fact):
        return 0.0
    right, spurious, missing = score.compare(wanted, fact)
    return right / (right + 0.5 * (spurious + missing)) + 0.001 * right


def fit(rows: list[Row]) -> dict:
    """Weights by feature; prints what cuts would do by kind (the cuts in use are those of `extract/confidence.py`)."""
    rows = [row for row in rows if row.right is not None]
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for name in row.names:
            counts[name] += 1
    index = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= LEAST))}
    x, y = _matrix(rows, index), np.array([row.right for row in rows])
    weight = np.array([REPORT if not any(n.endswith("length=line") for n in row.names) else 1.0 for row in rows])
    groups = np.array([row.document for row in rows])
    held_out = np.zeros(len(rows))
    for train, test in GroupKFold(FOLDS).split(x, y, groups):
        held_out[test] = _model().fit(x[train], y[train], weight[train]).predict_proba(x[test])[:, 1]
    _thresholds(rows, held_out, weight)
    model = _model().fit(x, y, weight)
    weights = {name: round(float(model.coef_[0, i]), 3) for name, i in index.items() if abs(model.coef_[0, i]) > 0.0005}
    return {"weights": {"bias": round(float(model.intercept_[0]), 3), **weights}}


def _model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=500)


def _matrix(rows: list[Row], index: dict[str, int]) -> csr_matrix:
    pairs = [(i, index[name]) for i, row in enumerate(rows) for name in row.names if name in index]
    cells = np.ones(len(pairs)), tuple(np.array(pairs).T)
    return csr_matrix(cells, shape=(len(rows), len(index)))


def _thresholds(rows: list[Row], probability: np.ndarray, weight: np.ndarray) -> dict[str, float]:
    """For each kind the cut with the best F1 against all right candidates of the kind."""
    found = {}
    for kind in sorted({row.kind for row in rows}):
        mine = np.array([row.kind == kind for row in rows])
        p, right = probability[mine], np.array([row.right for row in rows])[mine]
        w = weight[mine]
        cuts = np.arange(0.15, 0.7, 0.05)
        scores = [2 * (w * (right & (p >= c))).sum() / max(1, (w * (p >= c)).sum() + (w * right).sum()) for c in cuts]
        found[kind] = round(float(next(c for c, f1 in zip(cuts, scores, strict=True) if f1 >= max(scores) - SLACK)), 2)
        print(f"{kind:15} candidates {mine.sum():5} right {right.sum():5} "
              f"all kept F1 {2 * right.sum() / (len(right) + right.sum()):.3f} cut {found[kind]} F1 {max(scores):.3f}")
    return found


def main() -> None:
    out, first, second, *sets = sys.argv[1:]
    gold = [row for name in sets for row in corpus.gold(name)]
    with Pool(2) as pool:
        rows = [row for part in pool.map(rows_of, [(row, (first, second)) for row in gold], chunksize=8) for row in part]
    Path(out).write_text(json.dumps(fit(rows), indent=0, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
