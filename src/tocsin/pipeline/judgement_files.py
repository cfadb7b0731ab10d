"""Judgements out of a store and into another: JSON Lines that are cases for training and testing too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, product
from typing import Any

from tocsin.errors import FormatError
from tocsin.model import FigureLedger, Incident, Judgement, Mention, Report, from_builtins, from_json, to_json
from tocsin.pipeline.judged_before import mentions_of, stand
from tocsin.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One report's account, as a case holds it: its head, the mention, and the sentences that it rests on."""

    report: Report
    mention: Mention
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value that reports gave a corrected field, and who gave it."""

    value: Any
    published: bool
    outlets: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A judgement with all that it was made on.

    `state` is how it stands. `pairs` are ids of mentions and whether they were judged the same, of `same` and
    `different` alone; `accounts` are all mentions that are there. Of a correction, `field` holds the reports' values
    and `incident` the incident that it is about.
    """

    judgement: Judgement
    state: str
    pairs: tuple[tuple[str, str, bool], ...] = ()
    accounts: tuple[Account, ...] = ()
    field: tuple[Value, ...] = ()
    incident: str | None = None


def export(store: Store) -> Iterator[str]:
    """Yield each judgement as a line of JSON, in the order of making, undone and dormant ones included."""
    judgements = store.judgements()
    owner = store.incident_ids(mentions_of(judgements))
    for judgement, standing in stand(store, judgements):
        yield to_json(_case(store, judgement, standing.state, owner))


def _case(store: Store, judgement: Judgement, state: str, owner: dict[str, str]) -> Case:
    mentions = store.mentions((*judgement.subjects, *judgement.others))
    same = judgement.verdict == "same"
    sides = product(judgement.subjects, judgement.others)
    incident = next((owner[name] for name in judgement.subjects if name in owner), None)
    corrected = judgement.correction is not None and incident is not None
    return Case(
        judgement=judgement,
        state=state,
        pairs=tuple((one, other, same) for one, other in sides),
        accounts=tuple(_accounts(store, mentions)),
        field=_values(store.incident(incident or ""), judgement) if corrected else (),
        incident=incident,
    )


def _accounts(store: Store, mentions: Iterable[Mention]) -> Iterator[Account]:
    for report_id, told in groupby(mentions, lambda mention: mention.report):
        head = replace(store.report(report_id), body="")
        for mention in told:
            text = " ".join(span.text for span in mention.evidence or (mention.trigger,))
            yield Account(report=head, mention=mention, text=text)


def _values(incident: Incident, judgement: Judgement) -> tuple[Value, ...]:
    ledger: Any = getattr(incident, judgement.correction.field, None) if judgement.correction else None
    if isinstance(ledger, FigureLedger):
        ledger = ledger.ledger
    return tuple(
        Value(
            value=entry.value,
            published=number == ledger.published,
            outlets=entry.outlets,
            text=tuple(dict.fromkeys(span.text for span in entry.spans)),
        )
        for number, entry in enumerate(getattr(ledger, "entries", ()))
    )


def read_lines(lines: Iterable[str], name: str) -> tuple[Judgement, ...]:
    """Return the judgements of a file that `export` wrote. FormatError names the line that isn't one."""
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(from_builtins(from_json(line, dict[str, Any])["judgement"], Judgement))
            except (FormatError, KeyError) as error:
                what = "it holds no judgement" if isinstance(error, KeyError) else error.message
                advice = "give a file that `tocsin judgements export` wrote"
                raise FormatError(f"{name}, line {number}: {what}", advice=advice) from error
    return tuple(found)
