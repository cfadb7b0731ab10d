"""The network on a shape of a few hundred weights; needs torch, which `make install` doesn't bring."""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs torch: pip install 'tocsin[train]'")
pytest.importorskip("transformers", reason="needs transformers: pip install 'tocsin[train]'")

import torch
from transformers import BertConfig, BertModel

from tocsin.read.roles.vocabulary import ROLES, TYPES
from tocsin.train.reader.exporting import departure, export
from tocsin.train.reader.fitting import Plan, fit
from tocsin.train.reader.network import RoleNetwork
from tocsin.train.reader.windows import Window

PLAN = Plan(epochs=2, step_tokens=200, rate=1e-3, seed=3)


def _network() -> RoleNetwork:
    torch.manual_seed(1)
    shape: dict[str, Any] = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    return RoleNetwork(BertModel(BertConfig(vocab_size=2100, intermediate_size=32, **shape), add_pooling_layer=False))


def _windows() -> list[Window]:
    chance = np.random.default_rng(5)
    found = []
    for _ in range(12):
        tokens = chance.integers(1000, 1020, 20)
        tags = np.zeros((20, len(ROLES)), np.int64)
        tags[:, 0] = tokens < 1004
        found.append(Window(tokens, tags, np.ones(1 + len(TYPES), np.float32)))
    return found


def _weights(network: RoleNetwork) -> list[np.ndarray[Any, Any]]:
    return [each.detach().numpy() for each in network.parameters()]


@pytest.mark.filterwarnings("ignore")
def test_fitting_that_was_stopped_goes_on_and_ends_the_same(tmp_path: Path) -> None:
    whole, parted = _network(), _network()
    fit(whole, _windows(), PLAN, tmp_path / "whole")

    class StopError(Exception):
        pass

    def stop(line: str) -> None:
        if line.startswith("pass 1 of"):
            raise StopError

    with pytest.raises(StopError):
        fit(parted, _windows(), PLAN, tmp_path / "parted", stop)
    resumed = _network()
    fit(resumed, _windows(), PLAN, tmp_path / "parted")
    assert all(np.array_equal(a, b) for a, b in zip(_weights(whole), _weights(resumed), strict=True))


@pytest.mark.filterwarnings("ignore")
def test_another_plan_begins_anew(tmp_path: Path) -> None:
    lines: list[str] = []
    fit(_network(), _windows(), PLAN, tmp_path)
    fit(_network(), _windows(), dataclasses.replace(PLAN, rate=2e-3), tmp_path, lines.append)
    assert sum(line.startswith("pass 1 of") for line in lines) == 1


@pytest.mark.filterwarnings("ignore")
def test_the_exported_weights_give_what_the_network_gives(tmp_path: Path) -> None:
    pytest.importorskip("onnxscript", reason="needs onnxscript: pip install 'tocsin[train]'")
    network = _network()
    export(network, tmp_path / "encoder.onnx")
    mean, most = departure(network, tmp_path / "encoder.onnx", _windows())
    assert mean < 0.01
    assert most < 0.05
