"""Scores the further slots of MUC-4 templates against the full keys.

A predicted template may carry, beside its fillers: `date` with `start` and `end` ("1989-12-30", or "--12-30" where the
year isn't said), `country`, `places` (names), `stage`, `organisations` (each `mentions` and `confidence`), `targets`
and `victims` (each `mentions`, `effect`, `number`, which is a number or "plural").

Templates are put together with those of the key by type and by fillers in common, one to one, in the way that gives
most in common; where that leaves a choice, date and places decide. Then, by slot:

- date: right if all its days are among those that the key allows; of a key's "on or before" that is the month before.
  A year that one side doesn't say isn't compared.
- country: the same name. places: each name that is the key's, without words such as "city" or "department".
- stage: the same word.
- confidence, effects, numbers: a pair of filler and value. Fillers are the same if any two of their mentions have at
  least half their words in common (F1); the value must be one of the key's. Where the key ties a value to no filler,
  the value alone decides. "~70" allows a tenth more or less, "3-4" what lies between, "plural" any number above one;
  of "10-" and "-26" (so many at least, at most) the number itself is right.

What the key marks as optional counts where it is found, and isn't missed where it isn't.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tocsin.evaluate.muc4_keys import CONFIDENCE, DATE, LOCATION, STAGE, UNSAID, Days, Fill, Key, days, places
from tocsin.evaluate.muc4_score import ROLES, Grade, Scores, best_maps, matching, types
from tocsin.evaluate.similarity import overlap, words

Json = Mapping[str, Any]
Fits = Callable[[str, Any], bool]

SLOTS = ("date", "country", "place", "stage", "confidence")
PARTS = {
    "target effect": ("PHYS TGT: EFFECT OF INCIDENT", "targets", "effect"),
    "target number": ("PHYS TGT: NUMBER", "targets", "number"),
    "victim effect": ("HUM TGT: EFFECT OF INCIDENT", "victims", "effect"),
    "victim number": ("HUM TGT: NUMBER", "victims", "number"),
}
ALIKE = 0.5
"""Word-set F1 from which two mentions are the same filler."""

_DAY = re.compile(r"(-|\d{4})-(\d\d)-(\d\d)")
_KINDS_OF_PLACE = re.compile(
    r"\b(?:city|town|village|department|province|region|district|municipality|county|neighborhood|canton|"
    r"jurisdiction|sector|area|suburb)\b"
)


def score_slots(keys: Mapping[str, Sequence[Key]], predicted: Mapping[str, Sequence[Json]]) -> Scores:
    """Score the further slots of all documents that have keys, together."""
    slots = dict.fromkeys((*SLOTS, *PARTS), Grade())
    for docid, ours in keys.items():
        theirs = predicted.get(docid, ())
        pairs = aligned(ours, theirs)
        found, right = {i for i, _ in pairs}, {j for _, j in pairs}
        compared: list[tuple[Key, Json]] = [(ours[i], theirs[j]) for i, j in pairs]
        compared += [(key, {}) for i, key in enumerate(ours) if i not in found and not key.optional]
        compared += [(Key(docid, optional=True, slots={}), each) for j, each in enumerate(theirs) if j not in right]
        for key, each in compared:
            for slot, grade in _grades(key, each).items():
                slots[slot] += grade
    return Scores(slots)


def aligned(keys: Sequence[Key], predicted: Sequence[Json]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of indices of templates that tell of one incident."""
    weights = {(i, j): _weight(key, each) for i, key in enumerate(keys) for j, each in enumerate(predicted)}
    both = {pair: (weight, weight) for pair, weight in weights.items() if weight}
    maps = best_maps(len(keys), len(predicted), both)
    return maps[max(maps)]


def _weight(key: Key, each: Json) -> int:
    """Return how much two templates have in common; date and places only decide between what is else alike."""
    common = _in_common(key, each)
    if not common:
        return 0
    date, place = each.get("date"), _places(key, each.get("places") or ())
    return 4 * common + bool(date and same_days(key.slots.get(DATE, ()), date)) + bool(place.right)


def _in_common(key: Key, each: Json) -> int:
    fillers = sum(
        any(overlap(ours, theirs) >= ALIKE for ours in key.fillers(role))
        for role in ROLES
        for theirs in _fillers(each, role)
    )
    return fillers + bool(key.types & types(each))


def _fillers(each: Json, role: str) -> list[list[str]]:
    if role == "Victim" and each.get("victims"):
        return [part.get("mentions") or [] for part in each["victims"]]
    return [list(entity) for entity in each.get(role) or ()]


