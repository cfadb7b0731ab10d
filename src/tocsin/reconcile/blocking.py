"""What an account's fellow accounts are found by: days, country and place."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from tocsin.model import Toponym
from tocsin.ontology import fold
from tocsin.reconcile.account import Account
from tocsin.reconcile.windows import window

_BRIEF_DAYS = 45
_AREAS = frozenset({"country", "region"})


@dataclass(frozen=True, slots=True)
class Block:
    """The keys of an account; two accounts that `similarity.score` may join by day and country, or place, share them.

    `own` is the incident id that the mention alone would found. The days run from `start` to `end`, both included,
    slack added, None where open; `brief` says that they are few enough to search by. `country` is ISO 3166 alpha-2.
    `place` is a gazetteer id, or a folded name; countries and regions are too large to be one.
    """

    own: str
    start: dt.date | None = None
    end: dt.date | None = None
    brief: bool = False
    country: str | None = None
    place: str | None = None


def block(account: Account) -> Block:
    """Return the account's keys."""
    days = window(account)
    start, end = days.widened
    place = account.mention.place
    return Block(
        own=own_id(account.mention.id),
        start=start,
        end=end,
        brief=days.days is not None and days.days <= _BRIEF_DAYS,
        country=place.country if place else None,
        place=_place_key(place),
    )


def own_id(mention_id: str) -> str:
    """Return the id of the incident that a mention founds."""
    return "inc-" + hashlib.sha256(mention_id.encode()).hexdigest()[:12]


def _place_key(place: Toponym | None) -> str | None:
    if place is None or place.precision in _AREAS:
        return None
    return place.place or fold(place.name) or None
