"""Learns whether two accounts tell of one incident from reports grouped by incident."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from tocsin.errors import InputError
from tocsin.reconcile.account import Account
from tocsin.reconcile.blocking import block, candidate_pairs, terms
from tocsin.reconcile.evidence import NAMES, evidence, side
from tocsin.reconcile.profile import profile
from tocsin.reconcile.rarity import Rarity
from tocsin.reconcile.sketch import Sketch
from tocsin.train.rarities import rarities

ROUNDS = 200
PARAMETERS: Mapping[str, Any] = {
    "objective": "binary",
    "num_leaves": 15,
    "learning_rate": 0.06,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 2,
    "verbose": -1,
}


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
    booster = lightgbm.train({**PARAMETERS, "seed": seed}, lightgbm.Dataset(found, np.array(labels, float)), ROUNDS)
    learnt = {"reports": len(accounts), "incidents": len(set(incidents)), "pairs": len(pairs), "same": sum(labels)}
    return as_forest(booster), cells, learnt


def as_forest(booster: lightgbm.Booster) -> dict[str, Any]:
    """Return a booster's trees by node, root first."""
    trees, depth = [], 0
    for each in booster.dump_model()["tree_info"]:
        nodes: dict[str, list[Any]] = {key: [] for key in ("feature", "threshold", "left", "right", "value")}
        depth = max(depth, _add(each["tree_structure"], nodes)[2])
        trees.append(nodes)
    return {"names": list(NAMES), "depth": depth, "trees": trees}


def _add(node: Mapping[str, Any], nodes: dict[str, list[Any]]) -> tuple[int, int, int]:
    """Add a node and all below; return its number, its count of training pairs, and how many steps lie below it."""
    number = len(nodes["feature"])
    leaf = "leaf_value" in node
    nodes["feature"].append(-1 if leaf else node["split_feature"])
    nodes["threshold"].append(0.0 if leaf else node["threshold"])
    for key in ("left", "right"):
        nodes[key].append(number)
    nodes["value"].append(node["leaf_value"] if leaf else 0.0)
    if leaf:
        return number, node.get("leaf_count", 0), 0
    left, right = _add(node["left_child"], nodes), _add(node["right_child"], nodes)
    nodes["left"][number], nodes["right"][number] = left[0], right[0]
    whole = left[1] + right[1]
    value = sum(nodes["value"][each[0]] * each[1] for each in (left, right)) / whole if whole else 0.0
    nodes["value"][number] = value
    return number, whole, 1 + max(left[2], right[2])


def write(folder: Path, trees: Mapping[str, Any], cells: bytes, learnt: Mapping[str, Any]) -> None:
    """Write the weights, and beside them what they were learnt from with the digest of each file."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"same.json": json.dumps(trees, separators=(",", ":")).encode(), "rarity.bin": cells}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
    (folder / "training.json").write_text(json.dumps({**learnt, "sha256": digests}, indent=1) + "\n", encoding="utf-8")
