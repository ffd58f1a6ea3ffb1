"""Mends of the tree where a rule knows better than the network, in the order of `REPAIRS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
NOMINAL = frozenset({"NOUN", "PROPN"})
CLAUSES = frozenset({"acl:relcl", "ccomp", "advcl", "acl", "conj"})
COMPLEMENTS = frozenset({"obj", "ccomp", "xcomp", "mark"})
TITLED = frozenset({"appos", "flat", "compound", "nmod:desc"})
DETERMINERS = frozenset({"det", "nmod:poss"})
OUTER = frozenset({"case", "cc", "mark", "punct"})
OBJECTS = frozenset({"obj", "iobj", "obl"})
MISREAD = frozenset({"xcomp", "ccomp", "advcl", "obj"})
RELATIVES = frozenset({"who", "which", "that"})
SPEECH = frozenset(
    [
        "say", "tell", "report", "add", "announce", "claim", "confirm", "state", "write", "quote", "note",
        "warn", "stress", "explain", "declare", "insist", "reply", "tweet",
    ]
)
"""Verbs that close a sentence as its attribution ("…, the agency reported")."""

CLOSING_MARKS = frozenset({",", "”", '"', "’", "'"})
SPEECH_MARKS = frozenset({",", '"', "”"})


class Draft:
    """A sentence under repair: heads are 0 for the root and i + 1 for word i, as the network gives them."""

    def __init__(
        self,
        forms: Sequence[str],
        upos: Sequence[str],
        lemmas: Sequence[str],
        heads: list[int],
        relations: list[str],
        names: Sequence[str] = (),
    ) -> None:
        self.forms, self.upos, self.lemmas, self.heads, self.relations = forms, upos, lemmas, heads, relations
        self.names = names or ["O"] * len(forms)

    def children(self, word: int) -> list[int]:
        """Dependents of word `word` (0-based), left to right."""
        return [i for i, head in enumerate(self.heads) if head == word + 1]

    def subtree(self, word: int) -> list[int]:
        """The word and all below it, in order."""
        found, stack = [word], [word]
        while stack:
            below = self.children(stack.pop())
            found += below
            stack += below
        return sorted(found)

    def attach(self, word: int, head: int, relation: str) -> None:
        """Hang `word` on `head` (both 0-based)."""
        self.heads[word], self.relations[word] = head + 1, relation


def one_subject(draft: Draft) -> None:
    """Title and name as two subjects of one verb: the second becomes the apposition of the first.

    "Palestinian leader | Mahmoud Abbas met …", "told public broadcaster | Suspilne that …".
    """
    for verb in range(len(draft.forms)):
        core = [i for i in draft.children(verb) if draft.relations[i] in CORE and draft.upos[i] in NOMINAL]
        for left, right in pairwise(core):
            same = draft.relations[left] == draft.relations[right] and draft.upos[right] == "PROPN"
            if same and _adjacent(draft, left, right):
                draft.attach(right, left, "appos")


def _adjacent(draft: Draft, left: int, right: int) -> bool:
    return max(draft.subtree(left)) + 1 == min(draft.subtree(right))


def title_before_name(draft: Draft) -> None:
    """A title without article hangs on the name that follows; with one, the name is its apposition.

    "President | Ana Petrova", "rebel leader | Li Wen": the person is the head, the title its `nmod:desc`.
    "the president | Ana Petrova": the title is the head, the name its `appos`. So the treebanks have it.
    """
    for name in range(1, len(draft.forms)):
        title = draft.heads[name] - 1
        if title < 0 or draft.relations[name] not in TITLED or draft.names[name] != "B-PER":
            continue
        if title != name - 1 or draft.upos[title] not in NOMINAL or draft.names[title].endswith("PER"):
            continue
        if any(draft.relations[i] in DETERMINERS for i in draft.children(title)):
            draft.relations[name] = "appos"
            continue
        head, relation = draft.heads[title], draft.relations[title]
        for other in draft.children(title):
            if other > name or draft.relations[other] in OUTER:
                draft.heads[other] = name + 1
        draft.heads[name], draft.relations[name] = head, relation
        draft.attach(title, name, "nmod:desc")


def reduced_passive(draft: Draft) -> None:
    """A participle with its agent after a noun belongs to the noun: "the truce | brokered by Angola"."""
    for verb in range(1, len(draft.forms)):
        noun = verb - 1
        if draft.upos[verb] != "VERB" or draft.upos[noun] not in NOMINAL or draft.relations[verb] == "acl":
            continue
        below = draft.children(verb)
        if not any(draft.relations[i] == "obl:agent" for i in below) or any(i < noun for i in below):
            continue
        siblings = draft.heads[noun] == draft.heads[verb] and draft.heads[noun] > 0
        if siblings and draft.relations[verb] in MISREAD and draft.relations[noun] in OBJECTS:
            draft.attach(verb, noun, "acl")


def paired_clauses(draft: Draft) -> None:
    """The subject of the second of two clauses after *with*.

    "with A demanding talks and B refusing them": B is no conjunct of *talks* but the subject of *refusing*.
    """
    for verb in range(2, len(draft.forms)):
        first = draft.heads[verb] - 1
        if first < 0 or draft.relations[verb] != "conj" or not _after_with(draft, first):
            continue
        below = draft.children(verb)
        if any(draft.relations[i].startswith("nsubj") for i in below):
            continue
        subject = _conjunct_before(draft, first, min([verb, *below]))
        if subject is not None:
            for conjunction in draft.children(subject):
                if draft.relations[conjunction] == "cc":
                    draft.attach(conjunction, verb, "cc")
            draft.attach(subject, verb, "nsubj")


def _after_with(draft: Draft, verb: int) -> bool:
    """Whether the verb is an -ing form whose clause *with* opens, its subject given."""
    below = draft.children(verb)
    opened = any(draft.forms[i].lower() == "with" for i in below)
    return draft.forms[verb].endswith("ing") and opened and any(draft.relations[i] == "nsubj" for i in below)


def _conjunct_before(draft: Draft, first: int, clause: int) -> int | None:
    """The conjunct with a conjunction, right of the verb `first`, that ends just before the word `clause`."""
    for i in range(clause - 1, first, -1):
        nominal = draft.relations[i] == "conj" and draft.upos[i] in NOMINAL
        joined = any(draft.relations[c] == "cc" for c in draft.children(i))
        if nominal and joined and max(draft.subtree(i)) == clause - 1:
            return i
    return None


def speaker_after_quotation(draft: Draft) -> None:
    """The speaker between what is said and the verb of saying belongs to that verb.

    ""No deal," the envoy | told reporters": *envoy* is no second subject of the quoted clause.
    """
    for verb in range(2, len(draft.forms)):
        below = draft.children(verb)
        has_subject = any(draft.relations[i].startswith("nsubj") for i in below)
        if has_subject or draft.lemmas[verb].lower() not in SPEECH:
            continue
        said = next((i for i in below if draft.relations[i] == "ccomp" and i < verb), None)
        if said is None:
            continue
        for speaker in draft.children(said):
            start = min(draft.subtree(speaker))
            apart = start > said and speaker < verb and draft.forms[start - 1] in CLOSING_MARKS
            if apart and draft.relations[speaker] == "nsubj":
                draft.attach(speaker, verb, "nsubj")


def final_attribution(draft: Draft) -> None:
    """A speech verb that closes the sentence after a comma is a parenthesis of what it reports.

    "…, Rybkin said on arrival", "…, the agency reported": parataxis, not a relative or complement clause.
    """
    root = next((i for i, head in enumerate(draft.heads) if head == 0), None)
    inner = [i for i, tag in enumerate(draft.upos) if tag != "PUNCT"]
    for verb in range(len(draft.forms)):
        if draft.lemmas[verb].lower() not in SPEECH or draft.relations[verb] not in CLAUSES:
            continue
        below = draft.subtree(verb)
        if root is None or root in below or max(below) < inner[-1] or min(below) == 0:
            continue
        if _has_speaker(draft, verb) and _set_off(draft, min(below)):
            draft.attach(verb, root, "parataxis")


def _has_speaker(draft: Draft, verb: int) -> bool:
    """Whether the verb has a subject of its own that is no relative pronoun, and nothing that it says."""
    below = draft.children(verb)
    subject = next((i for i in below if draft.relations[i].startswith("nsubj")), None)
    if subject is None or draft.lemmas[subject].lower() in RELATIVES:
        return False
    return not any(draft.relations[i] in COMPLEMENTS for i in below)


def _set_off(draft: Draft, first: int) -> bool:
    return draft.forms[first - 1] in CLOSING_MARKS or draft.forms[first] in SPEECH_MARKS


REPAIRS: tuple[Callable[[Draft], None], ...] = (
    one_subject,
    title_before_name,
    reduced_passive,
    paired_clauses,
    speaker_after_quotation,
    final_attribution,
)
