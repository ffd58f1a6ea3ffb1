"""Fit and measure the screen: is a report about a peace negotiation?

    python training/relevance.py           fit on the develop half of gold/train, report on documents not used
    python training/relevance.py --ship    the same, and write the weights to relevance_weights.json

Besides the annotated documents (GOODOFFICES_SHARED, default ../shared) it uses silver that is off-topic:

- lines of Wikipedia's Current events portal (CC BY-SA 4.0) without any word of bargaining, on armed conflict and on
  general news. (Lines from Sports, Business or Law that do bargain were tried and left out: they taught that
  "agreement" speaks against a negotiation; such documents are told by their own cue words.)
- articles of Wikinews 2019 (CC BY 2.5) without a word of peace talks; those of 2020 are held out and only scored.

Documents all of whose facts are optional are on the border and are left out. Needs scikit-learn; the program does not.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import math
import random
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench import corpus
from goodoffices.screen.cues import tokens
from goodoffices.screen.relevance import ARTICLE_LEAST, ARTICLE_WORDS, Weights, features, probability, scaled

OUT = ROOT / "src" / "goodoffices" / "vocabulary" / "relevance_weights.json"
INVERSE_PENALTY = 1.0
SILVER, SILVER_WEIGHT = {"war": 500, "general": 1500}, 0.3
ARTICLE_WEIGHT = 3.0
LEAST_DOCUMENTS = 4
"""Documents in which a word must stand to be used."""
SMALLEST = 0.12
"""Weights nearer to zero are left out of the file."""
RECALL = 0.99
"""Share of the on-topic documents, of those held out in cross-validation, that the threshold keeps."""

BARGAINING = re.compile(
    r"\b(talks|negotiat\w+|deal|agree\w*|accord|cease-?fire|truce|offer\w*|mediat\w+|peace|summit|propos\w+|treaty"
    r"|hostages?|prisoners?|releas\w+|sanction\w*|withdraw\w*)\b",
    re.IGNORECASE,
)

PEACE = re.compile(
    r"\b(cease-?fires?|truce|armistice|peace (talk|process|deal|accord|agreement|plan|treaty|negotiation|conference)\w*"
    r"|hostilit\w+|hostages?|prisoners? (swap|exchange)s?|negotiat\w+|mediat\w+|Taliban|denucleari\w+|nuclear deal)\b",
    re.IGNORECASE,
)
GENERAL = re.compile(r"(Sport|Business|Law|Art|Health|Science|Disaster|Politics)")


def label(row: dict) -> bool:
    return row.get("about_negotiation", True)


def border(row: dict) -> bool:
    return label(row) and bool(row["facts"]) and all(fact.get("optional") for fact in row["facts"])


def silver() -> list[str]:
    """Off-topic texts: lines without bargaining, none of them in an annotated set, and general articles of 2019."""
    known = {row["text"][:60] for name in ("dev", "wikipedia", "train") for row in corpus.gold(name)}
    path = corpus.shared() / "data" / "wikipedia_current_events" / "current_events_2002-2026.jsonl.gz"
    found: dict[str, list[str]] = {"war": [], "general": []}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for item in (item for line in lines for item in json.loads(line)["items"]):
            if BARGAINING.search(item["text"]) or item["text"][:60] in known:
                continue
            if item["section"].startswith("Armed conf"):
                found["war"].append(item["text"])
            elif GENERAL.match(item["section"]):
                found["general"].append(item["text"])
    pick = random.Random(0)
    return [text for kind, count in SILVER.items() for text in pick.sample(found[kind], count)] + general_articles(2019)


def general_articles(year: int) -> list[str]:
    """Articles of Wikinews without a word of peace talks."""
    path = corpus.shared() / "data" / "wikinews_2019_2020" / f"wikinews_{year}.csv.gz"
    csv.field_size_limit(10**9)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    return [text for text in texts if len(text) > 300 and not PEACE.search(text)]


def fit(rows: list[dict], extra: list[str]) -> Weights:
    """Logistic regression with quadratic penalty on the scaled features."""
    counts = [features(row["text"]) for row in rows] + [features(text) for text in extra]
    labels = [label(row) for row in rows] + [False] * len(extra)
    sizes = [1.0 if len(row["text"]) < 1200 else ARTICLE_WEIGHT for row in rows] + [SILVER_WEIGHT] * len(extra)
    documents = Counter(name for found in counts for name in found)
    used = {name for name, count in documents.items() if count >= LEAST_DOCUMENTS}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        [scaled(kept) if (kept := {n: v for n, v in found.items() if n in used}) else {} for found in counts]
    )
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=3000).fit(matrix, labels, sample_weight=sizes)
    words = dict(zip(vectorizer.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    telling = {name: round(value, 2) for name, value in sorted(words.items()) if abs(value) >= SMALLEST}
    return Weights(telling, round(float(model.intercept_[0]), 3), 0.0)


def chances(rows: list[dict], fitted: Weights) -> np.ndarray:
    return np.array(
        [
            probability({n: v for n, v in features(row["text"]).items() if n in fitted.words}, fitted)
            for row in rows
        ]
    )


def kept(rows: list[dict], fitted: Weights, least: float) -> np.ndarray:
    """Which rows the second look keeps: articles need a higher probability than lines."""
    floors = [ARTICLE_LEAST if len(words_of(row["text"])) >= ARTICLE_WORDS else least for row in rows]
    return chances(rows, fitted) >= np.array(floors)


def words_of(text: str) -> list[str]:
    return [token for token in tokens(text) if token[0].isalpha()]


def threshold(rows: list[dict], extra: list[str], folds: int = 5) -> float:
    """The probability that keeps `RECALL` of the on-topic documents held out in cross-validation."""
    order = random.Random(1).sample(range(len(rows)), len(rows))
    found: list[float] = []
    for fold in range(folds):
        out = [rows[i] for i in order[fold::folds]]
        held = {id(row) for row in out}
        fitted = fit([row for row in rows if id(row) not in held], extra)
        found += [chance for chance, row in zip(chances(out, fitted), out, strict=True) if label(row)]
    return math.floor(1000 * sorted(found)[int((1 - RECALL) * len(found))]) / 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ship", action="store_true")
    options = parser.parse_args()
    extra = silver()
    develop = [row for row in corpus.gold("develop") if not border(row)]
    fitted = fit(develop, extra)
    least = threshold(develop, extra)
    print(f"{len(fitted.words)} weights; least probability {least}, of articles {ARTICLE_LEAST}")
    for name in ("watched", "dev", "wikipedia"):
        rows = [row for row in corpus.gold(name) if not border(row)]
        found, truth = kept(rows, fitted, least), np.array([label(row) for row in rows])
        print(f"{name:10} kept on-topic {np.mean(found[truth]):.3f} of {truth.sum()}, "
              f"dropped off-topic {1 - np.mean(found[~truth]):.3f} of {(~truth).sum()}")
    general = [{"text": text} for text in general_articles(2020)]
    print(f"general articles, held out: dropped {1 - np.mean(kept(general, fitted, least)):.3f} of {len(general)}")
    if options.ship:
        stored = {"intercept": fitted.intercept, "least": least, "words": fitted.words}
        OUT.write_text(json.dumps(stored, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
        print(f"written {OUT.name}, {OUT.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
