import dataclasses
import re
from types import ModuleType

from fastapi.testclient import TestClient

from tocsin.model import History, Incident, Span
from tocsin.pipeline.chronicle import Chronicle
from tocsin.serve.compose import Composer
from tocsin.serve.passages import passages


def now(incident: Incident) -> Chronicle:
    return Chronicle(incident, History(), (), None, {})


def sentences(page: str) -> list[str]:
    """Return the sentences shown, with the marked words in brackets."""
    found = re.findall(r'<blockquote class="words">\s*<p>(.*?)</p>', page, re.DOTALL)
    return [re.sub(r"<mark>(.*?)</mark>", r"[\1]", each) for each in found]


def test_each_fact_stands_beside_its_marked_sentence(client: TestClient, record: ModuleType) -> None:
    answer = client.get(f"/incidents/{record.MOSUL}")
    assert answer.status_code == 200
    shown = sentences(answer.text)
    sentence = "MOSUL, Iraq - A car bomb killed {} and wounded {} at a market in Mosul on Monday, police said."
    assert sentence.format("[six people]", "at least 15") in shown
    assert sentence.format("six people", "[at least 15]") in shown
    assert any(each.startswith("[At least nine people] died") for each in shown)
    assert "“[These cowards will not divide us,]” he said." in shown
    assert "It was the [first such attack in the city since October 2022]." in shown


