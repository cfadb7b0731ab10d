"""Readings as templates of MUC-4 with further slots: date, place, stage, confidence, effects and numbers."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tocsin.export import muc4_words as wording
from tocsin.export.muc4 import PEOPLE, THINGS, Templates, mentions_that_count, words_of
from tocsin.model import Mention, Perpetrator, Reading, Report, Target, Timex, Toponym
from tocsin.read.countries import country_of, country_spans
from tocsin.read.lexicon import words
from tocsin.resolve.timex_words import MONTHS

Json = dict[str, Any]

STAGES = {"attempted": "attempted", "foiled": "attempted", "threatened": "threatened", "planned": "threatened"}
CONFIDENCE = {"claimed": "claimed or admitted", "accused": "suspected or accused", "suspected": "possible"}
EFFECTS = {
    "killed": "death",
    "injured": "injury",
    "unharmed": "no injury or death",
    "destroyed": "destroyed",
    "damaged": "some damage",
    "no_damage": "no damage",
    "taken": "target taken",
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(rf"\b(?:(\d{{1,2}}) ({_MONTH})|({_MONTH}) (\d{{1,2}}))\b", re.IGNORECASE)
_PLURALS = frozenset({"men", "women", "children", "people", "policemen", "police", "troops"})


@dataclass(frozen=True, slots=True)
class FurtherSlots:
    """Turns readings into templates with further slots."""

    templates: Templates

    def of(self, report: Report, reading: Reading) -> list[Json]:
        """Return the templates, their further slots in the form that `evaluate.muc4_slots` describes."""
        plain = self.templates.of(report, reading)
        pairs = zip(plain, mentions_that_count(reading), strict=True)
        return [template | self._further(template, mention, report) for template, mention in pairs]

    def _further(self, template: Json, mention: Mention, report: Report) -> Json:
        people = [each for each in mention.targets if each.kind in PEOPLE]
        things = [each for each in mention.targets if each.kind in THINGS]
        return {
            "date": _date(mention.time),
            **_location(mention.place, report),
            "stage": STAGES.get(mention.status, "accomplished"),
            "organisations": self._confidence(template, mention, report),
            "targets": [_part(each) for each in things],
            "victims": [_part(each) for each in people],
        }

    def _confidence(self, template: Json, mention: Mention, report: Report) -> list[Json]:
        held = {self.templates.organisation(each, report): each for each in mention.perpetrators}
        return [{"mentions": entity, "confidence": _how_sure(held.get(entity[0]))} for entity in template["PerpOrg"]]


def _location(place: Toponym | None, report: Report) -> Json:
    """Return the country, and the names of the place and of the province around it where the report names it.

    The country is the act's own where the report names it, else the one that the report names most.
    """
    named = Counter(country for _, _, country in country_spans(report.text))
    own = country_of(place.country) if place else None
    country = own if own in named or not named else named.most_common(1)[0][0]
    if place is None or place.precision == "country":
        return {"country": country, "places": []}
    around = [place.admin1] if place.admin1 and place.admin1.lower() in report.body.lower() else []
    return {"country": country, "places": [name for name in dict.fromkeys((place.name, *around)) if name != own]}


def _how_sure(perpetrator: Perpetrator | None) -> str:
    if perpetrator is None:
        return "reported as fact"
    sure = CONFIDENCE.get(perpetrator.attribution, "reported as fact")
    by = (perpetrator.attributed_by or "").lower().split()
    official = perpetrator.attribution == "accused" and any(word in words("sources")["public"] for word in by)
    return f"{sure} by authorities" if official else sure


def _date(time: Timex | None) -> Json | None:
    """Return first and last day; a day of an unsaid year as "--12-30"; None where there is no day."""
    if time is None:
        return None
    if time.start and time.end:
        return {"start": time.start.isoformat(), "end": time.end.isoformat()}
    for span in time.spans:
        found = _DAY.search(span.text)
        if found:
            day, month = int(found[1] or found[4]), MONTHS[(found[2] or found[3]).lower()]
            return {"start": f"--{month:02}-{day:02}", "end": f"--{month:02}-{day:02}"}
    return None


def _part(target: Target) -> Json:
    text = words_of(target.actor)
    name = wording.name_of_person(text) if target.kind in PEOPLE else ""
    named = " " in name
    return {
        "mentions": [name if named else wording.uncounted(text)],
        "effect": EFFECTS.get(target.effect),
        "number": 1 if named else _number(text),
    }


def _number(text: str) -> int | str | None:
    """Return how many a phrase names: a number, or "plural" where it gives none."""
    count, counted = wording.counted(text)
    if count is not None:
        return count.number
    head = wording.head(counted)
    return "plural" if head in _PLURALS or re.search(r"[^s]s$", head) else 1
