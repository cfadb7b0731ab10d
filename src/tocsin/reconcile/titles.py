"""The title of an incident, in plain words: what, against whom, where."""

from functools import lru_cache

from tocsin.model import ActorMention, Attribution, Ledger, Target, Toponym, Weapon
from tocsin.model.vocabulary import Kind, Status, TargetKind
from tocsin.ontology import fold
from tocsin.ontology.states import load_countries

_NOUN: dict[Kind, str] = {
    "bombing": "Bombing",
    "rocket_or_shelling": "Shelling",
    "airstrike_or_drone": "Airstrike",
    "armed_attack": "Armed attack",
    "assassination": "Assassination",
    "battle": "Battle",
    "military_operation": "Military operation",
    "arrest_or_raid": "Arrest or raid",
    "abduction": "Abduction",
    "hostage_taking": "Hostage-taking",
    "execution": "Execution",
    "arson_or_sabotage": "Arson or sabotage",
    "protest": "Protest",
    "riot": "Riot",
    "crackdown": "Crackdown",
    "vehicle_attack": "Vehicle attack",
    "stabbing": "Stabbing",
    "hijacking": "Hijacking",
    "cyberattack": "Cyberattack",
    "other_violence": "Violence",
}
_ARMED: tuple[tuple[Kind, str, str], ...] = (
    ("bombing", "suicide", "Suicide bombing"),
    ("bombing", "car bomb", "Car bombing"),
    ("rocket_or_shelling", "rocket", "Rocket attack"),
    ("rocket_or_shelling", "missile", "Missile strike"),
    ("rocket_or_shelling", "mortar", "Mortar attack"),
    ("airstrike_or_drone", "drone", "Drone strike"),
    ("armed_attack", "gun", "Shooting"),
    ("armed_attack", "rifle", "Shooting"),
    ("armed_attack", "pistol", "Shooting"),
    ("armed_attack", "grenade", "Grenade attack"),
    ("armed_attack", "firearm", "Shooting"),
)
"""What a kind is called with a weapon whose name holds the word; the first that fits counts."""

_ON = ("attack", "strike", "crackdown")
"""What these end is made on somebody; all the rest is of somebody."""

_STANDING: frozenset[TargetKind] = frozenset({"facility", "infrastructure", "organisation"})
_NO_TARGET: frozenset[Kind] = frozenset({"protest", "riot", "battle", "military_operation"})
_STATUS: dict[Status, str] = {
    "attempted": "Attempted",
    "foiled": "Foiled",
    "threatened": "Threatened",
    "planned": "Planned",
    "alleged": "Alleged",
    "denied": "Denied",
}


def compose(
    kind: Kind,
    status: Status,
    *,
    place: Toponym | None,
    targets: Ledger[Target],
    weapons: Ledger[Weapon],
    attributions: tuple[Attribution, ...],
) -> str:
    """Return the title; a target that isn't named, or that is the place itself, is left out."""
    noun = _noun(kind, weapons, targets)
    prefix = _STATUS.get(status)
    title = f"{prefix} {noun[0].lower()}{noun[1:]}" if prefix else noun
    target = None if kind in _NO_TARGET else _target(targets, place)
    if target is not None:
        title += f" {_preposition(noun, target)} {_proper(target.actor)}"
    title += _where(place, after_target=target is not None)
    claimed = _claimed(attributions)
    return f"{title}, claimed by {claimed}" if claimed and target is None else title


def _noun(kind: Kind, weapons: Ledger[Weapon], targets: Ledger[Target]) -> str:
    if kind == "arrest_or_raid" and any(entry.value.effect == "detained" for entry in targets.entries):
        return "Arrest"
    names = [fold(entry.value.name) for entry in weapons.entries]
    fitting = (noun for of, word, noun in _ARMED if of == kind and any(word in name for name in names))
    return next(fitting, _NOUN[kind])


def _target(targets: Ledger[Target], place: Toponym | None) -> Target | None:
    """Return the published target if it is named, else the first named one; None where it is the place."""
    hits = [targets.value] if targets.value else []
    hits += [entry.value for entry in targets.entries]
    named = ((hit, _proper(hit.actor)) for hit in hits)
    return next((hit for hit, name in named if name and not (place and _within(name, place.name))), None)


def _preposition(noun: str, target: Target) -> str:
    if noun.endswith(_ON):
        return "on"
    return "at" if noun == "Shooting" and target.kind in _STANDING else "of"


def _claimed(attributions: tuple[Attribution, ...]) -> str | None:
    """Return who claimed it; what others say of it is no matter for a title."""
    names = (_proper(held.actor) for held in attributions if held.state == "claimed" and held.stands)
    return next((name for name in names if name), None)


def _proper(actor: ActorMention) -> str | None:
    if not actor.name or (actor.name[0].islower() and not actor.actor and not actor.name.startswith("the ")):
        return None
    return actor.name


def _within(name: str, place: str) -> bool:
    one, other = fold(name), fold(place)
    return one in other or other == one


def _where(place: Toponym | None, *, after_target: bool) -> str:
    if place is None:
        return ""
    words = ", ".join(_chain(place))
    if place.relation == "near":
        return f" near {words}"
    if after_target:
        return f", {words}"
    return f" {'at' if place.precision == 'site' else 'in'} {words}"


def _chain(place: Toponym) -> list[str]:
    """Return the place's name and what it lies in: division for sites, country for the rest."""
    article = "the " if place.precision == "site" and " of " in place.name else ""
    country = _country_names().get(place.country or "")
    above = [place.admin1, country] if place.precision == "site" else [country]
    outer = [name for name in above if name and fold(name) not in fold(place.name)]
    return [article + place.name, *outer[:1]]


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    return {country.code: country.name for country in load_countries()}
