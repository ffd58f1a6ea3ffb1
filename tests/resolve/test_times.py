"""Time expressions on hand-made parses: every word hangs on one verb whose tense the case gives."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.model.document import Document
from goodoffices.model.mentions import Mention
from goodoffices.model.words import ROOT, Sentence, Word
from goodoffices.parse.tokenizer import tokenize
from goodoffices.resolve.times import find_times
from tests.trees import sentence

FRIDAY = date(2025, 6, 27)
_AUXILIARIES = {"will", "would", "had", "has", "have", "may"}
_FEATURES: dict[str, dict[str, str]] = {
    "met": {"VerbForm": "Fin", "Tense": "Past"},
    "signed": {"VerbForm": "Fin", "Tense": "Past"},
    "began": {"VerbForm": "Fin", "Tense": "Past"},
    "freed": {"VerbForm": "Fin", "Tense": "Past"},
    "meet": {"VerbForm": "Inf"},
    "resume": {"VerbForm": "Inf"},
    "last": {"VerbForm": "Inf"},
}


def flat(text: str) -> tuple[Sentence, ...]:
    """One sentence in each line; its words hang on the first verb of `_FEATURES`, else on the first word."""
    sentences, at = [], 0
    for number, line in enumerate(text.split("\n")):
        tokens = tokenize(text, at, at + len(line))
        at += len(line) + 1
        root = next((i for i, t in enumerate(tokens) if t.form in _FEATURES), 0)
        words = tuple(
            Word(
                i,
                t.start,
                t.end,
                t.form,
                t.form.lower(),
                "VERB" if i == root else "X",
                _FEATURES.get(t.form, {}),
                ROOT if i == root else root,
                "root" if i == root else "aux" if t.form in _AUXILIARIES else "mark" if t.form == "to" else "obl",
            )
            for i, t in enumerate(tokens)
        )
        children = tuple(tuple(w.index for w in words if w.head == i) for i in range(len(words)))
        sentences.append(Sentence(number, words[0].start, words[-1].end, words, (), children))
    return tuple(sentences)


def times(text: str, published: date | None = FRIDAY) -> list[Mention]:
    """The time mentions of a text."""
    return list(find_times(Document("d", text, published), flat(text)))


def edtf(text: str, published: date | None = FRIDAY) -> list[str | None]:
    """What they were resolved to."""
    return [m.when.edtf if m.when else None for m in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met on 27 May 2024 .", "2024-05-27"),
        ("The envoys met on May 27, 2024 .", "2024-05-27"),
        ("The envoys met on the 27th of May, 2024 .", "2024-05-27"),
        ("The envoys met on 2024-05-27 .", "2024-05-27"),
        ("The envoys met on 27.05.2024 .", "2024-05-27"),
        ("The envoys met on 27/5 .", "2025-05-27"),
        ("The envoys met on Jun. 24 .", "2025-06-24"),
        ("The envoys met on the first of March .", "2025-03-01"),
        ("The envoys met on 3 July .", "2024-07-03"),
        ("The envoys will meet on 3 July .", "2025-07-03"),
        ("The envoys will meet on 3 March .", "2026-03-03"),
        ("The envoys met in late May .", "2025-05-21/2025-05-31"),
        ("The envoys met in mid-May 2024 .", "2024-05-11/2024-05-20"),
        ("The envoys met in early May .", "2025-05-01/2025-05-10"),
        ("The envoys met in the first half of June .", "2025-06-01/2025-06-15"),
        ("The envoys met in the first week of June .", "2025-06-01/2025-06-07"),
        ("The envoys met at the end of 2023 .", "2023-12"),
        ("The envoys met in November .", "2024-11"),
        ("The envoys will meet in November .", "2025-11"),
        ("The envoys met last March .", "2025-03"),
        ("The envoys met in March last year .", "2024-03"),
        ("The envoys met in the second quarter of 2024 .", "2024-04-01/2024-06-30"),
        ("The envoys met in the spring of 2024 .", "2024-21"),
        ("The envoys met last winter .", "2024-24"),
        ("The envoys met in 2015 .", "2015"),
        ("The envoys met in the 1990s .", "199X"),
        ("The envoys met in 490 BC .", "-0489"),
    ],
)
def test_dates(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 23–25 May .", "2025-05-23/2025-05-25"),
        ("They met from 3 to 5 June .", "2025-06-03/2025-06-05"),
        ("They met between 3 and 5 June 2024 .", "2024-06-03/2024-06-05"),
        ("They met on May 23-25 .", "2025-05-23/2025-05-25"),
        ("They met on June 2 and 3 .", "2025-06-02/2025-06-03"),
        ("They met from 30 May to 2 June .", "2025-05-30/2025-06-02"),
        ("They met from Monday until Wednesday .", "2025-06-23/2025-06-25"),
        ("They met between December 30 and January 2 .", "2024-12-30/2025-01-02"),
        ("They met from March to May 2024 .", "2024-03/2024-05"),
        ("They met often in 2011–2020 .", "2011/2020"),
        ("They met between 1994 and 1996 .", "1994/1996"),
        ("They will meet from 8 July until 10 July .", "2025-07-08/2025-07-10"),
    ],
)
def test_ranges_are_one_mention(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


def test_two_days_are_two_mentions() -> None:
    assert edtf("They met on May 16 and June 2 .") == ["2025-05-16", "2025-06-02"]
    assert edtf("They met on 16 and 27 May .") == ["2025-05-16", "2025-05-27"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Friday .", "2025-06-27"),
        ("They met on Monday .", "2025-06-23"),
        ("They will meet on Monday .", "2025-06-30"),
        ("They met last Friday .", "2025-06-20"),
        ("They will meet next Monday .", "2025-06-30"),
        ("They met on Tuesday last week .", "2025-06-17"),
        ("They met on Sunday, 22 June .", "2025-06-22"),
        ("They met yesterday .", "2025-06-26"),
        ("They met this morning .", "2025-06-27"),
        ("They met the day before yesterday .", "2025-06-25"),
        ("They will meet tomorrow .", "2025-06-28"),
        ("They met overnight .", "2025-06-26/2025-06-27"),
        ("They met two days ago .", "2025-06-25"),
        ("They met a fortnight ago .", "2025-06-13"),
        ("They met three months ago .", "2025-03"),
        ("They met last week .", "2025-06-16/2025-06-22"),
        ("They will meet next week .", "2025-06-30/2025-07-06"),
        ("They met at the weekend .", "2025-06-21/2025-06-22"),
        ("They met last month .", "2025-05"),
        ("They met earlier this month .", "2025-06-01/2025-06-27"),
        ("They will meet later this week .", "2025-06-27/2025-06-29"),
        ("They will meet in the coming days .", "2025-06-28/2025-07-04"),
        ("They will meet in the next two weeks .", "2025-06-28/2025-07-11"),
        ("They will meet in three weeks .", "2025-07-18"),
        ("They will meet at 6 a.m. on Monday .", "2025-06-30"),
    ],
)
def test_relative_words(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 2 June .\nA day earlier they met in Arnor .", "2025-06-01"),
        ("They met on 2 June .\nThe day before , they met in Arnor .", "2025-06-01"),
        ("They met on 2 June .\nTwo weeks later they met again .", "2025-06-16"),
        ("They met on 2 June .\nA fortnight earlier they met in Arnor .", "2025-05-19"),
        ("They met on 2 June .\nThe following day they met again .", "2025-06-03"),
        ("They met on 2 June .\nThey signed it on the same day .", "2025-06-02"),
        ("They met on 2 June .\nThey met again later that month .", "2025-06"),
    ],
)
def test_anchored_to_the_day_last_named(text: str, expected: str) -> None:
    second = times(text)[1]
    assert second.when is not None
    assert (second.when.edtf, second.when.basis) == (expected, "anchored")


def test_without_a_day_of_publication_only_whole_dates_are_resolved() -> None:
    assert edtf("They met on Monday .", None) == [None]
    assert edtf("They met yesterday .", None) == [None]
    assert edtf("They met on 2 June 2024 .", None) == ["2024-06-02"]
    assert edtf("They met on 2 June 2024 .\nA day later they met again .", None) == [
        "2024-06-02",
        "2024-06-03",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They freed them at Christmas .", "2024-12-25"),
        ("They will meet on New Year's Eve .", "2025-12-31"),
        ("They met at Orthodox Easter .", "2025-04-20"),
        ("They freed them for Eid al-Adha .", "2025-06-06/2025-06-08"),
        ("They met on Victory Day .", "2025-05-09"),
        ("They met on Yom Kippur .", "2024-10-12"),
        ("They met before Ramadan 2024 .", "2024-03-11/2024-04-09"),
    ],
)
def test_festive_days(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The sides may meet again .",
        "They signed a 1,000-for-1,000 swap .",
        "The March 23 Movement signed .",
        "They began the third round with 27 aims .",
        "They signed Resolution 1701 .",
        "They met recently and may meet soon .",
        "He freed 24 men aged 25 .",
        "They began to march .",
    ],
)
def test_no_time(text: str) -> None:
    assert edtf(text) == []


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("They met on Monday .", "on"),
        ("They will last until Monday .", "until"),
        ("They have met since 9 May .", "since"),
        ("They will meet by the end of August .", "by"),
        ("They will meet within 60 days .", "within"),
    ],
)
def test_preposition_is_told(text: str, how: str) -> None:
    assert [m.how for m in times(text)] == [how]


def test_until_a_day_ahead_is_a_window() -> None:
    assert edtf("The pause will last until 3 August .") == ["2025-06-27/2025-08-03"]


def test_dateline_is_the_anchor_and_no_mention() -> None:
    text = "OSGILIATH, June 25 (Palantir) - The envoys met on Wednesday and signed on Monday ."
    assert edtf(text) == ["2025-06-25", "2025-06-23"]


def test_a_passage_on_another_year_goes_on_in_that_year() -> None:
    text = "They met on 3 November 2019 , met again in December and signed in February ."
    assert edtf(text) == ["2019-11-03", "2019-12", "2020-02"]


def test_head_and_words() -> None:
    mention = times("They met on Monday .")[0]
    assert (mention.sentence, mention.first, mention.last, mention.head) == (0, 3, 3, 3)
    assert mention.when is not None
    assert mention.when.text == "Monday"


def test_numbers_beyond_the_calendar_stay_unresolved() -> None:
    assert edtf("The flute was found 35,000 years ago .") == [None]
    assert edtf("The flute was found 900 decades ago .") == [None]


TOLD = """
They PRON 2 nsubj
told~tell VERB 0 root VerbForm=Fin,Tense=Past
them PRON 2 obj
on ADP 5 case
Monday PROPN 2 obl
to PART 7 mark
resume VERB 2 xcomp VerbForm=Inf
on ADP 9 case
Wednesday PROPN 7 obl
"""
AFTER = """
They PRON 2 nsubj
release VERB 0 root VerbForm=Fin,Tense=Pres
him PRON 2 obj
two NUM 5 nummod
days~day NOUN 8 obl:unmarked
after SCONJ 8 mark
talks~talk NOUN 8 nsubj
began~begin VERB 2 advcl VerbForm=Fin,Tense=Past
"""


def test_a_reported_weekday_follows_the_day_of_the_report() -> None:
    parsed = sentence(TOLD)
    text = " ".join(word.form for word in parsed.words)
    found = find_times(Document("d", text, FRIDAY), (parsed,))
    assert [m.when and m.when.edtf for m in found] == ["2025-06-23", "2025-06-25"]


def test_days_after_an_event_are_the_time_of_the_event() -> None:
    parsed = sentence(AFTER)
    text = " ".join(word.form for word in parsed.words)
    (mention,) = find_times(Document("d", text, FRIDAY), (parsed,))
    assert (mention.how, mention.head, mention.when and mention.when.edtf) == ("event", 5, "2025-06-25")
    assert mention.when is not None
    assert mention.when.text == "two days after"


def test_stamps_of_a_live_report_are_the_day_of_publication() -> None:
    mentions = times("14:05 They met .\n15.10 They signed .")
    assert [(m.how, m.when and m.when.edtf) for m in mentions] == [("stamp", "2025-06-27")] * 2


def test_names_of_papers_and_wars_are_no_days() -> None:
    assert edtf("They met , the Sunday Times wrote .") == []
    assert edtf("They signed after the Yom Kippur War .") == []


@pytest.mark.parametrize("words", ["in Sunday's vote", "at the meeting on Sunday", "after Sunday's vote"])
def test_weekday_of_an_event(words: str) -> None:
    assert edtf(f"They met {words} .") == ["2025-06-22"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Saturday after five days of talks .", "2025-06-17/2025-06-21"),
        ("A twelve-day meeting ended on Tuesday , as they signed .", "2025-06-13/2025-06-24"),
        ("On Monday they began a three-day summit .", "2025-06-23/2025-06-25"),
    ],
)
def test_windows_of_meetings_told_by_their_length(text: str, expected: str) -> None:
    assert [m.when and m.when.edtf for m in times(text) if m.how == "lasting"] == [expected]
