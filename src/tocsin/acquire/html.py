"""A web page to a draft: the article and what the page's metadata says of it."""

import datetime as dt
import json
import logging
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from tocsin.acquire.draft import Draft
from tocsin.acquire.encoding import tidy
from tocsin.acquire.fields import as_date, as_text
from tocsin.errors import FetchError, InputError

_DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "publish_date", "article.published", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "originalpublicationdate", "published_time",
    "article:post_date",
)  # fmt: skip
_OUTLET_METAS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|create (?:a free |an )?account)\b"
    r".{0,40}\bto (?:continue|read|keep reading|view|access|unlock)"
    r"|(?:for|to) subscribers only|exclusive to subscribers|already a subscriber\?",
    re.IGNORECASE,
)
_FEW = 400
"""An article of fewer letters on a page with a login or paywall mark is only what strangers are shown."""
_NOISE = (
    "//script[not(@type='application/ld+json')] | //style | //noscript | //form | //nav | //footer | //aside"
    " | //iframe | //template"
    " | //*[@id='comments' or @id='respond' or contains(concat(' ', @class, ' '), ' comments ')]"
)
_NAMED = "translate(concat(@property,@name,@itemprop),'MODIFEUPAT','modifeupat')"
_MISLEADING = f"//meta[contains({_NAMED},'modif') or contains({_NAMED},'update')] | //script | //footer"
"""Where dates of change stand, and dates that aren't the article's."""
_BLOCKS = "//article//p | //main//p | //p | //article//li | //h1 | //pre"
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def from_html(page: str, name: str, url: str | None = None) -> Draft:
    """Build a draft from a page; InputError where no article can be found, FetchError where it is behind a login."""
    tree = _parse(page, name)
    metas, linked = _metas(tree), list(_linked_data(tree))
    walled = _is_walled(tree, linked)
    extracted = _extract(page, url)
    paragraphs = _paragraphs(extracted) or _own_paragraphs(tree)
    if walled and sum(map(len, paragraphs)) < _FEW:
        raise FetchError(f"{name} is behind a login", advice="save the page from your browser and give the file")
    title = _title(tree, metas, extracted)
    if not paragraphs:
        raise InputError(f"{name} has no article in it", advice="give the page of one report, or its text as a file")
    return Draft(
        paragraphs=paragraphs,
        title=title,
        outlet=_first(metas, _OUTLET_METAS) or _publisher(linked) or as_text(getattr(extracted, "sitename", None)),
        author=as_text(getattr(extracted, "author", None)),
        url=_canonical(tree, url),
        published=_published(tree, metas, linked, url),
        language=_language(tree),
    )


def _parse(page: str, name: str) -> Any:
    try:
        # A declared encoding no longer holds: the page is text by now.
        tree = lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(
            f"{name} is no page that can be read", advice="give the page as your browser saves it"
        ) from error
    return tree


def _extract(page: str, url: str | None) -> Any:
    import trafilatura  # noqa: PLC0415  # slow to load: only those who read pages pay for it

    try:
        return trafilatura.bare_extraction(
            page, url=url, include_comments=False, include_tables=False, include_formatting=False, with_metadata=True
        )
    except Exception:  # noqa: BLE001  # it fails in many ways on hostile markup; then our own extraction is left
        return None


def _paragraphs(extracted: Any) -> tuple[str, ...]:
    lines = (tidy(getattr(extracted, "text", None) or "")).split("\n")
    return tuple(line.lstrip("-• ").strip() for line in lines if line.strip())


def _own_paragraphs(tree: Any) -> tuple[str, ...]:
    """Take the paragraphs ourselves where the extractor finds nothing, as on very short pages."""
    for element in tree.xpath(_NOISE):
        element.drop_tree()
    texts = [tidy(re.sub(r"\s+", " ", element.text_content())).strip() for element in tree.xpath(_BLOCKS)]
    return tuple(dict.fromkeys(text for text in texts if text))


def _metas(tree: Any) -> dict[str, str]:
    """Return the first content of each meta element by lower-case name."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), tidy(content))
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD, nested graphs too."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            todo = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while todo:
            item = todo.pop()
            if isinstance(item, list):
                todo.extend(item)
            elif isinstance(item, dict):
                yield item
                todo.extend(item.get("@graph", []) if isinstance(item.get("@graph"), list) else [])


def _is_walled(tree: Any, linked: list[dict[str, Any]]) -> bool:
    if any(str(item.get("isAccessibleForFree", "")).lower() == "false" for item in linked):
        return True
    return bool(tree.xpath("//input[@type='password']")) or bool(_PAYWALL.search(tree.text_content()))


def _title(tree: Any, metas: dict[str, str], extracted: Any) -> str:
    heads = [tidy(re.sub(r"\s+", " ", head.text_content())).strip() for head in tree.iter("h1")]
    heads = [head for head in heads if head]
    named = metas.get("og:title") or metas.get("twitter:title") or as_text(getattr(extracted, "title", None)) or ""
    if len(heads) == 1 and (not named or heads[0].casefold() in named.casefold()):
        return heads[0]
    site = metas.get("og:site_name")
    return re.sub(rf"\s+[-|–—:·]\s+{re.escape(site)}\s*$", "", named) if site else named.strip()


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := as_text(metas.get(name)))), None)


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    return next((name for item in linked if (name := as_text(item.get("publisher")))), None)


def _published(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]], url: str | None) -> dt.date | None:
    """Look where pages say when they were published; a day of change or a copyright year doesn't count."""
    stated = [item.get("datePublished") or item.get("dateCreated") for item in linked]
    stated += [metas.get(name) for name in _DATE_METAS]
    stated += tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime | //article//time/@datetime")
    for value in stated:
        if (day := as_date(value)) is not None:
            return day
    return _searched_date(tree, url)


def _searched_date(tree: Any, url: str | None) -> dt.date | None:
    """Ask htmldate in its strict mode: elements marked as dates, and the address."""
    from htmldate import find_date  # noqa: PLC0415  # slow to load: only those who read pages pay for it

    for element in tree.xpath(_MISLEADING):
        if element.getparent() is not None:
            element.drop_tree()
    try:
        found = find_date(tree, url=url, extensive_search=False, original_date=True)
    except Exception:  # noqa: BLE001  # it fails in many ways on hostile markup; then no date is known
        return None
    return as_date(found)


def _canonical(tree: Any, url: str | None) -> str | None:
    if url:
        return url
    links = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((link.strip() for link in links if re.match(r"https?://\S+$", link.strip())), None)


def _language(tree: Any) -> str | None:
    named = (tree.get("lang") or "").strip().lower()
    return named[:2] if re.fullmatch(r"[a-z]{2}(?:[-_]\w+)?", named) else None
