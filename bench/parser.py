"""The parser on treebanks and name corpora that it was not trained on.

    python -m bench.parser

Gold words: UPOS, UAS, LAS, LAS without punctuation, F1 of names (PER, ORG, LOC). Raw text: F1 of words and
sentences (a document's paragraphs on lines of their own, as the treebank marks them).
Writes bench/results/parser.json.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import groupby
from pathlib import Path

from bench.corpus import shared
from goodoffices.parse.lemma import lemma
from goodoffices.parse.network import network
from goodoffices.parse.repair import REPAIRS, Draft
from goodoffices.parse.sentences import sentences

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
from treebanks import Example, corpora, spans

RESULTS = Path(__file__).parent / "results" / "parser.json"
SETS = ("ewt-dev", "ewt-test", "gum-test", "pud")
CHUNK = 60


def gold_words(examples: list[Example]) -> dict[str, float]:
    """Scores on gold words and sentences, the repairs of the parser included."""
    tally: Counter = Counter()
    for at in range(0, len(examples), CHUNK):
        part = examples[at : at + CHUNK]
        for example, tagged in zip(part, network().read([e.words for e in part]), strict=True):
            lemmas = [lemma(*t) for t in zip(example.words, tagged.upos, tagged.feats, strict=True)]
            heads, relations = list(tagged.heads), list(tagged.relations)
            draft = Draft(example.words, tagged.upos, lemmas, heads, relations, tagged.names)
            for repair in REPAIRS:
                repair(draft)
            _tree(example, tagged.upos, draft, tally)
            if example.names is not None:
                wanted, found = set(spans(example.names)), set(spans(tuple(tagged.names)))
                tally.update(names_right=len(wanted & found), names_gold=len(wanted), names_found=len(found))
    percent = {
        "UPOS": 100 * tally["upos"] / tally["words"],
        "UAS": 100 * tally["uas"] / tally["words"],
        "LAS": 100 * tally["las"] / tally["words"],
        "LAS without punctuation": 100 * tally["las_np"] / tally["words_np"],
        "names F1": 200 * tally["names_right"] / (tally["names_gold"] + tally["names_found"]),
    }
    return {k: round(v, 2) for k, v in percent.items()}


def _tree(example: Example, upos: list[str], draft: Draft, tally: Counter) -> None:
    for i, word in enumerate(example.rows):
        right_head = draft.heads[i] == example.heads[i]
        right = right_head and draft.relations[i] == example.relations[i]
        inner = word[3] != "PUNCT"
        tally.update(
            words=1,
            upos=upos[i] == example.upos[i],
            uas=right_head,
            las=right,
            words_np=inner,
            las_np=inner and right,
        )


def raw_text(examples: list[Example]) -> dict[str, float]:
    """F1 of word and sentence spans on running text."""
    tally: Counter = Counter()
    for _, group in groupby(examples, key=lambda e: e.document or e.id):
        text, words, ends = "", set(), set()
        for example in group:
            if example.opens_paragraph and text:
                text = text.rstrip() + "\n"
            start = len(text)
            for form, space in zip(example.words, example.spaces, strict=True):
                words.add((len(text), len(text) + len(form)))
                text += form + " " * space
            text = text.rstrip()
            ends.add((start, len(text)))
            text += " "
        split = list(sentences(text))
        found_words = {(t.start, t.end) for s in split for t in s}
        found_ends = {(s[0].start, s[-1].end) for s in split}
        tally.update(w=len(words & found_words), wg=len(words), wf=len(found_words))
        tally.update(s=len(ends & found_ends), sg=len(ends), sf=len(found_ends))
    return {
        "word F1": round(200 * tally["w"] / (tally["wg"] + tally["wf"]), 2),
        "sentence F1": round(200 * tally["s"] / (tally["sg"] + tally["sf"]), 2),
    }


def main() -> int:
    sets = corpora(shared() / "data")
    figures = {name: {**gold_words(sets[name]), **raw_text(sets[name])} for name in SETS}
    columns = list(figures["pud"])
    print(f"{'':10}" + "".join(f"{c:>25}" for c in columns))
    for name, row in figures.items():
        print(f"{name:10}" + "".join(f"{row[c]:25.2f}" for c in columns))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
