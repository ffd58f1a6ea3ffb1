"""Stand-ins: an exchange of known names changes no tree."""

from __future__ import annotations

import pytest

from goodoffices.parse import parse
from goodoffices.parse.standins import PERSONS, STATES, forms, stand_in


@pytest.mark.parametrize(
    ("text", "exchanged"),
    [
        ("Armenia rejected the plan of Azerbaijan in Baku.", "Azerbaijan rejected the plan of Armenia in Yerevan."),
        ("With Iran refusing the Iraqi offer, talks stalled.", "With Iraq refusing the Iranian offer, talks stalled."),
        ("Pashinyan told reporters that Aliyev had agreed.", "Aliyev told reporters that Pashinyan had agreed."),
    ],
)
def test_an_exchange_of_names_changes_no_tree(text: str, exchanged: str) -> None:
    one, other = ([(w.head, w.deprel, w.upos) for s in parse(t) for w in s.words] for t in (text, exchanged))
    assert one == other


def test_words_and_offsets_stay_those_of_the_text() -> None:
    text = "Talks between ARMENIA and Azerbaijan opened in Vienna."
    for sentence in parse(text):
        for word in sentence.words:
            assert text[word.start : word.end] == word.form


def test_every_form_has_a_stand_in_and_names_in_order() -> None:
    for kind, _, place in forms().values():
        assert place < len((STATES if kind == "state" else PERSONS)[0])
    assert stand_in([["Peru"], ["Chile"], ["Peru"]]) == [[STATES[0][0]], [STATES[1][0]], [STATES[0][0]]]
