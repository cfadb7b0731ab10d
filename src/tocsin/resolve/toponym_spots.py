"""The place names of a report: those of the gazetteer that are judged to be places, and those that it doesn't hold."""

from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.tokens import at
from tocsin.resolve.toponym_context import Spot, demonyms
from tocsin.resolve.toponym_cues import are_joined, fitting_features, lead_of
from tocsin.resolve.toponym_filter import Verdict, judge
from tocsin.resolve.toponym_spans import Hits, Page, Window, abbreviations, look_up
from tocsin.resolve.toponym_unknown import unknown_names
from tocsin.resolve.toponym_words import INSIDE

_Found = tuple[Window, Hits, Verdict]


def find_spots(page: Page, gazetteer: Gazetteer, groups: frozenset[str] = frozenset()) -> list[Spot]:
    """Return the place names in text order; none overlaps another, and the longest of several counts.

    `groups` are folded names of groups and organisations, which are places only behind "in" and the like.
    """
    found = _judged(page, gazetteer, groups)
    clear = {window.key for window, _, verdict in found if verdict == "yes"}
    spots: list[Spot] = []
    for window, hits, verdict in found:
        last = spots[-1].window if spots else None
        if last and window.start < last.end:
            continue
        joined = last and window.key not in gazetteer.common and are_joined(page, last, window)
        if verdict == "yes" or window.key in clear or joined:
            spots.append(Spot(window, hits, fitting_features(page, window)))
    unknown = unknown_names(page, [spot.window for spot in spots])
    spots += [Spot(window, (), fitting_features(page, window)) for window in unknown if window.key not in groups]
    return sorted(spots, key=lambda spot: spot.window.start)


def _judged(page: Page, gazetteer: Gazetteer, groups: frozenset[str]) -> list[_Found]:
    found: list[_Found] = [(window, hits, "yes") for window, hits in abbreviations(page, gazetteer)]
    for window, hits in look_up(page, gazetteer):
        verdict = judge(page, window, hits, gazetteer.common)
        if window.key in groups and not _is_ground(page, window):
            continue
        if verdict != "no" and not _is_people(page, window):
            found.append((window, hits, verdict))
    return sorted(found, key=lambda one: (one[0].start, -one[0].end))


def _is_ground(page: Page, window: Window) -> bool:
    """Say whether a name that a group bears too is the place's here: "in Mayadeen", not "of the Taliban"."""
    articled = at(page.tokens, window.first - 1).low == "the"
    return bool(fitting_features(page, window)) or (lead_of(page, window) in INSIDE and not articled)


def _is_people(page: Page, window: Window) -> bool:
    """Say whether a run is a people or adjective ("Iraqi"), though some village bears the name."""
    words = page.text[window.start : window.end]
    return words.lower() in demonyms() and not (len(words) <= 4 and words.isupper())
