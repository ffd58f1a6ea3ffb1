"""The exchange of names in a text: whole words, articles, capitals, possessives, persons."""

from __future__ import annotations

import pytest

from bench.swap import Pair, pairs, replace, replace_same

PAIR = Pair(
    one="ARN",
    other="GON",
    forms=(("Arnor", "the United Shires"), ("Arnorian", "Shirish"), ("Annuminas", "Edoras")),
    persons=(("Ana Arva", "Bo Berg"),),
    same=(("the Old Tower", "Annuminas"),),
)


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("Arnor and the United Shires met.", "The United Shires and Arnor met."),
        ("They met. The United Shires agreed.", "They met. Arnor agreed."),
        ("an Arnorian envoy", "a Shirish envoy"),
        ("the Arnorian envoy and a Shirish one", "the Shirish envoy and an Arnorian one"),
        ("Ana Arva saw Berg in Edoras.", "Bo Berg saw Arva in Annuminas."),
        ("ANNUMINAS, May 2 - talks", "EDORAS, May 2 - talks"),
        ("the Arva-Berg meeting", "the Berg-Arva meeting"),
        ("After Arnor's offer the Shirish came.", "After the United Shires' offer the Arnorian came."),
        ("Arnorians and Arnors", "Arnorians and Arnors"),
    ],
)
def test_names_are_exchanged(text: str, swapped: str) -> None:
    assert replace(text, PAIR.exchange()) == swapped


def test_twice_is_the_text_again() -> None:
    text = "Arnor told Edoras on Monday that Ana Arva would meet Bo Berg. The Shirish side agreed."
    assert replace(replace(text, PAIR.exchange()), PAIR.exchange()) == text


def test_forms_without_a_counterpart_become_the_plain_name() -> None:
    assert replace_same("Envoys of the Old Tower came.", PAIR) == "Envoys of Annuminas came."


def test_no_form_of_a_pair_stands_twice() -> None:
    for pair in pairs().values():
        forms = [form for both in (*pair.forms, *pair.persons) for form in both]
        assert len(forms) == len(set(forms)), pair.one
