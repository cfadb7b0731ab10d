"""Finds counts: "at least five", "more than a dozen", "10 to 15", "dozens", "no"."""

from typing import NamedTuple

from tocsin.model import Component, Quantity, Report
from tocsin.resolve.numerals import Numeral, read_numeral
from tocsin.resolve.quantity_fractions import read_fraction
from tocsin.resolve.quantity_nothing import is_nothing
from tocsin.resolve.quantity_vetoes import is_no_count
from tocsin.resolve.tokens import Token, at, follows, tokenise, words

Phrases = tuple[tuple[str, ...], ...]


def _phrases(text: str) -> Phrases:
    """Split a list of phrases, longest first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in text.split("|")), key=len, reverse=True))


_FLOOR = "floor"
_ABOVE = "above"
_CEILING = "ceiling"
_BELOW = "below"
_ABOUT = "about"
_OPENING = "opening"

_BEFORE: tuple[tuple[str, Phrases], ...] = (
    (
        _FLOOR,
        _phrases(
            "at least|at the very least|no fewer than|not fewer than|no less than|not less than|a minimum of|as few as"
        ),
    ),
    (
        _ABOVE,
        _phrases(
            "more than|well over|just over|over|above|upwards of|upward of|in excess of|greater than|exceeding|"
            "exceed|exceeds|exceeded|surpassing|surpassed|"
            "well more than|far more than|slightly more than|little more than"
        ),
    ),
    (
        _CEILING,
        _phrases(
            "up to|as many as|as much as|as high as|at most|no more than|not more than|a maximum of|anything up to"
        ),
    ),
    (_BELOW, _phrases("fewer than|less than|under|below|just under")),
    (
        _ABOUT,
        _phrases(
            "about|around|approximately|some|roughly|nearly|almost|close to|near|an estimated|estimated|circa|"
            "approx.|more or less|perhaps|possibly|maybe|an average of|nearly about|some where around|somewhere around|"
            "~|≈|just short of|just shy of|approaching|something like|in the region of|on the order of|in the order of"
        ),
    ),
    (_OPENING, _phrases("anywhere|anything|somewhere")),
)
_BY_FIRST = {
    first: [(kind, phrase) for kind, phrases in _BEFORE for phrase in phrases if phrase[0] == first]
    for first in {phrase[0] for _, phrases in _BEFORE for phrase in phrases}
}
_OR_MORE = _phrases("or more|or even more|or over|and more|and over|and counting|at least")
_OR_FEWER = _phrases("or fewer|or less|at most|at the most")
_OR_SO = _phrases("or so|or thereabouts|odd")
_JOINTS = {"between": "and", "from": "to"}
_SUFFIXES = {"plus": _FLOOR, "odd": _ABOUT, "some": _ABOUT, "ish": _ABOUT}
_MOVES = words(
    "rise rises rose risen rising increase increases increased increasing jump jumped grow grew grown fall fell fallen "
    "falling drop dropped cut reduced raised raise up down went revised climb climbs climbed climbing doubled tripled "
    "lowered corrected changed moved gone shot soared swelled"
)
_MOVED_BEFORE = 3
"""How many words before "from" are looked at for a verb of movement."""


class _Reading(NamedTuple):
    """A count read: its bounds and the tokens [start, end) that it covers."""

    low: int | None
    high: int | None
    approximate: bool
    start: int
    end: int


class Quantities:
    """The finder of counts."""

    component = Component("quantities", "2")

    def find(self, report: Report) -> tuple[Quantity, ...]:
        """Return every count of `report.text`, in text order; a span covers the modifier too ("at least five").

        Dates, years, times, ages, ordinals, money, shares, distances and the numbers of things are no counts.
        """
        tokens = tokenise(report.text)
        title_end = len(report.title)
        found: list[Quantity] = []
        index = 0
        while index < len(tokens):
            reading, index = _read(tokens, index, title_end)
            if reading is None:
                continue
            span = report.span(tokens[reading.start].start, tokens[reading.end - 1].end)
            found.append(
                Quantity(
                    low=reading.low,
                    high=reading.high,
                    approximate=reading.approximate,
                    spans=(span,),
                    by=self.component.id,
                )
            )
        return tuple(found)


def _read(tokens: list[Token], index: int, title_end: int) -> tuple[_Reading | None, int]:
    """Read a count at a token; returns it, if there is one, and the index to go on from."""
    nothing = _read_nothing(tokens, index)
    if nothing:
        return nothing, nothing.end
    modifiers, start = _modifiers(tokens, index)
    pair = _read_pair(tokens, start)
    if pair is None:
        # a modifier without a number: go on with the next word
        return None, index + 1
    first, last = pair
    number = start + (tokens[start].low in _JOINTS)
    end = _after(tokens, last.end)[0]
    if is_no_count(tokens, number, end, first, modified=bool(modifiers), title_end=title_end):
        return None, end
    return _joined(tokens, _bounded(tokens, index, modifiers, pair))


def _read_nothing(tokens: list[Token], index: int) -> _Reading | None:
    end = is_nothing(tokens, index)
    return _Reading(0, 0, approximate=False, start=index, end=end) if end else None


def _modifiers(tokens: list[Token], index: int) -> tuple[tuple[str, ...], int]:
    """Read the modifiers at a token ("at least some", "possibly as many as"); returns them and the index after."""
    kinds: list[str] = []
    while len(kinds) < 3:
        known = _BY_FIRST.get(tokens[index].low, ())
        step = next(((kind, len(phrase)) for kind, phrase in known if follows(tokens, index, phrase)), None)
        if step is None or index + step[1] >= len(tokens):
            break
        kinds.append(step[0])
        index += step[1]
        if at(tokens, index).low in {"another", "an"} and at(tokens, index + 1).low in {"additional", "other"}:
            index += 2
        elif at(tokens, index).low == "another":
            index += 1
    return tuple(kinds), min(index, len(tokens) - 1)


def _read_pair(tokens: list[Token], index: int) -> tuple[Numeral, Numeral] | None:
    """Read one number, or both ends of a range; the same number twice where it is one."""
    joint = _JOINTS.get(tokens[index].low)
    share = read_fraction(tokens, index)
    first = share or read_numeral(tokens, index + 1 if joint else index)
    if first is None:
        return None
    if share:
        return share, share
    mark = at(tokens, first.end)
    if not joint and at(tokens, index - 1).low == "from" and _is_move(tokens, index - 1):
        return first, first
    joints = {joint} if joint else {"to", "-", "–", "—", "or"}
    second = read_numeral(tokens, first.end + 1) if mark.low in joints else None
    if second is None or (tokens[index].low == "from" and _is_move(tokens, index)):
        return None if joint else (first, first)
    if first.scale == 1 and second.scale > 1 and first.value < second.value // second.scale:
        first = first._replace(value=first.value * second.scale)
    if first.value >= second.value:
        return None if joint else (first, first)
    return first, second


def _is_move(tokens: list[Token], index: int) -> bool:
    """Say whether "from" at a token tells where a figure came from: "rose sharply from 5 to 7"."""
    return any(token.low in _MOVES for token in tokens[max(index - _MOVED_BEFORE, 0) : index])


def _bounded(tokens: list[Token], index: int, modifiers: tuple[str, ...], pair: tuple[Numeral, Numeral]) -> _Reading:
    """Turn numbers and modifiers to bounds."""
    first, last = pair
    low: int | None = first.value
    high: int | None = None if last.open_ else last.value
    end, after = _after(tokens, last.end)
    kind = after or next((kind for kind in modifiers if kind not in {_ABOUT, _OPENING}), "")
    # "possibly as many as 80" is as sure a ceiling as any
    approximate = (_ABOUT in modifiers and not kind) or first.rough
    if kind == _FLOOR and first is last:
        high = None
    elif kind == _ABOVE:
        low, high = first.value + (not first.open_), None
    elif kind == _CEILING:
        low, high = None, last.value
    elif kind == _BELOW:
        low, high = None, max(last.value - 1, 0)
    approximate = approximate or after == _ABOUT
    return _Reading(low, high, approximate and high is not None, index, end)


def _after(tokens: list[Token], end: int) -> tuple[int, str]:
    """Read "or more", "or fewer", "or so" or "+" after a number; returns the index after it and what it means."""
    mark = at(tokens, end)
    if mark.text == "+" and mark.glued:
        return end + 1, _FLOOR
    if mark.low == "-" and mark.glued and at(tokens, end + 1).low in _SUFFIXES:
        return end + 2, _SUFFIXES[at(tokens, end + 1).low]
    for kind, phrases in ((_FLOOR, _OR_MORE), (_CEILING, _OR_FEWER), (_ABOUT, _OR_SO)):
        for phrase in phrases:
            if (
                mark.low == phrase[0]
                and follows(tokens, end, phrase)
                and not _goes_on(tokens, end + len(phrase), phrase)
            ):
                return end + len(phrase), kind
    return end, ""


def _goes_on(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    """Say whether "at least" belongs to a number behind it: "five, at least 20 …"."""
    return phrase[0] == "at" and index < len(tokens) and read_numeral(tokens, index) is not None


def _joined(tokens: list[Token], reading: _Reading) -> tuple[_Reading, int]:
    """Join "at least 10 and as many as 20" and "more than 10 but fewer than 20" to one range."""
    if reading.low is None or reading.high is not None:
        return reading, reading.end
    index = reading.end + (at(tokens, reading.end).low == ",")
    index += at(tokens, index).low in {"and", "but", "or"}
    if index == reading.end or index >= len(tokens):
        return reading, reading.end
    modifiers, start = _modifiers(tokens, index)
    last = read_numeral(tokens, start) if {_CEILING, _BELOW}.intersection(modifiers) else None
    high = last.value - (_CEILING not in modifiers) if last else 0
    if last is None or high < reading.low:
        return reading, reading.end
    return reading._replace(high=high, end=last.end), last.end
