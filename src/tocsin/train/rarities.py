"""Counts in how many documents of each corpus a term is, and makes the table of rarities."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tocsin.model import Mention, Report, Span
from tocsin.reconcile.rarity import table
from tocsin.reconcile.sketch import CLASSES, Sketch, sketch


def sketch_of(text: str) -> Sketch:
    """Return the terms of a text that nothing was read from."""
    report = Report(id="text", title="", body=text)
    opening = Span(report.id, 0, 1, text[:1])
    mention = Mention(id="text:m0", report=report.id, trigger=opening, kind="other_violence", scope="headline")
    return sketch(mention, report)


def rarities(corpora: Iterable[Sequence[Sketch]]) -> bytes:
    """Return the table over several corpora: a term that is common in one of them is common."""
    tables = [table(_counts(corpus), len(corpus)) for corpus in corpora if corpus]
    return bytes(min(cells) for cells in zip(*tables, strict=True))


def _counts(corpus: Sequence[Sketch]) -> Counter[tuple[str, str]]:
    found = Counter((sort, term) for each in corpus for sort in CLASSES for term in getattr(each, sort))
    for (sort, term), count in list(found.items()):
        # Many texts come without a title; what is common in texts is common in titles.
        if sort == "words":
            found["title", term] = max(count, found["title", term])
    return found
