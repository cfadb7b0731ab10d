"""Which kinds and statuses two accounts of one incident may give it."""

from tocsin.model.vocabulary import Kind, Status

_CLOSE: tuple[frozenset[Kind], ...] = (
    frozenset({"armed_attack", "assassination", "execution", "stabbing", "battle", "other_violence", "hostage_taking"}),
    frozenset({"bombing", "rocket_or_shelling", "airstrike_or_drone"}),
    frozenset({"bombing", "armed_attack", "assassination", "arson_or_sabotage", "vehicle_attack", "other_violence"}),
    frozenset({"battle", "military_operation", "airstrike_or_drone", "rocket_or_shelling", "armed_attack"}),
    frozenset({"protest", "riot", "crackdown"}),
    frozenset({"abduction", "hostage_taking", "hijacking"}),
    frozenset({"military_operation", "arrest_or_raid", "crackdown"}),
    frozenset({"crackdown", "armed_attack", "other_violence"}),
    frozenset({"riot", "arson_or_sabotage", "other_violence"}),
)
_FORCE: frozenset[Kind] = frozenset(
    {
        "bombing",
        "rocket_or_shelling",
        "airstrike_or_drone",
        "armed_attack",
        "assassination",
        "battle",
        "military_operation",
        "hostage_taking",
        "execution",
        "arson_or_sabotage",
        "vehicle_attack",
        "stabbing",
        "other_violence",
    }
)
"""Kinds that one attack is given when little of it is known, or when it was several at once."""

_HAPPENED: frozenset[Status] = frozenset({"occurred", "attempted", "alleged", "denied"})
_STOPPED: frozenset[Status] = frozenset({"attempted", "foiled", "planned"})
_AHEAD: frozenset[Status] = frozenset({"planned", "threatened"})


def closeness(one: Kind, other: Kind) -> float:
    """Return 1 for the same kind, 0.5 for kinds often given to one incident, 0.2 for other force, else 0: never one."""
    if one == other:
        return 1.0
    pair = {one, other}
    if any(pair <= close for close in _CLOSE):
        return 0.5
    return 0.2 if pair <= _FORCE else 0.0


def statuses_fit(one: Status, other: Status) -> bool:
    """Say whether one incident may have both: what happened was not foiled, and not only planned."""
    return one == other or any({one, other} <= fit for fit in (_HAPPENED, _STOPPED, _AHEAD))
