"""Learns the weights of `src/tocsin/read/lexicon/toll_weights.json` from reports whose incidents' tolls are known.

Reads the first two thirds, in time, of a corpus such as `../shared/data/gva` (developers have it, the project
doesn't); the last third is left for measuring. Takes a few minutes; the same corpus gives the same weights. Prints the
share of reports whose toll is right on a tenth of the incidents that it then learns without, and writes the file.
"""

import argparse
import math
from collections import Counter
from pathlib import Path

from tocsin.evaluate.conditional_logit import as_file
from tocsin.evaluate.report_groups import load_corpus
from tocsin.evaluate.toll_learning import Example, learn
from tocsin.model import Report
from tocsin.pipeline.reading import build_reader
from tocsin.read.annotate import annotate
from tocsin.read.principal import plain_principal
from tocsin.read.reader import Reader
from tocsin.read.toll import RULES
from tocsin.read.toll_evidence import Evidence, gather
from tocsin.read.toll_model import chances
from tocsin.settings import load

ROOT = Path(__file__).parent.parent
DATA = ROOT.parent / "shared" / "data" / "gva"
WEIGHTS = ROOT / "src" / "tocsin" / "read" / "lexicon" / "toll_weights.json"
TENTH = 10


def evidence(reader: Reader, report: Report) -> Evidence:
    """Read a report as far as its toll is concerned."""
    document = annotate(report, reader.nlp, reader.resolver)
    mention = plain_principal(document)
    return gather(document, mention.killed, mention.injured, RULES)


def examples(data: Path) -> dict[str, list[Example]]:
    """Return the examples of each incident; one with many reports doesn't count as many times."""
    corpus = load_corpus(data).part(0, 2)
    rows = [row for row in corpus.rows if row.incident in corpus.known]
    size = Counter(row.incident for row in rows)
    reader = build_reader(load())
    found: dict[str, list[Example]] = {}
    for row in rows:
        known = corpus.known[row.incident]
        if known.killed is not None and known.injured is not None:
            weight = 1 / math.sqrt(size[row.incident])
            example = Example(evidence(reader, row.report), (known.killed, known.injured), weight)
            found.setdefault(row.incident, []).append(example)
    return found


def held_out(found: dict[str, list[Example]]) -> float:
    """Return the share of right tolls on every tenth incident, learnt from the others."""
    names = sorted(found)
    left = set(names[::TENTH])
    weights = learn([each for name in names if name not in left for each in found[name]])
    told = [(each, chances(each.evidence, weights)) for name in sorted(left) for each in found[name]]
    return sum(max(likely, key=lambda pair: likely[pair]) == each.toll for each, likely in told) / len(told)


def main() -> None:
    """Learn, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"skipped: needs {options.data.name}, which isn't part of the project")
        return
    found = examples(options.data)
    print(
        f"{sum(map(len, found.values()))} reports of {len(found)} incidents; on a tenth held out {held_out(found):.3f}"
    )
    weights = learn([each for name in sorted(found) for each in found[name]])
    options.out.write_text(as_file(weights), encoding="utf-8")
    print(f"{len(weights)} weights in {options.out.name}")


if __name__ == "__main__":
    main()
