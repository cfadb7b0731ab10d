"""Finds time expressions and resolves them against the report's day and what it told before."""

import datetime as dt
import itertools
from collections.abc import Iterator

from tocsin.model import Component, Report, Timex
from tocsin.resolve.calendar_days import UNKNOWN, Extent
from tocsin.resolve.timex_anchor import anchor, named_years
from tocsin.resolve.timex_away import read_ahead
from tocsin.resolve.timex_clock import read_clock
from tocsin.resolve.timex_dates import read_day, read_ordinal_day
from tocsin.resolve.timex_feasts import FEAST_WORDS, read_feast
from tocsin.resolve.timex_months import read_month
from tocsin.resolve.timex_names import STARTS, name_end
from tocsin.resolve.timex_pairs import JOINTS, clocked, part_of_day, range_of, with_clock
from tocsin.resolve.timex_parts import read_part
from tocsin.resolve.timex_relative import read_relative
from tocsin.resolve.timex_words import MONTHS, PARTS, SHORT_WEEKDAYS, UNITS, WEEKDAYS, Match, Setting, opens_clause
from tocsin.resolve.timex_years import read_year, read_years
from tocsin.resolve.tokens import Token, at, tokenise, words

_LEADS = words(
    "on in at since until till after before by from during over for throughout through within between around about "
    "approximately as toward towards"
)
_ADVERBS = words("early late earlier later shortly just soon sometime so ever immediately far")
_DOUBLES = words("at around about approximately before after until between from during in")
_FIRSTS = words("since until till at by from as before after for")
_TRIGGERS = (
    set(MONTHS)
    | set(WEEKDAYS)
    | set(SHORT_WEEKDAYS)
    | set(UNITS)
    | PARTS
    | FEAST_WORDS
    | words(
        "today tonight tomorrow yesterday overnight recently recent weekend night morning afternoon evening noon "
        "midnight midday dawn dusk sunset sunrise nightfall daybreak spring summer autumn fall winter half quarter "
        "hours century"
    )
)
_REACH = 8
"""An expression's first word is so many tokens at most before a word of time or a figure."""

__all__ = ["Timexes", "anchor"]


class Timexes:
    """The finder of time expressions."""

    component = Component("timexes", "2")

    def find(self, report: Report) -> tuple[Timex, ...]:
        """Return every time expression of `report.text`, in text order; a span covers its preposition ("since June").

        Where neither the text nor the report's day fixes one, start and end are None. A time of day without a day
        has precision "time" and no day.
        """
        tokens = tokenise(report.text)
        setting = Setting(anchor(report), years=named_years(tokens))
        found: list[Timex] = []
        for part in _paragraphs(report.text, tokens):
            setting = setting._replace(here=UNKNOWN, story=UNKNOWN)
            for start, match, setting in _expressions(part, setting):  # noqa: B020  # what was told carries on
                extent = match.extent
                span = report.span(part[start].start, part[match.end - 1].end)
                found.append(
                    Timex(
                        start=extent.start,
                        end=extent.end,
                        precision=extent.precision,
                        spans=(span,),
                        by=self.component.id,
                    )
                )
        return tuple(found)


def _paragraphs(text: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each paragraph; no expression crosses a blank line."""
    start = 0
    for index, (one, other) in enumerate(itertools.pairwise(tokens), 1):
        if other.start - one.end > 1 and text.count("\n", one.end, other.start) > 1:
            yield tokens[start:index]
            start = index
    yield tokens[start:]


def _expressions(tokens: list[Token], setting: Setting) -> Iterator[tuple[int, Match, Setting]]:
    """Yield where each expression starts, what was read, and the setting after it."""
    near = _near_triggers(tokens)
    index = 0
    while index < len(tokens):
        if not near[index]:
            index += 1
            continue
        skipped = name_end(tokens, index) if tokens[index].low in STARTS or tokens[index].low[0].isdecimal() else None
        if skipped:
            index = skipped
            continue
        found = _expression(tokens, index, setting)
        if found is None:
            index += 1
            continue
        start, match = found
        setting = _after(tokens, start, match, setting)
        yield start, match, setting
        index = match.end


def _near_triggers(tokens: list[Token]) -> list[bool]:
    """Say of each token whether a word of time or a figure stands at it or soon after."""
    near, ahead = [False] * len(tokens), _REACH + 1
    for index in range(len(tokens) - 1, -1, -1):
        low = tokens[index].low
        ahead = 0 if low[0].isdecimal() or low.removesuffix("'s") in _TRIGGERS else ahead + 1
        near[index] = ahead <= _REACH
    return near


def _after(tokens: list[Token], start: int, match: Match, setting: Setting) -> Setting:
    """Return the setting after an expression: what was told of last, and the paragraph's story."""
    extent = match.extent
    if extent.start is None:
        return setting
    day = extent.start if extent.start == extent.end else setting.reference
    dated = any(read_year(tokens, index) for index in range(start, match.end))
    coming = setting.anchor is not None and extent.start > setting.anchor
    if coming:
        return setting
    setting = setting._replace(reference=day, last=extent, here=extent)
    if match.told:
        return setting._replace(story=extent if setting.story.start else setting.story)
    if not dated:
        return setting._replace(story=UNKNOWN)
    tells = extent.precision != "year" or opens_clause(tokens, start) or _goes_on(tokens, match.end)
    return setting._replace(story=extent) if tells else setting


def _goes_on(tokens: list[Token], end: int) -> bool:
    return "when" in {at(tokens, end).low, at(tokens, end + 1).low}


def _expression(tokens: list[Token], index: int, setting: Setting) -> tuple[int, Match] | None:
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
        return clocked(tokens, index, clock, setting, _day_or_longer, _lead)
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
