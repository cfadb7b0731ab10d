"""Judgements made on a record: they bind, they are undone without a trace, and no machine overrides one."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import JudgementError, NotFoundError
from tocsin.model import Incident, Report
from tocsin.pipeline.corrected_places import read_place
from tocsin.pipeline.ingest import Clerk
from tocsin.pipeline.judged_before import related, stand
from tocsin.pipeline.judging import Bench, Draft, Made
from tocsin.reconcile.corrections import read_correction
from tocsin.store import IncidentQuery, Store, open_store

ALL = IncidentQuery(counted=None, sort="date")
BASRA = "bombing in Basra on 2024-05-03 killed {}"
MOSUL = "bombing in Mosul on 2024-05-03 killed 9"
Maker = Callable[..., Report]


def bench(store: Store, clock: Iterable[dt.datetime] = ()) -> Bench:
    ticks = iter(clock)
    return Bench(
        store,
        lambda _: (),
        lambda field, text, country: read_correction(field, text, lambda place: read_place(place, None, country)),
        lambda: next(ticks, dt.datetime(2024, 6, 1, tzinfo=dt.UTC)),
    )


def judge(store: Store, verdict: str, *subject: str, other: Iterable[str] = (), **fields: Any) -> Made:
    return bench(store).judge(Draft(verdict=verdict, subject=subject, other=tuple(other), by="Ann", **fields))


def keep(store: Store, reader: Any, reports: Iterable[Report]) -> None:
    clerk = Clerk(store, reader, lambda _: ())
    for report in reports:
        clerk.keep(report)


def parts(store: Store) -> list[set[str]]:
    return [set(each.mentions) for each in store.incidents(ALL).items]


def bare(store: Store) -> list[str]:
    return [line for line in store.dump() if not line.startswith(("judgements\t", "anchors\t"))]


def only(store: Store) -> Incident:
    (incident,) = store.incidents(ALL).items
    return incident


@pytest.fixture
def two(store: Store, scripted: Any, report: Maker) -> list[Report]:
    """Reports of three acts: three of a bombing in Basra, the last of them of a battle too, two of one in Mosul."""
    made = [
        report("Basra one", BASRA.format(4)),
        report("Basra two", BASRA.format(5), outlet="Herald"),
        report("Basra three", BASRA.format(4), "battle in Suva on 2024-05-01 killed 2", outlet="Post"),
        report("Mosul one", MOSUL),
        report("Mosul two", MOSUL, outlet="Herald"),
    ]
    keep(store, scripted(), made)
    assert len(parts(store)) == 3
    return made


def ids(store: Store, reports: Iterable[Report]) -> list[str]:
    return [store.incidents_of(each.id)[0].id for each in reports]


def test_two_incidents_become_one_and_undo_restores_them(store: Store, two: list[Report]) -> None:
    basra, mosul = ids(store, [two[0], two[3]])
    before = bare(store)
    made = judge(store, "same", basra, other=[mosul], why="one convoy")
    (merged,) = made.incidents
    assert len(store.incident(merged).reports) == 5
    assert store.incident(basra).id == store.incident(mosul).id == merged
    undone = bench(store).undo(made.judgement.id, "Ben")
    assert set(undone.incidents) == {basra, mosul}
    assert bare(store) == before
    bench(store).undo(undone.judgement.id, "Ann")
    assert store.incident(mosul).id == merged


def test_a_report_is_split_off_and_the_two_parts_hold(store: Store, scripted: Any, two: list[Report]) -> None:
    (basra,) = ids(store, two[:1])
    before = bare(store)
    made = judge(store, "different", two[1].id, other=[basra])
    assert sorted(len(store.incident(each).reports) for each in made.incidents) == [1, 2]
    split = parts(store)
    keep(store, scripted(version=2), two)
    assert parts(store) == split
    bench(store).undo(made.judgement.id, "Ann")
    keep(store, scripted(), two)
    assert bare(store) == before


def test_what_is_rejected_counts_nowhere_and_goes_on_so_as_reports_come_in(
    store: Store, scripted: Any, report: Maker, two: list[Report]
) -> None:
    basra, mosul = ids(store, [two[0], two[3]])
    judge(store, "reject", basra, why="a film set")
    assert [each.id for each in store.incidents(IncidentQuery(text="Mosul")).items] == [mosul]
    assert basra not in {each.id for each in store.incidents(IncidentQuery()).items}
    keep(store, scripted(), [report("Basra four", BASRA.format(6), outlet="Times")])
    (held,) = store.incidents(IncidentQuery(counted=None, review=("rejected",))).items
    assert (held.id, len(held.reports), held.counted) == (basra, 4, False)
    judge(store, "accept", basra)
    assert store.incident(basra).review == "accepted"
    assert store.incident(basra).counted


def test_one_misread_account_is_rejected_and_the_others_stay(store: Store, scripted: Any, two: list[Report]) -> None:
    (basra,) = ids(store, two[:1])
    made = judge(store, "reject", two[1].id)
    assert made.judgement.level == "mention"
    assert store.incident(basra).killed.high == 4
    alone = store.incident(made.incidents[0])
    assert (alone.review, alone.counted, len(alone.reports)) == ("rejected", False, 1)
    keep(store, scripted(version=2), two)
    assert len(store.incident(basra).reports) == 2
    judge(store, "accept", two[1].id)
    assert len(store.incident(basra).reports) == 3


def test_a_corrected_value_is_published_beside_the_reports_and_stays(
    store: Store, scripted: Any, two: list[Report], report: Maker
) -> None:
    (basra,) = ids(store, two[:1])
    judge(store, "correct", basra, field="killed", value="7", why="hospital list")
    judge(store, "correct", basra, field="kind", value="vehicle attack")
    later = report("Basra five", BASRA.format(11), published=dt.date(2024, 5, 9), outlet="Late")
    keep(store, scripted(version=2), [*two, later])
    held = store.incident(basra)
    assert (held.killed.low, held.killed.best, held.killed.high) == (4, 7, 11)
    assert held.killed.ledger.rule == "corrected by Ann: hospital list"
    assert sorted(each.value.low or 0 for each in held.killed.ledger.entries if each.reports) == [4, 5, 11]
    assert (held.kind.value, held.kind.rule) == ("vehicle_attack", "corrected by Ann")
    assert held.title.startswith("Vehicle attack")
    assert held.corrected == ("kind", "killed")
    assert [each.id for each in store.incidents(IncidentQuery(review=("corrected",))).items] == [basra]


def test_a_judgement_follows_an_act_whose_number_changes_and_sleeps_while_nobody_reads_it(
    store: Store, scripted: Any, two: list[Report]
) -> None:
    battle = store.incidents_of(two[2].id)[1].id
    made = judge(store, "correct", battle, field="killed", value="3").judgement
    assert made.subjects == (f"{two[2].id}:m2",)
    keep(store, scripted(version=2, shift=4), two)
    (held,) = store.judgements()
    assert held.subjects == (f"{two[2].id}:m6",)
    assert [each.killed.best for each in store.incidents_of(two[2].id)] == [4, 3]
    keep(store, scripted(version=3, blind=frozenset({"battle"})), two)
    (held,) = store.judgements()
    assert held.dormant
    assert held.subject[0].trigger == made.subject[0].trigger
    keep(store, scripted(version=4, blind=frozenset({"bombing"})), two)
    assert only(store).killed.best == 3


def test_a_judgement_that_contradicts_an_earlier_one_holds_and_both_are_kept(store: Store, two: list[Report]) -> None:
    basra, mosul = ids(store, [two[0], two[3]])
    first = judge(store, "same", basra, other=[mosul]).judgement
    second = judge(store, "different", *(each.id for each in two[3:]), other=[basra])
    assert [each.id for each in second.contradicts] == [first.id]
    assert set(second.incidents) == {basra, mosul}
    standing = {each.id: held.state for each, held in stand(store, related(store, store.incident(basra).mentions))}
    assert standing == {first.id: "set aside", second.judgement.id: "holds"}
    assert judge(store, "same", basra, other=[mosul]).contradicts[0].id == second.judgement.id


def test_neither_a_wrong_clock_nor_a_turned_back_one_changes_what_came_first(store: Store, two: list[Report]) -> None:
    (basra,) = ids(store, two[:1])
    clock = bench(store, [dt.datetime(2099, 1, 1, tzinfo=dt.UTC), dt.datetime(1970, 1, 1, tzinfo=dt.UTC)])
    clock.judge(Draft(verdict="reject", subject=(basra,), by="Ann"))
    made = clock.judge(Draft(verdict="accept", subject=(basra,), by="Ben"))
    assert store.incident(basra).review == "accepted"
    assert [each.verdict for each in made.contradicts] == ["reject"]


def test_an_accepted_incident_and_a_rejected_one_are_not_joined_by_what_is_read_later(
    store: Store, scripted: Any, report: Maker
) -> None:
    def told(day: int) -> Report:
        line = f"bombing in Basra on 2024-05-0{day} killed 4"
        return report(f"Day {day}", line, published=dt.date(2024, 5, day))

    early, late = told(1), told(9)
    keep(store, scripted(), [early, late])
    one, other = ids(store, [early, late])
    judge(store, "accept", one)
    judge(store, "reject", other)
    keep(store, scripted(), [told(day) for day in range(2, 9)])
    assert store.incident(one).id != store.incident(other).id
    assert (store.incident(one).review, store.incident(other).review) == ("accepted", "rejected")


@pytest.mark.parametrize(
    ("named", "fields", "words"),
    [
        (("maybe", ["A"], []), {}, "no verdict: it is one of accept"),
        (("undo", ["A"], []), {}, "no verdict"),
        (("accept", [], []), {}, "nothing is named"),
        (("accept", ["A", "B"], []), {}, "takes one incident"),
        (("same", ["A"], []), {}, "needs two"),
        (("same", ["A"], ["A"]), {}, "lead to the same"),
        (("different", ["A"], ["A"]), {}, "tocsin judge split"),
        (("accept", ["inc-none"], []), {}, "no incident inc-none"),
        (("accept", ["none"], []), {}, "no account none"),
        (("accept", ["none:m1"], []), {}, "no account none:m1"),
        (("same", ["R"], ["A"]), {}, "gives 2 accounts: name one: "),
        (("correct", ["A"], []), {}, "names a field and its value"),
        (("correct", ["A"], []), {"field": "colour", "value": "red"}, "no field that can be corrected"),
        (("correct", ["A"], []), {"field": "killed", "value": "-5"}, "killed is '-5': it takes a number"),
        (("accept", ["A"], []), {"by": " "}, "needs a name"),
        (("accept", ["A"], []), {"why": "x" * 2001}, "too long"),
    ],
)
def test_what_cannot_be_judged_is_said_and_leaves_nothing(
    store: Store, two: list[Report], named: tuple[str, list[str], list[str]], fields: Any, words: str
) -> None:
    basra, mosul = ids(store, [two[0], two[3]])
    real = {"A": basra, "B": mosul, "R": two[2].id}
    verdict, *sides = named
    subject, other = (tuple(real.get(each, each) for each in side) for side in sides)
    with pytest.raises((JudgementError, NotFoundError), match=words):
        bench(store).judge(Draft(verdict=verdict, subject=subject, other=other, **{"by": "Ann", **fields}))
    assert store.count_judgements() == 0


def test_what_is_undone_is_not_undone_again(store: Store, two: list[Report]) -> None:
    made = judge(store, "accept", ids(store, two[:1])[0]).judgement
    undo = bench(store).undo(made.id, "Ben").judgement
    with pytest.raises(JudgementError, match=f"is undone already: undo {undo.id} to revive it"):
        bench(store).undo(made.id, "Ann")
    with pytest.raises(NotFoundError, match="no judgement j9"):
        bench(store).undo("j9", "Ann")
    assert store.count_judgements() == 2


LINES = st.builds(
    "{} in {} on 2024-05-0{} killed {}".format,
    st.sampled_from(["bombing", "armed_attack"]),
    st.sampled_from(["Basra", "Mosul", "Suva"]),
    st.integers(1, 4),
    st.sampled_from([0, 4, 40]),
)
STORES = st.lists(st.lists(LINES, min_size=1, max_size=3), min_size=2, max_size=7)
ASKED = st.tuples(
    st.sampled_from(["same", "different", "accept", "reject", "correct"]), st.integers(0, 20), st.integers(0, 20)
)


def asked(store: Store, verdict: str, one: int, other: int) -> Made | None:
    """Judge as a person would who sees the incidents; None where there is nothing of the kind to judge."""
    held = store.incidents(ALL).items
    a, b = held[one % len(held)], held[other % len(held)]
    if verdict == "same":
        return judge(store, "same", a.id, other=[b.id]) if a.id != b.id else None
    if verdict == "different":
        cut = 1 + other % len(a.mentions)
        return judge(store, "different", *a.mentions[:cut], other=[a.id]) if cut < len(a.mentions) else None
    fields = {"field": "killed", "value": str(other)} if verdict == "correct" else {}
    return judge(store, verdict, (a.id, a.mentions[0])[other % 2] if verdict == "reject" else a.id, **fields)


@settings(max_examples=40, deadline=None)
@given(drafts=STORES, before=st.lists(ASKED, max_size=3), last=ASKED)
def test_undo_restores_the_exact_former_state_of_any_store(
    drafts: list[list[str]], before: Any, last: Any, scripted: Any, report: Maker
) -> None:
    store = open_store("sqlite://")
    keep(store, scripted(), [report(f"Report {number}", *lines) for number, lines in enumerate(drafts)])
    for each in before:
        asked(store, *each)
    former = bare(store)
    made = asked(store, *last)
    if made is not None:
        judged = bare(store)
        undone = bench(store).undo(made.judgement.id, "Ben")
        assert bare(store) == former
        bench(store).undo(undone.judgement.id, "Ann")
        assert bare(store) == judged
    store.close()


@settings(max_examples=40, deadline=None)
@given(drafts=STORES, judged=st.lists(ASKED, min_size=1, max_size=4), later=st.tuples(STORES, st.integers(0, 3)))
def test_no_judgement_is_overridden_by_a_machine(
    drafts: list[list[str]], judged: Any, later: Any, scripted: Any, report: Maker
) -> None:
    more, shift = later
    store = open_store("sqlite://")
    reports = [report(f"Report {number}", *lines) for number, lines in enumerate(drafts)]
    keep(store, scripted(), reports)
    last = [made for each in judged if (made := asked(store, *each)) is not None][-1:]
    keep(store, scripted(), [report(f"Further {number}", *lines) for number, lines in enumerate(more)])
    keep(store, scripted(version=2, shift=shift), reports)
    for made in last:
        check(store, next(each for each in store.judgements() if each.id == made.judgement.id))
    store.close()


def check(store: Store, judgement: Any) -> None:
    """Assert that the latest judgement of a store holds to the letter."""
    owner = store.incident_ids([*judgement.subjects, *judgement.others])
    subject, other = ({owner[name] for name in side} for side in (judgement.subjects, judgement.others))
    incident = store.incident(owner[judgement.subjects[0]])
    if judgement.verdict == "same":
        assert len(subject | other) == 1
    elif judgement.verdict == "different":
        assert (len(subject), len(other), len(subject & other)) == (1, 1, 0)
    elif judgement.verdict == "correct":
        assert incident.killed.best == judgement.correction.figure.low
    else:
        assert subject == {incident.id}
        assert incident.review == {"accept": "accepted", "reject": "rejected"}[judgement.verdict]
        assert incident.counted <= (judgement.verdict == "accept")
