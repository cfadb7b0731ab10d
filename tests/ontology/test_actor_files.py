"""Entries of actor files become actors; a wrong one is named with its file."""

from typing import Any

import pytest

from tocsin.errors import FormatError
from tocsin.ontology.actor_files import parse, parse_all

FULL: dict[str, Any] = {
    "id": "group:x",
    "name": "X Front",
    "kind": "armed_group",
    "country": "IQ",
    "sector": "REB",
    "acled_type": 2,
    "acled_name": "XF: X Front",
    "ucdp_name": "XF",
    "aliases": ["Jabhat X", {"name": "XF", "language": "ar", "since": 1999, "until": "2014", "context": ["Iraq"]}],
    "metonyms": ["Xville"],
    "relations": [["backed_by", "gov:IR", 2007], ["part_of", "group:y", "2014-06", "2018"]],
}


def test_an_entry_becomes_an_actor() -> None:
    sheet = parse(FULL, "groups.yaml")
    actor = sheet.actor
    assert (actor.id, actor.kind, actor.sector, actor.acled_type, actor.ucdp_name) == (
        "group:x",
        "armed_group",
        "REB",
        2,
        "XF",
    )
    assert [alias.name for alias in actor.aliases] == ["X Front", "Jabhat X", "XF"]
    assert (actor.aliases[2].since, actor.aliases[2].until, actor.aliases[2].context) == ("1999", "2014", ("Iraq",))
    assert [(r.predicate, r.object, r.since, r.until) for r in actor.relations] == [
        ("backed_by", "gov:IR", "2007", None),
        ("part_of", "group:y", "2014-06", "2018"),
    ]
    assert [alias.name for alias in sheet.metonyms] == ["Xville"]
    assert actor.source == "tocsin:groups.yaml"


def test_a_beginning_may_be_said_to_be_unknown() -> None:
    sheet = parse(FULL | {"relations": [["part_of", "group:y", "?", "2018"]], "members": ["SY ?/2024", "FI 2023"]}, "g")
    assert [(r.since, r.until) for r in (*sheet.actor.relations, *sheet.members)] == [
        (None, "2018"),
        (None, "2024"),
        ("2023", None),
    ]
    assert [relation.object for relation in sheet.undated] == ["group:y", "group:x"]


def test_relations_rest_on_the_source_of_their_predicate() -> None:
    sources = {"sources": {"backed_by": "UN panel", "other": "press"}}
    (sheet,) = parse_all([sources, FULL], "groups.yaml")
    assert [relation.source for relation in sheet.actor.relations] == ["UN panel", "press"]
    (own,) = parse_all([FULL | {"source": "our desk"}], "groups.yaml")
    assert {relation.source for relation in own.actor.relations} == {"our desk"}


def test_what_is_no_entry_is_named() -> None:
    with pytest.raises(FormatError, match=r"groups\.yaml: 'text' is no entry"):
        list(parse_all(["text"], "groups.yaml"))  # type: ignore[list-item]  # a fault on purpose


def test_the_name_may_be_kept_from_being_an_alias() -> None:
    assert parse(FULL | {"name_is_alias": False, "aliases": []}, "groups.yaml").actor.aliases == ()


def test_members_are_states_with_their_dates() -> None:
    entry = {"id": "org:x", "name": "X", "kind": "igo", "members": ["FI 2023-04-04", "GB 1973/2020", "FR", "NE /2025"]}
    members = parse(entry, "organisations.yaml").members
    assert [(m.subject, m.predicate, m.object, m.since, m.until) for m in members] == [
        ("state:FI", "member_of", "org:x", "2023-04-04", None),
        ("state:GB", "member_of", "org:x", "1973", "2020"),
        ("state:FR", "member_of", "org:x", None, None),
        ("state:NE", "member_of", "org:x", None, "2025"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"nickname": "X"},
        {"id": ""},
        {"name": None, "aliases": [{"language": "ar"}]},
        {"relations": [["backed_by"]]},
        {"aliases": 7},
    ],
)
def test_a_wrong_entry_is_named_with_its_file(change: dict[str, Any]) -> None:
    with pytest.raises(FormatError, match=r"groups\.yaml"):
        parse(FULL | change, "groups.yaml")


def test_an_entry_without_kind_is_named() -> None:
    with pytest.raises(FormatError, match="group:x"):
        parse({"id": "group:x", "name": "X"}, "groups.yaml")
