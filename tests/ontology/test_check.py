"""The checker is clean on what is shipped and finds each fault that it claims to find."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tocsin.errors import FormatError
from tocsin.model import Actor, Alias, Relation
from tocsin.model.vocabulary import KINDS
from tocsin.ontology import Registry, check, load_vocabularies
from tocsin.ontology.check import check as check_registry
from tocsin.ontology.check import check_vocabularies


def actor(name: str, *aliases: Alias, relations: tuple[Relation, ...] = ()) -> Actor:
    return Actor(id=name, name=name, kind="armed_group", sector="REB", aliases=aliases, relations=relations)


def rules(*actors: Actor, metonyms: Mapping[str, tuple[Alias, ...]] | None = None) -> list[str]:
    return [finding.rule for finding in check_registry(Registry(actors, metonyms))]


def related(predicate: str, other: str, since: str | None = None, until: str | None = None) -> Relation:
    return Relation(subject="a", predicate=predicate, object=other, since=since, until=until, source="record")  # type: ignore[arg-type]  # faults on purpose


def test_the_shipped_data_have_no_fault(registry: Registry) -> None:
    assert check_registry(registry) == ()
    assert check_vocabularies(load_vocabularies(), registry) == ()


def test_a_sound_registry_has_no_fault() -> None:
    assert rules(actor("a", Alias(name="Front")), actor("b", Alias(name="Army", context=("Nowhere",)))) == []


def test_an_id_that_stands_twice_is_found() -> None:
    assert rules(actor("a"), actor("a")) == ["duplicate-id"]


def test_a_missing_sector_is_found() -> None:
    assert rules(replace(actor("a"), sector=None)) == ["no-sector"]
    assert rules(replace(actor("a"), sector=None, kind="person")) == []


def test_an_unknown_country_is_found() -> None:
    assert rules(replace(actor("a"), country="ZZ")) == ["unknown-country"]


def test_an_alias_that_stands_twice_is_found() -> None:
    assert rules(actor("a", Alias(name="Front"), Alias(name="Front"))) == ["duplicate-alias"]


def test_an_alias_of_nothing_is_found() -> None:
    assert rules(actor("a", Alias(name="…"))) == ["empty-alias"]


def test_an_alias_that_ends_before_it_begins_is_found() -> None:
    assert rules(actor("a", Alias(name="Front", since="2014", until="2010"))) == ["bad-dates"]


def test_a_name_of_two_actors_that_nothing_decides_is_found() -> None:
    assert rules(actor("a", Alias(name="The Front")), actor("b", Alias(name="front"))) == ["ambiguous-alias"]


def test_a_place_that_stands_for_two_actors_is_found() -> None:
    metonyms = {"a": (Alias(name="Nowhere"),), "b": (Alias(name="Nowhere"),)}
    assert rules(actor("a"), actor("b"), metonyms=metonyms) == ["ambiguous-alias"]


def test_a_name_that_context_or_time_decides_is_no_fault() -> None:
    usual, early = Alias(name="Front"), Alias(name="Front", until="1999")
    assert rules(actor("a", usual), actor("b", Alias(name="Front", context=("Nowhere",)))) == []
    assert rules(actor("a", early), actor("b", Alias(name="Front", since="2000"))) == []
    assert rules(actor("a", early), actor("b", Alias(name="Front", since="1990"))) == ["ambiguous-alias"]


def test_a_context_word_that_decides_for_two_is_found() -> None:
    one, other = Alias(name="Front", context=("Nowhere",)), Alias(name="Front", context=("NOWHERE", "Elsewhere"))
    assert rules(actor("a", one), actor("b", other)) == ["ambiguous-context"]


@pytest.mark.parametrize(
    ("relation", "rule"),
    [
        (related("befriends", "b", "2010"), "unknown-predicate"),
        (related("part_of", "nobody", "2010"), "unknown-actor"),
        (related("part_of", "a", "2010"), "self-relation"),
        (related("part_of", "b", "2014-05", "2013"), "bad-dates"),
        (related("part_of", "b"), "no-date"),
        (replace(related("part_of", "b", "2010"), source="tocsin:some.yaml"), "no-source"),
    ],
)
def test_a_wrong_relation_is_found(relation: Relation, rule: str) -> None:
    assert rules(actor("a", relations=(relation,)), actor("b")) == [rule]


def test_a_beginning_that_the_data_say_is_not_known_is_no_fault() -> None:
    open_ = related("part_of", "b")
    assert check_registry(Registry([actor("a", relations=(open_,)), actor("b")], undated=[open_])) == ()


def test_an_unknown_kind_is_found() -> None:
    assert rules(replace(actor("a"), kind="gruppe")) == ["unknown-kind"]  # type: ignore[arg-type]  # a fault on purpose


def test_labels_without_definition_and_codes_without_vocabulary_are_found() -> None:
    vocabularies = load_vocabularies()
    own = vocabularies["TOCSIN"]
    kinds = (replace(own.fields["kind"][0], code="mischief"), *own.fields["kind"][1:])
    vocabularies["TOCSIN"] = replace(own, fields={**own.fields, "kind": kinds})
    odd = replace(actor("a"), sector="XXX", acled_type=9)
    found = {(finding.rule, finding.subject) for finding in check_vocabularies(vocabularies, Registry([odd]))}
    assert found == {
        ("unknown-label", "kind mischief"),
        ("no-definition", f"kind {KINDS[0]}"),
        ("unknown-sector", "a"),
        ("unknown-actor-type", "a"),
    }


def test_the_command_says_that_all_is_well() -> None:
    done = subprocess.run([sys.executable, "-m", "tocsin.ontology.check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("0 findings\n")


def test_the_command_ends_with_1_where_there_are_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "load_registry", lambda: Registry([actor("a"), actor("a")]))
    assert check.main() == 1
    assert "duplicate-id: a: defined 2 times" in capsys.readouterr().out


def test_the_command_ends_with_1_where_a_file_is_broken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Registry:
        raise FormatError("groups.yaml: entry 'x' has no id")

    monkeypatch.setattr(check, "load_registry", broken)
    assert check.main() == 1
    assert "groups.yaml" in capsys.readouterr().out
