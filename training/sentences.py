"""Own training sentences for constructions that treebanks are poor in.

A template is a sentence of words `form|TAG|head|relation`, heads counted from 1 within the template and 0 for the
root; `{A}`, `{B}` … stand for names: `{A:ORG}|7|nsubj` takes an organisation, a state, a person or a place.
Features follow from the tag: `V` present third person plural or singular, `D` past, `G` -ing form, `N` participle, `I` infinitive.
"""

from __future__ import annotations

import random
import re

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
    "x": ("AUX", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}),
    "xp": ("AUX", {"Mood": "Ind", "Number": "Plur", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}),
    ".": ("PUNCT", {}),
}

TEMPLATES = (
    # headline present
    "{A:ORG}|2|nsubj hands|VS|0|root over|ad|2|compound:prt 20|m|5|nummod hostages|ns|2|obj to|ad|7|case {B:ORG}|2|obl",
    "{A:ORG}|4|nsubj ,|.|3|punct {B:LOC}|1|conj sign|VP|0|root truce|n|4|obj in|ad|7|case {C:LOC}|4|obl",
    "{A:LOC}|2|nsubj rejects|VS|0|root {B:LOC}|5|nmod:poss 's|t|3|case offer|n|2|obj of|ad|7|case talks|ns|5|nmod",
    "{A:LOC}|2|nsubj frees|VS|0|root 90|m|4|nummod prisoners|ns|2|obj as|s|8|mark peace|n|7|compound talks|ns|8|nsubj resume|VP|2|advcl",
    "rebels|ns|3|nsubj ,|.|1|punct agree|VP|0|root to|t|5|mark extend|I|3|xcomp truce|n|5|obj ,|.|9|punct {A:LOC}|9|nsubj says|VS|3|parataxis",
    "{A:PER}|2|nsubj hosts|VS|0|root {B:LOC}|2|obj ,|.|5|punct {C:LOC}|3|conj for|ad|8|case peace|n|8|compound talks|ns|2|obl",
    "{A:ORG}|2|nsubj frees|VS|0|root two|m|4|nummod captives|ns|2|obj after|ad|7|case secret|a|7|amod talks|ns|2|obl",
    "{A:LOC}|2|nsubj calls|VS|0|root off|ad|2|compound:prt talks|ns|2|obj with|ad|6|case {B:ORG}|4|nmod",
    "{A:LOC}|4|nsubj and|c|3|cc {B:ORG}|1|conj meet|VP|0|root in|ad|6|case {C:LOC}|4|obl for|ad|9|case first|a|9|amod time|n|4|obl",
    "{A:LOC}|2|nsubj swaps|VS|0|root 40|m|4|nummod captives|ns|2|obj with|ad|6|case {B:ORG}|2|obl",
    # with … -ing … and … -ing
    "talks|ns|2|nsubj ended|D|0|root without|ad|5|case a|i|5|det deal|n|2|obl ,|.|9|punct with|s|9|mark {A:LOC}|9|nsubj demanding|G|2|advcl "
    "a|i|11|det withdrawal|n|9|obj and|c|14|cc {B:ORG}|14|nsubj insisting|G|9|conj on|ad|17|case a|i|17|det truce|n|14|obl .|.|2|punct",
    "the|d|2|det session|n|3|nsubj broke|D|0|root up|ad|3|compound:prt ,|.|8|punct with|s|8|mark {A:LOC}|8|nsubj rejecting|G|3|advcl the|d|10|det "
    "plan|n|8|obj and|c|13|cc {B:LOC}|13|nsubj calling|G|8|conj for|ad|16|case more|a|16|amod time|n|13|obl .|.|3|punct",
    # relative clause without pronoun
    "the|d|2|det talks|ns|9|nsubj the|d|5|det two|m|5|nummod sides|ns|6|nsubj held|D|2|acl:relcl in|ad|8|case {A:LOC}|6|obl led|D|0|root to|ad|12|case "
    "a|i|12|det swap|n|9|obl .|.|9|punct",
    "{A:LOC}|2|nsubj rejected|D|0|root the|d|4|det truce|n|2|obj {B:LOC}|6|nsubj proposed|D|4|acl:relcl last|a|8|amod week|n|6|obl:tmod .|.|2|punct",
    "the|d|3|det peace|n|3|compound talks|ns|9|nsubj {A:LOC}|7|nsubj and|c|6|cc {B:LOC}|4|conj sought|D|3|acl:relcl never|r|9|advmod began|D|0|root .|.|9|punct",
    # final attribution
    "the|d|2|det talks|ns|4|nsubj will|xp|4|aux resume|I|0|root on|ad|6|case Monday|p|4|obl ,|.|9|punct {A:PER}|9|nsubj said|D|4|parataxis on|ad|11|case "
    "arrival|n|9|obl .|.|4|punct",
    "{A:LOC}|2|nsubj agreed|D|0|root to|t|4|mark free|I|2|xcomp the|d|6|det captives|ns|4|obj ,|.|10|punct the|d|9|det agency|n|10|nsubj reported|D|2|parataxis .|.|2|punct",
    "both|d|2|det sides|ns|4|nsubj have|xp|4|aux signed|N|0|root the|d|6|det accord|n|4|obj ,|.|10|punct {A:ORG}|10|nsubj has|xp|10|aux announced|N|4|parataxis .|.|4|punct",
    # title and name
    "{C:LOC}|3|compound foreign|a|3|amod minister|n|5|nsubj {A:PER}|3|appos met|D|0|root rebel|n|7|compound leader|n|5|obj {B:PER}|7|appos in|ad|10|case {D:LOC}|5|obl .|.|5|punct",
    "he|PR|2|nsubj told|D|0|root public|a|4|amod broadcaster|n|2|iobj {A:ORG}|4|appos that|s|9|mark talks|ns|9|nsubj:pass were|x|9|aux:pass planned|N|2|ccomp .|.|2|punct",
    "President|p|3|nsubj {A:PER}|1|flat received|D|0|root {C:LOC}|6|nmod:poss 's|t|4|case envoy|n|3|obj ,|.|6|punct {B:PER}|6|appos ,|.|6|punct on|ad|11|case Friday|p|3|obl .|.|3|punct",
    # armed groups
    "the|d|3|det {A:ORG}|3|compound rebels|ns|4|nsubj accused|D|0|root {B:LOC}|4|obj of|s|7|mark breaking|G|4|advcl the|d|9|det ceasefire|n|7|obj .|.|4|punct",
    "{A:LOC}|5|nsubj and|c|4|cc the|d|4|det {B:ORG}|1|conj exchanged|D|0|root prisoners|ns|5|obj under|ad|9|case the|d|9|det deal|n|5|obl .|.|5|punct",
    "the|d|2|det talks|ns|8|nsubj between|ad|4|case {A:LOC}|2|nmod and|c|6|cc {B:ORG}|4|conj were|x|8|aux:pass postponed|N|0|root .|.|8|punct",
    "mediators|ns|2|nsubj persuaded|D|0|root {A:ORG}|2|obj to|t|5|mark return|I|2|xcomp to|ad|8|case the|d|8|det table|n|5|obl .|.|2|punct",
)

