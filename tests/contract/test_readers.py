"""One contract for every reader: the same checks, whatever the format."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.errors import InputError, UnknownNameError
from kgexport.fetch import open_source
from kgexport.model import Article, BlockKind, Source
from kgexport.read import MEDIA_TYPES, READERS, read_source

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "read"
SAMPLE = ROOT / "seeds" / "albania-kamikaze-drones.txt"
PAGE = "<!doctype html><html lang=en><title>{0}</title><article><h1>{0}</h1>{1}</article></html>"


def as_text(headline: str, paragraphs: list[str]) -> bytes:
    return "\n".join([headline, *paragraphs]).encode()


def as_html(headline: str, paragraphs: list[str]) -> bytes:
    return PAGE.format(headline, "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)).encode()


WRITERS = {"text": as_text, "html": as_html}
SIMPLE = ("Harbour town opens bridge", ["It is late.", "The mayor said so.", "Original Source: www.example.com"])


def read(name: str, headline: str, paragraphs: list[str]) -> Article:
    return READERS[name].read(Source(WRITERS[name](headline, paragraphs), "", "source"))


def check(article: Article) -> None:
    assert article.text.strip()
    assert "\r" not in article.text
    assert not article.text.startswith("\ufeff")
    assert "\ufffd" not in article.text
    assert article.body.strip()
    assert list(article.blocks) == sorted(article.blocks)
    for block in article.blocks:
        words = block.span.of(article.text)
        assert words == words.strip() != ""
    kinds = [block.kind for block in article.blocks]
    assert kinds.count(BlockKind.HEADLINE) <= 1
    assert kinds.count(BlockKind.STANDFIRST) <= 1
    if article.dateline:
        first = next(block.span for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
        assert first.covers(article.dateline.span)
        for part in (article.dateline.place, article.dateline.date, article.dateline.agency):
            assert part is None or article.dateline.span.covers(part)


def test_every_reader_is_under_contract() -> None:
    assert READERS.keys() == WRITERS.keys()
    assert set(MEDIA_TYPES.values()) == READERS.keys()


@pytest.mark.parametrize("path", [SAMPLE, *sorted(FIXTURES.glob("*.*"))], ids=lambda path: path.name)
def test_files(path: Path) -> None:
    source = open_source(str(path))
    article = read_source(source)
    check(article)
    assert article == read_source(source)


@pytest.mark.parametrize("name", sorted(READERS))
def test_same_article_in_every_format(name: str) -> None:
    article = read(name, *SIMPLE)
    check(article)
    assert article == read(name, *SIMPLE)
    assert article.headline == SIMPLE[0]
    assert article.text == "\n".join([SIMPLE[0], *SIMPLE[1]])
    assert article.metadata.source_url == "https://www.example.com/"
    assert article.metadata.language == "en"


@pytest.mark.parametrize("name", sorted(READERS))
def test_paragraphs_come_once_and_in_order(name: str) -> None:
    paragraphs = [f"This is the sentence with the number {n}." for n in range(300)]
    article = read(name, "The headline of it all", [*paragraphs, paragraphs[0]])
    assert article.text.split("\n") == ["The headline of it all", *paragraphs, paragraphs[0]]


@pytest.mark.parametrize("name", sorted(READERS))
def test_dateline_byline_and_date(name: str) -> None:
    article = read(name, "The headline", ["By Jane Doe", "October 10, 2024", "PARIS (AP) - It is late.", "It is."])
    check(article)
    assert article.metadata.authors == ("Jane Doe",)
    assert article.metadata.published
    assert article.metadata.published.lexical == "2024-10-10"
    assert article.dateline
    assert article.dateline.place
    assert article.dateline.place.of(article.text) == "PARIS"


@pytest.mark.parametrize("name", sorted(READERS))
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(name: str, encoding: str) -> None:
    body = WRITERS[name]("Café closes", ["Its “owner” is gone – for good.", "He was old."]).decode().encode(encoding)
    article = READERS[name].read(Source(body, "", "source"))
    check(article)
    assert article.text == "Café closes\nIts “owner” is gone – for good.\nHe was old."


@pytest.mark.parametrize("name", sorted(READERS))
@pytest.mark.parametrize(
    "body", [b" \n ", b"\xef\xbb\xbf", b"...", b"\0\1\2", b"%PDF-1.4", b"\x81\x8d\x8f\x90", b"<!-- -->..."]
)
def test_what_is_no_article(name: str, body: bytes) -> None:
    with pytest.raises(InputError, match="the-name") as caught:
        READERS[name].read(Source(body, "", "the-name"))
    assert "\n" not in str(caught.value)


def test_unknown_names() -> None:
    source = Source(b"Text.", "application/json", "a.json")
    with pytest.raises(UnknownNameError, match="text/html, text/plain"):
        read_source(source)
    with pytest.raises(UnknownNameError, match=r"did you mean html.*known: html, text"):
        read_source(source, "htm")
    assert read_source(source, "text").body == "Text."
