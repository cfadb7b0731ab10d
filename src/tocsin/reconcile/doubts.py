"""What speaks against two accounts being one, whatever their words: rules that the training reports can't teach.

Those are all of shootings in one country. In a war, reports of two attacks share most of their words, and the reader
takes a wrong day or place now and then. So these are doubts, each worth so much against, and not vetoes.
"""

from collections.abc import Mapping
from typing import Literal

from tocsin.model import Toponym
from tocsin.reconcile import places
from tocsin.reconcile.evidence import Side, days_between, streets
from tocsin.reconcile.sketch import CLASSES, country_words, place_words

Doubt = Literal["days", "years", "place", "country", "streets", "words"]

WEIGHTS: Mapping[Doubt, float] = {
    "days": 3.0,
    "years": 4.0,
    "place": 2.0,
    "country": 3.0,
    "streets": 4.0,
    "words": 3.0,
}
"""The log-odds that each doubt takes away, set by hand."""
SLIP = 3
"""Reports of news may differ by so many days on when it was."""
LONG_AGO = 400
"""News isn't what lies so many days back."""
LITTLE = 5.0
"""What two accounts share must be this rare in all, in words and titles and without names of place and country."""
SURE = 0.9
"""How sure the resolver must be of both places."""


def doubts(a: Side, b: Side) -> tuple[Doubt, ...]:
    """Return the doubts about two accounts; symmetric."""
    found: list[Doubt] = []
    gap = days_between(a.days, b.days)
    news = a.fresh and b.fresh
    if news_apart(a, b):
        found.append("days")
    elif gap > LONG_AGO and (a.fresh or b.fresh) and a.days.stated and b.days.stated:
        found.append("years")
    one, other = a.account.mention.place, b.account.mention.place
    if one and other and _sure(one) and _sure(other) and places.apart(one, other):
        if news:
            found.append("place")
        if one.country and other.country and one.country != other.country:
            found.append("country")
    if news and streets(a, b) < 0:
        found.append("streets")
    if _shared(a, b) < LITTLE:
        found.append("words")
    return tuple(found)


def news_apart(a: Side, b: Side) -> bool:
    """Say whether both are news, and days apart by what they tell as well as by when they were published."""
    gap = days_between(a.days, b.days)
    return a.fresh and b.fresh and gap > SLIP and _published_apart(a, b)


def _shared(a: Side, b: Side) -> float:
    named = place_words(a.account.mention) | place_words(b.account.mention) | country_words()
    return sum(
        ours[term]
        for sort, ours, theirs in zip(CLASSES, a.terms, b.terms, strict=True)
        if sort in {"words", "title"}
        for term in (ours.keys() & theirs.keys()) - named
    )


def _published_apart(a: Side, b: Side) -> bool:
    one, other = a.account.report.published, b.account.report.published
    return one is None or other is None or abs((one - other).days) > SLIP


def _sure(place: Toponym) -> bool:
    return place.confidence is None or place.confidence >= SURE
