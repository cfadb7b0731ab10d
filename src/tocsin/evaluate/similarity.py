"""How alike two parts of a case are: names by words, places by distance, dates and figures exactly."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

RADIUS_KM = {"site": 25, "city": 25, "district": 60, "admin1": 150}
"""How far off a place may be and still count, by the gold place's precision; beyond these, the country decides."""


def words(text: str | None) -> frozenset[str]:
    """Return the set of a text's words: ASCII-folded, lower-cased, without articles and particles."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\b(the|a|an|of|al|el)\b", " ", plain)
    return frozenset(re.sub(r"[^a-z0-9 ]+", " ", plain).split())


def overlap(ours: Iterable[str | None], theirs: Iterable[str | None]) -> float:
    """Return the best word-set F1 between any two strings of the two lists."""
    right = [words(text) for text in theirs]
    best = 0.0
    for left in map(words, ours):
        for other in right:
            if left and other:
                best = max(best, 2 * len(left & other) / (len(left) + len(other)))
    return best


def names(part: Json) -> list[str]:
    """Return a part's name and its mentions, those that are there."""
    return [text for text in (part.get("name"), *(part.get("mentions") or [])) if text]


def kilometres(one: Json, two: Json) -> float | None:
    """Return the great-circle distance of two places, None where one has no point."""
    points: list[float | None] = [one.get("lat"), one.get("lon"), two.get("lat"), two.get("lon")]
    if None in points:
        return None
    lat1, lon1, lat2, lon2 = (math.radians(value) for value in points if value is not None)
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(half))


def same_date(gold: Json | None, system: Json | None) -> bool:
    """Say whether both ends agree; two unknown dates agree."""
    left, right = gold or {}, system or {}
    return left.get("start") == right.get("start") and left.get("end") == right.get("end")


def same_place(gold: Json | None, system: Json | None) -> bool:
    """Say whether the places agree within the gold place's radius, or by country where there is no radius or point."""
    if not gold or not system:
        return not gold and not system
    limit, distance = RADIUS_KM.get(gold["precision"]), kilometres(gold, system)
    if limit is not None and distance is not None:
        return distance <= limit
    return bool(gold.get("country") == system.get("country"))


def same_figure(gold: Json | None, system: Json | None) -> bool:
    """Say whether low and high agree, or both are unsaid."""
    if gold is None or system is None:
        return gold is None and system is None
    return gold.get("low") == system.get("low") and gold.get("high") == system.get("high")


def incident(gold: Json, system: Json) -> float:
    """Return 0–1: how surely both tell of one incident, by evidence, kind, date, place and targets."""
    pairs = [(a, b) for a in gold["targets"] for b in system.get("targets") or []]
    weight: float = 0.35 * overlap(gold.get("evidence") or [], system.get("evidence") or [])
    weight += 0.2 * (gold["kind"] == system.get("kind"))
    weight += 0.15 * same_date(gold.get("date"), system.get("date"))
    weight += 0.15 * bool(gold.get("place") and system.get("place") and same_place(gold["place"], system["place"]))
    return weight + 0.15 * max((actor(a, b) for a, b in pairs), default=0.0)


def actor(gold: Json, system: Json) -> float:
    """Return how alike the names and mentions of two actors are."""
    return overlap(names(gold), names(system))


def statement(gold: Json, system: Json) -> float:
    """Return how alike the speakers are, 0 where stance or quoted words differ."""
    if gold["stance"] != system.get("stance"):
        return 0.0
    quoted = overlap([gold["quote"]], [system.get("quote")]) if gold["quote"] else 1.0
    speakers = overlap([gold["speaker"], *gold["mentions"]], [system.get("speaker"), *(system.get("mentions") or [])])
    return speakers if quoted >= 0.5 else 0.0


def tally(gold: Json, system: Json) -> float:
    """Return how alike the words of two tallies are, 0 where figures or rank differ."""
    if any(gold.get(field) != system.get(field) for field in ("low", "high", "rank")):
        return 0.0
    return overlap(gold["mentions"], system.get("mentions") or [])


def relation(gold: Json, system: Json) -> float:
    """Return how alike the less alike ends are, 0 where the predicates differ."""
    if gold["predicate"] != system.get("predicate"):
        return 0.0
    return min(overlap([gold[end]], [system.get(end)]) for end in ("subject", "object"))


def pair_up(weights: Mapping[tuple[int, int], float], floor: float) -> list[tuple[int, int]]:
    """Match (gold, system) one to one, heaviest pair first, none under `floor`."""
    order: Sequence[tuple[tuple[int, int], float]] = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    taken_gold: set[int] = set()
    taken_system: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for (gold, system), weight in order:
        if weight >= floor and gold not in taken_gold and system not in taken_system:
            taken_gold.add(gold)
            taken_system.add(system)
            pairs.append((gold, system))
    return pairs
