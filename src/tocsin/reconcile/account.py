"""One report's account of an incident: the mention and the report that makes it."""

import datetime as dt
from dataclasses import dataclass

from tocsin.model import Mention, Report


@dataclass(frozen=True, slots=True)
class Account:
    """A mention with its report, whose body may be left out."""

    mention: Mention
    report: Report


def order(account: Account) -> tuple[dt.date, str, str]:
    """Return what accounts are put in order by: day of publication (undated last), report, mention."""
    return account.report.published or dt.date.max, account.report.id, account.mention.id
