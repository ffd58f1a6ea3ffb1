"""Build the lemma tables (exceptions and suffix rules) from treebanks.

python training/lemmas.py OUT.json.gz TREEBANK.conllu[.gz] …
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from goodoffices.parse.lemma import LONGEST_SUFFIX, key

UNINFLECTED = ("VERB|", "NOUN|Sing", "ADJ|Pos", "ADJ|", "NOUN|")
"""Classes of words that stand in their dictionary form: an unknown one keeps its letters."""

MOST_ADDED = 3
"""A lemma this much longer than its form is a slip of the pen in the treebank ("over" for "overpriced")."""

BASE_VERBS = (
    "abandon abduct accede accuse acquiesce adjourn annul approve arbitrate cancel capitulate ceasefire "
    "cede collapse commence condemn convene coordinate curb cut defer demand demobilise denounce deport "
    "disarm disengage dispatch endorse escalate evacuate exchange expire facilitate finalise foil free "
    "guarantee halt hail handle host implement impose initial initialise intercede interrupt intervene "
    "lapse lay lift loosen maintain mandate mediate monitor negotiate oversee pledge postpone prolong "
    "propose pull quit ratify rebuff rebuke recall reconvene refuse reiterate release relinquish renege "
    "renew renounce repatriate reschedule rescind resume retrieve revoke scrap scupper secure shelve shun "
    "snub sponsor spurn stall stipulate surrender suspend swap tighten topple torpedo urge veto violate "
    "vow waive withdraw withhold"
).split()
"""Verbs of negotiation that treebanks hold rarely or in few forms."""


def inflected(verb: str) -> Iterator[tuple[str, str]]:
    """The regular forms of a verb with their classes; irregular past forms are left to the treebanks."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    doubled = (
        verb + verb[-1] if verb[-1] in "bgpt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou" else stem
    )
    short = doubled if len(verb) <= 4 or verb in {"recall"} else stem
    yield "VERB|Ger", (verb if verb.endswith("ee") else short) + "ing"
    yield (
        "VERB|Past",
        (
            verb[:-1] + "ied"
            if verb.endswith("y") and verb[-2] not in "aeiou"
            else verb + "d"
            if verb.endswith("ee")
            else short + "ed"
        ),
    )
    yield (
        "VERB|3",
        (
            verb[:-1] + "ies"
            if verb.endswith("y") and verb[-2] not in "aeiou"
            else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
        ),
    )


def rows(path: Path) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """Form, lemma, tag and features of every word of a CoNLL-U file."""
    with (
        gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    ) as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                feats = dict(pair.split("=") for pair in cells[5].split("|")) if cells[5] != "_" else {}
                yield cells[1], cells[2], cells[3], feats


def rule(form: str, lemma: str) -> tuple[int, str, bool]:
    """How a form becomes its lemma: letters to cut, ending to add, whether the case of the form is kept."""
    keeps = lemma[:1].isupper()
    stem = form if keeps else form.lower()
    same = 0
    while same < min(len(stem), len(lemma)) and stem[same] == lemma[same]:
        same += 1
    return len(stem) - same, lemma[same:], keeps


def apply(form: str, change: tuple[int, str, bool]) -> str | None:
    """The lemma that a rule makes of a form; None where the form is too short."""
    cut, ending, keeps = change
    stem = form if keeps else form.lower()
    return stem[: len(stem) - cut] + ending if cut <= len(stem) else None


def build(paths: list[Path]) -> dict:
    """Most frequent rule for each suffix up to `LONGEST_SUFFIX` letters; exceptions where the rules err."""
    seen: dict[tuple[str, str], Counter] = defaultdict(Counter)
    votes: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for path in paths:
        for form, lemma, upos, feats in rows(path):
            if form.isdigit() or len(lemma) > len(form) + MOST_ADDED:
                continue
            inflection = key(upos, feats)
            seen[inflection, form if upos == "PROPN" else form.lower()][lemma] += 1
            for length in range(min(LONGEST_SUFFIX, len(form)) + 1):
                votes[inflection, form.lower()[len(form) - length :]][rule(form, lemma)] += 1
    for base in BASE_VERBS:
        for inflection, form in inflected(base):
            seen.setdefault((inflection, form), Counter({base: 1}))
    suffixes: dict[str, dict] = defaultdict(dict)
    for (inflection, suffix), counter in sorted(votes.items()):
        if inflection not in UNINFLECTED:
            suffixes[inflection][suffix] = counter.most_common(1)[0][0]
    for inflection in UNINFLECTED:
        suffixes[inflection][""] = (0, "", False)
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    for (inflection, form), counter in sorted(seen.items()):
        lemma = counter.most_common(1)[0][0]
        if by_rule(form, suffixes[inflection]) != lemma:
            exceptions[inflection][form] = lemma
    return {"exceptions": exceptions, "suffixes": suffixes}


def by_rule(form: str, rules: dict) -> str | None:
    """The lemma by the longest known suffix."""
    for length in range(min(LONGEST_SUFFIX, len(form)), -1, -1):
        found = rules.get(form.lower()[len(form) - length :])
        if found is not None:
            return apply(form, found)
    return None


if __name__ == "__main__":
    out, *sources = map(Path, sys.argv[1:])
    data = json.dumps(build(sources), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    out.write_bytes(gzip.compress(data.encode("utf-8"), mtime=0))
    print(out, out.stat().st_size, "bytes")
