"""What a report counts or ranks, compared with what the record itself holds."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tocsin.model import Incident, Report, Tally
from tocsin.model.vocabulary import COUNTED
from tocsin.ontology.actors import Registry
from tocsin.pipeline.tally_places import where
from tocsin.pipeline.tally_sides import Sides
from tocsin.pipeline.tally_words import Counted, UnclearError, aimed_at, counted, harmed
from tocsin.reconcile.windows import NEWS_DAYS
from tocsin.store import Aim, Found, Hit, IncidentQuery, Search
from tocsin.store.interface import View
from tocsin.store.rows import noun_of

Outcome = Literal["agrees", "fewer", "more", "contradicted", "unchecked"]

LISTED = 1000
"""Incidents that a comparison lists at most; all are counted."""
_ABOUT = 0.1
_NAMED = 3
_VICTIMS = frozenset(
    {"civilian", "commander", "foreigner", "hostage", "journalist", "judge", "leader", "officer", "official"}
    | {"policeman", "politician", "prosecutor", "reporter", "soldier"}
)
"""Whom a rank may count one by one: "the first journalist to be killed"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """An incident of the record that the tally's words fit; one that is `counted` is no mere background.

    `figure` is the published number of people, where the tally counts people.
    """

    id: str
    title: str
    day: dt.date | None
    counted: bool
    figure: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A tally beside the record: `asked` says what was looked for, `verdict` and `text` what came of it.

    `outcome`: "agrees"; "fewer" or "more", the record holds fewer (which says little, for a record is never whole)
    or more; "contradicted", earlier incidents speak against the rank; "unchecked", the record can't tell, and `text`
    says why. `found` is how many incidents fit, of which `incidents` lists the first thousand by day; `low`, `best`
    and `high` are the sums of their figures where people are counted.
    """

    tally: str
    outcome: Outcome
    verdict: str
    text: str
    asked: str = ""
    found: int = 0
    low: int | None = None
    best: int | None = None
    high: int | None = None
    incidents: tuple[Fit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a tally asks of the record: a search for each figure or one for incidents, and all in words."""

    what: Counted
    search: Search
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What the record holds of it: incidents, or people between two numbers, the published one between them."""

    incidents: int
    low: int
    best: int
    high: int


def compare(view: View, tally: Tally, registry: Registry) -> Comparison:
    """Compare a tally or rank with the record; conservative, for what isn't surely the same isn't matched.

    - Only incidents that occurred or were attempted, whose days lie wholly in the tally's, are taken. A count takes
      those that count in totals, a rank those told of as background too. The ranked incident is left out.
    - What: the noun must be one of our kinds, or people killed, injured, abducted or detained, whose figures are
      summed; a word before it that the record can't check leaves the tally unchecked.
      An incident whose figures were read from the tally's own number is left out too.
    - Who: the registry's actor of that name with all that rolled up to it on the day, else the same name; held
      responsible by anyone. Incidents that nobody is held responsible for are never matched. A body that reports
      cite as counting (an organisation, a newspaper) isn't taken for who did it.
    - Against whom: the same actor, civilians, soldiers or police, a country that the words name, or a noun that
      reports use of what was hit.
    - Where: a country by name; a place by its name or division; for a rank without place, and "the city", where the
      ranked incident was, give or take 15 km.
    - When: a count from `since` to `until`, else to the report's day. A rank after `since` (the month or year itself,
      where the words give no day, isn't searched) and before the day of the ranked incident; where that has none,
      before the week of news that the report tells.
    - Agreement: a count agrees where the record's lies between the tally's lower and upper number, of which "about"
      and "dozens" give a tenth of room on either side and an open end ("at least", "more than") all above; sums of
      people where what the record holds, from the lowest to the highest of all accounts, meets that range. Where
      others than those counted were hit too, the record knows only between how many it lies, and agrees only where
      both ends do. Without a first day only "fewer" is sure.
    """
    report, told = view.report(tally.report), view.incidents_of(tally.report)
    ranked = next((each for each in told if tally.incident in each.mentions), None)
    try:
        asked = _asked(Sides(view, registry), tally, _Scene(report, told, ranked))
    except UnclearError as reason:
        return _unchecked(tally, str(reason))
    held, incidents = _held(view, asked)
    compared = _judge(view, asked, tally, held, incidents)
    compared = replace(compared, asked=asked.words, found=held.incidents, incidents=incidents)
    return replace(compared, low=held.low, best=held.best, high=held.high) if asked.what.figures else compared


def _unchecked(tally: Tally, why: str) -> Comparison:
    text = f"Can’t be checked: {why}."
    return Comparison(tally=tally.id, outcome="unchecked", verdict="can’t be checked", text=text)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The report, the incidents that it tells of, and the ranked one of them."""

    report: Report
    told: tuple[Incident, ...]
    ranked: Incident | None


