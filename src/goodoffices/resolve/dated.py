"""Offices by date: who held what on the day of publication."""

from __future__ import annotations

from goodoffices.resolve.cast import Cast
from goodoffices.vocabulary.entries import Office as DatedOffice
from goodoffices.vocabulary.entries import PersonEntry


def _day(cast: Cast) -> str:
    return cast.document.published.isoformat() if cast.document.published else ""


def _holds(office: DatedOffice, day: str, slack: int = 0) -> bool:
    if not day:
        return True
    year = int(day[:4])
    start = int(office.start[:4] or 0) - slack
    end = int(office.end[:4] or 9999) + slack
    if not start <= year <= end:
        return False
    if slack:
        return True
    return (office.start <= day[: len(office.start)]) and (not office.end or office.end >= day[: len(office.end)])


def in_office(entry: PersonEntry, cast: Cast) -> bool:
    """Whether a person holds an office on the day of publication (within a year, for dates are told roughly)."""
    return any(_holds(office, _day(cast), 1) for office in entry.offices)


def office_at(entry: PersonEntry, cast: Cast) -> DatedOffice | None:
    """The office a person holds on the day of publication, else the nearest one in time."""
    day = _day(cast)
    holding = [office for office in entry.offices if _holds(office, day)]
    if holding:
        return holding[-1] if len(holding) > 1 and holding[-1].start >= holding[0].start else holding[0]
    if not entry.offices or not day:
        return entry.offices[0] if entry.offices else None
    year = int(day[:4])

    def gap(office: DatedOffice) -> int:
        start, end = int(office.start[:4] or year), int(office.end[:4] or year)
        return min(abs(year - start), abs(year - end))

    return min(entry.offices, key=gap)


def side_at(entry: PersonEntry, cast: Cast) -> str | None:
    """The side for which a person acts on the day of publication."""
    office = office_at(entry, cast)
    return office.side if office else None
