"""Slot and fact F1 of the reader on annotated documents.

    python -m bench.score seed|dev|wikipedia|develop|watched|train … [--kind K] [--misses] [--show ID] [--json OUT]

Reads every document of the sets through the pipeline (parses are kept in bench/cache) and compares the
facts with the annotated ones by the rules of the scorer in the shared folder's tools/score.py.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

from bench import corpus
from goodoffices import pipeline
from goodoffices.present.contract import reading_to_json

pipeline.parse = corpus.parsed  # the parse of a text never changes between two runs of one reader


def scorer():
    """The shared folder's scorer as a module."""
    path = corpus.shared() / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(row: dict) -> dict:
    """What the reader says of a gold row's text, as the contract prints it."""
    return reading_to_json(pipeline.read_document(corpus.document(row)))


def predictions(rows: list[dict], workers: int) -> list[dict]:
    """Predictions for gold rows, in order."""
    if workers < 2:
        return [predict(row) for row in rows]
    with Pool(workers) as pool:
        return pool.map(predict, rows, chunksize=8)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--kind", help="keep only this kind on both sides")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--show")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args(argv)
    figures = {}
    for name in options.sets:
        rows = corpus.gold(name)
        found = predictions(rows, options.workers)
        if options.kind:
            rows = [{**r, "facts": [f for f in r["facts"] if f["kind"] == options.kind]} for r in rows]
            found = [{**r, "facts": [f for f in r["facts"] if f["kind"] == options.kind]} for r in found]
        print(f"== {name}")
        figures[name] = run_scorer(rows, found, misses=options.misses, show=options.show)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    return 0


def run_scorer(rows: list[dict], found: list[dict], *, misses: bool = False, show: str | None = None) -> dict:
    """Print the scorer's table and give its figures by kind."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted, out = (Path(folder) / n for n in ("gold.jsonl", "predicted.jsonl", "figures.json"))
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows))
        predicted.write_text("".join(json.dumps(row) + "\n" for row in found))
        command = [sys.executable, str(corpus.shared() / "tools" / "score.py"), str(gold), str(predicted), "--json", str(out)]
        command += ["--misses"] * misses + (["--show", show] if show else [])
        subprocess.run(command, check=False, env={**os.environ})
        return json.loads(out.read_text())


if __name__ == "__main__":
    sys.exit(main())
