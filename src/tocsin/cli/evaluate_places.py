"""`tocsin eval places`: how well place names are found and put on the map."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from tocsin.evaluate.toponym_answers import Annotator, Answers, answer, write_answers
from tocsin.evaluate.toponyms import Errors, errors, read_gold, recognition
from tocsin.ontology.actors import load_registry
from tocsin.resolve.gazetteer import open_gazetteer
from tocsin.resolve.toponym_weights import read_weights
from tocsin.resolve.toponyms import Toponyms, group_names
from tocsin.settings import load


def places(
    data: Annotated[
        Path, typer.Option(help="JSONL of texts with gold toponyms: text, tops (start, end, name, lat, lon).")
    ],
    gold_mentions: Annotated[
        bool, typer.Option("--gold-mentions", help="Place the gold names instead of finding names.")
    ] = False,
    weights: Annotated[
        Path | None, typer.Option(help="Folder of weights of `tocsin train places`, in place of the package's.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="JSONL file to write the answers to, one line a text.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Find place names and resolve them; a name that isn't answered, or not found, counts as wrong.

    Found means the exact characters. Errors are kilometres to the gold; the area under their curve (AUC) is 0 at best.
    """
    made = read_weights(weights) if weights else None
    finder = Toponyms(open_gazetteer(load().gazetteer_path), group_names(load_registry()), made)
    answers: Answers = list(answer(finder, read_gold(data), Annotator().names, gold_mentions=gold_mentions))
    if out is not None:
        write_answers(out, answers)
    figures = _figures(answers, gold_mentions=gold_mentions)
    typer.echo(json.dumps(figures, indent=1) if json_ else _table(figures))


def _figures(answers: Answers, *, gold_mentions: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"texts": len(answers), "gold names": sum(len(text.toponyms) for text, _ in answers)}
    if not gold_mentions:
        for name, peoples in (("names and peoples", True), ("names", False)):
            grade = recognition(answers, peoples=peoples)
            found[name] = {"precision": grade.precision, "recall": grade.recall, "f1": grade.f1}
    return {**found, "resolution": _resolution(errors(answers))}


def _resolution(found: Errors) -> dict[str, float]:
    return {
        "names with coordinates": len(found.kilometres),
        "answered": len(found.answered),
        "accuracy within 161 km": found.accuracy,
        "mean km": found.mean_km,
        "median km": found.median_km,
        "AUC": found.auc,
    }


def _table(figures: dict[str, Any]) -> str:
    lines = [f"{figures['texts']} texts, {figures['gold names']} names"]
    lines += [
        f"{name + ', exact':<26} P {grade['precision']:.3f}  R {grade['recall']:.3f}  F1 {grade['f1']:.3f}"
        for name in ("names and peoples", "names")
        if (grade := figures.get(name))
    ]
    for name, value in figures["resolution"].items():
        lines.append(f"{name:<26} {value:.3f}" if isinstance(value, float) else f"{name:<26} {value}")
    return "\n".join(lines)
