"""The pages in a real browser: one story from the list to the words, and the map."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser, served: str) -> Iterator[Page]:
    """A page that must ask no other host and log no error."""
    context = chromium.new_context(base_url=served)
    page = context.new_page()
    logged: list[str] = []
    hosts: set[str] = set()

    def log(message: ConsoleMessage) -> None:
        if message.type == "error":
            logged.append(message.text)

    def ask(request: Request) -> None:
        if not request.url.startswith(("blob:", "data:")):
            hosts.add(urlsplit(request.url).netloc)

    page.on("console", log)
    page.on("pageerror", lambda error: logged.append(str(error)))
    context.on("request", ask)
    yield page
    context.close()
    assert logged == []
    assert hosts == {urlsplit(served).netloc}


@pytest.fixture
def built(root: Path) -> None:
    if not (root / "src" / "tocsin" / "serve" / "web" / "static" / "map.js").is_file():
        pytest.skip("needs the built front end: python frontend/build.py")


def test_from_the_list_to_the_words_and_back(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Bombing in Mosul").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bombing in Mosul, 4 March 2024")
    killed = page.locator("#killed")
    expect(killed.locator("mark")).to_have_text(["At least nine people", "six people"])
    killed.locator(".account.passed .words footer").get_by_role("link").click()
    expect(page.locator("mark:target")).to_have_text("six people")
    page.locator("mark:target a").click()
    expect(page.locator("dl.notes :target")).to_contain_text("Killed")
    page.get_by_role("heading", name="Bombing in Mosul").get_by_role("link").click()
    expect(page).to_have_url(re.compile("/incidents/inc-mosul$"))


def test_filters_work_by_keyboard_and_stay_in_the_address(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.get_by_label("Words").fill("rockets")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/\?text=rockets$"))
    page.get_by_label("Views of this query").get_by_role("link", name="Map").click()
    expect(page).to_have_url(re.compile(r"/map\?text=rockets$"))
    expect(page.locator("tbody tr")).to_have_count(1)


def test_highlights_can_be_switched_off(page: Page) -> None:
    page.goto("/incidents/inc-mosul")
    page.get_by_role("link", name="Car bomb kills six").click()
    monday = page.locator("mark.l-time").first
    shade = "mark => getComputedStyle(mark).backgroundColor"
    before = monday.evaluate(shade)
    page.get_by_label("When").uncheck()
    assert monday.evaluate(shade) != before


@pytest.mark.usefixtures("built")
def test_the_map_draws_the_query_and_leads_to_its_incidents(page: Page) -> None:
    page.goto("/map?kind=bombing")
    atlas = page.locator("#map")
    expect(atlas).to_have_attribute("data-drawn", "1", timeout=60_000)
    expect(page.locator("#map-note")).to_contain_text("1 of 1 incidents drawn")
    box = page.locator("#map canvas").bounding_box()
    assert box is not None
    assert box["height"] > 300
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    popup = page.locator(".maplibregl-popup")
    expect(popup).to_contain_text("Mosul, Iraq")
    popup.get_by_role("link", name="Bombing in Mosul").click()
    expect(page).to_have_url(re.compile("/incidents/inc-mosul$"))


@pytest.mark.usefixtures("built")
def test_what_is_in_view_becomes_a_filter(page: Page) -> None:
    page.goto("/map?counted=all")
    expect(page.locator("#map")).to_have_attribute("data-drawn", "3", timeout=60_000)
    page.get_by_role("link", name="Only what is in view").click()
    expect(page).to_have_url(re.compile(r"counted=all&bbox="))
    expect(page.locator("tbody tr")).to_have_count(3)


@pytest.mark.parametrize("path", ["/", "/map", "/incidents/inc-mosul", "/reports", "/docs"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_a_narrow_screen(chromium: Browser, served: str, path: str, scheme: str) -> None:
    context = chromium.new_context(
        base_url=served,
        viewport={"width": 380, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    context.close()


def test_everything_is_read_without_script(chromium: Browser, served: str) -> None:
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Shown").select_option("Both")
    page.get_by_role("button", name="Apply").first.click()
    expect(page.locator("tbody tr")).to_have_count(4)
    page.get_by_label("Views of this query").get_by_role("link", name="Map").click()
    expect(page.locator("tbody tr")).to_have_count(4)
    page.get_by_role("link", name="Foiled bombing").click()
    expect(page.locator("#kind mark")).to_have_text("bomb")
    context.close()
