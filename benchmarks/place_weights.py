"""Learns the weights of `src/tocsin/read/lexicon/place_weights.json`: where an act happened, of the places named.

Reads annotated cases, RAMS (development part), ISAF's releases (development part) and the first two thirds, in time, of
a corpus of shootings, as `../shared` has them (developers have it, the project doesn't). Prints how many places are
right on each seventh of the cases, learnt without it, and writes the file. The same data give the same weights.
"""

import argparse
import json
import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tocsin.evaluate.act_places import IsRight, from_case, from_news, from_trigger
from tocsin.evaluate.cases import read_cases
from tocsin.evaluate.conditional_logit import Choice, as_file, learn_choices
from tocsin.evaluate.report_groups import load_corpus
from tocsin.export.case import incident_of
from tocsin.model import Report, Toponym, report_id
from tocsin.pipeline.reading import build_reader
from tocsin.read.annotate import annotate
from tocsin.read.document import Document
from tocsin.read.reader import Reader
from tocsin.resolve.gazetteer_names import fold
from tocsin.settings import load

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
WEIGHTS = ROOT / "src" / "tocsin" / "read" / "lexicon" / "place_weights.json"
RAREST, DECAY = 5, 4.0
COUNTS = {"cases": 1.0, "rams": 0.5, "isaf": 0.1, "shootings": 0.1}
"""How much a choice of each source counts: cases are what is asked for, the others only like it."""
PARTS = 7
SHOOTINGS = 650
_CONFLICT = re.compile(
    r"conflict|life\.die|life\.injure\.(?:inj|n)|justice\.arrest|artifactexistence\.damagedestroy|"
    r"justice\.judicialconsequences\.exec|movement\.transportperson\.grantentry"
)
_GLUED = re.compile(r"^(?:[.,;:!?)\]%]|['’]s$|n['’]t$|['’](?:re|ve|ll|d|m)$)")
_BRACKETS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
_FINENESS = {"site": 0, "district": 1, "city": 1, "admin1": 2}


def document(reader: Reader, text: str) -> Document:
    """Read a text without title or day."""
    return annotate(Report(id=report_id("", text), title="", body=text), reader.nlp, reader.resolver)


def cases(reader: Reader, folder: Path) -> Iterator[tuple[str, list[Choice]]]:
    """Yield each annotated case's name with its choices."""
    for path, gold, report in read_cases(folder):
        read = annotate(report, reader.nlp, reader.resolver)
        yield path.stem, list(from_case(read, gold["incidents"], lambda mention: incident_of(mention, "i")))


def rams(reader: Reader, path: Path) -> Iterator[Choice]:
    """Yield the choices of events of violence and arrest in RAMS whose annotators named a place, or none."""
    for line in filter(None, lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")):
        row = json.loads(line)
        first, last, labels = row["evt_triggers"][0]
        if not _CONFLICT.match(labels[0][0]):
            continue
        text, at = joined([word for sentence in row["sentences"] for word in sentence])
        read = document(reader, text)
        shift = len(read.report.text) - len(text)
        spans = [(at[a[0]][0] + shift, at[a[1]][1] + shift) for _, a, role in row["gold_evt_links"] if "place" in role]
        yield from from_trigger(read, (at[first][0] + shift, at[last][1] + shift), spans)


def joined(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return tokens as text, and the characters of each."""
    text, at = "", []
    for word in (_BRACKETS.get(word, word) for word in words):
        if text and not _GLUED.match(word) and not text.endswith(("(", "[")):
            text += " "
        at.append((len(text), len(text) + len(word)))
        text += word
    return text, at


def isaf(reader: Reader, path: Path) -> Iterator[Choice]:
    """Yield the choices of ISAF's releases: the finest place named in the one province given."""
    for line in filter(None, path.read_text(encoding="utf-8").split("\n")):
        row = json.loads(line)
        if len(row["gold"]["province"]) == 1:
            read = document(reader, row["text"])
            yield from from_news(read, in_province(read, fold(row["gold"]["province"][0])))


def in_province(read: Document, province: str) -> IsRight:
    """Return what says whether a place is the finest that the text names in an Afghan province."""

    def fineness(place: Toponym | None) -> int | None:
        inside = place is not None and place.country == "AF" and fold(place.admin1 or "") == province
        return _FINENESS.get(place.precision) if place is not None and inside else None

    finest = min((each for one in read.toponyms if (each := fineness(one)) is not None), default=None)
    return lambda place: finest is not None and fineness(place) == finest


def shootings(reader: Reader, folder: Path) -> Iterator[Choice]:
    """Yield the choices of reports of shootings, by the town that the incident is known to have been in."""
    corpus = load_corpus(folder).part(0, 2)
    known: dict[str, Any] = json.loads((folder / "incidents.json").read_text(encoding="utf-8"))
    rows = [row for row in corpus.rows if row.incident in known]
    for row in rows[:: max(1, len(rows) // SHOOTINGS)]:
        town = fold(known[row.incident]["city_or_county"].split(" (")[0])
        read = annotate(row.report, reader.nlp, reader.resolver)
        yield from from_news(read, lambda place, town=town: is_town(place, town))


def is_town(place: Toponym | None, town: str) -> bool:
    """Say whether a place bears the name of an American town or county."""
    named = place is not None and place.country == "US" and place.precision != "admin1"
    return place is not None and named and fold(place.name).removesuffix(" county") == town.removesuffix(" county")


def main() -> None:
    """Learn, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    if not options.shared.is_dir():
        print(f"skipped: needs {options.shared.name}, which isn't part of the project")
        return
    data, reader = options.shared / "data", build_reader(load())
    found = {
        "rams": list(rams(reader, data / "rams" / "dev.jsonlines.xz")),
        "isaf": named_only(isaf(reader, data / "isaf" / "dev.jsonl")),
        "shootings": named_only(shootings(reader, data / "gva")),
    }
    others = [replace(each, weight=COUNTS[source]) for source, some in found.items() for each in some]
    told = list(cases(reader, options.shared / "cases" / "more"))
    print({"cases": sum(len(each) for _, each in told), **{source: len(some) for source, some in found.items()}})
    right = sum(trial(told, others, part) for part in range(PARTS))
    print(f"{right} places of cases right, each learnt without its seventh")
    weights = learn_choices([*(each for _, some in told for each in some), *others], rarest=RAREST, decay=DECAY)
    options.out.write_text(as_file(weights), encoding="utf-8")
    print(f"{len(weights)} weights in {options.out.name}")


def named_only(choices: Iterator[Choice]) -> list[Choice]:
    """Return the choices without that of no place, which such reports never mean."""
    return [
        replace(each, rows=each.rows[:-1], right=frozenset(one for one in each.right if one < len(each.rows) - 1))
        for each in choices
    ]


def trial(told: Sequence[tuple[str, Sequence[Choice]]], others: Sequence[Choice], part: int) -> int:
    """Return how many places of a seventh of the cases are right by the weights that all else teaches."""
    rest = [each for number, (_, some) in enumerate(told) if number % PARTS != part for each in some]
    left = [each for _, some in told[part::PARTS] for each in some]
    weights = learn_choices([*rest, *others], rarest=RAREST, decay=DECAY)
    return sum(best(each, weights) in each.right for each in left)


def best(one: Choice, weights: dict[str, float]) -> int:
    """Return the number of the candidate that most speaks for."""
    return max(range(len(one.rows)), key=lambda row: sum(weights.get(name, 0.0) for name in one.rows[row]))


if __name__ == "__main__":
    main()
