import datetime as dt
from dataclasses import replace
from typing import Any

from tests.reconcile.accounts import DAY, count, judge, make_account, on

from tocsin.reconcile.account import Account
from tocsin.reconcile.batch import cluster
from tocsin.reconcile.profile import Profile, profile

LINES = (
    "A car bomb killed {} people at the fish market in Kismayo on Friday. Halima Sample, 24, was among them.",
    "At least {} died when a bomb went off in the fish market of Kismayo. The dead include Halima Sample, aged 24.",
    "Kismayo mourned the {} killed by the fish market bomb on Friday. Halima Sample had sold mangoes there.",
)


def told(name: str, text: str, **fields: Any) -> tuple[Account, Profile]:
    account = make_account(name, evidence=text, **fields)
    return account, profile(account.mention, replace(account.report, body=text))


def sizes(accounts: list[tuple[Account, Profile]], *judgements: Any) -> list[int]:
    return sorted(len(group) for group in cluster(accounts, judgements))


THREE = [
    told(f"r{n}", line.format(n + 4), killed=count(n + 4), title=f"Bomb kills {n + 4}") for n, line in enumerate(LINES)
]


def test_three_accounts_of_one_attack_are_one_and_next_weeks_is_another() -> None:
    day = DAY + dt.timedelta(days=7)
    text = "A roadside bomb wounded two soldiers near the port of Kismayo."
    later = told("r9", text, time=on(day), published=day, title="Soldiers hurt in Kismayo")
    assert sizes(THREE) == [3]
    assert sizes([*THREE, later]) == [1, 3]
    assert cluster([later, *reversed(THREE)]) == cluster([*THREE, later])


def test_judgements_hold_over_likeness() -> None:
    assert sizes(THREE, judge("j1", "different", "r0:m1", "r1:m1 r2:m1")) == [1, 2]
    other = told("r9", "Gunmen robbed a bank in Dorun.", place=None, title="Bank robbed", kind="armed_attack")
    assert sizes([*THREE, other], judge("j1", "same", "r9:m1", "r0:m1")) != [1, 3]


def test_five_hundred_copies_of_one_story_are_one_incident() -> None:
    copies = [told(f"r{n}", LINES[0].format(5), title="Bomb kills five", outlet=f"Paper {n}") for n in range(500)]
    assert sizes(copies) == [500]


def test_nothing_and_one_are_no_error() -> None:
    assert cluster([]) == ()
    assert sizes(THREE[:1]) == [1]


def test_reports_without_day_or_place_are_grouped_by_their_words() -> None:
    bare: dict[str, Any] = {"time": None, "place": None, "published": None}
    texts = [f"{LINES[n].format(6)} Omar Warsame Example fled in a blue Toyota with the plate 4471." for n in range(2)]
    assert sizes([told(f"r{n}", text, **bare, title="Fish market bomb") for n, text in enumerate(texts)]) == [2]
