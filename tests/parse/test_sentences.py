"""Words and sentences: offsets, datelines, sources, abbreviations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.parse.sentences import sentences
from goodoffices.parse.tokenizer import tokenize


def split(text: str) -> list[str]:
    return [text[s[0].start : s[-1].end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks ended. No date was set.", ["Talks ended.", "No date was set."]),
        ("Gen. Lee met Mr. Abe on Nov. 3. They left.", ["Gen. Lee met Mr. Abe on Nov. 3.", "They left."]),
        ("The U.N. envoy left. The U.S. The end.", ["The U.N. envoy left.", "The U.S.", "The end."]),
        ("JUBA, Nov 3 (Agency) - Rebels signed.", ["JUBA, Nov 3 (Agency) -", "Rebels signed."]),
        ("BOGOTÁ — The round closed.", ["BOGOTÁ —", "The round closed."]),
        ("14:05 The session opened.", ["14:05", "The session opened."]),
        ("They met on Friday. (Agency) (The Herald)", ["They met on Friday.", "(Agency) (The Herald)"]),
        ('"We are ready." She left.', ['"We are ready."', "She left."]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("It was signed. [2] In March it failed.", ["It was signed. [2]", "In March it failed."]),
        ("Article 3 of no. 7 stands.", ["Article 3 of no. 7 stands."]),
        ("JUBA/NAIROBI (Agency) - Rebels signed.", ["JUBA/NAIROBI (Agency) -", "Rebels signed."]),
        ("Doha, Qatar (Agency) — Rebels signed.", ["Doha, Qatar (Agency) —", "Rebels signed."]),
        ("Thursday, May 7, 2015 The round closed.", ["Thursday, May 7, 2015", "The round closed."]),
        ("It was signed.[4] [5] The next fell.", ["It was signed.[4] [5]", "The next fell."]),
        ("He met \"no one.\" (Agency) Then he left.", ["He met \"no one.\"", "(Agency)", "Then he left."]),
        ("\"Accord\" (\"Peace\") was its name.", ["\"Accord\" (\"Peace\") was its name."]),
        ("The deal - after all - fell.", ["The deal - after all - fell."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_parenthesis_that_is_no_source_stays_in_its_sentence() -> None:
    assert split("They met (for the third time) on Friday.") == ["They met (for the third time) on Friday."]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("didn't", ["did", "n't"]),
        ("Kyiv’s offer", ["Kyiv", "’s", "offer"]),
        ("30-day", ["30", "-", "day"]),
        ("2–3-day", ["2", "–", "3", "-", "day"]),
        ("1,000-for-1,000", ["1,000", "-", "for", "-", "1,000"]),
        ("U.S.-led M23", ["U.S.", "-", "led", "M23"]),
        ("cannot", ["can", "not"]),
        ("21st", ["21st"]),
    ],
)
def test_words(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokenize(text)] == forms


@given(st.text(max_size=200))
def test_offsets_are_slices_and_no_letter_is_lost(text: str) -> None:
    tokens = [token for s in sentences(text) for token in s]
    assert all(text[t.start : t.end] == t.form for t in tokens)
    assert "".join(t.form for t in tokens) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(tokens))
