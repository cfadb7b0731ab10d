"""Learns whether two accounts tell of one incident from reports grouped by incident."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tocsin.errors import InputError
from tocsin.reconcile.account import Account
from tocsin.reconcile.blocking import block, candidate_pairs, terms
from tocsin.reconcile.evidence import NAMES, evidence, side
from tocsin.reconcile.profile import profile
from tocsin.reconcile.rarity import Rarity
from tocsin.reconcile.sketch import Sketch
from tocsin.train.forests import Shape, grow
from tocsin.train.rarities import rarities


def learn(
    accounts: Sequence[Account], incidents: Sequence[str], backgrounds: Sequence[Sequence[Sketch]], seed: int = 7
) -> tuple[dict[str, Any], bytes, dict[str, Any]]:
    """Return the trees as `Forest` takes them, the table of rarities, and how much was learnt from.

    Each account's report has its body, `incidents` names the incident that it tells of, `backgrounds` are the terms of
    other news. Pairs are those that blocking leads to: what will be asked. Equal input and seed give equal trees.
    """
    profiles = [profile(account.mention, account.report) for account in accounts]
    cells = rarities([[each.sketch for each in profiles], *backgrounds])
    table = Rarity(cells)
    sides = [side(account, each, table) for account, each in zip(accounts, profiles, strict=True)]
    pairs = sorted(candidate_pairs([block(each) for each in accounts], [terms(each, table) for each in profiles]))
    labels = [incidents[one] == incidents[other] for one, other in pairs]
    if not any(labels) or all(labels):
        raise InputError("too few reports to learn from", advice="give incidents with several reports each")
    found = np.array([evidence(sides[one], sides[other]) for one, other in pairs])
    trees = grow(NAMES, found, np.array(labels, float), Shape(leaf=40), seed=seed)
    learnt = {"reports": len(accounts), "incidents": len(set(incidents)), "pairs": len(pairs), "same": sum(labels)}
    return trees, cells, learnt


def write(folder: Path, trees: Mapping[str, Any], cells: bytes, learnt: Mapping[str, Any]) -> None:
    """Write the weights, and beside them what they were learnt from with the digest of each file."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"same.json": json.dumps(trees, separators=(",", ":")).encode(), "rarity.bin": cells}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
    (folder / "training.json").write_text(json.dumps({**learnt, "sha256": digests}, indent=1) + "\n", encoding="utf-8")
