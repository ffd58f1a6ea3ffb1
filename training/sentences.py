"""Own training sentences for constructions that treebanks are poor in.

A template (templates.txt) is a sentence of words `form|TAG|head|relation`, heads counted from 1 within the
template and 0 for the root. `{A:ORG}|7|nsubj` takes the name of an organisation, `PER` and `LOC` likewise.
Features follow from the tag: `VS`, `VP` present third person, `D` past, `G` -ing form, `N` participle,
`I` infinitive.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from treebanks import Example, bio

TAGS: dict[str, tuple[str, dict[str, str]]] = {
    "VS": ("VERB", {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}),
    "VP": ("VERB", {"Mood": "Ind", "Number": "Plur", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}),
    "D": ("VERB", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}),
    "G": ("VERB", {"Tense": "Pres", "VerbForm": "Part"}),
    "N": ("VERB", {"Tense": "Past", "VerbForm": "Part"}),
    "I": ("VERB", {"VerbForm": "Inf"}),
    "n": ("NOUN", {"Number": "Sing"}),
    "ns": ("NOUN", {"Number": "Plur"}),
    "p": ("PROPN", {"Number": "Sing"}),
    "a": ("ADJ", {"Degree": "Pos"}),
    "d": ("DET", {"Definite": "Def", "PronType": "Art"}),
    "i": ("DET", {"Definite": "Ind", "PronType": "Art"}),
    "ad": ("ADP", {}),
    "m": ("NUM", {"NumForm": "Digit", "NumType": "Card"}),
    "c": ("CCONJ", {}),
    "s": ("SCONJ", {}),
    "r": ("ADV", {}),
    "t": ("PART", {}),
    "b": ("DET", {"PronType": "Tot"}),
    "w": ("AUX", {"VerbForm": "Fin"}),
    "xs": ("AUX", {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}),
    "x": ("AUX", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}),
    "xp": ("AUX", {"Mood": "Ind", "Number": "Plur", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}),
    ".": ("PUNCT", {}),
}

TEMPLATES = Path(__file__).with_name("templates.txt")


def templates(path: Path = TEMPLATES) -> list[str]:
    """The templates of a file, each on one line."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [" ".join(block.split()) for block in "\n".join(lines).split("\n\n") if block.strip()]


GROUPS = (
    "M23 FARC ELN RSF SPLM-IO TPLF MILF NPA PKK LTTE FDLR LRA RUF UNITA RENAMO FMLN GAM KNU AFRC JEM "
    "SLM-AW ADF CNDP MNLA HTS SDF SDC YPG Hamas Hezbollah Fatah Taliban Ansarullah Polisario Seleka UPC "
    "CNDD-FDD"
).split()
STATES = (
    "Russia Ukraine Israel Sudan Ethiopia Rwanda Burundi Colombia Armenia Azerbaijan Serbia Kosovo Iran "
    "Pakistan India Yemen Syria Lebanon Egypt Qatar Turkey Kenya Uganda Angola Moscow Kyiv Kigali "
    "Kinshasa Tehran Washington Doha Geneva Juba Khartoum Nairobi Oslo Havana Cairo"
).split()

PRONOUN = ("PRON", {"Case": "Nom", "Number": "Sing", "Person": "3", "PronType": "Prs"})
_SLOT = re.compile(r"\{\w:(\w+)\}")


def own_sentences(
    lists: dict[str, list[tuple[str, ...]]], *, each: int, dice: random.Random
) -> list[Example]:
    """Every template filled `each` times."""
    return [_fill(template, lists, dice) for template in templates() for _ in range(each)]


def _name(
    label: str, lists: dict[str, list[tuple[str, ...]]], dice: random.Random
) -> tuple[tuple[str, ...], str]:
    if label == "ORG" and dice.random() < 0.6:
        return (dice.choice(GROUPS),), "ORG"
    if label == "LOC":
        return ((dice.choice(STATES),) if dice.random() < 0.7 else dice.choice(lists["LOC"])), "LOC"
    return dice.choice(lists[label]), label


def _fill(template: str, lists: dict[str, list[tuple[str, ...]]], dice: random.Random) -> Example:
    cells = [
        item.split("|") if not item.startswith(".") else [".", ".", *item.split("|")[2:]]
        for item in template.split()
    ]
    words: list[str] = []
    tags: list[tuple[str, dict[str, str]]] = []
    relations: list[str] = []
    places: list[int] = []
    spots: list[tuple[int, int, str]] = []
    inner: list[tuple[int, int]] = []
    outer: list[int] = []
    for cell in cells:
        slot = _SLOT.fullmatch(cell[0])
        if slot:
            name, label = _name(slot.group(1), lists, dice)
            at = len(words) + (len(name) - 1 if label == "ORG" else 0)
            spots.append((len(words), len(words) + len(name), label))
            for word in name:
                own = len(words) == at
                inner += [] if own else [(len(words), at)]
                tags.append(("PUNCT", {}) if word == "-" else TAGS["p"])
                relations.append(
                    cell[2] if own else "punct" if word == "-" else "compound" if label == "ORG" else "flat"
                )
                words.append(word)
            outer.append(int(cell[1]))
        else:
            at = len(words)
            words.append(cell[0])
            tags.append(PRONOUN if cell[1] == "PR" else TAGS[cell[1]])
            relations.append(cell[3])
            outer.append(int(cell[2]))
        places.append(at)
    heads = [0] * len(words)
    for word, head in inner:
        heads[word] = head + 1
    for place, head in zip(places, outer, strict=True):
        heads[place] = places[head - 1] + 1 if head else 0
    if words[0][0].islower() and dice.random() < 0.9:
        words[0] = words[0][0].upper() + words[0][1:]
    return Example(
        words=tuple(words),
        spaces=(True,) * len(words),
        upos=tuple(t for t, _ in tags),
        feats=tuple(f for _, f in tags),
        heads=tuple(heads),
        relations=tuple(relations),
        names=bio(len(words), spots),
    )
