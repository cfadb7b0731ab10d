"""What is asked of the record: one frozen query, which a URL's parameters spell out in full."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Generic, Literal, TypeVar, get_args

from tocsin.errors import SettingsError
from tocsin.model.vocabulary import ATTRIBUTION_STATES, KINDS, STATUSES, AttributionState, Kind, Status

T = TypeVar("T")
V = TypeVar("V")

Sort = Literal["-date", "date", "-killed", "-reports", "title"]
Review = Literal["unreviewed", "accepted", "rejected", "corrected"]
Box = tuple[float, float, float, float]

Part = Literal["perpetrator", "target"]

SORTS: tuple[Sort, ...] = get_args(Sort)
REVIEWS: tuple[Review, ...] = get_args(Review)
MAX_LIMIT = 1000
_COUNTED = {"yes": True, "no": False, "all": None}
_YES = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """An actor, by registry id or folded name, on the days of an incident from `since` to `until`, None where open.

    An incident whose days aren't known counts only where both are open.
    """

    actor: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Any of these actors, or one whose name holds these words, must have this part in an incident, None any part."""

    spells: tuple[Spell, ...] = ()
    words: str | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentQuery:
    """A choice of incidents; what isn't set doesn't restrict. `limit` and `offset` cut the page, nothing else.

    `country` is ISO 3166 alpha-2; `actor`, `by` (held responsible) and `against` (hit) are each a registry id or a
    name, with all that rolled up to it on the incident's day unless `actor_exact`; `since` and `until` are days, both
    included, and an incident counts as in range where its own days overlap it; `bbox` is west, south, east, north
    in degrees (west over east crosses the date line); `counted` is the reality filter, None takes everything;
    `text` searches titles of incidents and the words of their reports; `review` is what people decided: an incident
    is unreviewed till it is accepted, rejected or corrected, and one that was accepted may be corrected too.

    `read_relations` says that memberships that reports told of count beside the registry's.
    `parties` is what the names were found to mean (see `tocsin.pipeline.parties`) and is in no address; a name
    without it is a registry id or a part of a name, and nothing rolls up.
    """

    kind: tuple[Kind, ...] = ()
    status: tuple[Status, ...] = ()
    country: tuple[str, ...] = ()
    actor: str | None = None
    by: str | None = None
    against: str | None = None
    actor_exact: bool = False
    read_relations: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    bbox: Box | None = None
    counted: bool | None = True
    text: str | None = None
    attribution: tuple[AttributionState, ...] = ()
    killed_min: int | None = None
    review: tuple[Review, ...] = ()
    sort: Sort = "-date"
    limit: int = 50
    offset: int = 0
    parties: tuple[Party, ...] | None = None

    @property
    def named(self) -> tuple[tuple[str, Part | None], ...]:
        """The names that it asks for, each with the part that its actor must have."""
        pairs: tuple[tuple[str | None, Part | None], ...] = (
            (self.actor, None),
            (self.by, "perpetrator"),
            (self.against, "target"),
        )
        return tuple((name, part) for name, part in pairs if name)

    def to_params(self) -> list[tuple[str, str]]:
        """Return the parameters that differ from the defaults, in the order of the fields."""
        pairs: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default and field.name in _WITH:
                pairs += [(field.name, text) for text in _write(field.name, value)]
        return pairs

    @classmethod
    def from_params(cls, params: Iterable[tuple[str, str]]) -> "IncidentQuery":
        """Build the query from name and value pairs; empty values and unknown names don't count.

        Raises SettingsError (400) that names the parameter and what it takes.
        """
        given: dict[str, list[str]] = {}
        for name, value in params:
            if name in _WITH and value.strip():
                given.setdefault(name, []).append(value.strip())
        query = cls()
        for name, texts in given.items():
            query = _WITH[name](query, name, texts)
        # What was rejected never counts: who asks for it would get nothing else.
        return replace(query, counted=None) if "rejected" in query.review and "counted" not in given else query


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of results and how many there are in all."""

    items: tuple[T, ...]
    total: int
    query: IncidentQuery

    @property
    def next(self) -> IncidentQuery | None:
        """The query for the page after, None on the last."""
        after = self.query.offset + self.query.limit
        return replace(self.query, offset=after) if after < self.total else None

    @property
    def previous(self) -> IncidentQuery | None:
        """The query for the page before, None on the first."""
        if self.query.offset == 0:
            return None
        return replace(self.query, offset=max(0, self.query.offset - self.query.limit))


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, how it is shown, and how many incidents of the query have it."""

    value: str
    count: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts by field; each field's counts ignore that field's own restriction, so that more can be chosen.

    `month` values are YYYY-MM; all lists but months (in time order) are by falling count.
    """

    kind: tuple[FacetValue, ...] = ()
    status: tuple[FacetValue, ...] = ()
    country: tuple[FacetValue, ...] = ()
    actor: tuple[FacetValue, ...] = ()
    attribution: tuple[FacetValue, ...] = ()
    month: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """An incident on the map."""

    id: str
    title: str
    kind: Kind
    status: Status
    lat: float
    lon: float
    precision: str
    day: dt.date | None = None
    killed: int | None = None
    reports: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """Incidents of one tenth of a degree together: its centre, how many, and the dead that are known of."""

    lat: float
    lon: float
    count: int
    killed: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over a query: incidents, and the published figures where there are any."""

    incidents: int
    reports: int
    killed: int
    injured: int