def _asked(sides: Sides, tally: Tally, scene: _Scene) -> _Asked:
    ranked = scene.ranked
    what, ranked_people = _what(sides.view, tally, ranked)
    spots, place = where(sides.view, tally.place, ranked, scene.told, needed=tally.rank is not None)
    parties, people = sides.before(what)
    by = sides.by(tally.actor) if tally.actor else None
    target = tally.target or aimed_at(tally.what)
    against = sides.against(target) if target else None
    if tally.rank is None and not (by or against or place or what.before):
        raise UnclearError("the words that were read fix neither by whom nor against whom nor where")
    since, until = _days(tally, scene)
    search = Search(
        kinds=what.kinds,
        statuses=tuple(sorted(COUNTED)),
        counted=None if tally.rank is not None else True,
        since=since,
        until=until,
        parties=(*parties, *([by] if by else [])),
        spots=spots,
        aims=(*ranked_people, *people, *([against] if against else [])),
        weapons=what.weapons,
        without=(*([ranked.id] if ranked else []), *_in_its_words(tally, scene.told)),
    )
    actor = "" if not tally.actor else f"by {tally.actor}" if by else f"(as {tally.actor} counts)"
    aimed, first = f"against {target}" if target else "", f"from {_date(since)}" if since else ""
    words = (*what.before, what.phrase, actor, aimed, place, first, f"to {_date(until)}")
    return _Asked(what=what, search=search, words=" ".join(filter(None, words)))


def _in_its_words(tally: Tally, told: tuple[Incident, ...]) -> Iterator[str]:
    """Yield incidents whose figures were read from the tally's own number: they are no evidence beside it."""
    number = tally.spans[:1]
    for incident in told:
        figures = (incident.killed, incident.injured, incident.abducted, incident.detained)
        spans = (span for figure in figures for entry in figure.ledger.entries for span in entry.value.spans)
        if any(span.overlaps(own) for span in spans for own in number):
            yield incident.id


def _what(view: View, tally: Tally, ranked: Incident | None) -> tuple[Counted, list[Aim]]:
    """Return what is counted; of ranked people, those whom the record's words name as having come to harm."""
    words = tally.spans[0].text if tally.spans else ""
    noun = noun_of(tally.what)
    if tally.rank is None or noun not in _VICTIMS:
        return counted(tally.what, words, ranked.kind.value if ranked else None), []
    figure = harmed(words)
    if figure is None or tally.rank != 1:
        raise UnclearError("the record counts no single persons")
    trait = f"{figure}:{noun}"
    if not view.trait_countries("target", trait):
        raise UnclearError(f"no report of the record tells of a {noun} {figure}")
    what = counted(f"{tally.what} {figure}", words)
    return replace(what, figures=(), victims=()), [Aim(traits=(trait,))]


def _held(view: View, asked: _Asked) -> tuple[_Held, tuple[Fit, ...]]:
    if not asked.what.figures:
        found = view.search(asked.search, LISTED)
        number = found.total
        return _Held(incidents=number, low=number, best=number, high=number), tuple(map(_fit, found.hits))
    each = [view.search(replace(asked.search, figure=figure), LISTED) for figure in asked.what.figures]
    hits = {hit.id: hit for found in each for hit in found.hits}
    total = max((found.total for found in each), default=0) if len(hits) >= LISTED else len(hits)
    low = sum(found.sure if asked.search.aims else found.low for found in each)
    best, high = sum(found.best for found in each), sum(found.high for found in each)
    held = _Held(incidents=total, low=low, best=best, high=high)
    return held, tuple(_fit(_summed(hit, each)) for hit in hits.values())


def _summed(hit: Hit, found: list[Found]) -> Hit:
    """Return the hit with its figures of all searches together."""
    if len(found) == 1:
        return hit
    numbers = [same.figure or 0 for each in found for same in each.hits if same.id == hit.id]
    return replace(hit, figure=sum(numbers))


def _fit(hit: Hit) -> Fit:
    return Fit(id=hit.id, title=hit.title, day=hit.day, counted=hit.counted, figure=hit.figure)


def _judge(view: View, asked: _Asked, tally: Tally, held: _Held, fits: tuple[Fit, ...]) -> Comparison:
    days = IncidentQuery(since=asked.search.since, until=asked.search.until, counted=None)
    if not held.incidents and not view.count(days):
        return _unchecked(tally, "the record holds nothing at all from that time")
    if tally.rank is not None:
        return _judge_rank(tally, tally.rank, held.incidents, fits)
    if tally.low is None and tally.high is None:
        return _unchecked(tally, f"the report gives no figure; {_holds(asked, held)}")
    return _judge_count(asked, tally, held)


