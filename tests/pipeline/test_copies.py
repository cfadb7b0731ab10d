import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from tocsin.model import Report
from tocsin.pipeline.copies import choose, digest

Made = Callable[..., Report]


def test_a_digest_tells_copies_apart_but_not_by_the_hour_of_fetching(report: Made) -> None:
    one = report("One", "words")
    fetched = replace(one, retrieved=dt.datetime(2024, 5, 5, tzinfo=dt.UTC), twin_of="r0")
    assert digest(fetched) == digest(one)
    others = (replace(one, outlet="x"), replace(one, url="x"), replace(one, published=None))
    assert len({digest(each) for each in (one, *others)}) == 4


def test_the_surest_then_the_earliest_date_wins(report: Made) -> None:
    said = report("One", published=dt.date(2024, 5, 4))
    copies = {
        "undated": replace(said, published=None, published_from=None),
        "caller": replace(said, published=dt.date(2024, 5, 1), published_from="caller"),
        "dateline": replace(said, published=dt.date(2024, 5, 3), published_from="dateline"),
        "later": said,
        "earlier": replace(said, published=dt.date(2024, 5, 2)),
        "nameless": replace(said, published=dt.date(2024, 5, 2), outlet=None),
    }
    ranking = []
    while copies:
        ranking.append(choose(copies))
        del copies[ranking[-1]]
    assert ranking == ["earlier", "nameless", "later", "dateline", "caller", "undated"]
