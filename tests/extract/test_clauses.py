"""Arguments of predicates in hand-written parses with invented actors: no network needed."""

from __future__ import annotations

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import WordRef
from tests.trees import annotated

MET = """
Arnor PROPN 4 nsubj
and CCONJ 3 cc
Gondor PROPN 1 conj
met~meet VERB 0 root VerbForm=Fin
in ADP 6 case
Bree PROPN 4 obl
"""
PASSIVE = """
A DET 2 det
plan NOUN 6 nsubj:pass
proposed~propose VERB 2 acl VerbForm=Part,Tense=Past
by ADP 5 case
Rohan PROPN 3 obl
rejected~reject VERB 0 root VerbForm=Part
was AUX 6 aux:pass
by ADP 9 case
Gondor PROPN 6 obl:agent
"""
CONTROL = """
Rohan PROPN 2 nsubj
urged~urge VERB 0 root
Gondor PROPN 2 obj
to PART 5 mark
sign VERB 2 xcomp VerbForm=Inf
the DET 7 det
accord NOUN 5 obj
"""
SHARED = """
Arnor PROPN 2 nsubj
rejected~reject VERB 0 root
the DET 4 det
truce NOUN 2 obj
and CCONJ 6 cc
offered~offer VERB 2 conj
talks NOUN 6 obj
"""


def forms(clauses: Clauses, refs: tuple[WordRef, ...]) -> list[str]:
    return [clauses.word(ref).form for ref in refs]


def test_coordinated_subjects_are_told_singly() -> None:
    clauses = Clauses(annotated(MET))
    assert forms(clauses, clauses.subjects(WordRef(0, 3))) == ["Arnor", "Gondor"]
    assert forms(clauses, clauses.obliques(WordRef(0, 3), "in")) == ["Bree"]


def test_agents_and_patients_of_the_passive() -> None:
    clauses = Clauses(annotated(PASSIVE))
    reject, propose = WordRef(0, 5), WordRef(0, 2)
    assert clauses.is_passive(reject) and clauses.is_passive(propose)
    assert forms(clauses, clauses.agents(reject)) == ["Gondor"]
    assert forms(clauses, clauses.patients(reject)) == ["plan"]
    assert forms(clauses, clauses.agents(propose)) == ["Rohan"]
    assert forms(clauses, clauses.patients(propose)) == ["plan"]


def test_the_object_of_urge_is_who_shall_sign() -> None:
    clauses = Clauses(annotated(CONTROL))
    assert forms(clauses, clauses.subjects(WordRef(0, 4))) == ["Gondor"]


def test_a_coordinated_verb_shares_the_subject() -> None:
    clauses = Clauses(annotated(SHARED))
    assert forms(clauses, clauses.subjects(WordRef(0, 5))) == ["Arnor"]
    assert forms(clauses, clauses.objects(WordRef(0, 5))) == ["talks"]


def test_a_clause_stops_at_the_next_predicate() -> None:
    clauses = Clauses(annotated(SHARED))
    assert forms(clauses, clauses.clause(WordRef(0, 1))) == ["Arnor", "rejected", "the", "truce"]
