"""Users' own sources, with invented places."""

import gzip
import io
import lzma
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tocsin.errors import FormatError, InputError, MissingPartError, NotFoundError, SettingsError
from tocsin.model import Name, Place, Report
from tocsin.resolve import gazetteer_added, gazetteer_file
from tocsin.resolve.gazetteer import Gazetteer, open_gazetteer
from tocsin.resolve.gazetteer_added import (
    Kind,
    Source,
    Tally,
    add_source,
    added_files,
    added_sources,
    folder_of,
    name_of,
    remove_source,
)
from tocsin.resolve.gazetteer_build import build_gazetteer
from tocsin.resolve.gazetteer_csv import read_csv
from tocsin.resolve.gazetteer_geonames import feature_of, read_geonames
from tocsin.resolve.gazetteer_known import Known
from tocsin.resolve.gazetteer_layer import Layer
from tocsin.resolve.gazetteer_reading import Entry, Problem, open_text
from tocsin.resolve.gazetteer_sources import Row
from tocsin.resolve.gazetteer_wof import read_chains, read_wof
from tocsin.resolve.toponyms import Toponyms

WOF = "wof_id\tname\tcountry\tplacetype\tlat\tlon\tpopulation\tgeonames_id\tregion_id\tcounty_id\talt_names"


def place(ident: str, name: str, lat: float, lon: float, **facts: object) -> Place:
    defaults = {"country": "IQ", "admin": ("Iraq", "Anbar"), "feature": "city", "source": "test"}
    return Place(id=ident, name=name, lat=lat, lon=lon, **(defaults | facts))  # type: ignore[arg-type]


