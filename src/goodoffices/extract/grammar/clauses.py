"""Clause access: who does what to whom around a predicate, whatever the construction.

All questions are put to a `Clauses`, made once for a document. Answers are word references, left to
right, with coordinated heads told one by one: in "Russia and Ukraine met", the subjects of *met* are
the words *Russia* and *Ukraine*. Labels are those of Universal Dependencies v2.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from goodoffices.extract.grammar.inflection import lemmas_of_forms
from goodoffices.extract.grammar.lemmas import OBJECT_CONTROL, SUPPORT_VERBS
from goodoffices.model.mentions import Annotated, WordRef
from goodoffices.model.words import ROOT, Word

CLAUSAL = frozenset({"ccomp", "advcl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "advcl:relcl"})
"""Relations under which another clause begins."""

RELATIVE = frozenset({"acl:relcl"})
SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
OBLIQUE = frozenset({"obl", "obl:agent", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked"})
_MAX_STEPS = 12


class Clauses:
    """The clauses of a document and the arguments of their predicates."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated

    # ------------------------------------------------------------ words

    def word(self, ref: WordRef) -> Word:
        """The word at a reference."""
        return self.annotated.sentences[ref.sentence].words[ref.word]

    def lemma(self, ref: WordRef) -> str:
        """Its lemma in lower case; of a verb in the word lists the one that the list has."""
        word = self.word(ref)
        if word.upos in {"VERB", "AUX"}:
            return lemmas_of_forms().get(word.form.lower(), word.lemma.lower())
        if word.form.lower() in {"fire", "fires"} and self._follows_cease(ref):
            return "ceasefire"
        return word.lemma.lower()

    def _follows_cease(self, ref: WordRef) -> bool:
        """Whether the word ends a "cease-fire" or "cease fire" that the tokens tear apart."""
        before = [w.form.lower() for w in self.annotated.sentences[ref.sentence].words[max(0, ref.word - 2) : ref.word]]
        return before[-1:] == ["cease"] or (len(before) == 2 and before[0] == "cease" and before[1] in {"-", "‐", "‑"})

    def refs(self) -> Iterator[WordRef]:
        """Every word of the document, in order."""
        for sentence in self.annotated.sentences:
            for word in sentence.words:
                yield WordRef(sentence.index, word.index)

    @cached_property
    def by_lemma(self) -> dict[str, tuple[WordRef, ...]]:
        """The words of the document by lemma."""
        found: dict[str, list[WordRef]] = {}
        for ref in self.refs():
            found.setdefault(self.lemma(ref), []).append(ref)
        return {lemma: tuple(refs) for lemma, refs in found.items()}

    def head(self, ref: WordRef) -> WordRef | None:
        """The word it hangs on; None for the root."""
        head = self.word(ref).head
        return None if head == ROOT else WordRef(ref.sentence, head)

    def children(self, ref: WordRef, *labels: str) -> tuple[WordRef, ...]:
        """Its dependents, all or those with one of the labels ("obl" also takes "obl:agent")."""
        sentence = self.annotated.sentences[ref.sentence]
        return tuple(
            WordRef(ref.sentence, child)
            for child in sentence.children[ref.word]
            if not labels or _is(sentence.words[child].deprel, labels)
        )

    def label(self, ref: WordRef) -> str:
        """Its relation to its head."""
        return self.word(ref).deprel

    def subtree(self, ref: WordRef, *, stop: frozenset[str] = frozenset()) -> tuple[WordRef, ...]:
        """The word and everything below it, in order, without branches whose label is in `stop`."""
        found, stack = [ref], [ref]
        while stack:
            for child in self.children(stack.pop()):
                if self.label(child) not in stop:
                    found.append(child)
                    stack.append(child)
        return tuple(sorted(found))

    def clause(self, ref: WordRef) -> tuple[WordRef, ...]:
        """The words of the clause of which `ref` is the predicate, without subordinate and coordinated clauses."""
        return tuple(
            sorted({ref, *(w for child in self.children(ref) if not self._starts_clause(child) for w in self._own(child))})
        )

    def _own(self, ref: WordRef) -> Iterator[WordRef]:
        yield ref
        for child in self.children(ref):
            if not self._starts_clause(child):
                yield from self._own(child)

    def _starts_clause(self, ref: WordRef) -> bool:
        label = self.label(ref)
        return label in CLAUSAL or (label == "conj" and self.is_predicate(ref))

    def span(self, refs: tuple[WordRef, ...]) -> tuple[int, int]:
        """Character offsets, end exclusive, from the first to the last of the words."""
        words = [self.word(ref) for ref in refs]
        return min(word.start for word in words), max(word.end for word in words)

    # ------------------------------------------------------------ predicates

    def is_predicate(self, ref: WordRef) -> bool:
        """Whether the word is a verb or a nominal with a subject or copula."""
        word = self.word(ref)
        return word.upos == "VERB" or bool(self.children(ref, "cop", "nsubj", "nsubj:pass"))

    def predicate_above(self, ref: WordRef) -> WordRef | None:
        """The nearest predicate on the way up from `ref` (not `ref` itself)."""
        above = self.head(ref)
        while above is not None and not self.is_predicate(above):
            above = self.head(above)
        return above

    def is_passive(self, ref: WordRef) -> bool:
        """Passive, also reduced: "a plan proposed by …", "prisoners freed on Friday"."""
        word = self.word(ref)
        if self.children(ref, "aux:pass", "nsubj:pass", "obl:agent"):
            return True
        if word.deprel == "conj" and word.feats.get("VerbForm") == "Part" and not self.children(ref, "nsubj"):
            above = self.head(ref)
            return above is not None and not self.children(ref, "obj", "aux") and self.is_passive(above)
        return word.deprel == "acl" and word.feats.get("VerbForm") == "Part" and word.feats.get("Tense") == "Past"

    def negation(self, ref: WordRef) -> WordRef | None:
        """The word that negates a predicate or noun: not, n't, never, no, neither, without."""
        for child in self.children(ref):
            if self.lemma(child) in {"not", "n't", "never", "no", "neither", "nor"} and self.label(child) in {
                "advmod", "det", "cc:preconj", "cc",
            }:
                return child
        return None

    # ------------------------------------------------------------ phrases

    def conjuncts(self, ref: WordRef) -> tuple[WordRef, ...]:
        """The word and the words coordinated with it, "A, B and C"; predicates are not followed."""
        found = [ref]
        for child in self.children(ref, "conj"):
            if self.word(child).upos != "VERB":
                found.extend(self.conjuncts(child))
        return tuple(found)

    def preposition(self, ref: WordRef) -> str:
        """The preposition before a phrase, in lower case ("between", "according to"); empty where there is none."""
        for child in self.children(ref, "case"):
            if self.lemma(child) not in {"'s", "’s", "'"}:
                rest = [self.lemma(w) for w in self.children(child, "fixed")]
                after = WordRef(child.sentence, child.word + 1)
                if self.lemma(child) == "out" and after in self.children(ref, "case"):
                    rest = [self.lemma(after)]
                return " ".join([self.word(child).form.lower(), *rest])
        head = self.head(ref)
        if head is not None and self.label(ref) == "conj":
            return self.preposition(head)
        if head is not None and self.label(ref) in OBLIQUE and head < ref:
            stray = [w for w in self.children(head, "case") if head < w < ref and self.word(w).upos == "ADP"]
            if stray:  # a preposition that the parser hung on the noun before it
                return self.word(stray[-1]).form.lower()
        return ""

    def obliques(self, ref: WordRef, *prepositions: str) -> tuple[WordRef, ...]:
        """Heads of prepositional phrases on a verb or noun, all or with one of the prepositions; conjuncts told singly."""
        found: list[WordRef] = []
        for child in self.children(ref):
            if self.label(child) in OBLIQUE and (not prepositions or self.preposition(child) in prepositions):
                found.extend(self.conjuncts(child))
        return tuple(found)

    # ------------------------------------------------------------ arguments

    def subjects(self, ref: WordRef) -> tuple[WordRef, ...]:
        """The grammatical subjects: own, shared, controlled or relative; empty where there is none."""
        return self._subjects(ref, _MAX_STEPS)

    def _subjects(self, ref: WordRef, steps: int) -> tuple[WordRef, ...]:
        if steps == 0:
            return ()
        own = self.children(ref, "nsubj", "nsubj:pass", "nsubj:outer")
        if own:
            return tuple(w for child in own for w in self._antecedents(child, ref))
        head, label = self.head(ref), self.label(ref)
        if head is None:
            return ()
        if label == "conj" and self.is_predicate(head):
            return self._subjects(head, steps - 1)
        if label == "xcomp":
            objects = self.children(head, "obj", "iobj")
            if objects and self.lemma(head) in OBJECT_CONTROL:
                return tuple(w for o in objects for w in self.conjuncts(o))
            if self.is_passive(head) or not objects or self.lemma(head) not in OBJECT_CONTROL:
                return self._subjects(head, steps - 1)
        if label in {"advcl", "parataxis", "ccomp"} and not self.children(ref, "mark"):
            return self._subjects(head, steps - 1)
        if label == "advcl":
            return self._subjects(head, steps - 1) if self.word(ref).feats.get("VerbForm") in {"Inf", "Ger", "Part"} else ()
        if label == "acl" and not self.is_passive(ref):
            if self.word(ref).feats.get("VerbForm") == "Inf":
                return self.possessors(head) or self._holders(head, steps - 1)
            return self.conjuncts(head)
        return ()

    def _holders(self, noun: WordRef, steps: int) -> tuple[WordRef, ...]:
        """Who holds a plan, offer, refusal … of which the infinitive tells the content."""
        verb = self.head(noun)
        if verb is not None and self.label(noun) in {"obj", "nsubj:pass", "obl"} and self.is_predicate(verb):
            return self._subjects(verb, steps)
        return ()

    def _antecedents(self, subject: WordRef, predicate: WordRef) -> tuple[WordRef, ...]:
        """Conjuncts of a subject; for a relative pronoun the noun that it stands for."""
        if self.lemma(subject) in {"who", "which", "that", "whom", "whose"} and self.label(predicate) in RELATIVE:
            noun = self.head(predicate)
            if noun is not None:
                return self.conjuncts(noun)
        return self.conjuncts(subject)

    def objects(self, ref: WordRef) -> tuple[WordRef, ...]:
        """The direct objects; of a reduced or full relative clause with a gap, its noun."""
        found = [w for child in self.children(ref, "obj") for w in self._antecedents(child, ref)]
        if not found and self.label(ref) in RELATIVE and not self.is_passive(ref):
            noun = self.head(ref)
            subjects = self.children(ref, "nsubj")
            if noun is not None and subjects and self.lemma(subjects[0]) not in {"who", "which", "that"}:
                found = [noun]
        if not found and self.label(ref) == "conj" and not self.children(ref, "obl", "ccomp", "xcomp"):
            head = self.head(ref)
            if head is not None and self.is_predicate(head) and head.word > ref.word:
                found = list(self.objects(head))
        return tuple(found)

    def recipients(self, ref: WordRef) -> tuple[WordRef, ...]:
        """To whom: the indirect object or the phrase with "to"."""
        found = [w for child in self.children(ref, "iobj") for w in self.conjuncts(child)]
        return tuple(found) or self.obliques(ref, "to")

    def agents(self, ref: WordRef) -> tuple[WordRef, ...]:
        """Who acts: the subject of an active verb, the by-phrase of a passive one."""
        if not self.is_passive(ref):
            return self.subjects(ref)
        return self.obliques(ref, "by")

    def patients(self, ref: WordRef) -> tuple[WordRef, ...]:
        """What is acted on: the object of an active verb, the subject or noun of a passive one."""
        if not self.is_passive(ref):
            return self.objects(ref)
        subjects = self.children(ref, "nsubj:pass", "nsubj")
        if subjects:
            return tuple(w for child in subjects for w in self._antecedents(child, ref))
        head = self.head(ref)
        if head is not None and self.label(ref) in {"acl", "acl:relcl"}:
            return self.conjuncts(head)
        return self.subjects(ref)

    # ------------------------------------------------------------ nouns

    def possessors(self, noun: WordRef) -> tuple[WordRef, ...]:
        """Whose: "Russia's proposal", "their offer"."""
        return tuple(w for child in self.children(noun, "nmod:poss") for w in self.conjuncts(child))

    def modifiers(self, noun: WordRef) -> tuple[WordRef, ...]:
        """Names and demonyms before a noun: "Russian proposal", "Kosovo-Serbia talks"."""
        return tuple(w for child in self.children(noun, "amod", "compound", "nmod") for w in self.conjuncts(child)
                     if w < noun and not self.preposition(w))

    def support_verb(self, noun: WordRef) -> WordRef | None:
        """The light verb that carries an event noun: *hold* in "hold talks", *reach* in "a deal was reached"."""
        head = self.head(noun)
        while head is not None and self.label(noun) == "conj":
            noun, head = head, self.head(head)
        if head is None:
            return None
        label = self.label(noun)
        if label in {"obj", "nsubj:pass", "nsubj"} and self.lemma(head) in SUPPORT_VERBS:
            return head
        if label == "obl" and self.preposition(noun) in {"in", "into", "for", "at", "on"} and self.lemma(head) in SUPPORT_VERBS:
            return head
        return None

    def governor(self, ref: WordRef) -> WordRef | None:
        """The verb, noun or adjective whose complement the predicate is: *refused* for "refused to sign"."""
        head = self.head(ref)
        if head is None:
            return None
        if self.label(ref) in {"xcomp", "ccomp", "acl", "csubj", "csubj:pass", "obj", "nmod", "obl", "advcl"}:
            return head
        if self.label(ref) == "conj":
            return self.governor(head)
        return None


def _is(label: str, wanted: tuple[str, ...]) -> bool:
    return label in wanted or label.partition(":")[0] in wanted
