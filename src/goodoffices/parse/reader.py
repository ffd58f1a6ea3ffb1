"""Text into parsed sentences."""

from __future__ import annotations

from goodoffices.model.words import ROOT, NameSpan, Sentence, Word
from goodoffices.parse.lemma import lemma
from goodoffices.parse.network import Tagged, network
from goodoffices.parse.repair import REPAIRS, Draft
from goodoffices.parse.sentences import sentences
from goodoffices.parse.standins import stand_in
from goodoffices.parse.tokenizer import Token


def parse(text: str) -> tuple[Sentence, ...]:
    """Parse an English text: words with tags, features, lemmas, heads and names, sentence by sentence.

    Offsets count in `text`; ``text[word.start:word.end] == word.form`` for every word. The result depends
    on the text alone. An empty text has no sentences.
    """
    split = list(sentences(text))
    if not split:
        return ()
    tagged = network().read(stand_in([[token.form for token in tokens] for tokens in split]))
    return tuple(_sentence(i, *pair) for i, pair in enumerate(zip(split, tagged, strict=True)))


def _sentence(index: int, tokens: list[Token], tagged: Tagged) -> Sentence:
    forms = [token.form for token in tokens]
    lemmas = [lemma(*triple) for triple in zip(forms, tagged.upos, tagged.feats, strict=True)]
    draft = Draft(forms, tagged.upos, lemmas, list(tagged.heads), list(tagged.relations), tagged.names)
    for repair in REPAIRS:
        repair(draft)
    words = tuple(
        Word(i, t.start, t.end, t.form, lemmas[i], tagged.upos[i], tagged.feats[i],
             draft.heads[i] - 1 if draft.heads[i] else ROOT, draft.relations[i])
        for i, t in enumerate(tokens)
    )
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != ROOT:
            children[word.head].append(word.index)
    below = tuple(map(tuple, children))
    return Sentence(index, tokens[0].start, tokens[-1].end, words, _names(tagged.names), below)


def _names(tags: list[str]) -> tuple[NameSpan, ...]:
    found: list[NameSpan] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append(NameSpan(i, i, tag[2:]))
        elif tag.startswith("I-") and found:
            found[-1] = NameSpan(found[-1].first, i, found[-1].label)
    return tuple(found)
