"""`tocsin eval coding`: how well sentences are coded in PLOVER."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from tocsin.evaluate.coding import by_part, code_all, figures, read_codings, write_codings
from tocsin.pipeline.sentence_coding import build_sentence_coder
from tocsin.settings import load

GOLD = Path("tests/gold/coding.jsonl")


def coding(
    data: Annotated[
        Path, typer.Option(help="JSON Lines file of sentences coded in PLOVER; the default is the project's own.")
    ] = GOLD,
    out: Annotated[Path | None, typer.Option(help="File to write the answers to, in the format of the data.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Code sentences in PLOVER and say how often type, mode, source and target are the known ones.

    Types of older versions count as those of today that took them in. A source or target is right where its countries
    (or IGO, NGO, IMG) are exactly those that the data names; "any" counts those that share one.
    """
    pairs = code_all(read_codings(data), build_sentence_coder(load()).code)
    if out is not None:
        write_codings(out, pairs)
    found = {part: figures(each) for part, each in by_part(pairs).items()}
    if json_:
        typer.echo(json.dumps(next(iter(found.values())) if len(found) == 1 else found, indent=1))
    else:
        typer.echo("\n\n".join(_table(part, each) for part, each in found.items()))


def _table(part: str, found: dict[str, Any]) -> str:
    rows = [f"{found['sentences']} sentences ({part}), {found['uncoded']} left without a type"]
    rows += [
        f"{label:<22} {found[name]:>6.3f}   of {found[number]}"
        for label, name, number in (
            ("type accuracy", "type_accuracy", "sentences"),
            ("mode accuracy", "mode_accuracy", "with_mode"),
            ("source sector accuracy", "source_sector_accuracy", "with_source"),
            ("  any of them", "source_sector_any", "with_source"),
            ("target sector accuracy", "target_sector_accuracy", "with_target"),
            ("  any of them", "target_sector_any", "with_target"),
        )
        if found[number]
    ]
    rows += [
        f"{side} role accuracy   {found[f'{side}_role_accuracy']:>6.3f}"
        for side in ("source", "target")
        if f"{side}_role_accuracy" in found
    ]
    rows.append(f"{'type':<10} {'P':>6} {'R':>6} {'F1':>6}   gold")
    rows += [
        f"{name:<10} {each['precision']:>6.3f} {each['recall']:>6.3f} {each['f1']:>6.3f}   {each['gold']}"
        for name, each in found["types"].items()
    ]
    return "\n".join([*rows, f"{'macro F1':<10} {'':>6} {'':>6} {found['macro_f1']:>6.3f}"])
