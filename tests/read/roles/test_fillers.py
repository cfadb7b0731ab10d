import shutil
from pathlib import Path

import pytest

from tocsin.errors import MissingPartError
from tocsin.evaluate.muc4_told import Thresholds, templates_told
from tocsin.model import Report
from tocsin.pipeline.reading import build_reader
from tocsin.read.reader import Reader
from tocsin.read.roles import encoder
from tocsin.read.roles.fillers import FillerReader, Told
from tocsin.read.roles.vocabulary import ROLES, TYPES
from tocsin.settings import load

TEXT = (
    "Guerrillas of the Shining Path killed the mayor, Pedro Ramos, with machine guns in Lima yesterday. "
    "Police said that the Shining Path had threatened Ramos."
)


@pytest.fixture(scope="module")
def rules() -> Reader:
    return build_reader(load())


def _told(reader: FillerReader, rules: Reader, text: str) -> Told:
    return reader.read(*rules.glance(Report(id="r", title="", body=text)))


def test_the_default_weights_say_who_did_what_to_whom_with_what(reader: FillerReader, rules: Reader) -> None:
    told = _told(reader, rules, TEXT)
    (template,) = templates_told(told, Thresholds(**reader.thresholds))
    assert template["incident_type"] == "attack"
    assert template["PerpOrg"] == [["Shining Path"]]
    assert template["Victim"] == [["Pedro Ramos"]]
    assert template["Weapon"] == [["machine guns"]]


def test_case_does_not_matter_to_the_encoder(reader: FillerReader) -> None:
    one, other = reader.encoder.mark(TEXT), reader.encoder.mark(TEXT.lower())
    assert (one.tags == other.tags).all()


@pytest.mark.parametrize("text", ["", "Hello.", "The bank raised its rate by a quarter point on Tuesday.", "…" * 3])
def test_texts_of_no_incident_give_no_template(reader: FillerReader, rules: Reader, text: str) -> None:
    assert templates_told(_told(reader, rules, text), Thresholds(**reader.thresholds)) == []


def test_a_long_text_is_read_to_its_end(reader: FillerReader, rules: Reader) -> None:
    text = "The council met about roads and schools. " * 300 + TEXT
    places = [each for filler in _told(reader, rules, text).fillers for one in filler.words for each in one.places]
    assert max(each.end for each in places) > len(text) - len(TEXT)


def test_a_type_takes_the_fillers_that_belong_to_it() -> None:
    told = Told((0.9, 0.8, 0, 0, 0, 0), ())
    assert [each["incident_type"] for each in templates_told(told, Thresholds(0.3, 0.2, 0.5))] == ["attack", "bombing"]
    assert set(templates_told(told, Thresholds(0.3, 0.2, 0.85))[0]) == {"incident_type", *ROLES}
    assert len(TYPES) == 6


def test_weights_that_were_tampered_with_are_refused(weights: Path, tmp_path: Path) -> None:
    shutil.copytree(weights, tmp_path / "held")
    (tmp_path / "held" / "counts.npz").write_bytes(b"something else")
    with pytest.raises(MissingPartError, match="isn't the file that its card names"):
        _ = FillerReader(tmp_path / "held").counts


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "PACKAGE", "tocsin_reader_of_nowhere")
    with pytest.raises(MissingPartError, match="models/reader-en"):
        encoder.weights_folder()
