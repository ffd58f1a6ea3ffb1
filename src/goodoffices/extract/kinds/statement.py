"""STATEMENT: a named or labelled source is quoted, word for word or not, on the process.

Definition: somebody speaks on a process of negotiation: one statement for each speaker and occasion
(same day or same undated passage, same audience), whatever the number of sentences, and besides the
facts that the words contain. `by` is the side, `people` the speaker, `to` the medium or audience that
the text names, `when` the day of speaking.

Counts: a named person ("Arnor's envoy said …"); an unnamed person with a role ("two diplomats"); an
office ("the foreign minister's spokesman"); a body quoted word for word, or denying.
Does not count: a body that is only the tag of a fact ("the ministry said 146 were freed"); verbs that are
the act itself (proposed, rejected, declared a truce, urged: proposal, response, ceasefire, pressure);
media, which stand in `attribution`; praise, thanks and jokes; what somebody will say or did not say.

Nearest neighbours: proposal and response (the act is in the verb), pressure (an appeal by an outsider).

External codes: PLOVER and CAMEO 01 "make public statement"; PLOVER mode-less CONSULT and COOPERATE by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.attribution.cues import acts, settings
from goodoffices.extract.attribution.quotations import quoted_words
from goodoffices.extract.factuality import reality_of
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Actor, Kind
from goodoffices.model.mentions import MentionKind, WordRef

SAID = frozenset({"done", "ongoing"})
"""Readings of the word of speech under which it was in fact said."""

UNSAID = frozenset({"quote", "floating"})
"""Acts whose cue is no word of speech by the speaker: its tense says nothing."""

CLAUSAL_ACTS = frozenset({"say", "announce", "claim", "write", "confirm"})
"""Acts that need a clause or a quotation: "announced his resignation" is no statement."""

_OF = ("of", "for", "in", "from", "to", "at", "with")
"""Prepositions after a title before the side that it belongs to: "a spokeswoman for the Commission"."""

VERBATIM = 2
"""A body is quoted word for word where that many words stand within quotation marks."""

OPINION = frozenset({"ADJ", "VERB"})
"""Tags of a single quoted word that says something by itself: said it was "unacceptable"."""

OWN_ACT = 5
"""Quoted words that make a statement of a verb that is an act of another kind."""


def find(clauses: Clauses, speech: tuple[SpeechFrame, ...]) -> Iterable[Candidate]:
    """One candidate for each frame of speech that makes a statement."""
    quoted = quoted_words(clauses.annotated)
    sides = _side_words(clauses, speech)
    rules = [_rule(clauses, frame, quoted) for frame in speech]
    for i, frame in enumerate(speech):
        rule = rules[i]
        if rule is None or _within_another(frame, [f for f, r in zip(speech, rules, strict=True) if r is not None]):
            continue
        yield Candidate(
            kind=Kind.STATEMENT,
            rule=f"statement.{rule}",
            predicate=frame.cue,
            roles={
                "by": tuple(sides.get(ref, ref) for ref in frame.speakers),
                "people": _persons(clauses, frame),
                "to": _addressees(clauses, frame),
            },
            status="made",
            times=(frame.when,) if frame.when else _stamp(clauses, frame.cue),
            places=(),
            terms=(),
            scope=_heads(clauses, frame.content),
        )


def _rule(clauses: Clauses, frame: SpeechFrame, quoted: Mapping[WordRef, int]) -> str | None:
    """By which rule the frame makes a statement; None where it makes none."""
    kinds = ({actor.kind for actor in _speakers(clauses, frame)} or _kinds_by_noun(clauses, frame)) - {"medium"}
    words = sum(ref in quoted for ref in frame.content)
    if not kinds or not frame.content or not _is_speech(clauses, frame, words):
        return None
    if frame.act not in UNSAID and reality_of(clauses.annotated, frame.cue)[0] not in SAID:
        return None
    if kinds & {"person", "office"}:
        return "person"
    if "unnamed" in kinds:
        return "unnamed" if any(_side_word(clauses, ref) for ref in frame.speakers) else "unnamed_without_side"
    if frame.act == "deny":
        return "body_denies"
    verbatim = words >= VERBATIM or any(ref in quoted and clauses.word(ref).upos in OPINION for ref in frame.content)
    return "body_quoted" if verbatim else None


def _is_speech(clauses: Clauses, frame: SpeechFrame, quoted: int) -> bool:
    """The words are reported as words: a clause or a quotation, not the object of an act."""
    wanted = acts()[frame.act].statement
    if wanted == "no":
        return quoted >= OWN_ACT
    if wanted == "quoted" and not quoted:
        return False
    if not frame.positive and not quoted:
        return False
    if frame.act in CLAUSAL_ACTS and not quoted:
        return any(clauses.word(ref).upos in {"VERB", "AUX"} for ref in frame.content) or (
            frame.act == "say" and _caption(clauses, frame)
        )
    return not (frame.act == "describe" and _what_it_calls(clauses, frame.cue))


def _what_it_calls(clauses: Clauses, verb: WordRef) -> bool:
    """ "what it calls a protection force", "the deal that he calls historic": a wording in passing."""
    if any(clauses.lemma(child) == "what" for child in clauses.children(verb)):
        return True
    subjects = clauses.children(verb, "nsubj")
    return clauses.label(verb) == "acl:relcl" and any(
        clauses.lemma(s) not in {"who", "which", "that"} for s in subjects
    )


def _caption(clauses: Clauses, frame: SpeechFrame) -> bool:
    return clauses.word(frame.cue).form == ":"


def _kinds_by_noun(clauses: Clauses, frame: SpeechFrame) -> set[str]:
    """Of a speaker whom nobody has resolved: an office or somebody in a role, if a side is told with it."""
    told = [ref for ref in frame.speakers if _side_word(clauses, ref) is not None]
    nouns = {clauses.lemma(ref) for ref in told}
    if nouns & settings("person"):
        return {"unnamed"}
    return {"body"} if nouns & (settings("office") | settings("document")) else set()


def _speakers(clauses: Clauses, frame: SpeechFrame) -> list[Actor]:
    return [actor for ref in frame.speakers for actor in clauses.annotated.actors_at(ref)]


def _side_words(clauses: Clauses, speech: Sequence[SpeechFrame]) -> dict[WordRef, WordRef]:
    """For each speaker the word that tells its side; a side told once for a person holds for all its frames."""
    told: dict[str, WordRef] = {}
    found: dict[WordRef, WordRef] = {}
    speakers = [ref for frame in speech for ref in frame.speakers]
    for ref in speakers:
        word = _side_word(clauses, ref)
        if word is not None:
            found[ref] = word
            for actor in clauses.annotated.actors_at(ref):
                told.setdefault(actor.id, word)
    for ref in speakers:
        for actor in clauses.annotated.actors_at(ref):
            if ref not in found and actor.kind == "person" and actor.id in told:
                found[ref] = told[actor.id]
    return found


def _side_word(clauses: Clauses, speaker: WordRef) -> WordRef | None:
    """The word that tells the speaker's side: its own, or that of the title ("its spokeswoman, Anna Ray"); None if none does."""
    if any(actor.side for actor in clauses.annotated.actors_at(speaker)):
        return speaker
    head = clauses.head(speaker)
    title: tuple[WordRef, ...] = (head,) if head is not None and clauses.label(speaker) == "appos" else ()
    around = (*title, *clauses.children(speaker, "appos"), speaker)
    below = [
        w
        for noun in around
        for w in (*clauses.possessors(noun), *clauses.modifiers(noun), *clauses.obliques(noun, *_OF))
    ]
    below += [w for noun in tuple(below) for w in (*clauses.possessors(noun), *clauses.modifiers(noun))]
    for ref in (*around, *below):
        if any(actor.side and actor.kind != "medium" for actor in clauses.annotated.actors_at(ref)):
            return ref
    return None


