"""The columns of ACLED-style and UCDP GED-style rows that depend on sides, dates, places and figures."""

from collections.abc import Mapping

from tocsin.model import Incident, Timex, Toponym
from tocsin.ontology.crosswalk_files import Crosswalk, Rule
from tocsin.ontology.facts import Facts, Party

Columns = dict[str, str | int | None]


def columns(
    incident: Incident, facts: Facts, crosswalk: Crosswalk, rule: Rule, *, codes: Columns, types: Mapping[str, int]
) -> Columns:
    """Return the columns beside `codes`; None where the incident doesn't say. `types` are ACLED's, by side."""
    more: Columns = {}
    if crosswalk.scheme == "ACLED":
        more = _acled(incident, facts, rule, codes, types)
    elif crosswalk.scheme == "UCDP":
        more = _ucdp(incident, facts, codes)
    return more | _precisions(incident, crosswalk)


def _acled(incident: Incident, facts: Facts, rule: Rule, codes: Columns, types: Mapping[str, int]) -> Columns:
    first, second = _pair(facts)
    if codes["event_type"] == "Violence against civilians":
        second = _of_side(facts, ("civilians",))
    sides = (first.side if first and first.side else "unidentified", *([second.side] if second and second.side else []))
    if rule.sides:
        sides, first, second = rule.sides, None, _of_side(facts, rule.sides[1:])
    inter = [types[side] for side in sides]
    targeted = codes["disorder_type"] == "Political violence" and sides[1:] == ("civilians",)
    return {
        "actor1": _acled_name(first),
        "inter1": inter[0],
        "actor2": _acled_name(second),
        "inter2": inter[1] if len(inter) > 1 else None,
        "interaction": min(inter) * 10 + (max(inter) if len(inter) > 1 else 0),
        "civilian_targeting": "Civilian targeting" if targeted else None,
        "fatalities": _best(incident),
    }


def _ucdp(incident: Incident, facts: Facts, codes: Columns) -> Columns:
    first, second = _pair(facts)
    time = incident.time.value
    return {
        "side_a": _ucdp_name(first),
        "side_b": "Civilians" if codes["type_of_violence"] == _ONE_SIDED else _ucdp_name(second),
        "best": _best(incident),
        "low": incident.killed.low,
        "high": incident.killed.high,
        "event_clarity": 2 if time and time.precision == "range" else 1,
    }


_ONE_SIDED = 3


def _best(incident: Incident) -> int | None:
    return incident.killed.low if incident.killed.best is None else incident.killed.best


def _pair(facts: Facts) -> tuple[Party | None, Party | None]:
    """Return who acted and whom it was against; in a battle without a target the second side is the second actor."""
    actors = facts.perpetrators
    others = tuple(party for party in facts.targets if party.side)
    second = others[0] if others else None
    if second is None and facts.values["against"]:
        second = next((party for party in actors[1:] if party.side), None)
    return (actors[0] if actors else None), second


def _of_side(facts: Facts, sides: tuple[str, ...]) -> Party | None:
    return next((party for party in (*facts.perpetrators, *facts.targets) if party.side in sides), None)


def _acled_name(party: Party | None) -> str | None:
    if party is None or party.actor is None:
        return party.mention.name if party else None
    return party.actor.acled_name or party.actor.name


def _ucdp_name(party: Party | None) -> str | None:
    if party is None:
        return None
    named = party.actor if party.actor and party.actor.ucdp_name else party.government or party.actor
    return (named.ucdp_name or named.name) if named else party.mention.name


def _precisions(incident: Incident, crosswalk: Crosswalk) -> Columns:
    found: Columns = {name: _by_days(incident.time.value, rows) for name, rows in crosswalk.dates.items()}
    for name, codes in crosswalk.places.items():
        found[name] = _by_place(incident.place.value, codes, crosswalk.near)
    return found


def _by_days(time: Timex | None, rows: tuple[tuple[int, int], ...]) -> int | None:
    if time is None or time.start is None or time.end is None:
        return None
    days = (time.end - time.start).days + 1
    return next((code for most, code in rows if days <= most), None)


def _by_place(place: Toponym | None, codes: Mapping[str, int], near: int | None) -> int | None:
    if place is None:
        return None
    code = codes.get(place.precision)
    return near if near is not None and code is not None and code < near and place.relation == "near" else code
