"""Rules for the time of day: "3 p.m.", "at 1620", "shortly after noon", "in the morning"."""

from tocsin.resolve.tokens import Token, at, words

_HALVES = words("a.m. p.m. am pm a.m p.m")
_NAMED = words("noon midnight dawn dusk midday sunset sunrise nightfall daybreak")
_ZONES = words("gmt utc est edt cet local z hours hrs pst ist")
_PARTS = words("morning afternoon evening night early")
_BARE_AFTER = words("this today on yesterday . , ( in local gmt utc when")
_CLOCK_LEADS = words("at until by before after around about since from till shortly approximately between to")


def read_clock(tokens: list[Token], index: int, lead: str) -> int | None:
    """Return the index after a time of day that starts at a token, None where there is none."""
    if at(tokens, index).low == "the" and lead == "in":
        return _day_part(tokens, index + 1)
    if at(tokens, index).low in _NAMED:
        return index + 1 if lead in _CLOCK_LEADS else None
    if lead == "at" and at(tokens, index).low == "night":
        return index + 1
    end = _figures(tokens, index, lead)
    return None if end is None else _zone(tokens, end)


def _day_part(tokens: list[Token], index: int) -> int | None:
    """Read "morning", "early hours", "early morning hours"."""
    end = index
    while at(tokens, end).low in _PARTS and end < index + 3:
        end += 1
    if end > index and at(tokens, end).low == "hours":
        return end + 1
    return end if end > index and at(tokens, end - 1).low != "early" else None


def _figures(tokens: list[Token], index: int, lead: str) -> int | None:
    first = at(tokens, index).low
    if not first[:1].isdecimal():
        return None
    hours, _, minutes = first.partition(".")
    end = index + 1
    if at(tokens, end).low == ":" and at(tokens, end).glued and at(tokens, end + 1).glued:
        minutes, end = at(tokens, end + 1).low, end + 2
    if not hours.isdecimal() or (minutes and not (minutes.isdecimal() and len(minutes) == 2 and minutes < "60")):
        return None
    if at(tokens, end).low in _HALVES and int(hours) <= 12:
        return end + 1
    if at(tokens, end).low == "o'clock":
        return end + 1
    if minutes and ":" in (token.low for token in tokens[index:end]):
        return end if int(hours) < 24 else None
    return _bare(tokens, index, end, lead)


def _bare(tokens: list[Token], index: int, end: int, lead: str) -> int | None:
    """Read figures without a mark: "1620" behind "at", "0650 gmt"."""
    text, after = tokens[index].low, at(tokens, end).low
    if len(text) != 4 or not text.isdecimal() or text >= "2400" or text[2:] >= "60":
        return None
    if after in {"gmt", "utc", "hours", "hrs", "coordinated", "local"}:
        return end
    told = lead in {"at", "around", "about", "until", "by", "approximately"} and (after in _BARE_AFTER or not after)
    year = "1900" <= text < "2060" and lead != "at"
    return end if told and not year else None


def _zone(tokens: list[Token], end: int) -> int:
    """Read what may follow: "local time", "(0650 gmt)", "Coordinated Universal Time", "in the morning"."""
    if at(tokens, end).low == "(" and at(tokens, end + 2).low in _ZONES and at(tokens, end + 3).low == ")":
        end += 4
    if at(tokens, end).low in _ZONES:
        end += 1
    if at(tokens, end).low == "coordinated" and at(tokens, end + 2).low == "time":
        end += 3
    if at(tokens, end).low == "time":
        end += 1
    if at(tokens, end).low == "(" and at(tokens, end + 1).low in _ZONES and at(tokens, end + 2).low == ")":
        end += 3
    if at(tokens, end).low == "in" and at(tokens, end + 1).low == "the":
        end = _day_part(tokens, end + 2) or end
    return end
