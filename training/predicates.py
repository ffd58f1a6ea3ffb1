"""Learn the predicates of the kinds from annotated reports.

    python -m training.predicates OUT.json SET … [--half 0|1]

An annotated fact tells its quotation, not its predicate. The predicate is taken to be the head of the quotation
at first, then, twice over, the word of the quotation that the model itself finds most likely. Other words of the
quotation are left out; all other words of the reports are negative examples. One logistic model a kind, one a value of
the kind's own field; the cuts printed are from five-fold cross-validation by document. With `--half` only every other document is
learned from: `training/confidence.py` needs experience that has not seen the document it judges.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from bench import corpus
from goodoffices.extract.experience.features import features, may_be_predicate
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.facts import OWN_FIELD, Kind
from goodoffices.resolve import annotate
from goodoffices.screen import screen

STRENGTH = 1.0
LEAST = 3
SMALLEST = 0.03
ROUNDS = 2
FOLDS = 5
LEAST_PRECISION = 0.5
"""A kind's threshold is the lowest at which half of the held-out words are right predicates."""


@dataclass
class Word:
    """A possible predicate: its document, features, and the quotations (numbers in the document's facts) that hold it."""

    document: str
    names: tuple[str, ...]
    quotations: set[int] = field(default_factory=set)
    heads: set[int] = field(default_factory=set)


def words_of(gold: dict) -> tuple[list[Word], list[dict]]:
    """The possible predicates of a document and its annotated facts."""
    document = corpus.document(gold)
    if screen(document) is not None:
        return [], []
    annotated = annotate(document, corpus.parsed(document.text))
    clauses = Clauses(annotated)
    facts = [f for f in gold["facts"] if f["kind"] != "statement"]
    spans = [(at, at + len(f["quote"])) for f in facts if (at := document.text.find(f["quote"])) >= 0 or True]
    found = []
    for ref in clauses.refs():
        if not may_be_predicate(clauses, ref):
            continue
        word = Word(document.id, features(clauses, ref))
        for i, (start, end) in enumerate(spans):
            if start <= clauses.word(ref).start < end:
                word.quotations.add(i)
                head = clauses.head(ref)
                if head is None or not start <= clauses.word(head).start < end:
                    word.heads.add(i)
        found.append(word)
    return found, facts


def matrix(rows: list[Word], index: dict[str, int]) -> csr_matrix:
    """Binary features with a bias column."""
    cells = [(i, index[n]) for i, row in enumerate(rows) for n in row.names if n in index]
    return csr_matrix((np.ones(len(cells)), tuple(np.array(cells).T)), shape=(len(rows), len(index)))


def fit(reports: list[tuple[list[Word], list[dict]]]) -> dict:
    """Weights of all kinds and own fields."""
    rows = [word for words, _ in reports for word in words]
    owner = [k for k, (words, _) in enumerate(reports) for _ in words]
    counts = Counter(n for row in rows for n in row.names)
    index = {n: i for i, n in enumerate(sorted(n for n, c in counts.items() if c >= LEAST))}
    x, names = matrix(rows, index), sorted(index)
    groups = np.array(owner)
    kinds: dict[str, dict[str, float]] = defaultdict(dict)
    own: dict[str, dict] = {}
    for kind in (k.value for k in Kind if k is not Kind.STATEMENT):
        chosen, used = choose(kind, rows, owner, reports, x)
        y = np.zeros(len(rows), bool)
        y[sorted(chosen)] = True
        held = np.zeros(len(rows))
        for train, test in GroupKFold(FOLDS).split(x, y, groups):
            train = train[used[train]]
            held[test] = model().fit(x[train], y[train]).predict_proba(x[test])[:, 1]
        threshold(kind, held[used], y[used])
        keep(kinds, kind, model().fit(x[used], y[used]), names)
        own[kind] = own_field(kind, chosen, rows, owner, reports, x, names)
    return {"kinds": kinds, "own": own}


