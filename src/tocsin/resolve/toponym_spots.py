"""The place names of a report: those runs of words that the evidence makes one, none overlapping another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import numpy as np

from tocsin.learned.trees import Forest
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.tokens import at
from tocsin.resolve.toponym_candidates import Candidate, candidates
from tocsin.resolve.toponym_context import Spot
from tocsin.resolve.toponym_cues import fitting_features, lead_of
from tocsin.resolve.toponym_naming import evidence, scenery
from tocsin.resolve.toponym_spans import Page, Window
from tocsin.resolve.toponym_variants import hits_of
from tocsin.resolve.toponym_words import INSIDE

IS_NAME = 0.3
"""The chance from which a run counts as a place name: F1 is even up to 0.5, and a missed name costs more."""


def find_spots(page: Page, gazetteer: Gazetteer, groups: frozenset[str], forest: Forest) -> list[Spot]:
    """Return the place names in text order.

    `groups` are folded names of groups and organisations, which are places only behind "in" and the like.
    """
    found = [one for one in candidates(page, gazetteer) if one.window.key not in groups or _is_ground(page, one.window)]
    if not found:
        return []
    seen = scenery(page, found)
    odds = forest.log_odds([evidence(page, one, seen, gazetteer.common) for one in found])
    chances = 1 / (1 + np.exp(-odds))
    return [_spot(page, gazetteer, one, chance) for one, chance in likeliest(found, chances.tolist())]


def likeliest(found: Sequence[Candidate], chances: Sequence[float]) -> list[tuple[Candidate, float]]:
    """Return the candidates over the threshold that together have the highest log-odds and don't overlap."""
    threshold = float(np.log(IS_NAME / (1 - IS_NAME)))
    over = sorted(
        ((one, chance) for one, chance in zip(found, chances, strict=True) if chance > IS_NAME),
        key=lambda pair: (pair[0].window.end, pair[0].window.start),
    )
    ends = [one.window.end for one, _ in over]
    # best[n]: the gain of the first n candidates, and whether the nth is taken for it
    best: list[tuple[float, bool]] = [(0.0, False)]
    before = [bisect_right(ends, one.window.start, 0, number) for number, (one, _) in enumerate(over)]
    for number, (_, chance) in enumerate(over):
        gain = best[before[number]][0] + float(np.log(chance / max(1 - chance, 1e-9))) - threshold
        best.append((gain, True) if gain > best[number][0] else (best[number][0], False))
    taken, number = [], len(over)
    while number:
        if best[number][1]:
            taken.append(over[number - 1])
            number = before[number - 1]
        else:
            number -= 1
    return taken[::-1]


def spots_at(page: Page, gazetteer: Gazetteer, spans: Iterable[tuple[int, int]]) -> list[Spot]:
    """Return given runs of characters of `page.text` as place names, in text order."""
    starts = [token.start for token in page.tokens]
    found = []
    for start, end in sorted(spans):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        window = Window(first, max(last, first + 1), start, end, fold(page.text[start:end]))
        found.append(_spot(page, gazetteer, Candidate(window, ()), 1.0))
    return found


def _spot(page: Page, gazetteer: Gazetteer, candidate: Candidate, chance: float) -> Spot:
    window, hits, _ = candidate
    how = ""
    if not hits:
        hits, how = hits_of(page.text[window.start : window.end], gazetteer)
    return Spot(window, hits, fitting_features(page, window), how, chance)


def _is_ground(page: Page, window: Window) -> bool:
    """Say whether a name that a group bears too is the place's here: "in Mayadeen", not "of the Taliban"."""
    articled = at(page.tokens, window.first - 1).low == "the"
    return bool(fitting_features(page, window)) or (lead_of(page, window) in INSIDE and not articled)
