"""What the words of a tally count."""

import pytest

from tocsin.pipeline.tally_words import UnclearError, aimed_at, counted, harmed, victims


@pytest.mark.parametrize(
    ("what", "words", "kind"),
    [
        ("attacks", "around eighty attacks", "bombing"),
        ("operations", "12 operations", "military_operation"),
        ("car bombs", "about 20 car bombs", "bombing"),
        ("suicide attacks", "", "bombing"),
        ("airstrikes", "several airstrikes", "airstrike_or_drone"),
        ("clashes", "", "battle"),
    ],
)
def test_nouns_of_incidents_are_kinds(what: str, words: str, kind: str) -> None:
    found = counted(what, words)
    assert kind in found.kinds
    assert (found.figures, found.before) == ((), ())


@pytest.mark.parametrize(
    ("what", "figures", "traits"),
    [
        ("people killed", ("killed",), ()),
        ("lives lost their lives", ("killed",), ()),
        ("soldiers killed", ("killed",), ("kind:military",)),
        ("journalists detained", ("detained",), ("noun:journalist",)),
        ("policemen wounded", ("injured",), ("kind:police",)),
        ("deaths", ("killed",), ()),
        ("injurys", ("injured",), ()),
        ("casualties", ("killed", "injured"), ()),
    ],
)
def test_people_are_counted_by_what_befell_them(what: str, figures: tuple[str, ...], traits: tuple[str, ...]) -> None:
    found = counted(what, "")
    assert (found.figures, found.victims, found.kinds) == (figures, traits, ())


@pytest.mark.parametrize(
    ("words", "what", "before"),
    [
        ("more than 300 political killings", "killings", ("political",)),
        ("the second-deadliest attack", "attacks", ("second-deadliest",)),
        ("the fifth major attack in Iraq", "attacks", ("major",)),
        ("28 US soldiers", "soldiers killed", ("US",)),
        ("at least twenty-five separate attacks", "attacks", ()),
        ("as many as 130 people", "people killed", ()),
        ("some other words", "attacks", ()),
    ],
)
def test_words_before_the_noun_are_kept_where_they_narrow_it(words: str, what: str, before: tuple[str, ...]) -> None:
    assert counted(what, words).before == before


def test_such_is_the_kind_of_the_incident_that_it_refers_to() -> None:
    assert counted("attacks", "the first such attack", "stabbing").kinds == ("stabbing",)
    assert len(counted("attacks", "the first attack", "stabbing").kinds) > 1


@pytest.mark.parametrize("what", ["coups", "times", "vessels", "people displaced", "troops deployed"])
def test_other_nouns_cant_be_counted(what: str) -> None:
    with pytest.raises(UnclearError, match="neither a number of incidents"):
        counted(what, "")


def test_whom_words_aim_at_and_what_befell_them() -> None:
    assert aimed_at("attacks against bases") == "bases"
    assert aimed_at("attacks in Iraq") is None
    assert victims("villagers") == ("kind:civilians",)
    assert harmed("the first journalist to die") == "killed"
    assert harmed("captured or killed and wounded") is None