DEFAULT = [
    Row(place("iso:IQ", "Iraq", 33.0, 43.7, feature="country", admin=("Iraq",), aliases=("Irak",))),
    Row(place("tocsin:anbar-iq", "Anbar", 32.9, 41.8, feature="admin1"), ("Al Anbar",), ("geonames:11", "IQ.01")),
    Row(
        place("geonames:12", "Rutbah", 33.0, 40.3, feature="admin2", admin=("Iraq", "Anbar", "Rutbah")),
        (),
        ("IQ.01.2",),
    ),
    Row(place("geonames:21", "Tallbridge", 33.3, 43.1, population=5000, aliases=("Talbridge",))),
    Row(place("geonames:22", "Mountain", 33.4, 43.2, population=400_000)),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build_gazetteer(tmp_path / "g.sqlite", DEFAULT)
    return tmp_path / "g.sqlite"


@pytest.fixture
def known(path: Path) -> Iterator[Known]:
    layer = Layer(path)
    yield Known([layer])
    layer.close()


def add(path: Path, text: str, kind: Kind = "csv", name: str = "mine", *, prefer: bool = False) -> list[Problem]:
    table = path.with_name(f"{name}.txt")
    table.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    add_source(path, Source(kind=kind, table=table, name=name, prefer=prefer), problems.append)
    return problems


def places(entries: Iterator[Entry]) -> list[Place]:
    return [entry.place for entry in entries if isinstance(entry, Row)]


def where(path: Path, name: str) -> list[tuple[str, float, float]]:
    gazetteer = open_gazetteer(path, build=False)
    found = [(one.id, one.lat, one.lon) for one in gazetteer.find(name)]
    gazetteer.close()
    return found


def test_places_of_a_users_own_are_found_beside_the_default(path: Path) -> None:
    assert add(path, "name,lat,lon,country\nOld Mill,33.5,44.1,IQ\n") == []
    assert where(path, "Old Mill") == [("mine:old-mill-iq", 33.5, 44.1)]
    assert where(path, "Tallbridge") == [("geonames:21", 33.3, 43.1)]


def test_a_place_that_is_preferred_wins_over_the_default(path: Path) -> None:
    add(path, "name,lat,lon,country,prefer,aliases\nTallbridge,36.1,44.2,IQ,yes,Far Tallbridge\n")
    assert where(path, "tallbridge") == where(path, "Far Tallbridge") == [("mine:tallbridge-iq", 36.1, 44.2)]
    # the other place keeps the names that the user doesn't claim
    assert where(path, "Talbridge") == [("geonames:21", 33.3, 43.1)]


def test_a_report_that_names_a_preferred_place_means_it(path: Path) -> None:
    places = "Tallbridge,36.1,44.2,IQ,Anbar,,yes\nOld Mill,33.5,44.1,IQ,,base,yes\n"
    add(path, f"name,lat,lon,country,admin1,feature,prefer\n{places}")
    report = Report(id="r", title="", body="Shells hit Old Mill in Iraq. Two died in Tallbridge, Anbar, police said.")
    names = [
        Name(report.span(start, start + len(word)), "GPE")
        for word in ("Iraq", "Tallbridge", "Anbar")
        for start in [report.text.index(word)]
    ]
    found = Toponyms(open_gazetteer(path, build=False)).find(report, names)
    assert [(one.name, one.lat, one.lon) for one in found if one.name in {"Tallbridge", "Old Mill"}] == [
        ("Old Mill", 33.5, 44.1),
        ("Tallbridge", 36.1, 44.2),
    ]


def test_a_preferred_place_with_a_known_id_corrects_it_under_every_name(path: Path) -> None:
    add(path, "id,name,lat,lon,prefer\ngeonames:21,Tallbridge,33.31,43.11,yes\n")
    assert where(path, "Tallbridge") == where(path, "Talbridge") == [("geonames:21", 33.31, 43.11)]


def test_the_option_prefers_the_whole_file(path: Path) -> None:
    add(path, "name,lat,lon\nTallbridge,36.1,44.2\n", prefer=True)
    assert where(path, "Tallbridge") == [("mine:tallbridge", 36.1, 44.2)]


def test_a_place_without_preference_is_another_candidate(path: Path) -> None:
    add(path, "name,lat,lon,country\nTallbridge,36.1,44.2,IQ\n")
    assert [ident for ident, _, _ in where(path, "Tallbridge")] == ["geonames:21", "mine:tallbridge-iq"]


def test_the_same_place_nearby_is_one_and_adds_its_names(path: Path) -> None:
    add(path, "name,lat,lon,country,aliases\nTallbridge,33.31,43.11,IQ,Long Bridge\n")
    assert where(path, "Tallbridge") == where(path, "Long Bridge") == [("geonames:21", 33.3, 43.1)]


def test_places_of_one_name_get_ids_of_their_own(path: Path) -> None:
    add(path, "name,lat,lon\nHigh Post,33.5,44.1\nHigh Post,35.5,44.1\n")
    assert [ident for ident, _, _ in where(path, "High Post")] == ["mine:high-post", "mine:high-post-2"]


def test_bad_lines_are_named_and_the_rest_goes_in(path: Path) -> None:
    problems = add(
        path,
        "Name;Latitude;Longitude;Country;Population;Feature;Prefer\n"
        "Good;33.5;44.1;Irak;1,200;village;no\n"
        "Far;95;44;IQ;;;\n"
        "Comma;33,5;44;IQ;;;\n"
        "Lost;33;44;Atlantis;;;\n"
        ";33;44;IQ;;;\n"
        "بغداد;33;44;IQ;;;\n"
        "Many;33;44;IQ;lots;;\n"
        "Odd;33;44;IQ;;castle in the air;\n"
        "Maybe;33;44;IQ;;;perhaps\n"
        "\n",
    )
    assert [problem.line for problem in problems] == list(range(3, 11))
    said = " ".join(problem.message for problem in problems)
    for word in ("90", "'33,5'", "Atlantis", "no name", "Latin script", "'lots'", "castle", "'perhaps'"):
        assert word in said
    assert where(path, "Good") == [("mine:good-iq", 33.5, 44.1)]


@pytest.mark.parametrize(
    ("text", "said"),
    [("name,lat\nX,1\n", "no column lon"), ("", "no column name or lat or lon"), ("name,lat,lon\n,,\n", "no place")],
)
def test_a_table_that_gives_nothing_is_refused_and_leaves_what_was_there(path: Path, text: str, said: str) -> None:
    add(path, "name,lat,lon\nOld Mill,33.5,44.1\n")
    with pytest.raises(FormatError, match=said):
        add(path, text)
    assert where(path, "Old Mill")


def test_text_that_isnt_utf8_is_named(path: Path, tmp_path: Path) -> None:
    table = tmp_path / "latin.csv"
    table.write_bytes("name,lat,lon\nSãlto,1,2\nGood,1,2\n".encode("latin-1"))
    problems: list[Problem] = []
    add_source(path, Source(kind="csv", table=table, name="latin"), problems.append)
    assert [problem.line for problem in problems] == [2]
    assert "UTF-8" in problems[0].message


def test_a_spreadsheets_encodings_and_tabs_are_read(tmp_path: Path, known: Known) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        table = tmp_path / encoding
        table.write_text("name\tlat\tlon\nOld Mill\t1.5\t2\n", encoding=encoding)
        with open_text(table) as text:
            assert [one.lat for one in places(read_csv(text, known, "x"))] == [1.5]


def test_adding_again_replaces_and_removing_restores(path: Path) -> None:
    add(path, "name,lat,lon\nOld Mill,33.5,44.1\nTallbridge,36,44\n", prefer=True)
    add(path, "name,lat,lon\nNew Mill,33.5,44.1\n")
    assert where(path, "Old Mill") == []
    assert list(added_sources(path)) == ["mine"]
    assert added_sources(path)["mine"]["places"] == "1"
    remove_source(path, "mine")
    assert where(path, "New Mill") == []
    with pytest.raises(NotFoundError, match="none has been added"):
        remove_source(path, "mine")


def test_sources_stay_when_the_default_is_built_anew(path: Path) -> None:
    add(path, "name,lat,lon\nOld Mill,33.5,44.1\n")
    build_gazetteer(path, DEFAULT[:1])
    assert where(path, "Old Mill")


def test_what_goes_wrong_while_writing_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path, "name,lat,lon\nOld Mill,33.5,44.1\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    def interrupt(_: Tally) -> None:
        raise KeyboardInterrupt

    table = path.with_name("mine.txt")
    with pytest.raises(KeyboardInterrupt):
        add_source(path, Source(kind="csv", table=table, name="mine"), lambda _: None, interrupt)
    monkeypatch.setattr(gazetteer_file, "_insert_common", full)
    with pytest.raises(MissingPartError, match="No space left"):
        add(path, "name,lat,lon\nNew Mill,33.5,44.1\n")
    assert where(path, "Old Mill")
    assert [file.name for file in folder_of(path).iterdir()] == ["mine.sqlite"]


def test_a_source_of_another_version_says_what_to_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path, "name,lat,lon\nOld Mill,33.5,44.1\n")
    monkeypatch.setattr(gazetteer_added, "_LAYOUT", "next")
    with pytest.raises(MissingPartError, match=r"gazetteer add csv .*mine.txt --name mine"):
        added_files(path)
    add(path, "name,lat,lon\nOld Mill,33.5,44.1\n")
    assert where(path, "Old Mill")
    (folder_of(path) / "mine.sqlite").write_bytes(b"no database")
    assert added_sources(path) == {"mine": {}}
    remove_source(path, "mine")
    assert added_files(path) == []


