"""The bridge to spaCy: the same text, or a message that says what to install."""

from __future__ import annotations

import importlib.util

import pytest

from goodoffices.errors import MissingExtra
from goodoffices.parse import parse
from goodoffices.parse.spacy_doc import to_spacy

TEXT = "  Envoys met  in Juba.\n\nThey didn't agree. \n"
INSTALLED = importlib.util.find_spec("spacy") is not None


@pytest.mark.skipif(INSTALLED, reason="spaCy is installed")
def test_without_spacy_the_message_says_what_to_install() -> None:
    with pytest.raises(MissingExtra, match=r"goodoffices\[spacy\]"):
        to_spacy(TEXT, parse(TEXT))


@pytest.mark.skipif(not INSTALLED, reason="spaCy is not installed")
def test_the_doc_holds_the_text_and_the_parse() -> None:
    sentences = parse(TEXT)
    doc = to_spacy(TEXT, sentences)
    assert doc.text == TEXT
    words = [token for token in doc if not token.is_space]
    assert [t.idx for t in words] == [w.start for s in sentences for w in s.words]
    assert [t.lemma_ for t in words] == [w.lemma for s in sentences for w in s.words]
    assert sum(t.dep_ == "ROOT" for t in words) == len(sentences)
