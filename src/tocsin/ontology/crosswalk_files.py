"""Crosswalks from YAML: rules that turn our kinds and stances into the codes of a scheme; each fault named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from tocsin.errors import FormatError
from tocsin.model.vocabulary import KINDS, STANCES, STATUSES, ActorKind, Effect, TargetKind
from tocsin.ontology.folding import fold
from tocsin.ontology.vocabularies import Code, Vocabulary

FIGURES = ("killed", "injured", "abducted", "detained")

_ADVICE = "see data/crosswalks/conditions.yaml"
_AMOUNTS = frozenset({"some", "none", "unknown"})
_NOT_CODES = frozenset({"when", "words", "sides", "why"})


@dataclass(frozen=True, slots=True)
class Conditions:
    """What rules may ask: lists of weapon words, and the sides of perpetrators and targets by kind."""

    words: Mapping[str, tuple[str, ...]]
    sides: Mapping[str, int]
    perpetrators: Mapping[str, str]
    armed: frozenset[str]
    targets: Mapping[str, str]
    uncounted: Mapping[str, str]

    def values(self) -> dict[str, frozenset[str]]:
        """Return the values that each condition may have."""
        return {
            "weapon": frozenset(self.words),
            "target": frozenset(get_args(TargetKind)),
            "effect": frozenset(get_args(Effect)),
            "by": frozenset(self.sides),
            "against": frozenset(self.sides),
            "status": frozenset(STATUSES),
            **dict.fromkeys(FIGURES, _AMOUNTS),
        }


@dataclass(frozen=True, slots=True)
class Rule:
    """Codes for what meets every condition; without codes, `why` says that the scheme has no place for it."""

    when: Mapping[str, frozenset[str]]
    codes: Mapping[str, Code]
    sides: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The rules of one scheme by kind; `dates` and `places` turn precision into the codes of a field."""

    scheme: str
    kinds: Mapping[str, tuple[Rule, ...]]
    statuses: Mapping[str, Rule] = field(default_factory=dict)
    dates: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    near: int | None = None
    needs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the rules of one file against the vocabulary of its scheme; FormatError names file and place."""

    file: str
    vocabulary: Vocabulary
    conditions: Mapping[str, frozenset[str]]

    def crosswalk(self, content: Mapping[str, Any]) -> Crosswalk:
        """Read the rules of every kind, and what turns precision into codes."""
        kinds: Mapping[str, Any] = content.get("kinds") or {}
        self.complete("kinds", kinds, KINDS)
        crosswalk = Crosswalk(
            scheme=self.vocabulary.scheme,
            kinds={kind: self.rules(f"kinds.{kind}", rules) for kind, rules in kinds.items()},
            statuses={
                status: self._rule(f"statuses.{status}", rule) for status, rule in content.get("statuses", {}).items()
            },
            dates={name: tuple((days, code) for days, code in rows) for name, rows in content.get("dates", {}).items()},
            places=content.get("places", {}),
            near=content.get("near"),
            needs=content.get("needs", {}),
        )
        self._precisions(crosswalk)
        return crosswalk

    def stances(self, content: Mapping[str, Any]) -> dict[str, tuple[Rule, ...]]:
        """Read the rules of every stance; one with `none` has none."""
        stances: Mapping[str, Any] = content.get("stances") or {}
        words = {name: tuple(listed) for name, listed in (content.get("words") or {}).items()}
        self.complete("stances", stances, STANCES)
        return {
            stance: () if isinstance(rules, dict) and "none" in rules else self.rules(f"stances.{stance}", rules, words)
            for stance, rules in stances.items()
        }

    def complete(self, place: str, given: Mapping[str, Any], wanted: Sequence[str]) -> None:
        """Fail where a label has no entry, or an entry no label."""
        for label in sorted(set(given) ^ set(wanted)):
            fault = "has no entry" if label in wanted else "is no label of ours"
            raise self._fault(place, f"{label!r} {fault}")

    def rules(self, place: str, items: Any, words: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Rule, ...]:
        """Read the rules of one label; the last must hold for all that is left."""
        if not isinstance(items, list) or not items:
            raise self._fault(place, "needs a list of rules")
        rules = tuple(self._rule(f"{place}[{at}]", item, words or {}) for at, item in enumerate(items))
        if rules[-1].when or rules[-1].words:
            raise self._fault(place, "the last rule must have no condition")
        return rules

    def _rule(self, place: str, item: Any, words: Mapping[str, tuple[str, ...]] | None = None) -> Rule:
        if not isinstance(item, dict):
            raise self._fault(place, "a rule is a mapping")
        codes = {name: code for name, code in item.items() if name not in _NOT_CODES}
        if not codes and not item.get("why"):
            raise self._fault(place, "a rule has codes or says why it has none")
        for name, code in codes.items():
            self._known(place, name, code, codes)
        if "words" in item and item["words"] not in (words or {}):
            raise self._fault(f"{place}.words", f"{item['words']!r} is no list of words")
        when = {name: self._values(f"{place}.when.{name}", name, given) for name, given in item.get("when", {}).items()}
        return Rule(
            when={name: frozenset(values) for name, values in when.items()},
            codes=codes,
            sides=self._values(f"{place}.sides", "by", item["sides"]) if "sides" in item else (),
            words=(words or {})[item["words"]] if "words" in item else (),
            why=item.get("why", ""),
        )

    def _known(self, place: str, name: str, code: Code, codes: Mapping[str, Code]) -> None:
        upper = codes.get(self.vocabulary.within.get(name, ""))
        if not self.vocabulary.has(name, code, upper):
            below = f" of {upper}" if upper is not None else ""
            raise self._fault(f"{place}.{name}", f"{code!r} is no code of {self.vocabulary.scheme} {name}{below}")

    def _values(self, place: str, name: str, given: Any) -> tuple[str, ...]:
        values = tuple(given) if isinstance(given, list) else (given,)
        if name not in self.conditions:
            raise self._fault(place, f"{name!r} is no condition")
        for value in values:
            if value not in self.conditions[name]:
                raise self._fault(place, f"{value!r} is no value of {name}")
        return values

    def _precisions(self, crosswalk: Crosswalk) -> None:
        codes = [(f"dates.{name}", name, code) for name, rows in crosswalk.dates.items() for _, code in rows]
        for name, by_precision in crosswalk.places.items():
            codes += [(f"places.{name}", name, code) for code in by_precision.values()]
            codes += [("near", name, crosswalk.near)] if crosswalk.near is not None else []
        for place, name, code in codes:
            self._known(place, name, code, {})
        for name in sorted(set(crosswalk.needs) - set(crosswalk.dates) - set(crosswalk.places)):
            raise self._fault(f"needs.{name}", "nothing gives it")

    def _fault(self, place: str, fault: str) -> FormatError:
        return FormatError(f"{self.file}: {place}: {fault}", advice=_ADVICE)


def read_conditions(file: str, content: Mapping[str, Any], actor_types: Vocabulary) -> Conditions:
    """Read what rules may ask; FormatError names a side that has no ACLED actor type and a kind that has no side."""
    try:
        conditions = Conditions(
            words={name: tuple(fold(word) for word in words) for name, words in content["words"].items()},
            sides=content["sides"],
            perpetrators=content["perpetrators"],
            armed=frozenset(content["armed"]),
            targets=content["targets"],
            uncounted=content["uncounted"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise FormatError(f"{file}: {error!r}", advice=_ADVICE) from error
    faults = [
        f"sides.{side}: {code} is no actor type"
        for side, code in conditions.sides.items()
        if not actor_types.has("actor_type", code)
    ]
    faults += [
        f"perpetrators: {kind!r} has no side" for kind in get_args(ActorKind) if kind not in conditions.perpetrators
    ]
    faults += [
        f"{side!r} is no side"
        for side in (*conditions.perpetrators.values(), *conditions.targets.values())
        if side not in conditions.sides
    ]
    faults += [f"uncounted: {status!r} has no reason" for status in STATUSES if status not in conditions.uncounted]
    for fault in faults:
        raise FormatError(f"{file}: {fault}", advice=_ADVICE)
    return conditions
