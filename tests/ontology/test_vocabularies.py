"""Vocabularies load with codes, definitions and what lies above a code; a fault is named with file and place."""

from pathlib import Path

import pytest
import yaml

from tocsin.errors import FormatError, NotFoundError
from tocsin.model.vocabulary import ATTRIBUTION_STATES, KINDS, PREDICATES, SCOPES, STANCES, STATUSES
from tocsin.ontology import load_vocabularies
from tocsin.ontology.vocabularies import Vocabulary, read_vocabulary

SMALL = {
    "scheme": "SMALL",
    "title": "A small scheme",
    "source": "ours",
    "within": {"fine": "broad"},
    "fields": {
        "broad": [{"code": 1, "definition": "One."}, {"code": 2, "definition": "Two."}],
        "fine": [{"code": "a", "of": 1, "label": "A", "definition": "First."}],
    },
}


@pytest.fixture(scope="module")
def vocabularies() -> dict[str, Vocabulary]:
    return load_vocabularies()


def write(folder: Path, content: object) -> Path:
    source = folder / "small.yaml"
    source.write_text(yaml.safe_dump(content), encoding="utf-8")
    return source


def codes(vocabulary: Vocabulary, field: str) -> list[object]:
    return [term.code for term in vocabulary.fields[field]]


def test_the_schemes_that_incidents_are_coded_in_are_there(vocabularies: dict[str, Vocabulary]) -> None:
    assert set(vocabularies) == {"PLOVER", "ACLED", "UCDP", "CAMEO", "TOCSIN"}


def test_each_scheme_has_its_codes(vocabularies: dict[str, Vocabulary]) -> None:
    assert len(codes(vocabularies["PLOVER"], "event")) == 16
    assert len(codes(vocabularies["PLOVER"], "quad")) == 4
    assert len(codes(vocabularies["ACLED"], "event_type")) == 6
    assert codes(vocabularies["ACLED"], "actor_type") == list(range(1, 9))
    assert codes(vocabularies["UCDP"], "type_of_violence") == [1, 2, 3]
    assert codes(vocabularies["UCDP"], "where_prec") == list(range(1, 8))
    assert codes(vocabularies["CAMEO"], "root") == [f"{root:02}" for root in range(1, 21)]


@pytest.mark.parametrize(
    ("field", "labels"),
    [
        ("kind", KINDS),
        ("status", STATUSES),
        ("scope", SCOPES),
        ("stance", STANCES),
        ("predicate", PREDICATES),
        ("attribution", ATTRIBUTION_STATES),
    ],
)
def test_every_label_of_ours_has_a_definition(
    vocabularies: dict[str, Vocabulary], field: str, labels: tuple[str, ...]
) -> None:
    assert set(codes(vocabularies["TOCSIN"], field)) == set(labels)


def test_a_cameo_code_begins_with_what_is_above_it(vocabularies: dict[str, Vocabulary]) -> None:
    for term in vocabularies["CAMEO"].fields["code"]:
        above = vocabularies["CAMEO"].above({"code": term.code})
        assert str(term.code).startswith(str(above["base"]))
        assert str(above["base"]).startswith(str(above["root"]))


def test_what_lies_above_a_code_follows_from_it(vocabularies: dict[str, Vocabulary]) -> None:
    above = vocabularies["ACLED"].above({"sub_event_type": "Grenade"})
    assert above == {"event_type": "Explosions/Remote violence", "disorder_type": "Political violence"}


def test_a_mode_belongs_to_its_event(vocabularies: dict[str, Vocabulary]) -> None:
    plover = vocabularies["PLOVER"]
    assert plover.has("mode", "restrict", "COERCE")
    assert plover.has("mode", "restrict", "THREATEN")
    assert not plover.has("mode", "restrict", "ASSAULT")


def test_an_unknown_code_is_named(vocabularies: dict[str, Vocabulary]) -> None:
    with pytest.raises(NotFoundError, match="UCDP has no type_of_violence 4"):
        vocabularies["UCDP"].term("type_of_violence", 4)


def test_a_label_is_the_code_where_none_is_given(tmp_path: Path) -> None:
    small = read_vocabulary(write(tmp_path, SMALL))
    assert (small.term("fine", "a").label, small.term("broad", 1).label) == ("A", "1")


@pytest.mark.parametrize(
    ("field", "terms", "fault"),
    [
        ("fine", [{"code": "a"}], r"fields\.fine\[0\]: a term has code"),
        ("fine", [{"code": "a", "definition": "First.", "colour": "red"}], r"fields\.fine\[0\]: a term has code"),
        ("fine", [{"code": "a", "definition": "First"}], r"fields\.fine\[0\]: 'a' needs a definition"),
        ("fine", [{"code": "a", "of": 3, "definition": "First."}], r"fields\.fine\[0\]: 'a' is of 3"),
        ("broad", [{"code": 1, "definition": "One."}] * 2, r"fields\.broad\[1\]: 1 stands twice"),
    ],
)
def test_a_faulty_term_is_named_with_its_place(
    tmp_path: Path, field: str, terms: list[dict[str, object]], fault: str
) -> None:
    source = write(tmp_path, SMALL | {"fields": {"broad": SMALL["fields"]["broad"], field: terms}})  # type: ignore[index]  # a literal dict
    with pytest.raises(FormatError, match=rf"small\.yaml: {fault}"):
        read_vocabulary(source)


def test_a_file_without_scheme_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"small\.yaml: needs scheme"):
        read_vocabulary(write(tmp_path, {"fields": {}}))
