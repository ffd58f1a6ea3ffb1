"""PRESSURE: a lever or an appeal is brought to bear on a party of the process.

Definition: sanctions, ultimatums, threats, aid and its withholding where they serve the process; and
appeals to the sides by those who are not sides. `act` is sanctions, ultimatum, threat, urging, aid or aid_cut.

Counts: "the Council called on both to return to the table"; "gave Baku until Friday"; "threatened
further tariffs unless the truce holds"; "extended the embargo by six months"; "suspended arms aid".
Does not count: a side's demand on the other side (proposal); military threats without a link to the
talks; a third party's plan, invitation or offer (proposal).

Nearest neighbours: proposal (demand, call), response (a reply to an ultimatum), statement.

External codes: PLOVER DEMAND, THREATEN, COERCE, SANCTION; CAMEO 10, 13, 16, 17; no PA-X code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodoffices.extract.attribution import SpeechFrame
from goodoffices.extract.grammar import acts, contents
from goodoffices.extract.grammar.acts import CLEAR, FAINT, LIKELY, UNLIKELY
from goodoffices.extract.grammar.clauses import Clauses
from goodoffices.extract.grammar.lexicon import Lexicon, lexicon, terms
from goodoffices.model.candidates import Candidate
from goodoffices.model.facts import Kind
from goodoffices.model.mentions import MentionKind, WordRef

Speech = tuple[SpeechFrame, ...]


def find(clauses: Clauses, speech: Speech) -> Iterable[Candidate]:
    """Appeals, ultimatums, threats, sanctions and aid used as levers."""
    return (candidate for candidate in _all(clauses, speech) if candidate.roles["by"] and candidate.score)


def _all(clauses: Clauses, speech: Speech) -> Iterator[Candidate]:
    words = lexicon("pressure")
    for verb in acts.predicates(clauses):
        alone, term = acts.phrasal(clauses, verb)
        senses = words.senses_of(term, "VERB") | words.senses_of(alone, "VERB")
        if "urge" in senses:
            yield from _urge(clauses, speech, verb)
        if "repeat" in senses:
            yield from _repeat(clauses, speech, words, verb)
        if "threaten" in senses:
            yield from _threaten(clauses, speech, words, verb)
        if "give" in senses:
            yield from _deadline(clauses, speech, words, verb)
        if "impose" in senses or "cut" in senses or "supply" in senses or "punish" in senses:
            yield from _lever(clauses, speech, words, verb, senses)
        yield from _must(clauses, speech, verb)
        yield from _or_else(clauses, speech, verb)
    for noun in acts.nouns(clauses):
        yield from _noun(clauses, words, noun)


# ------------------------------------------------------------ appeals


def _urge(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """An outsider's appeal to the sides: "urged both to sign", "called for a ceasefire"."""
    by = acts.doers(clauses, speech, verb)
    lemma = clauses.lemma(verb)
    if not by or contents.is_negated(clauses, verb):
        return
    on = (
        *acts.named(clauses, clauses.patients(verb)),
        *acts.named(clauses, clauses.obliques(verb, "on", "upon", "to")),
    )
    scope = _asked(clauses, verb)
    on = on or tuple(s for w in scope for s in acts.named(clauses, clauses.children(w, "nsubj")))
    if lemma == "call" and not (
        clauses.obliques(verb, "for", "on", "upon")
        or any(contents.marker(clauses, w) == "for" for w in clauses.children(verb, "advcl"))
    ):
        return
    if not scope or acts.is_plea(clauses, lemma, by, on) or not acts.is_outsider(clauses, by, scope, on):
        return
    matter = contents.matters(clauses, scope)
    score = (
        CLEAR
        if matter
        else FAINT
        if on and acts.is_side(clauses, on) and lemma not in terms("pressure", "weak_appeal")
        else UNLIKELY
    )
    if lemma == "advise" and not contents.infinitives(clauses, verb):
        return
    status = "done" if contents.is_told(clauses, verb) else None
    yield _candidate(clauses, "urge", verb, by, on, scope, "urging", score, status=status)


