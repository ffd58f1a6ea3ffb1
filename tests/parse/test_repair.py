"""Mends of the tree, on hand-made drafts: heads count from 1, 0 is the root."""

from __future__ import annotations

from goodoffices.parse.repair import (
    Draft,
    final_attribution,
    one_subject,
    paired_clauses,
    reduced_passive,
    speaker_after_quotation,
    title_before_name,
)


def draft(rows: str) -> Draft:
    """A draft from `form|TAG|head|relation[|name tag]` items."""
    cells = [item.split("|") for item in rows.split()]
    return Draft(
        [c[0] for c in cells],
        [c[1] for c in cells],
        [c[0].lower() for c in cells],
        [int(c[2]) for c in cells],
        [c[3] for c in cells],
        [c[4] if len(c) > 4 else "O" for c in cells],
    )


def tree(found: Draft) -> list[tuple[int, str]]:
    return list(zip(found.heads, found.relations, strict=True))


def test_two_subjects_become_one() -> None:
    found = draft("broadcaster|NOUN|3|nsubj Alfa|PROPN|3|nsubj reported|VERB|0|root")
    one_subject(found)
    assert tree(found) == [(3, "nsubj"), (1, "appos"), (0, "root")]


def test_subjects_with_a_word_between_stay() -> None:
    rows = "sides|NOUN|4|nsubj ,|PUNCT|4|punct Alfa|PROPN|4|nsubj met|VERB|0|root"
    found = draft(rows)
    one_subject(found)
    assert tree(found) == tree(draft(rows))


def test_a_bare_title_hangs_on_the_name() -> None:
    found = draft(
        "rebel|NOUN|2|compound leader|NOUN|5|nsubj Ana|PROPN|2|appos|B-PER "
        "Li|PROPN|3|flat|I-PER left|VERB|0|root"
    )
    title_before_name(found)
    assert tree(found) == [(2, "compound"), (3, "nmod:desc"), (5, "nsubj"), (3, "flat"), (0, "root")]


def test_a_name_is_the_apposition_of_a_title_with_article() -> None:
    found = draft("the|DET|2|det leader|NOUN|4|nsubj Ana|PROPN|2|flat|B-PER left|VERB|0|root")
    title_before_name(found)
    assert tree(found) == [(2, "det"), (4, "nsubj"), (2, "appos"), (0, "root")]


def test_a_participle_with_agent_belongs_to_its_noun() -> None:
    found = draft(
        "broke|VERB|0|root the|DET|3|det truce|NOUN|1|obj brokered|VERB|1|xcomp "
        "by|ADP|6|case Alfa|PROPN|4|obl:agent"
    )
    reduced_passive(found)
    assert tree(found)[3] == (3, "acl")


def test_the_second_subject_after_with() -> None:
    found = draft(
        "ended|VERB|0|root with|SCONJ|4|mark A|PROPN|4|nsubj seeking|VERB|1|advcl talks|NOUN|4|obj "
        "and|CCONJ|7|cc B|PROPN|5|conj refusing|VERB|4|conj"
    )
    paired_clauses(found)
    assert tree(found)[5:] == [(8, "cc"), (8, "nsubj"), (4, "conj")]


def test_a_closing_speech_verb_is_a_parenthesis() -> None:
    found = draft(
        "agreed|VERB|0|root on|ADP|3|case terms|NOUN|1|obl ,|PUNCT|6|punct "
        "Ana|PROPN|6|nsubj say|VERB|3|acl:relcl"
    )
    final_attribution(found)
    assert tree(found)[5] == (1, "parataxis")


def test_the_speaker_after_a_quotation() -> None:
    found = draft(
        "be|VERB|7|ccomp no|DET|3|det deal|NOUN|1|nsubj ,|PUNCT|1|punct \"|PUNCT|1|punct Ana|PROPN|1|nsubj "
        "tell|VERB|0|root us|PRON|7|iobj"
    )
    speaker_after_quotation(found)
    assert tree(found)[5] == (7, "nsubj")
    assert tree(found)[2] == (1, "nsubj")
