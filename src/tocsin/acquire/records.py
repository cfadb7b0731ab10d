"""JSON objects to drafts: one report an object."""

import json
from collections.abc import Mapping
from typing import Any

from tocsin.acquire.draft import Draft
from tocsin.acquire.encoding import tidy
from tocsin.acquire.fields import as_date, as_text
from tocsin.acquire.html import from_html
from tocsin.acquire.plain import looks_like_title, paragraphs_of
from tocsin.errors import FormatError

_TEXT = ("text", "body", "content", "article", "article_text", "maintext", "plain_text")
_TITLE = ("title", "headline")
_DATE = (
    "published",
    "published_at",
    "date",
    "date_published",
    "datePublished",
    "pub_date",
    "publish_date",
    "publication_date",
)
_OUTLET = ("outlet", "source", "publisher", "site", "sitename", "source_name", "newspaper")
_URL = ("url", "link", "source_url")
_ADVICE = 'give an object with "text", and "title", "published", "outlet", "url" where known'


def parse_json(text: str, name: str) -> Any:
    """Parse JSON; FormatError names the input and the place."""
    try:
        return json.loads(text, strict=False)  # a line end inside a string is no reason to lose a report
    except (ValueError, RecursionError) as error:
        reason = error.args[0] if error.args else "too deep"
        raise FormatError(f"{name} isn't JSON ({reason})", advice=_ADVICE) from error


def from_record(record: object, name: str) -> Draft:
    """Build a draft from one object; FormatError where it isn't one or holds no text."""
    if not isinstance(record, dict):
        raise FormatError(f"{name} isn't a JSON object", advice=_ADVICE)
    text = next((record[key] for key in _TEXT if isinstance(record.get(key), str) and record[key].strip()), None)
    if text is None:
        if isinstance(page := record.get("html"), str) and page.strip():
            return from_html(tidy(page), name, _first(record, _URL))
        raise FormatError(f"{name} has no text", advice=_ADVICE)
    paragraphs = paragraphs_of(tidy(text))
    title = tidy(_first(record, _TITLE) or "")
    if not title and len(paragraphs) > 1 and looks_like_title(paragraphs[0]):
        title, paragraphs = paragraphs[0], paragraphs[1:]
    return Draft(
        paragraphs=paragraphs,
        title=title,
        outlet=_first(record, _OUTLET),
        agency=_first(record, ("agency",)),
        author=_first(record, ("author", "byline", "authors")),
        url=_first(record, _URL),
        published=next((day for key in _DATE if (day := as_date(record.get(key)))), None),
        language=_language(record),
    )


def _first(record: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    found = next((value for key in keys if (value := as_text(record.get(key)))), None)
    return tidy(found) if found else None


def _language(record: Mapping[str, object]) -> str | None:
    named = as_text(record.get("language") or record.get("lang"))
    return named.lower()[:2] if named and len(named) in {2, 5} else None
