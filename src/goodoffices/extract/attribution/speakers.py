"""Who speaks, to whom, where and when: the arguments of a word of speech."""

from __future__ import annotations

from goodoffices.extract.attribution.cues import settings
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.mentions import MentionKind, WordRef

ADDRESSING = frozenset({"tell", "ask", "urge"})
"""Acts whose object is the audience."""

NOBODY = frozenset(
    {
        "nobody",
        "no",
        "none",
        "who",
        "what",
        "which",
        "everybody",
        "everyone",
        "anybody",
        "anyone",
        "one",
        "that",
        "this",
        "neither",
    }
)
"""Subjects that are no source."""

_APART = frozenset({"acl:relcl", "parataxis", "punct", "conj", "cc", "appos", "advcl", "discourse"})
_AUTHOR = ("from", "by", "of")


def authors(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    """Who stands behind a statement, post or letter that "says"; the noun itself where nobody is told.

    Of a title with a name in apposition the name speaks: "a lawyer for the rebels, Ricardo Paz, said".
    """
    if clauses.lemma(noun) in settings("document"):
        return _authors_of_document(clauses, noun) or (noun,)
    if not _is_person(clauses, noun):
        for name in clauses.children(noun, "appos"):
            if _is_person(clauses, name):
                return (name,)
    return (noun,)


def _authors_of_document(clauses: Clauses, noun: WordRef) -> tuple[WordRef, ...]:
    """The author of "Kyiv's statement", "a post by the envoy", "a statement on its channel", "… read out by him"."""
    found = clauses.possessors(noun) or clauses.obliques(noun, *_AUTHOR)
    if not found:
        found = tuple(w for w in clauses.modifiers(noun) if clauses.annotated.actors_at(w))
    if not found:
        found = tuple(w for below in clauses.obliques(noun) for w in clauses.possessors(below))
    if not found:
        found = tuple(w for below in clauses.children(noun, "acl") for w in clauses.obliques(below, "by"))
    return found


def _is_person(clauses: Clauses, ref: WordRef) -> bool:
    return any(actor.kind == "person" for actor in clauses.annotated.actors_at(ref))


def speakers_of(clauses: Clauses, verb: WordRef) -> tuple[WordRef, ...]:
    """The heads of the phrases that tell the speaker of a verb of speech."""
    agents = _same_stretch(clauses, verb, clauses.agents(verb))
    if not agents and not clauses.is_passive(verb):
        agents = tuple(w for w in clauses.objects(verb) if w > verb and _follows(clauses, verb, w))
    if not agents and clauses.word(verb).feats.get("VerbForm") == "Fin" and not clauses.is_passive(verb):
        agents = _before(clauses, verb)
    found = tuple(a for agent in agents for a in authors(clauses, agent) if clauses.lemma(a) not in NOBODY)
    if not found and clauses.is_passive(verb):
        for holder in clauses.obliques(verb, "in"):
            found = found or tuple(a for a in authors(clauses, holder) if a != holder)
    return found


def _same_stretch(clauses: Clauses, verb: WordRef, agents: tuple[WordRef, ...]) -> tuple[WordRef, ...]:
    """Of several subjects those that no semicolon parts from the verb."""
    if len(agents) < 2:
        return agents
    words = clauses.annotated.sentences[verb.sentence].words
    near = tuple(a for a in agents if a > verb or all(word.form != ";" for word in words[a.word : verb.word]))
    return near or agents


def _before(clauses: Clauses, verb: WordRef) -> tuple[WordRef, ...]:
    """Where the parse finds no subject: the last person, else the first actor, named before the sentence's first verb."""
    words = clauses.annotated.sentences[verb.sentence].words
    before = (word for word in words[: verb.word] if word.head != verb.word)
    if any(word.upos in {"VERB", "AUX"} and word.feats.get("VerbForm") == "Fin" for word in before):
        return ()
    named = [m for m in clauses.annotated.in_sentence(verb.sentence, MentionKind.ACTOR) if m.last < verb.word]
    persons = [m for m in named if any(actor.kind == "person" for actor in m.actors)]
    chosen = persons[-1:] or named[:1]
    return tuple(m.ref for m in chosen)


def _follows(clauses: Clauses, verb: WordRef, noun: WordRef) -> bool:
    """Inversion after a quotation, “…,” said the envoy: nothing but the noun's own words in between."""
    under = set(clauses.subtree(noun))
    before = WordRef(verb.sentence, verb.word - 1)
    if verb.word == 0 or clauses.word(before).form not in {'"', "”", "’", "'", ","}:
        return False
    return all(WordRef(verb.sentence, i) in under for i in range(verb.word + 1, noun.word))


def label_of(clauses: Clauses, speaker: WordRef) -> str:
    """The speaker as the text words it, without relative clauses, appositions and coordinated others."""
    case = {w for child in clauses.children(speaker, "case") for w in clauses.subtree(child)}
    words = [w for w in clauses.subtree(speaker, stop=_APART) if w not in case]
    first = next((i for i, w in enumerate(words) if w == speaker), 0)
    kept = words[: first + 1]
    for word in words[first + 1 :]:
        if word.word != kept[-1].word + 1:
            break
        kept.append(word)
    start, end = clauses.span(tuple(kept[_contiguous_from(kept) :]))
    return clauses.annotated.document.text[start:end]


def _contiguous_from(words: list[WordRef]) -> int:
    i = len(words) - 1
    while i > 0 and words[i - 1].word == words[i].word - 1:
        i -= 1
    return i


def audience_of(clauses: Clauses, verb: WordRef, act: str, content: frozenset[WordRef]) -> tuple[WordRef, ...]:
    """To whom it is said."""
    found = [w for child in clauses.children(verb, "iobj") for w in clauses.conjuncts(child)]
    if act in ADDRESSING and not found:
        found = [w for child in clauses.children(verb, "obj") for w in clauses.conjuncts(child)]
    found += [w for w in clauses.obliques(verb, "to", "before") if w not in content]
    for occasion in clauses.obliques(verb, "in", "during", "at"):
        if clauses.lemma(occasion) in settings("occasion"):
            found += clauses.obliques(occasion, "with", "to", "for")
    for asked in clauses.children(verb, "advcl"):  # "asked by a broadcaster whether …, he replied"
        if clauses.lemma(asked) in {"ask", "interview", "press"} and clauses.is_passive(asked):
            found += clauses.obliques(asked, "by")
    speakers = set(speakers_of(clauses, verb))
    return tuple(w for w in found if w not in speakers)


def medium_of(clauses: Clauses, verb: WordRef, content: frozenset[WordRef]) -> tuple[WordRef, ...]:
    """Where it is said: "in a statement", "on his Telegram channel"; the named medium after the noun it goes with."""
    known = settings("document") | settings("platform") | settings("occasion")
    places = [w for w in clauses.obliques(verb, "in", "on", "via", "during", "at", "through") if w not in content]
    for subject in clauses.children(verb, "nsubj"):
        if clauses.lemma(subject) in settings("document"):
            places += clauses.obliques(subject, "on", "in")
    found: list[WordRef] = []
    for place in places:
        if _is_medium(clauses, place) or clauses.lemma(place) in known:
            found.append(place)
            named = (*clauses.modifiers(place), *clauses.obliques(place, "on", "in", "for"))
            found += [w for w in named if _is_medium(clauses, w)]
    return tuple(found)


def _is_medium(clauses: Clauses, ref: WordRef) -> bool:
    return any(actor.kind == "medium" for actor in clauses.annotated.actors_at(ref))


def time_of_speaking(clauses: Clauses, verb: WordRef, content: frozenset[WordRef]) -> WordRef | None:
    """Head word of the time expression of speaking.

    On the verb itself; next to it ("said last week that", also where the parse hangs it lower); at the
    beginning of the sentence; or on the verb that a participle accompanies ("left on Friday, saying …").
    """
    own = _time_in(clauses, clauses.clause(verb), content) or _time_beside(clauses, verb) or _time_first(clauses, verb)
    head = clauses.head(verb)
    if own is None and head is not None and clauses.label(verb) == "advcl" and not clauses.children(verb, "mark"):
        return _time_in(clauses, clauses.clause(head), content)
    return own


def _time_in(clauses: Clauses, words: tuple[WordRef, ...], content: frozenset[WordRef]) -> WordRef | None:
    for ref in words:
        mention = clauses.annotated.mention(MentionKind.TIME, ref) if ref not in content else None
        if mention is not None and mention.ref not in content:
            return mention.ref
    return None


def _time_beside(clauses: Clauses, verb: WordRef) -> WordRef | None:
    """A time expression right after the verb, with at most an audience or adverb in between."""
    words = clauses.annotated.sentences[verb.sentence].words
    for i in range(verb.word + 1, min(verb.word + 6, len(words))):
        mention = clauses.annotated.mention(MentionKind.TIME, WordRef(verb.sentence, i))
        if mention is not None:
            after = words[mention.last + 1] if mention.last + 1 < len(words) else None
            bare = words[i - 1].upos != "ADP" and mention.how != "on"
            plain = after is None or after.upos in {"PUNCT", "SCONJ", "PRON"} or (not bare and after.upos != "PART")
            return mention.ref if plain else None
        if words[i].upos not in {"ADP", "ADV", "ADJ", "DET", "NOUN", "PROPN"} or words[i].deprel.startswith("nsubj"):
            return None
    return None


def _time_first(clauses: Clauses, verb: WordRef) -> WordRef | None:
    """A time expression that opens the sentence, where the verb of speech is its first verb."""
    words = clauses.annotated.sentences[verb.sentence].words
    if any(word.upos == "VERB" for word in words[: verb.word]):
        return None
    for i in (0, 1):
        mention = clauses.annotated.mention(MentionKind.TIME, WordRef(verb.sentence, i))
        if mention is not None and mention.last < verb.word:
            return mention.ref
    return None
