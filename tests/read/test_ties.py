"""The patterns of ties.yaml."""

from tocsin.model.vocabulary import PREDICATES
from tocsin.read.ties import frames, ties


def test_every_pattern_names_a_known_predicate_and_side() -> None:
    assert ties()
    assert all(tie.predicate in PREDICATES and tie.people in {"", "left", "right"} for tie in ties())


def test_parts_are_written_out_in_full() -> None:
    patterns = [tie.between for tie in ties()] + list(frames().values())
    assert not any("<word>" in pattern.pattern or "<fill>" in pattern.pattern for pattern in patterns)


def test_a_pattern_fills_all_words_between_but_a_short_description() -> None:
    backed = next(tie.between for tie in ties() if tie.predicate == "backed_by" and not tie.turned)
    assert backed.match(", backed by the small island state of ")
    assert not backed.match(", backed by its people, which is far from ")
