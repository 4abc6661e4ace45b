"""The page of `view` for the sample, as readers have it: in a browser, light and dark, on a telephone, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kgexport import Result, process_article, read_article
from kgexport.export import export_graph
from kgexport.view import entry_of, index_page, view_page
from tests.support.browser import Watched, watched
from tests.support.components import node_module
from tests.support.process import SAMPLE

pytestmark = pytest.mark.slow

WIDE, TELEPHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
SCREENS = [
    pytest.param({"color_scheme": scheme, "viewport": size}, id=f"{scheme}-{size['width']}")
    for scheme in ("light", "dark")
    for size in (WIDE, TELEPHONE)
]
OPEN_ALL = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })"
RUN_AXE = """async (part) => {
  const {violations} = await axe.run(part, {resultTypes: ['violations']});
  return violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
      .map(({id, nodes}) => [id, nodes.length, nodes.slice(0, 3).map(({html}) => html)]);
}"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def result() -> Result:
    return process_article(read_article(str(SAMPLE)))


@pytest.fixture(scope="module")
def view(result: Result, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page."""
    path = tmp_path_factory.mktemp("view") / "sample.html"
    path.write_bytes(view_page(result.article, result.annotations, result.graph, result.report))
    return path.as_uri()


@pytest.fixture(scope="module")
def index(result: Result, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an index."""
    path = tmp_path_factory.mktemp("index") / "index.html"
    entry = entry_of("sample.html", result.article, result.graph, result.report)
    path.write_bytes(index_page([entry, entry_of("again.html", result.article, result.graph, result.report)]))
    return path.as_uri()


@pytest.fixture
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    with watched(browser, **request.param) as seen:
        yield seen


def _serious(page: Page, part: str = "html") -> Any:
    """What axe-core finds in a part of the page and calls serious or critical."""
    page.evaluate((node_module("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    return page.evaluate(RUN_AXE, part)


@pytest.mark.parametrize("screen", SCREENS, indirect=True)
def test_axe_finds_nothing_serious(screen: Watched, view: str) -> None:
    screen.page.goto(view)
    if screen.page.evaluate("matchMedia('(prefers-color-scheme: light)').matches === innerWidth > 1000"):
        screen.page.evaluate(OPEN_ALL)  # in both colours and both widths, but not four times: it takes long
    assert _serious(screen.page) == []
    screen.page.locator(".text a.m").first.click()
    screen.page.locator("dialog[open]").wait_for()
    assert _serious(screen.page, "dialog") == []


@pytest.mark.parametrize("screen", SCREENS, indirect=True)
def test_axe_finds_nothing_serious_in_an_index(screen: Watched, index: str) -> None:
    screen.page.goto(index)
    assert _serious(screen.page) == []
    assert screen.page.evaluate(OVERFLOW) == 0
    assert (screen.requests, screen.traces) == ([index], [])


def test_axe_is_heard(watched_page: Watched) -> None:
    watched_page.page.set_content("<!DOCTYPE html><html><title>t</title><img src='data:,'><a href='#'></a>")
    assert {"image-alt", "link-name", "html-has-lang"} <= {found[0] for found in _serious(watched_page.page)}


@pytest.mark.parametrize("screen", SCREENS, indirect=True)
def test_it_asks_for_nothing_and_fits(screen: Watched, view: str) -> None:
    screen.page.goto(view)
    assert screen.page.evaluate(OVERFLOW) == 0
    screen.page.evaluate(OPEN_ALL)
    assert screen.page.evaluate(OVERFLOW) == 0
    for mention in screen.page.locator(".text a.m").all()[:5]:
        mention.click()
        assert screen.page.evaluate(OVERFLOW) == 0
        screen.page.keyboard.press("Escape")
    assert (screen.requests, screen.traces) == ([view], [])


def test_it_does_so_from_a_server_too(watched_page: Watched, view: str) -> None:
    body = Path(view.removeprefix("file://")).read_bytes()
    address = "http://127.0.0.1:9/sample.html"
    watched_page.page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))
    watched_page.page.goto(address)
    assert (watched_page.requests, watched_page.traces) == ([address], [])


def test_the_keyboard_reaches_a_mention_opens_its_triples_and_closes_them(watched_page: Watched, view: str) -> None:
    page = watched_page.page
    page.goto(view)
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.text a.m')"):
            break
    name = page.evaluate("document.activeElement.textContent")
    assert page.evaluate("document.activeElement.matches('.text a.m')")
    page.keyboard.press("Enter")
    panel = page.locator("dialog[open]")
    assert name in panel.inner_text()
    assert panel.locator("table.triples th").first.is_visible()
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.matches('.text a.m')")


def test_hovering_shows_the_thing_and_leaving_hides_it(watched_page: Watched, view: str) -> None:
    page = watched_page.page
    page.goto(view)
    mention = page.locator(".text a.m").first
    card = page.locator(f"[id='{mention.get_attribute('href')}']".replace("#", ""))
    mention.hover()
    page.locator("#hint:visible").wait_for()
    assert card.locator(".name").first.inner_text() in page.locator("#hint").inner_text()
    page.mouse.move(2, 2)
    page.locator("#hint").wait_for(state="hidden")


def test_the_picture_can_be_dragged_and_zoomed(watched_page: Watched, view: str) -> None:
    page = watched_page.page
    page.goto(view)
    node, picture = page.locator("#picture .node").first, page.locator("#picture")
    picture.scroll_into_view_if_needed()
    before, box = node.get_attribute("transform"), node.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 40, steps=4)
    page.mouse.up()
    assert node.get_attribute("transform") != before
    assert page.locator("dialog[open]").count() == 0
    whole = picture.get_attribute("viewBox")
    page.get_by_role("button", name="Zoom in").click()
    assert picture.get_attribute("viewBox") != whole
    page.get_by_role("button", name="Whole picture").click()
    assert picture.evaluate("(svg) => svg.getAttribute('viewBox').split(' ').map(Number)") == [
        float(number) for number in (whole or "").split()
    ]


def test_colours_follow_the_system_and_the_button(watched_page: Watched, view: str) -> None:
    page = watched_page.page
    colour = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto(view)
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(colour)
    assert dark != light
    page.locator("#theme").click()
    assert page.evaluate(colour) == light


def test_it_prints(watched_page: Watched, view: str) -> None:
    page = watched_page.page
    page.goto(view)
    printed = page.pdf()
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 20_000
    page.emulate_media(media="print")
    assert page.locator(".text p").first.is_visible()
    assert page.locator(".script-only:visible").count() == 0
    assert page.evaluate(OVERFLOW) == 0


def test_the_data_are_the_exported_bytes(watched_page: Watched, view: str, result: Result) -> None:
    watched_page.page.goto(view)
    for form in ("turtle", "jsonld"):
        shown = watched_page.page.locator(f"#{form}").text_content()
        assert shown == export_graph(result.graph, form).decode()


def test_the_text_is_the_article(watched_page: Watched, view: str, result: Result) -> None:
    page = watched_page.page
    page.goto(view)
    page.evaluate("document.querySelectorAll('a.opens').forEach((sign) => sign.remove())")
    headline, *blocks = [block.span.of(result.article.text) for block in result.article.blocks]
    assert page.locator("h1").text_content() == headline
    assert page.locator(".text p").all_text_contents() == blocks


def test_all_of_it_is_there_without_scripts(browser: Browser, view: str) -> None:
    with watched(browser, java_script_enabled=False) as seen:
        seen.page.goto(view)
        targets = seen.page.evaluate("[...document.querySelectorAll('a.m')].map((link) => link.hash.slice(1))")
        assert len(targets) > 20
        found = seen.page.evaluate("(ids) => ids.filter((id) => document.getElementById(id))", targets)
        assert found == targets
        assert seen.page.locator(".script-only:visible").count() == 0
        assert (seen.requests, seen.traces) == ([view], [])
