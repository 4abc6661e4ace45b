from __future__ import annotations

from typing import Any

import pytest

from kgexport.web.embed import embed

DATA: dict[str, Any] = {
    "@context": "https://schema.org",
    "@id": "https://news.example/a#article",
    "@type": "NewsArticle",
    "headline": "Norland sends ten boats to Sudland",
    "url": "https://news.example/a",
}


def script(text: str, kind: str = "application/ld+json") -> str:
    return f'<script type="{kind}">{text}</script>'


SCRIPT = script('{"@type": "NewsArticle"}')


def reported(page: str) -> list[str]:
    return [str(one) for one in embed(page.encode(), DATA).duplicated]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (script('{"@type": "NewsArticle"}'), "NewsArticle in JSON-LD (line 1)"),
        (script('\n\n{"type": ["Thing", "schema:Report"]}'), "Report in JSON-LD (line 3)"),
        (script('\n[{"@type": "WebPage"},\n {"@type": "BlogPosting"}]'), "BlogPosting in JSON-LD (line 3)"),
        (script('{"@graph": [{"@type": "Person"},\n{"@type": "Article"}]}'), "Article in JSON-LD (line 2)"),
        (script('{"@type": "WebPage", "mainEntity": {"@type": "Article"}}'), "Article in JSON-LD (line 1)"),
        (script('<!--\n{"@type": "https://schema.org/Article"}\n-->'), "Article in JSON-LD (line 2)"),
        (script('{"@type": "Article"}', "Application/LD+JSON; charset=utf-8"), "Article in JSON-LD (line 1)"),
        ("<p>\n<div itemscope itemtype='https://schema.org/NewsArticle'>", "NewsArticle in microdata (line 2)"),
        ("<div vocab='https://schema.org/' typeof='NewsArticle'>", "NewsArticle in RDFa (line 1)"),
        ("<div typeof='schema:NewsArticle'>", "NewsArticle in RDFa (line 1)"),
    ],
)
def test_markup_of_the_article_is_found(page: str, expected: str) -> None:
    assert reported(page) == [expected]


@pytest.mark.parametrize(
    "page",
    [
        script('{"@type": "NewsArticle"'),
        script('{"@type": "NewsArticle"}', "text/plain"),
        script('{"@type": "Person", "subjectOf": {"@type": "NewsArticle"}}'),
        script('{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle"}]}'),
        script('{"@type": "NewsArticle", "@id": "https://news.example/a#article"}'),
        script("[" * 100_000),
        script(""),
        f"<!-- {SCRIPT} -->",
        f"<template>{SCRIPT}</template>",
        "<div itemtype='https://schema.org/NewsArticle'>",
        "<div itemscope itemtype='https://other.example/NewsArticle'>",
        "<div itemscope><p itemprop=mentions itemscope itemtype='https://schema.org/NewsArticle'>",
    ],
)
def test_other_markup_is_not_reported(page: str) -> None:
    assert reported(page) == []


def test_articles_that_the_page_only_leads_to_are_not_reported() -> None:
    teaser = "<div itemscope itemtype='http://schema.org/NewsArticle'><a itemprop=url href='https://news.example/{0}'>"
    teaser += "<b itemprop=headline>Other news, number {0}</b></a></div>"
    teasers = "".join(teaser.format(number) for number in range(3))
    own = script('{"@type": "NewsArticle", "headline": "NORLAND sends ten boats to Sudland – Daily News"}')
    assert reported(teasers) == []
    assert reported(teasers + own) == ["NewsArticle in JSON-LD (line 1)"]


def test_one_with_another_headline_and_no_address_is_taken_for_the_article() -> None:
    assert reported(script('{"@type": "NewsArticle", "headline": "Boats!"}')) == ["NewsArticle in JSON-LD (line 1)"]


def test_markup_that_is_no_article_has_nothing_to_duplicate() -> None:
    assert embed(SCRIPT.encode(), {"@context": "https://schema.org"}).duplicated == ()
