"""Learning on a dozen texts of our own: what each step hands to the next; how good it is, the floors say."""

import json
from pathlib import Path

import pytest
from spacy.language import Language
from tests.read.roles.conftest import marked

from tocsin.errors import FormatError
from tocsin.read.annotate import load_language
from tocsin.read.roles.counts import CONTEXTS, HEADS, LEMMAS, STRINGS, load_counts, save_counts
from tocsin.read.roles.fillers import Trees, tell
from tocsin.read.roles.parse import Parse
from tocsin.read.roles.sight import Sight
from tocsin.read.roles.vocabulary import ROLES, TYPES
from tocsin.train.reader.counting import count
from tocsin.train.reader.deciding import Sample, learn
from tocsin.train.reader.examples import Example, read_muc4
from tocsin.train.reader.limits import choose

PEOPLE = ("gunmen", "rebels", "two men", "masked youths", "soldiers", "smugglers")


def _row(number: int) -> dict[str, object]:
    who = PEOPLE[number % len(PEOPLE)]
    if number % 3 == 2:
        return {"docid": f"T{number}", "doctext": f"{who} of the town won a game of cards .", "templates": []}
    empty: dict[str, object] = {role: [] for role in ROLES}
    template = {**empty, "incident_type": "attack", "PerpInd": [[[who, 0], ["gang", 0]]]}
    template["Weapon"] = [[["rifles", 0]], [["pistols", 0]]]
    return {
        "docid": f"T{number}",
        "doctext": f"{who} shot the mayor with rifles and pistols . the gang fled .",
        "templates": [template],
    }


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join(json.dumps(_row(number)) for number in range(60)), encoding="utf-8")
    return path


@pytest.fixture
def examples(data: Path) -> list[Example]:
    return read_muc4(data)


def test_every_place_of_a_fillers_words_is_marked(tmp_path: Path) -> None:
    row = _row(0) | {"doctext": "gunmen shot him . the gunmen, not other gunmens, fled with rifles ."}
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    (example,) = read_muc4(path)
    assert [example.text[m.start : m.end] for m in example.marks] == ["gunmen", "gunmen", "rifles"]


def test_a_line_that_is_no_document_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(_row(0)) + '\n{"docid": "X"}\n', encoding="utf-8")
    with pytest.raises(FormatError, match="line 2"):
        read_muc4(path)


def test_counts_say_what_fills_and_come_back_from_their_file(
    examples: list[Example], language: Language, tmp_path: Path
) -> None:
    counts = count(examples, {each.id: Parse(language(each.text)) for each in examples})
    save_counts(counts, tmp_path / "counts.npz")
    again = load_counts(tmp_path / "counts.npz")
    rifles = again[STRINGS].row("rifles")
    assert rifles[0] == rifles[1 + ROLES.index("Weapon")] == 40
    assert again[HEADS].row("youths")[0] == 10
    assert again[CONTEXTS[0]].row("nsubj shoot")[1 + ROLES.index("PerpInd")] > 0
    assert again[LEMMAS].row("shoot")[len(ROLES) + TYPES.index("attack")] > 0
    assert again[LEMMAS].row("card")[0] < 0
    assert (again[STRINGS].row("something else") == 0).all()


def test_trees_learn_from_what_the_encoder_gives(examples: list[Example], language: Language) -> None:
    counts = count(examples, {each.id: Parse(language(each.text)) for each in examples})
    samples = []
    for each in examples:
        who = next(name for name in PEOPLE if each.text.startswith(name))
        given = {"PerpInd": (who, 0.8 if each.incidents else 0.3)}
        given |= {"Weapon": ("rifles and pistols", 0.7)} if each.incidents else {}
        samples.append(Sample(each, Sight(Parse(language(each.text)), marked(each.text, given))))
    made, blind = learn(samples, examples, counts, seed=1)
    least, fillers, templates = choose(examples, blind)
    assert fillers > 0.9
    assert templates > 0.9
    told = tell(samples[0].sight, counts, Trees.of(made))
    assert {each.surface for each in told.fillers if each.chance >= least.filler} >= {"gunmen", "rifles"}
    assert made == learn(samples, examples, counts, seed=1)[0]
