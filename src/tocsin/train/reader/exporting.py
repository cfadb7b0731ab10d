"""Writes a fitted network as int8 ONNX, and checks it against the network itself."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from tocsin.train.reader.fitting import padded
from tocsin.train.reader.network import RoleNetwork
from tocsin.train.reader.windows import Window


class _Chances(nn.Module):
    """The network with chances in the place of logits."""

    def __init__(self, network: RoleNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, tokens: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        tags, tells = self.network(tokens, mask)
        return torch.softmax(tags, -1), torch.sigmoid(tells)


def export(network: RoleNetwork, path: Path) -> None:
    """Write the network to a file; its weights are of eight bits, of which seven are used.

    Processors without VNNI add up in sixteen bits, which eight would overflow.
    """
    network.eval()
    tokens = torch.randint(1000, 2000, (2, 64))
    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=512)}
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _Chances(network),
            (tokens, torch.ones_like(tokens)),
            whole,
            input_names=["tokens", "mask"],
            output_names=["tags", "tells"],
            dynamic_shapes={"tokens": axes, "mask": axes},
            dynamo=True,
            verbose=False,
        )
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    _bare(path)


def _bare(path: Path) -> None:
    """Take out what the exporter notes of where it ran: the file is the same on every machine, and tells of none."""
    model = onnx.load(path)
    for part in (model, model.graph, *model.functions, *model.graph.node, *model.graph.value_info):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    for function in model.functions:
        for node in function.node:
            node.ClearField("metadata_props")
            node.ClearField("doc_string")
    for held in (*model.graph.input, *model.graph.output, *model.graph.initializer):
        held.ClearField("metadata_props")
        held.ClearField("doc_string")
    onnx.save(model, path)


def departure(network: RoleNetwork, path: Path, windows: Sequence[Window]) -> tuple[float, float]:
    """Return the mean and the largest difference between the chances of the file and of the network, for tags."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    chances, differences = _Chances(network).eval(), []
    with torch.no_grad():
        for window in windows:
            tokens, mask = padded([window])
            exact = chances(tokens, mask)[0].numpy()
            given = session.run(None, {"tokens": tokens.numpy(), "mask": mask.numpy()})[0]
            differences.append(np.abs(exact - given).ravel())
    every = np.concatenate(differences)
    return float(every.mean()), float(every.max())
