"""Plain text: headline, standfirst, body, source line; and sensible readings where one or more are missing."""

from pathlib import Path

import pytest

from kgexport.errors import InputError
from kgexport.model import Article, BlockKind, Source, Span
from kgexport.read.text import TextReader

ROOT = Path(__file__).resolve().parents[3]
FIXTURES = ROOT / "tests" / "fixtures" / "read"


def read(text: str | bytes, url: str | None = None) -> Article:
    body = text if isinstance(text, bytes) else text.encode()
    return TextReader().read(Source(body, "text/plain", "test.txt", url))


def kinds(article: Article) -> str:
    """The first letter of each block's kind: h, s (standfirst), b(yline), d(ate), p, o (source)."""
    letters = {kind: kind.value[0] for kind in BlockKind} | {BlockKind.SOURCE: "o"}
    return "".join(letters[block.kind] for block in article.blocks)


def body(article: Article) -> list[Span]:
    return [block.span for block in article.blocks if block.kind is BlockKind.PARAGRAPH]


def test_sample_article() -> None:
    body = (ROOT / "seeds" / "albania-kamikaze-drones.txt").read_bytes()
    article = read(body)
    assert article.text == body.decode().removeprefix("\ufeff")
    assert kinds(article) == "hspppo"
    lines = article.text.splitlines()
    assert article.headline == lines[0]
    assert article.standfirst == lines[1]
    assert article.body == "\n".join(lines[2:5])
    assert article.metadata.source_name == "www.ekathimerini.com"
    assert article.metadata.source_url == "https://www.ekathimerini.com/"
    assert article.metadata.published is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One sentence only.", "p"),
        ("Only a headline", "p"),
        ("10 $ 30 $", "p"),
        ("One line without an end\nSource: www.example.com", "po"),
        ("Head line\nThe body is here.", "hp"),
        ("Head line\nThe standfirst is here.\nThe body is here.", "hsp"),
        ("Head line\n\nThe standfirst is here.\n\nThe body is here.\n\nAnd here.\n", "hspp"),
        ("The army left.\nIt came back.\nIt left.", "ppp"),
        ("“The army left.”\nIt came back.", "pp"),
        ("Will the army leave?\nIt will.\nIt did.", "hsp"),
        ("the army left\nIt came back.", "pp"),
        ("The following have left:\nThe army.", "pp"),
        ("Iran Rejects Talks With the U.S.\nIt said so.", "hp"),
        ("The army left for the U.S.\nIt came back.", "pp"),
        ("x" * 201 + "\nBody here.", "pp"),
        ("Head line\n" + "Long words. " * 60 + "\nBody here.", "hpp"),
        ("Head line\nTIRANA, Oct 10 (Reuters) - Albania will.\nBody here.", "hpp"),
        ("TIRANA, Oct 10 (Reuters) - Albania will\nBody here.", "pp"),
        ("Head line\npilgrims at the mosque in 2008.\nBody here.", "hpp"),
        ("Head line\nBy Jane Doe\nOctober 10, 2024\nThe lead.\nBody here.", "hbdsp"),
        ("Head line\nThe standfirst.\nBy Jane Doe\nOctober 10, 2024\nBody here.\nMore.", "hsbdpp"),
        ("October 10, 2024\nHead line\nBody here.", "dhp"),
        ("Head line\nOctober 10, 2024", "pd"),
        ("Head line\nBody here.\nBy Jane Doe\nOctober 10, 2024\nSource: Reuters", "hpbdo"),
        ("Head line\nStand.\nBody.\nOctober 10, 2024\nMore body.", "hsppp"),
        ("Head line\nThursday, May 7, 2015 On Tuesday, they left.\nThey came back.", "hdsp"),
        ("October 10, 2024\nBy Jane Doe", "pp"),
        ("By Tuesday the army had left the town\nIt came back.", "hp"),
    ],
)
def test_kinds_of_paragraphs(text: str, expected: str) -> None:
    assert kinds(read(text)) == expected


def test_what_the_lines_say() -> None:
    article = read(
        "Head line\nBy Jane Doe and John Roe\nPublished 10 Oct 2024 14:05 GMT | Updated 11 Oct 2024\n"
        "PARIS, 9 Oct 2024 (AP) - Body.\nMore.\nOriginal Source: Example Times, www.example.com"
    )
    found = article.metadata
    assert found.authors == ("Jane Doe", "John Roe")
    assert found.published
    assert found.modified
    assert (found.published.lexical, found.modified.lexical) == ("2024-10-10T14:05:00Z", "2024-10-11")
    assert (found.source_name, found.source_url) == ("Example Times", "https://www.example.com/")
    assert article.dateline
    assert article.dateline.span.of(article.text) == "PARIS, 9 Oct 2024 (AP) -"


def test_dateline_with_a_year_gives_the_date() -> None:
    published = read("LONDON, 5 March 2024 (AFP) - They left.").metadata.published
    assert published
    assert published.lexical == "2024-03-05"
    assert read("LONDON, 5 March (AFP) - They left.").metadata.published is None


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_line_ends_and_encodings_make_no_difference(end: str, encoding: str) -> None:
    text = "Café closes{0}Its “owner” is gone.{0}{0}The café – in the old town – is closed.{0}".format("\n")
    article = read(text.replace("\n", end).encode(encoding))
    assert article.text == text
    assert kinds(article) == "hsp"


def test_wrapped_paragraphs_are_joined() -> None:
    article = read((FIXTURES / "wrapped.txt").read_bytes())
    assert kinds(article) == "hbdspppo"
    assert article.headline == (
        "Harbour town opens new bridge after two years of delay and a long\nquarrel over its cost"
    )
    assert article.standfirst is not None
    assert article.standfirst.endswith("wants to be paid for it.")
    assert [paragraph.of(article.text)[-10:] for paragraph in body(article)] == [
        "ears late.",
        " she said.",
        "\nfinished.",
    ]


def test_short_lines_are_not_wrapped_text() -> None:
    text = "Ten killed in the crane collapse of Tuesday morning\n" + "A short sentence of the body.\n" * 5
    assert kinds(read(text)) == "hspppp"


@pytest.mark.parametrize("text", ["", "   \n \n", "\ufeff", "--- *** ---", "Source: www.example.com", "…\n“”"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(InputError, match=r"test\.txt") as caught:
        read(text)
    assert "\n" not in str(caught.value)


def test_url_of_a_fetched_text() -> None:
    assert read("Body.", "https://example.com/a.txt").metadata.url == "https://example.com/a.txt"


def test_many_dates_do_not_take_quadratic_time() -> None:
    article = read("October 10, 2024\n" * 20_000 + "The end is here.")
    assert len(article.blocks) == 20_001
