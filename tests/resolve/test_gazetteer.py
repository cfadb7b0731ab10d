import csv
import sqlite3
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.errors import MissingPartError
from tocsin.model import Place
from tocsin.resolve import gazetteer as module
from tocsin.resolve.gazetteer import Gazetteer, open_gazetteer, precision_of
from tocsin.resolve.gazetteer_build import build_gazetteer, curated_rows
from tocsin.resolve.gazetteer_names import fold, loosen
from tocsin.resolve.gazetteer_sources import Row


def place(name: str, population: int = 0, feature: str = "city", aliases: tuple[str, ...] = ()) -> Place:
    return Place(
        id=f"x:{name}-{population}",
        name=name,
        lat=34.5,
        lon=69.2,
        country="AF",
        admin=("Afghanistan", "Kabul"),
        feature=feature,
        population=population,
        aliases=aliases,
        source="test",
    )


ROWS = [
    Row(place("Kabul", 4_000_000, aliases=("Caboul",))),
    Row(place("Kābul", 500)),
    Row(place("Khāk-e Safēd", 0, "district")),
    Row(place("Police", 30_000)),
    Row(place("Bagram Airfield", 0, "base"), ("Bagram Air Base",)),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build_gazetteer(tmp_path / "g.sqlite", ROWS)
    return tmp_path / "g.sqlite"


@pytest.fixture
def gazetteer(path: Path) -> Gazetteer:
    return open_gazetteer(path, build=False)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("al-Anbar", "anbar"),
        ("Al Anbar", "anbar"),
        ("Sana'a", "sanaa"),
        ("Bogotá", "bogota"),
        ("Ağrı", "agri"),
        ("St. Louis", "saint louis"),
        ("Deir ez-Zor", "deir ez zor"),
        ("The Hague", "hague"),
        ("U.S.", "us"),
        ("Багдад", ""),
    ],
)
def test_folds_spellings_of_a_name_into_one_key(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text())
def test_folding_twice_changes_no_plain_name(name: str) -> None:
    assert fold(name).isascii()
    assert fold(name) == fold(name).strip()


@pytest.mark.parametrize(("one", "other"), [("Safayd", "Safed"), ("Tikrit", "Takrit"), ("Qalat", "Kalat")])
def test_loosens_transliterations_into_the_same_consonants(one: str, other: str) -> None:
    assert loosen(fold(one)) == loosen(fold(other))


def test_finds_a_name_in_any_spelling_the_most_populous_first(gazetteer: Gazetteer) -> None:
    assert [found.population for found in gazetteer.find("KABUL")] == [4_000_000, 500]
    assert gazetteer.find("Caboul")[0].name == "Kabul"
    assert gazetteer.find("Nowhere") == ()


def test_gives_a_place_back_whole_but_for_its_aliases(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.find("Bagram Air Base")
    assert found == place("Bagram Airfield", 0, "base")


def test_tells_usual_names_from_further_ones(gazetteer: Gazetteer) -> None:
    known = gazetteer.look_up(["caboul", "bagram air base", "nowhere", ""])
    assert {key: [usual for _, usual in hits] for key, hits in known.items()} == {
        "caboul": [False],
        "bagram air base": [True],
    }


def test_finds_other_transliterations_within_a_country(gazetteer: Gazetteer) -> None:
    assert [found.name for found in gazetteer.find_loosely("Khak-e-Safayd", "AF")] == ["Khāk-e Safēd"]
    assert gazetteer.find_loosely("Khak-e-Safayd", "IQ") == ()
    assert gazetteer.find_loosely("Io", "AF") == ()


def test_knows_names_that_are_english_words(gazetteer: Gazetteer) -> None:
    assert "police" in gazetteer.common
    assert "kabul" not in gazetteer.common


def test_tells_how_narrow_a_place_is() -> None:
    assert [precision_of(place("X", feature=feature)) for feature in ("city", "base", "sea", "admin2")] == [
        "city",
        "site",
        "region",
        "district",
    ]


def test_a_missing_or_broken_file_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingPartError, match="tocsin gazetteer build"):
        open_gazetteer(tmp_path / "none.sqlite", build=False)
    (tmp_path / "broken.sqlite").write_bytes(b"no database")
    with pytest.raises(MissingPartError, match="no fresh gazetteer"):
        open_gazetteer(tmp_path / "broken.sqlite", build=False)


def test_a_file_built_from_other_data_is_built_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE meta SET value = 'older' WHERE key = 'built from'")
    database.close()
    monkeypatch.setattr(module, "build_gazetteer", lambda where: build_gazetteer(where, ROWS[:1]))
    assert open_gazetteer(path).info()["places"] == "1"
    assert "building the gazetteer" in capsys.readouterr().err


def test_a_folder_that_cant_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MissingPartError, match="can't write the gazetteer"):
        build_gazetteer(tmp_path / "file" / "g.sqlite", ROWS)


def test_the_curated_layer_is_sound() -> None:
    rows = list(curated_rows("places.tsv"))
    assert len(rows) >= 300
    codes = {row["iso2"] for row in curated_rows("countries.tsv")}
    for row in rows:
        assert fold(row["name"]), row
        assert row["feature"], row
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row
        assert not row["country"] or row["country"] in codes, row


def test_the_curated_tables_have_a_cell_for_each_column() -> None:
    for name in ("places.tsv", "countries.tsv"):
        text = resources.files("tocsin.resolve").joinpath("data", name).read_text(encoding="utf-8")
        lines = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
        assert {len(line) for line in lines} == {len(lines[0])}, name
