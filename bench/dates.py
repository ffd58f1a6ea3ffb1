"""How well dates, durations and counts are read: on WikiWars, and on the facts of the annotated documents.

    python -m bench.dates [--set develop] [--misses] [--wikiwars-only | --gold-only]

WikiWars (Mazur and Dale 2010) holds 22 narratives of wars with TIMEX2 annotations. Printed are span F1
(strict and relaxed) and F1 of relaxed spans with equal value, over all expressions and over those that name
a day, month, season or year ("calendar"), for this reader and for HeidelTime's stored output.
On annotated documents each fact's `when` is looked for among the time mentions of the sentences quoted.
Results go to bench/results/dates.json.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.corpus import document, gold, parsed, shared
from goodoffices.model.document import Document
from goodoffices.model.mentions import Mention
from goodoffices.model.words import Sentence
from goodoffices.resolve.terms import find_terms
from goodoffices.resolve.times import find_times
from goodoffices.resolve.times.expression import Expression
from goodoffices.resolve.times.find import expressions

RESULTS = Path(__file__).parent / "results" / "dates.json"
_TAG = re.compile(r"<TIMEX2(?P<attributes>[^>]*)>|</TIMEX2>")
_VALUE = re.compile(r'\bval="([^"]*)"', re.IGNORECASE)
_CALENDAR = re.compile(r"(?:BC)?\d")


@dataclass(frozen=True, slots=True)
class Span:
    """A time expression with its TIMEX2 value."""

    start: int
    end: int
    value: str


# ---------------------------------------------------------------- WikiWars


def wikiwars() -> list[tuple[str, str, list[Span], list[Span]]]:
    """(id, text, gold, HeidelTime's output) of each narrative."""
    root = shared() / "data" / "wikiwars"
    heideltime = {
        row["id"]: [Span(t["start"], t["end"], t["value"]) for t in row["heideltime"]]
        for row in json.loads((root / "heideltime_output.json").read_text("utf-8"))
    }
    found = []
    for path in sorted((root / "keyinline").iterdir()):
        name = path.name.partition(".")[0]
        body = re.search(r"<TEXT>\n?(.*?)</TEXT>", path.read_text("utf-8"), re.DOTALL)
        if body:
            found.append((name, *_untag(body[1]), heideltime.get(name, [])))
    return found


def _untag(markup: str) -> tuple[str, list[Span]]:
    text, at = "", 0
    spans: list[Span] = []
    open_tags: list[tuple[int, str]] = []
    for m in _TAG.finditer(markup):
        text += markup[at : m.start()]
        at = m.end()
        if m["attributes"] is None:
            start, value = open_tags.pop()
            spans.append(Span(start, len(text), value))
        else:
            told = _VALUE.search(m["attributes"])
            open_tags.append((len(text), told[1] if told else ""))
    return text + markup[at:], sorted(spans, key=lambda s: (s.start, s.end))


def timex_value(e: Expression, text: str) -> str:
    """The TIMEX2 value of what was read: the whole month or year of an early or late part."""
    stretch = e.reading.stretch
    if stretch is None:
        return ""
    edtf = stretch.whole or stretch.edtf
    if edtf.startswith("-"):
        return f"BC{int(edtf[1:5]) + 1:04d}"
    season = re.fullmatch(r"(\d{4})-2([1-4])", edtf)
    if season:
        return f"{season[1]}-{('SP', 'SU', 'FA', 'WI')[int(season[2]) - 1]}"
    return edtf.rstrip("X") if "X" in edtf else edtf


_PARTS = (("morning", "TMO"), ("afternoon", "TAF"), ("evening", "TEV"), ("night", "TNI"))
_ENDS = re.compile(r"(?:from|between)?\s*(?P<first>.+?)\s*(?:[-–—]|\bto\b|\band\b|\buntil\b)\s*(?P<last>.+)")


def timex_spans(e: Expression, text: str) -> list[Span]:
    """The expression as TIMEX2 tells it: the two ends of a range singly, the part of a day with its date."""
    wording, value = text[e.start : e.end], timex_value(e, text)
    ends = _ENDS.fullmatch(wording) if "/" in value else None
    if ends is not None:
        first, _, last = value.partition("/")
        return [
            Span(e.start + ends.start("first"), e.start + ends.end("first"), first),
            Span(e.start + ends.start("last"), e.start + ends.end("last"), last),
        ]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        value += next((code for word, code in _PARTS if word in wording.lower()), "")
    return [Span(e.start, e.end, value)]


def agreement(key: list[Span], found: list[Span]) -> Counter[str]:
    """Counts of expressions, strict and relaxed hits, and relaxed and strict hits with equal value."""
    tally = Counter(gold=len(key), found=len(found))
    free = list(key)
    for one in found:
        exact = [k for k in free if (k.start, k.end) == (one.start, one.end)]
        touching = exact or [k for k in free if k.start < one.end and one.start < k.end]
        if not touching:
            continue
        hit = min(touching, key=lambda k: (k.value != one.value, abs(k.start - one.start) + abs(k.end - one.end)))
        free.remove(hit)
        tally["relaxed"] += 1
        tally["strict"] += bool(exact)
        tally["value"] += hit.value == one.value
        tally["strict_value"] += bool(exact) and hit.value == one.value
    return tally


def f1(tally: Counter[str], hits: str) -> dict[str, float]:
    """Precision, recall and F1 of one kind of hit."""
    precision = tally[hits] / tally["found"] if tally["found"] else 0.0
    recall = tally[hits] / tally["gold"] if tally["gold"] else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(both, 3)}


