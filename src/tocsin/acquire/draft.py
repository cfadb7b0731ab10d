"""What an input says of itself, and how that becomes a report."""

import datetime as dt
from dataclasses import dataclass

from tocsin.acquire.boilerplate import drop_boilerplate
from tocsin.acquire.byline import Byline, agency_in, find_byline
from tocsin.acquire.language import guess_language
from tocsin.acquire.release import Release, open_release
from tocsin.errors import InputError
from tocsin.model import Report, report_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The paragraphs of one article and what its metadata says; nothing here is guessed."""

    paragraphs: tuple[str, ...]
    title: str = ""
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the bytes came from: the input's name for messages, their SHA-256, what the caller says of them."""

    name: str
    raw_hash: str
    published: dt.date | None = None
    retrieved: dt.datetime | None = None
    url: str | None = None


def finish(draft: Draft, origin: Origin) -> Report:
    """Clean the draft and settle outlet, agency, date and language; InputError where nothing is left to read."""
    release = open_release(draft.title, draft.paragraphs)
    title = release.title
    byline, paragraphs = find_byline(drop_boilerplate(release.paragraphs, title), release.issued)
    body = "\n\n".join(paragraphs)
    if not any(character.isalpha() for character in body):
        raise InputError(f"{origin.name} has no article in it", advice="give a file or page with a report's text")
    published, published_from = _published(draft, byline, release, origin)
    return Report(
        id=report_id(title, body),
        title=title,
        body=body,
        outlet=draft.outlet or release.office,
        agency=draft.agency or byline.agency or agency_in(draft.author or "") or agency_in(draft.outlet or ""),
        author=draft.author or byline.author,
        url=draft.url or origin.url,
        dateline=byline.dateline,
        published=published,
        published_from=published_from,
        retrieved=origin.retrieved,
        language=guess_language(f"{title}\n{body}") or draft.language,
        raw_hash=origin.raw_hash,
    )


def _published(draft: Draft, byline: Byline, release: Release, origin: Origin) -> tuple[dt.date | None, str | None]:
    """Choose by rank: metadata, then a full date of the dateline, the title of a release, then what the caller says."""
    ranked = (
        (draft.published, "metadata"),
        (byline.published, "dateline"),
        (release.titled, "title"),
        (origin.published, "caller"),
    )
    return next(((day, said_by) for day, said_by in ranked if day is not None), (None, None))