def _grades(key: Key, each: Json) -> dict[str, Grade]:
    grades = {
        "date": _single(key.fills(DATE), each.get("date"), lambda _, date: same_days(key.slots[DATE], date)),
        "stage": _single(key.fills(STAGE), each.get("stage"), _equal),
        "country": _single(key.fills(LOCATION), each.get("country"), lambda _, name: _same_country(key, name)),
        "place": _places(key, each.get("places") or ()),
        "confidence": _pairs(key.fills(CONFIDENCE), each.get("organisations") or (), "confidence", _equal),
    }
    for slot, (name, part, value) in PARTS.items():
        fits = same_number if value == "number" else _equal
        grades[slot] = _pairs(key.fills(name), each.get(part) or (), value, fits)
    return grades


def _single(fills: Sequence[Fill], value: Any, fits: Fits) -> Grade:
    """Grade a slot that has one answer."""
    given = int(value is not None)
    if not fills:
        return Grade(0, given, 0, 0)
    hit = int(bool(given) and any(fits(right, value) for fill in fills for right in fill.values))
    return Grade(hit, given, hit, int(hit or not fills[0].optional))


def _equal(right: str, value: Any) -> bool:
    return right == str(value).lower()


def _pairs(fills: Sequence[Fill], parts: Sequence[Json], name: str, fits: Fits) -> Grade:
    """Grade pairs of filler and value, matched one to one; those that must be found come first."""
    given = [part for part in parts if part.get(name) is not None]
    choices = [[j for j, part in enumerate(given) if _is(fill, part, name, fits)] for fill in fills]
    found = matching(choices).values()
    gold = sum(not fill.optional or index in found for index, fill in enumerate(fills))
    return Grade(len(found), len(given), len(found), gold)


def _is(fill: Fill, part: Json, name: str, fits: Fits) -> bool:
    same = not fill.mentions or overlap(fill.mentions, part.get("mentions") or ()) >= ALIKE
    return same and any(fits(value, part[name]) for value in fill.values)


def same_number(right: str, value: Any) -> bool:
    """Say whether a number, or "plural", is what the key says: "6", "plural", "~70", "10-", "-26", "3-4"."""
    if right == "plural" or value == "plural":
        return right == "plural" and bool(value == "plural" or value > 1)
    numbers = [int(each) for each in re.findall(r"\d+", right)]
    if not numbers:
        return False
    slack = numbers[0] / 10 if "~" in right else 0
    return bool(numbers[0] - slack <= value <= numbers[-1] + slack)


def same_days(texts: Sequence[str], date: Json) -> bool:
    """Say whether a date lies within one of those that the key allows."""
    return any(right is not None and _within(right, date) for text in texts for right in days(text))


def _within(right: Days, date: Json) -> bool:
    start, end = date.get("start"), date.get("end") or date.get("start")
    if not start or not end:
        return False
    for year in sorted({day.year for day in right}):
        first, last = _in_year(start, year), _in_year(end, year)
        if first and last and right[0] <= first and last <= right[1]:
            return True
    return False


def _in_year(day: str, year: int) -> dt.date | None:
    """Return a day: in the key's year where it says none itself, or where the key says none."""
    match = _DAY.fullmatch(day)
    if match is None:
        return None
    said = year if match[1] == "-" or year <= UNSAID else int(match[1])
    try:
        return dt.date(said, int(match[2]), int(match[3]))
    except ValueError:
        return None


def _same_country(key: Key, name: str) -> bool:
    return any(words(country) == words(name) for text in key.slots[LOCATION] for country, _ in places(text))


def _places(key: Key, given: Sequence[str]) -> Grade:
    """Grade names of places against the alternative of the key that they fit best."""
    answers = [names for text in key.slots.get(LOCATION, ()) if text.strip() != "-" for _, names in places(text)]
    grades = [_names(names, given) for names in answers] or [Grade(0, len(given), 0, 0)]
    return max(grades, key=lambda grade: (grade.right, -grade.gold))


def _names(right: Sequence[str], given: Sequence[str]) -> Grade:
    choices = [[i for i, name in enumerate(right) if _place_words(name) == _place_words(other)] for other in given]
    hits = len(matching(choices))
    return Grade(hits, len(given), hits, len(right))


def _place_words(name: str) -> frozenset[str]:
    return words(_KINDS_OF_PLACE.sub(" ", name.lower())) or words(name)
