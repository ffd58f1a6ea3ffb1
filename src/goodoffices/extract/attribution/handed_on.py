"""Sources without a verb of speech of their own: "according to", nouns, captions, and words handed on by others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.extract.attribution.cues import cues, settings
from goodoffices.extract.attribution.frames import SpeechFrame
from goodoffices.extract.attribution.speakers import authors, label_of
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import WordRef

ACCORDING = frozenset({"according to", "per", "as per"})
HANDING_ON = frozenset({"quote", "cite"})
CITED = frozenset({"official", "source", "diplomat", "person", "people", "report", "medium", "media"})
"""Nouns for sources that one cites."""

UTTERING = frozenset({"deliver", "exchange", "give", "issue", "level", "make", "release", "renew", "repeat", "trade"})
"""Verbs whose subject speaks by the noun that is their object: "trade accusations"."""

_CAPTION_WORDS = 10
_NOT_SPEAKERS = frozenset({"NUM", "VERB", "ADV", "AUX"})


def according_to(clauses: Clauses) -> Iterator[SpeechFrame]:
    """Phrases with "according to": the source of the clause they stand in."""
    for ref in clauses.refs():
        for case in clauses.children(ref, "case"):
            words = " ".join([clauses.lemma(case), *(clauses.lemma(w) for w in clauses.children(case, "fixed"))])
            if words in {"accord to", "according to", "per"}:
                yield from _of_clause(clauses, ref, case, level=0, act="say")


def _of_clause(
    clauses: Clauses, noun: WordRef, cue: WordRef, *, level: int, act: str, speakers: tuple[WordRef, ...] = ()
) -> Iterator[SpeechFrame]:
    at, head = noun, clauses.head(noun)
    while head is not None and not clauses.is_predicate(head) and clauses.head(head) is not None:
        at, head = head, clauses.head(head)
    host = head if head is not None else at
    content = frozenset(clauses.subtree(host)) - frozenset(clauses.subtree(noun))
    for who in speakers or clauses.conjuncts(noun):
        for speaker in authors(clauses, who):
            if not _can_speak(clauses, speaker):
                continue
            yield SpeechFrame(cue, act, (speaker,), label_of(clauses, speaker), content, level=level)


def _can_speak(clauses: Clauses, noun: WordRef) -> bool:
    """Somebody, or something that carries words; not "according to the terms", "according to plan"."""
    known = settings("person") | settings("office") | settings("document") | CITED
    return (
        bool(clauses.annotated.actors_at(noun))
        or clauses.word(noun).upos in {"PROPN", "PRON"}
        or clauses.lemma(noun) in known
    )


def noun_frames(clauses: Clauses) -> Iterator[SpeechFrame]:
    """Nouns of speech: "Moscow's claim that …", "reports by diplomats that …", "both made accusations of …"."""
    for ref in clauses.refs():
        act = cues("NOUN").get(clauses.lemma(ref)) if clauses.word(ref).upos == "NOUN" else None
        if act is None:
            continue
        content = _told_by_noun(clauses, ref, act)
        speakers = _speakers_of_noun(clauses, ref, content)
        if content and speakers:
            yield SpeechFrame(ref, act, speakers, label_of(clauses, speakers[0]), content)


def _told_by_noun(clauses: Clauses, noun: WordRef, act: str) -> frozenset[WordRef]:
    found: set[WordRef] = set()
    for child in clauses.children(noun, "acl", "ccomp", "appos"):
        if child > noun and clauses.label(child) != "acl:relcl" and clauses.children(child, "mark"):
            found.update(clauses.subtree(child))
    if act in {"claim", "accuse", "deny", "warn"}:
        for child in clauses.obliques(noun, "of"):
            found.update(clauses.subtree(child))
            found.add(noun)
    return frozenset(found)


def _speakers_of_noun(clauses: Clauses, noun: WordRef, content: frozenset[WordRef]) -> tuple[WordRef, ...]:
    found = clauses.possessors(noun) or tuple(w for w in clauses.obliques(noun, "by", "from", "of") if w not in content)
    if not found:
        found = tuple(w for w in clauses.modifiers(noun) if clauses.annotated.actors_at(w))
    head = clauses.head(noun)
    if not found and head is not None and clauses.label(noun) == "obj" and clauses.lemma(head) in UTTERING:
        found = clauses.agents(head)
    return found


def in_report(clauses: Clauses) -> Iterator[SpeechFrame]:
    """Reports of a medium that tell a clause: "In a report from a newspaper, a plan is drafted"."""
    for ref in clauses.refs():
        if clauses.lemma(ref) not in settings("document") or clauses.preposition(ref) not in {"in", "per"}:
            continue
        by = tuple(
            w
            for w in authors(clauses, ref)
            if w != ref and any(a.kind == "medium" for a in clauses.annotated.actors_at(w))
        )
        if by:
            yield from _of_clause(clauses, ref, ref, level=0, act="say", speakers=by)


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
        if clauses.annotated.actors_at(w) or clauses.word(w).upos == "PROPN" or clauses.lemma(w) in CITED
    )
    if not named:  # "left the table, citing violations by the other side": the subject's own reason
        reason = frozenset(w for noun in inner for w in clauses.subtree(noun))
        agents = clauses.agents(ref)
        if reason and agents:
            yield SpeechFrame(ref, "claim", agents, label_of(clauses, agents[0]), reason)
        return
    content = (
        by_cue[host].content if host in by_cue else frozenset(clauses.subtree(host)) - frozenset(clauses.subtree(ref))
    )
    yield from _frame(clauses, ref, named, content, level=-1)


def _frame(
    clauses: Clauses, cue: WordRef, speakers: tuple[WordRef, ...], content: frozenset[WordRef], *, level: int
) -> Iterator[SpeechFrame]:
    if speakers and content:
        yield SpeechFrame(cue, "quote", speakers, label_of(clauses, speakers[0]), content, level=level)
