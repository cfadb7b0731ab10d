"""What writers of any database keep."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tocsin.errors import NotFoundError
from tocsin.model import ActorMention, Anchor, Attribution, Judgement, Mention, Reading, Report, Span, Statement
from tocsin.model.vocabulary import Stance, Verdict
from tocsin.store import IncidentQuery, Link, MentionKeys, Reach, Store, Work

Make = Any
DAY = dt.date(2024, 5, 1)


def put(store: Store, report: Report, mentions: list[Mention], keys: list[MentionKeys]) -> None:
    with store.write() as writer:
        writer.put_report(report)
        writer.put_reading(Reading(report=report.id, mentions=tuple(mentions), components=("a@1",)), keys)


def judgement(name: str, verdict: Verdict, subject: str, *other: str) -> Judgement:
    at = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)
    others = tuple(map(stand, other))
    return Judgement(id=name, verdict=verdict, by="ann", at=at, subject=(stand(subject),), other=others)


def stand(name: str) -> Anchor:
    report = name.split(":", maxsplit=1)[0]
    return Anchor(report=report, mention=name, trigger=Span(report, 0, 4, "Bomb"), kind="bombing")


def test_work_is_noted_and_replaced(store: Store, make: Make) -> None:
    report = make.report("One")
    with store.write() as writer:
        assert writer.work(report.id) is None
        writer.put_report(report)
        writer.put_work(Work(report=report.id, digest="d1", components=("a@1", "b@2")))
        writer.put_work(Work(report=report.id, digest="d2", components=()))
        assert writer.work(report.id) == Work(report=report.id, digest="d2", components=())


def test_copies_are_kept_by_digest_without_the_body(store: Store, make: Make) -> None:
    report = make.report("One")
    with store.write() as writer:
        writer.put_report(report)
        writer.add_copy("d1", report)
        writer.add_copy("d2", replace(report, outlet="Other"))
        writer.add_copy("d2", replace(report, outlet="Other"))
        assert writer.copies(report.id) == {
            "d1": replace(report, body=""),
            "d2": replace(report, body="", outlet="Other"),
        }


def test_a_block_that_raises_leaves_nothing(store: Store, make: Make) -> None:
    def broken() -> None:
        with store.write() as writer:
            writer.put_report(make.report("One"))
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert store.count_reports() == 0


def test_fingerprints_are_found_by_any_shared_band(store: Store, make: Make) -> None:
    one, two = make.report("One"), make.report("Two")
    with store.write() as writer:
        for report, bands in ((one, ["a", "b"]), (two, ["c"])):
            writer.put_report(report)
            writer.put_fingerprint(report.id, [1, 2**32 - 1], bands)
        assert writer.fingerprints(["b", "x"]) == {one.id: (1, 2**32 - 1)}
        writer.put_fingerprint(one.id, [], ["c"])
        assert writer.fingerprints(["b"]) == {}
        assert writer.fingerprints(["c"]) == {one.id: (), two.id: (1, 2**32 - 1)}


def test_a_syndication_group_is_found_from_any_member(store: Store, make: Make) -> None:
    one, two, three, four = (make.report(title) for title in ("One", "Two", "Three", "Four"))
    with store.write() as writer:
        for report in (one, two, three, four):
            writer.put_report(report)
        writer.set_twins({two.id: one.id, three.id: one.id})
        found = {report.id: report.twin_of for report in writer.syndicated([three.id])}
        assert found == {one.id: None, two.id: one.id, three.id: one.id}
        assert [report.id for report in writer.syndicated([four.id])] == [four.id]
        writer.set_twins({three.id: None})
        assert [report.id for report in writer.syndicated([three.id])] == [three.id]
        writer.put_report(replace(two, outlet="Other"))
        assert [report.twin_of for report in writer.reports([two.id])] == [one.id]


BASE = MentionKeys(own="inc-x", start=DAY, end=DAY, brief=True, place="basra")
NEXT = DAY + dt.timedelta(days=1)
LONG = DAY - dt.timedelta(days=300)


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (BASE, True),
        (replace(BASE, start=LONG, end=NEXT), True),
        (replace(BASE, place="mosul"), False),
        (replace(BASE, place=None), False),
        (replace(BASE, start=NEXT, end=NEXT), False),
        (replace(BASE, brief=False), False),
        (replace(BASE, place="mosul", terms={"a": 1.0}), True),
        (replace(BASE, place="mosul", terms={"b": 1.0}), False),
    ],
)
def test_candidates_share_days_and_place_or_terms_from_both_sides(
    store: Store, make: Make, other: MentionKeys, *, meets: bool
) -> None:
    one, two = make.report("One"), make.report("Two")
    base = replace(BASE, terms={"a": 2.0}, profile="kept")
    put(store, one, [make.mention(one)], [base])
    put(store, two, [make.mention(two)], [other])
    with store.write() as writer:
        for key, wanted in ((base, two), (other, one)):
            found = {each.mention.id for each in writer.candidates(key, Reach())}
            assert (f"{wanted.id}:m1" in found) == meets
        stored = next(each for each in writer.candidates(base, Reach()) if each.report.id == one.id)
        assert (stored.report.body, stored.profile) == ("", "kept")


def test_the_most_alike_are_found_and_crowded_terms_lead_nowhere(store: Store, make: Make) -> None:
    reports = [make.report(f"Report {number}") for number in range(6)]
    for number, report in enumerate(reports):
        put(store, report, [make.mention(report)], [make.keys("inc-x", terms={"all": 9.0, f"half {number // 3}": 1.0})])
    key = make.keys("inc-y", terms={"all": 9.0, "half 1": 1.0})
    with store.write() as writer:
        found = [each.report.id for each in writer.candidates(key, Reach(crowd=5))]
        assert found == sorted(report.id for report in reports[3:])
        assert len(writer.candidates(key, Reach(alike=2))) == 2
        writer.drop_reading(reports[3].id)
        assert len(writer.candidates(key, Reach(crowd=5))) == 5


def test_linked_reaches_over_links_and_judgements(store: Store, make: Make) -> None:
    reports = [make.report(title) for title in ("One", "Two", "Three", "Four", "Five")]
    for report in reports:
        put(store, report, [make.mention(report)], [make.keys("inc-x")])
    a, b, c, d, e = sorted(f"{report.id}:m1" for report in reports)
    with store.write() as writer:
        writer.put_links([Link(a, b, 0.5), Link(b, c, 0.7)])
        writer.put_links([Link(a, b, 0.6)])
        writer.add_judgement(judgement("j1", "same", d, c))
        stored, links = writer.linked([a])
        assert [each.mention.id for each in stored] == [a, b, c, d]
        assert links == (Link(a, b, 0.6), Link(b, c, 0.7))
        assert [each.mention.id for each in writer.linked([e])[0]] == [e]


def test_another_reading_replaces_the_first_with_its_links(store: Store, make: Make) -> None:
    one, two = make.report("One"), make.report("Two")
    for report in (one, two):
        put(store, report, [make.mention(report), make.mention(report, 2)], [make.keys("inc-x")] * 2)
    first, second = sorted([f"{one.id}:m1", f"{two.id}:m1"])
    with store.write() as writer:
        writer.put_links([Link(first, second, 0.9)])
    put(store, one, [make.mention(one)], [make.keys("inc-x")])
    with store.write() as writer:
        assert writer.linked([second])[1] == ()
        assert writer.mentions_of([one.id]) == (f"{one.id}:m1",)
        writer.drop_reading(one.id)
        assert writer.mentions_of([one.id]) == ()
    with pytest.raises(NotFoundError, match="nothing was read"):
        store.reading(one.id)
    assert store.report(one.id) == one


def test_incidents_take_mentions_over_and_their_own_ids_lead_on(store: Store, make: Make) -> None:
    one, two = make.report("One"), make.report("Two")
    mentions = [make.mention(one), make.mention(two)]
    for report, mention, own in ((one, mentions[0], "inc-1"), (two, mentions[1], "inc-2")):
        put(store, report, [mention], [make.keys(own)])
    ids = [mention.id for mention in mentions]
    with store.write() as writer:
        writer.put_incidents([make.incident("inc-1", mentions[0]), make.incident("inc-2", mentions[1])])
        assert [incident.id for incident in writer.incidents_of(ids)] == ["inc-1", "inc-2"]
    with store.write() as writer:
        writer.put_incidents([make.incident("inc-1", *mentions)])
        writer.drop_incidents(["inc-2"])
        assert [incident.id for incident in writer.incidents_of(ids)] == ["inc-1"]
    assert store.incident("inc-2").id == "inc-1"
    with pytest.raises(NotFoundError, match="no incident inc-3"):
        store.incident("inc-3")


def test_more_ids_than_one_statement_takes(store: Store, make: Make) -> None:
    reports = [make.report(f"Report {number}") for number in range(1201)]
    with store.write() as writer:
        for report in reports:
            writer.put_report(report)
        assert len(writer.reports([report.id for report in reports])) == 1201


def test_writers_wait_for_each_other(open_: Callable[[], Store], make: Make) -> None:
    first, second = open_(), open_()
    with first.write() as writer:
        writer.put_report(make.report("One"))
        assert second.count_reports() == 0
    with second.write() as writer:
        writer.put_report(make.report("Two"))
    assert first.count_reports() == 2


def test_statements_on_mentions_are_found_by_stance(store: Store, make: Make) -> None:
    report = make.report("One")
    mention = make.mention(report)
    speaker = ActorMention(name="Front")
    stances: tuple[Stance, ...] = ("claim", "inform", "deny")
    said = tuple(
        Statement(id=f"{report.id}:s{number}", report=report.id, speaker=speaker, stance=stance, about=mention.id)
        for number, stance in enumerate(stances)
    )
    with store.write() as writer:
        writer.put_report(report)
        reading = Reading(report=report.id, mentions=(mention,), statements=said, components=("a@1",))
        writer.put_reading(reading, [MentionKeys(own="inc-1")])
        found = writer.statements_about([mention.id, "other"], {"claim", "deny"})
    assert [each.stance for each in found] == ["claim", "deny"]


def test_only_what_stands_is_filtered_by(store: Store, make: Make) -> None:
    report = make.report("One")
    mention = make.mention(report)
    put(store, report, [mention], [MentionKeys(own="inc-1")])
    front = ActorMention(name="Front")
    gone = Attribution(state="unclaimed", actor=front, report=report.id, mention=mention.id, stands=False)
    incident = replace(make.incident("inc-1", mention, actor=front), attributions=(gone,))
    claim = replace(gone, state="claimed", stands=True)
    with store.write() as writer:
        writer.put_incidents([replace(incident, attributions=(gone, claim))])
    assert store.count(IncidentQuery(attribution=("claimed",))) == 1
    assert store.count(IncidentQuery(attribution=("unclaimed",))) == 0
    assert [value.value for value in store.facets(IncidentQuery()).attribution] == ["claimed"]
