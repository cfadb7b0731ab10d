"""When releases of a corpus were issued, where they don't say it whole: by the numbers of those that do.

Releases are numbered through a month ("2024-05-S-012"), so those that give a day date those between them. In one winter
the corpus has them without number and without year: a dateline of day and month is taken as of then.
"""

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tocsin.acquire.release import in_month, number_in
from tocsin.model import Report

_UNNUMBERED = dt.date(2012, 1, 15)
_DATELINE = re.compile(r"[A-Z][A-Z ,.a-z]{2,40}\((?P<day>[A-Z][a-z]{2,8}\.? \d{1,2})\)")


def days_of_issue(texts: Sequence[str], reports: Sequence[Report]) -> list[dt.date | None]:
    """Return the day of issue of each release; `texts` are the releases as they were before they were cleaned."""
    numbers = [number_in(text) for text in texts]
    known: dict[dt.date, dict[int, int]] = {}
    for number, report in zip(numbers, reports, strict=True):
        if number is not None and report.published is not None and report.published.replace(day=1) == number[0]:
            known.setdefault(number[0], {})[number[1]] = report.published.day
    return [
        report.published or (_unnumbered(report) if number is None else _between(*number, known.get(number[0], {})))
        for number, report in zip(numbers, reports, strict=True)
    ]


def _unnumbered(report: Report) -> dt.date | None:
    found = _DATELINE.match(report.body)
    return in_month(found["day"], _UNNUMBERED) if found else None


def _between(month: dt.date, serial: int, known: Mapping[int, int]) -> dt.date | None:
    """Return the day of a number by the nearest known ones before and after it; the month begins with number 1."""
    for (low, first), (high, last) in pairwise(sorted({1: 1, **known}.items())):
        if low <= serial <= high:
            day = first + (serial - low) * (last - first) / (high - low)
            return month.replace(day=max(1, math.ceil(round(day, 2))))
    return None