def score_wikiwars(*, misses: bool) -> dict[str, dict[str, dict[str, float]]]:
    """Figures of this reader and of HeidelTime, over all expressions and over calendar ones."""
    from datetime import date

    tallies: dict[str, Counter[str]] = {}
    for name, text, key, theirs in wikiwars():
        doc = Document(name, text, date(2009, 12, 19))
        read = expressions(doc, parsed(text))
        ours = [span for e in read if e.rule != "clock" for span in timex_spans(e, text)]
        calendar = [k for k in key if _CALENDAR.match(k.value)]
        for system, spans in (("goodoffices", ours), ("heideltime", theirs)):
            tallies.setdefault(f"{system}, all", Counter()).update(agreement(key, spans))
            dated = [s for s in spans if _CALENDAR.match(s.value) or not s.value]
            tallies.setdefault(f"{system}, calendar", Counter()).update(agreement(calendar, dated))
        if misses:
            _print_misses(name, text, calendar, ours)
    return {
        system: {hits: f1(t, hits) for hits in ("strict", "relaxed", "strict_value", "value")}
        for system, t in sorted(tallies.items())
    }


def _print_misses(name: str, text: str, key: list[Span], ours: list[Span]) -> None:
    for k in key:
        near = [o for o in ours if o.start < k.end and k.start < o.end]
        if not any(o.value == k.value for o in near):
            context = " ".join(text[max(0, k.start - 50) : k.end + 30].split())
            read = [(text[o.start : o.end], o.value) for o in near]
            print(name, k.value, repr(text[k.start : k.end]), read, context, sep="\t")
    for o in ours:
        if not any(o.start < k.end and k.start < o.end for k in key):
            context = " ".join(text[max(0, o.start - 50) : o.end + 30].split())
            print(name, "spurious", repr(text[o.start : o.end]), o.value, context, sep="\t")


# ---------------------------------------------------------------- facts of the annotated documents


def scorer() -> ModuleType:
    """The scoring rules of the contract, tools/score.py of the shared folder."""
    path = shared() / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def quoted(row: dict[str, Any], fact: dict[str, Any], sentences: tuple[Sentence, ...]) -> set[int]:
    """Numbers of the sentences that a fact's quotations touch."""
    quotes = fact["quote"] if isinstance(fact["quote"], list) else [fact["quote"]]
    spans = [(at, at + len(q)) for q in quotes if (at := row["text"].find(q)) >= 0]
    return {s.index for s in sentences if any(s.start < b and s.end > a for a, b in spans)}


