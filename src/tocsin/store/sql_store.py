"""The store on a database that SQLAlchemy speaks to."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from tocsin.errors import StoreError
from tocsin.model import Incident, Judgement, Mention, Reading, Relation, Report, Statement, Tally
from tocsin.store import dump, overview, sqlite
from tocsin.store.interface import Store, StoredMention, Writer
from tocsin.store.migrate import migrate
from tocsin.store.query import Cell, Facets, IncidentQuery, Page, Part, Point, Totals
from tocsin.store.search import Found, Search
from tocsin.store.search import Sort as TraitSort
from tocsin.store.view import SqlView
from tocsin.store.writer import SqlWriter


def open_store(url: str, *, create: bool = True) -> Store:
    """Open the store at a database URL or file path and bring its tables up to date.

    `create` says whether a store that isn't there is made. StoreError says what is wrong and what to do.
    """
    address = url if "://" in url else f"sqlite:///{url}"
    try:
        backend = make_url(address).get_backend_name()
    except ArgumentError as error:
        raise StoreError(f"{url!r} is no database URL", advice="give a file's path, or sqlite:///PATH") from error
    if backend != "sqlite":
        raise StoreError(f"{backend} isn't supported yet", advice="give a SQLite file's path, or sqlite:///PATH")
    name = make_url(address).database or "the store in memory"
    engine = sqlite.open_engine(address, create=create)
    try:
        migrate(engine, name)
    except DBAPIError as error:
        engine.dispose()
        raise StoreError(
            f"can't open the store {name}: {error.orig}", advice="is it a file of Tocsin's that you may write?"
        ) from error
    except StoreError:
        engine.dispose()
        raise
    return SqlStore(engine)


@contextmanager
def _writing() -> Iterator[None]:
    """Turn the database's refusals into StoreError."""
    try:
        yield
    except IntegrityError:
        # A record that contradicts itself is its maker's mistake and says nothing about the database.
        raise
    except DBAPIError as error:
        raise StoreError(f"the store can't be written: {error.orig}", advice="is its disk full, or locked?") from error


