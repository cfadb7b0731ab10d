"""What every store offers: views for readers, and writers whose work is kept whole or not at all."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from tocsin.model import Anchor, Incident, Judgement, Mention, Reading, Relation, Report, Statement, Tally
from tocsin.model.vocabulary import Stance
from tocsin.store.query import Cell, Facets, IncidentQuery, Page, Part, Point, Totals
from tocsin.store.search import Found, Search
from tocsin.store.search import Sort as TraitSort


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionKeys:
    """What a mention is found by: the days that it can lie in, its place's id or name, and its terms.

    `brief` says that the days are few enough for date and place to find candidates by; `own` is the incident id
    that the mention would found, so that ids of merged incidents still lead somewhere. `terms` leads from each rare
    term to its share of the mention, and `profile` is what reconciling keeps of it, as JSON that no store looks into.
    """

    own: str
    start: dt.date | None = None
    end: dt.date | None = None
    brief: bool = False
    place: str | None = None
    terms: Mapping[str, float] = field(default_factory=dict)
    profile: str = ""


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A mention with what reconciling needs of its report, and its profile: "" where an older Tocsin kept none."""

    mention: Mention
    report: Report
    """The report without its body: `body` is empty."""
    profile: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far candidates are looked for.

    The `alike` mentions that share most, by terms that at most `crowd` mentions hold; at most `crowd` at one place and
    time; in all at most `fellows` of one incident.
    """

    alike: int = 20
    crowd: int = 400
    fellows: int = 40


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two mentions that may tell of one incident, `first` < `second` by id, and how well they agree."""

    first: str
    second: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What was done with a report: the digest of the copy that was read and the components that read it."""

    report: str
    digest: str
    components: tuple[str, ...]


class View(Protocol):
    """Reads; every call sees one consistent state."""

    def incidents(self, query: IncidentQuery) -> Page[Incident]:
        """Return one page of the incidents that the query chooses."""

    def count(self, query: IncidentQuery) -> int:
        """Return how many incidents the query chooses, whatever its limit."""

    def totals(self, query: IncidentQuery) -> Totals:
        """Return sums over all that the query chooses."""

    def incident(self, incident_id: str) -> Incident:
        """Return an incident; the id of one that was merged into another leads to that. NotFoundError otherwise."""

    def mentions(self, ids: Collection[str]) -> tuple[Mention, ...]:
        """Return the mentions that the store holds of these ids, by id."""

    def stored(self, ids: Collection[str]) -> tuple[StoredMention, ...]:
        """Return the mentions that the store holds of these ids with what reconciling needs, by id."""

    def mentions_of(self, report_ids: Collection[str]) -> tuple[str, ...]:
        """Return the ids of the mentions of these reports."""

    def report(self, report_id: str) -> Report:
        """Return a report whole; NotFoundError otherwise."""

    def heads(self, ids: Collection[str]) -> tuple[Report, ...]:
        """Return the reports that the store holds of these ids, without bodies, by id."""

    def reports(self, limit: int = 50, offset: int = 0) -> tuple[Report, ...]:
        """Return reports without their bodies, latest published first, undated ones last."""

    def count_reports(self) -> int:
        """Return how many reports the store holds, twins included."""

    def twins(self, report_id: str) -> tuple[Report, ...]:
        """Return the other reports of its syndication group, without bodies."""

    def reading(self, report_id: str) -> Reading:
        """Return what was read from a report; NotFoundError otherwise."""

    def incidents_of(self, report_id: str) -> tuple[Incident, ...]:
        """Return the incidents that a report tells of, in the order of its mentions."""

    def statements_about(self, incident_id: str) -> tuple[Statement, ...]:
        """Return what was said about an incident in any report."""

    def tallies(self, incident_id: str) -> tuple[Tally, ...]:
        """Return the tallies and ranks that name an incident, or that its reports give."""

    def relations(self, actor: str | None = None, limit: int = 200) -> tuple[Relation, ...]:
        """Return the relations that reports told of, all or those with this name on either side."""

    def facets(self, query: IncidentQuery) -> Facets:
        """Return counts by field over what the query chooses."""

    def points(self, query: IncidentQuery, limit: int = 5000) -> tuple[Point, ...]:
        """Return the incidents that have coordinates, in the query's order; `query.limit` doesn't count here."""

    def cells(self, query: IncidentQuery) -> tuple[Cell, ...]:
        """Return counts by tenth of a degree."""

    def search(self, wanted: Search, limit: int = 1000) -> Found:
        """Return how many incidents surely are what is wanted, the first of them by day, and sums of the figure."""

    def trait_countries(self, sort: TraitSort, value: str) -> frozenset[str | None]:
        """Return the countries of the incidents with a trait, such as a place by its folded name."""

    def has_actor(self, words: str, part: Part | None = None) -> bool:
        """Say whether an actor of any incident has this id, or a name that holds the words, and the part."""

    def judgements(self, mention_ids: Collection[str] | None = None) -> tuple[Judgement, ...]:
        """Return the judgements, all or those on these mentions with what undoes them, in the order of making."""

    def judgement(self, judgement_id: str) -> Judgement:
        """Return a judgement; NotFoundError otherwise."""

    def latest_judgements(self, limit: int = 50, offset: int = 0) -> tuple[Judgement, ...]:
        """Return a page of the judgements, the latest made first."""

    def count_judgements(self) -> int:
        """Return how many judgements there are, undone ones and undoing ones included."""

    def incident_ids(self, mention_ids: Collection[str]) -> dict[str, str]:
        """Return for each mention the id of the incident that it belongs to."""

    def dump(self) -> Iterator[str]:
        """Yield every record as a line in a fixed order, without clock times: equal stores give equal lines."""


class Writer(Protocol):
    """Writes of one transaction."""

    def work(self, report_id: str) -> Work | None:
        """Return what was done with a report, None where nothing was."""

    def copies(self, report_id: str) -> dict[str, Report]:
        """Return the copies of a report that were seen, by digest."""

    def add_copy(self, digest: str, report: Report) -> None:
        """Keep a copy: same title and body, its own outlet, address or date."""

    def put_report(self, report: Report) -> None:
        """Keep a report, or replace it."""

    def put_reading(self, reading: Reading, keys: Sequence[MentionKeys]) -> None:
        """Keep what was read, with the keys of each of its mentions; replaces an earlier reading and its links."""

    def drop_reading(self, report_id: str) -> None:
        """Remove what was read, with its links; the report stays."""

    def put_work(self, work: Work) -> None:
        """Note what was done."""

    def fingerprints(self, bands: Collection[str]) -> dict[str, tuple[int, ...]]:
        """Return the fingerprint by report id of the reports that share at least one of the bands."""

    def put_fingerprint(self, report_id: str, fingerprint: Sequence[int], bands: Collection[str]) -> None:
        """Keep what copies of a report are recognised by."""

    def reports(self, ids: Collection[str]) -> tuple[Report, ...]:
        """Return reports without their bodies, by id."""

    def syndicated(self, ids: Collection[str]) -> tuple[Report, ...]:
        """Return these reports with all that are noted as copies of the same originals, without bodies, by id."""

    def set_twins(self, twins: dict[str, str | None]) -> None:
        """Note for each report id which one it is a copy of, None for an original."""

    def candidates(self, key: MentionKeys, reach: Reach) -> tuple[StoredMention, ...]:
        """Return the stored mentions that one with these keys is worth comparing with.

        Those at its place in common days, and those that share most of its terms.
        """

    def put_links(self, links: Iterable[Link]) -> None:
        """Keep links."""

    def linked(
        self, mention_ids: Collection[str], least: float = 0.0, most: int = 1_000_000
    ) -> tuple[tuple[StoredMention, ...], tuple[Link, ...]]:
        """Return all mentions reachable from these, themselves included, and all links among them.

        Links of at least the score `least` lead on, and so do judgements that name several mentions, whatever they
        say. From `most` mentions on nothing leads further, but the incidents of those reached are returned whole.
        """

    def mentions_of(self, report_ids: Collection[str]) -> tuple[str, ...]:
        """Return the ids of the mentions of these reports."""

    def statements_about(self, mention_ids: Collection[str], stances: Collection[Stance]) -> tuple[Statement, ...]:
        """Return the statements of these stances about these mentions, by report and place in it."""

    def incidents_of(self, mention_ids: Collection[str]) -> tuple[Incident, ...]:
        """Return the incidents that the mentions belong to now."""

    def put_incidents(self, incidents: Iterable[Incident]) -> None:
        """Keep incidents, or replace them, and point their mentions at them."""

    def drop_incidents(self, ids: Collection[str]) -> None:
        """Remove incidents that were merged away or lost their mentions."""

    def incident(self, incident_id: str) -> Incident:
        """Return an incident, or the one that it was merged into. NotFoundError otherwise."""

    def mentions(self, ids: Collection[str]) -> tuple[Mention, ...]:
        """Return the mentions that there are of these ids, by id."""

    def judgements(self, mention_ids: Collection[str]) -> tuple[Judgement, ...]:
        """Return the judgements on these mentions and those that undo them, in the order of making."""

    def judgement(self, judgement_id: str) -> Judgement:
        """Return a judgement; NotFoundError otherwise."""

    def knows_judgement(self, judgement_id: str) -> bool:
        """Say whether there is a judgement of that id."""

    def undoings(self, judgement_id: str) -> tuple[Judgement, ...]:
        """Return the judgements that undo this one, those that undo them, and so on, in the order of making."""

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Append a judgement and return it with its number; one whose id is known raises StoreError."""

    def judged(self, report_id: str) -> tuple[Judgement, ...]:
        """Return the judgements that name mentions of a report, whether a reading holds them or not."""

    def move_anchors(self, report_id: str, mentions: Mapping[Anchor, str | None]) -> None:
        """Note where the judged mentions of a report stand now; the anchors are those that `judged` gave."""


class Store(View, Protocol):
    """A store: a view of its own, and transactions to write in."""

    def write(self) -> AbstractContextManager[Writer]:
        """Open a transaction: kept when the block ends, undone when it raises."""

    def trial(self) -> AbstractContextManager["Store"]:
        """Open a store that begins as this one and is forgotten when the block ends, with all that was written to it.

        No other can write meanwhile.
        """

    def close(self) -> None:
        """Let go of the database."""