def _repeat(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """ "renewed its call for a truce", "issued an appeal to both"."""
    noun = next((w for w in clauses.objects(verb) if clauses.lemma(w) in words.words("urging", "NOUN")), None)
    by = acts.doers(clauses, speech, verb)
    if noun is None or not by or contents.is_negated(clauses, verb):
        return
    scope = (*clauses.obliques(noun, "for", "to"), *contents.infinitives(clauses, noun), *clauses.children(noun, "acl"))
    scope = tuple(w for w in dict.fromkeys(scope) if contents.is_thing(clauses, w))
    if scope and acts.is_outsider(clauses, by, scope):
        score = CLEAR if contents.matters(clauses, scope) else UNLIKELY
        yield _candidate(
            clauses, "urge", noun, by, acts.named(clauses, clauses.obliques(noun, "to", "on")), scope, "urging", score
        )


def _asked(clauses: Clauses, verb: WordRef) -> tuple[WordRef, ...]:
    found = [*contents.infinitives(clauses, verb), *clauses.children(verb, "ccomp", "xcomp")]
    found += [w for w in clauses.obliques(verb, "for") if contents.is_thing(clauses, w) or clauses.children(w, "acl")]
    found += [w for w in clauses.children(verb, "advcl") if contents.marker(clauses, w) == "for"]
    if clauses.lemma(verb) not in {"call", "push", "press", "pressure", "lobby"}:
        found += [w for w in clauses.patients(verb) if not clauses.annotated.actors_at(w)]
    return tuple(dict.fromkeys(found))


def _must(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """What an outsider says that a side must or should do."""
    if contents.modal(clauses, verb) not in {"must", "should"}:
        return
    by = acts.named(clauses, acts.speakers_over(speech, verb))
    on = acts.named(clauses, clauses.agents(verb))
    if by and acts.is_outsider(clauses, by) and not acts.principals(clauses, by) & acts.principals(clauses, on):
        score = FAINT if contents.matters(clauses, (verb,)) and on and acts.is_side(clauses, on) else UNLIKELY
        yield _candidate(clauses, "must", verb, by, on, (verb,), "urging", score, status="done")


# ------------------------------------------------------------ threats and ultimatums


def _threaten(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    by = acts.doers(clauses, speech, verb)
    if not by or contents.is_negated(clauses, verb):
        return
    scope = contents.complements(clauses, verb, "of", "with", "against", "that")
    on = (*acts.named(clauses, clauses.patients(verb)), *acts.named(clauses, clauses.obliques(verb, "against")))
    linked = contents.is_conditional(clauses, verb, *scope)
    act = _lever_in(clauses, words, scope) or ("threat" if clauses.lemma(verb) != "vow" else None)
    if act is None or not scope:
        return
    on = on or tuple(
        s
        for head in (verb, *scope)
        for c in contents.conditions(clauses, head)
        for s in acts.named(clauses, clauses.subjects(c))
    )
    on = on or tuple(w for head in scope for w in acts.named(clauses, clauses.obliques(head, "on", "against")))
    matter = contents.matters(clauses, (verb,))
    plain = clauses.lemma(verb) == "threaten" or act in {"sanctions", "aid_cut"}
    if linked and not matter and acts.is_side(clauses, by) and acts.is_side(clauses, on):
        matter = True
    score = (
        CLEAR
        if linked and matter and plain
        else LIKELY
        if linked and matter
        else FAINT
        if matter and plain
        else UNLIKELY
    )
    if clauses.lemma(verb) == "warn" and contents.infinitives(clauses, verb):
        act, score = "threat", max(score, FAINT) if on and matter else UNLIKELY
    yield _candidate(clauses, f"threaten_{act}", verb, by, on, scope, act, score, status="threatened")


def _or_else(clauses: Clauses, speech: Speech, verb: WordRef) -> Iterator[Candidate]:
    """What a source says will follow if the other side does not do its part: a threat, with a day an ultimatum."""
    if contents.modal(clauses, verb) not in {"will", "would", "may", "might", "can", "could"} or contents.is_negated(
        clauses, verb
    ):
        return
    if contents.is_wanted(clauses, verb):  # the content of a threat is told by the threat itself
        return
    by = acts.named(clauses, acts.speakers_over(speech, verb))
    mine = acts.principals(clauses, by)
    for clause in contents.conditions(clauses, verb):
        on = acts.named(clauses, clauses.subjects(clause))
        if (
            not mine
            or contents.marker(clauses, clause) not in {"if", "unless"}
            or not contents.is_breach(clauses, clause)
        ):
            continue
        if acts.principals(clauses, on) & mine:
            continue
        day = any(clauses.annotated.mention(MentionKind.TIME, w) for w in clauses.subtree(clause))
        score = LIKELY if contents.matters(clauses, (clause,)) or contents.matters(clauses, (verb,)) else UNLIKELY
        yield _candidate(
            clauses, "or_else", verb, by, on, (clause,), "ultimatum" if day else "threat", score, status="threatened"
        )


def _lever_in(clauses: Clauses, words: Lexicon, scope: Iterable[WordRef]) -> str | None:
    """Which lever a threat names: sanctions, or cutting aid."""
    inside = [w for head in scope for w in clauses.subtree(head)]
    lemmas = {clauses.lemma(w) for w in inside}
    if lemmas & set(words.words("sanctions", "NOUN")) or lemmas & set(words.words("punish", "VERB")):
        return "sanctions"
    if lemmas & set(words.words("aid", "NOUN")) and lemmas & set(words.words("cut", "VERB")):
        return "aid_cut"
    return None


def _deadline(clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef) -> Iterator[Candidate]:
    """ "gave Kyiv until Thursday", "set a deadline", "issued an ultimatum"."""
    if contents.is_negated(clauses, verb):
        return
    by = acts.doers(clauses, speech, verb)
    noun = next((w for w in clauses.patients(verb) if clauses.lemma(w) in words.words("ultimatum", "NOUN")), None)
    on = acts.named(clauses, (w for child in clauses.children(verb, "iobj") for w in clauses.conjuncts(child)))
    until = [w for w in clauses.obliques(verb, "until", "till", "by") if clauses.annotated.mention(MentionKind.TIME, w)]
    if noun is not None:
        on = on or acts.named(
            clauses, (*clauses.obliques(verb, "to", "for", "on"), *clauses.obliques(noun, "to", "for"))
        )
        scope = (
            *contents.infinitives(clauses, noun),
            *clauses.obliques(noun, "for", "to"),
            *contents.infinitives(clauses, verb),
        )
        yield _candidate(
            clauses, "give_ultimatum", verb, by, on, (*scope, noun), "ultimatum", CLEAR if by else UNLIKELY
        )
        return
    if clauses.lemma(verb) == "set":
        named_day = any(clauses.lemma(w) in {"date", "deadline", "day"} for w in clauses.obliques(verb, "as"))
        if named_day and any(clauses.annotated.mention(MentionKind.TIME, w) for w in clauses.children(verb, "obj")):
            yield _candidate(clauses, "set_day", verb, by, on, (verb,), "ultimatum", LIKELY)
    if clauses.lemma(verb) != "give":
        return
    on = on or acts.named(clauses, clauses.patients(verb))
    spans = [w for w in clauses.children(verb, "obj") if _is_span(clauses, w)]
    if on and (until or spans):
        scope = contents.infinitives(clauses, verb)
        score = CLEAR if scope else LIKELY
        yield _candidate(clauses, "give_until", verb, by, on, (*scope, *spans) or (verb,), "ultimatum", score)


def _is_span(clauses: Clauses, ref: WordRef) -> bool:
    return clauses.lemma(ref) in {"hour", "day", "week", "month"} and bool(clauses.children(ref, "nummod", "det"))


# ------------------------------------------------------------ sanctions and aid


def _lever(
    clauses: Clauses, speech: Speech, words: Lexicon, verb: WordRef, senses: frozenset[str]
) -> Iterator[Candidate]:
    if contents.is_negated(clauses, verb) or clauses.label(verb) == "amod" or contents.is_wanted(clauses, verb):
        return
    by = acts.doers(clauses, speech, verb)
    objects = clauses.patients(verb)
    on = acts.named(clauses, clauses.obliques(verb, "on", "against", "to", "for"))
    on = on or tuple(
        w for o in objects for w in acts.named(clauses, clauses.obliques(o, "on", "against", "to", "for", "from"))
    )
    lemmas = {clauses.lemma(o) for o in objects}
    if clauses.lemma(verb) in {"prepare", "draft", "propose", "consider"}:
        lemmas |= {clauses.lemma(w) for o in objects for w in clauses.obliques(o, "with", "for", "on")}
    if "impose" in senses and lemmas & set(words.words("sanctions", "NOUN")):
        on = on or tuple(w for o in objects for w in acts.named(clauses, clauses.modifiers(o)))
        status = {
            "threaten": "threatened",
            "propose": "planned",
            "prepare": "planned",
            "consider": "planned",
            "discuss": "planned",
        }.get(clauses.lemma(verb))
        yield _candidate(clauses, "sanction", verb, by, on, objects, "sanctions", LIKELY, status=status)
    elif "punish" in senses and acts.named(clauses, objects):
        yield _candidate(clauses, "sanction", verb, by, acts.named(clauses, objects), (verb,), "sanctions", FAINT)
    elif lemmas & set(words.words("aid", "NOUN")):
        act = "aid_cut" if "cut" in senses else "aid" if "supply" in senses else None
        if act is not None:
            score = FAINT if on and acts.is_outsider(clauses, by) else UNLIKELY
            yield _candidate(clauses, act, verb, by, on, objects, act, score)


# ------------------------------------------------------------ nouns


def _noun(clauses: Clauses, words: Lexicon, noun: WordRef) -> Iterator[Candidate]:
    lemma = clauses.lemma(noun)
    act = next(
        (words.words(s, "NOUN")[lemma] for s in ("urging", "ultimatum", "threat") if lemma in words.words(s, "NOUN")),
        None,
    )
    if act is None or clauses.negation(noun):
        return
    by = acts.owners(clauses, noun)
    scope = (
        *clauses.obliques(noun, "for", "of", "to"),
        *contents.infinitives(clauses, noun),
        *clauses.children(noun, "acl"),
    )
    scope = tuple(w for w in dict.fromkeys(scope) if not clauses.annotated.actors_at(w))
    verb = clauses.head(noun)
    if not scope and verb is not None and clauses.label(noun) == "obj":  # "ignored the call of the EU for a truce"
        scope = tuple(w for w in clauses.obliques(verb, "for") if w > noun)
    if act == "urging" and (not by or not acts.is_outsider(clauses, by, scope)):
        return
    felt = lemma == "pressure" and bool(clauses.obliques(noun, "from"))
    dated = act == "ultimatum" and bool(by) and not acts.is_side(clauses, by)
    if not by or not ((scope and contents.matters(clauses, scope)) or felt or dated):
        return
    on = acts.named(clauses, (*clauses.obliques(noun, "to", "on", "against"),))
    status = "threatened" if act == "threat" else "done"
    yield _candidate(
        clauses, f"name_{act}", noun, by, on, scope, act, LIKELY if act != "threat" else FAINT, status=status
    )


# ------------------------------------------------------------ shared


def _candidate(
    clauses: Clauses,
    rule: str,
    predicate: WordRef,
    by: tuple[WordRef, ...],
    on: tuple[WordRef, ...],
    scope: tuple[WordRef, ...],
    act: str | None,
    score: float,
    *,
    status: str | None = None,
) -> Candidate:
    mine = acts.principals(clauses, by)
    on = tuple(w for w in on if not acts.principals(clauses, (w,)) & mine)
    outer = tuple(w for w in scope if w != predicate)
    return Candidate(
        kind=Kind.PRESSURE,
        rule=f"pressure.{rule}",
        predicate=predicate,
        roles={"by": by, "on": on},
        own=act,
        status=status,
        times=contents.until_published(clauses, contents.occasion(clauses, predicate, outer)),
        places=(),
        scope=scope,
        score=score if by else min(score, UNLIKELY),
    )
