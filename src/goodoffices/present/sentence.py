"""One line that says a fact."""

from __future__ import annotations

from goodoffices.model.facts import Fact, Factuality, Kind, Term
from goodoffices.present.words import ISSUES, actor, actors, place, printable, term, when

ACTS = {
    (Kind.PROPOSAL, "offer"): "offers",
    (Kind.PROPOSAL, "demand"): "demands",
    (Kind.PROPOSAL, "call"): "calls for",
    (Kind.PROPOSAL, "invite"): "invites to",
    (Kind.PROPOSAL, "plan"): "puts forward a plan on",
    (Kind.PROPOSAL, "pledge"): "pledges",
    (Kind.PROPOSAL, "ready"): "is ready for",
    (Kind.RESPONSE, "accept"): "accepts",
    (Kind.RESPONSE, "reject"): "rejects",
    (Kind.RESPONSE, "conditional"): "accepts on conditions",
    (Kind.RESPONSE, "counter"): "answers with an offer of its own on",
    (Kind.RESPONSE, "defer"): "puts off its answer on",
    (Kind.RESPONSE, "ignore"): "leaves without answer",
    (Kind.PRESSURE, "sanctions"): "sanctions",
    (Kind.PRESSURE, "ultimatum"): "ultimatum",
    (Kind.PRESSURE, "threat"): "threat",
    (Kind.PRESSURE, "urging"): "urges",
    (Kind.PRESSURE, "aid"): "aid",
    (Kind.PRESSURE, "aid_cut"): "withholds aid",
    (Kind.PROCESS_CHANGE, "start"): "the process starts",
    (Kind.PROCESS_CHANGE, "pause"): "the process pauses",
    (Kind.PROCESS_CHANGE, "resume"): "the process resumes",
    (Kind.PROCESS_CHANGE, "stall"): "the process is stuck",
    (Kind.PROCESS_CHANGE, "breakdown"): "the process breaks down",
    (Kind.PROCESS_CHANGE, "venue"): "the process moves",
    (Kind.PROCESS_CHANGE, "progress"): "the process moves on",
}
"""The kinds' own values as they are said in a line."""

PLAIN_STATUS = {
    Kind.MEETING: "held",
    Kind.PROPOSAL: "made",
    Kind.RESPONSE: "made",
    Kind.AGREEMENT: "reached",
    Kind.CEASEFIRE: "asserted",
    Kind.MEDIATION: "ongoing",
    Kind.PRESSURE: "done",
    Kind.PROCESS_CHANGE: "asserted",
    Kind.STATEMENT: "made",
}
"""The status that goes without saying; of agreements and meetings it is said all the same."""

CERTAINTY = {
    Factuality.PROBABLE: "probable",
    Factuality.PROBABLE_NOT: "probably not",
    Factuality.POSSIBLE: "possible",
    Factuality.POSSIBLE_NOT: "possibly not",
    Factuality.CERTAIN_UNDERSPECIFIED: "unclear whether",
    Factuality.UNKNOWN: "not known whether",
}
IMPLIED = {
    Factuality.PROBABLE: ("planned", "expected", "threatened", "offered"),
    Factuality.POSSIBLE: ("possible", "proposed"),
}
"""Statuses with which a certainty goes without saying."""

_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth"}


def sentence(fact: Fact) -> str:
    """A fact in one line: who, what, on which terms, when and where, according to whom."""
    said = f"{_who(fact)}: {_what(fact)}"
    circumstances = [
        when(fact.when) if fact.when else "",
        f"in {place(fact.where)}" if fact.where else "",
        _others(fact),
        _status(fact),
        _source(fact),
    ]
    return ", ".join([said, *filter(None, circumstances)])


def _who(fact: Fact) -> str:
    if fact.kind is Kind.STATEMENT:
        speaker = actors(fact.people)
        side = actors(fact.by)
        said = f"{speaker} ({side})" if speaker and side and side != speaker else speaker or side or "somebody"
        return f"{said} to {actors(fact.to)}" if fact.to else said
    if fact.kind is Kind.MEDIATION:
        between = f" between {actors(fact.parties)}" if len(fact.parties) > 1 else f" with {actors(fact.parties)}"
        return (actors(fact.third_parties) or "a third party") + (between if fact.parties else "")
    subject = actors(fact.by or fact.parties) or actors(fact.people) or "somebody not named"
    target = actors(fact.on or fact.to)
    return f"{subject} {'on' if fact.on else 'to'} {target}" if target else subject


def _what(fact: Fact) -> str:
    issue = ISSUES.get(fact.issue or "", "")
    terms = "; ".join(filter(None, (_term(fact, t) for t in fact.terms)))
    own = fact.own or ""
    on = f" on {issue}" if issue else ""
    if fact.kind is Kind.MEETING:
        numbered = f"{_ORDINALS.get(fact.round, f'{fact.round}th')} round of {own}" if fact.round else own or "meeting"
        said = numbered + on
    elif fact.kind in (Kind.PROPOSAL, Kind.RESPONSE):
        said = f"{ACTS.get((fact.kind, own), own)} {issue}".strip()
    elif fact.kind is Kind.AGREEMENT:
        said = "agreement" + on
    elif fact.kind is Kind.EXCHANGE:
        said = f"{own or 'people'} handed over"
    elif fact.kind is Kind.CEASEFIRE:
        said = f"ceasefire {own.replace('_', ' ')}".strip()
        said += f" between {actors(fact.parties)}" if fact.by and len(fact.parties) > 1 else ""
    elif fact.kind is Kind.MEDIATION:
        said = own or "third party"
    elif fact.kind is Kind.STATEMENT:
        said = f"speaks{on or ' on the process'}"
    else:
        said = ACTS.get((fact.kind, own), own or "change") + on
    return f"{said} ({terms})" if terms else said


def _term(fact: Fact, found: Term) -> str:
    said = term(found)
    other = ISSUES.get(found.issue or "", "") if found.issue != fact.issue else ""
    return ": ".join(filter(None, (other, said)))


def _others(fact: Fact) -> str:
    parts = []
    if fact.kind is Kind.MEETING and fact.people:
        parts.append(f"with {actors(fact.people)} present")
    if fact.third_parties and fact.kind is not Kind.MEDIATION:
        parts.append(f"third parties {actors(fact.third_parties)}")
    return ", ".join(parts)


def _status(fact: Fact) -> str:
    said = fact.status.replace("_", " ")
    shown = said if fact.kind in (Kind.MEETING, Kind.AGREEMENT) or PLAIN_STATUS.get(fact.kind) != fact.status else ""
    certainty = "" if fact.status in IMPLIED.get(fact.factuality, ()) else CERTAINTY.get(fact.factuality, "")
    parts = [part for part in (shown, certainty) if part]
    return f"[{', '.join(parts)}]" if parts else ""


def _source(fact: Fact) -> str:
    names = [actor(s.speaker) if s.speaker else printable(s.label) for s in fact.attribution]
    if fact.kind is Kind.STATEMENT:
        names = [name for name in names if name not in {actor(a) for a in fact.people + fact.by}]
    return f"according to {', by '.join(names)}" if names else ""
