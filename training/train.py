"""Train the reader.

    python training/train.py --encoder MODEL_FOLDER --data DATA --out WORK [--init WORK/model.pt] …

The stages of the recipe stand in training/README.md.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from goodoffices.parse.wordpiece import CLS, SEP, WordPieces, case_of
from network import LAYERS, Reader
from sentences import own_sentences
from substitute import SHARE, name_lists, substitute
from treebanks import NAMES, Example, corpora

FEATURES = ("Number", "Tense", "VerbForm", "Mood", "Voice", "Polarity", "Person", "Degree", "PronType")
WORDS_A_BATCH = 700
LONGEST = 140
LOWER_CASE_SHARE = 0.04
RATES = {"encoder": 2e-4, "heads": 1.5e-3, "mix": 1e-2, "decay": 0.8}
WEIGHTS = {"upos": 0.7, "arc": 1.0, "label": 1.0, "names": 2.0, "features": 0.3}
SMOOTHING = 0.03
LAST_RATE = 0.02
"""The share of the rate that is left at the end."""

OWN_TIMES = 12
"""How often each own template is filled in an epoch: some 470 of 21,000 sentences."""

IGNORED = -100
SEED = 1
WARM_UP = 0.06
"""Share of the steps in which the rates rise."""

LARGEST_GRADIENT = 2.0


def label_sets(examples: list[Example]) -> dict:
    """The tag sets of the training data."""
    features = {
        f: ["_", *sorted({m[f].split(",")[0] for e in examples for m in e.feats or () if f in m})]
        for f in FEATURES
    }
    return {
        "upos": sorted({t for e in examples for t in e.upos or ()}),
        "relations": sorted({r for e in examples for r in e.relations or ()}),
        "names": ["O", *(f"{b}-{n}" for n in NAMES for b in "BI")],
        "features": features,
    }


class Batcher:
    """Examples into tensors."""

    def __init__(self, labels: dict, vocabulary: Path) -> None:
        self.pieces = WordPieces(vocabulary.read_text("utf-8").splitlines())
        self.ids = {k: {t: i for i, t in enumerate(labels[k])} for k in ("upos", "relations", "names")}
        self.features = {f: {t: i for i, t in enumerate(v)} for f, v in labels["features"].items()}

    def inputs(self, examples: list[Example]) -> list[torch.Tensor]:
        """Piece ids, their cases, mask; first piece, last piece, case of each word (word 0 is the root)."""
        rows = []
        for example in examples:
            ids, cases, first, last, word_cases = [CLS], [0], [0], [0], [0]
            for word in example.words:
                pieces, case = self.pieces.pieces(word), case_of(word)
                first.append(len(ids))
                ids.extend(pieces)
                cases.extend([case] * len(pieces))
                last.append(len(ids) - 1)
                word_cases.append(case)
            rows.append(([*ids, SEP], [*cases, 0], [1] * (len(ids) + 1), first, last, word_cases))
        return [_padded([row[k] for row in rows], 0) for k in range(6)]

    def targets(self, examples: list[Example]) -> dict[str, torch.Tensor]:
        """Gold tags; `IGNORED` where a layer or word has none."""

        def layer(values: list[list[int] | None]) -> torch.Tensor:
            filled = [
                v if v is not None else [IGNORED] * len(e.words)
                for v, e in zip(values, examples, strict=True)
            ]
            return _padded(filled, IGNORED)

        found = {
            "upos": layer(
                [[self.ids["upos"].get(t, IGNORED) for t in e.upos] if e.upos else None for e in examples]
            ),
            "heads": layer([list(e.heads) if e.heads else None for e in examples]),
            "label": layer(
                [
                    [self.ids["relations"].get(t, IGNORED) for t in e.relations] if e.relations else None
                    for e in examples
                ]
            ),
            "names": layer([[self.ids["names"][t] for t in e.names] if e.names else None for e in examples]),
        }
        for name, values in self.features.items():
            found[name] = layer([_values(e, name, values) for e in examples])
        return found


def _values(example: Example, name: str, values: dict[str, int]) -> list[int] | None:
    """The first value of a feature for every word, as a number."""
    if not example.feats:
        return None
    return [values.get(feats.get(name, "_").split(",")[0], 0) for feats in example.feats]


def _padded(rows: list[list[int]], value: int) -> torch.Tensor:
    array = np.full((len(rows), max(map(len, rows))), value, np.int64)
    for i, row in enumerate(rows):
        array[i, : len(row)] = row
    return torch.from_numpy(array)


def batches(examples: list[Example], dice: random.Random) -> list[list[Example]]:
    """Batches of like length, in random order."""
    found: list[list[Example]] = []
    for example in sorted(examples, key=lambda e: len(e.words) * (1 + 0.1 * dice.random())):
        if found and (len(example.words) + 2) * (len(found[-1]) + 1) <= WORDS_A_BATCH:
            found[-1].append(example)
        else:
            found.append([example])
    dice.shuffle(found)
    return found


def loss(model: Reader, batcher: Batcher, batch: list[Example], dice: random.Random) -> torch.Tensor:
    """The weighted sum of all heads' losses on a batch."""
    ids, cases, mask, first, last, word_cases = batcher.inputs(batch)
    if dice.random() < LOWER_CASE_SHARE:
        cases, word_cases = (torch.where(c > 0, torch.full_like(c, 3), c) for c in (cases, word_cases))
    gold = batcher.targets(batch)
    upos, feats, arcs, left, right, names = model(ids, cases, mask, first, last, word_cases)
    n = arcs.shape[1]
    real = (first > 0) | (torch.arange(n + 1)[None] == 0)
    arcs = arcs.masked_fill(~real[:, None, :], -1e4)
    arcs = arcs.masked_fill(torch.eye(n + 1, dtype=torch.bool)[1:][None], -1e4)
    chosen = torch.gather(right, 1, gold["heads"].clamp(min=0)[:, :, None].expand(-1, -1, right.shape[-1]))
    total = WEIGHTS["upos"] * _entropy(upos, gold["upos"], SMOOTHING) + WEIGHTS["arc"] * _entropy(
        arcs, gold["heads"]
    )
    total += WEIGHTS["label"] * _entropy(model.label(left, chosen), gold["label"], SMOOTHING)
    total += WEIGHTS["names"] * _entropy(names, gold["names"])
    at = 0
    for name, values in batcher.features.items():
        total += WEIGHTS["features"] * _entropy(feats[..., at : at + len(values)], gold[name])
        at += len(values)
    return total


