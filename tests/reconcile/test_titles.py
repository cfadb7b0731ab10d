import dataclasses
from typing import Any

import pytest
from tests.reconcile.accounts import KISMAYO, PORT, held, make_account, target, weapon

from tocsin.model import Toponym
from tocsin.reconcile.incidents import build_incident

EMBASSY = Toponym(
    name="Embassy of the United States, Baghdad", country="IQ", admin1="Baghdad", precision="site", relation="near"
)


def title(**fields: Any) -> str:
    return build_incident([make_account(**fields)]).title


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Bombing in Kismayo, Somalia"),
        ({"place": None}, "Bombing"),
        ({"weapons": (weapon("car bomb"),)}, "Car bombing in Kismayo, Somalia"),
        ({"targets": (target("the Fish Market"),)}, "Bombing of the Fish Market, Kismayo, Somalia"),
        ({"place": PORT}, "Bombing at Kismayo port, Somalia"),
        (
            {"kind": "rocket_or_shelling", "place": EMBASSY, "weapons": (weapon("rockets", 5),)},
            "Rocket attack near the Embassy of the United States, Baghdad, Iraq",
        ),
        ({"status": "foiled"}, "Foiled bombing in Kismayo, Somalia"),
        (
            {"kind": "abduction", "targets": (target("Amina Example"),)},
            "Abduction of Amina Example, Kismayo, Somalia",
        ),
        (
            {"perpetrators": (held("Example Front", "claimed"),)},
            "Bombing in Kismayo, Somalia, claimed by Example Front",
        ),
        ({"perpetrators": (held("Example Front", "accused"),)}, "Bombing in Kismayo, Somalia"),
        (
            {"kind": "armed_attack", "targets": (target("the Fish Market"),), "weapons": (weapon("rifles"),)},
            "Shooting at the Fish Market, Kismayo, Somalia",
        ),
        ({"kind": "arrest_or_raid"}, "Arrest or raid in Kismayo, Somalia"),
        (
            {"kind": "arrest_or_raid", "targets": (target("Omar Sample", "detained"),)},
            "Arrest of Omar Sample, Kismayo, Somalia",
        ),
        ({"kind": "protest", "targets": (target("the Ministry"),)}, "Protest in Kismayo, Somalia"),
        ({"place": Toponym(name="Kismayo port")}, "Bombing in Kismayo port"),
    ],
    ids=str,
)
def test_a_title_says_what_against_whom_and_where(fields: dict[str, Any], words: str) -> None:
    assert title(**fields) == words


def test_a_target_that_is_the_place_is_not_repeated() -> None:
    assert title(place=PORT, targets=(target("Kismayo port"),)) == "Bombing at Kismayo port, Somalia"


def test_a_place_near_is_said_so() -> None:
    assert title(place=dataclasses.replace(KISMAYO, relation="near")) == "Bombing near Kismayo, Somalia"
