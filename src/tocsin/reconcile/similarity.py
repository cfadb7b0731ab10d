"""How likely two accounts tell of one incident: vetoes, then trees that weigh the evidence, then doubts.

The trees and the table of rarities are made by `tocsin train same-incident`; `weights/README.md` is their model card.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from tocsin.learned.trees import Forest
from tocsin.reconcile import evidence as told
from tocsin.reconcile.account import Account
from tocsin.reconcile.doubts import WEIGHTS, doubts, news_apart
from tocsin.reconcile.evidence import Side, evidence
from tocsin.reconcile.kinds import closeness, statuses_fit
from tocsin.reconcile.profile import Profile
from tocsin.reconcile.rarity import Rarity, rarity

SAME = 0.3
"""The mean score from which two groups of accounts are taken for one incident's."""
KEPT = 0.05
"""The least score that is kept."""


class Weights(NamedTuple):
    """What was learnt: trees over the evidence, and how rare terms are."""

    forest: Forest
    rarity: Rarity


_FOLDER = files("tocsin.reconcile") / "weights"


def side(account: Account, profile: Profile, weights: Weights | None = None) -> Side:
    """Return an account made ready to be compared, by the package's weights or others."""
    return told.side(account, profile, (weights or shipped()).rarity)


def score(a: Side, b: Side) -> float:
    """Return 0 (never one incident) to 1; symmetric."""
    return scores([(a, b)])[0]


def scores(pairs: Sequence[tuple[Side, Side]], weights: Weights | None = None) -> list[float]:
    """Return the score of each pair, by the package's weights or others."""
    open_ = [at for at, (a, b) in enumerate(pairs) if vetoed(a, b) is None]
    found = [0.0] * len(pairs)
    odds = (weights or shipped()).forest.log_odds([evidence(*pairs[at]) for at in open_])
    for at, value in zip(open_, odds, strict=True):
        found[at] = as_score(float(value) - sum(WEIGHTS[doubt] for doubt in doubts(*pairs[at])))
    return found


def as_score(log_odds: float) -> float:
    """Return log-odds as a chance, to four digits."""
    return round(1.0 / (1.0 + exp(-max(min(log_odds, 50.0), -50.0))), 4)


def vetoed(a: Side, b: Side) -> str | None:
    """Return why the two can't be one, or None.

    "report": they are one report's, and what it tells of one incident reading has joined already. "kind", "status":
    these exclude each other. "days": both are news and say when it was, on other days.
    """
    one, other = a.account.mention, b.account.mention
    if one.report == other.report:
        return "report"
    if closeness(one.kind, other.kind) == 0.0:
        return "kind"
    if not statuses_fit(one.status, other.status):
        return "status"
    return "days" if a.days.stated and b.days.stated and news_apart(a, b) else None


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """Return the weights that the package holds."""
    made = Forest(json.loads((_FOLDER / "same.json").read_bytes()))
    if made.names != told.NAMES:
        raise ValueError("the weights are of other evidence: `tocsin train same-incident` makes new ones")
    return Weights(made, rarity())


@lru_cache(maxsize=1)
def digest() -> str:
    """Return what tells these weights from others: the start of the SHA-256 of both files."""
    both = b"".join((_FOLDER / name).read_bytes() for name in ("same.json", "rarity.bin"))
    return hashlib.sha256(both).hexdigest()[:12]
