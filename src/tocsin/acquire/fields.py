"""Values of metadata: dates and strings as people and pages write them."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from tocsin.acquire.byline import full_date

_EARLIEST = 1900


def as_date(value: object) -> dt.date | None:
    """Return the day that a metadata value names with year, month and day; None where it doesn't."""
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip()
    found = re.match(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)", text)
    try:
        day = dt.date(int(found[1]), int(found[2]), int(found[3])) if found else full_date(text) or _mail_date(text)
    except ValueError:
        return None
    return day if day and day.year >= _EARLIEST else None


def _mail_date(text: str) -> dt.date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None


def as_text(value: object) -> str | None:
    """Return the value as a stripped string, a list or object by its first name; None where it is empty."""
    if isinstance(value, list):
        return as_text(value[0]) if value else None
    if isinstance(value, dict):
        return as_text(value.get("name") or value.get("title"))
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", value).strip() or None
