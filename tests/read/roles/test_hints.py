from tocsin.model import ActorMention, Mention, Perpetrator, Quantity, Span, Target, Weapon
from tocsin.model.vocabulary import Kind
from tocsin.read.roles.hints import NO_HINTS, PARTS, hints_of
from tocsin.read.roles.vocabulary import TYPES


def _span(start: int, end: int) -> Span:
    return Span("r", start, end, "x" * (end - start))


def _mention(kind: Kind) -> Mention:
    gunmen, bridge = ActorMention(name=None, spans=(_span(0, 6),)), ActorMention(name=None, spans=(_span(20, 26),))
    return Mention(
        id="m",
        report="r",
        trigger=_span(8, 12),
        kind=kind,
        perpetrators=(Perpetrator(actor=gunmen, attribution="reported"),),
        targets=(Target(actor=bridge, kind="infrastructure", effect="destroyed"),),
        weapons=(Weapon(name="bomb", quantity=Quantity(low=1, high=1, spans=(_span(30, 34),))),),
    )


def test_the_words_of_a_mention_are_hints_to_their_roles() -> None:
    hints = hints_of([_mention("bombing")], [ActorMention(name="Front", spans=(_span(40, 45),))])
    assert dict(zip(PARTS, hints.of(0, 6), strict=True))["perpetrators"] == 2
    assert dict(zip(PARTS, hints.of(3, 12), strict=True))["perpetrators"] == 1
    assert hints.of(20, 26) == [0, 2, 0, 0, 0]
    assert hints.of(31, 34) == [0, 0, 0, 1, 0]
    assert hints.of(40, 45) == [0, 0, 0, 0, 2]


def test_kinds_count_for_their_type_and_protests_for_none() -> None:
    hints = hints_of([_mention("bombing"), _mention("battle"), _mention("protest")])
    assert dict(zip(TYPES, hints.types, strict=True)) == {**dict.fromkeys(TYPES, 0), "bombing": 1, "attack": 1}


def test_without_a_reading_there_are_no_hints() -> None:
    assert NO_HINTS.of(0, 9) == [0] * len(PARTS)
