"""Drives the Chromium of the machine, headless: one browser, pages in fresh contexts that record what they do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, sync_playwright

from tests.support.components import CHROMIUM, program

NOTHING_OUTSIDE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
"""Requests to other hosts are still made, and recorded, but they lead nowhere."""
CANARY = "window.canary = 'untouched';"


@dataclass(slots=True)
class Watched:
    """A page, and everything that it or its frames and pop-ups did to the world outside of it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    @property
    def traces(self) -> list[str]:
        """All of them but the requests, for a test that expects none."""
        return [*self.console, *self.dialogs, *self.errors, *self.opened]

    @property
    def canary(self) -> object:
        """`untouched` as long as no script of the page wrote to `window.canary`."""
        canary: object = self.page.evaluate("window.canary")
        return canary

    def forget(self) -> None:
        """Begin anew with the records."""
        for record in (self.requests, self.console, self.dialogs, self.errors, self.opened):
            record.clear()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser; the test that asks for it skips (in CI: fails) where there is no Chromium."""
    executable = program(*CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[NOTHING_OUTSIDE])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[Watched]:
    """A page in a context of its own; the options are those of Playwright's `new_context`."""
    context = browser.new_context(**options)
    try:
        context.add_init_script(CANARY)
        seen = Watched(context.new_page())
        _watch(context, seen)
        yield seen
    finally:
        context.close()


def _watch(context: BrowserContext, seen: Watched) -> None:
    def on_console(message: ConsoleMessage) -> None:
        seen.console.append(f"{message.type}: {message.text}")

    def on_dialog(dialog: Dialog) -> None:
        seen.dialogs.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    context.on("request", lambda request: seen.requests.append(request.url))
    context.on("console", on_console)
    context.on("dialog", on_dialog)
    context.on("weberror", lambda error: seen.errors.append(str(error.error)))
    context.on("page", lambda page: seen.opened.append(page.url))
    seen.page.on("websocket", lambda socket: seen.requests.append(socket.url))
