"""Where more reports come in than each is compared with, their order may move a few; this pins how few."""

import datetime as dt
import random
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

from tocsin.evaluate.reconciling import b_cubed
from tocsin.model import Report
from tocsin.pipeline.ingest import Clerk
from tocsin.store import open_store

FLOOR = 0.98
COUNT = 80
DAY = dt.date(2024, 5, 1)
FIRST = ("Ada", "Chidi", "Elif", "Goran", "Hana", "Kofi", "Marta", "Tala")
LAST = ("Abara", "Bekir", "Cisse", "Dorin", "Lupan", "Okoro", "Umarov", "Vidal")
THINGS = (
    "bicycle",
    "kettle",
    "ladder",
    "suitcase",
    "umbrella",
    "mattress",
    "radio",
    "mirror",
    "guitar",
    "trolley",
    "helmet",
)
SITES = ("market", "bridge", "station", "school", "clinic", "hotel")


def told(make: Callable[..., Report]) -> list[Report]:
    """Reports of incidents that lie close together: three towns, two months, names that recur, revised counts."""
    chance = random.Random(7)  # noqa: S311  # the same reports in every run
    found: dict[str, Report] = {}
    while len(found) < COUNT:
        kind, town = chance.choice(("bombing", "armed_attack", "protest")), chance.choice(("Basra", "Mosul", "Suva"))
        day, dead, site = DAY + dt.timedelta(days=chance.randrange(60)), chance.randrange(30), chance.choice(SITES)
        witness, victim = (f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(2))
        things = chance.sample(THINGS, 3)
        for rank in range(chance.choice((1, 1, 2, 4))):
            report = make(
                f"{town} {site}: {chance.choice(('dead counted', 'what is known', 'families wait'))}",
                f"{kind} in {town} on {day} killed {dead + chance.choice((0, 0, 1))}",
                f"The news came from {witness}, who had carried a {things[0]} and a {things[1]} past the {site}.",
                f"Among those mourned was {victim}, known for a {things[2]}, neighbours of {witness} said.",
                published=day + dt.timedelta(days=rank),
                outlet=chance.choice(("Wire", "Herald", "Post")),
            )
            found[report.id] = report
    return list(found.values())[:COUNT]


def grouped(reader: Any, reports: Sequence[Report]) -> dict[str, str]:
    store = open_store("sqlite://")
    clerk = Clerk(store, reader, lambda _: ())
    for each in reports:
        clerk.keep(each)
    found = store.incident_ids([f"{each.id}:m1" for each in reports])
    store.close()
    return found


def test_groups_hardly_depend_on_the_order_of_arrival(scripted: Any, report: Callable[..., Report]) -> None:
    reports, chance = told(report), random.Random(11)  # noqa: S311  # the same orders in every run
    found = []
    for _ in range(3):
        found.append(grouped(scripted(), reports))
        chance.shuffle(reports)
    assert COUNT / 4 < len(set(found[0].values())) < COUNT
    assert min(b_cubed(one, other).f1 for one, other in combinations(found, 2)) >= FLOOR
