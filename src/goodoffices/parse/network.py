"""The network that reads sentences: int8 weights run by onnxruntime on one thread.

All sentences of one document are read in batches that depend on the document alone. (Activations are
quantised per batch, so a sentence may score a hair differently among other sentences; the same document
always gives the same batches.)
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodoffices.parse import decode
from goodoffices.parse.wordpiece import CLS, SEP, UNKNOWN, WordPieces, case_of

WORDS_A_BATCH = 700
"""Padded words a batch: more is no faster on one thread and takes more memory."""

MOST_PIECES = 500
"""Pieces that the encoder takes; words past it are read as one unknown piece while there is room."""

_ROOM = 510


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the network says of a sentence: tags, features, heads (0 is the root), relations, name tags."""

    upos: list[str]
    feats: list[dict[str, str]]
    heads: list[int]
    relations: list[str]
    names: list[str]


class Network:
    """The sessions and their vocabularies; use `network()` to have them loaded once."""

    def __init__(self) -> None:
        import onnxruntime as ort  # type: ignore[import-untyped]

        folder = files("goodoffices.parse") / "weights"
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._reader, self._labels = (
            ort.InferenceSession((folder / name).read_bytes(), options, providers=["CPUExecutionProvider"])
            for name in ("reader.onnx", "label.onnx")
        )
        labels = json.loads((folder / "labels.json").read_text("utf-8"))
        self._upos: list[str] = labels["upos"]
        self._relations: list[str] = labels["relations"]
        self._names: list[str] = labels["names"]
        self._features: dict[str, list[str]] = labels["features"]
        self._root = self._relations.index("root")
        self._pieces = WordPieces((folder / "vocab.txt").read_text("utf-8").splitlines())

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Tagged]:
        """Read the sentences (lists of words) of one document, in their order."""
        found: list[Tagged | None] = [None] * len(sentences)
        for batch in _batches(sentences):
            for i, tagged in zip(batch, self._read([sentences[i] for i in batch]), strict=True):
                found[i] = tagged
        return [tagged for tagged in found if tagged is not None]

    def _read(self, batch: list[Sequence[str]]) -> list[Tagged]:
        upos, feats, arcs, dependents, governors, names = self._reader.run(
            ["upos", "feats", "arc", "ld", "lh", "ner"], self._encode(batch)
        )
        heads = [decode.tree(arcs[b, : len(words), : len(words) + 1]) for b, words in enumerate(batch)]
        labels = self._label(dependents, governors, heads)
        return [
            Tagged(
                [self._upos[k] for k in upos[b, :n].argmax(1)],
                self._feats(feats[b, :n]),
                [int(h) for h in heads[b]],
                labels[b],
                decode.names(names[b, :n], self._names),
            )
            for b, n in enumerate(len(words) for words in batch)
        ]

    def _label(self, dependents: Any, governors: Any, heads: list[decode.Ints]) -> list[list[str]]:
        """The relation of every word to its head; `root` stands on the root and nowhere else."""
        left = np.concatenate([dependents[b, : len(h)] for b, h in enumerate(heads)])
        right = np.concatenate([governors[b][h] for b, h in enumerate(heads)])
        scores = self._labels.run(None, {"ld": left, "lh": right})[0].copy()
        scores[:, self._root] = -np.inf
        best = scores.argmax(1)
        found, at = [], 0
        for h in heads:
            row = np.where(h == 0, self._root, best[at : at + len(h)])
            found.append([self._relations[k] for k in row])
            at += len(h)
        return found

    def _feats(self, scores: NDArray[np.float32]) -> list[dict[str, str]]:
        found: list[dict[str, str]] = [{} for _ in range(len(scores))]
        at = 0
        for name, values in self._features.items():
            for word, k in enumerate(scores[:, at : at + len(values)].argmax(1)):
                if k:
                    found[word][name] = values[k]
            at += len(values)
        return found

    def _encode(self, batch: list[Sequence[str]]) -> dict[str, NDArray[np.int64]]:
        rows = [self._row(words) for words in batch]
        pieces = max(len(row[0]) for row in rows)
        words = max(len(row[2]) for row in rows)
        names = ("ids", "case", "wf", "wl", "wcase")
        widths = (pieces, pieces, words, words, words)
        arrays = {n: np.zeros((len(rows), w), np.int64) for n, w in zip(names, widths, strict=True)}
        mask = np.zeros((len(rows), pieces), np.int64)
        for b, row in enumerate(rows):
            mask[b, : len(row[0])] = 1
            for name, values in zip(names, row, strict=True):
                arrays[name][b, : len(values)] = values
        return {**arrays, "mask": mask}

    def _row(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int], list[int], list[int]]:
        """Piece ids and their cases; first piece, last piece and case of each word. Word 0 is the root."""
        ids, cases, first, last, word_cases = [CLS], [0], [0], [0], [0]
        for word in words:
            pieces = self._pieces.pieces(word)
            case = case_of(word)
            if len(ids) + len(pieces) > MOST_PIECES:
                pieces = (UNKNOWN,) if len(ids) < _ROOM else ()
            first.append(len(ids) if pieces else len(ids) - 1)
            ids.extend(pieces)
            cases.extend([case] * len(pieces))
            last.append(len(ids) - 1)
            word_cases.append(case)
        return [*ids, SEP], [*cases, 0], first, last, word_cases


def _batches(sentences: Sequence[Sequence[str]]) -> list[list[int]]:
    """Numbers of sentences in batches of like length."""
    found: list[list[int]] = []
    for i in sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), i)):
        if found and (len(sentences[i]) + 2) * (len(found[-1]) + 1) <= WORDS_A_BATCH:
            found[-1].append(i)
        else:
            found.append([i])
    return found


@lru_cache(maxsize=1)
def network() -> Network:
    """The network, loaded at first use and kept."""
    return Network()
