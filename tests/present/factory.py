"""Facts and readings made by hand, for tests of output."""

from datetime import date

from goodoffices.model.document import Document, Dropped, Reading
from goodoffices.model.facts import Actor, Evidence, Fact, Factuality, Kind, Place, Source, Term, When

RURITANIA = Actor("RUR", "Ruritania", "state", "RUR")
GRAUSTARK = Actor("GRA", "Graustark", "state", "GRA")
FLAVIA = Actor("person:elphberg-flavia", "Flavia Elphberg", "person", "RUR")
TEXT = "Ruritania offers Graustark a truce of 2 to 3 days. <b>They</b> met in Streslau on Monday."

OFFER = Fact(
    kind=Kind.PROPOSAL,
    status="made",
    factuality=Factuality.CERTAIN,
    evidence=(Evidence(0, 50, TEXT[:50]),),
    rule="proposal.offer",
    by=(RURITANIA,),
    to=(GRAUSTARK,),
    own="offer",
    issue="CF",
    terms=(Term(duration_days=(2, 3), scope="limited"),),
)
MEETING = Fact(
    kind=Kind.MEETING,
    status="planned",
    factuality=Factuality.PROBABLE,
    evidence=(Evidence(51, len(TEXT), TEXT[51:]),),
    rule="meeting.meet",
    parties=(RURITANIA, GRAUSTARK),
    people=(FLAVIA,),
    when=When("on Monday", "2025-06-02", "2025-06-02", "2025-06-02", "day", "anchored"),
    where=Place("Streslau", "RUR"),
    round=2,
    own="talks",
    attribution=(Source(FLAVIA, "Flavia Elphberg", "said"),),
)
DOCUMENT = Document("report", TEXT, date(2025, 6, 3), publisher="Lake Wire")
KEPT = Reading(DOCUMENT, facts=(OFFER, MEETING), notes=("not UTF-8: read as windows-1252",))
DROPPED = Reading(Document("match", "Ruritania won."), dropped=Dropped("screen", "not about a peace negotiation"))
