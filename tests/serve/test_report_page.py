import re
from types import ModuleType

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model import Report
from tocsin.serve.marked import Marked, mark
from tocsin.serve.notes import Note


def test_words_are_marked_by_what_they_stand_for(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/reports/{record.WIRE.id}").text
    marks = dict(re.findall(r'<mark id="c\d+" class="([\w -]+?) ?" title="[^"]*"><a [^>]*>([^<]*)', page))
    assert marks["l-time"] == "Monday"
    assert marks["l-perpetrator l-statement"] == "Islamic State"
    assert marks["l-trigger l-weapon"] == "car bomb"
    assert 'id="show-time"' in page


def test_facts_lead_to_their_words_and_words_back_to_their_facts(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/reports/{record.WIRE.id}").text
    anchors = set(re.findall(r'id="([^"]+)"', page))
    forth, back = set(re.findall(r'href="#(c\d+)"', page)), set(re.findall(r'href="#(\w+-\d+)"', page))
    assert len(forth) > 8
    assert len(back) > 8
    assert forth | back <= anchors


def test_the_margin_names_the_incident_and_all_that_was_read(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/reports/{record.WIRE.id}").text
    for words in (
        f'<a href="/incidents/{record.MOSUL}">',
        "Karim Saleh, interior minister, for Government of Iraq",
        "First such attack in Mosul",
        "rules@1",
        "Northern Wire",
        "date from the metadata",
        'href="https://news.example/1"',
    ):
        assert words in page


def test_copies_know_each_other(client: TestClient, record: ModuleType) -> None:
    assert f"/reports/{record.COPY.id}" in client.get(f"/reports/{record.WIRE.id}").text
    page = client.get(f"/reports/{record.COPY.id}").text
    assert "syndicated copy" in page
    assert "hasn’t been read yet" in page


def test_a_report_of_nothing_says_so(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/reports/{record.MATCH.id}").text
    assert "found no incident" in page
    assert "<mark" not in page


def test_an_unknown_report_is_a_problem_page(client: TestClient) -> None:
    assert client.get("/reports/0000").status_code == 404


def test_the_list_of_reports_holds_even_those_that_tell_of_nothing(client: TestClient, record: ModuleType) -> None:
    page = client.get("/reports?limit=4").text
    assert page.count('scope="row"') == 4
    assert 'rel="next" href="/reports?limit=4&amp;offset=4"' in page
    rest = client.get("/reports?limit=4&offset=4").text
    assert 'rel="prev" href="/reports?limit=4"' in rest
    assert all(f"/reports/{report.id}" in page + rest for report in record.REPORTS)
    assert "undated" in rest
    assert "To the first page" in client.get("/reports?offset=90").text
    assert client.get("/reports?offset=-1").status_code == 400


def _text(marked: Marked) -> str:
    paragraphs = ["".join(run.text for run in runs) for runs in marked.paragraphs]
    return "\n".join(["".join(run.text for run in marked.title), *paragraphs])


@given(
    body=st.text("ab .\n", min_size=1, max_size=60),
    ends=st.lists(st.tuples(st.integers(0, 70), st.integers(1, 20)), max_size=8),
)
def test_marking_loses_no_word(body: str, ends: list[tuple[int, int]]) -> None:
    report = Report(id="r1", title="Title", body=body)
    spans = [
        report.span(start, min(start + length, len(report.text))) for start, length in ends if start < len(report.text)
    ]
    notes = [
        Note(ref=f"n{number}", layer=layer, label="", value="", spans=(span,))
        for number, span in enumerate(spans)
        for layer in ("time", "statement")
    ]
    marked = mark(report, notes)
    assert _text(marked).split() == report.text.split()
    runs = [run for part in (marked.title, *marked.paragraphs) for run in part]
    assert len({run.start for run in runs if run.layers}) == len([run for run in runs if run.layers])
    assert all(run.layers[0] == "time" for run in runs if run.layers)


def test_a_tally_stands_beside_the_record(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/reports/{record.WIRE.id}").text
    assert "<strong>Agrees</strong>" in page
    assert "The record holds none earlier: nothing in it speaks against this." in page
    held = client.get(f"/api/v1/reports/{record.WIRE.id}").json()
    assert [each["verdict"] for each in held["comparisons"]] == ["agrees"]
