import csv
from pathlib import Path

import pytest
from tests.reconcile.accounts import DAY, NAIROBI, make_account

from tocsin.errors import InputError
from tocsin.evaluate.figures import (
    FigureScores,
    grouped,
    known_figures,
    on_gold,
    on_own,
    read_accounts,
    score_figures,
    write_tolls,
)
from tocsin.evaluate.report_groups import Corpus, Known, Row
from tocsin.model import Quantity
from tocsin.reconcile.account import Account


def some(number: int) -> Quantity:
    return Quantity(low=number, high=number)


FIRST = make_account("r1", killed=some(2), injured=some(3))
SECOND = make_account("r2", killed=some(2))
FAR = make_account(
    "r3", title="Shots in Nairobi", evidence="Gunmen fired at a hotel in Nairobi.", place=NAIROBI, injured=some(1)
)
ACCOUNTS = {"a": FIRST, "b": SECOND, "c": FAR}


def corpus(*incidents: str, known: dict[str, Known]) -> Corpus:
    rows = zip(ACCOUNTS.items(), incidents, strict=False)
    return Corpus(Path("data"), tuple(Row(name, to, account.report) for (name, account), to in rows), known)


TOLD = corpus("i1", "i1", "i2", known={"i1": Known(DAY, 2, 3), "i2": Known(DAY, 1, 1), "i3": Known(DAY, 0, 0)})


def test_tolls_are_published_over_all_reports_and_scored() -> None:
    tolls = on_gold(TOLD, ACCOUNTS)
    assert tolls == {"i1": (2, 3), "i2": (0, 1)}
    assert score_figures(known_figures(TOLD), tolls) == FigureScores(2, 0.5, 1.0, 0.5)


def test_our_own_groups_are_scored_by_the_one_that_holds_most_of_an_incident() -> None:
    assert {len(group) for group in grouped(ACCOUNTS.values())} == {2, 1}
    assert on_own(TOLD, ACCOUNTS) == on_gold(TOLD, ACCOUNTS)


def test_without_known_figures_there_is_nothing_to_score() -> None:
    with pytest.raises(InputError, match=r"incidents\.json"):
        known_figures(corpus("i1", known={}))


def test_equal_reports_are_read_once() -> None:
    rows = (Row("a", "i1", FIRST.report), Row("b", "i2", FIRST.report))
    read: list[str] = []

    def account(report: object) -> Account:
        read.append(str(report))
        return FIRST

    assert read_accounts(Corpus(Path(), rows, {}), account) == {"a": FIRST, "b": FIRST}
    assert len(read) == 1


def test_tolls_are_written_as_a_table(tmp_path: Path) -> None:
    write_tolls(tmp_path / "tolls.csv", {"i1": (2, 3)})
    with (tmp_path / "tolls.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [["incident", "killed", "injured"], ["i1", "2", "3"]]
