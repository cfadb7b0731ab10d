"""Prints how well reports of shootings are grouped by incident: B-cubed and pairwise, on two halves of the incidents.

Reads a sample of `../shared/data/gva` (reports with the incident that each tells of; developers have it, the project
doesn't), each report whole, and groups what they tell as news. Weights and threshold are chosen on the first half
alone. `--city` takes the sample from the cities with most incidents, where one is easily taken for another.
"""

import argparse
import datetime as dt
import json
import lzma
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from tocsin.evaluate.reconciling import b_cubed, pairwise
from tocsin.model import Report, report_id
from tocsin.pipeline.reading import build_reader
from tocsin.read.reader import Reader
from tocsin.reconcile.account import Account
from tocsin.reconcile.cluster import groups
from tocsin.reconcile.similarity import SAME, score
from tocsin.settings import load

DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "gva"
CITIES = 6
LONGEST = 4000
"""Characters of a page that are read; what follows is mostly readers' comments."""

Row = dict[str, Any]
Told = list[tuple[str, Account]]


def sample(count: int, *, dense: bool) -> list[list[Row]]:
    """Return rows by incident, in a fixed random order, at least so many rows in all."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    with lzma.open(DATA / "reports.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            found[row["incident"]].append(row)
    incidents = sorted(found)
    if dense:
        known = json.loads((DATA / "incidents.json").read_text(encoding="utf-8"))
        cities = {name: (known[name]["state"], known[name]["city_or_county"]) for name in incidents if name in known}
        largest = {city for city, _ in Counter(cities.values()).most_common(CITIES)}
        incidents = [name for name in incidents if cities.get(name) in largest]
    random.Random(7).shuffle(incidents)  # noqa: S311  # the sample must be the same in every run
    chosen: list[list[Row]] = []
    while incidents and sum(map(len, chosen)) < count:
        chosen.append(found[incidents.pop()])
    return chosen


def read(reader: Reader, rows: list[list[Row]]) -> Iterator[tuple[str, Account]]:
    """Yield the incident and the account of each report that tells one as news, an attack before an arrest."""
    for row in (row for incident in rows for row in incident):
        title, body = row["title"], row["content"][:LONGEST]
        day = dt.date.fromisoformat(row["dct"]) if row["dct"] else None
        report = Report(id=report_id(title, body), title=title, body=body, published=day)
        news = [mention for mention in reader.read(report).mentions if mention.scope == "headline"]
        if news:
            yield row["incident"], Account(min(news, key=lambda mention: mention.kind == "arrest_or_raid"), report)


def grade(told: Told) -> None:
    """Group the accounts and print the grades."""
    links = [
        (a.mention.id, b.mention.id, agreement)
        for (_, a), (_, b) in combinations(told, 2)
        if (agreement := score(a, b)) >= SAME
    ]
    made = groups([account for _, account in told], links)
    system = {account.mention.id: group[0].mention.id for group in made for account in group}
    gold = {account.mention.id: incident for incident, account in told}
    print(f"  {len(told)} accounts of {len(set(gold.values()))} incidents in {len(made)} groups")
    for name, found in (("B-cubed", b_cubed(gold, system)), ("pairwise", pairwise(gold, system))):
        print(f"  {name:9} precision {found.precision:.3f}   recall {found.recall:.3f}   F1 {found.f1:.3f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--city", action="store_true")
    options = parser.parse_args()
    if not DATA.is_dir():
        print("skipped: needs ../shared/data/gva, which isn't part of the project")
        return
    rows = sample(options.reports, dense=options.city)
    half = len(rows) // 2
    reader = build_reader(load())
    for name, part in (("tuned on", rows[:half]), ("held out", rows[half:])):
        started = time.process_time()
        told = list({account.report.id: (incident, account) for incident, account in read(reader, part)}.values())
        reading, started = time.process_time() - started, time.process_time()
        print(f"{name}: {sum(map(len, part))} reports, read in {reading:.0f} CPU s")
        grade(told)
        print(f"  grouped in {time.process_time() - started:.2f} CPU s")


if __name__ == "__main__":
    main()
