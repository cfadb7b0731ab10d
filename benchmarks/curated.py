"""Prints how far places of the curated layer lie from those of their name in a table of Who's On First places.

`python benchmarks/curated.py ../shared/data/wof/places.tsv.xz`: names the sites that lie over 30 km from every place of
their name in the country. Most of those are other places of the name.
"""

import csv
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tocsin.resolve.gazetteer_build import curated_rows
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.kilometres import kilometres

WIDE = frozenset({"region", "sea", "admin1", "country", "border", "island"})
FAR_KM = 30.0


def distances(table: Path) -> Iterator[tuple[float, dict[str, str]]]:
    """Yield the curated places that the table has by name and country, with the kilometres to the nearest of them."""
    wanted = [row for row in curated_rows("places.tsv") if row["country"] and row["feature"] not in WIDE]
    names = {(row["country"], fold(row["name"])) for row in wanted}
    known: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    with lzma.open(table, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for name in (row["name"], *row["alt_names"].split("|")):
                key = (row["country"], fold(name)) if name.isascii() else ("", "")
                if key in names:
                    known[key].append((float(row["lat"]), float(row["lon"])))
    for row in wanted:
        here = float(row["lat"]), float(row["lon"])
        if there := known.get((row["country"], fold(row["name"]))):
            yield min(kilometres(*here, *point) for point in there), row


def main() -> None:
    """Print the share within reach and the places beyond it."""
    found = sorted(distances(Path(sys.argv[1])), key=lambda pair: pair[0])
    near = sum(km <= FAR_KM for km, _ in found)
    print(f"{near} of {len(found)} within {FAR_KM:.0f} km of a place of their name; the others:")
    for km, row in found[near:]:
        print(f"{km:6.0f} km  {row['name']} ({row['country']}, {row['feature']}) {row['lat']} {row['lon']}")


if __name__ == "__main__":
    main()
