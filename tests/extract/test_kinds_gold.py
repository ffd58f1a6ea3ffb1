"""The example sentences beside the kinds: each reads to exactly the facts of its kind that it expects.

An expected fact names only the slots that the example is about; a slot may hold alternatives,
"SAF|SDN". Known misses carry `xfail = "reason"` and must stay misses until the mark is taken away.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from goodoffices.extract import kinds
from goodoffices.model.document import Document
from goodoffices.model.facts import ACTOR_FIELDS, OWN_FIELD, Actor, Fact
from goodoffices.pipeline import read_document

FOLDER = Path(kinds.__file__).parent
SIMPLE = {"status", "round", "issue", "rule"}


def _examples() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.gold.toml")):
        kind = path.name.removesuffix(".gold.toml")
        for example in tomllib.loads(path.read_text("utf-8"))["example"]:
            marks = [pytest.mark.xfail(strict=True, reason=example["xfail"])] if "xfail" in example else []
            found.append(pytest.param(kind, example, id=example["id"], marks=marks))
    return found


def _names(actor: Actor) -> set[str]:
    return {actor.id, actor.principal, actor.name, actor.name.split()[-1]}


def _agrees(fact: Fact, slot: str, wanted: Any) -> bool:
    if slot in ACTOR_FIELDS:
        actors = getattr(fact, slot)
        return len(actors) == len(wanted) and all(
            any(_names(actor) & set(want.split("|")) for actor in actors) for want in wanted
        )
    if slot == "attribution":
        speakers = [_names(s.speaker) | {s.label} if s.speaker else {s.label} for s in fact.attribution]
        return len(speakers) == len(wanted) and all(
            names & set(want.split("|")) for names, want in zip(speakers, wanted, strict=True)
        )
    if slot == "when":
        return fact.when is not None and fact.when.edtf in wanted.split("|")
    if slot == "where":
        return fact.where is not None and fact.where.name in wanted.split("|")
    if slot in {"duration_days", "count"}:
        return any(list(getattr(term, slot) or ()) == wanted for term in fact.terms)
    if slot == "kind":
        return fact.kind == wanted
    name = "own" if slot == OWN_FIELD.get(fact.kind) else slot
    return str(getattr(fact, name)) in str(wanted).split("|")


@pytest.mark.parametrize(("kind", "example"), _examples())
def test_example(kind: str, example: dict[str, Any]) -> None:
    document = Document(example["id"], example["text"], date.fromisoformat(str(example["published"])))
    facts = [fact for fact in read_document(document).facts if fact.kind == kind]
    wanted = [want for want in example["expect"] if want.get("kind", kind) == kind]
    left = list(facts)
    for want in wanted:
        match = next((f for f in left if all(_agrees(f, slot, value) for slot, value in want.items())), None)
        assert match is not None, f"not found: {want}\nfound: {facts}"
        left.remove(match)
    assert not left, f"not expected: {left}"


def test_every_rule_has_examples() -> None:
    """A rule that no example names is a rule that nobody watches."""
    for path in sorted(FOLDER.glob("*.gold.toml")):
        examples = tomllib.loads(path.read_text("utf-8"))["example"]
        assert all(example["origin"] for example in examples), path
        assert len({example["id"] for example in examples}) == len(examples), path