def score_gold(name: str, *, misses: bool) -> dict[str, float | int]:
    """Share of facts whose time, duration, count … is among the mentions of the sentences quoted."""
    rules = scorer()
    tally: Counter[str] = Counter()
    for row in gold(name):
        doc, sentences = document(row), parsed(row["text"])
        times = find_times(doc, sentences)
        terms = find_terms(doc, sentences, times)
        for fact in row["facts"]:
            near = quoted(row, fact, sentences)
            _score_time(rules, tally, row, fact, [m for m in times if m.sentence in near], misses=misses)
            _score_terms(rules, tally, row, fact, [m for m in terms if m.sentence in near], misses=misses)
    figures: dict[str, float | int] = {}
    for slot in sorted(key[:-5] for key in tally if key.endswith(" gold")):
        figures[slot] = round(tally[f"{slot} right"] / tally[f"{slot} gold"], 3)
        figures[f"{slot}, gold"] = tally[f"{slot} gold"]
    figures["when resolved in sentence but wrong"] = tally["when wrong"]
    figures["count mentions beside facts with a count"], figures["of them right"] = (
        tally["counts near"],
        tally["counts near right"],
    )
    figures["count mentions beside facts without"] = tally["counts stray"]
    figures["duration mentions beside facts without"] = tally["durations stray"]
    return figures


def _score_time(
    rules: ModuleType,
    tally: Counter[str],
    row: dict[str, Any],
    fact: dict[str, Any],
    near: list[Mention],
    *,
    misses: bool,
) -> None:
    if not fact.get("when"):
        return
    resolved = [m for m in near if m.when]
    hit = any(
        rules.same_time(fact["when"], {"start": m.when.start, "end": m.when.end, "edtf": m.when.edtf})
        for m in resolved
        if m.when
    )
    tally["when gold"] += 1
    tally["when right"] += hit
    if near:
        tally["when beside a mention gold"] += 1
        tally["when beside a mention right"] += hit
    tally["when wrong"] += bool(resolved) and not hit
    if misses and near and not hit:
        print(
            row["id"],
            row["published"],
            fact["when"],
            [(m.when.text, m.when.edtf, m.how) if m.when else (m.first, m.how) for m in near],
            "|",
            fact["quote"],
            sep="\t",
        )


def _score_terms(
    rules: ModuleType,
    tally: Counter[str],
    row: dict[str, Any],
    fact: dict[str, Any],
    near: list[Mention],
    *,
    misses: bool,
) -> None:
    values = [m.term for m in near if m.term]
    slots = rules.term_slots(fact)
    for slot, value in slots:
        found = [getattr(t, slot) for t in values]
        hit = any(
            rules.same_range(value, list(f)) if isinstance(value, list) else rules.same_word(value, f)
            for f in found
            if f is not None
        )
        tally[f"{slot} gold"] += 1
        tally[f"{slot} right"] += hit
        if misses and not hit:
            print(row["id"], slot, value, [f for f in found if f is not None], "|", fact["quote"], sep="\t")
    if fact["kind"] in {"exchange", "agreement", "proposal", "response"}:
        wanted = [v for s, v in slots if s == "count"]
        counted = [t.count for t in values if t.count]
        if wanted:
            tally["counts near"] += len(counted)
            tally["counts near right"] += sum(any(rules.same_range(v, list(c)) for v in wanted) for c in counted)
        else:
            tally["counts stray"] += len(counted)
            if misses and counted:
                print(row["id"], "STRAY count", fact["kind"], counted, "|", fact["quote"], sep="\t")
    if not any(s == "duration_days" for s, _ in slots):
        stray = [t.duration_days for t in values if t.duration_days]
        tally["durations stray"] += len(stray)
        if misses and stray:
            print(row["id"], "STRAY duration", fact["kind"], stray, "|", fact["quote"], sep="\t")


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark, print and keep its figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--set",
        action="append",
        default=None,
        help="gold set: develop, dev, wikipedia, watched (default: develop and dev)",
    )
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    parser.add_argument("--gold-only", action="store_true")
    parser.add_argument("--wikiwars-only", action="store_true")
    options = parser.parse_args(arguments)
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    if not options.gold_only:
        results["wikiwars"] = score_wikiwars(misses=options.misses)
        for system, figures in results["wikiwars"].items():
            print(f"{system:<24}" + "  ".join(f"{hits} F1 {figures[hits]['f1']:.3f}" for hits in figures))
    if not options.wikiwars_only:
        for name in options.set or ["develop", "dev"]:
            results[name] = score_gold(name, misses=options.misses)
            print(name, json.dumps(results[name], indent=1))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
