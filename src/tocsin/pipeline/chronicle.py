"""An incident through time: what it was as of any day, and how it came to be what it is."""

import datetime as dt
from dataclasses import dataclass, replace

from tocsin.errors import NotFoundError
from tocsin.model import History, Incident, Judgement, Responsibility
from tocsin.pipeline.judged_before import mentions_of
from tocsin.pipeline.settling import Coder
from tocsin.reconcile.account import accounts_of, up_to
from tocsin.reconcile.clashes import Pairs, clashes
from tocsin.reconcile.histories import history
from tocsin.reconcile.incidents import build_incident
from tocsin.reconcile.judgements import most_of, standing
from tocsin.reconcile.reviews import review
from tocsin.store.interface import View


@dataclass(frozen=True, slots=True)
class Chronicle:
    """An incident as of a day (None: now) and its history until then.

    `days` are the days of all its dated reports, later ones too. `conflicts` are the entries of each field, by index,
    that can't both be right.
    """

    incident: Incident
    history: History
    days: tuple[dt.date, ...]
    as_of: dt.date | None
    conflicts: dict[str, Pairs]

    @property
    def responsibility(self) -> Responsibility | None:
        """Who is held responsible, None where no report says."""
        return self.history.attribution[-1] if self.history.attribution else None


def chronicle(view: View, incident_id: str, day: dt.date | None = None, code: Coder = lambda _: ()) -> Chronicle:
    """Return an incident as it is, or as the reports up to a day make it, that day included, with its history.

    Which reports are of one incident is today's judgement; what people accepted, rejected or corrected counts from the
    day on which they did. NotFoundError where the store holds no such incident, or no report told of it by that day.
    `code` codes what it was as of a day.
    """
    present = view.incident(incident_id)
    reports = {report.id: report for report in view.heads(present.reports)}
    accounts = accounts_of(view.mentions(present.mentions), reports, view.statements_about(present.id))
    days = tuple(sorted({report.published for report in reports.values() if report.published}))
    if day is None:
        return Chronicle(present, history(accounts), days, None, clashes(present))
    told = up_to(accounts, day)
    if not told:
        first = f"the first is of {days[0]}" if days else "none of its reports is dated"
        raise NotFoundError(f"no report told of {present.id} by {day}", advice=first)
    built = replace(review(build_incident(told), _verdicts(view, present, day)), id=present.id)
    incident = replace(built, codings=code(built))
    return Chronicle(incident, history(told), days, day, clashes(incident))


def _verdicts(view: View, present: Incident, day: dt.date) -> tuple[Judgement, ...]:
    """Return the verdicts on an incident that people had given by a day."""
    given = standing(each for each in view.judgements(present.mentions) if each.at.date() <= day)
    owner = view.incident_ids(mentions_of(given))
    return tuple(
        each
        for each in given
        if each.verdict not in {"same", "different"}
        and (there := [name for name in each.subjects if name in owner])
        and most_of(there, owner.__getitem__) == present.id
        and (each.level == "incident" or len(present.mentions) == 1)
    )
