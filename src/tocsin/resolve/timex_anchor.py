"""The day that a report counts from: its publication, else the full date of its dateline."""

import datetime as dt

from tocsin.model import Report
from tocsin.resolve.timex_dates import read_day
from tocsin.resolve.timex_words import FULL_MONTHS, MONTHS, Match, Setting
from tocsin.resolve.timex_years import read_year
from tocsin.resolve.tokens import Token, tokenise

_DATELINE = 160
"""A dateline stands in so many first characters of the body."""
_DASHES = {"-", "–", "—", ":"}


def anchor(report: Report) -> dt.date | None:
    """Return the day that the report counts from: its publication, else the full date of its dateline."""
    if report.published is not None:
        return report.published
    for text in (report.dateline or "", report.body[:_DATELINE]):
        tokens = tokenise(text)
        for index, token in enumerate(tokens):
            if not (token.low[0].isdecimal() or token.low in MONTHS):
                continue
            match = read_day(tokens, index, Setting(None))
            if match and match.extent.precision == "day" and (text == report.dateline or _ends_dateline(tokens, match)):
                return match.extent.start
    return None


def _ends_dateline(tokens: list[Token], match: Match) -> bool:
    """Say whether a dash stands behind a date, be it behind a bracket or the agency's name."""
    near = [token.text for token in tokens[match.end : match.end + 6]]
    marks = [position for position, text in enumerate(near) if text in _DASHES]
    if not marks:
        return False
    between = near[: marks[0]]
    bracketed = between[:1] in (["("], ["["]) and between[-1:] in ([")"], ["]"])
    return bracketed or not any(text.isalpha() and text.islower() for text in between)


def named_years(tokens: list[Token]) -> frozenset[int]:
    """Return the years of the dates that a text gives in full."""
    found = set()
    for index, token in enumerate(tokens):
        year = read_year(tokens, index) if token.low.isdecimal() else None
        if year and any(before.low in FULL_MONTHS for before in tokens[max(0, index - 3) : index]):
            found.add(year)
    return frozenset(found)
