"""Who was held responsible, by whom, and as of when: the history that the reports give."""

from collections.abc import Iterator, Mapping, Sequence

from tocsin.model import Attribution
from tocsin.reconcile import actors
from tocsin.reconcile.account import Account


def attribution_history(accounts: Sequence[Account], twins: Mapping[str, str]) -> tuple[Attribution, ...]:
    """Return each account's attributions as of its report's day, in the order of accounts.

    A report says each once; a copy whose original is among the accounts says nothing new.
    """
    reports = {account.report.id for account in accounts}
    return tuple(
        held
        for account in accounts
        if (twins.get(account.report.id) or account.report.twin_of) not in reports
        for held in _of(account)
    )


def _of(account: Account) -> Iterator[Attribution]:
    seen: set[tuple[str, str, str | None]] = set()
    for held in account.mention.perpetrators:
        key = (held.attribution, held.actor.actor or actors.key(held.actor), held.attributed_by)
        if key in seen:
            continue
        seen.add(key)
        yield Attribution(
            state=held.attribution,
            actor=held.actor,
            attributed_by=held.attributed_by,
            as_of=account.report.published,
            report=account.report.id,
            mention=account.mention.id,
        )
