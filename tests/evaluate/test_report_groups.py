import datetime as dt
import json
import lzma
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tocsin.errors import FormatError, InputError
from tocsin.evaluate.report_groups import load_corpus

PAGE = "http://web.archive.org/web/20150101000000/http://www.bay-news.example:80/a"


def row(number: int, incident: str = "i1", day: str | None = "2015-03-02", **other: object) -> dict[str, Any]:
    text = f"Story {number}: one man was shot."
    return {"id": f"r{number}", "incident": incident, "title": "A shooting", "content": text, "dct": day, **other}


def corpus(folder: Path, rows: Sequence[dict[str, Any]], known: object = None) -> Path:
    (folder / "reports.jsonl").write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    if known is not None:
        (folder / "incidents.json").write_text(json.dumps(known), encoding="utf-8")
    return folder


def test_reports_come_as_acquired_with_day_and_site(tmp_path: Path) -> None:
    (only,) = load_corpus(corpus(tmp_path, [row(1, uri=PAGE)])).rows
    assert (only.id, only.incident) == ("r1", "i1")
    assert (only.report.title, only.report.body) == ("A shooting", "Story 1: one man was shot.")
    assert (only.report.published, only.report.outlet) == (dt.date(2015, 3, 2), "bay-news.example")


def test_a_packed_file_gives_the_same(tmp_path: Path) -> None:
    plain = load_corpus(corpus(tmp_path, [row(1), row(2, day="")])).rows
    packed = tmp_path / "packed"
    packed.mkdir()
    (packed / "reports.jsonl.xz").write_bytes(lzma.compress((tmp_path / "reports.jsonl").read_bytes()))
    assert load_corpus(packed).rows == plain
    assert plain[1].report.published is None


def test_a_page_without_an_article_keeps_its_title(tmp_path: Path) -> None:
    (only,) = load_corpus(corpus(tmp_path, [row(1) | {"content": " "}])).rows
    assert (only.report.title, only.report.body) == ("A shooting", "")
    assert only.report.published == dt.date(2015, 3, 2)


def test_known_figures_may_be_missing(tmp_path: Path) -> None:
    assert load_corpus(corpus(tmp_path, [row(1)])).known == {}
    given = {"i1": {"date": "March 1, 2015", "num_killed": "1", "num_injured": ""}, "i2": {}}
    known = load_corpus(corpus(tmp_path, [row(1)], given)).known
    assert (known["i1"].date, known["i1"].killed, known["i1"].injured) == (dt.date(2015, 3, 1), 1, None)
    assert known["i2"].killed is None


def test_parts_hold_whole_incidents_in_order_of_time(tmp_path: Path) -> None:
    rows = [row(1, "late", "2015-01-01"), row(2, "middle", "2015-06-01"), row(3, "early", "2015-02-01")]
    rows += [row(4, "middle", "2016-06-01"), row(5, "undated", None), row(6, "late", None), row(7, "first", None)]
    known = {"late": {"date": "2015-09-09"}, "first": {"date": "2014-01-01"}}
    found = load_corpus(corpus(tmp_path, rows, known))
    assert list(found.by_incident()) == ["first", "early", "middle", "late", "undated"]
    parts = [found.part(number, number + 1, 5) for number in range(5)]
    assert [{each.incident for each in part.rows} for part in parts] == [
        {"first"},
        {"early"},
        {"middle"},
        {"late"},
        {"undated"},
    ]
    assert found.part(0, 5, 5).rows == found.rows


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1, "title": "a", "content": "b"}'])
def test_a_broken_line_is_named(line: str, tmp_path: Path) -> None:
    corpus(tmp_path, [row(1)])
    with (tmp_path / "reports.jsonl").open("a") as file:
        file.write(line)
    with pytest.raises(FormatError, match=r"reports\.jsonl line 2"):
        load_corpus(tmp_path)


@pytest.mark.parametrize("given", [[], {"i1": 3}, {"i1": {"num_killed": "two"}}])
def test_broken_figures_are_named(given: object, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"incidents\.json"):
        load_corpus(corpus(tmp_path, [row(1)], given))


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"reports\.jsonl"):
        load_corpus(tmp_path)
    with pytest.raises(InputError, match="empty"):
        load_corpus(corpus(tmp_path, []))
    (tmp_path / "reports.jsonl").unlink()
    (tmp_path / "reports.jsonl.xz").write_bytes(b"no archive")
    with pytest.raises(InputError, match="can't be read"):
        load_corpus(tmp_path)