class SqlStore:
    """Implements `Store`; each call of the view is one short transaction, so that all it reads fits together."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """Open a transaction that no other writer can cross."""
        with _writing(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield SqlWriter(connection)

    @contextmanager
    def trial(self) -> Iterator[Store]:
        """Open a store on a transaction that is undone."""
        with _writing(), self._engine.connect().execution_options(writes=True) as connection:
            begun = connection.begin()
            try:
                yield _Trial(self._engine, connection)
            finally:
                begun.rollback()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _view(self) -> Iterator[SqlView]:
        with self._connected() as connection:
            yield SqlView(connection)

    def incidents(self, query: IncidentQuery) -> Page[Incident]:
        """Return one page of incidents."""
        with self._view() as view:
            return view.incidents(query)

    def count(self, query: IncidentQuery) -> int:
        """Return how many incidents the query chooses."""
        with self._view() as view:
            return view.count(query)

    def totals(self, query: IncidentQuery) -> Totals:
        """Return sums over all that the query chooses."""
        with self._view() as view:
            return view.totals(query)

    def incident(self, incident_id: str) -> Incident:
        """Return an incident, or the one that it was merged into."""
        with self._view() as view:
            return view.incident(incident_id)

    def mentions(self, ids: Collection[str]) -> tuple[Mention, ...]:
        """Return the mentions of these ids."""
        with self._view() as view:
            return view.mentions(ids)

    def stored(self, ids: Collection[str]) -> tuple[StoredMention, ...]:
        """Return the mentions of these ids with what reconciling needs."""
        with self._view() as view:
            return view.stored(ids)

    def mentions_of(self, report_ids: Collection[str]) -> tuple[str, ...]:
        """Return the ids of the mentions of these reports."""
        with self._view() as view:
            return view.mentions_of(report_ids)

    def report(self, report_id: str) -> Report:
        """Return a report whole."""
        with self._view() as view:
            return view.report(report_id)

    def heads(self, ids: Collection[str]) -> tuple[Report, ...]:
        """Return the reports of these ids without bodies."""
        with self._view() as view:
            return view.heads(ids)

    def reports(self, limit: int = 50, offset: int = 0) -> tuple[Report, ...]:
        """Return reports without their bodies."""
        with self._view() as view:
            return view.reports(limit, offset)

    def count_reports(self) -> int:
        """Return how many reports there are."""
        with self._view() as view:
            return view.count_reports()

    def twins(self, report_id: str) -> tuple[Report, ...]:
        """Return the other reports of its syndication group."""
        with self._view() as view:
            return view.twins(report_id)

    def reading(self, report_id: str) -> Reading:
        """Return what was read from a report."""
        with self._view() as view:
            return view.reading(report_id)

    def incidents_of(self, report_id: str) -> tuple[Incident, ...]:
        """Return the incidents that a report tells of."""
        with self._view() as view:
            return view.incidents_of(report_id)

    def statements_about(self, incident_id: str) -> tuple[Statement, ...]:
        """Return what was said about an incident."""
        with self._view() as view:
            return view.statements_about(incident_id)

    def tallies(self, incident_id: str) -> tuple[Tally, ...]:
        """Return the tallies around an incident."""
        with self._view() as view:
            return view.tallies(incident_id)

    def relations(self, actor: str | None = None, limit: int = 200) -> tuple[Relation, ...]:
        """Return the relations that reports told of."""
        with self._view() as view:
            return view.relations(actor, limit)

    def search(self, wanted: Search, limit: int = 1000) -> Found:
        """Return what surely is what is wanted."""
        with self._view() as view:
            return view.search(wanted, limit)

    def trait_countries(self, sort: TraitSort, value: str) -> frozenset[str | None]:
        """Return the countries of the incidents that have a trait."""
        with self._view() as view:
            return view.trait_countries(sort, value)

    def has_actor(self, words: str, part: Part | None = None) -> bool:
        """Say whether any incident has such an actor."""
        with self._view() as view:
            return view.has_actor(words, part)

    def judgements(self, mention_ids: Collection[str] | None = None) -> tuple[Judgement, ...]:
        """Return the judgements in the order of making."""
        with self._view() as view:
            return view.judgements(mention_ids)

    def judgement(self, judgement_id: str) -> Judgement:
        """Return a judgement."""
        with self._view() as view:
            return view.judgement(judgement_id)

    def latest_judgements(self, limit: int = 50, offset: int = 0) -> tuple[Judgement, ...]:
        """Return a page of judgements, the latest made first."""
        with self._view() as view:
            return view.latest_judgements(limit, offset)

    def count_judgements(self) -> int:
        """Return how many judgements there are."""
        with self._view() as view:
            return view.count_judgements()

    def incident_ids(self, mention_ids: Collection[str]) -> dict[str, str]:
        """Return for each mention the incident that it belongs to."""
        with self._view() as view:
            return view.incident_ids(mention_ids)

    def facets(self, query: IncidentQuery) -> Facets:
        """Return counts by field."""
        with self._connected() as connection:
            return overview.facets(connection, query)

    def points(self, query: IncidentQuery, limit: int = 5000) -> tuple[Point, ...]:
        """Return the incidents that have coordinates."""
        with self._connected() as connection:
            return overview.points(connection, query, limit)

    def cells(self, query: IncidentQuery) -> tuple[Cell, ...]:
        """Return counts by tenth of a degree."""
        with self._connected() as connection:
            return overview.cells(connection, query)

    def dump(self) -> Iterator[str]:
        """Yield every record as a line in a fixed order."""
        with self._connected() as connection:
            yield from dump.dump(connection)


class _Trial(SqlStore):
    """A store on one open transaction: what is written to it is read from it, and goes with it."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        super().__init__(engine)
        self._connection = connection

    def close(self) -> None:
        """Leave the database to the store that this one was opened from."""

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """Open a transaction within the transaction."""
        with self._connection.begin_nested():
            yield SqlWriter(self._connection)

    @contextmanager
    def trial(self) -> Iterator[Store]:
        """Open a trial within the trial."""
        begun = self._connection.begin_nested()
        try:
            yield self
        finally:
            begun.rollback()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        yield self._connection
