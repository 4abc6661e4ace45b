"""`embed` in many kinds of pages, looked at as a browser looks: one script more, and nothing else is another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kgexport.mapping import map_article
from kgexport.web import web_object
from kgexport.web.embed import embed_page
from kgexport.web.embed.place import SCRIPT_ID
from tests.browser.dom import Dom, dom_of
from tests.browser.made_pages import XHTML, MadePage, made_pages
from tests.browser.served import Served, serving_pages
from tests.support.articles import sample_annotations
from tests.support.browser import watched

PAGES = made_pages()
OLDER: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "An older state"}


def _exported() -> dict[str, Any]:
    """Markup of an article, with text that encodings and parsers trip over."""
    made = web_object(map_article(sample_annotations(), "https://kgexport.example/", True))
    return {**made, "keywords": ["Київ – “東京” \U0001f600 \\ é", "</script><!--<script>", "a & b", "\u2028", "ソ能表"]}


EXPORTED = _exported()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One for the whole file: each visit is a new document, and nothing that is compared outlives it."""
    with watched(browser) as seen:
        yield seen.page


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving_pages() as server:
        yield server


def _ways(made: MadePage) -> dict[str, str]:
    """How a page comes: from a server that tells the encoding, from one that does not, and from a file."""
    told = {"told": f"{made.media_type}; charset={made.charset}"} if made.of_encodings else {}
    return {**told, "untold": made.media_type, "file": ""}


def _seen(way: str, content_type: str, body: bytes, page: Page, served: Served, file: Path) -> Dom:
    """What the browser makes of the bytes."""
    if way == "file":
        file.write_bytes(body)
        return dom_of(page, file.as_uri(), SCRIPT_ID)
    return dom_of(page, served.put(f"/{way}", body, content_type), SCRIPT_ID)


def _changed(before: bytes, after: bytes) -> tuple[bytes, bytes]:
    """What was taken out and what was put in, at the one place where the two differ."""
    begin = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    end = 0
    while end < min(len(before), len(after)) - begin and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[begin : len(before) - end], after[begin : len(after) - end]


@pytest.mark.parametrize("made", PAGES, ids=lambda made: made.name)
def test_a_page_gets_the_script_and_stays_as_it_was(made: MadePage, page: Page, served: Served, tmp_path: Path) -> None:
    embedded = embed_page(made.body, EXPORTED)
    file = tmp_path / ("page.xhtml" if made.media_type == XHTML else "page.html")
    before = None
    for way, content_type in _ways(made).items():
        if before is None or not made.tells:
            before = _seen(way, content_type, made.body, page, served, file)
        after = _seen(way, content_type, embedded, page, served, file)
        assert (way, after.objects, after.types) == (way, (EXPORTED,), ("application/ld+json",))
        assert (way, after.rest) == (way, before.rest)


@pytest.mark.parametrize("made", PAGES, ids=lambda made: made.name)
def test_every_other_byte_stays_and_a_second_run_changes_nothing(made: MadePage) -> None:
    embedded = embed_page(made.body, EXPORTED)
    taken, put = _changed(made.body, embedded)
    assert len(put) > len(taken)
    assert (taken == b"") is ("own-script" not in made.name)
    assert embed_page(embedded, EXPORTED) == embedded
    assert embed_page(embed_page(embedded, OLDER), EXPORTED) == embedded


def test_there_are_enough_pages_of_enough_kinds() -> None:
    assert len(PAGES) >= 60
    assert len({made.name for made in PAGES}) == len(PAGES)
    assert max(len(made.body) for made in PAGES) >= 5_000_000
    assert len({made.charset for made in PAGES}) >= 25
