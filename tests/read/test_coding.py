from collections.abc import Callable

import pytest

from tocsin.ontology.vocabularies import load_vocabularies
from tocsin.read.coding import EventCoding, code_sentences
from tocsin.read.coding_words import act_words, frame
from tocsin.read.document import Document

Codes = Callable[[str], EventCoding | None]


@pytest.fixture(scope="module")
def code(document: Callable[..., Document]) -> Codes:
    """Code a text's first sentence that tells of a political act."""
    return lambda text: next(code_sentences(document(text)), None)


def test_rules_give_types_and_modes_that_the_vocabulary_has() -> None:
    plover = load_vocabularies()["PLOVER"]
    rules = {rule for rules in act_words().verbs.values() for _, rule in rules} | set(act_words().nouns.values())
    for rule in rules:
        assert plover.has("event", rule.event), rule
        assert not rule.mode or plover.has("mode", rule.mode, rule.event), rule
        assert plover.has("event", rule.older[0]), rule


def test_every_type_has_a_rule() -> None:
    plover = load_vocabularies()["PLOVER"]
    rules = {rule.event for rules in act_words().verbs.values() for _, rule in rules}
    assert rules == {term.code for term in plover.fields["event"]}


def test_frames_are_lists_of_words() -> None:
    assert "say" in frame("report")
    assert "no" in frame("negation")


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("Kenya sent rice to Somalia.", "AID", ""),
        ("Kenya said it would send rice to Somalia.", "AGREE", ""),
        ("Kenya refused to send rice to Somalia.", "REJECT", ""),
        ("Kenya did not agree to the plan of Somalia.", "REJECT", ""),
        ("Kenya has no intention of sending rice to Somalia.", "REJECT", ""),
        ("Somalia asked Kenya to send rice.", "REQUEST", ""),
        ("Kenya must send rice, Somalia's president said.", "REQUEST", ""),
        ("Kenya stopped sending rice to Somalia.", "SANCTION", ""),
        ("Kenya will attack Somalia, its defence minister said.", "THREATEN", "violence"),
        ("Kenya threatened to recall its ambassador from Somalia.", "THREATEN", "relations"),
        ("Kenya is ready to talk to Somalia.", "AGREE", ""),
        ("Kenya began shelling towns in Somalia.", "ASSAULT", "heavy-weapons"),
        ("Kenya stopped shelling towns in Somalia.", "RETREAT", ""),
        ("Fighting broke out between Kenyan and Somali troops.", "ASSAULT", ""),
        ("Talks between Kenya and Somalia collapsed.", "REJECT", ""),
        ("Kenya's parliament lifted the curfew.", "CONCEDE", ""),
        ("Kenya's parliament imposed a curfew.", "COERCE", "curfew"),
    ],
)
def test_what_governs_an_act_decides(code: Codes, text: str, event: str, mode: str) -> None:
    found = code(text)
    assert found is not None
    assert (found.event, found.mode) == (event, mode)


def test_neutral_talk_has_no_coding(code: Codes) -> None:
    assert code("The weather in Nairobi was mild on Tuesday.") is None


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Peruvian police arrested two students.", {("PE", "COP")}, {("PE", "EDU")}),
        ("Two students were arrested by Peruvian police.", {("PE", "COP")}, {("PE", "EDU")}),
        ("Officials from Peru and Chile met in Madrid.", {("PE", "GOV"), ("CL", "GOV")}, set()),
        ("French and Spanish warships held joint exercises.", {("FR", "MIL"), ("ES", "MIL")}, set()),
        ("Peru rejected a Chilean proposal.", {("PE", "GOV")}, {("CL", "GOV")}),
        ("Peru said its troops had left Chile.", {("PE", "GOV")}, {("CL", "GOV")}),
        ("NATO planes bombed Serbia.", {(None, "IGO")}, {("RS", "GOV")}),
        ("Crowds in Peru burned a Chilean flag.", {("PE", "CVL")}, {("CL", "GOV")}),
    ],
)
def test_parties_are_found_by_the_parse(
    code: Codes, text: str, source: set[tuple[str | None, str]], target: set[tuple[str | None, str]]
) -> None:
    found = code(text)
    assert found is not None
    assert {(party.country, party.sector) for party in found.source} == source
    assert {(party.country, party.sector) for party in found.target} == target


def test_the_words_that_decided_are_shown(code: Codes) -> None:
    found = code("Peru has launched an inquiry into the murder of a judge.")
    assert found is not None
    assert found.mode == "investigate"
    assert "launched" in {span.text for span in found.spans}
    assert found.by.startswith("read.coding")
    assert 0 < found.confidence < 1
