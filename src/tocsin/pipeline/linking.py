"""Links of a report's mentions to stored ones: what each is found by, and how well those found agree with it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import sqrt

from tocsin.model import Component, Mention, Report, from_json, to_json
from tocsin.reconcile import doubts
from tocsin.reconcile.account import Account
from tocsin.reconcile.blocking import CROWD, MOST_ALIKE, block, terms
from tocsin.reconcile.cluster import MOST_COMPARED
from tocsin.reconcile.evidence import Side
from tocsin.reconcile.profile import Profile, profile
from tocsin.reconcile.similarity import KEPT, SAME, digest, scores, side
from tocsin.store import Link, MentionKeys, Reach, StoredMention, Writer

RECONCILER = Component("reconcile", "3", json.dumps([SAME, KEPT, doubts.WEIGHTS, digest()]))
"""What joins mentions; its version goes up whenever other mentions would be joined or incidents built otherwise."""

_REACH = Reach(alike=MOST_ALIKE, crowd=CROWD, fellows=MOST_COMPARED)


def account_of(mention: Mention, report: Report) -> Account:
    """Return what is compared: whose copy a report is doesn't count here, for that changes as others come in."""
    return Account(mention, replace(report, body="", twin_of=None))


def profiles_of(mentions: Sequence[Mention], report: Report) -> tuple[Profile, ...]:
    """Return the profile of each mention of a reading; the report has its body."""
    return tuple(profile(mention, report, mentions) for mention in mentions)


def keys_of(account: Account, held: Profile) -> MentionKeys:
    """Return what the store finds a mention by."""
    found = block(account)
    rare = terms(held)
    norm = sqrt(sum(weight * weight for weight in rare.values())) or 1.0
    return MentionKeys(
        own=found.own,
        start=found.start,
        end=found.end,
        brief=found.brief,
        place=found.place,
        terms={term: round(weight * weight / norm, 4) for term, weight in rare.items()},
        profile=to_json(held),
    )


def side_of(stored: StoredMention) -> Side:
    """Return a stored mention ready to be compared; without a profile, what its sentences say must do."""
    account = account_of(stored.mention, stored.report)
    held = from_json(stored.profile, Profile) if stored.profile else profile(stored.mention, stored.report)
    return side(account, held)


def link(writer: Writer, account: Account, keys: MentionKeys, held: Profile) -> Iterator[Link]:
    """Yield the links of one mention to the stored ones that may tell of the same incident."""
    own = side(account, held)
    others = [side_of(each) for each in writer.candidates(keys, _REACH) if each.mention.report != account.report.id]
    for other, score in zip(others, scores([(own, other) for other in others]), strict=True):
        if score >= KEPT:
            first, second = sorted((account.mention.id, other.account.mention.id))
            yield Link(first, second, score)


def completed(stored: Sequence[StoredMention], links: Iterable[Link]) -> list[tuple[str, str, float]]:
    """Return links as scored pairs, with those that blocking didn't bring together where they are few.

    So the groups don't depend on which of several accounts came first and was compared with which.
    """
    known = {(each.first, each.second): each.score for each in links}
    if len(stored) <= MOST_COMPARED:
        sides = {each.mention.id: side_of(each) for each in stored}
        left = [pair for pair in combinations(sorted(sides), 2) if pair not in known]
        known.update(zip(left, scores([(sides[one], sides[other]) for one, other in left]), strict=True))
    return [(one, other, score) for (one, other), score in sorted(known.items()) if score >= KEPT]
