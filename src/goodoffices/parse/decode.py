"""Scores into trees, labels and names."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = -1e9
_ROOTS_TRIED = 3


def tree(scores: Floats) -> Ints:
    """The best tree with one root for arc scores `[word, head]`, head 0 the root and head i + 1 word i.

    Greedy heads where they make a tree; else Chu-Liu/Edmonds with each of the best roots.
    """
    n = scores.shape[0]
    own = scores.astype(np.float64)
    own[np.arange(n), np.arange(1, n + 1)] = _NEVER
    heads: Ints = own.argmax(1)
    if _is_tree(heads):
        return heads
    rootness = own[:, 0] - (np.sort(own[:, 1:], 1)[:, -1] if n > 1 else 0.0)
    best: tuple[float, Ints] | None = None
    for root in np.argsort(-rootness, kind="stable")[:_ROOTS_TRIED]:
        forced = own.copy()
        forced[:, 0] = -1e6
        forced[root, :] = -1e6
        forced[root, 0] = own[root, 0]
        heads = _maximum_tree(forced)
        total = float(own[np.arange(n), heads].sum())
        if (heads == 0).sum() == 1 and (best is None or total > best[0]):
            best = (total, heads)
    return best[1] if best is not None else _maximum_tree(own)


def _is_tree(heads: Ints) -> bool:
    if (heads == 0).sum() != 1:
        return False
    at = heads.copy()
    for _ in range(max(1, int(np.ceil(np.log2(len(heads) + 1))))):
        at = np.where(at > 0, at[np.maximum(at - 1, 0)], 0)
    return not bool(at.any())


def _maximum_tree(scores: NDArray[np.float64]) -> Ints:
    n = scores.shape[0]
    square = np.full((n + 1, n + 1), _NEVER)
    square[1:, :] = scores
    np.fill_diagonal(square, _NEVER)
    return _contract(square)[1:]


def _contract(scores: NDArray[np.float64]) -> Ints:
    """Chu-Liu/Edmonds: heads of the maximum spanning tree rooted in node 0."""
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(heads)) if i not in set(cycle)])
    m = len(outside)
    small = np.full((m + 1, m + 1), _NEVER)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, inside)]
    small[:m, m] = leaving.max(1)
    entering = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    small[m, :m] = entering.max(0)
    small[0, :] = _NEVER
    np.fill_diagonal(small, _NEVER)
    above = _contract(small)
    result: Ints = heads.copy()
    for i in range(1, m):
        result[outside[i]] = inside[leaving[i].argmax()] if above[i] == m else outside[above[i]]
    broken = inside[entering[:, above[m]].argmax()]
    result[broken] = outside[above[m]]
    return result


def _cycle(heads: Ints) -> list[int] | None:
    colour = np.zeros(len(heads), int)
    for i in range(1, len(heads)):
        path, j = [], i
        while j and not colour[j]:
            colour[j] = i
            path.append(j)
            j = int(heads[j])
        if j and colour[j] == i and j in path:
            return path[path.index(j):]
    return None


def names(scores: Floats, tags: list[str]) -> list[str]:
    """BIO tags for name scores `[word, tag]`; Viterbi where the best tags alone are ill-formed."""
    found = [tags[k] for k in scores.argmax(1)]
    if not any(t[0] == "I" and (k == 0 or found[k - 1][1:] != t[1:]) for k, t in enumerate(found)):
        return found
    barred = np.array([[_NEVER if b[0] == "I" and a[1:] != b[1:] else 0.0 for b in tags] for a in tags])
    value = scores[0] + np.array([_NEVER if t[0] == "I" else 0.0 for t in tags])
    back = []
    for row in scores[1:]:
        through = value[:, None] + barred
        back.append(through.argmax(0))
        value = through.max(0) + row
    best = [int(value.argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return [tags[k] for k in reversed(best)]