def _persons(clauses: Clauses, frame: SpeechFrame) -> tuple[WordRef, ...]:
    return tuple(ref for ref in frame.speakers if any(a.kind == "person" for a in clauses.annotated.actors_at(ref)))


def _addressees(clauses: Clauses, frame: SpeechFrame) -> tuple[WordRef, ...]:
    """The audience where it is somebody, and the medium where it has a name."""
    named = tuple(ref for ref in frame.medium if any(a.kind == "medium" for a in clauses.annotated.actors_at(ref)))
    heard = tuple(
        ref
        for ref in frame.audience
        if clauses.word(ref).upos != "PRON" and any(a.kind != "unnamed" for a in clauses.annotated.actors_at(ref))
    )
    return heard + named


def _within_another(frame: SpeechFrame, statements: Sequence[SpeechFrame]) -> bool:
    """The word of speech is itself told in another statement: only the outer one counts."""
    return any(
        other is not frame
        and frame.cue in other.content
        and not (frame.cue.sentence != other.cue.sentence and other.quotation != "direct")
        for other in statements
    )


def _stamp(clauses: Clauses, cue: WordRef) -> tuple[WordRef, ...]:
    """The clock stamp that opens the cue's entry in a live blog, whose day is the day of speaking."""
    text = clauses.annotated.document.text
    opening = text.rfind("\n", 0, clauses.word(cue).start) + 1
    for sentence in reversed(clauses.annotated.sentences[: cue.sentence + 1]):
        for mention in clauses.annotated.in_sentence(sentence.index, MentionKind.TIME):
            if mention.how == "stamp" and sentence.words[mention.first].start >= opening:
                return (mention.ref,)
        if sentence.start <= opening:
            break
    return ()


def _heads(clauses: Clauses, content: frozenset[WordRef]) -> tuple[WordRef, ...]:
    """The words of the content that hang on none of its other words."""
    return tuple(
        sorted(ref for ref in content if clauses.head(ref) not in content and clauses.word(ref).upos != "PUNCT")
    )
