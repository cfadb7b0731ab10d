"""PLOVER's records of several versions brought into the names of today."""

TYPES = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "YIELD": "CONCEDE",
}
"""Types that version 0.5 had and the 16 of today that took them in."""
_IN_TYPE = {"DISAPPROVE": "disapprove", "INVESTIGATE": "investigate"}
MODES = {
    "demo-org": "demo",
    "demo-spon": "demo",
    "riot-org": "riot",
    "riot-spon": "riot",
    "strike-gen": "strike",
    "strike-hun": "hunger",
    "hunger-strike": "hunger",
    "confiscate": "seize",
    "host": "visit",
}
COUNTRIES = {
    "JAP": "JPN",
    "ROM": "ROU",
    "ZAR": "COD",
    "TMP": "TLS",
    "KOS": "XKX",
    "WSB": "PSE",
    "GZS": "PSE",
    "PAL": "PSE",
}
"""Codes of countries that records use and ISO 3166 doesn't, or no more."""


def type_of(name: str) -> str:
    """Return a type's name of today."""
    return TYPES.get(name.upper(), name.upper())


def mode_of(event: str, mode: str) -> str:
    """Return a mode's name of today; two types of version 0.5 are modes today, but weren't coded as such."""
    return MODES.get(mode, mode) if event.upper() not in _IN_TYPE else ""


def country_of(code: str) -> str:
    """Return the first part of an actor's code, a country's by ISO 3166 alpha-3."""
    first = code.strip().upper().partition(" ")[0]
    return COUNTRIES.get(first, first)


def older_type(event: str, mode: str) -> str:
    """Return the type that version 0.5 would give to a type of today with its mode."""
    if event == "REQUEST":
        return "DEMAND"
    if event == "ACCUSE":
        return "INVESTIGATE" if mode == "investigate" else "DISAPPROVE"
    if event == "ASSAULT":
        return "ASSAULT" if mode in _UNCONVENTIONAL else "FIGHT"
    return event


_UNCONVENTIONAL = frozenset(
    {"abduct", "beat", "torture", "sexual", "explosives", "suicide-attack", "execute", "primitive", "destroy"}
)
