"""What a crosswalk asks of an incident: its sides, weapons, targets and figures."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.model import Actor, ActorMention, FigureLedger, Incident, Ledger, Target
from tocsin.model.vocabulary import AttributionState
from tocsin.ontology.actors import Registry
from tocsin.ontology.crosswalk_files import FIGURES, Conditions, Rule
from tocsin.ontology.folding import fold

_STATE = frozenset({"state", "external"})
_FORCES = frozenset({"state", "government", "military", "police", "ministry"})
_HARMED = frozenset({"killed", "injured", "abducted", "detained"})  # what is done to people only
_HELD: tuple[AttributionState, ...] = ("claimed", "reported", "accused", "suspected")


@dataclass(frozen=True, slots=True)
class Party:
    """Who took part: the mention, the registry's actor where it is known, and the side; None is no side at all.

    `government` is that of the actor's country where the actor is one of its forces.
    """

    mention: ActorMention
    actor: Actor | None
    side: str | None
    government: Actor | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The parties of an incident, armed sides first, and the values that each condition of a rule is met by."""

    perpetrators: tuple[Party, ...]
    targets: tuple[Party, ...]
    values: dict[str, frozenset[str]]

    def meet(self, rule: Rule) -> bool:
        """Say whether every condition of the rule holds."""
        return all(self.values[name] & wanted for name, wanted in rule.when.items())


def facts_of(incident: Incident, registry: Registry, conditions: Conditions) -> Facts:
    """Return what the rules may ask of the incident; perpetrators that are denied are left out."""
    place = incident.place.value
    scene = _Scene(registry, place.country if place else None)
    held = [attribution for attribution in incident.attributions if attribution.state in _HELD]
    held.sort(key=lambda a: (a.actor.actor is None, a.actor.name is None, _HELD.index(a.state)))
    perpetrators = tuple(scene.party(a.actor, conditions.perpetrators[a.actor.kind]) for a in held)
    targets = _published(incident.targets)
    hit = [scene.party(target.actor, _target_side(target, conditions)) for target in targets]
    hit.sort(key=lambda party: _rank(party, conditions))
    others = _without_attackers(tuple(hit), perpetrators)
    figures: dict[str, FigureLedger] = {name: getattr(incident, name) for name in FIGURES}
    return Facts(
        perpetrators,
        others,
        {
            "weapon": frozenset(_weapons(incident, conditions)),
            "target": frozenset(target.kind for target in targets),
            "effect": frozenset(target.effect for target in targets),
            "by": _sides(perpetrators) or frozenset({"unidentified"}),
            "against": _sides(others) or _opponents(perpetrators, incident),
            "status": frozenset(filter(None, [incident.status.value])),
            **{name: frozenset({_amount(figure)}) for name, figure in figures.items()},
        },
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    """The registry and the country where it happened."""

    registry: Registry
    country: str | None

    def party(self, mention: ActorMention, fallback: str | None) -> Party:
        known = mention.actor is not None and mention.actor in self.registry
        actor = self.registry.get(mention.actor) if known and mention.actor else None
        side = _side(mention, actor, fallback, self.country)
        return Party(mention, actor, side, self._government(mention, actor, side))

    def _government(self, mention: ActorMention, actor: Actor | None, side: str | None) -> Actor | None:
        """Return the government whose forces the party is: where nothing else is said, that of the place."""
        if actor is not None:
            country = actor.country if actor.kind in _FORCES else None
        else:
            country = (mention.country or self.country) if side == "state" else None
        return self.registry.get(f"gov:{country}") if f"gov:{country}" in self.registry else None


def _without_attackers(targets: tuple[Party, ...], perpetrators: tuple[Party, ...]) -> tuple[Party, ...]:
    """Leave out an unnamed group that came to harm beside others when a group attacked: its own attackers."""
    if _sides(perpetrators) & _STATE or _sides(targets) <= {"unidentified"}:
        return targets
    return tuple(party for party in targets if party.side != "unidentified")


_BY_TYPE = {1: "state", 2: "rebels", 3: "militia", 4: "communal", 8: "external"}


def _side(mention: ActorMention, actor: Actor | None, fallback: str | None, country: str | None) -> str | None:
    """Return the side by the registry's actor type, else by kind; the forces of a state abroad are external."""
    armed = fallback not in (None, "civilians")
    side = _BY_TYPE.get(actor.acled_type or 0, fallback) if actor and armed else fallback
    home = actor.country if actor else mention.country
    if fallback == "militia" and actor is None and mention.name is None:
        return "unidentified"
    return "external" if side == "state" and home and country and home != country else side


def _target_side(target: Target, conditions: Conditions) -> str | None:
    if target.actor.kind in conditions.armed:
        return conditions.perpetrators[target.actor.kind]
    kind = "person" if target.kind == "other" and target.effect in _HARMED else target.kind
    return conditions.targets.get(kind)


def _published(ledger: Ledger[Target]) -> tuple[Target, ...]:
    """Return every target, the published one first."""
    return tuple(dict.fromkeys([*filter(None, [ledger.value]), *(entry.value for entry in ledger.entries)]))


def _rank(party: Party, conditions: Conditions) -> int:
    return list(conditions.sides).index(party.side) if party.side else len(conditions.sides)


def _sides(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.side for party in parties if party.side)


def _opponents(perpetrators: tuple[Party, ...], incident: Incident) -> frozenset[str]:
    """Both sides of a battle may stand as perpetrators: the later ones are then whom the first fought."""
    return _sides(perpetrators[1:]) if incident.kind.value == "battle" else frozenset()


def _weapons(incident: Incident, conditions: Conditions) -> Iterable[str]:
    names = [f" {fold(entry.value.name)}" for entry in incident.weapons.entries]
    return (
        listed
        for listed, words in conditions.words.items()
        if any(f" {word}" in name for name in names for word in words)
    )


def _amount(figure: FigureLedger) -> str:
    known = [number for number in (figure.high, figure.best, figure.low) if number is not None]
    if not known and not figure.ledger.entries:
        return "unknown"
    return "none" if known and max(known) == 0 else "some"
