"""Fits the network to marked texts, from checkpoint to checkpoint."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from tocsin.train.reader.network import RoleNetwork
from tocsin.train.reader.windows import Window


@dataclass(frozen=True, slots=True)
class Plan:
    """How the network is fitted: passes over the texts, tokens of a step, learning rates of encoder and heads."""

    epochs: int = 5
    step_tokens: int = 3600
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    empty_share: float = 0.5
    """Of the windows without a filler, those taken in each pass: they are many and teach little."""
    frozen: int = 0
    """Layers of the encoder, from the first, that stay as they came; its embeddings stay in any case."""
    seed: int = 7


def fit(
    network: RoleNetwork,
    windows: Sequence[Window],
    plan: Plan,
    folder: Path,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Fit the network in place, on an accelerator where there is one.

    A checkpoint is kept in `folder` after each pass, from which a second call goes on.
    """
    network.to("cuda" if torch.cuda.is_available() else "cpu")
    folder.mkdir(parents=True, exist_ok=True)
    _freeze(network, plan.frozen)
    optimizer = torch.optim.AdamW(_groups(network, plan), weight_decay=0.01)
    steps = sum(1 for _ in _batches(windows, plan, 0)) * plan.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step, steps, plan.warm_up))
    done = _resume(folder / "checkpoint.pt", network, optimizer, schedule, plan)
    for epoch in range(done, plan.epochs):
        torch.manual_seed(plan.seed + epoch)
        network.train()
        began, losses = time.monotonic(), []
        for number, batch in enumerate(_batches(windows, plan, epoch), start=1):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            if schedule.last_epoch < steps:
                schedule.step()
            losses.append(loss.item())
            if number % 20 == 0:
                pace = (time.monotonic() - began) / number
                progress(f"pass {epoch + 1}, step {number}: loss {np.mean(losses[-20:]):.4f}, {pace:.1f} s a step")
        state = {
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "plan": asdict(plan),
            "epoch": epoch + 1,
        }
        partial = folder / "checkpoint.part"
        torch.save(state, partial)
        partial.replace(folder / "checkpoint.pt")
        progress(f"pass {epoch + 1} of {plan.epochs} done: loss {np.mean(losses):.4f}")
    network.to("cpu")


def _resume(path: Path, network: RoleNetwork, optimizer: Any, schedule: Any, plan: Plan) -> int:
    """Take up a checkpoint of the same plan, and return the passes that it has seen."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True, map_location="cpu")
    if state["plan"] != asdict(plan):
        return 0
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return int(state["epoch"])


def _freeze(network: RoleNetwork, layers: int) -> None:
    for part in (network.encoder.embeddings, *network.encoder.encoder.layer[:layers]):
        for parameter in part.parameters():
            parameter.requires_grad = False


def _groups(network: RoleNetwork, plan: Plan) -> list[dict[str, Any]]:
    body = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [*network.tags.parameters(), *network.tells.parameters()]
    return [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}]


def _pace(step: int, steps: int, warm_up: float) -> float:
    """Return the share of the learning rate: rising at first, then falling to nothing."""
    first = max(1, int(steps * warm_up))
    return (step + 1) / first if step < first else max(0.0, (steps - step) / max(1, steps - first))


def _batches(windows: Sequence[Window], plan: Plan, epoch: int) -> Iterator[list[Window]]:
    """Yield a pass's batches of windows about equally long, in random order."""
    chance = random.Random(plan.seed * 1000 + epoch)  # noqa: S311  # not for secrets
    taken = [w for w in windows if w.tags.any() or chance.random() < plan.empty_share]
    chance.shuffle(taken)
    taken.sort(key=lambda w: len(w.tokens) // 48)
    batches: list[list[Window]] = [[]]
    longest = 0
    for window in taken:
        longest = max(longest, len(window.tokens))
        if batches[-1] and longest * (len(batches[-1]) + 1) > plan.step_tokens:
            batches.append([])
            longest = len(window.tokens)
        batches[-1].append(window)
    chance.shuffle(batches)
    yield from batches


def padded(batch: Sequence[Window]) -> tuple[Tensor, Tensor]:
    """Return tokens and mask of windows, padded to the longest (batch × tokens)."""
    longest = max(len(w.tokens) for w in batch)
    tokens, mask = (
        torch.zeros(len(batch), longest, dtype=torch.long),
        torch.zeros(len(batch), longest, dtype=torch.long),
    )
    for row, window in enumerate(batch):
        tokens[row, : len(window.tokens)] = torch.from_numpy(window.tokens)
        mask[row, : len(window.tokens)] = 1
    return tokens, mask


def _loss(network: RoleNetwork, batch: Sequence[Window]) -> Tensor:
    device = next(network.parameters()).device
    tokens, mask = (each.to(device) for each in padded(batch))
    tags, tells = network(tokens, mask)
    gold = torch.full((*tags.shape[:3],), -100, dtype=torch.long)
    for row, window in enumerate(batch):
        gold[row, : len(window.tokens)] = torch.from_numpy(window.tags)
    each = nn.functional.cross_entropy(tags.reshape(-1, tags.shape[-1]), gold.to(device).reshape(-1), ignore_index=-100)
    told = torch.from_numpy(np.stack([w.tells for w in batch])).to(device)
    return each * tags.shape[2] + 0.2 * nn.functional.binary_cross_entropy_with_logits(tells, told)
