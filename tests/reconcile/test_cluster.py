import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.accounts import DAY, KISMAYO, NAIROBI, judge, make_account, on

from tocsin.reconcile.account import Account
from tocsin.reconcile.cluster import groups


def names(found: tuple[tuple[Account, ...], ...]) -> list[set[str]]:
    return [{account.mention.id for account in group} for group in found]


def test_accounts_that_agree_on_the_whole_are_one() -> None:
    links = [("r1:m1", "r2:m1", 0.9), ("r2:m1", "r3:m1", 0.5), ("r1:m1", "r3:m1", 0.2)]
    found = groups([make_account(f"r{n}") for n in range(1, 6)], links)
    assert names(found) == [{"r1:m1", "r2:m1", "r3:m1"}, {"r4:m1"}, {"r5:m1"}]
    assert names(groups([make_account(f"r{n}") for n in range(1, 4)], links[:2])) == [{"r1:m1", "r2:m1"}, {"r3:m1"}]


def test_weak_links_and_links_to_strangers_do_not_count() -> None:
    found = groups(
        [make_account("r1"), make_account("r2")], [("r1:m1", "r2:m1", 0.29), ("r1:m1", "elsewhere:m1", 0.99)]
    )
    assert names(found) == [{"r1:m1"}, {"r2:m1"}]


def test_two_mentions_of_one_report_part_at_the_weakest_link() -> None:
    members = [make_account("r1", 1), make_account("r2"), make_account("r3"), make_account("r1", 2)]
    links = [("r1:m1", "r2:m1", 0.9), ("r2:m1", "r3:m1", 0.6), ("r3:m1", "r1:m2", 0.8)]
    assert names(groups(members, links)) == [{"r1:m1", "r2:m1"}, {"r1:m2", "r3:m1"}]


def test_a_vague_account_does_not_chain_two_incidents_together() -> None:
    vague = make_account("r2", time=None, place=None)
    members = [make_account("r1", place=KISMAYO), vague, make_account("r3", place=NAIROBI)]
    links = [("r1:m1", "r2:m1", 0.5), ("r2:m1", "r3:m1", 0.8)]
    assert names(groups(members, links)) == [{"r1:m1"}, {"r2:m1", "r3:m1"}]


def test_a_judgement_of_sameness_joins_what_no_link_does() -> None:
    members = [make_account("r1"), make_account("r2", time=on(DAY + dt.timedelta(days=9))), make_account("r3")]
    judged = [judge("j1", "same", "r2:m1", "r1:m1")]
    assert names(groups(members, [], judged)) == [{"r1:m1", "r2:m1"}, {"r3:m1"}]
    assert len(groups(members, [("r1:m1", "r3:m1", 0.9)], judged)) == 1


def test_a_judgement_of_difference_parts_what_links_join() -> None:
    members = [make_account("r1"), make_account("r2"), make_account("r3")]
    links = [("r1:m1", "r2:m1", 0.9), ("r2:m1", "r3:m1", 0.8), ("r1:m1", "r3:m1", 0.7)]
    judged = [judge("j1", "different", "r1:m1", "r3:m1")]
    assert names(groups(members, links, judged)) == [{"r1:m1", "r2:m1"}, {"r3:m1"}]


def test_an_undone_judgement_does_not_bind_and_an_undone_undo_does_again() -> None:
    members = [make_account("r1"), make_account("r2")]
    judged = [judge("j1", "same", "r1:m1", "r2:m1"), judge("j2", "undo", number=2, undoes="j1")]
    assert len(groups(members, [], judged)) == 2
    assert len(groups(members, [], [*judged, judge("j3", "undo", number=3, undoes="j2")])) == 1


def test_an_incident_kept_whole_is_parted_by_a_judgement_alone() -> None:
    members = [make_account(f"r{n}") for n in range(1, 4)]
    whole = [("r1:m1", "r2:m1", "r3:m1")]
    assert len(groups(members, [], whole=whole)) == 1
    assert len(groups(members, [], [judge("j1", "different", "r1:m1", "r3:m1")], whole)) == 3


PLACES = [None, KISMAYO, NAIROBI]
LINKS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0.3, 1.0).map(lambda score: round(score, 1))), max_size=20
)


@given(
    st.lists(st.tuples(st.integers(1, 4), st.sampled_from(PLACES)), min_size=8, max_size=8),
    LINKS,
    st.randoms(use_true_random=False),
)
def test_the_order_of_accounts_and_links_does_not_matter(
    drawn: list[tuple[int, Any]], pairs: list[tuple[int, int, float]], random: Any
) -> None:
    accounts = [make_account(f"r{report}", number, place=place) for number, (report, place) in enumerate(drawn)]
    links = [(accounts[i].mention.id, accounts[j].mention.id, score) for i, j, score in pairs]
    found = groups(accounts, links)
    assert sorted(account.mention.id for group in found for account in group) == sorted(a.mention.id for a in accounts)
    assert all(len({account.report.id for account in group}) == len(group) for group in found)
    shuffled, turned = list(accounts), [(j, i, score) for i, j, score in links]
    random.shuffle(shuffled)
    random.shuffle(turned)
    assert groups(shuffled, turned) == found
