"""Readings as templates of MUC-4: a type of incident, and who did what to whom with what, in the report's words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tocsin.export import muc4_words as wording
from tocsin.model import ActorMention, Mention, Perpetrator, Reading, Report
from tocsin.ontology import Registry

Json = dict[str, Any]

TYPES = {
    "armed_attack": "attack",
    "assassination": "attack",
    "execution": "attack",
    "rocket_or_shelling": "attack",
    "airstrike_or_drone": "attack",
    "vehicle_attack": "attack",
    "stabbing": "attack",
    "other_violence": "attack",
    "battle": "attack",
    "military_operation": "attack",
    "crackdown": "attack",
    "bombing": "bombing",
    "abduction": "kidnapping",
    "hostage_taking": "kidnapping",
    "hijacking": "kidnapping",
    "arson_or_sabotage": "arson",
}
"""The types that MUC-4 has for kinds of incident; what it doesn't count is left out."""
ARMED = frozenset({"battle", "military_operation", "crackdown"})
"""Kinds that are acts of war between armed sides unless someone or something else was hit."""
PEOPLE = frozenset({"person", "group", "civilians", "police", "military", "other"})
THINGS = frozenset({"facility", "vehicle", "infrastructure"})


@dataclass(frozen=True)
class Templates:
    """Turns readings into templates; the registry gives the names that an organisation goes by."""

    registry: Registry

    def of(self, report: Report, reading: Reading) -> list[Json]:
        """Return the templates that MUC-4 would ask of the report, in text order.

        Victims are those with a name, for its keys hold no others here. Where rebels or nobody are told to have done
        it and the report names one armed group only, that group is taken to be theirs.
        """
        counting = mentions_that_count(reading)
        names = {wording.name_of_person(words_of(each.actor)) for mention in counting for each in mention.targets}
        groups = self._armed_groups(report) if counting else []
        only = groups[0] if len(groups) == 1 else ""
        return [self._template(mention, report, names, only) for mention in counting]

    def _template(self, mention: Mention, report: Report, names: set[str], only: str) -> Json:
        held = [each for each in mention.perpetrators if each.attribution != "denied"]
        people = [words_of(each.actor) for each in mention.targets if each.kind in PEOPLE]
        things = [words_of(each.actor) for each in mention.targets if each.kind in THINGS]
        weapons = [each.quantity.spans[0].text for each in mention.weapons if each.quantity.spans]
        individuals = _entities(self._individual(each, report) for each in held)
        organisations = _entities(self.organisation(each, report) for each in held)
        if not organisations and (not held or any(wording.are_rebels(each[0]) for each in individuals)):
            organisations = _entities([only])
        return {
            "incident_type": TYPES[mention.kind],
            "PerpInd": individuals,
            "PerpOrg": organisations,
            "Target": _entities(map(wording.uncounted, things)),
            "Victim": _entities(
                wording.fullest(name, names) for name in map(wording.name_of_person, people) if " " in name
            ),
            "Weapon": _entities(map(wording.uncounted, weapons)),
        }

    def _individual(self, perpetrator: Perpetrator, report: Report) -> str:
        return wording.people(words_of(perpetrator.actor), self.organisation(perpetrator, report))

    def organisation(self, perpetrator: Perpetrator, report: Report) -> str:
        """Return the name of the organisation that a perpetrator is or belongs to, empty where it isn't known."""
        actor = perpetrator.actor
        if actor.actor is None or actor.actor not in self.registry:
            return ""
        names = [alias.name for alias in self.registry.get(actor.actor).aliases]
        return wording.organisation(words_of(actor), report.body, [*names, actor.name or ""])

    def _armed_groups(self, report: Report) -> list[str]:
        """Return one name, as the report gives it, of each armed group of the registry that it names."""
        text = report.body.lower()
        present = [[name for name in names if name.lower() in text] for names in self._names_of_groups]
        return [name for names in present if names and (name := wording.organisation("", report.body, names))]

    @cached_property
    def _names_of_groups(self) -> Sequence[Sequence[str]]:
        groups = [actor for actor in self.registry.actors if actor.kind == "armed_group"]
        return [[alias.name for alias in group.aliases if len(alias.name) > 2] for group in groups]


def mentions_that_count(reading: Reading) -> list[Mention]:
    """Return the mentions that a template is made of, in text order."""
    return [mention for mention in reading.mentions if _counts(mention)]


def _counts(mention: Mention) -> bool:
    if mention.kind not in TYPES or mention.status == "denied":
        return False
    return mention.kind not in ARMED or any(target.kind in THINGS | {"civilians"} for target in mention.targets)


def words_of(actor: ActorMention) -> str:
    """Return the first words that refer to an actor."""
    return actor.spans[0].text if actor.spans else ""


def _entities(mentions: Iterable[str]) -> list[list[str]]:
    return [[mention] for mention in dict.fromkeys(mentions) if mention]