@pytest.mark.parametrize("name", ["", "Two Words", "tocsin", "../up", "geonames"])
def test_a_name_that_cant_name_a_source_is_refused(path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="can't name a source"):
        add_source(path, Source(kind="csv", table=path, name=name), lambda _: None)


def test_a_source_is_called_after_its_file() -> None:
    names = [name_of(Path(file)) for file in ("My places.csv", "IQ.txt", "allCountries.txt.gz", "….csv")]
    assert names == ["my-places", "iq", "allcountries", "places"]


def test_an_english_word_isnt_one_where_the_default_knows_better(path: Path) -> None:
    add(path, "name,lat,lon\nMountain,33.5,44.1\nHope,33.6,44.1\n")
    gazetteer = Gazetteer(path, added_files(path))
    assert "hope" in gazetteer.common
    assert "mountain" not in gazetteer.common


def geonames(number: int, name: str, kind: str, code: str, *, aliases: str = "", second: str = "") -> str:
    cells = [
        str(number),
        name,
        "",
        aliases,
        "33.1",
        "43.9",
        kind,
        code,
        "IQ",
        "",
        "01",
        second,
        "",
        "",
        "700",
        "",
        "",
        "",
        "",
    ]
    return "\t".join(cells)


def test_geonames_rows_become_places(known: Known) -> None:
    lines = [
        geonames(31, "Tīn Well", "P", "PPL", aliases="Tin Well,تين", second="2"),
        geonames(32, "Stone Base", "L", "MILB"),
        geonames(33, "Long Road", "R", "RD"),
        geonames(11, "Al Anbar", "A", "ADM1"),
        geonames(34, "Copper Hill Camp", "S", "CMPRF"),
        "cut\toff",
    ]
    entries = list(read_geonames(io.StringIO("\n".join(lines)), known, "dump"))
    found = places(iter(entries))
    assert [(one.id, one.feature) for one in found] == [
        ("geonames:31", "city"),
        ("geonames:32", "base"),
        ("geonames:11", "admin1"),
        ("geonames:34", "camp"),
    ]
    assert found[0].admin == ("Iraq", "Anbar", "Rutbah")
    assert found[1].admin == ("Iraq", "Anbar")
    assert found[0].population == 700
    assert entries[2] is None
    assert isinstance(entries[-1], Problem)
    assert entries[-1].line == 6


