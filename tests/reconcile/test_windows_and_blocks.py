import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.accounts import DAY, PORT, SOMALIA, make_account, on

from tocsin.model import Timex, Toponym
from tocsin.reconcile.blocking import MOST_ALIKE, block, candidate_pairs, own_id
from tocsin.reconcile.windows import NEWS_DAYS, shifted, window


def test_a_stated_day_is_widened_by_a_day_on_either_side() -> None:
    found = block(make_account())
    assert (found.start, found.end, found.brief) == (dt.date(2024, 5, 2), dt.date(2024, 5, 4), True)


def test_the_coarser_the_time_the_wider_the_block() -> None:
    month = block(make_account(time=on(dt.date(2008, 11, 1), dt.date(2008, 11, 30), "month")))
    year = block(make_account(time=on(dt.date(2008, 1, 1), dt.date(2008, 12, 31), "year")))
    assert (month.start, month.end, month.brief) == (dt.date(2008, 10, 29), dt.date(2008, 12, 3), True)
    assert not year.brief


def test_undated_news_lies_in_the_days_before_publication() -> None:
    found = block(make_account(time=None))
    assert found.start == DAY - dt.timedelta(days=NEWS_DAYS + 1)
    assert found.end == DAY + dt.timedelta(days=1)
    assert found.brief


def test_undated_background_lies_any_time_before_publication() -> None:
    found = block(make_account(time=None, scope="background"))
    assert (found.start, found.end, found.brief) == (None, DAY + dt.timedelta(days=1), False)


def test_without_any_date_every_day_is_open() -> None:
    found = block(make_account(time=None, published=None))
    assert (found.start, found.end, found.brief) == (None, None, False)
    assert window(make_account(time=None, published=None)).meets(window(make_account()))


def test_a_city_and_a_site_are_place_keys_and_a_country_is_none() -> None:
    assert block(make_account()).place == "g1"
    assert block(make_account(place=PORT)).place == "g2"
    assert block(make_account(place=SOMALIA)).place is None
    assert block(make_account(place=None)).place is None


def test_a_place_that_no_gazetteer_knows_is_found_by_its_folded_name() -> None:
    assert (
        block(make_account(place=Toponym(name="The Al-Hamra"))).place
        == block(make_account(place=Toponym(name="al-hamra"))).place
    )


def test_the_incident_id_is_made_of_the_mention_alone() -> None:
    own = block(make_account("r7", 2)).own
    assert own == own_id("r7:m2") == block(make_account("r7", 2, place=None, time=None)).own
    assert len(own) == len("inc-") + 12


def test_windows_meet_within_the_larger_slack() -> None:
    first = window(make_account())
    for days, meets in ((0, True), (1, True), (2, False)):
        other = window(make_account(time=on(DAY + dt.timedelta(days=days))))
        assert first.meets(other) is meets
        assert other.meets(first) is meets


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_shifting_stops_at_the_ends_of_the_calendar(day: dt.date) -> None:
    assert shifted(day, -1) is not None
    assert shifted(day, 1) is not None


DATES = st.dates(dt.date(2024, 4, 1), dt.date(2024, 6, 1))
TIMES = st.none() | st.builds(on, DATES) | st.just(on(dt.date(2024, 5, 1), dt.date(2024, 5, 31), "month"))


@given(TIMES, TIMES, DATES, DATES)
def test_accounts_whose_days_meet_share_days_in_their_blocks(
    one: Timex | None, other: Timex | None, first: dt.date, second: dt.date
) -> None:
    a, b = make_account("r1", time=one, published=first), make_account("r2", time=other, published=second)
    ours, theirs = block(a), block(b)
    assert ours.start is not None
    assert ours.end is not None
    assert theirs.start is not None
    assert theirs.end is not None
    if window(a).meets(window(b)):
        assert ours.start <= theirs.end
        assert theirs.start <= ours.end


def test_accounts_that_share_rare_terms_are_compared_wherever_and_whenever() -> None:
    blocks = [block(make_account(f"r{n}", place=None)) for n in range(3)]
    assert candidate_pairs(blocks, [{"a": 7.0, "b": 5.0}, {"a": 7.0}, {"c": 7.0}]) == {(0, 1)}


def test_accounts_of_one_place_and_time_are_compared_whatever_they_say() -> None:
    days = [make_account("r0"), make_account("r1"), make_account("r2", time=on(DAY + dt.timedelta(days=9)))]
    assert candidate_pairs([block(each) for each in days], [{}, {}, {}]) == {(0, 1)}


def test_five_hundred_copies_of_a_story_are_not_all_compared() -> None:
    blocks = [block(make_account(f"r{n}", place=None)) for n in range(500)]
    held = [{"common": 9.0, f"own {n}": 9.0, f"shared {n // 100}": 8.0} for n in range(500)]
    assert 0 < len(candidate_pairs(blocks, held)) <= 500 * MOST_ALIKE
