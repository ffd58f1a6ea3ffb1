"""Line breaks that only a width made."""

import textwrap

import pytest

from goodoffices.parse.wrapping import flowing

PARAGRAPH = (
    "The delegations of Ruritania and Graustark ended their second round of talks in Lausanne on Wednesday without an "
    'agreement. "We will meet again," said the mediator. Ruritania had proposed a truce of 30 days, and the U.S. envoy, '
    "who is to arrive on Thursday, called it a beginning that neither side should let go to waste."
)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_paragraphs_flow(width: int) -> None:
    wrapped = textwrap.fill(PARAGRAPH, width) + "\n\n" + textwrap.fill(PARAGRAPH, width)
    found = flowing(wrapped)
    assert len(found) == len(wrapped)
    assert found.split() == wrapped.split()
    kept = [line for line in found.split("\n") if line]
    assert all(line.rstrip().endswith((".", '."', ".\"")) or line.endswith(",\"") for line in kept), kept


@pytest.mark.parametrize(
    "text",
    [
        "Talks end\nBoth sides left Geneva on Friday without an agreement, the mediator said.",
        "10:15 The delegations have arrived at the palace, our correspondent writes from the gate\n10:40 They are inside",
        "- release of all prisoners, as the two sides agreed in the spring in Lausanne\n- a truce",
        PARAGRAPH + "\n" + PARAGRAPH,
        "",
        "One line.",
    ],
)
def test_other_breaks_stay(text: str) -> None:
    assert flowing(text) == text
