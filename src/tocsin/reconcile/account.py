"""One report's account of an incident: the mention and the report that makes it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.model import Mention, Report, Statement
from tocsin.model.vocabulary import Stance

RESPONSIBLE: frozenset[Stance] = frozenset({"claim", "deny", "accuse"})
"""The stances of statements that say who is responsible."""


@dataclass(frozen=True, slots=True)
class Account:
    """A mention with its report, whose body may be left out, and what is said in it on who is responsible."""

    mention: Mention
    report: Report
    said: tuple[Statement, ...] = ()


def accounts_of(
    mentions: Iterable[Mention], reports: Mapping[str, Report], statements: Iterable[Statement] = ()
) -> tuple[Account, ...]:
    """Return the accounts of these mentions whose report is at hand, with the statements about them."""
    said: dict[str, list[Statement]] = {}
    for each in statements:
        if each.stance in RESPONSIBLE and each.about is not None:
            said.setdefault(each.about, []).append(each)
    return tuple(
        Account(mention, replace(reports[mention.report], body=""), tuple(said.get(mention.id, ())))
        for mention in mentions
        if mention.report in reports
    )


def order(account: Account) -> tuple[dt.date, str, str]:
    """Return what accounts are put in order by: day of publication (undated last), report, mention."""
    return account.report.published or dt.date.max, account.report.id, account.mention.id


def up_to(accounts: Sequence[Account], day: dt.date) -> tuple[Account, ...]:
    """Return the accounts that reports up to a day make, that day included; undated ones come after all others."""
    days = [account.report.published for account in accounts]
    whole = all(each is None or each <= day for each in days)
    return tuple(
        account for account, each in zip(accounts, days, strict=True) if (whole if each is None else each <= day)
    )
