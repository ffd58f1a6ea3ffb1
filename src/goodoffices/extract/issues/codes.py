"""The issue codes of the fact contract, in its order."""

from __future__ import annotations

ISSUES: dict[str, str] = {
    "CF": "ceasefire",
    "MON": "monitoring",
    "TER": "territory, withdrawal, borders",
    "ALN": "alliances, neutrality",
    "FOR": "foreign forces",
    "ARM": "force limits, disarmament",
    "AID": "arms aid",
    "NUC": "nuclear",
    "GUA": "security guarantees",
    "POW": "prisoners, detainees, hostages",
    "CIV": "civilians held",
    "CHI": "children",
    "BOD": "bodies, missing",
    "HUM": "humanitarian access, displaced",
    "NPP": "critical infrastructure",
    "SEA": "navigation, ports",
    "ENE": "energy strikes",
    "SAN": "sanctions, assets",
    "REP": "reparations, reconstruction",
    "JUS": "accountability, amnesty",
    "LAN": "language, minority",
    "GOV": "power-sharing, elections",
    "EUR": "integration",
    "MIL": "mobilisation",
    "PRO": "procedure: venue, format, participants, a leaders' meeting",
    "PEA": "a settlement as a whole",
}
"""Code and meaning."""

CODES: tuple[str, ...] = tuple(ISSUES)
