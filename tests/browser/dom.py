"""Reads out of the browser what it made of a page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_SCRIPT = Path(__file__).with_name("dom.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Dom:
    """A page in the browser."""

    objects: tuple[Any, ...]
    """What `JSON.parse` gives for each script element with the id."""
    types: tuple[str, ...]
    rest: str
    """Everything else: doctype, mode, encoding, elements with attributes, text, comments, content of templates."""


def dom_of(page: Page, url: str, script_id: str) -> Dom:
    """Load an address and read the document; pages are small, so that all of it is there at `load`."""
    page.goto(url, wait_until="load")
    read = page.evaluate(_SCRIPT, script_id)
    return Dom(tuple(map(_parsed, read["values"])), tuple(read["types"]), read["rest"])


def _parsed(value: str) -> Any:
    """JSON of the browser, or what it said when it could not read it."""
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value
