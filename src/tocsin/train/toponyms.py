"""Learns which runs of words are place names, and which of its places a name means, from texts with gold toponyms."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tocsin.errors import InputError
from tocsin.evaluate.toponyms import RADIUS_KM, GoldText
from tocsin.model import Name, Report
from tocsin.resolve import toponym_naming, toponym_placing
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.kilometres import kilometres
from tocsin.resolve.toponym_candidates import candidates
from tocsin.resolve.toponym_context import named_peoples, outlet_country
from tocsin.resolve.toponym_placing import Option, set_scene
from tocsin.resolve.toponym_ranking import weigh
from tocsin.resolve.toponym_spans import read_page
from tocsin.resolve.toponym_spots import spots_at
from tocsin.train.forests import Shape, grow

Annotate = Callable[[Report], Sequence[Name]]
Numbers = NDArray[np.float64]
_NAMING, _PLACING = Shape(leaf=20), Shape(leaf=20, trees=400, leaves=31, rate=0.03)
"""Placing has few rows and many ways in which evidence counts together: small steps and large trees."""
_FORGETTINGS = 1
_FORGOTTEN = 100
"""Of 256 names, those that are forgotten."""
_ALIKE_KM = 1.0
"""How much farther than the nearest option another may lie and still be right."""


class Examples(NamedTuple):
    """Rows of evidence and which of them are right."""

    rows: Numbers
    labels: Numbers


def learn(
    texts: Sequence[GoldText], annotate: Annotate, gazetteer: Gazetteer, seed: int = 7
) -> tuple[dict[str, dict[str, Any]], dict[str, int]]:
    """Return the trees by file name, as `toponym_weights` reads them, and how much they were learnt from.

    Names are learnt from each text as it stands, in capitals and in lower case, and as if gazetteer and annotator knew
    only some of them, as is so elsewhere. Places are learnt from the first guess.
    """
    if not any(text.toponyms for text in texts):
        raise InputError("no place names to learn from", advice="give JSONL with text and tops")
    naming = _stack([each for text in texts for each in _namings(text, annotate, gazetteer)])
    placing = _stack([_places(text, annotate(text.report), gazetteer) for text in texts])
    made = {
        "naming.json": grow(toponym_naming.NAMES, naming.rows, naming.labels, _NAMING, seed=seed),
        "placing.json": grow(toponym_placing.NAMES, placing.rows, placing.labels, _PLACING, seed=seed),
    }
    return made, {"texts": len(texts), "runs": len(naming.labels), "options": len(placing.labels), "seed": seed}


def _stack(examples: Sequence[Examples]) -> Examples:
    kept = [each for each in examples if len(each.labels)]
    return Examples(np.vstack([each.rows for each in kept]), np.concatenate([each.labels for each in kept]))


def _cases(text: GoldText) -> list[GoldText]:
    """Return the text as it stands, in capitals and in lower case, where these have as many characters."""
    found = [text]
    for body in (text.report.body.upper(), text.report.body.lower()):
        if len(body) == len(text.report.body):
            report = Report(id=text.report.id, title="", body=body, outlet=text.report.outlet)
            found.append(text._replace(report=report))
    return found


def _namings(text: GoldText, annotate: Annotate, gazetteer: Gazetteer) -> Iterator[Examples]:
    for each in _cases(text):
        yield _names(each, annotate(each.report), gazetteer)
    names = annotate(text.report)
    for number in range(_FORGETTINGS):
        known = [name for name in names if not _forgotten(f"annotator {number}", name.span.text)]
        yield _names(text, known, gazetteer, f"gazetteer {number}")


def _names(text: GoldText, names: Sequence[Name], gazetteer: Gazetteer, forget: str = "") -> Examples:
    """Return a row for each candidate; `forget`: as if the gazetteer held only some of the names, which it decides."""
    page = read_page(text.report.title, text.report.body, names)
    found = candidates(page, gazetteer)
    if forget:
        found = [one._replace(hits=()) if _forgotten(forget, one.window.key) else one for one in found]
    seen = toponym_naming.scenery(page, found)
    gold = {(one.start, one.end) for one in text.toponyms}
    rows = [toponym_naming.evidence(page, one, seen, gazetteer.common) for one in found]
    labels = [float((one.window.start, one.window.end) in gold) for one in found]
    return Examples(np.array(rows).reshape(-1, len(toponym_naming.NAMES)), np.array(labels))


def _forgotten(draw: str, name: str) -> bool:
    return hashlib.sha256(f"{draw} {name}".encode()).digest()[0] < _FORGOTTEN


def _places(text: GoldText, names: Sequence[Name], gazetteer: Gazetteer) -> Examples:
    """Return a row for each option of each gold name that has coordinates."""
    page = read_page(text.report.title, text.report.body, names)
    spots = spots_at(page, gazetteer, [(one.start, one.end) for one in text.toponyms])
    scene = set_scene(page, spots, outlet_country(text.report))
    gold = {(one.start, one.end): one for one in text.toponyms}
    rows, labels = [np.empty((0, len(toponym_placing.NAMES)))], [np.empty(0)]
    for sense, options, evidence in weigh(scene, named_peoples(page)):
        for window in (spots[spot].window for spot in sense.spots):
            true = gold[window.start, window.end]
            if true.lat is not None and true.lon is not None:
                rows.append(evidence)
                labels.append(_right(options, true.lat, true.lon))
    return Examples(np.vstack(rows), np.concatenate(labels))


def _right(options: Sequence[Option], lat: float, lon: float) -> Numbers:
    """Say which options are right: the nearest, if it lies within 161 km, and others as near."""
    far = np.array([kilometres(option.place.lat, option.place.lon, lat, lon) for option in options])
    return (far <= min(float(far.min()) + _ALIKE_KM, RADIUS_KM)).astype(float)


def write(folder: Path, made: Mapping[str, Mapping[str, Any]], learnt: Mapping[str, Any]) -> None:
    """Write the trees, and beside them what they were learnt from with the digest of each file."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {name: json.dumps(trees, separators=(",", ":")).encode() for name, trees in made.items()}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    (folder / "training.json").write_text(json.dumps({**learnt, "sha256": digests}, indent=1) + "\n", encoding="utf-8")
