"""One browser for the tests of a file, so that it starts once and is gone before tests that run an event loop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.browser import Watched, chromium, watched


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def watched_page(browser: Browser) -> Iterator[Watched]:
    with watched(browser) as seen:
        yield seen
