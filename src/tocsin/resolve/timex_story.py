"""The timeline of a paragraph: "the group took the town in March 2013. In August it left" means August 2013."""

import datetime as dt

from tocsin.resolve.calendar_days import Extent, date_or_none, month
from tocsin.resolve.timex_words import Setting, opens_clause
from tocsin.resolve.tokens import Token, at, words

_LEADS = words("in on by until since early late mid the from before after -")
_NEAR = 31
"""Days that a later step of a story may be away where it stands within a clause."""


def story_month(tokens: list[Token], index: int, number: int, part: str, setting: Setting) -> Extent | None:
    """Return the month of that number which the paragraph's story means, None where it tells none."""
    start = setting.story.start
    if start is None:
        return None
    whole_year = setting.story.precision == "year"
    around = start.year if whole_year else start.year + (number < start.month)
    return _held(month(around, number, part), tokens, index, setting) if around < dt.MAXYEAR else None


def story_day(
    tokens: list[Token], index: int, number: int, days: tuple[int, int], setting: Setting
) -> tuple[dt.date, dt.date] | None:
    """Return first and last of the days of a month which the paragraph's story means, None where it tells none."""
    start = setting.story.start
    if start is None:
        return None
    later = (number, days[1]) < (start.month, start.day) and setting.story.precision != "year"
    first, last = (date_or_none(start.year + later, number, each) for each in days)
    if first is None or last is None or _held(Extent(first, last, "range"), tokens, index, setting) is None:
        return None
    return first, last


def _held(found: Extent, tokens: list[Token], index: int, setting: Setting) -> Extent | None:
    """Return a step of the story if it isn't after the report's day, and is near where it doesn't open its clause."""
    told, story = found.start, setting.story.start
    if told is None or story is None or (setting.anchor and told > setting.anchor):
        return None
    lead = index
    while lead > 0 and not opens_clause(tokens, lead) and index - lead < 4 and at(tokens, lead - 1).low in _LEADS:
        lead -= 1
    whole_year = setting.story.precision == "year"
    near = not whole_year and 0 <= (told - story).days <= _NEAR
    after_when = any(token.low == "when" for token in tokens[max(0, lead - 5) : lead])
    return found if opens_clause(tokens, lead) or near or after_when else None
