"""The places that an act may have happened at, and the choice between them."""

from collections.abc import Callable

import pytest

from tocsin.model import Mention
from tocsin.read.document import Document
from tocsin.read.mentions import judged_drafts, worthy
from tocsin.read.place_evidence import Candidate, candidates, name_places
from tocsin.read.place_model import choose, weights
from tocsin.read.scope import find_leads
from tocsin.read.wordlists import load_lexicon

Reads = Callable[..., Document]
Finds = Callable[..., tuple[Mention, ...]]


def of(document: Document, number: int = 0) -> list[Candidate]:
    told = [each.draft for each, _ in worthy(judged_drafts(document, find_leads(document)))]
    return candidates(name_places(document, load_lexicon()), told[number], told)


def test_each_place_is_a_candidate_once_and_the_last_is_none(document: Reads) -> None:
    found = of(document("Gunmen killed nine people in Dorun. Dorun lies far from Karvali."))
    assert [one.place and one.place.name for one in found] == ["Dorun", "Karvali", None]


def test_a_country_named_by_its_people_is_a_candidate(document: Reads) -> None:
    found = of(document("Gunmen killed nine people in a Pakistani village."))
    assert [one.place and one.place.country for one in found] == ["PK", None]
    assert "people" in found[0].evidence


def test_evidence_names_how_a_place_stands_to_the_act(document: Reads) -> None:
    dorun, karvali, _ = of(document("Gunmen killed nine people in Dorun. The mayor of Karvali spoke."))
    assert {"own", "own in", "this act nearest", "below the act", "main country"} <= set(dorun.evidence)
    assert {"origin", "text after"} & set(karvali.evidence)


def test_the_heaviest_evidence_is_chosen() -> None:
    one, other, none = Candidate(None, ("a",)), Candidate(None, ("b", "c")), Candidate(None, ("d",))
    assert choose([one, other, none], {"a": 1.0, "b": 0.6, "c": 0.6}) is other.place
    assert choose([one], {}) is None


def test_shipped_weights_are_numbers_by_name() -> None:
    assert len(weights()) > 100
    assert all(isinstance(value, float | int) for value in weights().values())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen killed nine people in Dorun on Thursday.", "Dorun"),
        ("Gunmen killed nine people in Dorun on Thursday. Rebels of Karvali denied it.", "Dorun"),
        ("Fighting spread to Dorun. On Thursday gunmen killed nine people there.", "Dorun"),
        ("Police in Karvali said on Thursday that gunmen had killed nine people in Dorun.", "Dorun"),
    ],
)
def test_acts_are_given_their_place(mentions: Finds, text: str, place: str) -> None:
    found = [each.place.name for each in mentions(text) if each.place and each.kind != "other_violence"]
    assert place in found


def test_the_ends_of_a_way_are_no_candidates(document: Reads) -> None:
    found = of(document("A gunman killed two people on a train from Karvali to Dorun."))
    assert [one.place for one in found] == [None]
