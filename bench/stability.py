"""The same bytes whatever the order, the batch, the process and the number of workers.

    python bench/stability.py [--documents N]

Reads gold/dev and some lines of the chronicle several ways and compares the printed JSON of every
document: forwards, backwards, each in a process that has read nothing before it, in pools of two and
three workers, and a second time in the same process. Also with other seeds of Python's hash function.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import corpus

OUT = ROOT / "bench" / "results" / "stability.json"


def line(row: dict) -> str:
    """What the reader prints for a document."""
    from goodoffices.pipeline import read_document
    from goodoffices.present.contract import reading_to_json

    return json.dumps(reading_to_json(read_document(corpus.document(row))), ensure_ascii=False)


def rows(count: int) -> list[dict]:
    chronicle = [row for row in corpus.gold("train") if row["id"].startswith("wct-")]
    return [*corpus.gold("dev"), *chronicle[:count]]


def digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def pooled(documents: list[dict], workers: int, batch: int) -> list[str]:
    with get_context("spawn").Pool(workers) as pool:
        return pool.map(line, documents, chunksize=batch)


def seeded(seed: int, count: int) -> str:
    """The digest in a new process with another hash seed."""
    command = [sys.executable, str(Path(__file__)), "--child", "--documents", str(count)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.split()[-1]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=60, help="lines of the chronicle besides gold/dev")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    documents = rows(options.documents)
    first = [line(row) for row in documents]
    if options.child:
        print(digest(first))
        return 0
    ways = {
        "forwards": first,
        "again": [line(row) for row in documents],
        "backwards": [line(row) for row in reversed(documents)][::-1],
        "2 workers, batches of 1": pooled(documents, 2, 1),
        "3 workers, batches of 7": pooled(documents, 3, 7),
    }
    digests = {name: digest(lines) for name, lines in ways.items()}
    digests |= {f"hash seed {seed}": seeded(seed, options.documents) for seed in (0, 1, 4242)}
    same = len(set(digests.values())) == 1
    for name, value in digests.items():
        print(f"{name:28} {value[:16]}")
    for name, lines in ways.items():
        differing = [row["id"] for row, a, b in zip(documents, first, lines, strict=True) if a != b]
        if differing:
            print(f"{name}: differs in {', '.join(differing[:10])}")
    print("same bytes" if same else "NOT the same bytes")
    figures = {"documents": len(documents), "ways": len(digests), "same": same}
    OUT.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return not same


if __name__ == "__main__":
    sys.exit(main())
