"""Acts and their contents in hand-written parses with invented actors: no network needed."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.extract.grammar import acts, contents
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.kinds import pressure, proposal, response
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Actor
from goodoffices.model.mentions import WordRef
from tests.trees import annotated

ACTORS = {"Arnor": "ARN", "Gondor": "GON", "Rohan": "ROH"}
URGED = """
Rohan PROPN 2 nsubj
urged~urge VERB 0 root VerbForm=Fin
Arnor PROPN 2 obj
and CCONJ 5 cc
Gondor PROPN 3 conj
to PART 7 mark
accept VERB 2 xcomp VerbForm=Inf
the DET 9 det
ceasefire NOUN 7 obj
"""
REJECTED = """
Gondor PROPN 2 nsubj
rejected~reject VERB 0 root VerbForm=Fin,Tense=Past
Arnor PROPN 6 nmod:poss
's PART 3 case
ceasefire NOUN 6 compound
proposal NOUN 2 obj
"""
UNLESS = """
Gondor PROPN 4 nsubj
will AUX 4 aux
not PART 4 advmod
negotiate VERB 0 root VerbForm=Inf
unless SCONJ 7 mark
Arnor PROPN 7 nsubj
withdraws~withdraw VERB 4 advcl VerbForm=Fin
its PRON 9 nmod:poss
troops~troop NOUN 7 obj
"""
OUT_OF = """
Gondor PROPN 2 nsubj
walked~walk VERB 0 root VerbForm=Fin
out ADP 6 case
of ADP 6 case
the DET 6 det
talks~talk NOUN 2 obl
"""


def _read(rows: str, *sides: str) -> Clauses:
    found = annotated(rows, ACTORS)
    return Clauses(replace(found, sides=tuple(Actor(side, side, "state") for side in sides)))


def _ids(clauses: Clauses, candidate: Candidate, role: str) -> set[str]:
    return set(acts.principals(clauses, candidate.roles[role]))


def test_an_outsiders_appeal_is_pressure_and_no_proposal() -> None:
    clauses = _read(URGED, "ARN", "GON")
    (found,) = pressure.find(clauses, ())
    assert (found.own, _ids(clauses, found, "by"), _ids(clauses, found, "on")) == ("urging", {"ROH"}, {"ARN", "GON"})
    assert not list(proposal.find(clauses, ()))


def test_what_is_urged_is_no_answer() -> None:
    assert not list(response.find(_read(URGED, "ARN", "GON"), ()))


def test_a_side_that_rejects_an_offer_answers_it_and_the_offer_is_told() -> None:
    clauses = _read(REJECTED, "ARN", "GON")
    (answer,) = response.find(clauses, ())
    (offer,) = proposal.find(clauses, ())
    assert (answer.own, _ids(clauses, answer, "by"), _ids(clauses, answer, "to")) == ("reject", {"GON"}, {"ARN"})
    assert (offer.own, _ids(clauses, offer, "by")) == ("offer", {"ARN"})


def test_a_refusal_on_a_condition_is_a_conditional_answer_and_a_demand() -> None:
    clauses = _read(UNLESS, "ARN", "GON")
    (answer,) = response.find(clauses, ())
    (demand,) = proposal.find(clauses, ())
    assert answer.own == "conditional"
    assert (demand.own, _ids(clauses, demand, "by"), _ids(clauses, demand, "to")) == ("demand", {"GON"}, {"ARN"})


def test_the_same_holds_for_either_side() -> None:
    """Exchanging the names exchanges the roles and nothing else."""
    swapped = REJECTED.replace("Gondor", "X").replace("Arnor", "Gondor").replace("X", "Arnor")
    one, other = _read(REJECTED, "ARN", "GON"), _read(swapped, "ARN", "GON")
    (first,), (second,) = response.find(one, ()), response.find(other, ())
    assert replace(first, roles={}) == replace(second, roles={})
    assert _ids(one, first, "by") == _ids(other, second, "to")


def test_conditions_and_breaches() -> None:
    clauses = _read(UNLESS, "ARN", "GON")
    (condition,) = contents.conditions(clauses, WordRef(0, 3))
    assert contents.is_breach(clauses, condition)
    assert contents.is_condition(clauses, condition)
    assert not contents.is_told(clauses, WordRef(0, 3))


def test_verbs_with_particles_told_by_a_phrase() -> None:
    assert acts.phrasal(_read(OUT_OF), WordRef(0, 1)) == ("walk", "walk out")


def test_content_of_an_appeal() -> None:
    clauses = _read(URGED, "ARN", "GON")
    assert contents.is_wanted(clauses, WordRef(0, 6))
    assert contents.matters(clauses, contents.infinitives(clauses, WordRef(0, 1)))
