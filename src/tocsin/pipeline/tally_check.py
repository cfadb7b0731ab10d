"""What a report counts or ranks, compared with what the record itself holds."""

import datetime as dt
import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tocsin.model import Incident, Report, Tally, Toponym
from tocsin.model.vocabulary import COUNTED, Kind
from tocsin.ontology.actors import Registry
from tocsin.ontology.folding import fold
from tocsin.ontology.states import load_countries
from tocsin.pipeline.tally_words import Test, UnclearError, aimed_at, nouns
from tocsin.store.interface import View
from tocsin.store.query import IncidentQuery

Outcome = Literal["fits", "fewer", "more", "against", "open"]

SEEN = 1000
"""Incidents looked through for one tally; where the days and kinds choose more, nothing is said."""
_NEAR_KM = 15.0
_ABOUT = 0.1
_EXACT = frozenset({"site", "city", "district"})
_HELD = frozenset({"claimed", "accused", "reported", "suspected"})

_TARGETS = {
    **dict.fromkeys(("civilians", "civilian targets"), "civilians"),
    **dict.fromkeys(("soldiers", "troops", "army", "military", "military targets"), "military"),
    **dict.fromkeys(("police", "policemen", "police officers"), "police"),
}
_HERE = frozenset({"city", "town", "village", "district", "area", "here", "there"})
_WORLD = frozenset({"world", "worldwide", "around world"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """An incident of the record that the tally's words fit; one that is `counted` is no mere background."""

    id: str
    title: str
    day: dt.date | None
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A tally beside the record: `asked` says what was looked for, `incidents` are those that fit, `text` the outcome.

    `outcome`: "fits", the record holds as many; "fewer", which says little, for a record is never whole; "more";
    "against", earlier incidents speak against the rank; "open", the record can't tell, and `text` says why.
    """

    tally: str
    outcome: Outcome
    text: str
    asked: str = ""
    incidents: tuple[Fit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """What a tally asks of the record: kinds, country and days for the query, tests for the rest, and all in words."""

    kinds: tuple[Kind, ...]
    country: str | None
    since: dt.date | None
    until: dt.date
    tests: tuple[Test, ...]
    words: str


def compare(view: View, tally: Tally, registry: Registry) -> Comparison:
    """Compare a tally or rank with the record; conservative, for what isn't surely the same isn't matched.

    - Only incidents that occurred or were attempted, whose days lie wholly in the tally's, are taken. A count takes
      those that count in totals, a rank those told of as background too. The ranked incident is left out.
    - What: the noun must be one of our kinds; a word before it that the record can't check leaves the tally open.
    - Who: the registry's actor of that name with all that roll up to it, else the same name; held responsible by
      anyone. Incidents that nobody is held responsible for are never matched.
    - Against whom: the same actor, civilians, soldiers or police, or a country that the words name.
    - Where: a country by name; a place by its name or division; for a rank without place, and "the city", where the
      ranked incident was, give or take 15 km.
    - When: a count from `since` to `until`, else to the report's day. A rank after `since` (the month or year itself,
      where the words give no day, isn't searched) and before the day of the ranked incident.
    """
    report = view.report(tally.report)
    ranked = next((each for each in view.incidents_of(report.id) if tally.incident in each.mentions), None)
    try:
        search = _search(view, tally, report, ranked, registry)
        fits = _fits(view, search, tally, ranked)
    except UnclearError as reason:
        return Comparison(tally=tally.id, outcome="open", text=f"Can’t be checked: {reason}.")
    outcome, text = _judge(view, search, tally, len(fits))
    return Comparison(tally=tally.id, outcome=outcome, text=text, asked=search.words, incidents=fits)


def _search(view: View, tally: Tally, report: Report, ranked: Incident | None, registry: Registry) -> _Search:
    noun, kinds, what = nouns(tally.what, ranked)
    place, where, country = _where(view, tally, ranked)
    target = tally.target or aimed_at(tally.what)
    if tally.rank is None and not (tally.actor or target or where):
        raise UnclearError("the words that were read fix neither by whom nor against whom nor where")
    tests = [*what, *place]
    parts = [noun]
    if tally.actor:
        tests.append(_by(tally.actor, registry))
        parts.append(f"by {tally.actor}")
    if target:
        tests.append(_against(target, registry))
        parts.append(f"against {target}")
    since, until = _days(tally, report, ranked)
    parts += [where] if where else []
    parts += [f"from {_date(since)}"] if since else []
    words = " ".join([*parts, f"to {_date(until)}"])
    return _Search(kinds=kinds, country=country, since=since, until=until, tests=tuple(tests), words=words)


def _fits(view: View, search: _Search, tally: Tally, ranked: Incident | None) -> tuple[Fit, ...]:
    query = IncidentQuery(
        kind=search.kinds,
        status=tuple(sorted(COUNTED)),
        country=(search.country,) if search.country else (),
        since=search.since,
        until=search.until,
        counted=None if tally.rank is not None else True,
        sort="date",
        limit=SEEN,
    )
    page = view.incidents(query)
    if page.total > SEEN:
        raise UnclearError(f"the record holds over {SEEN:,} incidents of these days and kinds")
    return tuple(
        Fit(id=each.id, title=each.title, day=each.time.value.start if each.time.value else None, counted=each.counted)
        for each in page.items
        if (ranked is None or each.id != ranked.id) and _within(each, search) and all(fit(each) for fit in search.tests)
    )


def _within(incident: Incident, search: _Search) -> bool:
    time = incident.time.value
    if time is None or time.start is None:
        return False
    return (search.since is None or time.start >= search.since) and (time.end or time.start) <= search.until


def _judge(view: View, search: _Search, tally: Tally, found: int) -> tuple[Outcome, str]:
    if not found and not view.count(IncidentQuery(since=search.since, until=search.until, counted=None)):
        return "open", "Can’t be checked: the record holds nothing at all from that time."
    if tally.rank is not None:
        return _judge_rank(tally, tally.rank, found)
    held = f"The record holds {found or 'none'}"
    if tally.since is None:
        return "open", f"Can’t be checked: nothing says since when. {held} up to then."
    if tally.low is None and tally.high is None:
        return "open", f"Can’t be checked: the report gives no figure. {held}."
    return _judge_count(tally, found, held)


def _judge_count(tally: Tally, found: int, held: str) -> tuple[Outcome, str]:
    margin = _ABOUT if tally.approximate else 0.0
    if found < (tally.low or 0) * (1 - margin):
        return "fewer", f"{held} of them, the report tells of {_amount(tally)}."
    if tally.high is not None and found > tally.high * (1 + margin):
        return "more", f"{held}, more than the report’s {_amount(tally)}."
    return "fits", f"{held} too: it bears the report out."


def _judge_rank(tally: Tally, rank: int, found: int) -> tuple[Outcome, str]:
    held = f"The record holds {found or 'none'} earlier"
    if found == rank - 1:
        return "fits", f"{held}: nothing in it speaks against this."
    if found < rank - 1:
        return "fewer", f"{held}; this rank would need {rank - 1}."
    if tally.since is None:
        return "open", f"Can’t be checked: nothing says since when. {held}."
    return "against", f"{held}, which {'speaks' if found == 1 else 'speak'} against this."


def _amount(tally: Tally) -> str:
    if tally.high is None:
        return f"at least {tally.low:,}"
    if tally.low == tally.high:
        return f"{'about ' if tally.approximate else ''}{tally.high:,}"
    return f"up to {tally.high:,}" if not tally.low else f"{tally.low:,}–{tally.high:,}"


def _date(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"


# Who, and against whom.


def _identities(name: str, registry: Registry) -> frozenset[str]:
    found = registry.find(name)
    return frozenset({found[0].id}) | registry.members(found[0].id) if len(found) == 1 else frozenset()


def _by(name: str, registry: Registry) -> Test:
    ids, folded = _identities(name, registry), fold(name)

    def fits(incident: Incident) -> bool:
        held = [each.actor for each in incident.attributions if each.state in _HELD]
        return any(actor.actor in ids or fold(actor.name or "") == folded for actor in held)

    return fits


def _against(name: str, registry: Registry) -> Test:
    kind, ids, folded = _TARGETS.get(fold(name)), _identities(name, registry), fold(name)
    country = _country_in(name, registry)
    if not (kind or ids or country or any(letter.isupper() for letter in name)):
        raise UnclearError(f"the record doesn’t tell which of them hit “{name}”")

    def fits(incident: Incident) -> bool:
        for hit in (entry.value for entry in incident.targets.entries):
            known = registry.get(hit.actor.actor) if hit.actor.actor in registry and hit.actor.actor else None
            home = known.country if known else hit.actor.country
            same = hit.actor.actor in ids or fold(hit.actor.name or "") == folded
            if same or (kind and hit.kind == kind) or (country and home == country):
                return True
        return False

    return fits


def _country_in(phrase: str, registry: Registry) -> str | None:
    """Return the one country that the words name or whose adjective they hold, None for none or several."""
    words = re.findall(r"[\w.-]+", phrase)
    found = {country.code for word in words if word[0].isupper() for country in registry.demonym(word)}
    found |= {code for word in words if word[0].isupper() and (code := _countries().get(fold(word)))}
    return found.pop() if len(found) == 1 else None


# Where.


@cache
def _countries() -> dict[str, str]:
    return {fold(alias.name): country.code for country in load_countries() for alias in country.names}


def _where(view: View, tally: Tally, ranked: Incident | None) -> tuple[list[Test], str, str | None]:
    """Return the tests of the place, the place in words, and the country that all of it lies in, where it is one."""
    anchor = ranked.place.value if ranked else None
    name = fold(tally.place or "")
    if name in _WORLD:
        return [], "worldwide", None
    if name in _HERE or (not name and tally.rank is not None):
        if anchor is None:
            raise UnclearError("nothing says where the ranked incident was")
        return [_at(anchor)], f"in {anchor.name} (where the ranked incident was)", anchor.country
    if not tally.place:
        return [], "", None
    parts = [part for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", tally.place) if part]
    codes = {part: _countries().get(fold(part)) for part in parts}
    places = [_named(view, part, anchor) if code is None else _in_country(code) for part, code in codes.items()]
    only = next(iter(codes.values())) if len(codes) == 1 else None
    return [lambda incident: any(fits(incident) for fits in places)], f"in {tally.place}", only


def _in_country(code: str) -> Test:
    return lambda incident: incident.place.value is not None and incident.place.value.country == code


def _named(view: View, name: str, anchor: Toponym | None) -> Test:
    """Return a test by name; a place that no incident of the record lies in can't be told from a wrong spelling."""
    folded = fold(name)
    if anchor is not None and fold(anchor.name) == folded:
        return _at(anchor)
    country = anchor.country if anchor is not None and fold(anchor.admin1 or "") == folded else None

    def fits(incident: Incident) -> bool:
        place = incident.place.value
        if place is None or (country and place.country != country):
            return False
        return folded in {fold(place.name), fold(place.admin1 or "")}

    if not any(fits(each) for each in view.incidents(IncidentQuery(text=f'"{name}"', counted=None)).items):
        raise UnclearError(f"the record knows no place called {name}")
    return fits


def _at(anchor: Toponym) -> Test:
    def fits(incident: Incident) -> bool:
        place = incident.place.value
        if place is None or place.country != anchor.country:
            return False
        if anchor.precision == "country":
            return True
        if (anchor.place and place.place == anchor.place) or fold(place.name) == fold(anchor.name):
            return True
        return {anchor.precision, place.precision} <= _EXACT and _apart(anchor, place) <= _NEAR_KM

    return fits


def _apart(one: Toponym, other: Toponym) -> float:
    """Return the distance in km, infinite where coordinates lack."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    across = (one.lon - other.lon + 180) % 360 - 180
    return 111.2 * math.hypot(one.lat - other.lat, across * math.cos(math.radians(one.lat)))


# When.


def _days(tally: Tally, report: Report, ranked: Incident | None) -> tuple[dt.date | None, dt.date]:
    if tally.rank is None:
        until = tally.until or report.published
        if until is None:
            raise UnclearError("neither the words nor the report give a last day")
        return tally.since, until
    time = ranked.time.value if ranked else None
    if ranked is None or time is None or time.start is None:
        raise UnclearError("nothing says which incident is ranked" if ranked is None else "the incident has no day")
    return _after(tally), time.start - dt.timedelta(days=1)


def _after(tally: Tally) -> dt.date | None:
    """Return the first day that a rank is searched from; "since October 2022" leaves all of that month out."""
    if tally.since is None:
        return None
    words = " ".join(span.text for span in tally.spans[:1])
    first = tally.since
    if first.day == 1 and first.month == 1 and re.search(r"\bsince (?:early |late |mid-?)?\d{4}\b", words):
        return first.replace(year=first.year + 1)
    if first.day == 1 and not re.search(r"\bthis (?:month|year|week)\b|\b1(?:st)?\b", words):
        return (first + dt.timedelta(days=31)).replace(day=1)
    return first + dt.timedelta(days=1) if re.search(r"\bsince\b", words) else first
