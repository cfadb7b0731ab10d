"""The tables: the full record as JSON beside the columns that queries need."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _of_report(*, primary: bool = False) -> Column[str]:
    return Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=primary, nullable=False)


reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("outlet", String),
    Column("published", Date),
    Column("language", String),
    Column("twin_of", String, ForeignKey("reports.id")),
    Column("body", Text, nullable=False),
    # Without body and twin_of, which have columns of their own.
    Column("record", Text, nullable=False),
    Index(None, "published"),
    Index(None, "twin_of"),
)

copies = Table(
    "copies",
    metadata,
    _of_report(primary=True),
    Column("digest", String, primary_key=True),
    Column("record", Text, nullable=False),
)

work = Table(
    "work",
    metadata,
    _of_report(primary=True),
    Column("digest", String, nullable=False),
    Column("components", Text, nullable=False),
)

fingerprints = Table("fingerprints", metadata, _of_report(primary=True), Column("record", Text, nullable=False))

bands = Table(
    "bands",
    metadata,
    _of_report(primary=True),
    Column("band", String, primary_key=True),
    Index(None, "band"),
)

readings = Table(
    "readings",
    metadata,
    _of_report(primary=True),
    Column("components", Text, nullable=False),
    # The chance of a report that was skipped; null for one that was read.
    Column("skipped", Float),
    # Notes, a line each.
    Column("notes", Text, nullable=False, server_default=""),
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", String, primary_key=True),
    _of_report(),
    Column("position", Integer, nullable=False),
    Column("incident", String, ForeignKey("incidents.id", deferrable=True, initially="DEFERRED")),
    Column("own", String, nullable=False),
    Column("start", Date),
    Column("end", Date),
    Column("brief", Boolean, nullable=False),
    Column("place", String),
    Column("record", Text, nullable=False),
    # What reconciling compares it by; empty where an older Tocsin kept none.
    Column("profile", Text, nullable=False, server_default=""),
    Index(None, "report"),
    Index(None, "incident"),
    Index(None, "own"),
    Index(None, "place"),
)

# The rare terms of a mention, each with its share of it.
mention_terms = Table(
    "mention_terms",
    metadata,
    Column("term", String, primary_key=True),
    Column("mention", String, ForeignKey("mentions.id", ondelete="CASCADE"), primary_key=True),
    Column("share", Float, nullable=False),
    Index(None, "mention"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("first", String, ForeignKey("mentions.id", ondelete="CASCADE"), primary_key=True),
    Column("second", String, ForeignKey("mentions.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Float, nullable=False),
    CheckConstraint("first < second", name="order"),
    Index(None, "second"),
)

statements = Table(
    "statements",
    metadata,
    _of_report(primary=True),
    Column("position", Integer, primary_key=True),
    Column("mention", String),
    Column("stance", String, nullable=False),
    Column("record", Text, nullable=False),
    Index(None, "mention"),
)

tallies = Table(
    "tallies",
    metadata,
    _of_report(primary=True),
    Column("position", Integer, primary_key=True),
    Column("mention", String),
    Column("record", Text, nullable=False),
    Index(None, "mention"),
)

relations = Table(
    "relations",
    metadata,
    _of_report(primary=True),
    Column("position", Integer, primary_key=True),
    Column("subject", String, nullable=False),
    Column("predicate", String, nullable=False),
    Column("object", String, nullable=False),
    Column("record", Text, nullable=False),
    Index(None, "subject"),
    Index(None, "object"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("counted", Boolean, nullable=False),
    Column("country", String),
    Column("admin1", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String),
    # Computed once, here: grouping half a million rows by stored cells is fifteen times as fast as by arithmetic.
    Column("cell", String),
    Column("start", Date),
    Column("end", Date),
    Column("month", String),
    Column("killed", Integer),
    Column("killed_low", Integer),
    Column("killed_high", Integer),
    Column("injured", Integer),
    Column("attribution", String),
    Column("report_count", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("review", String, nullable=False, server_default="unreviewed"),
    Column("corrected", Boolean, nullable=False, server_default=false()),
    Index(None, "month"),
    # These hold all that counting asks: the rows themselves are long, and each lies on a page of its own.
    Index("ix_incidents_by_day", "start", "end", "kind", "country", "status", "counted", "id"),
    Index("ix_incidents_by_country", "country", "start", "end", "kind", "status", "counted", "id"),
    Index("ix_incidents_by_kind", "kind", "start", "end", "country", "status", "counted", "id"),
    Index(None, "lat", "lon"),
    Index(None, "cell"),
    Index(None, "review"),
)

incident_actors = Table(
    "incident_actors",
    metadata,
    Column("incident", String, ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    # Registry id, else the folded name.
    Column("actor", String, primary_key=True),
    # perpetrator: held responsible by what stands; named: denies it, or was held responsible once; target.
    Column("part", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False),
    # The incident's days, so that who belonged to whom on them is told without looking the incident up.
    Column("start", Date),
    Column("end", Date),
    Index("ix_incident_actors_by_day", "actor", "part", "start", "end", "incident"),
)

incident_attributions = Table(
    "incident_attributions",
    metadata,
    Column("incident", String, ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String, primary_key=True),
    Index(None, "state"),
)

# Further words that an incident is found by, folded: where it was, who or what was hit, with what.
traits = Table(
    "traits",
    metadata,
    Column("sort", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("incident", String, ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "incident"),
    sqlite_with_rowid=False,
)

figures = Table(
    "figures",
    metadata,
    Column("incident", String, ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("low", Integer, nullable=False),
    Column("best", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# What full-text search runs over; how it is indexed is the dialect's affair.
documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("sort", String, nullable=False),
    Column("ref", String, nullable=False),
    Column("words", Text, nullable=False),
    Index("uq_documents_ref", "sort", "ref", unique=True),
)

judgements = Table(
    "judgements",
    metadata,
    # What came first, whatever the clock said; never given twice.
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("undoes", String),
    # With its mentions as they were when they were judged.
    Column("record", Text, nullable=False),
    Index(None, "undoes"),
)

# Where the mentions that judgements name stand now: NULL while no reading of the report holds one.
anchors = Table(
    "anchors",
    metadata,
    Column("judgement", Integer, ForeignKey("judgements.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("report", String, nullable=False),
    Column("mention", String),
    Index(None, "report"),
    Index(None, "mention"),
)
