"""A page becomes its article: what the page adds is gone, what it says of itself is kept."""

import datetime as dt
from pathlib import Path

import pytest

from tocsin.acquire import acquire_one
from tocsin.acquire.html import from_html
from tocsin.model import Report
from tocsin.settings import load

ARTICLE = """
<h1>Two soldiers killed by roadside bomb</h1>
<p class="byline">By Jane Doe</p>
<p>A roadside bomb killed two soldiers near the border town on Tuesday, the army said in a statement.</p>
<div class="share"><a>Facebook</a> <a>Twitter</a> <a>WhatsApp</a> <a>Copy link</a></div>
<p>The patrol was on its way back to its base when the device went off, a spokesman told reporters.</p>
<p>No group has said that it was behind the bombing, the second on that road this month.</p>
"""
AROUND = """
<div class="related"><h3>Related articles</h3><ul><li><a href="/1">Minister visits flooded villages</a></li>
<li><a href="/2">Ten things to know about the budget</a></li></ul></div>
<div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p>
<form><textarea></textarea></form></div>
<div class="comments"><p>Reader one: kill them all, ten bombs a day!</p></div>
<div class="cookie">We use cookies to make this site better. Accept all cookies</div>
"""
HEAD = """
<title>Two soldiers killed by roadside bomb - Example Daily</title>
<meta property="og:site_name" content="Example Daily">
<meta property="og:title" content="Two soldiers killed by roadside bomb">
<meta property="article:published_time" content="2024-02-06T09:15:00+02:00">
<meta property="article:modified_time" content="2024-02-09T10:00:00+02:00">
"""


def page(head: str = HEAD, body: str = ARTICLE + AROUND, lang: str = "en") -> str:
    inner = f"<main><article>{body}</article></main>"
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{inner}</body></html>'


def acquired(text: str, tmp_path: Path) -> Report:
    path = tmp_path / "page.html"
    path.write_text(text, encoding="utf-8")
    return acquire_one(str(path), load(environment={}))


def test_the_article_is_kept_and_what_the_page_adds_is_gone(tmp_path: Path) -> None:
    report = acquired(page(), tmp_path)
    assert report.title == "Two soldiers killed by roadside bomb"
    for kept in ("A roadside bomb killed two soldiers", "The patrol was on its way", "No group has said"):
        assert kept in report.body
    for gone in (
        "Leave a Reply",
        "email address",
        "Facebook",
        "WhatsApp",
        "Related",
        "budget",
        "Reader one",
        "cookies",
    ):
        assert gone not in report.body


def test_title_outlet_and_day_come_from_the_page_and_not_from_a_later_change(tmp_path: Path) -> None:
    report = acquired(page(), tmp_path)
    assert (report.outlet, report.published, report.published_from, report.language) == (
        "Example Daily",
        dt.date(2024, 2, 6),
        "metadata",
        "en",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-06T00:00:00Z"}</script>',
        '<meta name="pubdate" content="6 February 2024">',
        '<meta itemprop="datePublished" content="2024-02-06">',
    ],
)
def test_the_day_is_found_where_pages_say_it(head: str, tmp_path: Path) -> None:
    assert acquired(page(head), tmp_path).published == dt.date(2024, 2, 6)


def test_a_copyright_year_or_a_day_of_change_is_no_day_of_publication(tmp_path: Path) -> None:
    head = '<meta property="article:modified_time" content="2024-02-09">'
    body = ARTICLE + "<footer>© 2011 Example Daily. All rights reserved.</footer>"
    assert acquired(page(head, body), tmp_path).published is None


def test_a_dateline_gives_the_day_where_the_page_is_silent(tmp_path: Path) -> None:
    body = (
        "<h1>Blast in market</h1><p>KANDAHAR, Afghanistan, Feb. 6, 2024 (AP) — A bomb in a market killed four people, "
        "the police said.</p><p>Shops were closed on the day after the explosion, which hurt twelve more.</p>"
    )
    report = acquired(page("", body), tmp_path)
    assert (report.published, report.published_from, report.agency) == (dt.date(2024, 2, 6), "dateline", "AP")
    assert report.dateline is not None
    assert report.dateline.startswith("KANDAHAR")


def test_the_article_is_found_without_any_markup_for_it() -> None:
    draft = from_html(f"<body><div>{ARTICLE}</div></body>", "page.html")
    assert any("A roadside bomb killed" in paragraph for paragraph in draft.paragraphs)


def test_the_example_page_with_form_and_share_bars_gives_its_article_alone(examples: Path) -> None:
    report = acquire_one(str(examples / "nairobi-hotel-attack.html"), load(environment={}))
    for gone in ("Leave a Reply", "email", "Share", "Facebook", "cookie"):
        assert gone not in report.body
    assert report.published == dt.date(2019, 1, 16)
