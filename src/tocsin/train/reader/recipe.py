"""The whole training of the reader of roles: from documents with templates to a folder of weights."""

import hashlib
import json
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from tocsin.errors import FormatError
from tocsin.model import Report, report_id
from tocsin.read.reader import Reader
from tocsin.read.roles.counts import load_counts, save_counts
from tocsin.read.roles.encoder import Encoder
from tocsin.read.roles.parse import Parse
from tocsin.read.roles.sight import Sight
from tocsin.read.roles.windows import SIZE
from tocsin.train.reader.counting import count
from tocsin.train.reader.deciding import Sample, learn
from tocsin.train.reader.examples import Example, read_muc4
from tocsin.train.reader.exporting import departure, export
from tocsin.train.reader.fitting import Plan, fit
from tocsin.train.reader.limits import choose
from tocsin.train.reader.network import RoleNetwork, load_encoder
from tocsin.train.reader.windows import windows

Progress = Callable[[str], None]
FILES = ("encoder.onnx", "tokenizer.json", "counts.npz", "trees.json")
_CHECKED = 20
"""Windows on which the exported weights are compared with the network."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is trained how: the name of the weights, the share of texts held out (one in so many), rounds of fitting."""

    name: str
    held_out: int
    seed: int
    rounds: tuple[Plan, ...]


def read_recipe(path: Path) -> Recipe:
    """Read a recipe in TOML; FormatError says what is wrong with it."""
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
        rounds = tuple(Plan(**each) for each in held.pop("rounds"))
        return Recipe(rounds=rounds, **held)
    except (OSError, ValueError, TypeError, KeyError) as error:
        advice = "it needs name, held_out, seed and [[rounds]]; see docs/howto/train-the-reader.md"
        raise FormatError(f"{path} is no recipe: {error}", advice=advice) from error


def train(
    data: Path, encoder: Path, out: Path, *, recipe: Recipe, reader: Reader, progress: Progress = lambda _: None
) -> dict[str, Any]:
    """Train from `data`/train.jsonl, write the weights to `out`, and return their card.

    Checkpoints lie in `out`/rounds: called again, training goes on from the last.
    """
    out.mkdir(parents=True, exist_ok=True)
    examples = read_muc4(data / "train.jsonl")
    held_out = examples[:: recipe.held_out]
    fitted = [each for number, each in enumerate(examples) if number % recipe.held_out]
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(out / "tokenizer.json"))
    network = _fitted(fitted, tokenizer, encoder, out / "rounds", recipe=recipe, progress=progress)
    export(network, out / "encoder.onnx")
    apart = departure(network, out / "encoder.onnx", windows(held_out, tokenizer, SIZE)[:_CHECKED])
    progress(f"exported; chances differ by {apart[0]:.5f} in the mean and by {apart[1]:.3f} at most")
    card = {"name": recipe.name, "seed": recipe.seed, "texts": len(fitted), "held out": len(held_out)}
    _write(out, {**card, "departure": apart, "thresholds": {}})
    chosen = _decide(out, fitted, held_out, seed=recipe.seed, reader=reader, progress=progress)
    return _write(out, {**card, "departure": apart, **chosen})


def _fitted(
    examples: Sequence[Example],
    tokenizer: Tokenizer,
    encoder: Path,
    folder: Path,
    *,
    recipe: Recipe,
    progress: Progress,
) -> RoleNetwork:
    torch.manual_seed(recipe.seed)
    network = RoleNetwork(load_encoder(encoder))
    cut = windows(examples, tokenizer, SIZE)
    progress(f"{len(examples)} texts in {len(cut)} windows")
    for number, plan in enumerate(recipe.rounds, start=1):
        fit(network, cut, plan, folder / str(number), progress)
    return network


def _decide(
    out: Path,
    fitted: Sequence[Example],
    held_out: Sequence[Example],
    *,
    seed: int,
    reader: Reader,
    progress: Progress,
) -> dict[str, Any]:
    progress("counting")
    save_counts(count(fitted, {each.id: Parse(reader.nlp(each.text)) for each in fitted}), out / "counts.npz")
    counts = load_counts(out / "counts.npz")
    encoder = Encoder(out)
    samples = [Sample(each, _sight(each.text, reader, encoder)) for each in held_out]
    progress("growing trees")
    trees, told = learn(samples, fitted, counts, seed)
    (out / "trees.json").write_text(json.dumps(trees, separators=(",", ":")), encoding="utf-8")
    least, fillers, templates = choose(held_out, told)
    progress(f"held out, blind: CEAF-REE {fillers:.3f}, CEAF-TF {templates:.3f}")
    return {"thresholds": least._asdict(), "blind": {"CEAF-REE": fillers, "CEAF-TF": templates}}


def _sight(text: str, reader: Reader, encoder: Encoder) -> Sight:
    doc, hints = reader.glance(Report(id=report_id("", text), title="", body=text))
    return Sight(Parse(doc), encoder.mark(doc.text), hints)


def _write(out: Path, card: dict[str, Any]) -> dict[str, Any]:
    """Write the card with the hashes of the files that are there."""
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES if (out / name).exists()}
    whole = {**card, "files": files}
    (out / "card.json").write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    return whole
