"""Frames of speech and chains of sources on own sentences, through the parser; actors are marked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.extract.attribution import SpeechFrame, find_speech, sources_of
from goodoffices.extract.attribution.cues import acts, cues
from goodoffices.extract.attribution.quotations import paragraphs, quotations
from goodoffices.model.document import Document
from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Annotated, Mention, MentionKind, WordRef
from goodoffices.parse import parse

ACTORS = {
    "Ayala": Actor("person:ayala", "Rosa Ayala", "person", "ARN"),
    "Brandt": Actor("person:brandt", "Otto Brandt", "person", "GND"),
    "Ethiopia": Actor("ETH", "Ethiopia", "state", "ETH"),
    "Eritrea": Actor("ERI", "Eritrea", "state", "ERI"),
    "Reuters": Actor("REUTERS", "Reuters", "medium"),
    "official": Actor("official", "official", "unnamed", "ETH"),
    "AYALA": Actor("person:ayala", "Rosa Ayala", "person", "ARN"),
    "BRANDT": Actor("person:brandt", "Otto Brandt", "person", "GND"),
}


def read(text: str) -> Annotated:
    """The text with its words parsed and the actors above marked where they are named."""
    sentences = parse(text)
    mentions = tuple(
        Mention(MentionKind.ACTOR, s.index, w.index, w.index, w.index, (ACTORS[w.form],))
        for s in sentences
        for w in s.words
        if w.form in ACTORS
    )
    return Annotated(Document("d", text, date(2024, 6, 16)), sentences, mentions)


def said(document: Annotated, frame: SpeechFrame) -> str:
    """The words of a frame's content."""
    return " ".join(document.word(ref).form for ref in sorted(frame.content))


def chain(text: str, form: str) -> list[str]:
    """The sources of the last word with this form, innermost first."""
    document = read(text)
    refs = [WordRef(s.index, w.index) for s in document.sentences for w in s.words if w.form == form]
    return [
        source.speaker.id if source.speaker else source.label
        for source in sources_of(document, find_speech(document), refs[-1])
    ]


@pytest.mark.parametrize(
    ("text", "form", "sources"),
    [
        ("Ayala said the envoys had met.", "met", ["person:ayala"]),
        ("Ayala told reporters on Monday that the envoys had met.", "met", ["person:ayala"]),
        ("The envoys had met, Ayala said.", "met", ["person:ayala"]),
        ("The envoys, Ayala said, had met.", "met", ["person:ayala"]),
        ("“The envoys have met,” said Ayala.", "met", ["person:ayala"]),
        ('"The envoys have met," said Ayala. "They will meet again on Friday."', "again", ["person:ayala"]),
        ("According to Ayala, the envoys had met.", "met", ["person:ayala"]),
        ("The envoys had met, according to Ayala.", "met", ["person:ayala"]),
        ("Ayala, quoted by Reuters, said the envoys had met.", "met", ["person:ayala", "REUTERS"]),
        ("Reuters reported, citing Ayala, that the envoys had met.", "met", ["person:ayala", "REUTERS"]),
        ("Ayala told Reuters that the envoys had met.", "met", ["person:ayala", "REUTERS"]),
        ("Ayala said Brandt had confirmed that the envoys met.", "met", ["person:brandt", "person:ayala"]),
        ("Ethiopia accused Eritrea of breaking the truce.", "breaking", ["ETH"]),
        ("Ethiopia's claim that the envoys had met was false.", "met", ["ETH"]),
        ("Ayala denied that the envoys had met.", "met", ["person:ayala"]),
        ("Ayala wrote: the envoys have met.", "met", ["person:ayala"]),
        ("Ayala made clear that the envoys had met.", "met", ["person:ayala"]),
        ("Ethiopia left the table, citing shots across the border.", "shots", ["ETH"]),
        ("The envoys met in Tirana.", "met", []),
        ("Ethiopia agreed to hold talks.", "talks", []),
    ],
)
def test_chain_of_sources(text: str, form: str, sources: list[str]) -> None:
    assert chain(text, form) == sources


def test_label_is_the_source_as_the_text_words_it() -> None:
    document = read("The truce is near, an official in the room said.")
    frame = next(f for f in find_speech(document) if f.content)
    assert frame.label == "an official in the room"
    assert said(document, frame) == "The truce is near ."


def test_denial_keeps_its_act_and_negation_its_polarity() -> None:
    document = read("Ayala did not say when the envoys would meet. Brandt denies it.")
    first, second = (f for f in find_speech(document) if f.speakers)
    assert (first.act, first.positive) == ("say", False)
    assert (second.act, second.positive) == ("deny", True)


def test_quotation_types() -> None:
    document = read(
        '"We have met," said Ayala. Brandt said the paper was "not a beginning". Ethiopia said it would wait.'
    )
    kinds = [f.quotation for f in find_speech(document) if f.speakers]
    assert kinds == ["direct", "mixed", "indirect"]


def test_turns_of_a_transcript() -> None:
    document = read("AYALA: The envoys have met.\n\nThey will meet again.\n\nBRANDT: We doubt it.")
    frames = find_speech(document)
    spoken = {f.label: said(document, f) for f in frames if f.cue.word == 0 and f.quotation == "direct"}
    assert spoken["AYALA"].startswith("The envoys have met") and "meet again" in spoken["AYALA"]
    assert spoken["BRANDT"].startswith("We doubt it")


def test_caption() -> None:
    assert chain("Ethiopia: forty prisoners handed over", "prisoners") == ["ETH"]


def test_headings_in_capitals_are_no_speakers() -> None:
    assert chain("THE SNAG: The guns of the rebels remain.", "remain") == []


def test_quotations_of_a_paragraph_left_open() -> None:
    text = "“One.\n\n“Two.”"
    assert [text[a:b] for a, b in quotations(text)] == ["One.", "Two."]


def test_paragraphs_leave_no_text_out() -> None:
    text = "One.\n\nTwo.\nThree."
    assert "".join(text[a:b] for a, b in paragraphs(text)).replace("\n", "") == "One.Two.Three."


def test_every_cue_has_a_known_act() -> None:
    for pos in ("VERB", "NOUN"):
        assert set(cues(pos).values()) <= set(acts())
