"""The parser as a whole: trees, names and offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.model.words import ROOT, Sentence
from goodoffices.parse import parse


def relation(sentence: Sentence, form: str) -> tuple[str, str]:
    """Relation and head form of the first word with a form."""
    word = next(w for w in sentence.words if w.form == form)
    return word.deprel, "" if word.head == ROOT else sentence.words[word.head].form


def test_an_empty_text_has_no_sentences() -> None:
    assert parse("") == () == parse(" \n\n ")


def test_who_does_what() -> None:
    (sentence,) = parse("The rebels rejected the government's offer of a 30-day truce.")
    assert relation(sentence, "rebels") == ("nsubj", "rejected")
    assert relation(sentence, "offer") == ("obj", "rejected")
    assert sentence.root().lemma == "reject"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The talks will resume on Monday, Okello said on arrival.", "said"),
        ("Both sides have agreed to free the captives, the agency reported.", "reported"),
    ],
)
def test_a_final_attribution_is_a_parenthesis(text: str, verb: str) -> None:
    assert relation(parse(text)[0], verb)[0] == "parataxis"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels hand over 20 hostages to the Red Cross", "hostages", ("obj", "hand")),
        ("They met, with Kenya seeking a truce and Uganda refusing one.", "Uganda", ("nsubj", "refusing")),
        ("Both sides prepared the talks they are trying to arrange.", "trying", ("acl:relcl", "talks")),
        ("The rebels broke the truce brokered by Angola.", "brokered", ("acl", "truce")),
    ],
)
def test_constructions_of_the_news(text: str, word: str, expected: tuple[str, str]) -> None:
    assert relation(parse(text)[0], word) == expected


def test_title_and_name_are_one_subject() -> None:
    (sentence,) = parse("Burundian rebel leader Pierre Okello met President Jane Adeyemi.")
    met = next(w for w in sentence.words if w.form == "met")
    subjects = [w.form for w in sentence.words if w.head == met.index and w.deprel == "nsubj"]
    assert len(subjects) == 1


def test_names() -> None:
    (sentence,) = parse("President Salva Kiir received envoys of Kenya in Juba.")
    forms = [word.form for word in sentence.words]
    found = {(" ".join(forms[n.first : n.last + 1]), n.label) for n in sentence.names}
    assert {("Salva Kiir", "PER"), ("Kenya", "LOC"), ("Juba", "LOC")} <= found


def test_the_same_text_gives_the_same_parse() -> None:
    text = "Sudan's army and the RSF signed a truce in Jeddah. It was broken within hours."
    assert parse(text) == parse(text)


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=120))
def test_no_text_is_too_odd(text: str) -> None:
    for sentence in parse(text):
        assert all(text[w.start : w.end] == w.form for w in sentence.words)
        assert sum(w.head == ROOT for w in sentence.words) == 1
        for word in sentence.words:
            assert all(sentence.words[child].head == word.index for child in sentence.children[word.index])
