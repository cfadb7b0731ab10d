"""Names of other schemes resolve: UCDP's abbreviations, formal names, lists, communities and crowds."""

import csv
from pathlib import Path

import pytest

from tocsin.ontology import Registry
from tocsin.ontology.scheme_names import actors_of


@pytest.mark.parametrize(
    ("name", "actors"),
    [
        ("IS", ["group:islamic-state"]),
        ("PUK", ["group:puk"]),
        ("SNA", ["group:sna"]),
        ("JAS", ["group:boko-haram"]),
        ("Government of Myanmar (Burma)", ["gov:MM"]),
        ("Government of Russia (Soviet Union)", ["gov:RU"]),
        ("Government of eSwatini (Swaziland)", ["gov:SZ"]),
        ("Kashmir insurgents", ["group:kashmir-insurgents"]),
        ("Government of Eritrea, Government of Ethiopia", ["gov:ER", "gov:ET"]),
        ("Los Chone Killers , Los Lobos , Los Pipos", ["group:chone-killers", "group:lobos", "group:pipos"]),
        ("Kenana, Nuba Logan", ["people:kenana", "people:nuba-logan"]),
        ("Civilians", ["crowd:civilians"]),
        ("Opponents of Khamenei", ["crowd:opponents-ir"]),
        ("Fulani", ["group:fulani-militia"]),
    ],
)
def test_a_ucdp_name_means_its_actors(registry: Registry, name: str, actors: list[str]) -> None:
    assert [party[0].id for party in actors_of(registry, "ucdp", name)] == actors


def test_a_list_with_a_party_that_nobody_knows_means_nobody(registry: Registry) -> None:
    assert actors_of(registry, "ucdp", "Government of Chad, Nobody at all") == ()


def test_acled_names_are_looked_up_too(registry: Registry) -> None:
    ((actor,),) = actors_of(registry, "acled", "Military Forces of Chad")
    assert actor.id == "mil:TD"


def test_a_peoples_name_alone_links_to_nobody_in_text(registry: Registry) -> None:
    assert registry.find("Hausa") == ()
    assert registry.find("civilians") == ()
    assert registry.find("Hausa militia")[0].id == "people:hausa"


def test_every_ucdp_name_resolves(registry: Registry, shared: Path) -> None:
    with (shared / "data" / "ucdp" / "actor_names.tsv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file, delimiter="\t")]
    assert len(names) == 238
    assert [name for name in names if not actors_of(registry, "ucdp", name)] == []
