"""Which figure is published, and why."""

import dataclasses
import datetime as dt

from tests.reconcile.accounts import DAY, make_account

from tocsin.model import FigureLedger, Quantity
from tocsin.reconcile.incidents import build_incident


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def read(number: int, surely: float = 0.9) -> Quantity:
    return Quantity(low=number, high=number, confidence=surely)


def chosen(made: FigureLedger) -> tuple[int | None, str]:
    return made.best, made.ledger.rule


def test_what_most_outlets_give_outlasts_a_later_lower_count() -> None:
    accounts = [make_account(f"r{n}", injured=read(4), outlet=f"Paper {n}") for n in range(2)]
    accounts.append(make_account("r9", injured=read(2), published=later(90)))
    assert chosen(build_incident(accounts).injured) == (4, "most outlets")


def test_a_later_higher_count_overtakes_however_many_gave_the_old_one() -> None:
    accounts = [make_account(f"r{n}", killed=read(5), outlet=f"Paper {n}") for n in range(3)]
    accounts.append(make_account("r9", killed=read(6), published=later(2)))
    assert chosen(build_incident(accounts).killed) == (6, "later, higher figure")


def test_a_higher_count_of_a_day_on_which_the_old_one_is_still_given_does_not_overtake_it() -> None:
    accounts = [make_account(f"r{n}", killed=read(5), outlet=f"Paper {n}", published=later(n)) for n in range(3)]
    accounts.append(make_account("r9", killed=read(6), published=later(2)))
    assert chosen(build_incident(accounts).killed) == (5, "most outlets")


def test_a_figure_that_was_hardly_read_stands_back() -> None:
    doubtful = make_account("r2", killed=read(30, 0.4), published=later(1))
    assert chosen(build_incident([make_account("r1", killed=read(3)), doubtful]).killed) == (3, "surely read")


def test_outlets_count_as_much_as_they_were_surely_read() -> None:
    accounts = [make_account(f"r{n}", killed=read(2, 0.6), outlet=f"Paper {n}") for n in range(2)]
    accounts += [make_account(f"s{n}", killed=read(3, 1.0), outlet=f"Post {n}") for n in range(2)]
    assert chosen(build_incident(accounts).killed) == (3, "most outlets")


def test_a_figure_without_confidence_counts_in_full() -> None:
    plain = make_account("r1", killed=dataclasses.replace(read(3), confidence=None), outlet="Gazette")
    assert chosen(build_incident([plain, make_account("r2", killed=read(8, 0.6), outlet="Post")]).killed)[0] == 3


def test_a_figure_that_a_report_says_was_revised_stands_back_however_many_gave_it() -> None:
    accounts = [make_account(f"r{n}", killed=read(163), outlet=f"Paper {n}") for n in range(3)]
    lowered = dataclasses.replace(read(140), replaces=(163,))
    accounts.append(make_account("r9", killed=lowered, published=later(2)))
    assert chosen(build_incident(accounts).killed) == (140, "not replaced by a revised figure")


def test_of_two_figures_that_replace_each_other_the_later_stands() -> None:
    up = make_account("r1", killed=dataclasses.replace(read(23), replaces=(19,)))
    down = make_account("r2", killed=dataclasses.replace(read(19), replaces=(23,)), published=later(1))
    assert chosen(build_incident([up, down]).killed)[0] == 19
