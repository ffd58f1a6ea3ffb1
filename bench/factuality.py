"""Factuality against UDS-IH2: Pearson r, mean absolute error and share of right signs.

    python -m bench.factuality [train|dev|test] [--means] [--errors N]
    python -m bench.factuality --gold dev develop …

Every annotated predicate of the split is read by `extract.factuality` over the trees of UD English EWT and its reading put on the scale of the annotation, about −3 … 3.
`SCALE` holds the mean value of each reading on the train split; test is only scored.

With `--gold` the reading is measured on annotated reports instead: of each fact whose quotation holds an event noun
or verb of its kind's word list, the status that follows from the reading of the first of them is compared with the
annotated status. That is less than the reader knows (rules of a kind may settle the status), so it is a floor.

UDS-IH2 is web text (blogs, mail, reviews), not news: White et al. 2016, Rudinger et al. 2018; CC BY-SA 4.0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bench import corpus
from goodoffices.extract.factuality.reality import read
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import lexicon
from goodoffices.extract.realise.status import status_of
from goodoffices.model.document import Document
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import Annotated, WordRef
from goodoffices.model.words import ROOT, Sentence, Word
from goodoffices.resolve.annotate import annotate

SCALE = {
    "done": 0.9, "ongoing": 0.9, "planned": -0.45, "possible": -0.3, "proposed": -0.65, "hoped": -0.5, "conditional": -0.2,
    "negated": -0.2, "failed": -0.4, "denied": -0.1, "cancelled": -0.5, "postponed": -0.5,
}
"""Value by reading: the mean of the annotation on the train split, rounded (see --means)."""

PUBLISHED = "published, not re-run here: Rudinger et al. 2018 (stacked biLSTM, trained on the train split) r about 0.75-0.77, MAE about 0.96"


def sentences(path: Path) -> Iterator[tuple[str, Sentence]]:
    """The trees of a CoNLL-U file with their sent_id; offsets are those of the sentence's text."""
    opener = gzip.open if path.suffix == ".gz" else open
    name, text, rows = "", "", []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# sent_id = "):
                name = line.removeprefix("# sent_id = ")
            elif line.startswith("# text = "):
                text = line.removeprefix("# text = ")
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                yield name, tree(text, rows)
                rows = []


def tree(text: str, rows: list[list[str]]) -> Sentence:
    """A sentence from the rows of CoNLL-U; words of a multi-word token share what they can of its offsets."""
    words, at = [], 0
    for row in rows:
        if not row[0].isdigit():
            continue
        start = text.find(row[1], at)
        start = at if start < 0 else start
        end = min(start + len(row[1]), len(text))
        at = end
        feats = dict(f.split("=", 1) for f in row[5].split("|")) if row[5] != "_" else {}
        head = int(row[6]) - 1 if row[6] != "0" else ROOT
        words.append(Word(len(words), start, end, text[start:end] or row[1], row[2], row[3], feats, head, row[7]))
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != ROOT:
            children[word.head].append(word.index)
    return Sentence(0, 0, len(text), tuple(words), (), tuple(tuple(c) for c in children))


def single(text: str, sentence: Sentence) -> Annotated:
    """A document of one sentence without mentions."""
    return Annotated(Document("uds", text), (sentence,), ())


def cases(split: str) -> Iterator[tuple[str, Sentence, int, float]]:
    """Sentence id, tree, word number and annotated value of each predicate of a split."""
    folder = corpus.shared() / "data"
    with gzip.open(folder / "uds_factuality" / "factuality.normalized.json.gz", "rt") as f:
        values = json.load(f)["data"]
    with gzip.open(folder / "uds_factuality" / "ud_ids.json.gz", "rt") as f:
        ids = json.load(f)
    path = next((folder / "ud_english_ewt").glob(f"en_ewt-ud-{split}*"))
    trees = dict(sentences(path))
    for node, predicates in values.items():
        if not node.startswith(f"ewt-{split}-"):
            continue
        sentence = trees.get(ids[node]["sentence_id"])
        for predicate, entry in predicates.items():
            index = int(predicate.rsplit("-", 1)[1]) - 1
            if sentence is not None and index < len(sentence.words):
                yield predicate, sentence, index, entry["factuality"]["factual"]["value"]


