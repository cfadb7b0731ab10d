"""The user's own actors are read from YAML and CSV, checked beside the shipped ones and kept once."""

from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import FormatError, InputError
from tocsin.ontology.actors import load_registry
from tocsin.ontology.own_actors import Added, add_entries, check_entries, read_entries

WOLVES: dict[str, Any] = {
    "id": "group:silver-wolves",
    "name": "Silver Wolves",
    "kind": "armed_group",
    "country": "HT",
    "sector": "CRM",
    "acled_type": 3,
    "source": "our own reports",
    "relations": [["fights", "group:g9", "2022"]],
}


def test_a_csv_row_says_what_a_yaml_entry_says(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "id,name,kind,country,sector,acled_type,aliases,relations,source,replaces\n"
        "group:silver-wolves,Silver Wolves,armed_group,HT,CRM,3,SW[Haiti;Port-au-Prince]|Loups{2020/},"
        "fights group:g9 2022,our own reports,\n",
        encoding="utf-8",
    )
    (entry,) = read_entries(path)
    aliases = [
        {"name": "SW", "context": ["Haiti", "Port-au-Prince"]},
        {"name": "Loups", "since": "2020", "context": []},
    ]
    assert entry == WOLVES | {"aliases": aliases}
    assert check_entries([entry], "own.csv") == ()


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("own.csv", "id,nickname\na,b\n", "unknown columns nickname"),
        ("own.csv", "id,name\na\n", "line 2"),
        ("own.csv", "id,acled_type\na,two\n", "line 2"),
        ("own.yaml", "a: 1\n", "no list of entries"),
        ("own.yaml", "- [\n", "can't read own.yaml"),
        ("own.txt", "", "neither .yaml nor .csv"),
    ],
)
def test_a_file_of_another_form_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError, match=message):
        read_entries(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        read_entries(tmp_path / "own.yaml")


def test_each_fault_is_found() -> None:
    odd = WOLVES | {"kind": "gruppe", "country": "ZZ", "relations": [["likes", "group:nobody"]]}
    rules = {finding.rule for finding in check_entries([odd], "own.yaml")}
    assert rules >= {"unknown-kind", "unknown-country", "unknown-predicate", "unknown-actor", "no-date"}
    nameless = [{"id": "group:a", "kind": "group"}, {"id": "group:b", "name": "B", "color": "red"}]
    assert [(each.rule, each.subject) for each in check_entries(nameless, "own.yaml")] == [
        ("bad-entry", "group:a"),
        ("bad-entry", "group:b"),
    ]
    assert [each.rule for each in check_entries([{"extends": "group:nobody"}], "own.yaml")] == ["bad-entry"]


def test_a_shipped_actor_is_replaced_only_where_the_entry_says_so(tmp_path: Path) -> None:
    hamas = WOLVES | {"id": "group:hamas", "name": "Our Hamas", "relations": []}
    assert "duplicate-id" in {finding.rule for finding in check_entries([hamas], "own.yaml")}
    own = tmp_path / "own.yaml"
    add_entries([hamas | {"replaces": True}], own)
    assert load_registry(own).get("group:hamas").name == "Our Hamas"


def test_adding_again_changes_nothing_and_a_new_version_takes_the_place(tmp_path: Path) -> None:
    own = tmp_path / "deep" / "own.yaml"
    more = {"extends": "group:hamas", "aliases": ["Hamas of ours"]}
    assert add_entries([WOLVES, more], own) == Added(2, 0, 0)
    written = own.read_bytes()
    assert add_entries([WOLVES, more], own) == Added(0, 0, 2)
    assert own.read_bytes() == written
    assert add_entries([WOLVES | {"name": "Grey Wolves of Haiti"}], own) == Added(0, 1, 0)
    registry = load_registry(own)
    assert registry.get("group:silver-wolves").name == "Grey Wolves of Haiti"
    assert registry.find("Hamas of ours")[0].id == "group:hamas"
    assert (registry.own, load_registry().own) != ("", "")
    assert load_registry(tmp_path / "none.yaml").own == ""