def test_a_file_that_is_no_geonames_dump_is_refused(known: Known) -> None:
    with pytest.raises(FormatError, match="no GeoNames dump"):
        list(read_geonames(io.StringIO("a,b\n" * 30), known, "x"))


def test_geonames_codes_have_features() -> None:
    pairs = [("P", "PPLX"), ("P", "PPLA"), ("S", "SCH"), ("T", "ISL"), ("H", "STM"), ("S", "AIRB")]
    assert [feature_of(*pair) for pair in pairs] == ["neighbourhood", "city", None, "island", None, "airport"]


def test_whosonfirst_rows_become_places_in_their_divisions(path: Path, known: Known) -> None:
    rows = [
        WOF,
        "101\tStone Gate\tIQ\tlocality\t33.2\t43.8\t\t41\t201\t\tStonegate",
        "102\tRed Airfield\tIQ\tcampus\t33.2\t43.8\t\t\t201\t202\t",
        "103\tShop\tIQ\tvenue\t33.2\t43.8\t\t\t201\t\t",
        "201\tAnbar Governorate\tIQ\tregion\t33\t42\t\t11\t201\t\t",
        "202\tEast Anbar\tIQ\tcounty\t33\t42\t\t\t201\t202\t",
        "104\tBroken\tIQ\tlocality\tnorth\t43.8\t\t\t201\t\t",
        "105\tCut",
    ]
    table = path.with_name("wof.tsv.xz")
    table.write_bytes(lzma.compress("\n".join(rows).encode()))
    chains = read_chains(table, known)
    with open_text(table) as text:
        entries = list(read_wof(text, known, "wofs", chains))
    found = places(iter(entries))
    assert [(one.id, one.feature, one.admin) for one in found] == [
        ("geonames:41", "city", ("Iraq", "Anbar")),
        ("wof:102", "airport", ("Iraq", "Anbar", "East Anbar")),
        ("geonames:11", "admin1", ("Iraq", "Anbar")),
        ("wof:202", "admin2", ("Iraq", "Anbar", "East Anbar")),
    ]
    assert [entry.line for entry in entries if isinstance(entry, Problem)] == [7, 8]
    add_source(path, Source(kind="whosonfirst", table=table, name="wofs"), lambda _: None)
    assert [ident for ident, _, _ in where(path, "Anbar Governorate")] == ["tocsin:anbar-iq"]


def test_a_table_without_the_columns_of_whosonfirst_is_refused(path: Path) -> None:
    with pytest.raises(FormatError, match="no column wof_id"):
        add(path, "name\tlat\tlon\n", "whosonfirst")


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("readme.txt", "no")
        archive.writestr("IQ.txt", "the table")
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"the table"))
    for name in ("a.zip", "a.gz"):
        with open_text(tmp_path / name) as text:
            assert text.read() == "the table"


def test_files_that_cant_be_read_say_so(path: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.xz").write_bytes(lzma.compress(b"name,lat,lon\n" * 1000)[:-20])
    (tmp_path / "no.zip").write_bytes(b"no zip")
    for name in ("cut.xz", "no.zip"):
        with pytest.raises(FormatError, match="broken or not whole"):
            add_source(path, Source(kind="csv", table=tmp_path / name, name="x"), lambda _: None)
    for name in ("none.csv", "."):
        with pytest.raises(InputError):
            add_source(path, Source(kind="csv", table=tmp_path / name, name="x"), lambda _: None)
