"""Text that wants out of the script element: in markup that `embed` puts into pages, looked at in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from kgexport.mapping import map_article
from kgexport.web import web_object
from kgexport.web.embed import embed_page
from kgexport.web.embed.place import SCRIPT_ID
from tests.browser.attacked import attacked_annotations, attacked_object
from tests.browser.attacks import AT_ONCE, attacks, encodable, in_batches
from tests.browser.served import Served, serving_pages
from tests.support.browser import Watched, watched

PAGE = (
    '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>Boats</title>\n'
    "<script>window.own = 1;</script>\n</head>\n<body>\n<p>Text.</p>\n</body>\n</html>\n"
)
CODECS = {
    "utf-8": "utf-8",
    "utf-16le": "utf-16",
    "windows-1252": "cp1252",
    "shift_jis": "cp932",
    "iso-2022-jp": "iso2022_jp",
}
BATCHES = in_batches(attacks(), 30)
READ = """(id) => [
  [...document.querySelectorAll('script')].filter((script) => script.id === id).map((script) => script.textContent)
      .map((text) => JSON.stringify(JSON.parse(text)))[0],
  document.scripts.length, document.querySelectorAll('*').length, window.own,
]"""


@pytest.fixture(scope="module")
def seen(browser: Browser) -> Iterator[Watched]:
    with watched(browser) as page:
        yield page


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving_pages() as server:
        yield server


def _visited(seen: Watched, served: Served, data: Any, codec: str, charset: str) -> Any:
    """The object that the browser reads out of a page with the markup, after a look at all that the page did."""
    seen.forget()
    page = embed_page(PAGE.replace("utf-8", charset).encode(codec), data)
    url = served.put("/page", page, f"text/html; charset={charset}")
    seen.page.goto(url)
    text, scripts, elements, own = seen.page.evaluate(READ, SCRIPT_ID)
    assert (scripts, elements, own) == (2, 8, 1)
    assert (seen.canary, seen.requests, seen.traces) == ("untouched", [url], [])
    return json.loads(text)


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: f"{batch[0]!r:.30}")
def test_nothing_gets_out_and_the_text_comes_back(batch: list[str], seen: Watched, served: Served) -> None:
    for some in in_batches(batch, 5):
        data = {"@context": "https://schema.org", "@graph": [attacked_object(attack) for attack in some]}
        assert _visited(seen, served, data, "utf-8", "utf-8") == _as_javascript(data)


@pytest.mark.parametrize("charset", CODECS)
def test_in_pages_of_other_encodings(charset: str, seen: Watched, served: Served) -> None:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "keywords": attacks()}
    assert _visited(seen, served, data, CODECS[charset], charset) == _as_javascript(data)


@pytest.mark.parametrize("batch", in_batches(encodable(attacks()), 60), ids=lambda batch: f"{batch[0]!r:.30}")
def test_through_the_graph_of_an_article(batch: list[str], seen: Watched, served: Served) -> None:
    data = web_object(map_article(attacked_annotations(batch), "https://kgexport.example/", True))
    assert _visited(seen, served, data, "utf-8", "utf-8") == data


def test_there_are_enough_attacks() -> None:
    assert len(set(attacks())) == len(attacks()) >= 300


@pytest.mark.parametrize("payload", AT_ONCE)
def test_an_attack_is_noticed_where_nothing_is_escaped(payload: str, seen: Watched, served: Served) -> None:
    page = PAGE.replace("</head>", f'<script type="application/ld+json">"</script>"{payload}"</script></head>')
    seen.page.goto(served.put("/bare", page.encode(), "text/html"))
    seen.page.wait_for_function("window.canary === 'sung'")


def _as_javascript(data: Any) -> Any:
    """The data with its strings as JavaScript has them: two halves of a pair that stand together are one character."""
    text = (
        json.dumps(data, ensure_ascii=False).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    )
    return json.loads(text)
