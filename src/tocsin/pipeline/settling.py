"""Settles which incidents the stored mentions tell of, as far as a changed report reaches."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tocsin.model import Coding, Incident, Judgement
from tocsin.pipeline.linking import account_of, completed
from tocsin.reconcile.account import RESPONSIBLE, Account, accounts_of
from tocsin.reconcile.cluster import groups
from tocsin.reconcile.incidents import build_incident
from tocsin.reconcile.judgements import bindings
from tocsin.reconcile.reviews import assign, review
from tocsin.reconcile.similarity import SAME
from tocsin.store import Link, StoredMention, Writer

WHOLE = 60
"""An incident of so many accounts is taken as it is when others are grouped; only judgements part it."""
FARTHEST = 500
"""From so many mentions on, links lead no further."""

Coder = Callable[[Incident], tuple[Coding, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of incidents: each one put with those that its mentions belonged to until then, and those dropped."""

    put: dict[str, frozenset[str]] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


NOTHING = Settled()


def settle(
    writer: Writer, old: Iterable[Incident], seeds: Collection[str], fresh: Collection[str], code: Coder
) -> Settled:
    """Group anew what is reachable from the mentions `seeds`, and put or drop incidents to match.

    `old` are incidents that mentions may have left. `fresh` names the reports whose mentions or originals changed:
    an incident without any of them, whose mentions stay together, stays as it is.
    """
    stored, links = writer.linked(seeds, SAME, FARTHEST)
    ids = [each.mention.id for each in stored]
    held = {incident.id: incident for incident in (*old, *writer.incidents_of(ids))}
    owner = {mention: incident.id for incident in held.values() for mention in incident.mentions}
    twins = {each.report.id: each.report.twin_of for each in stored if each.report.twin_of}
    put: dict[str, frozenset[str]] = {}
    kept: set[str] = set()
    for accounts, verdicts in _groups(writer, stored, links, _whole(held.values(), seeds)):
        names = {account.mention.id for account in accounts}
        before = frozenset(owner[name] for name in names if name in owner)
        if _unchanged(accounts, before, held, fresh):
            kept |= before
            continue
        own_twins = {account.report.id: twins[account.report.id] for account in accounts if account.report.id in twins}
        incident = review(build_incident(_with_said(writer, accounts), twins=own_twins), verdicts)
        writer.put_incidents([replace(incident, codings=code(incident))])
        put[incident.id] = before
    dropped = held.keys() - kept - put.keys()
    writer.drop_incidents(dropped)
    return Settled(put, frozenset(dropped))


def _groups(
    writer: Writer, stored: Sequence[StoredMention], links: Iterable[Link], whole: Iterable[Iterable[str]]
) -> Iterator[tuple[tuple[Account, ...], tuple[Judgement, ...]]]:
    """Yield the groups, each with the judgements that hold for it."""
    accounts = [account_of(each.mention, each.report) for each in stored]
    judged = writer.judgements([account.mention.id for account in accounts])
    alone = bindings(judged).alone
    kept = [link for link in completed(stored, links) if alone.isdisjoint(link[:2])]
    found = groups(accounts, kept, judged, whole)
    yield from zip(found, assign(found, judged), strict=True)


def _whole(incidents: Iterable[Incident], seeds: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield the mentions of the incidents that stay as they are, but for those that are to be grouped anew."""
    for incident in incidents:
        if len(incident.mentions) >= WHOLE:
            yield tuple(name for name in incident.mentions if name not in seeds)


def _with_said(writer: Writer, accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Give each account what is said in its report on who is responsible."""
    mentions = {account.mention.id: account.mention for account in accounts}
    reports = {account.report.id: account.report for account in accounts}
    return accounts_of(mentions.values(), reports, writer.statements_about(mentions, RESPONSIBLE))


def _unchanged(
    accounts: Iterable[Account], before: frozenset[str], held: dict[str, Incident], fresh: Collection[str]
) -> bool:
    if len(before) != 1 or any(account.report.id in fresh for account in accounts):
        return False
    (incident_id,) = before
    return set(held[incident_id].mentions) == {account.mention.id for account in accounts}
