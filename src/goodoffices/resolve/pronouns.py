"""Who "he", "she", "they", "it" and their possessives are, by salience and agreement; nothing is guessed."""

from __future__ import annotations

from goodoffices.model.facts import Actor
from goodoffices.model.mentions import Mention, MentionKind
from goodoffices.model.words import Sentence, Word
from goodoffices.resolve.discourse import Discourse

_PERSON = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their"})
_THING = frozenset({"it", "its"})
_ACTING = frozenset({
    "say", "accept", "reject", "agree", "refuse", "demand", "want", "propose", "offer", "deny", "sign", "release", "announce",
    "insist", "pledge", "commit", "withdraw", "suspend", "declare", "call", "accuse", "respect", "observe", "free", "hold", "meet",
    "plan", "intend", "expect", "hope", "receive", "send", "hand", "ask", "urge", "host", "mediate", "join", "attend", "seek",
})
_WITHIN = 2
_NO_SUBJECT = 1.5
"""A mention that is no subject counts as this many sentences farther away."""


def pronoun(discourse: Discourse, sentence: Sentence, word: Word) -> Mention | None:
    """The mention of a pronoun, None where it stands for no actor or for one that is not clear."""
    low = word.form.lower()
    if word.upos not in {"PRON", "DET"}:
        return None
    actors: tuple[Actor, ...] = ()
    if low in _PERSON:
        actors = _person(discourse, sentence, word)
    elif low in _PLURAL:
        actors = _plural(discourse, sentence, word)
    elif low in _THING and _acts(sentence, word, low):
        actors = _thing(discourse, sentence, word)
    if not actors:
        return None
    return Mention(MentionKind.ACTOR, sentence.index, word.index, word.index, word.index, actors, how="pronoun")


def _acts(sentence: Sentence, word: Word, low: str) -> bool:
    if low == "its":
        return True
    above = sentence.words[word.head] if word.head >= 0 else None
    return word.deprel.startswith("nsubj") and above is not None and above.lemma.lower() in _ACTING


def _candidates(discourse: Discourse, sentence: Sentence, word: Word) -> list[Mention]:
    """Mentions before the pronoun: subjects of this sentence, subjects of the last, others of this, and so on."""
    near = list(discourse.before(sentence.index, word.index, within=_WITHIN))

    def rank(mention: Mention) -> tuple[float, int]:
        back = sentence.index - mention.sentence
        return (back if discourse.is_subject(mention) else back + _NO_SUBJECT, -mention.head)

    return sorted(near, key=rank)


def _person(discourse: Discourse, sentence: Sentence, word: Word) -> tuple[Actor, ...]:
    for mention in _candidates(discourse, sentence, word):
        if len(mention.actors) == 1 and mention.actors[0].kind in {"person", "office"}:
            return mention.actors
        if len(mention.actors) == 1 and mention.actors[0].kind == "unnamed" and discourse.is_subject(mention):
            return mention.actors
    return ()


def _plural(discourse: Discourse, sentence: Sentence, word: Word) -> tuple[Actor, ...]:
    candidates = _candidates(discourse, sentence, word)
    for mention in candidates:
        if len(mention.actors) > 1:
            return mention.actors
        coordinated = _coordinated(discourse, mention)
        if len(coordinated) > 1 and discourse.is_subject(mention):
            return coordinated
        actor = mention.actors[0] if mention.actors else None
        if actor is not None and discourse.is_subject(mention) and actor.kind in {"group", "unnamed"}:
            return (actor,)
    return ()


def _coordinated(discourse: Discourse, mention: Mention) -> tuple[Actor, ...]:
    """The actors of a mention and of those coordinated with it."""
    words = discourse.cast.sentences[mention.sentence].words
    top = mention.head
    while words[top].deprel == "conj" and words[top].head >= 0:
        top = words[top].head
    heads = {top, *(w.index for w in words if w.deprel == "conj" and w.head == top)}
    found: dict[str, Actor] = {}
    for other in discourse.mentions:
        if other.sentence == mention.sentence and other.head in heads:
            for actor in other.actors:
                found.setdefault(actor.principal, actor)
    return tuple(found.values())


def _thing(discourse: Discourse, sentence: Sentence, word: Word) -> tuple[Actor, ...]:
    for mention in _candidates(discourse, sentence, word):
        if len(mention.actors) == 1 and discourse.is_subject(mention) and mention.actors[0].kind in {"state", "group", "body"}:
            return mention.actors
    return ()
