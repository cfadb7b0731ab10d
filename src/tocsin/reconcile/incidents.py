"""The incident that a group of accounts makes: every field a ledger."""

from collections.abc import Mapping, Sequence

from tocsin.model import Incident
from tocsin.model.vocabulary import COUNTED
from tocsin.reconcile.account import Account, order
from tocsin.reconcile.attributions import attribution_history
from tocsin.reconcile.blocking import own_id
from tocsin.reconcile.fields import KIND, PLACE, STATUS, TARGETS, TIME, WEAPONS
from tocsin.reconcile.figures import figure_ledger
from tocsin.reconcile.titles import compose
from tocsin.reconcile.voices import voices

_NO_TWINS: Mapping[str, str] = {}


def build_incident(accounts: Sequence[Account], twins: Mapping[str, str] = _NO_TWINS) -> Incident:
    """Build the incident of one group, whatever its order; its id is the one that its earliest account founds.

    `twins` leads from the report id of a syndicated copy to its original's: both are listed, and count as one voice.
    Codings are left empty, and confidence is that of the surest account. Raises ValueError for no accounts.
    """
    if not accounts:
        raise ValueError("an incident needs at least one account")
    members = sorted(accounts, key=order)
    heard = voices(members, twins)
    kind, status = KIND.ledger(members, heard), STATUS.ledger(members, heard)
    place, targets, weapons = (
        PLACE.ledger(members, heard),
        TARGETS.ledger(members, heard),
        WEAPONS.ledger(members, heard),
    )
    attributions = attribution_history(members, twins)
    news = any(account.mention.scope == "headline" for account in members)
    published_kind, published_status = kind.value or "other_violence", status.value or "alleged"
    return Incident(
        id=own_id(members[0].mention.id),
        title=compose(
            published_kind,
            published_status,
            place=place.value,
            targets=targets,
            weapons=weapons,
            attributions=attributions,
        ),
        mentions=tuple(account.mention.id for account in members),
        reports=tuple(dict.fromkeys(account.report.id for account in members)),
        counted=news and published_status in COUNTED,
        kind=kind,
        status=status,
        scope="headline" if news else "background",
        time=TIME.ledger(members, heard),
        place=place,
        killed=figure_ledger(members, heard, "killed"),
        injured=figure_ledger(members, heard, "injured"),
        abducted=figure_ledger(members, heard, "abducted"),
        detained=figure_ledger(members, heard, "detained"),
        targets=targets,
        weapons=weapons,
        attributions=attributions,
        confidence=max((c for account in members if (c := account.mention.confidence) is not None), default=None),
    )
