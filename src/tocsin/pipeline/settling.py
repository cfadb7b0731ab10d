"""Settles which incidents the stored mentions tell of, as far as a changed report reaches."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from tocsin.model import Coding, Component, Incident, Judgement, Mention, Report
from tocsin.reconcile.account import RESPONSIBLE, Account, accounts_of
from tocsin.reconcile.blocking import block
from tocsin.reconcile.cluster import groups
from tocsin.reconcile.incidents import build_incident
from tocsin.reconcile.judgements import bindings
from tocsin.reconcile.reviews import assign, review
from tocsin.reconcile.similarity import SAME, WEIGHTS, score
from tocsin.store import Link, MentionKeys, StoredMention, Writer

RECONCILER = Component("reconcile", "2", json.dumps([SAME, WEIGHTS], sort_keys=True))
"""What joins mentions; its version goes up whenever other mentions would be joined or incidents built otherwise."""

Coder = Callable[[Incident], tuple[Coding, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of incidents: each one put with those that its mentions belonged to until then, and those dropped."""

    put: dict[str, frozenset[str]] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


NOTHING = Settled()


def account_of(mention: Mention, report: Report) -> Account:
    """Return what is compared: whose copy a report is doesn't count here, for that changes as others come in."""
    return Account(mention, replace(report, body="", twin_of=None))


def keys_of(account: Account) -> MentionKeys:
    """Return what the store finds a mention by."""
    found = block(account)
    return MentionKeys(
        own=found.own,
        start=found.start,
        end=found.end,
        brief=found.brief,
        country=found.country,
        place=found.place,
    )


def link(writer: Writer, account: Account) -> Iterator[Link]:
    """Yield the links of one mention to all stored ones that it may tell of the same incident with."""
    # Asked for each mention apart: together, a mention would also meet what only its neighbours' keys lead to,
    # and what is compared would depend on which report came first.
    for found in writer.candidates([keys_of(account)]):
        if found.mention.id != account.mention.id:
            first, second = sorted((account, account_of(found.mention, found.report)), key=lambda each: each.mention.id)
            agreement = score(first, second)
            if agreement >= SAME:
                yield Link(first.mention.id, second.mention.id, agreement)


def settle(
    writer: Writer, old: Iterable[Incident], seeds: Collection[str], fresh: Collection[str], code: Coder
) -> Settled:
    """Group anew what is reachable from the mentions `seeds`, and put or drop incidents to match.

    `old` are incidents that mentions may have left. `fresh` names the reports whose mentions or originals changed:
    an incident without any of them, whose mentions stay together, stays as it is.
    """
    stored, links = writer.linked(seeds)
    ids = [each.mention.id for each in stored]
    held = {incident.id: incident for incident in (*old, *writer.incidents_of(ids))}
    owner = {mention: incident.id for incident in held.values() for mention in incident.mentions}
    twins = {each.report.id: each.report.twin_of for each in stored if each.report.twin_of}
    put: dict[str, frozenset[str]] = {}
    kept: set[str] = set()
    for accounts, verdicts in _groups(writer, stored, links):
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
    writer: Writer, stored: Iterable[StoredMention], links: Iterable[Link]
) -> Iterator[tuple[tuple[Account, ...], tuple[Judgement, ...]]]:
    """Yield the groups, each with the judgements that hold for it."""
    accounts = [account_of(each.mention, each.report) for each in stored]
    judged = writer.judgements([account.mention.id for account in accounts])
    alone = bindings(judged).alone
    kept = [(link.first, link.second, link.score) for link in links if alone.isdisjoint((link.first, link.second))]
    found = groups(accounts, kept, judged)
    yield from zip(found, assign(found, judged), strict=True)


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
