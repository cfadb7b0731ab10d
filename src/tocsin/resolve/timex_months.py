"""Rules for months without a day: "March 2011", "in May", "last December", "April and May 1988"."""

from tocsin.resolve.calendar_days import UNKNOWN, between, month, month_near
from tocsin.resolve.timex_story import story_month
from tocsin.resolve.timex_tense import is_coming
from tocsin.resolve.timex_words import MONTHS, SHORT_MONTHS, WEEKDAYS, Match, Setting
from tocsin.resolve.timex_years import its_year
from tocsin.resolve.tokens import Token, at, words

_AMBIGUOUS = words("may march august")
_NAMES = words("april may june august march")
_LEADS = words("in since until till by during from before after of last this next early mid late past through between")
_SURE_LEADS = words("in since last early late mid until")
_NOT_NAMES = words("in on since the last this of from until")
_JOINTS = words("and to through until - – —")


def read_month(
    tokens: list[Token], index: int, lead: str, setting: Setting, *, part: str = "", which: str = ""
) -> Match | None:
    """Read a month that starts at a token; `part` ("early") and `which` ("last") were read before it."""
    name = at(tokens, index).low.removesuffix("'s")
    if name not in MONTHS:
        return None
    if not part and not which and (pair := _pair(tokens, index, lead, setting)):
        return pair
    end = _name_end(tokens, index, name)
    around, after = its_year(tokens, end, setting)
    if after == end and not _is_month(tokens, index, lead or part or which):
        return None
    number = MONTHS[name]
    if after > end:
        return Match(after, month(around, number, part) if around else UNKNOWN)
    told = None if which else story_month(tokens, index, number, part, setting)
    if told:
        return Match(end, told, told=True)
    if setting.anchor is None:
        return Match(end, UNKNOWN)
    return Match(end, month_near(setting.anchor, number, which, part, future=is_coming(tokens, index, end)))


def _name_end(tokens: list[Token], index: int, name: str) -> int:
    end = index + 1
    return end + (name in SHORT_MONTHS and at(tokens, end).low == "." and at(tokens, end).glued)


def _pair(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "January to March 1999", "in April and May 1988": months of the year that stands behind the second."""
    first = tokens[index].low
    after = _name_end(tokens, index, first)
    second = at(tokens, after + 1).low
    if first not in MONTHS or second not in MONTHS or at(tokens, after).low not in _JOINTS:
        return None
    end = _name_end(tokens, after + 1, second)
    around, after_year = its_year(tokens, end, setting)
    if after_year == end and (lead not in {"in", "from", "between"} or not _is_month(tokens, index, lead)):
        return None
    if around is None and after_year == end and setting.anchor:
        around = month_near(setting.anchor, MONTHS[second], "").start.year  # type: ignore[union-attr]  # a month is fixed
    if around is None:
        return Match(after_year, UNKNOWN)
    start = month(around - (MONTHS[first] > MONTHS[second] and around > 1), MONTHS[first]).start
    last = month(around, MONTHS[second]).end
    return Match(after_year, between(start, last) if start and last else UNKNOWN)


def _is_month(tokens: list[Token], index: int, lead: str) -> bool:
    """Tell a bare month from the verbs "may" and "march", the adjective "august" and persons called June."""
    token, before, after = tokens[index], at(tokens, index - 1), at(tokens, index + 1)
    if token.low in SHORT_MONTHS:
        return False
    named = token.low in _NAMES and after.capital and after.low.isalpha() and after.low not in WEEKDAYS
    if lead in _LEADS:
        by_whom = lead == "by" and named and not token.text.isupper()
        return not by_whom and (token.low not in {"may", "march"} or token.capital or lead in _SURE_LEADS)
    if token.low in _AMBIGUOUS and not token.capital:
        return False
    follows_name = before.capital and before.low.isalpha() and before.low not in _NOT_NAMES
    if token.low in _NAMES and (named or follows_name or after.low in {"not", "have", "be"}):
        return False
    starts = before.low in {"", ".", '"', "“", "\n"} or before.end + 2 <= token.start
    return not (starts and token.low in {"may", "march"})
