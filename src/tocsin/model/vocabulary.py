"""The closed lists of labels that records carry; their definitions are data in `ontology`."""

from typing import Literal, get_args

Kind = Literal[
    "bombing",
    "rocket_or_shelling",
    "airstrike_or_drone",
    "armed_attack",
    "assassination",
    "battle",
    "military_operation",
    "arrest_or_raid",
    "abduction",
    "hostage_taking",
    "execution",
    "arson_or_sabotage",
    "protest",
    "riot",
    "crackdown",
    "vehicle_attack",
    "stabbing",
    "hijacking",
    "cyberattack",
    "other_violence",
]
Status = Literal["occurred", "attempted", "foiled", "threatened", "planned", "alleged", "denied"]
Scope = Literal["headline", "background"]
TimePrecision = Literal["time", "day", "week", "month", "year", "range", "unknown"]
PlacePrecision = Literal["site", "city", "district", "admin1", "country", "region", "unknown"]
PlaceRelation = Literal["at", "near", "unknown"]
AttributionState = Literal["claimed", "accused", "reported", "suspected", "denied", "unclaimed"]
TargetKind = Literal[
    "person",
    "group",
    "organisation",
    "facility",
    "vehicle",
    "infrastructure",
    "civilians",
    "military",
    "police",
    "other",
]
Effect = Literal[
    "killed",
    "injured",
    "abducted",
    "detained",
    "destroyed",
    "damaged",
    "no_damage",
    "unharmed",
    "taken",
    "unknown",
]
Stance = Literal[
    "condemn",
    "warn",
    "threaten",
    "claim",
    "deny",
    "accuse",
    "appeal",
    "pledge",
    "praise",
    "announce",
    "order",
    "inform",
    "comment",
]
Predicate = Literal[
    "part_of",
    "member_of",
    "led_by",
    "leads",
    "backed_by",
    "allied_with",
    "fights",
    "cooperated_with",
    "designated_terrorist_by",
    "spokesperson_of",
    "official_of",
    "armed_wing_of",
    "political_arm_of",
]
ActorKind = Literal[
    "state",
    "government",
    "military",
    "police",
    "ministry",
    "igo",
    "alliance",
    "armed_group",
    "party",
    "organisation",
    "media",
    "company",
    "group",
    "person",
    "unknown",
]
Verdict = Literal["accept", "reject", "correct", "same", "different", "undo"]
Level = Literal["incident", "mention"]
ReviewState = Literal["unreviewed", "accepted", "rejected"]
Correctable = Literal[
    "kind", "status", "time", "place", "killed", "injured", "abducted", "detained", "perpetrator", "title"
]

KINDS: tuple[Kind, ...] = get_args(Kind)
STATUSES: tuple[Status, ...] = get_args(Status)
SCOPES: tuple[Scope, ...] = get_args(Scope)
STANCES: tuple[Stance, ...] = get_args(Stance)
PREDICATES: tuple[Predicate, ...] = get_args(Predicate)
CORRECTABLE: tuple[Correctable, ...] = get_args(Correctable)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
ATTRIBUTION_STATES: tuple[AttributionState, ...] = get_args(AttributionState)

COUNTED: frozenset[Status] = frozenset({"occurred", "attempted"})
"""The reality filter: only these statuses count in totals, on maps and in alerts."""
