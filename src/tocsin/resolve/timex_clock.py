"""Rules for the time of day: "3 p.m.", "at 1620", "shortly after noon", "from 6 to 7 a.m.", "in the morning"."""

from tocsin.resolve.timex_words import WEEKDAYS
from tocsin.resolve.tokens import Token, at, words

_HALVES = words("a.m. p.m. am pm a.m p.m")
_NAMED = words("noon midnight dawn dusk midday sunset sunrise nightfall daybreak")
_ZONES = words("gmt utc est edt cet local z hours hrs pst ist bst msk eet cst pdt")
_PARTS = words("morning afternoon evening night early")
_BARE_AFTER = words("this today on yesterday . , ( in local gmt utc when")
_CLOCK_LEADS = words("at until by before after around about since from till shortly approximately between to")
_PART_LEADS = words("in during through throughout")
_EXACT_LEADS = words("at around about until by approximately")


def read_clock(tokens: list[Token], index: int, lead: str) -> int | None:
    """Return the index after a time of day that starts at a token, None where there is none."""
    first = at(tokens, index).low
    if first == "the" and lead in _PART_LEADS:
        return read_day_part(tokens, index + 1)
    if first in _NAMED:
        return index + 1 if lead in _CLOCK_LEADS else None
    if lead == "at" and first == "night":
        return index + 1
    if not first[:1].isdecimal():
        return None
    if lead in {"from", "between"} and (pair := _pair(tokens, index, lead)):
        return pair
    end = _figures(tokens, index, lead)
    return None if end is None else _zone(tokens, end)


def read_day_part(tokens: list[Token], index: int) -> int | None:
    """Read "morning", "early hours", "early morning hours"; returns the index after them."""
    end = index
    while at(tokens, end).low in _PARTS and end < index + 3:
        end += 1
    if end > index and at(tokens, end).low == "hours":
        return end + 1
    return end if end > index and at(tokens, end - 1).low != "early" else None


def is_instant(tokens: list[Token]) -> bool:
    """Say whether the words of a time of day name a point of the clock: figures, noon, midnight."""
    return any(token.low[0].isdecimal() or token.low in {"noon", "midnight", "midday"} for token in tokens)


def _pair(tokens: list[Token], index: int, lead: str) -> int | None:
    """Read "6 a.m. to 9 a.m.", "6 and 7 p.m.": the first may lack its mark."""
    first = _figures(tokens, index, lead)
    if first is None and at(tokens, index).low.isdecimal() and len(tokens[index].low) <= 2:
        first = index + 1
    if first is None or at(tokens, first).low not in {"to", "and", "until", "till", "-", "–"}:
        return None
    second = _figures(tokens, first + 1, "at")
    return None if second is None else _zone(tokens, second)


def _figures(tokens: list[Token], index: int, lead: str) -> int | None:
    first = at(tokens, index).low
    hours, _, minutes = first.partition(".")
    end = index + 1
    if at(tokens, end).low == ":" and at(tokens, end).glued and at(tokens, end + 1).glued:
        minutes, end = at(tokens, end + 1).low, end + 2
    if not hours.isdecimal() or (minutes and not (minutes.isdecimal() and len(minutes) == 2 and minutes < "60")):
        return None
    after = at(tokens, end).low
    if after in _HALVES and len(hours) <= 2 and int(hours) <= 12:
        return end + 1
    if after == "o'clock":
        return end + 1
    if minutes and len(hours) <= 2 and int(hours) < 24:
        dotted = end == index + 1
        if not lead and at(tokens, index - 1).capital and at(tokens, index - 1).low not in WEEKDAYS:
            # chapter and verse
            return None
        told = lead == "at" and (after in _BARE_AFTER or after in WEEKDAYS or not after)
        return end if not dotted or told else None
    if lead == "at" and len(hours) <= 2 and after == "in" and at(tokens, end + 1).low == "the":
        return read_day_part(tokens, end + 2)
    return _bare(tokens, index, end, lead)


def _bare(tokens: list[Token], index: int, end: int, lead: str) -> int | None:
    """Read figures without a mark: "1620" behind "at", "0650 gmt"."""
    text, after = tokens[index].low, at(tokens, end).low
    if len(text) != 4 or not text.isdecimal() or text >= "2400" or text[2:] >= "60":
        return None
    if after in {"gmt", "utc", "hours", "hrs", "coordinated", "local"}:
        return end
    if after == "z" and at(tokens, end).glued:
        return end + 1
    told = lead in _EXACT_LEADS and (after in _BARE_AFTER or not after)
    year = "1900" <= text < "2060" and lead != "at"
    return end if told and not year else None


def _zone(tokens: list[Token], end: int) -> int:
    """Read what may follow: "local time", "(0650 gmt)", "Coordinated Universal Time", "in the morning"."""
    start = -1
    while start != end:
        start = end
        end = _bracket(tokens, end)
        end += at(tokens, end).low in _ZONES
        end += 3 * (at(tokens, end).low == "coordinated" and at(tokens, end + 2).low == "time")
        end += at(tokens, end).low == "time" and at(tokens, end - 1).low in _ZONES
    if at(tokens, end).low == "in" and at(tokens, end + 1).low == "the":
        end = read_day_part(tokens, end + 2) or end
    return end


def _bracket(tokens: list[Token], end: int) -> int:
    """Read a zone in brackets, with the time there or without: "(GMT)", "(0650 gmt)", "(10:15 GMT)"."""
    if at(tokens, end).low != "(":
        return end
    for step in (1, 2, 4):
        if at(tokens, end + step).low in _ZONES and at(tokens, end + step + 1).low == ")":
            figures = all(token.low[0].isdecimal() or token.low == ":" for token in tokens[end + 1 : end + step])
            return end + step + 2 if figures else end
    return end