GOLD_KINDS = (Kind.MEETING, Kind.AGREEMENT, Kind.EXCHANGE, Kind.PROCESS_CHANGE)


def status_agreement(names: list[str]) -> dict[str, dict[str, int]]:
    """For each kind how many annotated facts have the status that the reading of their event word gives."""
    found: dict[str, dict[str, int]] = {kind.value: {"facts": 0, "read": 0, "right": 0} for kind in GOLD_KINDS}
    for row in (row for name in names for row in corpus.gold(name)):
        document = corpus.document(row)
        clauses = Clauses(annotate(document, corpus.parsed(document.text)))
        for fact in row["facts"]:
            if fact["kind"] not in found:
                continue
            counts = found[fact["kind"]]
            counts["facts"] += 1
            word = event_word(clauses, fact)
            if word is not None:
                status = status_of(Kind(fact["kind"]), read(clauses, word).reading)
                counts["read"] += 1
                counts["right"] += status in fact["status"].split("|")
    return found


def event_word(clauses: Clauses, fact: dict) -> WordRef | None:
    """The first noun, else verb, of the quotation that stands in the word list of the fact's kind."""
    terms = {(term, pos) for (_, pos), words in lexicon(fact["kind"]).senses.items() for term in words}
    start = clauses.annotated.document.text.find(fact["quote"])
    end = start + len(fact["quote"])
    inside = [r for r in clauses.refs() if start <= clauses.word(r).start and clauses.word(r).end <= end]
    known = [r for r in inside if (clauses.lemma(r), clauses.word(r).upos) in terms]
    return next((r for r in known if clauses.word(r).upos == "NOUN"), known[0] if known else None)


def pearson(xs: list[float], ys: list[float]) -> float:
    """Pearson's correlation coefficient."""
    return statistics.correlation(xs, ys)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("split", nargs="?", default="test", choices=["train", "dev", "test"])
    parser.add_argument("--means", action="store_true", help="mean annotated value of each reading")
    parser.add_argument("--errors", type=int, default=0, help="print that many of the worst cases")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--gold", nargs="+", help="measure the status of annotated facts in these sets instead")
    options = parser.parse_args(argv)
    if options.gold:
        for kind, counts in status_agreement(options.gold).items():
            print(f"{kind:15} facts {counts['facts']:4}  read {counts['read']:4}  right {counts['right']:4}  "
                  f"= {counts['right'] / max(counts['read'], 1):.3f}")
        return 0
    gold, ours, worst = [], [], []
    by_reading: dict[str, list[float]] = defaultdict(list)
    cues: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for name, sentence, index, value in cases(options.split):
        text = " ".join(word.form for word in sentence.words)
        verdict = read(Clauses(single(text, sentence)), WordRef(0, index))
        by_reading[verdict.reading].append(value)
        cues[verdict.reading, verdict.cues] += 1
        gold.append(value)
        ours.append(SCALE[verdict.reading])
        worst.append((abs(value - ours[-1]), value, verdict, sentence.words[index].form, text, name))
    figures = {
        "split": options.split, "predicates": len(gold), "pearson_r": round(pearson(gold, ours), 3),
        "mae": round(statistics.fmean(abs(a - b) for a, b in zip(gold, ours, strict=True)), 3),
        "sign": round(statistics.fmean((a > 0) == (b > 0) for a, b in zip(gold, ours, strict=True)), 3),
        "sign_majority": round(max(statistics.fmean(a > 0 for a in gold), statistics.fmean(a <= 0 for a in gold)), 3),
    }
    print(json.dumps(figures))
    print(PUBLISHED)
    if options.means:
        for reading, values in sorted(by_reading.items(), key=lambda item: -len(item[1])):
            print(f"{reading:12} {len(values):5} {statistics.fmean(values):6.2f}")
    for _, value, verdict, form, text, name in sorted(worst, key=lambda row: -row[0])[: options.errors]:
        print(f"{value:5.2f} {verdict.reading:9} {'/'.join(verdict.cues):18} {form:12} {text[:170]}  [{name}]")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
