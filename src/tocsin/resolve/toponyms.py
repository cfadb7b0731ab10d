"""Place names of a report, found and resolved to the gazetteer by what the report says around them."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tocsin.model import Component, Name, Place, Report, Toponym
from tocsin.ontology.actors import Registry
from tocsin.resolve.gazetteer import Gazetteer, open_gazetteer, precision_of
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.toponym_choice import Sense, Weights, choose
from tocsin.resolve.toponym_context import Setting, Spot, links, named_peoples
from tocsin.resolve.toponym_cues import relation_of
from tocsin.resolve.toponym_spans import Page, read_page
from tocsin.resolve.toponym_spots import find_spots
from tocsin.resolve.toponym_unknown import find_alike, main_country

_LOCAL = frozenset({"city", "neighbourhood", "district"})
_GROUPS = frozenset({"armed_group", "party", "organisation", "igo", "alliance", "media"})
_UNSURE = 0.5


class Toponyms:
    """The finder of place names."""

    component = Component("toponyms", "1")

    def __init__(
        self, gazetteer: Gazetteer, groups: frozenset[str] = frozenset(), weights: Weights | None = None
    ) -> None:
        self._gazetteer = gazetteer
        self._groups = groups
        self._weights = weights or Weights()

    def find(self, report: Report, names: Sequence[Name]) -> tuple[Toponym, ...]:
        """Return the place names of `report.text` in text order, one for each time that one stands there.

        `names` are the annotator's. A name that the gazetteer doesn't hold has no place; its country, division and
        coordinates are those of the town that the report puts it into, its country else that of most other names.
        """
        page = read_page(report.title, report.body, names)
        spots, peoples = find_spots(page, self._gazetteer, self._groups), named_peoples(page)
        senses = choose(spots, links(page, spots), Setting(peoples.copy()), self._weights)
        country = main_country(senses, peoples)
        found = []
        for sense in senses:
            for spot in (spots[index] for index in sense.spots):
                span = report.span(spot.window.start, spot.window.end)
                toponym = self._known(page, spot, sense) if sense.chosen else self._unknown(page, spot, sense, country)
                relation = relation_of(page, spot.window)
                found.append(replace(toponym, spans=(span,), relation=relation, by=self.component.id))
        return tuple(sorted(found, key=lambda toponym: toponym.spans[0].start))

    def _known(self, page: Page, spot: Spot, sense: Sense) -> Toponym:
        toponym = _at(sense.chosen, _shown(page, spot)) if sense.chosen else Toponym(name=_shown(page, spot))
        if page.case != "mixed" and sense.chosen:
            toponym = replace(toponym, name=sense.chosen.name)
        return replace(toponym, confidence=round(1 / (1 + math.exp(-sense.margin)), 2))

    def _unknown(self, page: Page, spot: Spot, sense: Sense, country: str | None) -> Toponym:
        name, holder = _shown(page, spot), sense.holder
        alike = find_alike(self._gazetteer, name, spot.fits, holder, country)
        if alike is not None:
            return replace(_at(alike, name), confidence=_UNSURE)
        if holder is None:
            return Toponym(name=name, country=country)
        inside = replace(_at(holder, name), place=None, feature=None, confidence=_UNSURE)
        if holder.feature in _LOCAL:
            return inside
        return replace(inside, lat=None, lon=None, precision="unknown")


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
    actors = [actor for actor in registry.actors if actor.kind in _GROUPS]
    names = {name for actor in actors for name in (actor.name, *(alias.name for alias in actor.aliases))}
    return Toponyms(open_gazetteer(gazetteer_path), frozenset(fold(name) for name in names))
