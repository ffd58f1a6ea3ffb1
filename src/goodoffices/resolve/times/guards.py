"""What looks like a time expression and is none: counts, numbers of resolutions, names, the modal "may"."""

from __future__ import annotations

import re

from goodoffices.model.words import Sentence, Word
from goodoffices.resolve.times.lemmas import lemmas

_NUMBERED = re.compile(
    r"(?:[Rr]esolutions?|[Rr]es\.|\b[Nn]o\.?|[Nn]umber|[Aa]rticle|[Ff]light|UNSCR|Council|§|[$€£]|[Cc]onvention\s+[Nn]o\.?|[Pp]aragraph|[Uu]nit|[Oo]rder|[Dd]ecree)"
    r"\s*(?:\d{3,4}(?:,|\s+and|\s+or)?\s+)*$"
)
_NAME_AFTER = re.compile(
    r"\s+(?:Movement|Alliance|Brigades?|Street|Square|Division|Committee|Front|Party|Battalion|Forces?|Regiment|Prize)\b"
)
_MODAL_MONTH = re.compile(
    r"(?i)(?:\b(?:in|since|until|till|by|of|from|to|during|before|after|and|or|late|early|between|through|for|last|next|this|"
    r"following|previous|beginning|around|mid|end|that)\s+|[-–—/,(]\s*|mid-)$"
)
_MEDIUM = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+(?:Independent|Times|Telegraph|Mail|Express|Mirror|Herald|Post|Mercury|Tribune|Standard|Sun|Star|World)\b"
    r"|[A-Z]\w*\s+Today\b"
)
_AHEAD_OF_IN = re.compile(
    r"\b(?:will|shall|would|to|going|set|expected|due|should|must|may|might|could|can|begins?|starts?|resumes?|expires?|ends?)\b"
    r"(?![^.;]*\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only|most|[a-z]+est|time)\b)[^.;]*$"
)
"""Before "in three weeks": a word that points ahead, and no "first … in three weeks" after it."""
_EVENTS = lemmas("dated-event")


def is_no_time(text: str, sentence: Sentence, rule: str, start: int, end: int, covered: list[int]) -> bool:
    """Whether the words matched by a rule are no time expression where they stand."""
    if _NAME_AFTER.match(text, end) and rule in {"month-day", "day-month", "month"}:
        return True
    if rule == "month":
        return _no_month(text, sentence, start, end, covered)
    if rule == "year":
        return _no_year(text, sentence, start, end, covered)
    if (
        rule == "month-day"
        and text.endswith(("in ", "In "), 0, start)
        and not re.search(r"\d{4}|[a-z]{2}$", text[start:end])
    ):
        following = _next_word(sentence, covered)
        return following is not None and following.upos == "NOUN" and following.feats.get("Number") == "Plur"
    if rule == "ordinal-day":
        following = _next_word(sentence, covered)
        return following is not None and following.upos in {"NOUN", "ADJ", "PROPN", "NUM"}
    if rule == "in" and not _AHEAD_OF_IN.search(text, max(sentence.start, start - 90), start):
        return True
    if rule in {"weekday", "today"} and _MEDIUM.search(text, max(0, start - 24), end + 16):
        return True
    if rule in {"feast", "season"} and text.endswith(("Operation ", "White "), 0, start):
        return True
    return rule == "feast" and len(covered) == 1 and _in_person(sentence, covered[0])


def _in_person(sentence: Sentence, word: int) -> bool:
    return any(n.label == "PER" and n.first <= word <= n.last for n in sentence.names)


def _next_word(sentence: Sentence, covered: list[int]) -> Word | None:
    after = covered[-1] + 1
    return sentence.words[after] if after < len(sentence.words) else None


def _no_month(text: str, sentence: Sentence, start: int, end: int, covered: list[int]) -> bool:
    if _in_person(sentence, covered[-1]):
        return True
    if re.search(r"\d", text[start:end]):
        return False
    if re.match(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?$", text[start:end]):
        return not _MODAL_MONTH.search(text, max(0, start - 24), start)
    word = text[start:end].split()[-1]
    if word in {"May", "March", "August", "Mar"} and " " not in text[start:end]:
        return not _MODAL_MONTH.search(text, max(0, start - 24), start)
    return False


def _no_year(text: str, sentence: Sentence, start: int, end: int, covered: list[int]) -> bool:
    if _NUMBERED.search(text, max(0, start - 40), start):
        return True
    following = _next_word(sentence, covered)
    if following is None or text[start:end].startswith(("the", "in")):
        return False
    if (
        following.upos in {"NOUN", "PROPN"}
        and following.feats.get("Number") == "Plur"
        and following.lemma.lower() not in _EVENTS
    ):
        return not text[max(0, start - 8) : start].rstrip().lower().endswith((" the", "'s", "’s"))
    return following.form == "%"


def is_modifier(sentence: Sentence, rule: str, covered: list[int]) -> bool:
    """Whether a bare year stands before a noun as part of its name: "the 1994 protocol"."""
    if rule not in {"year", "years"}:
        return False
    if covered[0] == 0 and any(w.form == ":" for w in sentence.words[covered[-1] + 2 : covered[-1] + 8]):
        return True
    following = _next_word(sentence, covered)
    if following is None or following.upos not in {"NOUN", "PROPN", "ADJ"}:
        return False
    inside = set(covered)
    return any(sentence.words[i].head > covered[-1] and sentence.words[i].head not in inside for i in covered)
