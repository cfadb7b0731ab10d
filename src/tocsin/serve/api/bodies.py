"""The shapes of the API's answers, for OpenAPI; the records inside are those of `/api/v1/schema`."""

from typing import Any

from pydantic import BaseModel, Field

Record = dict[str, Any]


class Health(BaseModel):
    """Whether the server can answer."""

    status: str = Field(examples=["ok"])
    reports: int


class IncidentPage(BaseModel):
    """One page of incidents."""

    total: int = Field(description="How many incidents the query chooses")
    limit: int
    offset: int
    next: str | None = Field(description="The address of the next page, null on the last")
    previous: str | None
    totals: Record = Field(description="Sums over the whole query: incidents, reports, killed, injured")
    actors: list[Record] = Field(description="The actors that the query names, and who counts for them when")
    through: list[Record] = Field(description="Through whom incidents of this page count for an actor asked for")
    items: list[Record] = Field(description="Incident records")


class ReportPage(BaseModel):
    """One page of reports, the latest published first."""

    total: int = Field(description="How many reports the record holds, copies included")
    limit: int
    offset: int
    next: str | None = Field(description="The address of the next page, null on the last")
    previous: str | None
    items: list[Record] = Field(description="Reports without their bodies")


class IncidentDetail(BaseModel):
    """An incident with all that its reports say of it, now or as of a day."""

    incident: Record
    as_of: str | None = Field(description="The day that was asked for, null for now")
    days: list[str] = Field(description="The days of all its dated reports, later ones too")
    responsibility: Record | None = Field(description="Who is held responsible: what stands, null where nobody says")
    history: Record = Field(description="What would have been published as of each day on which that changed")
    conflicts: dict[str, list[list[int]]] = Field(
        description="For each field, the pairs of its entries, by index, that can't both be right"
    )
    mentions: list[Record]
    statements: list[Record]
    statement_codings: list[Record] = Field(description="The statements that have a type in PLOVER, by id")
    tallies: list[Record]
    comparisons: list[Record] = Field(description="Each tally or rank beside what the record itself holds")
    relations: list[Record]
    judgements: list[Record] = Field(description="What people decided of it, each with how it stands")
    reports: list[Record] = Field(description="The reports that support it, without their bodies")


class JudgementPage(BaseModel):
    """One page of judgements, the latest made first."""

    total: int = Field(description="How many there are, undone ones and undoing ones included")
    limit: int
    offset: int
    next: str | None = Field(description="The address of the next page, null on the last")
    previous: str | None
    items: list[Record] = Field(description="Judgements, each with how it stands")


class JudgementDetail(BaseModel):
    """A judgement, how it stands, and where its mentions are now."""

    judgement: Record
    standing: Record = Field(description="holds, undone, dormant or set aside, and the ids of those that made it so")
    incidents: list[str]


class JudgementMade(BaseModel):
    """A judgement as it was kept."""

    judgement: Record
    incidents: list[str] = Field(description="The incidents that its mentions are in now")
    contradicts: list[Record] = Field(description="Earlier judgements that it sets aside: both are kept, it holds")


class ExplanationDetail(BaseModel):
    """Why two accounts are taken for one incident, or for two."""

    compared: Record


class ReportDetail(BaseModel):
    """A report, what was read from it, and the incidents that it tells of."""

    report: Record
    reading: Record | None
    incidents: list[Record]
    comparisons: list[Record] = Field(description="Each tally or rank beside what the record itself holds")


class FeatureCollection(BaseModel):
    """GeoJSON (RFC 7946): a point an incident, with `extent`, the metres around it that the place covers."""

    type: str = Field(examples=["FeatureCollection"])
    features: list[Record]
    total: int = Field(description="How many incidents the query chooses")
    unplaced: int = Field(description="How many of those looked at have no coordinates")


class FacetList(BaseModel):
    """Counts by field, each without its own restriction."""

    kind: list[Record]
    status: list[Record]
    country: list[Record]
    actor: list[Record]
    attribution: list[Record]
    month: list[Record]


class Problem(BaseModel):
    """What went wrong (RFC 9457), and what to do about it."""

    type: str = Field(examples=["about:blank"])
    title: str
    status: int
    detail: str
    instance: str
    advice: str | None = None
