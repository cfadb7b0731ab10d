import dataclasses
import re
from html import unescape
from types import ModuleType

import pytest
from fastapi.testclient import TestClient

from tocsin.model import Incident
from tocsin.reconcile.explanations import Reason, explain
from tocsin.serve import together as explained
from tocsin.serve.together import together
from tocsin.store.interface import Store


@pytest.fixture
def incident(store: Store, record: ModuleType) -> Incident:
    """An incident of several accounts."""
    return store.incident(record.MOSUL)


def test_each_account_stands_beside_the_first_with_its_reasons(store: Store, incident: Incident) -> None:
    found = together(store, incident, {})
    assert found is not None
    assert (found.first, found.left) == (incident.mentions[0], 0)
    assert [each.mention for each in found.beside] == list(incident.mentions[1:])
    for each in found.beside:
        assert 0 < len(each.reasons) <= 3
        weights = [abs(reason.weight) for reason in each.reasons]
        assert weights == sorted(weights, reverse=True)


def test_a_single_account_needs_no_reason(store: Store, incident: Incident) -> None:
    assert together(store, dataclasses.replace(incident, mentions=incident.mentions[:1]), {}) is None


def test_a_long_incident_is_explained_in_part(
    store: Store, incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explained, "MOST", 1)
    found = together(store, dataclasses.replace(incident, mentions=(*incident.mentions, "gone:m1", "gone:m2")), {})
    assert found is not None
    assert (len(found.beside), found.left) == (1, len(incident.mentions))


def test_the_page_says_why_and_leads_to_the_whole(client: TestClient, incident: Incident) -> None:
    page = client.get(f"/incidents/{incident.id}").text
    block = page[page.index('<details class="why">') :]
    block = block[: block.index("</details>")]
    assert block.count(" of 1</span>") == len(incident.mentions) - 1
    assert re.search(r"<li>[+-]\d+\.\d\d \w", block)
    links = [unescape(each) for each in re.findall(r'href="(/api/v1/explanation[^"]+)"', block)]
    assert len(links) == len(incident.mentions) - 1
    assert all(client.get(link).json()["compared"]["pairs"] == 1 for link in links)


def test_words_of_reports_never_become_markup(
    client: TestClient, incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = Reason("words", 1.0, "<script>alert(1)</script>")
    monkeypatch.setattr(
        explained,
        "explain",
        lambda a, b: dataclasses.replace(explain(a, b), veto="<b>never</b>", reasons=(hostile,)),
    )
    page = client.get(f"/incidents/{incident.id}").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<b>never" not in page
