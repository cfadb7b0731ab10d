from spacy.language import Language
from tests.read.roles.conftest import marked

from tocsin.read.roles.candidates import KNOWN, candidates
from tocsin.read.roles.counts import Counts
from tocsin.read.roles.evidence import NAMES, Evidence
from tocsin.read.roles.parse import Parse
from tocsin.read.roles.sight import Sight
from tocsin.read.roles.vocabulary import ROLES

TEXT = "Two masked gunmen killed the judge with a car bomb . The gunmen fled ."


def test_words_that_the_encoder_marks_are_candidates_by_how_surely(language: Language, counts: Counts) -> None:
    found = candidates(Parse(language(TEXT)), marked(TEXT, {"PerpInd": ("Two masked gunmen", 0.7)}), counts)
    levels = {each.key: each.levels.get("PerpInd") for each in found}
    assert levels["two masked gunmen"] == 0.6
    assert [each.surface for each in found if each.key == "two masked gunmen"] == ["Two masked gunmen"]


def test_words_known_from_training_are_candidates_where_the_encoder_gives_them_a_little(
    language: Language, counts: Counts
) -> None:
    found = candidates(Parse(language(TEXT)), marked(TEXT, {"PerpInd": ("gunmen killed", 0.04)}), counts)
    gunmen = next(each for each in found if each.key == "gunmen")
    assert gunmen.levels["PerpInd"] == KNOWN
    assert len(gunmen.places) == 2


def test_there_is_a_row_of_evidence_for_each_candidate_of_a_role(language: Language, counts: Counts) -> None:
    parse = Parse(language(TEXT))
    given = marked(TEXT, {"PerpInd": ("Two masked gunmen", 0.7), "Weapon": ("car bomb", 0.9)})
    evidence = Evidence(Sight(parse, given), candidates(parse, given, counts), counts)
    rivals, rows = evidence.of(ROLES.index("Weapon"))
    bomb = dict(zip(NAMES, rows[[each.key for each in rivals].index("car bomb")], strict=True))
    assert rows.shape == (len(rivals), len(NAMES))
    assert bomb["begins"] > 0.89
    assert bomb["filled before"] > 0.6
    assert bomb["sentence, strongest"] == 1.0


def test_a_text_without_words_has_no_candidates(language: Language, counts: Counts) -> None:
    parse, given = Parse(language("")), marked("", {})
    evidence = Evidence(Sight(parse, given), candidates(parse, given, counts), counts)
    assert [evidence.of(role)[0] for role in range(len(ROLES))] == [[]] * len(ROLES)
