"""Prints how fast a large gazetteer is: `python benchmarks/gazetteer.py --rows 5000000 --folder out/gazetteer`.

A made-up GeoNames dump is written and added to a copy of the default gazetteer; what it costs to load and ask is then
measured in a process of its own. Needs about 1 GB of disk for five million places.
"""

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tocsin.resolve.gazetteer import open_gazetteer
from tocsin.settings import load

_FIRST = (
    "Tal",
    "Mar",
    "Kor",
    "Ban",
    "Dur",
    "Sel",
    "Nim",
    "Gar",
    "Zar",
    "Hol",
    "Per",
    "Vas",
    "Lim",
    "Rod",
    "Kas",
    "Jur",
)
_LAST = ("abad", "ville", "stan", "grad", "pur", "ton", "kala", "dar", "bora", "mena", "luk", "shah", "vik", "zen")
_SYLLABLES = ("a", "bi", "co", "du", "e", "fa", "gi", "ho", "ju", "ka", "li", "mo", "nu", "pe", "ra", "so", "ti", "vu")
_COUNTRIES = ("IQ", "AF", "NG", "CO", "UA", "PH", "MM", "SD")


def made_up(chance: random.Random) -> str:
    """Return a place name."""
    middle = "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 5)))
    return chance.choice(_FIRST) + middle + chance.choice(_LAST)


def write_dump(path: Path, rows: int) -> None:
    """Write a dump of so many places in eight countries; names repeat as villages' names do."""
    chance = random.Random(20)  # noqa: S311  # repeatable, not secret
    with path.open("w", encoding="utf-8") as out:
        for number in range(rows):
            name, alias = made_up(chance), made_up(chance)
            lat, lon = chance.uniform(-35, 60), chance.uniform(-80, 125)
            out.write(f"{10**8 + number}\t{name}\t{name}\t{alias},{alias} {name}\t{lat:.5f}\t{lon:.5f}\tP\tPPL\t")
            out.write(f"{_COUNTRIES[number % 8]}\t\t01\t\t\t\t{chance.randint(0, 9) * 100}\t\t\t\t2024-01-01\n")


def peak() -> float:
    """Return the most memory that this process has taken, in MB."""
    status = Path("/proc/self/status")
    if status.is_file():
        # getrusage counts the parent's memory in for a process that it started
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ask(path: Path) -> None:
    """Print what loading, and 2,000 names asked one by one, cost in this process."""
    start = time.perf_counter()
    gazetteer = open_gazetteer(path, build=False)
    loaded = time.perf_counter() - start
    print(f"load {loaded:.3f} s, memory {peak():.0f} MB")
    chance = random.Random(7)  # noqa: S311  # likewise
    keys = [made_up(chance).lower() for _ in range(2_000)]
    known = [key for places in (gazetteer.look_up(keys[:300]),) for key in places]
    for label, names in (("cold", keys[300:]), ("warm", keys[300:]), ("many at once, warm", known)):
        spent = []
        if label.startswith("many"):
            start = time.perf_counter()
            gazetteer.look_up(names)
            spent.append((time.perf_counter() - start) * 1000 / max(len(names), 1))
        else:
            for name in names:
                start = time.perf_counter()
                gazetteer.look_up([name])
                spent.append((time.perf_counter() - start) * 1000)
        print(f"{label}: median {statistics.median(spent):.4f} ms, slowest {max(spent):.2f} ms a name")
    print(f"memory after {len(keys):,} names {peak():.0f} MB")


def main() -> None:
    """Write, add, ask."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("out/gazetteer"))
    parser.add_argument("--ask", type=Path)
    asked = parser.parse_args()
    if asked.ask:
        ask(asked.ask)
        return
    from tocsin.resolve.gazetteer_added import Source, add_source  # noqa: PLC0415  # so that --ask doesn't load it

    asked.folder.mkdir(parents=True, exist_ok=True)
    path, dump = asked.folder / "gazetteer.sqlite", asked.folder / "dump.txt"
    shutil.copyfile(open_gazetteer(load().gazetteer_path).path, path)
    write_dump(dump, asked.rows)
    start = time.perf_counter()
    tally = add_source(path, Source(kind="geonames", table=dump, name="dump"), print)
    spent = time.perf_counter() - start
    size = sum(file.stat().st_size for file in asked.folder.rglob("*.sqlite")) / 1e6
    rate = tally.places / spent
    print(
        f"added {tally.places:,} places in {spent:.0f} s, {rate:,.0f} a second, {size:,.0f} MB on disk, {peak():.0f} MB"
    )
    sys.stdout.flush()
    subprocess.run([sys.executable, __file__, "--ask", str(path)], check=True)  # noqa: S603  # this very script


if __name__ == "__main__":
    main()
