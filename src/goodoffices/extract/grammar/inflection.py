"""Inflected forms of the verbs in the word lists, so that a rare verb is found whatever lemma the parser gives it."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

IRREGULAR = {
    "bring": ("brought",), "begin": ("began", "begun"), "break": ("broke", "broken"), "come": ("came",), "fall": ("fell", "fallen"),
    "fly": ("flew", "flown"), "get": ("got", "gotten"), "give": ("gave", "given"), "go": ("went", "gone"), "have": ("had",),
    "hold": ("held",), "keep": ("kept",), "lead": ("led",), "leave": ("left",), "let": (), "make": ("made",), "meet": ("met",),
    "pay": ("paid",), "put": (), "quit": (), "run": ("ran",), "say": ("said",), "see": ("saw", "seen"), "seek": ("sought",),
    "send": ("sent",), "set": (), "sit": ("sat",), "speak": ("spoke", "spoken"), "stand": ("stood",), "strike": ("struck", "stricken"),
    "take": ("took", "taken"), "tear": ("tore", "torn"), "tell": ("told",), "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld",), "win": ("won",), "withdraw": ("withdrew", "withdrawn"), "oversee": ("oversaw", "overseen"),
    "withhold": ("withheld",), "give back": (), "write": ("wrote", "written"), "wind": ("wound",), "ring": ("rang", "rung"),
}  # fmt: skip
DOUBLING = frozenset({"stop", "scrap", "drop", "plan", "set", "put", "sit", "run", "get", "let", "quit", "cut", "win", "begin",
                      "skip", "ban", "defer", "confer", "swap", "cancel", "scrub", "scuttle", "refer", "admit", "commit"})  # fmt: skip


@cache
def lemmas_of_forms() -> dict[str, str]:
    """Form to lemma for every verb of the word lists; a form that is itself a listed lemma stays as it is."""
    verbs: set[str] = set()
    for resource in sorted(files("goodoffices.vocabulary").iterdir(), key=lambda r: r.name):
        if resource.name.startswith("predicates_") and resource.name.endswith(".csv"):
            lines = (line for line in resource.read_text("utf-8").splitlines() if not line.startswith("#"))
            verbs |= {row["term"].split()[0] for row in csv.DictReader(lines) if row.get("pos") == "VERB"}
    found: dict[str, str] = {}
    for verb in sorted(verbs | IRREGULAR.keys()):
        for form in forms(verb):
            found.setdefault(form, verb)
    for verb in verbs:
        found[verb] = verb
    return found


def forms(verb: str) -> tuple[str, ...]:
    """The inflected forms of a verb.

    >>> forms("free")
    ('frees', 'freed', 'freeing')
    >>> forms("swap")
    ('swaps', 'swapped', 'swapping')
    >>> forms("hold")
    ('holds', 'held', 'holding')
    """
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    stems = [verb + verb[-1]] if verb in DOUBLING else [verb]
    if verb in {"cancel", "signal"}:
        stems.append(verb)
    past: tuple[str, ...] = IRREGULAR[verb] if verb in IRREGULAR else tuple(_past(stem) for stem in stems)
    return (third, *past, *(_gerund(stem) for stem in stems))


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if stem.endswith("y") and stem[-2:-1] not in "aeiou" else stem + "ed"


def _gerund(stem: str) -> str:
    return stem[:-1] + "ing" if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) else stem + "ing"
