"""Finds time expressions and resolves them against the report's day and what it told before."""

import itertools
from collections.abc import Iterator

from tocsin.model import Component, Report, Timex
from tocsin.resolve.calendar_days import UNKNOWN
from tocsin.resolve.timex_anchor import anchor, named_years
from tocsin.resolve.timex_expression import read_expression
from tocsin.resolve.timex_feasts import FEAST_WORDS
from tocsin.resolve.timex_names import STARTS, name_end
from tocsin.resolve.timex_words import MONTHS, PARTS, SHORT_WEEKDAYS, UNITS, WEEKDAYS, Match, Setting, opens_clause
from tocsin.resolve.timex_years import read_year
from tocsin.resolve.tokens import Token, at, tokenise, words

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
            matches, setting = _expressions(part, setting._replace(here=UNKNOWN, story=UNKNOWN))
            found.extend(self._timex(report, part[start], part[match.end - 1], match) for start, match in matches)
        return tuple(found)

    def _timex(self, report: Report, first: Token, last: Token, match: Match) -> Timex:
        start, end, precision = match.extent
        span = report.span(first.start, last.end)
        return Timex(start=start, end=end, precision=precision, spans=(span,), by=self.component.id)


def _paragraphs(text: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each paragraph; no expression crosses a blank line."""
    start = 0
    for index, (one, other) in enumerate(itertools.pairwise(tokens), 1):
        if other.start - one.end > 1 and text.count("\n", one.end, other.start) > 1:
            yield tokens[start:index]
            start = index
    yield tokens[start:]


def _expressions(tokens: list[Token], setting: Setting) -> tuple[list[tuple[int, Match]], Setting]:
    """Return where each expression of a paragraph starts and what was read, and the setting after the last."""
    near, found = _near_triggers(tokens), []
    index = 0
    while index < len(tokens):
        if not near[index]:
            index += 1
            continue
        skipped = name_end(tokens, index) if tokens[index].low in STARTS or tokens[index].low[0].isdecimal() else None
        read = None if skipped else read_expression(tokens, index, setting)
        if read is None:
            index = skipped or index + 1
            continue
        found.append(read)
        setting = _after(tokens, *read, setting)
        index = read[1].end
    return found, setting


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