def choose(kind: str, rows: list[Word], owner: list[int], reports: list, x: csr_matrix) -> tuple[dict[int, int], np.ndarray]:
    """The predicate of every annotated fact of a kind (row to fact number), and which rows to learn from."""
    inside: dict[tuple[int, int], list[int]] = defaultdict(list)
    used = np.ones(len(rows), bool)
    for r, row in enumerate(rows):
        for i in row.quotations:
            fact = reports[owner[r]][1][i]
            if fact["kind"] == kind:
                used[r] = False
                if not fact.get("optional"):
                    inside[owner[r], i].append(r)
    chance = np.array([1.0 if row.heads else 0.5 for row in rows])
    chosen: dict[int, int] = {}
    for step in range(ROUNDS + 1):
        chosen = {max(members, key=lambda r: chance[r]): i for (_, i), members in sorted(inside.items())}
        mask = used.copy()
        mask[sorted(chosen)] = True
        if step < ROUNDS:
            y = np.zeros(len(rows), bool)
            y[sorted(chosen)] = True
            chance = model().fit(x[mask], y[mask]).predict_proba(x)[:, 1] + 0.05 * chance
    return chosen, mask


def own_field(kind: str, chosen: dict[int, int], rows: list[Word], owner: list[int], reports: list, x: csr_matrix, names: list[str]) -> dict:
    """Weights of each value of the kind's own field over its predicates."""
    slot = OWN_FIELD.get(Kind(kind))
    table: dict[str, dict[str, float]] = defaultdict(dict)
    members = [(r, str(reports[owner[r]][1][i].get(slot) or "").split("|")[0]) for r, i in sorted(chosen.items())]
    members = [(r, v) for r, v in members if v]
    for value, count in sorted(Counter(v for _, v in members).items()):
        if LEAST <= count < len(members):
            y = np.array([v == value for _, v in members])
            keep(table, value, model().fit(x[[r for r, _ in members]], y), names)
    return table


def model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)


def keep(table: dict[str, dict[str, float]], key: str, fitted: LogisticRegression, names: list[str]) -> None:
    """Put the weights that matter into a table, feature first."""
    table["bias"][key] = round(float(fitted.intercept_[0]), 2)
    for i in np.flatnonzero(np.abs(fitted.coef_[0]) > SMALLEST):
        table[names[i]][key] = round(float(fitted.coef_[0, i]), 2)


def threshold(kind: str, chance: np.ndarray, y: np.ndarray) -> float:
    """The cut with the best F1 among those with at least the least precision."""
    best = (0.0, 0.9)
    for cut in np.arange(0.1, 0.9, 0.05):
        kept = chance >= cut
        precision = (kept & y).sum() / max(1, kept.sum())
        f1 = 2 * (kept & y).sum() / max(1, kept.sum() + y.sum())
        if precision >= LEAST_PRECISION and f1 > best[0]:
            best = (f1, float(cut))
            told = precision, (kept & y).sum() / max(1, y.sum())
    print(f"{kind:15} facts {int(y.sum()):5} cut {best[1]:.2f} F1 {best[0]:.3f}", *(f"{v:.2f}" for v in (told if best[0] else ())))
    return round(best[1], 2)


def half(identifier: str) -> int:
    """The half that a document belongs to, by the hash of its id."""
    return hashlib.sha256(identifier.encode()).digest()[0] % 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args()
    out = options.out
    gold = [row for name in options.sets for row in corpus.gold(name)]
    if options.half is not None:
        gold = [row for row in gold if half(row["id"]) == options.half]
    with Pool(2) as pool:
        reports = pool.map(words_of, gold, chunksize=8)
    text = json.dumps(fit(reports), sort_keys=True, separators=(",", ":"))
    Path(out).write_text(text + "\n")
    print(out, len(text), "bytes")


if __name__ == "__main__":
    main()