def _entropy(scores: torch.Tensor, gold: torch.Tensor, smoothing: float = 0.0) -> torch.Tensor:
    known = max(1, int((gold != IGNORED).sum()))
    flat = scores.reshape(-1, scores.shape[-1]), gold.reshape(-1)
    return F.cross_entropy(*flat, ignore_index=IGNORED, label_smoothing=smoothing, reduction="sum") / known


def optimiser(model: Reader, factor: float) -> torch.optim.Optimizer:
    """AdamW with rates that fall from the heads down to the embeddings."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = defaultdict(list)
    for name, parameter in model.named_parameters():
        if name.startswith("enc.layers."):
            rate = RATES["encoder"] * RATES["decay"] ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("enc.case"):
            rate = RATES["heads"] / 2
        elif name.startswith("enc."):
            rate = RATES["encoder"] * RATES["decay"] ** LAYERS
        else:
            rate = RATES["mix"] if name == "mix" else RATES["heads"]
        groups[rate * factor, 0.0 if parameter.ndim < 2 or name == "mix" else 0.01].append(parameter)
    return torch.optim.AdamW(
        [{"params": p, "lr": rate, "weight_decay": decay} for (rate, decay), p in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--encoder", type=Path, required=True, help="folder with model.safetensors, vocab.txt"
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--init", type=Path, help="weights of an earlier stage")
    parser.add_argument("--plain", action="store_true", help="treebanks as they are")
    parser.add_argument("--part", type=float, default=1.0, help="share of the corpora read in an epoch")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on all learning rates")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    sets = corpora(options.data)
    trees = sets["ewt-train"] + sets["gum-train"]
    examples = [e for e in trees + sets["wikigold"] if len(e.words) <= LONGEST]
    labels = label_sets(trees)
    lists = name_lists(options.data)
    model = Reader(labels, options.encoder / "model.safetensors")
    if options.init:
        model.load_state_dict(torch.load(options.init)["weights"])
    batcher = Batcher(labels, options.encoder / "vocab.txt")
    steps = int(len(batches(examples, random.Random(0))) * options.part * options.epochs)
    adam = optimiser(model, options.rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min(1, (s + 1) / (WARM_UP * steps)) * max(LAST_RATE, 1 - s / steps)
    )
    options.out.mkdir(parents=True, exist_ok=True)
    model.train()
    for epoch in range(1, options.epochs + 1):
        pool = examples if options.part == 1 else dice.sample(examples, int(options.part * len(examples)))
        if not options.plain:
            pool = [substitute(e, lists, dice) if dice.random() < SHARE else e for e in pool]
            pool += own_sentences(lists, each=OWN_TIMES, dice=dice)
        print(f"epoch {epoch}", flush=True)
        run(model, batcher, batches(pool, dice), adam, schedule, dice)
        for name in ("model.pt", f"epoch{epoch}.pt"):
            torch.save({"weights": model.state_dict(), "labels": labels}, options.out / name)


def run(
    model: Reader,
    batcher: Batcher,
    work: list[list[Example]],
    adam: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    dice: random.Random,
) -> None:
    """One pass over the batches; prints loss and speed (words a second) every 50 steps."""
    began, words, total = time.time(), 0, 0.0
    for step, batch in enumerate(work, 1):
        value = loss(model, batcher, batch, dice)
        adam.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), LARGEST_GRADIENT)
        adam.step()
        schedule.step()
        words += sum(len(e.words) for e in batch)
        total += value.item()
        if step % 50 == 0:
            speed = words / (time.time() - began)
            print(f"step {step} of {len(work)} loss {total / step:.3f} {speed:.0f} words/s", flush=True)


if __name__ == "__main__":
    main()
