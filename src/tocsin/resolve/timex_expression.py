"""Reads one time expression at a token, with its prepositions: "as of early March", "from Wednesday to Saturday"."""

from tocsin.resolve.timex_away import read_ahead
from tocsin.resolve.timex_clock import read_clock
from tocsin.resolve.timex_dates import read_day, read_ordinal_day
from tocsin.resolve.timex_feasts import read_feast
from tocsin.resolve.timex_months import read_month
from tocsin.resolve.timex_pairs import JOINTS, clocked, part_of_day, range_of, with_clock
from tocsin.resolve.timex_parts import read_part
from tocsin.resolve.timex_relative import read_relative
from tocsin.resolve.timex_words import MONTHS, WEEKDAYS, Match, Setting
from tocsin.resolve.timex_years import read_year, read_years
from tocsin.resolve.tokens import Token, at, words

_LEADS = words(
    "on in at since until till after before by from during over for throughout through within between around about "
    "approximately as toward towards"
)
_ADVERBS = words("early late earlier later shortly just soon sometime so ever immediately far")
_DOUBLES = words("at around about approximately before after until between from during in")
_FIRSTS = words("since until till at by from as before after for")


def read_expression(tokens: list[Token], index: int, setting: Setting) -> tuple[int, Match] | None:
    """Read an expression at a token, its prepositions with it; returns where it starts."""
    start, lead = _lead(tokens, index)
    if lead in {"between", "from"}:
        pair = _pair(tokens, start, lead, setting)
        if pair:
            return index, pair
    core = _with_adverb(tokens, index, setting) or read_ahead(tokens, index, setting)
    if core:
        return index, core
    core = _core(tokens, start, lead, setting)
    if core is None:
        return None
    if at(tokens, core.end).low in JOINTS - {"and"} and core.extent.precision in {"day", "month", "year"}:
        core = _joined(tokens, core, setting) or core
    return (start if _is_of_noun(tokens, start, core.end, lead) else index), core


def _with_adverb(tokens: list[Token], index: int, setting: Setting) -> Match | None:
    """Read "late in October", "earlier in the day", whose first words are no prepositions."""
    if at(tokens, index).low not in {"early", "late", "earlier", "later", "mid"}:
        return None
    if at(tokens, index + 1).low != "in":
        return None
    return read_part(tokens, index, "", setting) or read_relative(tokens, index, "", setting)


def _is_of_noun(tokens: list[Token], start: int, end: int, lead: str) -> bool:
    """Say whether the preposition isn't the expression's: "in Wednesday's ambush", "fly in early next week"."""
    if not lead:
        return False
    if tokens[end - 1].low.endswith("'s"):
        return True
    first = tokens[start].low
    second = at(tokens, start + 1).low
    return lead in {"in", "on"} and (
        first in {"next", "this"} or (first in {"early", "late"} and second in {"next", "last"})
    )


def _lead(tokens: list[Token], index: int) -> tuple[int, str]:
    """Read the prepositions before an expression: "early on", "shortly after", "as of"; returns the last of them."""
    after, lead = index, ""
    while at(tokens, after).low in _ADVERBS and at(tokens, after + 1).low in _LEADS | _ADVERBS and after < index + 2:
        after += 1
    steps = 0
    while at(tokens, after).low in _LEADS and steps < 3:
        if lead and (lead not in _FIRSTS or tokens[after].low not in _DOUBLES):
            return index, ""
        lead, after, steps = tokens[after].low, after + 1, steps + 1
        if lead == "as" and at(tokens, after).low == "of":
            after += 1
        if at(tokens, after).low == "at" and at(tokens, after + 1).low == "least":
            after += 2
    return (after, lead) if lead else (index, "")


def _core(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read a day or longer with the time of day before or behind it."""
    first = at(tokens, index).low
    if not first or not (first[0].isalnum() or first in {"'", "’", "‘"}):
        return None
    whole = part_of_day(tokens, index, setting, _day_or_longer)
    if whole:
        return whole
    clock = read_clock(tokens, index, lead)
    if clock is not None:
        return clocked(tokens, (index, clock), setting, _day_or_longer, _lead)
    match = _day_or_longer(tokens, index, lead, setting)
    return with_clock(tokens, match, _lead) if match else None


def _day_or_longer(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read a date, a longer time or a relative one; dates with a weekday go before the weekday alone."""
    if at(tokens, index).low == "the" and _is_article_of_noun(tokens, index + 1):
        return None
    return (
        read_ordinal_day(tokens, index, lead, setting)
        or read_feast(tokens, index, lead, setting)
        or read_day(tokens, index, setting)
        or read_part(tokens, index, lead, setting)
        or read_relative(tokens, index, lead, setting)
        or read_years(tokens, index + (at(tokens, index).low == "the"), lead)
        or read_month(tokens, index, lead, setting)
    )


def _is_article_of_noun(tokens: list[Token], index: int) -> bool:
    """Say whether an article belongs to what a date stands before: "the 2008 attack", "the May 9 riots"."""
    first = at(tokens, index)
    if first.low in MONTHS:
        return True
    after = at(tokens, index + 1)
    return read_year(tokens, index) is not None and not (after.glued and after.low == "s")


def _pair(tokens: list[Token], index: int, lead: str, setting: Setting) -> Match | None:
    """Read "from Wednesday to Saturday", "between 2014 and 2017"."""
    first = _core(tokens, index, lead, setting)
    if first is None or at(tokens, first.end).low not in JOINTS:
        return None
    second = _core(tokens, first.end + 1, lead, setting)
    return range_of(first, second) if second else None


def _joined(tokens: list[Token], first: Match, setting: Setting) -> Match | None:
    """Read the second time of "12 May 1958 to 3 June 1960", "Wednesday night into Thursday"."""
    after = first.end + 1
    start = at(tokens, after).low
    if start in WEEKDAYS and tokens[first.end].low not in {"to", "into", "through"}:
        return None
    if start not in WEEKDAYS and not any(token.low in MONTHS for token in tokens[after : after + 2]):
        return None
    second = _core(tokens, after, "", setting)
    return range_of(first, second) if second else None
