"""When and where: the time and place expressions that hang on a predicate."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.model.facts import Kind, Place, When
from goodoffices.model.mentions import Mention, MentionKind, WordRef

STAYING = frozenset({"in", "at", "near", "outside", "inside"})
LEADING = frozenset({"to", "into", ""})
JOURNEYS = frozenset({"come", "travel", "go", "fly", "visit", "trip", "arrive", "journey", "return", "expect", "head"})
"""Prepositions of where a journey leads, and predicates that are journeys."""

NO_TIMES = frozenset({"modifier", "stamp"})
"""Time expressions that only name a thing: "the 1994 protocol"."""

DEADLINES = frozenset({"until", "till", "by", "within"})
"""Prepositions of a term that is set, not of the day on which it is set."""

ACTS = frozenset({Kind.PRESSURE, Kind.PROPOSAL, Kind.RESPONSE, Kind.AGREEMENT})
"""Kinds that are acts: a deadline in their clause is their content."""

STANDING = frozenset({Kind.MEDIATION})
"""Kinds of long standing: the day of another thing in their clause is not theirs."""

TO_COME = frozenset({"planned", "possible", "proposed", "expected", "offered"})
PAST = frozenset({"held", "ongoing", "made", "reached", "signed", "in_principle", "carried_out", "done"})
"""Statuses that tell on which side of the publication a fact lies."""

LASTING = "lasting"
"""How a window is told that an event filled: "five days of talks"; it is the time of that event alone."""

PARTS = frozenset({"compound", "nmod:poss"})
"""Relations by which a time only names a thing: "the July truce", "next week's feast"."""

_CLAUSES_UP = 3
_FAR = 99
_DEEPEST = 3


def zones(clauses: Clauses, predicate: WordRef) -> Iterator[tuple[WordRef, tuple[WordRef, ...]]]:
    """Where to look for circumstances, nearest first: clauses with the word that heads them.

    The words under the predicate itself; of a noun the clauses that tell of it; the clause that it stands in;
    the clause above where the predicate is only its complement ("agreed on Friday to meet").
    """
    seen: set[WordRef] = set()
    at: WordRef | None = predicate
    for step in range(_CLAUSES_UP):
        if at is None:
            return
        for head, part in ((at, clauses.clause(at)), *_told_of(clauses, at)):
            zone = tuple(w for w in part if w not in seen)
            seen.update(zone)
            yield head, zone
        above = clauses.predicate_above(at)
        if step and (above is None or clauses.label(at) not in {"xcomp", "obj", "nsubj:pass", "conj", "advcl"}):
            return
        at = above


def _told_of(clauses: Clauses, noun: WordRef) -> Iterator[tuple[WordRef, tuple[WordRef, ...]]]:
    """The clauses that tell of an event noun: "talks held in Doha on Friday", "a deal that they signed in May"."""
    if clauses.word(noun).upos in {"NOUN", "PROPN"}:
        for verb in clauses.children(noun, "acl", "acl:relcl"):
            if clauses.word(verb).feats.get("VerbForm") != "Inf":
                yield verb, clauses.clause(verb)


def time_of(
    clauses: Clauses, kind: Kind, status: str, predicate: WordRef, given: tuple[WordRef, ...] | None
) -> When | None:
    """The time of a predicate: the given words', else the time expression that stands nearest to it.

    What is done cannot be of a day after the publication, what is to come not of one before it.
    """
    if given is not None:
        return next((m.when for m in _mentions(clauses, MentionKind.TIME, given) if m.when), None)
    barred = NO_TIMES | (DEADLINES if kind in ACTS else frozenset())
    published = clauses.annotated.document.published
    today = published.isoformat() if published else None

    def fits(mention: Mention) -> bool:
        return mention.when is not None and mention.how not in barred and _on_its_side(mention.when, status, today)

    found = _nearest(clauses, predicate, MentionKind.TIME, fits)
    if found is None or (kind in STANDING and not _hangs_on(clauses, found.ref, predicate)):
        return None
    return found.when


def _on_its_side(when: When, status: str, today: str | None) -> bool:
    """Whether a time lies on the side of the publication that a status asks for."""
    if today is None:
        return True
    if status in TO_COME:
        return when.end is None or when.end >= today
    return status not in PAST or when.start is None or when.start <= today


def _hangs_on(clauses: Clauses, ref: WordRef, predicate: WordRef) -> bool:
    return _steps(clauses, ref, predicate) == 1


def place_of(clauses: Clauses, kind: Kind, predicate: WordRef, given: tuple[WordRef, ...] | None) -> Place | None:
    """The place of a predicate: the given words', else the phrase with in, at … that stands nearest to it.

    Of a journey it is where it leads; of an agreement also the town that it is named after.
    """
    if given is not None:
        return next((m.place for m in _mentions(clauses, MentionKind.PLACE, given) if m.place), None)
    prepositions = STAYING | (LEADING if kind is Kind.MEETING and clauses.lemma(predicate) in JOURNEYS else frozenset())

    def fits(mention: Mention) -> bool:
        return mention.place is not None and clauses.preposition(mention.ref) in prepositions

    found = _nearest(clauses, predicate, MentionKind.PLACE, fits)
    if found is None and kind is Kind.AGREEMENT:
        found = _namesake(clauses, predicate)
    return found.place if found else None


def _namesake(clauses: Clauses, noun: WordRef) -> Mention | None:
    """The town in the name of a document: "signed the Khartoum Declaration"."""
    nouns = (noun, *(clauses.objects(noun) if clauses.word(noun).upos == "VERB" else ()))
    for ref in nouns:
        if clauses.word(ref).form[:1].isupper():
            for child in clauses.children(ref, "compound", "nmod"):
                mention = clauses.annotated.mention(MentionKind.PLACE, child)
                if mention is not None and mention.place is not None and child < ref:
                    return mention
    return None


def _nearest(
    clauses: Clauses, predicate: WordRef, kind: MentionKind, fits: Callable[[Mention], bool]
) -> Mention | None:
    """What hangs directly on the head of a zone goes before what hangs deeper; then the nearer zone, then fewer steps."""
    best: tuple[tuple[bool, int, int, int], Mention] | None = None
    for i, (head, zone) in enumerate(zones(clauses, predicate)):
        for mention in _mentions(clauses, kind, zone):
            if fits(mention) and not _of_another(clauses, mention, head, predicate):
                steps = _steps(clauses, mention.ref, head)
                if steps > _DEEPEST:
                    continue
                key = (steps > 1, i, steps, abs(mention.head - predicate.word))
                if best is None or key < best[0]:
                    best = key, mention
    return best[1] if best else None


def _of_another(clauses: Clauses, mention: Mention, head: WordRef, predicate: WordRef) -> bool:
    """Whether the expression belongs to another thing: a name's part, the subject's place, what a captive was held since."""
    at, above = mention.ref, clauses.head(mention.ref)
    if mention.kind is MentionKind.TIME and clauses.label(at) in PARTS and above != predicate:
        return True
    if mention.how == LASTING and not mention.first <= predicate.word <= mention.last:
        return True
    while above is not None and at != head:
        label = clauses.label(at)
        if mention.kind is MentionKind.PLACE and label.startswith("nsubj") and at not in (mention.ref, predicate):
            return True
        if mention.kind is MentionKind.TIME and label == "acl" and above not in (head, predicate):
            return True
        at, above = above, clauses.head(above)
    return False


def _mentions(clauses: Clauses, kind: MentionKind, refs: tuple[WordRef, ...]) -> list[Mention]:
    found: dict[tuple[int, int], Mention] = {}
    for ref in refs:
        mention = clauses.annotated.mention(kind, ref)
        if mention is not None:
            found.setdefault((mention.sentence, mention.first), mention)
    return list(found.values())


def _steps(clauses: Clauses, ref: WordRef, head: WordRef) -> int:
    """Steps up the tree from a word to the head of its zone."""
    at: WordRef | None = ref
    steps = 0
    while at is not None and at != head:
        at, steps = clauses.head(at), steps + 1
    return steps if at is not None else _FAR
