"""Lemmas: a table of exceptions, then the rule of the longest known suffix."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

LONGEST_SUFFIX = 5
KEEP_FORM = frozenset({"NUM", "PUNCT", "SYM", "X"})


def key(upos: str, feats: Mapping[str, str]) -> str:
    """The class of words that share their inflection: tag and the features that show in the ending."""
    if upos in {"VERB", "AUX"}:
        if feats.get("Tense") == "Past":
            return f"{upos}|Past"
        form = feats.get("VerbForm")
        if form == "Ger" or (form == "Part" and feats.get("Tense") == "Pres"):
            return f"{upos}|Ger"
        third = feats.get("Person") == "3" and feats.get("Number") == "Sing"
        return f"{upos}|3" if third else f"{upos}|"
    if upos in {"NOUN", "PROPN"}:
        return f"{upos}|{feats.get('Number', '')}"
    if upos in {"ADJ", "ADV"}:
        return f"{upos}|{feats.get('Degree', '')}"
    return upos


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, dict[str, str]], dict[str, dict[str, tuple[int, str, bool]]]]:
    data = (files("goodoffices.parse") / "weights" / "lemmas.json.gz").read_bytes()
    tables = json.loads(gzip.decompress(data))
    suffixes = {
        kind: {suffix: (cut, ending, keep) for suffix, (cut, ending, keep) in rules.items()}
        for kind, rules in tables["suffixes"].items()
    }
    return tables["exceptions"], suffixes


@lru_cache(maxsize=50_000)
def _lemma(form: str, upos: str, inflection: str) -> str:
    exceptions, suffixes = _tables()
    low = form.lower()
    known = exceptions.get(inflection, {}).get(form if upos == "PROPN" else low)
    if known is not None:
        return known
    if upos in KEEP_FORM:
        return form
    rules = suffixes.get(inflection, {})
    for length in range(min(LONGEST_SUFFIX, len(low)), -1, -1):
        rule = rules.get(low[len(low) - length :])
        if rule is not None:
            cut, ending, keeps_case = rule
            stem = form if keeps_case else low
            if cut <= len(stem) and (lemma := stem[: len(stem) - cut] + ending):
                return lemma
    return form if upos == "PROPN" else low


def lemma(form: str, upos: str, feats: Mapping[str, str]) -> str:
    """The dictionary form of a word; of names the form itself, in its own case."""
    return _lemma(form, upos, key(upos, feats))
