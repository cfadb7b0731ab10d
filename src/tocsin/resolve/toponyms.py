"""Place names of a report, found and resolved to the gazetteer by what the report says around them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tocsin.model import Component, Name, Place, Report, Toponym
from tocsin.ontology.actors import Registry
from tocsin.resolve.gazetteer import Gazetteer, open_gazetteer, precision_of
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.toponym_context import Spot, demonyms, named_peoples, outlet_country
from tocsin.resolve.toponym_cues import relation_of
from tocsin.resolve.toponym_ranking import place_names
from tocsin.resolve.toponym_senses import Sense
from tocsin.resolve.toponym_spans import Page, read_page
from tocsin.resolve.toponym_spots import find_spots, spots_at
from tocsin.resolve.toponym_unknown import find_alike, main_country
from tocsin.resolve.toponym_weights import Weights, shipped

_GROUPS = frozenset({"armed_group", "party", "organisation", "igo", "alliance", "media"})
_UNSURE = 0.5
_SAME_WORDS = 0.6
"""What the product of both chances is raised to, for they rest on the same words: chosen so that LGL's answers of a
confidence are right as often as it says, by weights learnt on TR-News."""
AREA_IS_SURE = 0.35
"""The chance from which a name that no place bears is taken to lie where the names around it do."""

_Spots = Callable[[Page], list[Spot]]


class Toponyms:
    """The finder of place names."""

    def __init__(
        self, gazetteer: Gazetteer, groups: frozenset[str] = frozenset(), weights: Weights | None = None
    ) -> None:
        self._gazetteer = gazetteer
        self._groups = groups
        self._weights = weights or shipped()
        self.component = Component("toponyms", "2", self._weights.digest)

    def find(self, report: Report, names: Sequence[Name]) -> tuple[Toponym, ...]:
        """Return the place names of `report.text` in text order, one for each time that one stands there.

        `names` are the annotator's. A name that the gazetteer doesn't hold has no place; its country, division and
        coordinates are those of the town that the report puts it into, or about those of the names around it where
        these lie close (precision `region`), its country else that of most other names.
        """
        return self.find_all(report, names)[0]

    def find_all(self, report: Report, names: Sequence[Name]) -> tuple[tuple[Toponym, ...], tuple[Toponym, ...]]:
        """Return the place names as `find` does, and apart from them adjectives and peoples of countries ("Iraqi")."""
        naming = self._weights.naming
        found = self._place(report, names, lambda page: find_spots(page, self._gazetteer, self._groups, naming))
        places = tuple(one for one in found if not _is_people(one))
        return places, tuple(one for one in found if _is_people(one))

    def resolve(self, report: Report, names: Sequence[Name], spans: Iterable[tuple[int, int]]) -> tuple[Toponym, ...]:
        """Return what the given runs of characters of `report.text` stand for, each taken to name a place."""
        wanted = tuple(spans)
        return self._place(report, names, lambda page: spots_at(page, self._gazetteer, wanted))

    def _place(self, report: Report, names: Sequence[Name], spots_of: _Spots) -> tuple[Toponym, ...]:
        page = read_page(report.title, report.body, names)
        spots, peoples = spots_of(page), named_peoples(page)
        senses = place_names(page, spots, peoples, outlet_country(report), self._weights.placing)
        country = main_country(senses, peoples)
        found = []
        for sense in senses:
            for spot in (spots[index] for index in sense.spots):
                span = report.span(spot.window.start, spot.window.end)
                toponym = (
                    self._known(page, spot, sense) if _bears(spot, sense) else self._unknown(page, spot, sense, country)
                )
                found.append(
                    replace(toponym, spans=(span,), relation=relation_of(page, spot.window), by=self.component.id)
                )
        return tuple(sorted(found, key=lambda toponym: toponym.spans[0].start))

    def _known(self, page: Page, spot: Spot, sense: Sense) -> Toponym:
        toponym = _at(sense.chosen, _shown(page, spot)) if sense.chosen else Toponym(name=_shown(page, spot))
        if page.case != "mixed" and sense.chosen:
            toponym = replace(toponym, name=sense.chosen.name)
        return replace(toponym, confidence=round((spot.chance * sense.trust) ** _SAME_WORDS, 2))

    def _unknown(self, page: Page, spot: Spot, sense: Sense, country: str | None) -> Toponym:
        name, holder = _shown(page, spot), sense.holder
        alike = find_alike(self._gazetteer, name, spot.fits, holder, country)
        if alike is not None:
            return replace(_at(alike, name), confidence=_UNSURE)
        if holder is None:
            return self._around(name, sense, country)
        inside = replace(_at(holder, name), place=None, feature=None, confidence=_UNSURE)
        return replace(inside, lat=None, lon=None, precision="unknown") if holder.feature == "country" else inside

    def _around(self, name: str, sense: Sense, country: str | None) -> Toponym:
        """Return a name where the names around it lie, if they are sure to be near; else its country at most."""
        area = sense.area or sense.chosen
        if area is None or area.country is None or sense.trust < AREA_IS_SURE:
            return Toponym(name=name, country=country)
        near = replace(_at(area, name), place=None, feature=None, precision="region")
        return replace(near, confidence=round(sense.trust, 2))


def _bears(spot: Spot, sense: Sense) -> bool:
    """Say whether the chosen place bears the name, and isn't just one that a river or a school is named after."""
    return sense.chosen is not None and spot.how != "kind"


def _is_people(toponym: Toponym) -> bool:
    """Say whether words are a people or adjective ("Iraqi"), though some village bears the name."""
    words = toponym.spans[0].text
    return words.lower() in demonyms() and not (len(words) <= 4 and words.isupper())


def _at(place: Place, name: str) -> Toponym:
    return Toponym(
        name=name,
        place=place.id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin[1] if len(place.admin) > 1 else None,
        feature=place.feature,
        precision=precision_of(place),
    )


def _shown(page: Page, spot: Spot) -> str:
    """Return the name as the report spells it, a dateline's capitals lowered."""
    words = page.text[spot.window.start : spot.window.end]
    return words.title() if words.isupper() and len(words) > 4 and "." not in words else words


def build_toponyms(gazetteer_path: Path, registry: Registry) -> Toponyms:
    """Load the finder; builds the gazetteer where it is missing or stale. The registry's groups are no places."""
    return Toponyms(open_gazetteer(gazetteer_path), group_names(registry))


def group_names(registry: Registry) -> frozenset[str]:
    """Return the folded names of the registry's groups and organisations."""
    actors = [actor for actor in registry.actors if actor.kind in _GROUPS]
    return frozenset(fold(name) for actor in actors for name in (actor.name, *(alias.name for alias in actor.aliases)))
