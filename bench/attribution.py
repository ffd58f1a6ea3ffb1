"""Attribution: how often the chain of sources of an annotated fact holds the annotated source.

    python -m bench.attribution dev|develop|watched|wikipedia … [--misses]

For every annotated fact with an attribution, the words of its quotation are looked up in the text; the fact counts
as found for a source where the chain of most of the quotation's verbs and nouns, or of its first verb, names that
source (by the scorer's comparison of names). Also told: the share of facts without attribution whose words have
an unnamed or named chain all the same (the annotation leaves out what is not accountable, so this is no error rate).
"""

from __future__ import annotations

import argparse
import sys

from bench import corpus
from bench.score import scorer
from goodoffices.extract.attribution import find_speech, sources_of
from goodoffices.model.mentions import Annotated, WordRef
from goodoffices.present.contract import _source as source_to_json
from goodoffices.resolve import annotate


def words_of_quote(annotated: Annotated, quote: str) -> list[WordRef]:
    """The content words (verbs, nouns, adjectives, names) of a quotation found in the text."""
    start = annotated.document.text.find(quote)
    if start < 0:
        return []
    return [
        WordRef(s.index, w.index)
        for s in annotated.sentences
        for w in s.words
        if start <= w.start and w.end <= start + len(quote) and w.upos in {"VERB", "NOUN", "ADJ", "PROPN"}
    ]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args(argv)
    score = scorer()
    for name in options.sets:
        found = total = silent = chained = 0
        for row in corpus.gold(name):
            document = corpus.document(row)
            annotated = annotate(document, corpus.parsed(document.text))
            speech = find_speech(annotated)
            for fact in row["facts"]:
                words = words_of_quote(annotated, fact["quote"])
                chains = [source_to_json(s) for w in words for s in sources_of(annotated, speech, w)]
                if not fact.get("attribution"):
                    silent, chained = silent + 1, chained + bool(chains)
                    continue
                for source in fact["attribution"]:
                    total += 1
                    hit = any(score.actor_keys(source) & score.attribution_keys(c) for c in chains)
                    found += hit
                    if options.misses and not hit:
                        print(f"  {row['id']}: {source} | {fact['quote'][:150]} | {sorted({c['label'] for c in chains})}")
        print(f"{name}: sources found {found} of {total} = {found / max(total, 1):.3f}; "
              f"facts without attribution {silent}, with a chain all the same {chained}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
