"""Reads of one connection, in SQL."""

from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, func, or_, select

from tocsin.errors import NotFoundError
from tocsin.model import Incident, Judgement, Mention, Reading, Relation, Report, Statement, Tally, from_json
from tocsin.ontology.folding import fold
from tocsin.store import judging
from tocsin.store.filters import ORDER, conditions
from tocsin.store.interface import StoredMention
from tocsin.store.loading import in_chunks, report_head, report_whole
from tocsin.store.query import IncidentQuery, Page, Part, Totals
from tocsin.store.schema import incidents, mentions, readings, relations, reports, statements, tallies
from tocsin.store.search import Found, Search, has_actor, search, trait_countries
from tocsin.store.search import Sort as TraitSort

R = TypeVar("R")

_HEAD = (reports.c.record, reports.c.twin_of)


def chosen(query: IncidentQuery, *columns: ColumnElement[Any]) -> Select[Any]:
    """Return a select of these columns of the incidents that the query chooses, in its order, all pages."""
    return select(*columns).where(*conditions(query)).order_by(*ORDER[query.sort], incidents.c.id)


class SqlView:
    """Implements the record side of `View`: incidents, reports and what was read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def incidents(self, query: IncidentQuery) -> Page[Incident]:
        """Return one page of incidents."""
        wanted = chosen(query, incidents.c.record).limit(query.limit).offset(query.offset)
        items = tuple(from_json(record, Incident) for record in self._connection.scalars(wanted))
        return Page(items, self.count(query), query)

    def count(self, query: IncidentQuery) -> int:
        """Return how many incidents the query chooses."""
        return self._connection.scalar(select(func.count()).select_from(incidents).where(*conditions(query))) or 0

    def totals(self, query: IncidentQuery) -> Totals:
        """Return sums over all that the query chooses."""
        sums = (func.count(), func.coalesce(func.sum(incidents.c.killed), 0))
        wanted = select(*sums, func.coalesce(func.sum(incidents.c.injured), 0)).select_from(incidents)
        count, killed, injured = self._connection.execute(wanted.where(*conditions(query))).one()
        told = select(func.count(mentions.c.report.distinct())).where(
            mentions.c.incident.in_(select(incidents.c.id).where(*conditions(query)))
        )
        return Totals(incidents=count, reports=self._connection.scalar(told) or 0, killed=killed, injured=injured)

    def incident(self, incident_id: str) -> Incident:
        """Return an incident, or the one that it was merged into."""
        record = self._connection.scalar(select(incidents.c.record).where(incidents.c.id == incident_id))
        if record is None:
            heir = select(mentions.c.incident).where(mentions.c.own == incident_id)
            record = self._connection.scalar(select(incidents.c.record).where(incidents.c.id.in_(heir)))
        if record is None:
            raise NotFoundError(f"no incident {incident_id}", advice="`tocsin incidents` lists those of the store")
        return from_json(record, Incident)

    def mentions(self, ids: Collection[str]) -> tuple[Mention, ...]:
        """Return the mentions of these ids, by id."""
        wanted = select(mentions.c.record).order_by(mentions.c.id)
        return tuple(
            from_json(record, Mention)
            for chunk in in_chunks(ids)
            for record in self._connection.scalars(wanted.where(mentions.c.id.in_(chunk)))
        )

    def stored(self, ids: Collection[str]) -> tuple[StoredMention, ...]:
        """Return the mentions of these ids with what reconciling needs."""
        wanted = select(
            mentions.c.record.label("mention"), mentions.c.profile, reports.c.record, reports.c.twin_of
        ).join(reports, reports.c.id == mentions.c.report)
        heads: dict[str, Report] = {}
        return tuple(
            StoredMention(
                from_json(row.mention, Mention),
                heads.get(row.record) or heads.setdefault(row.record, report_head(row)),
                row.profile,
            )
            for chunk in in_chunks(ids)
            for row in self._connection.execute(wanted.where(mentions.c.id.in_(chunk)).order_by(mentions.c.id))
        )

    def mentions_of(self, report_ids: Collection[str]) -> tuple[str, ...]:
        """Return the ids of the mentions of these reports."""
        wanted = select(mentions.c.id)
        return tuple(
            found
            for chunk in in_chunks(report_ids)
            for found in self._connection.scalars(wanted.where(mentions.c.report.in_(chunk)).order_by(mentions.c.id))
        )

    def report(self, report_id: str) -> Report:
        """Return a report whole."""
        row = self._connection.execute(select(*_HEAD, reports.c.body).where(reports.c.id == report_id)).one_or_none()
        if row is None:
            raise NotFoundError(f"no report {report_id}", advice="`tocsin show inc-…` names the reports of an incident")
        return report_whole(row)

    def heads(self, ids: Collection[str]) -> tuple[Report, ...]:
        """Return the reports of these ids without their bodies, by id."""
        wanted = select(*_HEAD).order_by(reports.c.id)
        return tuple(
            report_head(row)
            for chunk in in_chunks(ids)
            for row in self._connection.execute(wanted.where(reports.c.id.in_(chunk)))
        )

    def reports(self, limit: int = 50, offset: int = 0) -> tuple[Report, ...]:
        """Return reports without their bodies, latest published first."""
        ordered = select(*_HEAD).order_by(reports.c.published.desc().nulls_last(), reports.c.id)
        return tuple(report_head(row) for row in self._connection.execute(ordered.limit(limit).offset(offset)))

    def count_reports(self) -> int:
        """Return how many reports there are."""
        return self._connection.scalar(select(func.count()).select_from(reports)) or 0

    def twins(self, report_id: str) -> tuple[Report, ...]:
        """Return the other reports of its syndication group."""
        of = select(reports.c.twin_of).where(reports.c.id == report_id)
        original = self._connection.scalar(of) or report_id
        group = or_(reports.c.id == original, reports.c.twin_of == original)
        wanted = select(*_HEAD).where(group, reports.c.id != report_id).order_by(reports.c.published, reports.c.id)
        return tuple(report_head(row) for row in self._connection.execute(wanted))

    def reading(self, report_id: str) -> Reading:
        """Return what was read from a report."""
        row = self._connection.execute(select(readings).where(readings.c.report == report_id)).one_or_none()
        if row is None:
            raise NotFoundError(
                f"nothing was read from a report {report_id}", advice="ingest it first, or it isn't in English"
            )
        return Reading(
            report=report_id,
            mentions=self._read(mentions, report_id, Mention),
            statements=self._read(statements, report_id, Statement),
            tallies=self._read(tallies, report_id, Tally),
            relations=self._read(relations, report_id, Relation),
            components=tuple(row.components.split()),
            skipped=row.skipped,
            notes=tuple(row.notes.splitlines()),
        )

    def _read(self, table: Table, report_id: str, kind: type[R]) -> tuple[R, ...]:
        wanted = select(table.c.record).where(table.c.report == report_id).order_by(table.c.position)
        return tuple(from_json(record, kind) for record in self._connection.scalars(wanted))

    def incidents_of(self, report_id: str) -> tuple[Incident, ...]:
        """Return the incidents that a report tells of."""
        joined = select(incidents.c.record).join(mentions, mentions.c.incident == incidents.c.id)
        wanted = joined.where(mentions.c.report == report_id).order_by(mentions.c.position)
        return tuple(from_json(record, Incident) for record in self._connection.scalars(wanted))

    def statements_about(self, incident_id: str) -> tuple[Statement, ...]:
        """Return what was said about an incident in any report."""
        told = select(mentions.c.id).where(mentions.c.incident == self.incident(incident_id).id)
        wanted = self._by_publication(statements).where(statements.c.mention.in_(told))
        return tuple(from_json(record, Statement) for record in self._connection.scalars(wanted))

    def tallies(self, incident_id: str) -> tuple[Tally, ...]:
        """Return the tallies that name an incident, or that its reports give."""
        told = select(mentions.c.report).where(mentions.c.incident == self.incident(incident_id).id)
        wanted = self._by_publication(tallies).where(tallies.c.report.in_(told))
        return tuple(from_json(record, Tally) for record in self._connection.scalars(wanted))

    @staticmethod
    def _by_publication(table: Table) -> Select[str]:
        joined = select(table.c.record).join(reports, reports.c.id == table.c.report)
        return joined.order_by(reports.c.published.asc().nulls_last(), reports.c.id, table.c.position)

    def relations(self, actor: str | None = None, limit: int = 200) -> tuple[Relation, ...]:
        """Return the relations that reports told of."""
        wanted = select(relations.c.record).order_by(
            relations.c.subject, relations.c.predicate, relations.c.object, relations.c.report, relations.c.position
        )
        if actor is not None:
            wanted = wanted.where(or_(relations.c.subject == fold(actor), relations.c.object == fold(actor)))
        return tuple(from_json(record, Relation) for record in self._connection.scalars(wanted.limit(limit)))

    def search(self, wanted: Search, limit: int = 1000) -> Found:
        """Return what surely is what is wanted."""
        return search(self._connection, wanted, limit)

    def trait_countries(self, sort: TraitSort, value: str) -> frozenset[str | None]:
        """Return the countries of the incidents that have a trait."""
        return trait_countries(self._connection, sort, value)

    def has_actor(self, words: str, part: Part | None = None) -> bool:
        """Say whether any incident has such an actor."""
        return has_actor(self._connection, words, part)

    def judgements(self, mention_ids: Collection[str] | None = None) -> tuple[Judgement, ...]:
        """Return the judgements in the order of making."""
        if mention_ids is None:
            return judging.every(self._connection)
        return judging.on_mentions(self._connection, mention_ids)

    def judgement(self, judgement_id: str) -> Judgement:
        """Return a judgement."""
        return judging.one(self._connection, judgement_id)

    def latest_judgements(self, limit: int = 50, offset: int = 0) -> tuple[Judgement, ...]:
        """Return a page of judgements, the latest made first."""
        return judging.latest(self._connection, limit, offset)

    def count_judgements(self) -> int:
        """Return how many judgements there are."""
        return judging.count(self._connection)

    def incident_ids(self, mention_ids: Collection[str]) -> dict[str, str]:
        """Return for each mention the incident that it belongs to."""
        wanted = select(mentions.c.id, mentions.c.incident).where(mentions.c.incident.is_not(None))
        return {
            row.id: row.incident
            for chunk in in_chunks(mention_ids)
            for row in self._connection.execute(wanted.where(mentions.c.id.in_(chunk)))
        }
