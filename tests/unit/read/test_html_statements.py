"""Broken statements in the head of a page: what cannot be used is left out, and the page is read all the same."""

from __future__ import annotations

import json

import pytest

from kgexport.model import Article, Source
from kgexport.read import jsonld
from kgexport.read.html import HtmlReader

STORY = "<article><h1>Storm hits coast</h1><p>A storm hit the coast of Norland on Monday. Nobody died.</p></article>"


def read(head: str) -> Article:
    page = f"<!doctype html><html><head><title>Storm - The Wire</title>{head}</head><body>{STORY}</body></html>"
    return HtmlReader().read(Source(page.encode("utf-8", "replace"), "text/html", "page.html"))


def stated(**values: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **values})}</script>"


@pytest.mark.parametrize("url", ["http://[bad/", "http://", "//[", "https://x.example/\x01a b", "mailto:a"])
def test_a_broken_address_is_left_out(url: str) -> None:
    metadata = read(f'<meta property="og:url" content="{url}"><link rel=canonical href="{url}">').metadata
    assert metadata.url is None


def test_half_a_surrogate_pair_is_no_character() -> None:
    metadata = read(
        stated(author="Ada \ud83dBerg", publisher={"name": "\udfff The\x00 Wire"}, url="https://x.example/\ud83d")
    ).metadata
    assert metadata.authors == ("Ada Berg",)
    assert metadata.publisher == "The Wire"
    assert metadata.url == "https://x.example/"


@pytest.mark.parametrize("depth", [50, 400, 5_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"name":', "}"), ('{"url":', "}")])
def test_deep_values_say_nothing(depth: int, opening: str, closing: str) -> None:
    deep = f'{opening * depth}"Ada Berg"{closing * depth}'
    script = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {deep}, "image": {deep}}}</script>'
    )
    metadata = read(script).metadata
    assert metadata.authors == ()
    assert metadata.image is None


def test_values_of_any_type_are_read_leniently() -> None:
    assert jsonld.strings([None, 5, {"name": {"a": 1}}, [["Ada"]], {"name": ["Bo", "Cy"]}]) == ["Ada", "Bo", "Cy"]
    assert jsonld.urls({"contentUrl": {"@id": " https://x.example/a "}}) == ["https://x.example/a"]
    assert jsonld.first({}) is None