def test_accounts_that_differ_are_all_shown_with_outlet_and_day(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/incidents/{record.MOSUL}").text
    assert "reports differ: 6–9" in page
    assert re.search(r"Published: <strong>at least 9</strong> — latest report", page)
    killed = page[page.index('id="killed"') : page.index('id="injured"')]
    killed = killed[killed.index('class="account"') :]
    assert killed.index("Daily Lantern") < killed.index("not published") < killed.index("Northern Wire")
    assert "5 Mar 2024" in killed


def test_every_passage_leads_to_its_words_in_the_report(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/incidents/{record.MOSUL}").text
    links = set(re.findall(r'href="(/reports/\w+)#(c\d+)"', page))
    assert len(links) > 8
    for path, anchor in links:
        assert f'id="{anchor}"' in client.get(path).text


def test_the_page_holds_attribution_statements_tallies_relations_codings_and_reports(
    client: TestClient, record: ModuleType
) -> None:
    page = client.get(f"/incidents/{record.MOSUL}").text
    for words in (
        "accused by Karim Saleh",
        "claimed it",
        "for Government of Iraq",
        "First such attack in Mosul since 1 Oct 2022",
        "Hadba Brigade part of police",
        "PLOVER",
        "not eligible",
        "nobody is known to have died",
        record.LANTERN.title,
    ):
        assert words in page


def test_what_did_not_happen_says_so(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/incidents/{record.FOILED}").text
    assert "foiled" in page
    assert "not counted in totals" in page
    assert "No report says who is responsible" in page


def test_none_and_not_said_are_two_things(client: TestClient, record: ModuleType) -> None:
    assert re.search(r"<dt>Killed</dt><dd><a[^>]*>None</a>", client.get(f"/incidents/{record.ROCKETS}").text)
    assert "<dt>Killed</dt><dd>not said" in client.get(f"/incidents/{record.MARCH}").text


def test_an_unknown_incident_is_a_problem_page(client: TestClient) -> None:
    answer = client.get("/incidents/inc-nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "inc-nothing" in answer.text


def test_a_sentence_ends_before_a_quotation_and_not_at_an_abbreviation(record: ModuleType) -> None:
    report = dataclasses.replace(record.WIRE, title="T", body="Gen. A. Smith of the U.S. Army left. “We won,” he said.")
    [passage] = passages({report.id: report}, record.at(report, "Smith"))
    assert "".join(piece.text for piece in passage.pieces) == "Gen. A. Smith of the U.S. Army left."
    [quoted] = passages({report.id: report}, record.at(report, "We won,"))
    assert [piece.text for piece in quoted.pieces if piece.marked] == ["We won,"]
    assert "Army" not in quoted.pieces[0].text


def test_words_of_a_sentence_are_marked_once_and_pages_without_stops_are_cut(record: ModuleType) -> None:
    report = dataclasses.replace(record.WIRE, title="T", body="word " * 1000)
    first, again = Span(report.id, 2003, 2007, "word"), Span(report.id, 2003, 2012, "word word")
    [passage] = passages({report.id: report}, (first, again, first))
    assert "".join(piece.text for piece in passage.pieces if piece.marked) == "word word"
    assert sum(len(piece.text) for piece in passage.pieces) < 1000


def test_a_report_that_is_gone_still_is_cited(record: ModuleType) -> None:
    incident: Incident = record.INCIDENTS[0]
    dossier = Composer({}, {}).dossier(now(incident))
    assert next(fact for fact in dossier.facts if fact.key == "killed").accounts[0].sources[0].id == record.LANTERN.id
    assert dossier.sources == ()


def test_those_with_names_are_held_responsible_first(record: ModuleType) -> None:
    incident: Incident = record.INCIDENTS[0]
    nameless = dataclasses.replace(incident.attributions[0].actor, name=None, actor=None)
    held = (dataclasses.replace(incident.attributions[1], actor=nameless), incident.attributions[0])
    dossier = Composer({}, {}).dossier(now(dataclasses.replace(incident, attributions=held)))
    assert [each.actor for each in dossier.by_whom] == ["Islamic State"]


def test_a_rank_stands_beside_the_record_and_a_statement_beside_its_code(
    client: TestClient, record: ModuleType
) -> None:
    page = client.get(f"/incidents/{record.MOSUL}").text
    assert "<strong>Agrees</strong>" in page
    assert "The record holds none earlier: nothing in it speaks against this." in page
    assert "such attack in Mosul from 1 Nov 2022 to 3 Mar 2024" in page
    assert "<code>ACCUSE / allege</code>" in page


def test_attributions_that_say_the_same_stand_once_with_all_their_words(record: ModuleType) -> None:
    incident: Incident = record.INCIDENTS[0]
    claim = incident.attributions[1]
    twice = dataclasses.replace(incident, attributions=(claim, dataclasses.replace(claim, report=record.WIRE.id)))
    [held] = Composer({}, {}).dossier(now(twice)).held
    assert (held.actor, held.how) == ("Islamic State", "claimed it")


def test_the_toll_s_course_stands_above_its_accounts(client: TestClient, record: ModuleType) -> None:
    page = client.get(f"/incidents/{record.MOSUL}").text
    killed = page[page.index('id="killed"') : page.index('id="injured"')]
    course = re.findall(r"<li><strong>(.*?)</strong>", killed)
    assert course == ["6", "At least 9"]
    assert "can’t be right beside 6" in killed


def test_the_page_shows_the_incident_as_of_a_day(client: TestClient, record: ModuleType) -> None:
    path = f"/incidents/{record.MOSUL}"
    first = record.WIRE.published.isoformat()
    now = client.get(path).text
    assert f'href="{path}?as_of={first}"' in now
    assert "what the" not in now
    then = client.get(f"{path}?as_of={first}").text
    assert "what the 1 report up to that day made of it" in then
    assert record.LANTERN.title not in then
    assert f"/api/v1/incidents/{record.MOSUL}?as_of={first}" in then
    assert client.get(f"{path}?as_of=").headers["location"] == path


def test_a_day_that_is_none_or_too_early_is_a_problem(client: TestClient, record: ModuleType) -> None:
    path = f"/incidents/{record.MOSUL}"
    assert client.get(f"{path}?as_of=soon").status_code == 400
    early = client.get(f"{path}?as_of=1999-01-01")
    assert early.status_code == 404
    assert "the first is of" in early.text.lower()
