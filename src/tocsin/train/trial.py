"""How well reports are grouped by weights that were learnt without them."""

import hashlib
from collections.abc import Sequence

from tocsin.evaluate.reconciling import Grade, b_cubed
from tocsin.learned.trees import Forest
from tocsin.reconcile.account import Account
from tocsin.reconcile.batch import cluster
from tocsin.reconcile.profile import profile
from tocsin.reconcile.rarity import Rarity
from tocsin.reconcile.similarity import Weights
from tocsin.reconcile.sketch import Sketch
from tocsin.train.same_incident import learn


def trial(
    accounts: Sequence[Account],
    incidents: Sequence[str],
    backgrounds: Sequence[Sequence[Sketch]],
    folds: int,
    seed: int = 7,
) -> Grade:
    """Return the B-cubed grade over all folds, each grouped by what the others taught.

    Whole incidents are put into folds, by a hash of their name. The arguments are those of `learn`.
    """
    fold = [int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds for name in incidents]
    precision = recall = 0.0
    for left in range(folds):
        inside = [number for number, each in enumerate(fold) if each == left]
        others = [number for number, each in enumerate(fold) if each != left]
        taught = [accounts[number] for number in others]
        trees, cells, _ = learn(taught, [incidents[number] for number in others], backgrounds, seed)
        grade = _grade([(accounts[at], incidents[at]) for at in inside], Weights(Forest(trees), Rarity(cells)))
        precision += grade.precision * len(inside)
        recall += grade.recall * len(inside)
    return Grade(precision / len(accounts), recall / len(accounts))


def _grade(told: Sequence[tuple[Account, str]], weights: Weights) -> Grade:
    made = cluster([(account, profile(account.mention, account.report)) for account, _ in told], weights=weights)
    system = {account.report.id: number for number, group in enumerate(made) for account in group}
    return b_cubed({account.report.id: incident for account, incident in told}, system)