def _write(name: str, value: object) -> Iterator[str]:
    if isinstance(value, bool) and name != "counted":
        yield "yes" if value else "no"
    elif name == "counted":
        yield next(text for text, meaning in _COUNTED.items() if meaning == value)
    elif name == "bbox" and isinstance(value, tuple):
        yield ",".join(f"{number:g}" for number in value)
    elif isinstance(value, tuple):
        yield from (str(each) for each in value)
    else:
        yield str(value)


def _wrong(name: str, text: str, takes: str) -> SettingsError:
    return SettingsError(f"{name} is {text!r}", advice=f"it takes {takes}")


def _labels(choices: tuple[str, ...]) -> Callable[[IncidentQuery, str, list[str]], IncidentQuery]:
    def change(query: IncidentQuery, name: str, texts: list[str]) -> IncidentQuery:
        values = tuple(dict.fromkeys(part for text in texts for part in text.split(",") if part))
        for value in values:
            if value not in choices:
                raise _wrong(name, value, ", ".join(choices))
        return replace(query, **{name: values})  # type: ignore[arg-type]  # name is a field, by the table below

    return change


def _countries(query: IncidentQuery, name: str, texts: list[str]) -> IncidentQuery:
    values = tuple(dict.fromkeys(part.upper() for text in texts for part in text.split(",") if part))
    for value in values:
        if len(value) != 2 or not value.isalpha():
            raise _wrong(name, value, "two-letter country codes such as IQ")
    return replace(query, country=values)


def _one(convert: Callable[[str], V], takes: str) -> Callable[[IncidentQuery, str, list[str]], IncidentQuery]:
    def change(query: IncidentQuery, name: str, texts: list[str]) -> IncidentQuery:
        try:
            value = convert(texts[-1])
        except (ValueError, KeyError) as error:
            raise _wrong(name, texts[-1], takes) from error
        return replace(query, **{name: value})  # type: ignore[arg-type]  # name is a field, by the table below

    return change


def _box(text: str) -> Box:
    west, south, east, north = (float(part) for part in text.split(","))
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError(text)
    return west, south, east, north


def _sort(text: str) -> Sort:
    return {str(sort): sort for sort in SORTS}[text]


def _whole(low: int, high: int) -> Callable[[str], int]:
    def convert(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return convert


_day = _one(dt.date.fromisoformat, "a day such as 2023-12-08")
_text = _one(lambda text: text[:500], "words")
_LARGEST = 10**9
_WITH: dict[str, Callable[[IncidentQuery, str, list[str]], IncidentQuery]] = {
    "kind": _labels(KINDS),
    "status": _labels(STATUSES),
    "attribution": _labels(ATTRIBUTION_STATES),
    "review": _labels(REVIEWS),
    "country": _countries,
    "actor": _text,
    "by": _text,
    "against": _text,
    "actor_exact": _one(lambda text: _YES[text], ", ".join(_YES)),
    "read_relations": _one(lambda text: _YES[text], ", ".join(_YES)),
    "text": _text,
    "since": _day,
    "until": _day,
    "bbox": _one(_box, "west,south,east,north in degrees, such as 38,29,49,38"),
    "counted": _one(lambda text: _COUNTED[text], ", ".join(_COUNTED)),
    "killed_min": _one(_whole(0, _LARGEST), "a whole number from 0"),
    "sort": _one(_sort, ", ".join(SORTS)),
    "limit": _one(_whole(1, MAX_LIMIT), f"a whole number from 1 to {MAX_LIMIT}"),
    "offset": _one(_whole(0, _LARGEST), "a whole number from 0"),
}
