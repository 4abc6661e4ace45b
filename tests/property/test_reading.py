"""Whatever the text: it reads with every invariant of an article, or it is refused in one line."""

from __future__ import annotations

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from kgexport.errors import InputError
from kgexport.model import Article, BlockKind, Source
from kgexport.read import read_source
from kgexport.read.bylines import byline
from kgexport.read.credits import credit
from kgexport.read.datelines import dateline
from kgexport.read.dates import date_line, stated_date

ANYTHING = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
PIECES = st.sampled_from(
    [
        *("Head line", "By Jane Doe", "By ", "October 10, 2024", "10 Oct 2024 14:05 GMT", "03/04/2024", "Updated "),
        *("Source: ", "Original Source: www.example.com", "https://", "TIRANA, Oct 10 (Reuters) - ", "PARIS — "),
        *("The end.", ".", ",", "|", "(", ")", " ", "\n", "\n\n", "\r\n", "\r", "\t", "\ufeff", "\u2028", "\x0c"),
        *("“", "”", "x" * 70, "and", "12", "é", "😀", "<p>", "</p>", "&amp;", "<h1>", "<br>", "<b>", "<!--", "-->"),
        *("<article>", "<script>", "<title>", "<meta name=date content='2024-10-10'>"),
    ]
)
TEXTS = ANYTHING | st.lists(PIECES, max_size=25).map("".join) | st.lists(PIECES | ANYTHING, max_size=8).map("\n".join)


def read(text: str, media_type: str) -> Article | None:
    try:
        return read_source(Source(text.encode(), media_type, "x"))
    except InputError as error:
        message = str(error)
    assert "\n" not in message
    return None


def check(article: Article) -> None:
    assert "\r" not in article.text
    assert article.body.strip()
    end = 0
    for block in article.blocks:
        assert block.span.begin >= end
        end = block.span.end
        words = block.span.of(article.text)
        assert words == words.strip() != ""
    if article.dateline:
        assert article.dateline.span.end <= len(article.text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TEXTS)
def test_plain_text(text: str) -> None:
    article = read(text, "text/plain")
    if article is None:
        return
    check(article)
    assert article.text == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    between, last = [], 0
    for block in article.blocks:
        between.append(article.text[last : block.span.begin])
        last = block.span.end
    assert not "".join([*between, article.text[last:]]).strip(), "every word is in a block"
    assert article == read(text, "text/plain")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS)
def test_html(text: str) -> None:
    article = read("<html><body>" + text, "text/html")
    if article is not None:
        check(article)
        assert article == read("<html><body>" + text, "text/html")


WORDS = st.text(st.characters(categories=["Ll", "Lu", "Nd", "Po"]), min_size=1, max_size=12)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(SENTENCES, min_size=1, max_size=8))
def test_every_paragraph_of_a_page_comes_once_and_in_order(paragraphs: list[str]) -> None:
    page = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in paragraphs)
    article = read(f"<!doctype html><html><body><article>{page}</article></body></html>", "text/html")
    if article is not None:
        assert article.text.split("\n") == [" ".join(p.split()) for p in paragraphs if p.strip()]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_recognisers_never_fail(text: str) -> None:
    line = " ".join(text.split())
    for recognise in (byline, credit, dateline, date_line, stated_date):
        recognise(line)


def test_kinds_are_closed() -> None:
    article = read("Head\nStand.\nBody.", "text/plain")
    assert article
    assert {block.kind for block in article.blocks} <= set(BlockKind)
