"""Place names of a report, found and resolved to the gazetteer by what the report says around them."""

import math
from collections.abc import Sequence
from pathlib import Path

from tocsin.model import Component, Name, Place, Report, Toponym
from tocsin.model.vocabulary import PlaceRelation
from tocsin.resolve.gazetteer import Gazetteer, open_gazetteer, precision_of
from tocsin.resolve.toponym_choice import Sense, Weights, choose
from tocsin.resolve.toponym_context import Setting, Spot, demonyms, links, named_peoples
from tocsin.resolve.toponym_cues import are_joined, fitting_features
from tocsin.resolve.toponym_filter import Verdict, judge
from tocsin.resolve.toponym_spans import Hits, Page, Window, abbreviations, look_up, read_page
from tocsin.resolve.toponym_words import NEAR_BEFORE


class Toponyms:
    """The finder of place names."""

    component = Component("toponyms", "1")

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None) -> None:
        self._gazetteer = gazetteer
        self._weights = weights or Weights()

    def find(self, report: Report, names: Sequence[Name]) -> tuple[Toponym, ...]:
        """Return the place names of `report.text` in text order, one for each time that one stands there.

        `names` are the annotator's. A name that the gazetteer doesn't hold has no place and no coordinates.
        """
        page = read_page(report.title, report.body, names)
        spots = self._spots(page)
        base = Setting(named_peoples(page))
        found = links(page, spots)
        senses = choose(spots, found, base, self._weights)
        toponyms = [self._toponym(report, page, spots[index], sense) for sense in senses for index in sense.spots]
        return tuple(sorted(toponyms, key=lambda toponym: toponym.spans[0].start))

    def _spots(self, page: Page) -> list[Spot]:
        known: list[tuple[Window, Hits, Verdict]] = [
            (window, hits, "yes") for window, hits in abbreviations(page, self._gazetteer)
        ]
        for window, hits in look_up(page, self._gazetteer):
            verdict = judge(page, window, hits, self._gazetteer.common)
            if verdict != "no" and not _is_people(page, window):
                known.append((window, hits, verdict))
        known.sort(key=lambda found: (found[0].start, -found[0].end))
        clear = {window.key for window, _, verdict in known if verdict == "yes"}
        spots: list[Spot] = []
        for window, hits, verdict in known:
            last = spots[-1].window if spots else None
            if last and window.start < last.end:
                continue
            joined = last and window.key not in self._gazetteer.common and are_joined(page, last, window)
            if verdict == "yes" or window.key in clear or joined:
                spots.append(Spot(window, hits, fitting_features(page, window)))
        return spots

    def _toponym(self, report: Report, page: Page, spot: Spot, sense: Sense) -> Toponym:
        place, window = sense.chosen, spot.window
        span = report.span(window.start, window.end)
        if place is None:
            return Toponym(name=span.text, spans=(span,), by=self.component.id)
        return Toponym(
            name=_shown(span.text, place, page.case),
            place=place.id,
            lat=place.lat,
            lon=place.lon,
            country=place.country,
            admin1=place.admin[1] if len(place.admin) > 1 else None,
            feature=place.feature,
            precision=precision_of(place),
            relation=_relation(page.text, window.start),
            spans=(span,),
            by=self.component.id,
            confidence=round(1 / (1 + math.exp(-sense.margin)), 2),
        )


def _is_people(page: Page, window: Window) -> bool:
    """Say whether a run is a people or adjective ("Iraqi"), though some village bears the name."""
    words = page.text[window.start : window.end]
    return words.lower() in demonyms() and not (len(words) <= 4 and words.isupper())


def _shown(words: str, place: Place, case: str) -> str:
    """Return the name as the report spells it; texts without case take the gazetteer's."""
    return words if case == "mixed" else place.name


def _relation(text: str, start: int) -> PlaceRelation:
    return "near" if NEAR_BEFORE.search(text[max(0, start - 60) : start]) else "at"


def build_toponyms(gazetteer_path: Path) -> Toponyms:
    """Load the finder; builds the gazetteer where it is missing or stale."""
    return Toponyms(open_gazetteer(gazetteer_path))
