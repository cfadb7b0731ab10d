"""All that an incident's page shows: each fact beside the words that it rests on, and what the reports add."""

import datetime as dt
from dataclasses import dataclass

from tocsin.model import Coding, Incident
from tocsin.pipeline.tally_check import Comparison
from tocsin.serve.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as others cite it."""

    id: str
    outlet: str
    title: str
    published: str
    copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One value of a fact, who gives it, and the sentences that say so.

    `says` is whom the reports have it from, `against` the values that it can't be right beside.
    """

    text: str
    note: str
    published: bool
    says: str
    against: tuple[str, ...]
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a fact became on a day, by which rule, and the report that moved it."""

    text: str
    day: str
    rule: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A field of the incident: `value` in words, the rule that chose it, every account of it, and its history.

    `span` is the lowest and highest figure where reports differ on one, "6–9".
    """

    key: str
    label: str
    value: str
    span: str
    rule: str
    conflict: bool
    accounts: tuple[Account, ...]
    history: tuple[Moved, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """The published values, each once."""
        return tuple(dict.fromkeys(account.text for account in self.accounts if account.published))

    @property
    def said(self) -> bool:
        """Whether any report says it."""
        return bool(self.accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An attribution: who, held responsible how and by whom, as of when, in which words, and whether it stands."""

    actor: str
    named: bool
    state: str
    how: str
    as_of: str
    stands: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day on which it changed who was held responsible: the state from then on, and what was new."""

    day: str
    state: str
    new: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement in words; `here` says whether it is about this incident, `label` is what the speaker calls it.

    `code` is its type in PLOVER, "ACCUSE / disapprove", "" where it has none.
    """

    speaker: str
    office: str
    speaking_for: str
    stance: str
    label: str
    about: str
    here: bool
    code: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A tally or relation in words, the sentences that hold it, and the record beside a tally."""

    text: str
    passages: tuple[Passage, ...]
    compared: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The whole page of one incident, now or as of a day; `days` are those of all its reports."""

    incident: Incident
    as_of: dt.date | None
    days: tuple[dt.date, ...]
    family: str
    facts: tuple[Fact, ...]
    held: tuple[Held, ...]
    by_whom: tuple[Held, ...]
    turns: tuple[Turn, ...]
    statements: tuple[Said, ...]
    other_statements: tuple[Said, ...]
    tallies: tuple[Read, ...]
    relations: tuple[Read, ...]
    codings: tuple[Coding, ...]
    sources: tuple[Source, ...]

    def fact(self, key: str) -> Fact:
        """Return the fact of that key."""
        return next(fact for fact in self.facts if fact.key == key)
