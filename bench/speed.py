"""How fast and how large: the parser alone against reading whole, the first fact, memory, growth.

    python bench/speed.py [--quick] [--profile]

Everything runs on one core (the process is pinned to it) and in one run, so that the ratio of reading to
parsing does not depend on the machine. Documents: gold/dev for rates, the annotated lines of the
chronicle for growth (GOODOFFICES_SHARED, default ../shared). No parse is taken from a cache.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import platform
import pstats
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import corpus
from goodoffices.model.document import Document

OUT = ROOT / "bench" / "results" / "speed.json"
PASSES = 3
SIZES = (10, 100, 1000)
LIMITS = {"ratio": 1.6, "first_fact_seconds": 1.5, "peak_megabytes": 500.0, "growth": 1.25}
"""What must hold. `growth`: seconds a document in the largest run against the run of a hundred."""

COMMAND = "import sys; from goodoffices.present.cli import main; sys.exit(main())"


def pin() -> None:
    """One core, one thread."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def timed(job: Callable[[Document], object], documents: list[Document]) -> float:
    """Processor seconds of a job over documents (the machine may have other work)."""
    start = time.process_time()
    for document in documents:
        job(document)
    return time.process_time() - start


def rates(documents: list[Document]) -> dict:
    """Parser alone and reading whole, turn by turn; the least of some passes of each."""
    from goodoffices.parse import parse
    from goodoffices.pipeline import read_document

    words = sum(len(sentence.words) for document in documents for sentence in parse(document.text))
    read_document(documents[0])
    parsing, reading = [], []
    for _ in range(PASSES):
        parsing.append(timed(lambda document: parse(document.text), documents))
        reading.append(timed(read_document, documents))
    return {
        "documents": len(documents),
        "words": words,
        "parse_seconds": round(min(parsing), 3),
        "read_seconds": round(min(reading), 3),
        "ratio": round(min(reading) / min(parsing), 3),
        "documents_per_second": round(len(documents) / min(reading), 2),
        "words_per_second": round(words / min(reading)),
    }


def first_fact(document: Document) -> dict:
    """Seconds of the whole process `goodoffices read --json FILE`, from start to the end of its output.

    The limit is held against processor seconds, which are those of the clock on a machine without other work.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(document.text, "utf-8")
        command = [sys.executable, "-c", COMMAND, "read", "--json", str(path)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
        seconds, processor = [], []
        for _ in range(5):
            start, used = time.perf_counter(), _children()
            done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
            seconds.append(time.perf_counter() - start)
            processor.append(_children() - used)
            if done.returncode:
                return {"error": done.stderr.strip().splitlines()[-1:]}
    facts = len(json.loads(done.stdout.splitlines()[0])["facts"]) if done.stdout else 0
    best, median = round(min(seconds), 3), round(statistics.median(seconds), 3)
    least = round(min(processor), 3)
    figures = {"words": len(document.text.split()), "facts": facts, "processor_seconds": least}
    return {**figures, "best_seconds": best, "median_seconds": median}


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def growth() -> list[dict]:
    """Time and peak memory of reading 10, 100 and 1,000 documents, each in a process of its own."""
    rows = []
    for size in SIZES:
        command = [sys.executable, str(Path(__file__)), "--child", str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append(json.loads(done.stdout.splitlines()[-1]))
    return rows


def child(size: int) -> None:
    """Read so many documents of the chronicle and print what it took; articles first, for the memory."""
    from goodoffices.pipeline import read_document

    articles = [corpus.document(row) for row in corpus.gold("dev")]
    read_document(articles[0])
    lines = [corpus.document(row) for row in corpus.gold("train") if row["id"].startswith("wct-")]
    seconds = timed(read_document, lines[:size])
    for document in articles if size == SIZES[0] else ():
        read_document(document)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {"documents": len(lines[:size]), "seconds": round(seconds, 3), "peak_megabytes": round(peak)}
    print(json.dumps({**figures, "milliseconds_per_document": round(1000 * seconds / size, 2)}))


def profile(documents: list[Document]) -> None:
    """Where reading spends its time outside the parser."""
    from goodoffices.pipeline import read_document

    read_document(documents[0])
    watch = cProfile.Profile()
    watch.enable()
    for document in documents:
        read_document(document)
    watch.disable()
    for order in ("cumulative", "tottime"):
        pstats.Stats(watch).sort_stats(order).print_stats(45)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="rates and first fact only")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    pin()
    if options.child:
        child(options.child)
        return 0
    documents = [corpus.document(row) for row in corpus.gold("dev")]
    if options.profile:
        profile(documents)
        return 0
    longest = max(documents, key=lambda document: len(document.text))
    figures: dict = {"rates": rates(documents), "first_fact": first_fact(longest)}
    if not options.quick:
        figures["growth"] = growth()
    python = platform.python_version()
    figures["machine"] = {"processor": platform.machine(), "python": python, "cores_used": 1}
    figures["limits"] = LIMITS
    broken = breaches(figures)
    print(json.dumps(figures, indent=1))
    print("broken limits:", ", ".join(broken) or "none")
    if not options.quick:
        OUT.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return bool(broken)


def breaches(figures: dict) -> list[str]:
    """The names of the limits that do not hold."""
    measured = {
        "ratio": figures["rates"]["ratio"],
        "first_fact_seconds": figures["first_fact"].get("processor_seconds", float("inf")),
    }
    if "growth" in figures:
        by_size = {row["documents"]: row["milliseconds_per_document"] for row in figures["growth"]}
        measured["peak_megabytes"] = max(row["peak_megabytes"] for row in figures["growth"])
        measured["growth"] = by_size[SIZES[-1]] / by_size[SIZES[-2]]
    return [name for name, value in measured.items() if value > LIMITS[name]]


if __name__ == "__main__":
    sys.exit(main())
