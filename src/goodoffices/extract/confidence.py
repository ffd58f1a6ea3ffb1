"""How sure a found fact is: a small logistic model over what its rule saw.

Rules propose; experience disposes. Each realised candidate is described by a few dozen plain features
(its rule, predicate, construction, reading, filled roles); weights learned from annotated reports give
the probability that an annotator would have written the fact down. `training/confidence.py` makes the
weights; a feature without a weight counts nothing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from goodoffices.extract.factuality import reality_of
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import ACTOR_FIELDS, Fact
from goodoffices.model.mentions import WordRef

WEIGHTS = "confidence.json"
EXPERIENCE = ".experience"
SOUND = 0.5
"""Rules score at least this what their construction says plainly."""

LEAST_SOUND, LEAST_DOUBTFUL = 0.1, 0.6
"""Probabilities from which on sound and doubtful candidates are kept: chosen by slot F1 of CORE (`bench/score.py`)
on the development sets with an eye on the watched half of the training documents; between 0.05 and 0.3, 0.5 and 0.7 it
differs by less than 0.01."""

LINE, SHORT = 4, 12
"""Sentences up to which a document is a line of a chronicle, and a short report."""

_STEPS = 4


def surroundings(candidates: Iterable[Candidate]) -> dict[WordRef, set[str]]:
    """The kinds that the rules saw at each predicate of a document."""
    found: dict[WordRef, set[str]] = {}
    for candidate in candidates:
        if not candidate.rule.endswith(EXPERIENCE):
            found.setdefault(candidate.predicate, set()).add(candidate.kind.value)
    return found


def features(
    clauses: Clauses, candidate: Candidate, fact: Fact, around: Mapping[WordRef, set[str]]
) -> tuple[str, ...]:
    """What is known of a candidate and the fact it became, as names of binary features.

    `around` tells the kinds that the rules saw at other predicates of the document (`surroundings`).
    """
    kind = fact.kind.value
    predicate = candidate.predicate
    word = clauses.word(predicate)
    head = clauses.head(predicate)
    own = [
        "all",
        f"rule={candidate.rule}",
        f"score={round(candidate.score, 1)}",
        f"lemma={clauses.lemma(predicate)}",
        f"tag={word.upos},{word.deprel}",
        f"form={word.feats.get('VerbForm')},{word.feats.get('Tense')},{word.feats.get('Number')}",
        f"head={clauses.lemma(head) if head else None}",
        f"lemma+head={clauses.lemma(predicate)}<{clauses.lemma(head) if head else None}",
        f"prep={clauses.preposition(predicate)}",
        *(f"word={clauses.lemma(child)}" for child in clauses.children(predicate, "det", "amod", "compound", "advmod")),
        *_related(clauses, predicate, around),
        f"reading={reality_of(clauses.annotated, predicate)[0]}",
        f"status={fact.status}",
        f"own={fact.own}",
        f"issue={fact.issue}",
        f"when={fact.when is not None}",
        f"where={fact.where is not None}",
        f"terms={len(fact.terms)}",
        f"sources={min(len(fact.attribution), 2)}",
        f"sentence={min(predicate.sentence, 4)}",
        f"length={_length(clauses)}",
        f"length={_length(clauses)}/{candidate.rule}",
        f"quoted={_inside_quotes(clauses, predicate)}",
        f"given={'+'.join(sorted(role for role, refs in candidate.roles.items() if refs))}",
        *(f"{role}={min(len(getattr(fact, role)), 3)}" for role in ACTOR_FIELDS if role != "people"),
        *(f"below={label}" for label in sorted({clauses.label(child) for child in clauses.children(predicate)})),
        *(f"near={clauses.lemma(w)}" for w in clauses.clause(predicate) if clauses.word(w).upos in {"VERB", "NOUN", "ADJ", "AUX"}),
    ]
    return tuple(f"{kind}:{name}" for name in dict.fromkeys(own))


def _length(clauses: Clauses) -> str:
    """Whether the document is a line or two, a short report, or a long one."""
    sentences = len(clauses.annotated.sentences)
    return "line" if sentences <= LINE else "short" if sentences <= SHORT else "long"


def _related(clauses: Clauses, predicate: WordRef, around: Mapping[WordRef, set[str]]) -> list[str]:
    """Which kinds the rules saw at the predicate itself, above it, and below it."""
    found = {f"same={kind}" for kind in around.get(predicate, ())}
    at = clauses.head(predicate)
    for step in range(1, _STEPS + 1):
        if at is None:
            break
        found |= {f"under={kind}/{step}" for kind in around.get(at, ())} | {f"above={clauses.lemma(at)}"}
        at = clauses.head(at)
    below = clauses.subtree(predicate)
    found |= {f"over={kind}" for ref in below if ref != predicate for kind in around.get(ref, ())}
    return sorted(found)


def _inside_quotes(clauses: Clauses, ref: WordRef) -> bool:
    """Whether an odd number of quotation marks stands before the word in its sentence."""
    words = clauses.annotated.sentences[ref.sentence].words[: ref.word]
    return sum(word.form in {'"', "“", "”", "``", "''"} for word in words) % 2 == 1


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    resource = files("goodoffices.vocabulary") / WEIGHTS
    return dict(json.loads(resource.read_text("utf-8"))["weights"]) if resource.is_file() else {}


def probability(names: Iterable[str], *, otherwise: float) -> float:
    """Probability that an annotator would write the fact down; `otherwise` where no weights are installed."""
    weights = _weights()
    if not weights:
        return otherwise
    score = weights["bias"] + sum(weights.get(name, 0.0) for name in names)
    return 1.0 / (1.0 + math.exp(-score))


def least(candidate: Candidate) -> float:
    """The probability from which on a candidate is kept: what a rule is sure of is dropped only where experience speaks
    clearly against it, what a rule doubts or experience alone proposes is kept only where it speaks clearly for it."""
    if not _weights():
        return SOUND
    sound = candidate.score >= SOUND and not candidate.rule.endswith(EXPERIENCE)
    return LEAST_SOUND if sound else LEAST_DOUBTFUL
