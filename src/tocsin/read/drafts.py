"""A draft: what one sentence tells of one act, before it is joined with what other sentences tell of it."""

from dataclasses import dataclass

from tocsin.model import Perpetrator, Quantity, Target, Timex, Toponym, Weapon
from tocsin.model.vocabulary import Scope, Status
from tocsin.read.document import Sentence
from tocsin.read.phrases import Phrase
from tocsin.read.triggers import Trigger


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
    """A weapon of one sentence and the kind of act that it points to."""

    weapon: Weapon
    kind: str
    first: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of killed, injured, abducted or detained, as one sentence gives it."""

    effect: str
    quantity: Quantity
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is told of one act; `kinds` are votes (kind, weight)."""

    triggers: tuple[Trigger, ...]
    sentences: tuple[Sentence, ...]
    family: str
    status: Status
    scope: Scope = "background"
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
