"""Judged mentions found again in other readings of one text."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.reconcile.accounts import KISMAYO, NAIROBI

from tocsin.model import Anchor, Mention, Span, anchor
from tocsin.reconcile.anchors import find_again

TEXT = "A bomb exploded in Kismayo and gunmen attacked a hotel. Attacks hit Kismayo and Nairobi. Police fired back."


def told(number: int, words: str, sentence: str = "", **fields: Any) -> Mention:
    trigger, around = at(words), at(sentence or words)
    told_: dict[str, Any] = {"kind": "bombing"} | fields
    return Mention(id=f"r:m{number}", report="r", trigger=trigger, evidence=(around,), **told_)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span("r", start, start + len(words), words)


def again(*pairs: tuple[Mention, str | None], now: list[Mention]) -> None:
    anchors = {anchor(mention): wanted for mention, wanted in pairs}
    assert find_again(anchors, now) == anchors


FIRST = "A bomb exploded in Kismayo and gunmen attacked a hotel."
BOMB, GUNMEN = told(1, "exploded", FIRST), told(2, "attacked", FIRST, kind="armed_attack")


def test_a_mention_is_found_under_another_number() -> None:
    again((BOMB, "r:m2"), (GUNMEN, "r:m3"), now=[replace(GUNMEN, id="r:m3"), replace(BOMB, id="r:m2")])


def test_a_wider_trigger_or_another_word_of_the_sentence_is_the_same_act() -> None:
    again((BOMB, "r:m4"), now=[told(4, "bomb exploded", FIRST)])
    again((BOMB, "r:m4"), now=[told(4, "bomb", FIRST)])


def test_another_act_of_the_sentence_is_not() -> None:
    again((BOMB, None), (GUNMEN, "r:m1"), now=[replace(GUNMEN, id="r:m1")])


def test_two_acts_do_not_become_one_mention() -> None:
    other = told(2, "gunmen", FIRST)
    again((BOMB, "r:m1"), (other, None), now=[BOMB])


def test_acts_that_share_a_trigger_are_told_apart_by_their_places() -> None:
    here, there = told(1, "Attacks", place=KISMAYO), told(2, "Attacks", place=NAIROBI)
    again((here, "r:m8"), (there, "r:m7"), now=[replace(there, id="r:m7"), replace(here, id="r:m8")])
    again((here, None), (there, "r:m7"), now=[replace(there, id="r:m7")])


def test_one_act_as_two_judgements_knew_it_is_one_mention() -> None:
    later = told(3, "bomb exploded", FIRST, place=KISMAYO)
    again((BOMB, "r:m3"), (later, "r:m3"), now=[later])


def test_nothing_is_found_where_nothing_is() -> None:
    again((BOMB, None), now=[])
    assert find_again([], [BOMB]) == {}


WORDS = st.sampled_from(["exploded", "bomb", "attacked", "gunmen", "Attacks", "hit", "fired"])
ACTS = st.lists(st.tuples(WORDS, st.sampled_from(["bombing", "armed_attack"])), max_size=5)


@given(before=ACTS, now=ACTS, random=st.randoms(use_true_random=False))
def test_order_does_not_matter_and_an_unchanged_reading_moves_nothing(before: Any, now: Any, random: Any) -> None:
    anchors = [anchor(told(number, words, kind=kind)) for number, (words, kind) in enumerate(before)]
    mentions = [told(number, words, kind=kind) for number, (words, kind) in enumerate(now)]
    found = find_again(anchors, mentions)
    assert set(found.values()) <= {mention.id for mention in mentions} | {None}
    random.shuffle(anchors)
    assert find_again(anchors, mentions) == found
    unique: dict[Any, Anchor] = {each.trigger: each for each in (anchor(mention) for mention in mentions)}
    same = find_again(unique.values(), [m for m in mentions if unique[m.trigger].mention == m.id])
    assert all(each.mention == name for each, name in same.items())
