"""The example reports give exactly the incidents that they tell of."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from tocsin.acquire import Failure, acquire
from tocsin.model import Mention, Reading
from tocsin.model.vocabulary import COUNTED
from tocsin.pipeline.library import read
from tocsin.settings import Settings

EXAMPLES = Path(__file__).parent.parent / "examples"

# file: (kind, status, day, country, killed low and high) of each headline incident
TOLD: dict[str, list[tuple[str, str, str | None, str | None, tuple[int | None, int | None] | None]]] = {
    "baghdad-embassy-rockets.txt": [("rocket_or_shelling", "occurred", "2023-12-08", "IQ", (0, 0))],
    "moscow-concert-hall-wire.txt": [("armed_attack", "occurred", "2024-03-22", "RU", (40, None))],
    "moscow-concert-hall-daily.txt": [
        ("armed_attack", "occurred", "2024-03-22", "RU", (133, None)),
        ("arrest_or_raid", "occurred", "2024-03-23", "RU", None),
    ],
    "moscow-concert-hall-weekly.txt": [("armed_attack", "occurred", "2024-03-22", "RU", (137, 137))],
    "nairobi-hotel-attack.html": [("armed_attack", "occurred", "2019-01-15", "KE", (21, None))],
    "abqaiq-drone-attack.txt": [("airstrike_or_drone", "occurred", "2019-09-14", "SA", (0, 0))],
    "westgate-mall.txt": [("armed_attack", "occurred", "2013-09-21", "KE", (59, None))],
    "bogota-police-academy.txt": [("bombing", "occurred", "2019-01-17", "CO", (21, 21))],
    "kabul-airport-bombing.txt": [("bombing", "occurred", "2021-08-26", "AF", (37, None))],
    "kabul-airport-bombing-copy.txt": [("bombing", "occurred", "2021-08-26", "AF", (37, None))],
    "chibok-abduction.txt": [("abduction", "occurred", "2014-04-14", "NG", (2, 2))],
    "paris-train-plot-foiled.txt": [
        ("armed_attack", "occurred", "2015-08-21", "FR", None),
        ("arrest_or_raid", "occurred", "2015-08-21", "FR", None),
    ],
    "madrid-anniversary.txt": [],
    "mumbai-sentence.txt": [],
    "football-derby.txt": [],
    "manila-bay-storm.txt": [],
}


@cache
def reading(name: str) -> Reading:
    item = next(iter(acquire([str(EXAMPLES / name)], Settings())))
    assert not isinstance(item, Failure)
    return read(item)


def headlines(name: str) -> list[Mention]:
    return [mention for mention in reading(name).mentions if mention.scope == "headline"]


def told(mention: Mention) -> tuple[str, str, str | None, str | None, tuple[int | None, int | None] | None]:
    start = mention.time.start.isoformat() if mention.time and mention.time.start else None
    country = mention.place.country if mention.place else None
    killed = (mention.killed.low, mention.killed.high) if mention.killed else None
    return mention.kind, mention.status, start, country, killed


@pytest.mark.parametrize("name", sorted(TOLD))
def test_an_example_gives_the_incidents_that_it_tells_of(name: str) -> None:
    assert [told(mention) for mention in headlines(name)] == TOLD[name]


@pytest.mark.parametrize("name", ["football-derby.txt", "manila-bay-storm.txt"])
def test_sport_and_storms_give_nothing_at_all(name: str) -> None:
    assert reading(name).mentions == ()


def test_an_anniversary_is_background_alone() -> None:
    scopes = {mention.scope for mention in reading("madrid-anniversary.txt").mentions}
    assert scopes == {"background"}


@pytest.mark.parametrize("name", ["sydney-plane-plot-foiled.txt"])
def test_a_foiled_plot_is_kept_and_never_counted(name: str) -> None:
    found = headlines(name)
    assert [mention.status for mention in found] == ["foiled"]
    assert not COUNTED.intersection(mention.status for mention in found)


def test_the_embassy_report_in_full() -> None:
    mention = headlines("baghdad-embassy-rockets.txt")[0]
    assert mention.place is not None
    assert (mention.place.relation, mention.place.precision) == ("near", "site")
    assert {held.attribution for held in mention.perpetrators} == {"unclaimed", "suspected"}
    assert (mention.weapons[0].quantity.low, mention.weapons[0].quantity.high) == (5, None)
    said = {
        (statement.stance, statement.speaker.name) for statement in reading("baghdad-embassy-rockets.txt").statements
    }
    assert {("condemn", "United States"), ("condemn", "Government of Iraq")} <= said
    counts = {(tally.rank, tally.low, tally.since) for tally in reading("baghdad-embassy-rockets.txt").tallies}
    assert (None, 80, dt.date(2023, 10, 7)) in counts
    assert any(rank == 1 for rank, _, _ in counts)


def test_there_are_at_least_fifteen_reports_each_with_its_note() -> None:
    found = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".html"})
    assert len(found) >= 15
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert "Written for Tocsin" in text or "accounts of the attack" in text or "syndicated twin" in text, path
