"""Any text in any place comes back from the markup of a page, and none of it leaves its script element."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.vocabulary import RDF, SCHEMA
from kgexport.web import PageSettings, web_json, web_profile, with_page
from tests.property.test_exporters import GRAPHS, LITERALS
from tests.support.page_graphs import festival_triples, here, page_graph
from tests.support.web import faults, small_context, triples_by_pyld, with_xsd_dates

PIECES = st.sampled_from(
    [
        *("</script", "<script", "<!--", "-->", "]]>", ">", "/", "&lt;", "&", '"', "\\", "\\u003c", "\u2028", "\u2029"),
        *("\ud800", "\udc00", "\u202e", "\ufeff", "\x00", "\r\n", "<", "S", " ", "\uffff", "😀"),
    ]
)
TEXTS = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=12).map("".join))
JSON = st.recursive(
    st.one_of(TEXTS, st.integers(), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=8,
)
MANY = settings(max_examples=150, deadline=None, derandomize=True, database=None)
SOME = settings(max_examples=60, deadline=None, derandomize=True, database=None)
PAGES = st.sampled_from(
    [
        PageSettings(),
        PageSettings(url="https://news.example/p", publisher="W", publisher_logo="https://news.example/l.png"),
        PageSettings(images=("https://news.example/a.jpg",), speakable=("h1", "</script>")),
    ]
)


class _Page(HTMLParser):
    """What an HTML parser sees: the tags, and the text of the script elements."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.script = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")

    def handle_data(self, data: str) -> None:
        self.script += data if self.tags and self.tags[-1] == "script" else ""


def _in_utf_16(value: Any) -> Any:
    """The same value with its texts as JavaScript has them: two halves of a pair that meet are one character."""
    if isinstance(value, str):
        return value.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "surrogatepass")
    if isinstance(value, list):
        return [_in_utf_16(item) for item in value]
    if isinstance(value, dict):
        return {_in_utf_16(key): _in_utf_16(item) for key, item in value.items()}
    return value


@given(data=JSON, ascii_only=st.booleans())
@MANY
@example(data={"</script>": "<!--<script>"}, ascii_only=False)
@example(data="\ud83d\ude00", ascii_only=True)
def test_any_json_comes_back_from_a_script_element(data: Any, ascii_only: bool) -> None:
    text = web_json(data, ascii_only)
    page = _Page(f'<p>before</p><script type="application/ld+json">{text}</script><b>after</b>')
    assert page.tags == ["p", "/p", "script", "/script", "b", "/b"]
    assert page.script == text
    assert json.loads(text) == _in_utf_16(data)
    text.encode()


@given(literal=LITERALS, predicate=st.sampled_from([*SCHEMA]), page=PAGES)
@MANY
def test_any_literal_is_kept_as_it_is_or_left_out(literal: Literal, predicate: NamedNode, page: PageSettings) -> None:
    graph = page_graph([*festival_triples(), Triple(here("article"), predicate, literal)])
    made = web_profile(graph, page)
    read = with_xsd_dates(triples_by_pyld(json.loads(made.text), small_context()))
    assert read == set(made.triples)
    assert read <= set(with_page(graph, page).knowledge)
    assert not faults(made.data)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
@MANY
def test_any_headline_is_said_to_the_letter(text: str) -> None:
    graph = page_graph(
        [
            Triple(here("article"), RDF["type"], SCHEMA["NewsArticle"]),
            Triple(here("article"), SCHEMA["headline"], Literal(text)),
        ]
    )
    assert json.loads(web_profile(graph).text)["headline"] == text


@given(graph=GRAPHS, page=PAGES, budget=st.sampled_from([None, 700, 2000]))
@SOME
def test_any_graph_gives_markup_that_is_a_part_of_it(graph: Any, page: PageSettings, budget: int | None) -> None:
    whole = page_graph([*graph.knowledge, *festival_triples()], graph.evidence)
    made = web_profile(whole, PageSettings(page.url, images=page.images, speakable=page.speakable, max_bytes=budget))
    assert not faults(made.data)
    assert budget is None or len(made.text.encode()) < budget
    read = with_xsd_dates(triples_by_pyld(json.loads(made.text), small_context()))
    assert read == set(made.triples)
    assert read <= set(with_page(whole, PageSettings(page.url, images=page.images, speakable=page.speakable)).knowledge)
