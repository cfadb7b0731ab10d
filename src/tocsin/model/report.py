"""A report: one article, statement or release as acquired."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from tocsin.model.provenance import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article, cleaned. `id` is a hash of title and body; `published` is None where nothing says it.

    `published_from` says what fixed the date: metadata, dateline, title, number (of a release), caller or None.
    `raw_hash` is the SHA-256 of the bytes as acquired. `twin_of` is the id of the report that this one is a
    syndicated copy of.
    """

    id: str
    title: str
    body: str
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    url: str | None = None
    dateline: str | None = None
    published: dt.date | None = None
    published_from: str | None = None
    retrieved: dt.datetime | None = None
    language: str | None = None
    raw_hash: str | None = None
    twin_of: str | None = None

    @property
    def text(self) -> str:
        """Title, blank line, body: what every span counts its characters in."""
        return f"{self.title}\n\n{self.body}"

    def span(self, start: int, end: int) -> Span:
        """Return the span of characters [start, end) of `text`."""
        return Span(self.id, start, end, self.text[start:end])


def report_id(title: str, body: str) -> str:
    """Return the content id: the first 16 hex digits of the SHA-256 of title and body."""
    return hashlib.sha256(f"{title}\n\n{body}".encode()).hexdigest()[:16]
