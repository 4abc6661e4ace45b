"""Pages about authors and the publisher's logo are read from what a page states, and from nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kgexport.model import Annotations, Metadata, Source
from kgexport.pipeline import map_article
from kgexport.read import read_source
from kgexport.vocabulary import SCHEMA


def _source(body: str, **stated: Any) -> Source:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry", **stated}
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>' if stated else ""
    page = (
        f"<html><head>{script}</head><body><article><h1>Ferry</h1>{body}<p>Norway gave Iceland a ferry.</p></article>"
    )
    return Source(page.encode(), "text/html", "page.html", "https://news.example/a")


def _metadata(body: str = "", **stated: Any) -> Metadata:
    return read_source(_source(body, **stated)).metadata


VIK = {"@type": "Person", "name": "Ola Vik", "url": "/staff/vik#me"}


def test_json_ld_names_the_page_about_an_author() -> None:
    assert _metadata(author=VIK).author_urls == (("Ola Vik", "https://news.example/staff/vik"),)
    both = [VIK, {"name": "Kari Holm", "sameAs": ["https://social.example/@kari"]}]
    assert _metadata(author=both).author_urls[1] == ("Kari Holm", "https://social.example/@kari")


def test_a_link_to_the_author_names_it() -> None:
    link = '<a rel="nofollow author" href="/staff/vik">Ola <b>Vik</b></a>'
    assert _metadata(link).author_urls == (("Ola Vik", "https://news.example/staff/vik"),)


@pytest.mark.parametrize(
    "url", ["https://news.example/", "https://news.example", "javascript:alert(1)", "", 3, None, {}]
)
def test_a_home_page_or_no_address_is_no_page_about_anybody(url: object) -> None:
    assert _metadata(author={"name": "Ola Vik", "url": url}).author_urls == ()


@pytest.mark.parametrize("author", ["Ola Vik", ["Ola Vik"], 3, [None], {"url": "/staff/vik"}, [[VIK]]])
def test_an_author_of_another_form_has_no_page(author: object) -> None:
    assert _metadata(author=author).author_urls == ()


def test_the_publisher_has_its_home_page_and_logo() -> None:
    logo = {"@type": "ImageObject", "url": "/logo.png"}
    metadata = _metadata(publisher={"name": "The Wire", "url": "https://wire.example/", "logo": logo})
    assert (metadata.publisher_url, metadata.publisher_logo) == (
        "https://wire.example/",
        "https://news.example/logo.png",
    )


@pytest.mark.parametrize("publisher", ["The Wire", 3, [{"logo": "/a.png"}, {"logo": "/b.png"}], {"logo": "data:,"}])
def test_a_publisher_of_another_form_has_no_logo(publisher: object) -> None:
    assert _metadata(publisher=publisher).publisher_logo is None


def test_they_are_in_the_graph_of_the_article() -> None:
    wire = {"name": "The Wire", "url": "https://wire.example/", "logo": "/logo.png"}
    article = read_source(_source("", author=[VIK, {"name": "Kari Holm"}], publisher=wire))
    graph = map_article(Annotations(article))
    said = {(str(item.subject).rpartition("#")[2], item.predicate, str(item.object)) for item in graph.knowledge}
    assert ("author-ola-vik>", SCHEMA["url"], "<https://news.example/staff/vik>") in said
    assert ("publisher-the-wire>", SCHEMA["logo"], "<https://news.example/logo.png>") in said
    assert ("publisher-the-wire>", SCHEMA["url"], "<https://wire.example/>") in said
    assert not [row for row in said if row[0] == "author-kari-holm>" and row[1] == SCHEMA["url"]]
