from tocsin.read.roles.pairs import NAMES, compare


def test_initials_and_endings_speak_for_one() -> None:
    row = dict(zip(NAMES, compare("front for liberation of valley", "flv", 1), strict=True))
    assert row["initials"]
    assert dict(zip(NAMES, compare("six priests", "priest", 3), strict=True))["same last but for its number"]


def test_the_order_of_two_does_not_matter() -> None:
    assert compare("six priests", "priests", 3) == compare("priests", "six priests", 3)