GROUPS = (
    "M23 FARC ELN RSF SPLM-IO TPLF MILF NPA PKK LTTE FDLR LRA RUF UNITA RENAMO FMLN GAM KNU AFRC JEM SLM-AW ADF CNDP MNLA HTS SDF SDC YPG "
    "Hamas Hezbollah Fatah Taliban Ansarullah Polisario Seleka UPC CNDD-FDD"
).split()
STATES = (
    "Russia Ukraine Israel Sudan Ethiopia Rwanda Burundi Colombia Armenia Azerbaijan Serbia Kosovo Iran Pakistan India Yemen Syria Lebanon Egypt "
    "Qatar Turkey Kenya Uganda Angola Moscow Kyiv Kigali Kinshasa Tehran Washington Doha Geneva Juba Khartoum Nairobi Oslo Havana Cairo"
).split()

PRONOUN = ("PRON", {"Case": "Nom", "Number": "Sing", "Person": "3", "PronType": "Prs"})
_SLOT = re.compile(r"\{\w:(\w+)\}")


def own_sentences(lists: dict[str, list[tuple[str, ...]]], *, each: int, dice: random.Random) -> list[Example]:
    """Every template filled `each` times."""
    return [_fill(template, lists, dice) for template in TEMPLATES for _ in range(each)]


def _name(label: str, lists: dict[str, list[tuple[str, ...]]], dice: random.Random) -> tuple[tuple[str, ...], str]:
    if label == "ORG" and dice.random() < 0.6:
        return (dice.choice(GROUPS),), "ORG"
    if label == "LOC":
        return ((dice.choice(STATES),) if dice.random() < 0.7 else dice.choice(lists["LOC"])), "LOC"
    return dice.choice(lists[label]), label


def _fill(template: str, lists: dict[str, list[tuple[str, ...]]], dice: random.Random) -> Example:
    cells = [item.split("|") if not item.startswith(".") else [".", ".", *item.split("|")[2:]] for item in template.split()]
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
            for k, word in enumerate(name):
                own = len(words) == at
                inner += [] if own else [(len(words), at)]
                tags.append(("PUNCT", {}) if word == "-" else TAGS["p"])
                relations.append(cell[2] if own else "punct" if word == "-" else "compound" if label == "ORG" else "flat")
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
        words=tuple(words), spaces=(True,) * len(words), upos=tuple(t for t, _ in tags), feats=tuple(f for _, f in tags),
        heads=tuple(heads), relations=tuple(relations), names=bio(len(words), spots),
    )
