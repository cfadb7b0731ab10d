"""Writes of one transaction, in SQL."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select, update

from tocsin.model import Anchor, Incident, Judgement, Mention, Reading, Report, Statement, from_json
from tocsin.model.vocabulary import Stance
from tocsin.store import candidates, judging, rows
from tocsin.store.interface import Link, MentionKeys, Reach, StoredMention, Work
from tocsin.store.loading import in_chunks, report_head
from tocsin.store.schema import (
    bands,
    copies,
    documents,
    figures,
    fingerprints,
    incident_actors,
    incident_attributions,
    incidents,
    links,
    mention_terms,
    mentions,
    readings,
    relations,
    reports,
    statements,
    tallies,
    traits,
    work,
)
from tocsin.store.sqlite import upsert
from tocsin.store.view import SqlView


class SqlWriter:
    """Implements `Writer` on one connection, inside a transaction that its maker ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def work(self, report_id: str) -> Work | None:
        """Return what was done with a report."""
        row = self._connection.execute(select(work).where(work.c.report == report_id)).one_or_none()
        return Work(report=row.report, digest=row.digest, components=tuple(row.components.split())) if row else None

    def copies(self, report_id: str) -> dict[str, Report]:
        """Return the copies of a report that were seen, by digest."""
        found = self._connection.execute(select(copies.c.digest, copies.c.record).where(copies.c.report == report_id))
        return {row.digest: from_json(row.record, Report) for row in found}

    def add_copy(self, digest: str, report: Report) -> None:
        """Keep a copy, without the body that all copies share."""
        row = {"report": report.id, "digest": digest, "record": rows.report_row(report)["record"]}
        self._put(copies, [row], ("report", "digest"))

    def put_report(self, report: Report) -> None:
        """Keep a report, or replace it."""
        self._put(reports, [rows.report_row(report)], ("id",))
        self._document("report", report.id, report.text)

    def put_reading(self, reading: Reading, keys: Sequence[MentionKeys]) -> None:
        """Keep what was read; replaces an earlier reading and its links."""
        self.drop_reading(reading.report)
        self._insert(readings, [rows.reading_row(reading)])
        self._insert(mentions, rows.mention_rows(reading, tuple(keys)))
        self._insert(mention_terms, rows.term_rows(reading, tuple(keys)))
        self._insert(statements, rows.statement_rows(reading))
        self._insert(tallies, rows.tally_rows(reading))
        self._insert(relations, rows.relation_rows(reading))

    def drop_reading(self, report_id: str) -> None:
        """Remove what was read."""
        for table in (statements, tallies, relations, mentions, readings):
            self._connection.execute(delete(table).where(table.c.report == report_id))

    def put_work(self, work_: Work) -> None:
        """Note what was done."""
        row = {"report": work_.report, "digest": work_.digest, "components": " ".join(work_.components)}
        self._put(work, [row], ("report",))

    def fingerprints(self, bands_: Collection[str]) -> dict[str, tuple[int, ...]]:
        """Return the fingerprints of the reports that share a band."""
        found: dict[str, tuple[int, ...]] = {}
        for chunk in in_chunks(bands_):
            wanted = select(bands.c.report).where(bands.c.band.in_(chunk))
            for row in self._connection.execute(select(fingerprints).where(fingerprints.c.report.in_(wanted))):
                found[row.report] = tuple(msgspec.json.decode(row.record, type=list[int]))
        return found

    def put_fingerprint(self, report_id: str, fingerprint: Sequence[int], bands_: Collection[str]) -> None:
        """Keep what copies of a report are recognised by."""
        record = msgspec.json.encode(list(fingerprint)).decode()
        self._put(fingerprints, [{"report": report_id, "record": record}], ("report",))
        self._connection.execute(delete(bands).where(bands.c.report == report_id))
        self._insert(bands, [{"report": report_id, "band": band} for band in sorted(set(bands_))])

    def reports(self, ids: Collection[str]) -> tuple[Report, ...]:
        """Return reports without their bodies, by id."""
        wanted = select(reports.c.record, reports.c.twin_of)
        found = [
            report_head(row)
            for chunk in in_chunks(ids)
            for row in self._connection.execute(wanted.where(reports.c.id.in_(chunk)).order_by(reports.c.id))
        ]
        return tuple(found)

    def syndicated(self, ids: Collection[str]) -> tuple[Report, ...]:
        """Return these reports with all that are noted as copies of the same originals."""
        originals = {report.twin_of or report.id for report in self.reports(ids)}
        copies_ = {
            found
            for chunk in in_chunks(originals)
            for found in self._connection.scalars(select(reports.c.id).where(reports.c.twin_of.in_(chunk)))
        }
        return self.reports(originals | copies_)

    def set_twins(self, twins: dict[str, str | None]) -> None:
        """Note for each report whose copy it is."""
        for report_id, original in sorted(twins.items()):
            self._connection.execute(update(reports).where(reports.c.id == report_id).values(twin_of=original))

    def candidates(self, key: MentionKeys, reach: Reach) -> tuple[StoredMention, ...]:
        """Return the stored mentions that are worth comparing."""
        found = candidates.candidates(self._connection, key, reach)
        return SqlView(self._connection).stored(found)

    def put_links(self, links_: Iterable[Link]) -> None:
        """Keep links."""
        rows_ = [{"first": each.first, "second": each.second, "score": each.score} for each in links_]
        if rows_:
            self._put(links, rows_, ("first", "second"))

    def linked(
        self, mention_ids: Collection[str], least: float = 0.0, most: int = 1_000_000
    ) -> tuple[tuple[StoredMention, ...], tuple[Link, ...]]:
        """Return all mentions reachable by links and judgements, and the links among them."""
        reached, edge = set(mention_ids), set(mention_ids)
        among: dict[tuple[str, str], float] = {}
        while edge and len(reached) < most:
            found = {pair: score for chunk in in_chunks(edge) for pair, score in self._links(chunk)}
            among |= found
            ends = {name for pair, score in found.items() if score >= least for name in pair}
            edge = ends.union(judging.beside(self._connection, edge)) - reached
            reached |= edge
        if edge:
            fellows = set(candidates.fellows(self._connection, reached))
            among.update(each for chunk in in_chunks(fellows | edge) for each in self._links(chunk))
            reached |= fellows
        inside = sorted(pair for pair in among if pair[0] in reached and pair[1] in reached)
        return SqlView(self._connection).stored(reached), tuple(Link(*pair, among[pair]) for pair in inside)

    def _links(self, ids: Sequence[str]) -> Iterator[tuple[tuple[str, str], float]]:
        wanted = select(links.c.first, links.c.second, links.c.score)
        for column in (links.c.first, links.c.second):
            for first, second, score in self._connection.execute(wanted.where(column.in_(ids))).all():
                yield (first, second), score

    def mentions_of(self, report_ids: Collection[str]) -> tuple[str, ...]:
        """Return the ids of the mentions of these reports."""
        return SqlView(self._connection).mentions_of(report_ids)

    def statements_about(self, mention_ids: Collection[str], stances: Collection[Stance]) -> tuple[Statement, ...]:
        """Return the statements of these stances about these mentions, by report and place in it."""
        wanted = select(statements.c.report, statements.c.position, statements.c.record)
        found = [
            row
            for chunk in in_chunks(mention_ids)
            for row in self._connection.execute(
                wanted.where(statements.c.mention.in_(chunk), statements.c.stance.in_(sorted(stances)))
            )
        ]
        ordered = sorted(found, key=lambda row: (row.report, row.position))
        return tuple(from_json(row.record, Statement) for row in ordered)

    def incidents_of(self, mention_ids: Collection[str]) -> tuple[Incident, ...]:
        """Return the incidents that the mentions belong to now."""
        ids = SqlView(self._connection).incident_ids(mention_ids).values()
        wanted = select(incidents.c.record).order_by(incidents.c.id)
        return tuple(
            from_json(record, Incident)
            for chunk in in_chunks(ids)
            for record in self._connection.scalars(wanted.where(incidents.c.id.in_(chunk)))
        )

    def put_incidents(self, incidents_: Iterable[Incident]) -> None:
        """Keep incidents, or replace them, and point their mentions at them."""
        for incident in incidents_:
            self._put(incidents, [rows.incident_row(incident)], ("id",))
            for table, made in (
                (incident_actors, rows.actor_rows(incident)),
                (incident_attributions, rows.attribution_rows(incident)),
                (traits, rows.trait_rows(incident)),
                (figures, rows.figure_rows(incident)),
            ):
                self._connection.execute(delete(table).where(table.c.incident == incident.id))
                self._insert(table, made)
            self._document("incident", incident.id, rows.search_words(incident))
            for chunk in in_chunks(incident.mentions):
                self._connection.execute(update(mentions).where(mentions.c.id.in_(chunk)).values(incident=incident.id))

    def drop_incidents(self, ids: Collection[str]) -> None:
        """Remove incidents that were merged away or lost their mentions."""
        for chunk in in_chunks(ids):
            self._connection.execute(
                delete(documents).where(documents.c.sort == "incident", documents.c.ref.in_(chunk))
            )
            self._connection.execute(delete(incidents).where(incidents.c.id.in_(chunk)))

    def incident(self, incident_id: str) -> Incident:
        """Return an incident, or the one that it was merged into."""
        return SqlView(self._connection).incident(incident_id)

    def mentions(self, ids: Collection[str]) -> tuple[Mention, ...]:
        """Return the mentions of these ids."""
        return SqlView(self._connection).mentions(ids)

    def judgements(self, mention_ids: Collection[str]) -> tuple[Judgement, ...]:
        """Return the judgements on these mentions and those that undo them."""
        return judging.on_mentions(self._connection, mention_ids)

    def judgement(self, judgement_id: str) -> Judgement:
        """Return a judgement."""
        return judging.one(self._connection, judgement_id)

    def knows_judgement(self, judgement_id: str) -> bool:
        """Say whether there is a judgement of that id."""
        return judging.knows(self._connection, judgement_id)

    def undoings(self, judgement_id: str) -> tuple[Judgement, ...]:
        """Return what undoes a judgement, and what undoes that."""
        return judging.undoings(self._connection, judgement_id)

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Append a judgement and return it with its number."""
        return judging.add(self._connection, judgement)

    def judged(self, report_id: str) -> tuple[Judgement, ...]:
        """Return the judgements that name mentions of a report."""
        return judging.on_report(self._connection, report_id)

    def move_anchors(self, report_id: str, mentions_: Mapping[Anchor, str | None]) -> None:
        """Note where the judged mentions of a report stand now."""
        judging.move(self._connection, report_id, mentions_)

    def _document(self, sort: str, ref: str, words: str) -> None:
        self._put(documents, [{"sort": sort, "ref": ref, "words": words}], ("sort", "ref"))

    def _insert(self, table: Table, values: list[rows.Row]) -> None:
        if values:
            self._connection.execute(insert(table), values)

    def _put(self, table: Table, values: list[rows.Row], keys: tuple[str, ...]) -> None:
        self._connection.execute(upsert(table, tuple(values[0]), keys), values)