def _judge_count(asked: _Asked, tally: Tally, held: _Held) -> Comparison:
    margin = _ABOUT if tally.approximate else 0.0
    least = (tally.low or 0) * (1 - margin)
    most = None if tally.high is None else tally.high * (1 + margin)
    record, told = _holds(asked, held), _amount(tally)
    if held.high < least:
        return _result(tally, "fewer", f"{_start(record)}, the report tells of {told}.")
    if tally.since is None:
        return _unchecked(tally, f"nothing says since when; {record} up to then")
    if most is not None and held.low > most:
        return _result(tally, "more", f"{_start(record)}, more than the report’s {told}.")
    both = least <= held.low and (most is None or held.high <= most)
    if asked.what.figures and asked.search.aims and not both:
        others = "who else died" if asked.what.figures == ("killed",) else "who else came to harm"
        return _unchecked(tally, f"the record doesn’t always tell {others}; {record}, the report tells of {told}")
    return _result(tally, "agrees", f"{_start(record)} too: it bears the report’s {told} out.")


def _judge_rank(tally: Tally, rank: int, found: int, fits: tuple[Fit, ...]) -> Comparison:
    record = f"the record holds {found or 'none'} earlier"
    if found == rank - 1:
        return _result(tally, "agrees", f"{_start(record)}: nothing in it speaks against this.")
    if found < rank - 1:
        return _result(tally, "fewer", f"{_start(record)}; this rank would need {rank - 1}.")
    if tally.since is None:
        return _unchecked(tally, f"nothing says since when; {record}")
    named = ", ".join(f"{fit.title} ({fit.id})" for fit in fits[:_NAMED])
    rest = f" and {found - _NAMED} more" if found > _NAMED else ""
    speaks = "speaks" if found == 1 else "speak"
    text = f"{_start(record)}, which {speaks} against this: {named}{rest}."
    incident = "incident" if found == 1 else "incidents"
    ids = ", ".join(fit.id for fit in fits[:_NAMED])
    result = _result(tally, "contradicted", text)
    return replace(result, verdict=f"contradicted by {incident} {ids}{rest}")


def _result(tally: Tally, outcome: Outcome, text: str) -> Comparison:
    verdict = {"fewer": "record holds fewer", "more": "record holds more"}.get(outcome, outcome)
    return Comparison(tally=tally.id, outcome=outcome, verdict=verdict, text=text)


def _holds(asked: _Asked, held: _Held) -> str:
    if not asked.what.figures:
        return f"the record holds {held.incidents or 'none'}"
    spread = "" if held.low == held.best == held.high else f" (between {held.low:,} and {held.high:,})"
    number = f"{held.incidents:,} incident{'' if held.incidents == 1 else 's'}"
    return f"the record holds {held.best or 'none'}{spread} in {number}"


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]


def _amount(tally: Tally) -> str:
    if tally.high is None:
        return f"at least {tally.low:,}"
    if tally.low == tally.high:
        return f"{'about ' if tally.approximate else ''}{tally.high:,}"
    return f"up to {tally.high:,}" if not tally.low else f"{tally.low:,}–{tally.high:,}"


def _date(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"


# When.


def _days(tally: Tally, scene: _Scene) -> tuple[dt.date | None, dt.date]:
    since, until = _span(tally, scene.report, scene.ranked)
    if since is not None and since > until:
        raise UnclearError("no day lies between the first and the last that the words give")
    return since, until


def _span(tally: Tally, report: Report, ranked: Incident | None) -> tuple[dt.date | None, dt.date]:
    if tally.rank is None:
        until = tally.until or report.published
        if until is None:
            raise UnclearError("neither the words nor the report give a last day")
        return tally.since, until
    if ranked is None:
        raise UnclearError("nothing says which incident is ranked")
    time = ranked.time.value
    if time is not None and time.start is not None:
        return _after(tally), time.start - dt.timedelta(days=1)
    if report.published is None or ranked.scope != "headline":
        raise UnclearError("the incident has no day")
    return _after(tally), report.published - dt.timedelta(days=NEWS_DAYS + 1)


def _after(tally: Tally) -> dt.date | None:
    """Return the first day that a rank is searched from; "since October 2022" leaves all of that month out."""
    if tally.since is None:
        return None
    words = " ".join(span.text for span in tally.spans[:1])
    first = tally.since
    if not re.search(r"\b(?:since|after)\b", words):
        return first
    if first.day == 1 and first.month == 1 and re.search(r"\bsince (?:early |late |mid-?)?\d{4}\b", words):
        return first.replace(year=first.year + 1)
    if first.day == 1 and not re.search(r"\bthis (?:month|year|week)\b|\b1(?:st)?\b", words):
        return (first + dt.timedelta(days=31)).replace(day=1)
    return first + dt.timedelta(days=1)
