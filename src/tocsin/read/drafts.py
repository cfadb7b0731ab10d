"""A draft: what one sentence tells of one act, before it is joined with what other sentences tell of it."""

import dataclasses
from dataclasses import dataclass

from tocsin.model import Perpetrator, Quantity, Target, Timex, Toponym, Weapon
from tocsin.model.vocabulary import Status
from tocsin.read.document import Sentence
from tocsin.read.phrases import Phrase
from tocsin.read.triggers import Trigger

OPEN_KINDS = frozenset({"generic", "killing", "raid", "seizure"})
"""Kinds that say what was done only together with weapons, actors and targets."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A phrase held responsible in one sentence."""

    perpetrator: Perpetrator
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Patient:
    """A phrase acted upon in one sentence."""

    target: Target
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Armed:
    """A weapon of one sentence, the kind of act that it points to, and the index of its first token."""

    weapon: Weapon
    kind: str
    first: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of killed, injured, abducted or detained: `head` is what is counted, `trigger` the token that says it.

    `revised`: told as the newest state of the count, which earlier figures give way to. `more`: counted beside others
    told of before ("two other suspects", "they also detained four men").
    """

    effect: str
    quantity: Quantity
    sentence: int
    head: str = ""
    trigger: int = -1
    definite: bool = False
    revised: bool = False
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is told of one act; `kinds` are votes (kind, weight).

    `definite`: told as known already ("the attack"); `another`: set apart from what was told before; `vague`: one of
    many or without any detail ("attacks on civilians"); `allusive`: only refers to an act ("the violence", a charge).
    """

    triggers: tuple[Trigger, ...]
    sentences: tuple[Sentence, ...]
    family: str
    status: Status
    kinds: tuple[tuple[str, float], ...] = ()
    agents: tuple[Agent, ...] = ()
    patients: tuple[Patient, ...] = ()
    weapons: tuple[Armed, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Toponym, ...] = ()
    definite: bool = False
    another: bool = False
    plural: bool = False
    vague: bool = False
    allusive: bool = False
    accident: bool = False
    lead: bool = False

    @property
    def trigger(self) -> Trigger:
        """The first trigger, an act where there is one."""
        return next((t for t in self.triggers if t.role == "act"), self.triggers[0])

    @property
    def harm_only(self) -> bool:
        """Whether only harm is told, not the act that did it."""
        return all(t.role == "harm" for t in self.triggers) and not any(armed.kind for armed in self.weapons)

    @property
    def time(self) -> Timex | None:
        """The first time that is resolved, else the first."""
        return next((t for t in self.times if t.start or t.end), self.times[0] if self.times else None)

    @property
    def strong_kinds(self) -> dict[str, float]:
        """The votes for kinds that say what was done."""
        votes: dict[str, float] = {}
        for kind, weight in self.kinds:
            if kind not in OPEN_KINDS:
                votes[kind] = votes.get(kind, 0.0) + weight
        return votes


def merge(known: Draft, new: Draft) -> Draft:
    """Return one draft with what both tell; the first one's words lead."""
    real = known.status
    if (
        (real == "occurred" and new.status in {"attempted", "foiled"} and not known.harm_only)
        or known.harm_only
        or known.allusive
    ):
        real = new.status
    return dataclasses.replace(
        known,
        triggers=known.triggers + new.triggers,
        sentences=known.sentences + tuple(s for s in new.sentences if s not in known.sentences),
        family=new.family if known.harm_only else known.family,
        status=real,
        kinds=known.kinds + new.kinds,
        agents=known.agents + _new(known.agents, new.agents),
        patients=known.patients + new.patients,
        weapons=known.weapons + tuple(w for w in new.weapons if w not in known.weapons),
        figures=known.figures + tuple(f for f in new.figures if f not in known.figures),
        times=known.times + tuple(t for t in new.times if t not in known.times),
        places=known.places + tuple(p for p in new.places if p not in known.places),
        definite=known.definite and new.definite,
        another=known.another or (new.another and known.sentences == new.sentences),
        plural=known.plural and new.plural,
        vague=known.vague and new.vague,
        allusive=known.allusive and new.allusive,
        accident=known.accident or new.accident,
        lead=known.lead or new.lead,
    )


def _new(known: tuple[Agent, ...], new: tuple[Agent, ...]) -> tuple[Agent, ...]:
    heads = {(a.phrase.head.i, a.perpetrator.attribution) for a in known}
    return tuple(a for a in new if (a.phrase.head.i, a.perpetrator.attribution) not in heads)
