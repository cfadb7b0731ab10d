"""Rules of crosswalks are read against the vocabularies; each fault names file and place."""

from typing import Any

import pytest

from tocsin.errors import FormatError
from tocsin.model.vocabulary import KINDS, STANCES
from tocsin.ontology import load_vocabularies
from tocsin.ontology.crosswalk import Crosswalks, load_crosswalks
from tocsin.ontology.crosswalk_files import Reader, read_conditions
from tocsin.ontology.files import data, read_yaml


@pytest.fixture(scope="module")
def book() -> Crosswalks:
    return load_crosswalks()


@pytest.fixture
def reader(book: Crosswalks) -> Reader:
    return Reader("plover.yaml", book.vocabularies["PLOVER"], book.conditions.values())


def plain(**kinds: Any) -> dict[str, Any]:
    return {"kinds": {kind: [{"event": "ASSAULT"}] for kind in KINDS} | kinds}


def test_every_kind_has_rules_in_every_scheme(book: Crosswalks) -> None:
    assert set(book.schemes) == {"PLOVER", "ACLED", "UCDP", "CAMEO"}
    for crosswalk in book.schemes.values():
        assert set(crosswalk.kinds) == set(KINDS)
        assert all(not rules[-1].when for rules in crosswalk.kinds.values())


def test_every_stance_has_an_entry(book: Crosswalks) -> None:
    assert set(book.stances) == set(STANCES)


def test_every_code_of_a_rule_is_in_its_vocabulary(book: Crosswalks) -> None:
    for scheme, crosswalk in book.schemes.items():
        for rules in (*crosswalk.kinds.values(), *((rule,) for rule in crosswalk.statuses.values())):
            for rule in rules:
                for field, code in rule.codes.items():
                    assert book.vocabularies[scheme].has(field, code), (scheme, field, code)


def test_every_pair_of_sides_has_an_interaction(book: Crosswalks) -> None:
    types = sorted(set(book.conditions.sides.values()))
    for one in types:
        assert book.vocabularies["ACLED"].has("interaction", one * 10)
        assert all(book.vocabularies["ACLED"].has("interaction", one * 10 + two) for two in types if two >= one)


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        ([{"event": "ASSAIL"}], r"kinds\.riot\[0\]\.event: 'ASSAIL' is no code of PLOVER event"),
        (
            [{"event": "ASSAULT", "mode": "riot"}],
            r"kinds\.riot\[0\]\.mode: 'riot' is no code of PLOVER mode of ASSAULT",
        ),
        ([{"verb": "ASSAULT"}], r"kinds\.riot\[0\]\.verb: 'ASSAULT' is no code of PLOVER verb"),
        ([{"when": {"moon": "full"}, "event": "ASSAULT"}], r"kinds\.riot\[0\]\.when\.moon: 'moon' is no condition"),
        ([{"when": {"weapon": "spoon"}, "event": "ASSAULT"}], r"when\.weapon: 'spoon' is no value of weapon"),
        ([{"when": {"killed": 3}, "event": "ASSAULT"}], r"when\.killed: 3 is no value of killed"),
        ([{"when": {"killed": "some"}, "event": "ASSAULT"}], r"kinds\.riot: the last rule must have no condition"),
        ([{"when": {"killed": "some"}}], r"kinds\.riot\[0\]: a rule has codes or says why"),
        ([{"event": "ASSAULT", "sides": ["martians"]}], r"kinds\.riot\[0\]\.sides: 'martians' is no value"),
        (["ASSAULT"], r"kinds\.riot\[0\]: a rule is a mapping"),
        ([], r"kinds\.riot: needs a list of rules"),
    ],
)
def test_a_faulty_rule_is_named_with_its_place(reader: Reader, rules: list[Any], fault: str) -> None:
    with pytest.raises(FormatError, match=rf"plover\.yaml: .*{fault}"):
        reader.crosswalk(plain(riot=rules))


def test_a_kind_without_rules_and_a_rule_without_kind_are_named(reader: Reader) -> None:
    with pytest.raises(FormatError, match="'mischief' is no label of ours"):
        reader.crosswalk(plain(mischief=[{"event": "ASSAULT"}]))
    lacking = plain()
    del lacking["kinds"]["riot"]
    with pytest.raises(FormatError, match="'riot' has no entry"):
        reader.crosswalk(lacking)


def test_a_precision_that_no_vocabulary_has_is_named(book: Crosswalks) -> None:
    reader = Reader("ucdp.yaml", book.vocabularies["UCDP"], book.conditions.values())
    kinds = {"kinds": {kind: [{"type_of_violence": 1}] for kind in KINDS}}
    for more, fault in (
        ({"dates": {"date_prec": [[1, 9]]}}, r"dates\.date_prec"),
        ({"places": {"where_prec": {"site": 9}}}, r"places\.where_prec"),
        ({"places": {"where_prec": {"site": 1}}, "near": 9}, "near"),
        ({"needs": {"weather": "No weather is known."}}, r"needs\.weather"),
    ):
        with pytest.raises(FormatError, match=rf"ucdp\.yaml: {fault}"):
            reader.crosswalk(kinds | more)


def test_a_list_of_words_that_is_not_there_is_named(reader: Reader) -> None:
    stances = {stance: [{"event": "SUPPORT"}] for stance in STANCES} | {
        "order": [{"words": "poems", "event": "REQUEST"}, {"event": "REQUEST"}]
    }
    with pytest.raises(FormatError, match=r"stances\.order\[0\]\.words: 'poems' is no list"):
        reader.stances({"stances": stances})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"sides": {"state": 9}}, r"sides\.state: 9 is no actor type"),
        ({"perpetrators": {"state": "state"}}, "has no side"),
        ({"targets": {"person": "martians"}}, "'martians' is no side"),
        ({"uncounted": {}}, "has no reason"),
        ({"words": None}, "AttributeError"),
    ],
)
def test_faulty_conditions_are_named(change: dict[str, Any], fault: str) -> None:
    content = read_yaml(data("crosswalks", "conditions.yaml")) | change
    with pytest.raises(FormatError, match=rf"conditions\.yaml: .*{fault}"):
        read_conditions("conditions.yaml", content, load_vocabularies()["ACLED"])
