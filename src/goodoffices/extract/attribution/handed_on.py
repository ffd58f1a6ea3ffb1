"""Sources without a verb of speech of their own: "according to", nouns, captions, and words handed on by others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.extract.attribution.cues import cues
from goodoffices.extract.attribution.frames import SpeechFrame
from goodoffices.extract.attribution.speakers import authors, label_of
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import WordRef

ACCORDING = frozenset({"according to", "per", "as per"})
HANDING_ON = frozenset({"quote", "cite"})
_CAPTION_WORDS = 10
_NOT_SPEAKERS = frozenset({"NUM", "VERB", "ADV", "AUX"})


def according_to(clauses: Clauses) -> Iterator[SpeechFrame]:
    """Phrases with "according to": the source of the clause they stand in."""
    for ref in clauses.refs():
        for case in clauses.children(ref, "case"):
            words = " ".join([clauses.lemma(case), *(clauses.lemma(w) for w in clauses.children(case, "fixed"))])
            if words in {"accord to", "according to", "per"}:
                yield from _of_clause(clauses, ref, case, level=0, act="say")


def _of_clause(clauses: Clauses, noun: WordRef, cue: WordRef, *, level: int, act: str) -> Iterator[SpeechFrame]:
    at, head = noun, clauses.head(noun)
    while head is not None and not clauses.is_predicate(head) and clauses.head(head) is not None:
        at, head = head, clauses.head(head)
    host = head if head is not None else at
    content = frozenset(clauses.subtree(host)) - frozenset(clauses.subtree(noun))
    for who in clauses.conjuncts(noun):
        for speaker in authors(clauses, who):
            yield SpeechFrame(cue, act, (speaker,), label_of(clauses, speaker), content, level=level)


def noun_frames(clauses: Clauses) -> Iterator[SpeechFrame]:
    """Nouns of speech with a clause: "Moscow's claim that …", "reports by diplomats that …"."""
    for ref in clauses.refs():
        act = cues("NOUN").get(clauses.lemma(ref)) if clauses.word(ref).upos == "NOUN" else None
        if act is None:
            continue
        content = frozenset(
            w
            for child in clauses.children(ref, "acl", "ccomp", "appos")
            if child > ref and clauses.label(child) != "acl:relcl" and clauses.children(child, "mark")
            for w in clauses.subtree(child)
        )
        speakers = clauses.possessors(ref) or tuple(
            w for w in clauses.obliques(ref, "by", "from", "of") if w not in content
        )
        if not speakers:
            speakers = tuple(w for w in clauses.modifiers(ref) if clauses.annotated.actors_at(w))
        if content and speakers:
            yield SpeechFrame(ref, act, speakers, label_of(clauses, speakers[0]), content)


def captions(clauses: Clauses, taken: set[int]) -> Iterator[SpeechFrame]:
    """Captions: "Kyiv: 1,245 bodies handed over"; only where nobody else speaks in the sentence."""
    for sentence in clauses.annotated.sentences:
        forms = [word.form for word in sentence.words]
        colon = forms.index(":") if ":" in forms[: _CAPTION_WORDS + 1] else 0
        if not colon or sentence.index in taken or colon + 1 >= len(forms):
            continue
        before = sentence.words[:colon]
        heads = [w for w in before if not 0 <= w.head < colon]
        if len(heads) != 1 or any(w.upos in _NOT_SPEAKERS for w in before):
            continue
        speaker = WordRef(sentence.index, heads[0].index)
        if not clauses.annotated.actors_at(speaker) or all(w.form.isupper() for w in before):
            continue  # words in capitals are headings
        content = frozenset(WordRef(sentence.index, i) for i in range(colon + 1, len(forms)))
        label = clauses.annotated.document.text[before[0].start : before[-1].end]
        yield SpeechFrame(WordRef(sentence.index, colon), "say", (speaker,), label, content)


def handed_on(clauses: Clauses, frames: Sequence[SpeechFrame]) -> Iterator[SpeechFrame]:
    """Sources within sources: "Umerov, quoted by Reuters", "Reuters reported, citing two officials"."""
    by_cue = {frame.cue: frame for frame in frames}
    for ref in clauses.refs():
        if clauses.word(ref).upos != "VERB" or clauses.lemma(ref) not in HANDING_ON:
            continue
        inner = clauses.patients(ref)
        outer = tuple(a for a in clauses.agents(ref) if a not in inner)
        if clauses.is_passive(ref) and not outer:
            outer = clauses.obliques(ref, "in")
        said = next((by_cue[c] for c in clauses.children(ref) if c in by_cue), None)
        if said is not None and said.content:  # "Reuters quoted him as saying that …"
            yield from _frame(clauses, ref, outer, said.content, level=1)
            if not said.speakers or set(said.speakers) == set(outer):
                yield from _frame(clauses, ref, inner, said.content, level=-1)
            continue
        if clauses.is_passive(ref):  # "Umerov, quoted by Reuters, said …"
            content = frozenset(w for f in frames if set(f.speakers) & set(inner) for w in f.content)
            yield from _frame(clauses, ref, outer, content, level=1)
        else:
            yield from _citing(clauses, ref, inner, by_cue)


def _citing(
    clauses: Clauses, ref: WordRef, inner: tuple[WordRef, ...], by_cue: dict[WordRef, SpeechFrame]
) -> Iterator[SpeechFrame]:
    host = clauses.head(ref)
    if clauses.label(ref) not in {"advcl", "acl", "parataxis", "conj"} or host is None:
        return
    named = tuple(
        w
        for w in inner
        if clauses.annotated.actors_at(w)
        or clauses.word(w).upos == "PROPN"
        or clauses.lemma(w) in {"official", "source", "diplomat", "person", "people", "report", "medium", "media"}
    )
    content = (
        by_cue[host].content if host in by_cue else frozenset(clauses.subtree(host)) - frozenset(clauses.subtree(ref))
    )
    yield from _frame(clauses, ref, named, content, level=-1)


def _frame(
    clauses: Clauses, cue: WordRef, speakers: tuple[WordRef, ...], content: frozenset[WordRef], *, level: int
) -> Iterator[SpeechFrame]:
    if speakers and content:
        yield SpeechFrame(cue, "quote", speakers, label_of(clauses, speakers[0]), content, level=level)
