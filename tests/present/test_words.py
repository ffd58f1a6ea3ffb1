"""Dates, numbers and terms as people write them."""

import pytest

from goodoffices.model.facts import Term, When
from goodoffices.present.words import duration, printable, term, when


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2025-06-02", "2025-06-02", "day", "2 June 2025"),
        ("2025-06-01", "2025-06-30", "month", "June 2025"),
        ("2025-02-01", "2025-02-28", "month", "February 2025"),
        ("2025-05-21", "2025-05-31", "range", "late May 2025"),
        ("2025-05-01", "2025-05-10", "range", "early May 2025"),
        ("2025-05-11", "2025-05-20", "range", "mid-May 2025"),
        ("2025-06-02", "2025-06-04", "range", "2–4 June 2025"),
        ("2025-05-30", "2025-06-02", "range", "30 May – 2 June 2025"),
        ("2025-12-30", "2026-01-02", "range", "30 December 2025 – 2 January 2026"),
        ("2025-06-23", "2025-06-29", "week", "the week of 23 June 2025"),
        ("2025-01-01", "2025-12-31", "year", "2025"),
        ("1990-01-01", "1999-12-31", "decade", "the 1990s"),
        ("2025-06-02", None, "range", "from 2 June 2025"),
        (None, "2025-06-02", "range", "until 2 June 2025"),
        (None, None, "day", "“soon”"),
    ],
)
def test_when(start: str | None, end: str | None, precision: str, said: str) -> None:
    assert when(When("soon", start, end, None, precision, "stated")) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Term(duration_days=(2, 3), scope="limited"), "2–3 days, limited"),
        (Term(count=(None, 1200), qualifier="at_most", count_basis="per_side"), "up to 1,200 from each side"),
        (Term(count=(1000, None), qualifier="at_least"), "at least 1,000"),
        (Term(count=(1000, None)), "at least 1,000"),
        (Term(count=(250, 250), qualifier="about", object="prisoners", count_basis="total"), "about 250 prisoners in all"),
        (Term(deadline=When("by 2 June", None, "2025-06-02", None, "day", "stated")), "by 2 June 2025"),
        (Term(issue="CF"), ""),
    ],
)
def test_term(found: Term, said: str) -> None:
    assert term(found) == said


def test_hours() -> None:
    assert duration((0.5, 0.5)) == "12 hours"


def test_text_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b]0;title\x07b\u202ec\x9b31m") == "a]0;titlebc31m"
