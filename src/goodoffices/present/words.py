"""How codes and values are said to people."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Sequence
from datetime import date

from goodoffices.model.facts import Actor, Kind, Place, Range, Term, When

HEADINGS: dict[Kind, str] = {
    Kind.MEETING: "Meetings",
    Kind.PROPOSAL: "Proposals",
    Kind.RESPONSE: "Responses",
    Kind.AGREEMENT: "Agreements",
    Kind.EXCHANGE: "Exchanges",
    Kind.CEASEFIRE: "Ceasefires",
    Kind.MEDIATION: "Mediation",
    Kind.PRESSURE: "Pressure",
    Kind.PROCESS_CHANGE: "The process",
    Kind.STATEMENT: "Statements",
}
"""The kinds in the order of the contract, as headings."""

ISSUES: dict[str, str] = {
    "CF": "ceasefire",
    "MON": "monitoring",
    "TER": "territory",
    "ALN": "alliances",
    "FOR": "foreign forces",
    "ARM": "force limits",
    "AID": "arms aid",
    "NUC": "nuclear matters",
    "GUA": "security guarantees",
    "POW": "prisoners",
    "CIV": "civilians held",
    "CHI": "children",
    "BOD": "bodies",
    "HUM": "humanitarian access",
    "NPP": "critical infrastructure",
    "SEA": "navigation",
    "ENE": "energy strikes",
    "SAN": "sanctions",
    "REP": "reconstruction",
    "JUS": "accountability",
    "LAN": "language and minorities",
    "GOV": "power-sharing",
    "EUR": "integration",
    "MIL": "mobilisation",
    "PRO": "procedure",
    "PEA": "a settlement",
}
"""Issue codes in a word or two."""

QUALIFIERS = {"at_least": "at least ", "at_most": "up to ", "about": "about ", "exact": "", None: ""}
BASES = {"per_side": " from each side", "total": " in all", "one_way": " one way", None: ""}
_CONDITION = re.compile(r"(if|provided|unless|once|until|as long as|so long as|on condition|only|when|should)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    r"""Text from a document on one line, without characters that could steer a terminal.

    >>> printable("talks\n  ended \x1b[31mred")
    'talks ended [31mred'
    """
    return " ".join(_CONTROL.sub("", text).split())


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence.

    >>> listed(["Russia", "Ukraine", "Turkey"])
    'Russia, Ukraine and Turkey'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


LONG_NAME, ACRONYM = 24, 8
"""Characters from which a body or group is called by its acronym, and the longest such acronym."""


def actor(found: Actor) -> str:
    """The name of an actor; the acronym of a body or group whose name is long.

    >>> actor(Actor("FARC", "Revolutionary Armed Forces of Colombia", "group"))
    'FARC'
    """
    acronym = found.kind in ("body", "group") and found.id.isupper() and len(found.id) <= ACRONYM
    return printable(found.id if acronym and len(found.name) > LONG_NAME else found.name)


def actors(found: Sequence[Actor]) -> str:
    """The names of actors as a list in a sentence."""
    return listed([actor(one) for one in found])


def place(found: Place) -> str:
    """A place, venue first."""
    return printable(f"{found.venue}, {found.name}" if found.venue and found.venue != found.name else found.name)


def when(found: When) -> str:
    """A time as people write it; its own wording in quotation marks where it could not be resolved.

    >>> when(When("late May", "2025-05-21", "2025-05-31", "2025-05-21/2025-05-31", "range", "anchored"))
    'late May 2025'
    >>> when(When("2-4 June", "2025-06-02", "2025-06-04", "2025-06-02/2025-06-04", "range", "stated"))
    '2–4 June 2025'
    """
    start = date.fromisoformat(found.start) if found.start else None
    end = date.fromisoformat(found.end) if found.end else None
    if start and end:
        return _interval(start, end, found.precision)
    if start:
        return f"from {day(start)}"
    if end:
        return f"until {day(end)}"
    return f"“{printable(found.text)}”"


def day(found: date) -> str:
    """A day as people write it.

    >>> day(date(2025, 6, 2))
    '2 June 2025'
    """
    return f"{found.day} {month_name[found.month]} {found.year}"


def _interval(start: date, end: date, precision: str) -> str:
    if start == end:
        return day(start)
    last = monthrange(end.year, end.month)[1]
    if (start.year, start.month) == (end.year, end.month):
        parts = {(1, last): "", (1, 10): "early ", (11, 20): "mid-", (21, last): "late "}
        part = parts.get((start.day, end.day))
        if part is not None:
            return f"{part}{month_name[start.month]} {start.year}"
        if precision == "week":
            return f"the week of {day(start)}"
        return f"{start.day}–{day(end)}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        if start.year == end.year:
            return str(start.year)
        return f"the {start.year}s" if precision == "decade" else f"{start.year}–{end.year}"
    if precision == "week":
        return f"the week of {day(start)}"
    if start.year == end.year:
        return f"{start.day} {month_name[start.month]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def number(value: float) -> str:
    """A number with thousands parted.

    >>> number(1200.0), number(0.5)
    ('1,200', '0.5')
    """
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def bounds(found: Range) -> str:
    """The bounds of a range.

    >>> bounds((2, 3)), bounds((None, 1200)), bounds((5, 5))
    ('2–3', '1,200', '5')
    """
    least, most = found
    if least is not None and most is not None and least != most:
        return f"{number(least)}–{number(most)}"
    value = least if least is not None else most
    return number(value) if value is not None else "?"


def duration(found: Range) -> str:
    """A duration given in days; under two days in hours where that is a round number.

    >>> duration((1, 2)), duration((0.25, 0.25)), duration((1, 1))
    ('1–2 days', '6 hours', '1 day')
    """
    if all(value is not None and value < 1 for value in found):
        least, most = (None if value is None else value * 24 for value in found)
        return f"{bounds((least, most))} hours"
    said = bounds(found)
    return f"{said} day" if said == "1" else f"{said} days"


def term(found: Term) -> str:
    """The numbers, scope and conditions of a term, in words; empty where it has none.

    >>> term(Term(count=(None, 1200), qualifier="at_most", count_basis="per_side"))
    'up to 1,200 from each side'
    """
    parts = []
    if found.duration_days:
        parts.append(duration(found.duration_days))
    if found.count:
        least, most = found.count
        said = found.qualifier or ("at_least" if most is None else "at_most" if least is None else None)
        thing = f" {printable(found.object)}" if found.object else ""
        parts.append(f"{QUALIFIERS[said]}{bounds(found.count)}{thing}{BASES[found.count_basis]}")
    if found.scope:
        parts.append(found.scope)
    if found.purpose:
        purpose = printable(found.purpose)
        parts.append(purpose if purpose.startswith(("to ", "for ", "in order ")) else f"for {purpose}")
    if found.condition:
        condition = printable(found.condition)
        parts.append(condition[0].lower() + condition[1:] if _CONDITION.match(condition) else f"if {condition}")
    if found.deadline:
        due = found.deadline
        parts.append(f"by {day(date.fromisoformat(due.end)) if due.end else when(due)}")
    return ", ".join(parts)
