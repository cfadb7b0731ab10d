import json
from pathlib import Path

import pytest

from tocsin.errors import InputError
from tocsin.evaluate.toponyms import GoldText, GoldToponym
from tocsin.model import Name, Place, Report
from tocsin.resolve.gazetteer import Gazetteer, open_gazetteer
from tocsin.resolve.gazetteer_build import build_gazetteer
from tocsin.resolve.gazetteer_sources import Row
from tocsin.resolve.toponym_weights import read_weights
from tocsin.resolve.toponyms import Toponyms
from tocsin.train.toponyms import learn, write

TOWNS = {
    "Mosul": (36.3, 43.1),
    "Basra": (30.5, 47.8),
    "Hit": (33.6, 42.8),
    "Kirkuk": (35.5, 44.4),
    "Najaf": (32.0, 44.3),
}


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Each town twice: where the texts mean it, and a smaller one far away."""
    path: Path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    rows = []
    for name, (lat, lon) in TOWNS.items():
        for ident, country, shift, population in (("near", "IQ", 0.0, 90_000), ("far", "AR", -60.0, 5_000)):
            place = Place(
                id=f"{name}-{ident}",
                name=name,
                lat=lat + shift,
                lon=lon + shift,
                country=country,
                feature="city",
                population=population,
            )
            rows.append(Row(place))
    build_gazetteer(path, rows)
    return open_gazetteer(path, build=False)


def text(number: int) -> GoldText:
    first, second = [list(TOWNS)[(number + step) % len(TOWNS)] for step in (0, 1)]
    report = Report(
        id=str(number), title="", body=f"Sam Marsh left {first} on Monday. Troops fired in {second}, he said."
    )
    gold = tuple(
        GoldToponym(name, report.text.index(name), report.text.index(name) + len(name), *TOWNS[name])
        for name in (first, second)
    )
    return GoldText(report, gold, 2)


def names(report: Report) -> list[Name]:
    found = [(report.text.index("Sam Marsh"), "Sam Marsh", "PERSON")] if "Sam Marsh" in report.text else []
    found += [(report.text.index(town), town, "GPE") for town in TOWNS if town in report.text]
    return [Name(report.span(start, start + len(words)), label) for start, words, label in sorted(found)]


def test_learns_to_find_and_place_names_and_the_weights_can_be_read(gazetteer: Gazetteer, tmp_path: Path) -> None:
    made, learnt = learn([text(number) for number in range(60)], names, gazetteer)
    again, _ = learn([text(number) for number in range(60)], names, gazetteer)
    assert made == again
    assert learnt["texts"] == 60
    write(tmp_path, made, learnt)
    assert json.loads((tmp_path / "training.json").read_text(encoding="utf-8"))["sha256"].keys() == made.keys()
    finder = Toponyms(gazetteer, weights=read_weights(tmp_path))
    report = text(2).report
    assert [one.place for one in finder.find(report, names(report))] == ["Hit-near", "Kirkuk-near"]


def test_without_names_there_is_nothing_to_learn(gazetteer: Gazetteer) -> None:
    with pytest.raises(InputError, match="no place names"):
        learn([text(1)._replace(toponyms=())], names, gazetteer)


def test_weights_of_another_version_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no weights for place names"):
        read_weights(tmp_path)
    tree = {"feature": [-1], "threshold": [0.0], "left": [0], "right": [0], "value": [0.0]}
    for name in ("naming.json", "placing.json"):
        content = json.dumps({"names": ["size"], "depth": 0, "trees": [tree]})
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="another version"):
        read_weights(tmp_path)
