"""Mends of the tree where a rule knows better than the network; the order of `REPAIRS` is the order of application."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
NOMINAL = frozenset({"NOUN", "PROPN"})
SPEECH = frozenset(
    ["say", "tell", "report", "add", "announce", "claim", "confirm", "state", "write", "quote", "note", "warn", "stress", "explain", "declare", "insist", "reply", "tweet"]
)


class Draft:
    """A sentence under repair: heads are 0 for the root and i + 1 for word i, as the network gives them."""

    def __init__(
        self, forms: Sequence[str], upos: Sequence[str], lemmas: Sequence[str], heads: list[int], relations: list[str]
    ) -> None:
        self.forms, self.upos, self.lemmas, self.heads, self.relations = forms, upos, lemmas, heads, relations

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


def one_subject(draft: Draft) -> None:
    """Title and name as two subjects of one verb: the second becomes the apposition of the first.

    "Palestinian leader | Mahmoud Abbas met …", "told public broadcaster | Suspilne that …".
    """
    for verb in range(len(draft.forms)):
        core = [i for i in draft.children(verb) if draft.relations[i] in CORE and draft.upos[i] in NOMINAL]
        for left, right in pairwise(core):
            if draft.relations[left] == draft.relations[right] and _adjacent(draft, left, right):
                draft.heads[right], draft.relations[right] = left + 1, "appos"


def _adjacent(draft: Draft, left: int, right: int) -> bool:
    return max(draft.subtree(left)) + 1 == min(draft.subtree(right))


def final_attribution(draft: Draft) -> None:
    """A speech verb that closes the sentence after a comma is a parenthesis of what it reports.

    "…, Rybkin said on arrival", "…, the agency reported": parataxis, not a relative or complement clause.
    """
    for verb in range(len(draft.forms)):
        if draft.lemmas[verb].lower() not in SPEECH or draft.relations[verb] not in {"acl:relcl", "ccomp", "advcl", "acl", "conj"}:
            continue
        below = draft.subtree(verb)
        subject = next((i for i in draft.children(verb) if draft.relations[i].startswith("nsubj")), None)
        if subject is None or draft.lemmas[subject].lower() in {"who", "which", "that"}:
            continue
        objects = any(draft.relations[i] in {"obj", "ccomp", "xcomp", "mark"} for i in draft.children(verb))
        root = next((i for i, head in enumerate(draft.heads) if head == 0), None)
        last = max(i for i in range(len(draft.forms)) if draft.upos[i] != "PUNCT")
        if root is None or root in below or objects or max(below) < last or min(below) == 0:
            continue
        if draft.forms[min(below) - 1] in {",", "”", '"', "’", "'"} or draft.forms[min(below)] in {",", '"', "”"}:
            draft.heads[verb], draft.relations[verb] = root + 1, "parataxis"


REPAIRS: tuple[Callable[[Draft], None], ...] = (one_subject, final_attribution)
