"""Reading as a library call: text or report in, typed reading out."""

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from tocsin.model import Reading, Report, report_id
from tocsin.settings import Settings, load

if TYPE_CHECKING:
    from tocsin.read.reader import Reader


@lru_cache(maxsize=1)
def _reader(settings: Settings) -> "Reader":
    """Keep the loaded reader: loading takes seconds, reading a fraction of one."""
    from tocsin.pipeline.reading import build_reader  # noqa: PLC0415  # loads spaCy: only those who read pay for it

    return build_reader(settings)


def read(
    source: str | Report,
    *,
    title: str = "",
    published: dt.date | None = None,
    settings: Settings | None = None,
) -> Reading:
    """Read one report, offline: its mentions of incidents, statements, tallies and relations, each with its words.

    `source` is the article's text, or a Report as `acquire` gives it; `title` and `published` go with plain text.
    The spans of the result count characters in `Report.text`: title, blank line, body.
    """
    if isinstance(source, str):
        source = Report(id=report_id(title, source), title=title, body=source, published=published)
    return _reader(settings or load()).read(source)
