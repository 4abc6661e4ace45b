"""HTML pages: what is the article, what is around it, and no character more or less."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.errors import InputError
from kgexport.model import Article, BlockKind, Source
from kgexport.read.html import HtmlReader

LD = "<script type=application/ld+json>"
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "read"


def read(page: str | bytes, url: str | None = None, charset: str | None = None) -> Article:
    body = page if isinstance(page, bytes) else page.encode()
    return HtmlReader().read(Source(body, "text/html", "page.html", url, charset))


def lines(body: str) -> list[str]:
    return read(f"<!doctype html><html lang=en><head></head><body>{body}</body></html>").text.split("\n")


def test_news_page() -> None:
    article = read((FIXTURES / "news.html").read_bytes(), "https://gazette.example/x?y#z")
    assert article.headline == "Harbour town opens new bridge"
    assert article.standfirst == "The crossing cost twice as much as planned, and opens two years late."
    assert [block.kind.value for block in article.blocks[2:4]] == ["byline", "date"]
    assert article.body.split("\n") == [
        "PORTVILLE, Oct 10 (Newswire) – The mayor of Portville, Ann Lee, opened the harbour bridge on Thursday, "
        "two years after the date that was first announced.",
        "“We waited long enough,” she said.",
        "It cost €30\xa0million — twice the sum that the council had set aside in 2019 — and is 50-metre-high at its "
        "tallest point.",
        "What comes next",
        "Yes.",
        "The ferry stops in November, the council said.",
        "The old pier becomes a museum of the harbour.",
        "The bridge is a gift to our children.",
        "The council expects 12,000 cars a day and 900 bicycles once the road to the north is finished in the spring "
        "of next year.",
    ]
    assert article.dateline
    assert article.dateline.span.of(article.text) == "PORTVILLE, Oct 10 (Newswire) –"
    found = article.metadata
    assert found.url == "https://gazette.example/2024/10/10/bridge"
    assert found.published
    assert found.modified
    assert (found.published.lexical, found.modified.lexical) == ("2024-10-10T14:05:00+02:00", "2024-10-11T09:00:00Z")
    assert found.authors == ("Jane Doe", "John O'Roe")
    assert (found.publisher, found.language, found.section) == ("The Example Gazette", "en-gb", "Regional")
    assert found.keywords == ("bridges", "harbour", "ferries")
    assert found.image == "https://gazette.example/img/bridge.jpg"
    assert (found.source_name, found.source_url) == ("www.example.org", "https://www.example.org/")


def test_page_of_an_older_kind() -> None:
    article = read((FIXTURES / "old.html").read_bytes())
    assert article.text.split("\n") == [
        "Café owners protest",
        "By Zoë Loe, Staff Writer",
        "The café owners of the town marched to the “palace” on Tuesday, and blocked the road for most of the day.",
        "They want lower taxes – and better coffee, they said in a letter to the king.",
        "The king was away.",
    ]
    assert article.metadata.authors == ("Zoë Loe",)
    assert article.metadata.publisher == "Old Courier"
    assert article.metadata.published
    assert article.metadata.published.lexical == "2004-04-13"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<p>One.<p>Two.", ["One.", "Two."]),
        ("<p>One <b>two</b>, <i>t</i>hree<sup>2</sup>.</p>", ["One two, three2."]),
        ("<p>in<wbr>ter&shy;national&#x200b;</p>", ["international"]),
        ("<p>a&amp;b &lt;p&gt; &#8217; &euro; &#x1F600;</p>", ["a&b <p> ’ € 😀"]),
        ("<p>a<!-- no -->b\n\t c&nbsp;d</p>", ["ab c\xa0d"]),
        ("<p>one<br>two<br><br>three</p>", ["one two", "three"]),
        ("one<div>two</div>three", ["one", "two", "three"]),
        ("<ul><li>One.</li><li>Two.</li></ul>", ["One.", "Two."]),
        (
            "<p>One.</p><script>two</script><style>three</style><noscript>four</noscript><template>five</template>",
            ["One."],
        ),
        ("<p>One.</p><p hidden>two</p><p style='display: none'>three</p>", ["One."]),
        ("<nav><p>Menu here</p></nav><p>One.</p><footer><p>Foot</p></footer>", ["One."]),
        ("<p>One.</p><aside><p>Two.</p></aside><p>Three.</p>", ["One.", "Three."]),
        ("<p>One.</p><figure><figcaption>Two.</figcaption></figure><p>Three.</p>", ["One.", "Three."]),
        ("<div class='widget body'><p>One thing.</p><p>Two things.</p></div>", ["One thing.", "Two things."]),
        ("<p>One.</p><p>© 2024 Example</p>", ["One."]),
        ("<h1>Head</h1><h1>Head</h1><p>One.</p><h2>Head</h2><p>Two.</p>", ["Head", "One.", "Two."]),
        ("<h1>Head</h1><p>Head</p><p>One.</p>", ["Head", "One."]),
        ("<h1><div>Head</div> <span>line</span><br>two</h1><p>One.</p>", ["Head line two", "One."]),
        ("<p>Same.</p><p>Same.</p>", ["Same.", "Same."]),
        ("<h1>Only a head</h1>", ["Only a head"]),
        ("no markup at all", ["no markup at all"]),
        ("<table><tr><td>One cell.</td><td>Two cells.</td></tr></table>", ["One cell.", "Two cells."]),
        ("<form><p>A page in a form.</p><input value=x></form>", ["A page in a form."]),
    ],
)
def test_text_of_small_pages(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_short_paragraphs_between_long_ones_stay() -> None:
    long = "The mayor of the town said on Thursday that the bridge number {} would be late again this year."
    body = [long.format(1), "No.", long.format(2), "Yes, he said.", long.format(3)]
    page = "".join(f"<p>{p}</p><div class='ad'><p>Buy this.</p></div>" for p in body)
    assert lines(f"<h1>Bridge late</h1><article>{page}</article>") == ["Bridge late", *body]


def test_paragraphs_in_wrappers_of_their_own_stay() -> None:
    long = "The mayor of the town said on Thursday that the bridge number {} would be late again this year."
    body = [long.format(1), "No.", long.format(2), "Yes, he said.", long.format(3)]
    page = "".join(f"<div class=block><div class=text><p>{p}</p></div></div>" for p in body)
    assert lines(f"<h1>Bridge late</h1><article>{page}</article>") == ["Bridge late", *body]


def test_boxes_of_links_are_left_out() -> None:
    long = "The mayor of the town said on Thursday that the bridge number {} would be late again this year."
    box = "<h3>Read more</h3><ul><li><a href=a>A story of the town</a></li><li><a href=b>Another story</a></li></ul>"
    assert lines(f"<article><p>{long.format(1)}</p>{box}<p>{long.format(2)}</p></article>") == [
        long.format(1),
        long.format(2),
    ]


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    [
        (
            "<title>Bridge late - Example News</title><meta property=og:site_name content='Example News'>",
            "",
            "Bridge late",
        ),
        ("<title>Bridge late | Any Site</title>", "", "Bridge late"),
        ("<title>Bridge late - or not</title>", "", "Bridge late - or not"),
        ("<meta property=og:title content='Bridge late'><title>x</title>", "", "Bridge late"),
        ("<script type=application/ld+json>{'@type'</script><title>Bridge late</title>", "", "Bridge late"),
        (
            LD + '{"@type":"NewsArticle","headline":"Bridge late"}</script>',
            "",
            "Bridge late",
        ),
        ("<title>Bridge late</title>", "<h1>Example News</h1><h1>Bridge late</h1>", "Bridge late"),
        ("<title>Other title</title>", "<h1>Bridge late</h1>", "Bridge late"),
        ("<title></title>", "", None),
    ],
)
def test_headline(head: str, body: str, headline: str | None) -> None:
    page = f"<html><head>{head}</head><body>{body}<p>The town has no bridge.</p><p>It had one.</p></body></html>"
    article = read(page)
    assert article.headline == headline
    assert article.body == "The town has no bridge.\nIt had one."


@pytest.mark.parametrize(
    ("description", "standfirst"),
    [
        ("It is two years late", "It is two years late."),
        ("Something that the page does not say.", None),
        ("The last one.", None),
        ("It is two years", None),
    ],
)
def test_standfirst_only_where_the_page_says_it(description: str, standfirst: str | None) -> None:
    article = read(
        f"<html><head><meta name=description content='{description}'></head><body><h1>Head</h1>"
        "<p>It is two years late.</p><p>The mayor said so.</p><p>The last one.</p></body></html>"
    )
    assert article.standfirst == standfirst
    assert article.text == "Head\nIt is two years late.\nThe mayor said so.\nThe last one."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("<meta property=article:published_time content=2018-05-24T00:00:00>", "2018-05-24T00:00:00"),
        ("<meta property=article:published_time content=2018-05-24>", "2018-05-24"),
        ("<meta name=date content=2018>", "2018"),
        ("<meta name=date content='03/04/2024'><meta name=pubdate content='April 3, 2024'>", "2024-04-03"),
        (
            LD + '{"@type":["Article"],"datePublished":"2024-10-10T14:05Z"}</script>',
            "2024-10-10T14:05:00Z",
        ),
        (
            LD + '[{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2024"}]}]</script>',
            "2024",
        ),
        (LD + '{"@type":"Event","datePublished":"2024"}</script>', None),
        (
            LD + '{"@type":"Article","datePublished":{"@value":"2024-10"}}</script>',
            "2024-10",
        ),
        ("<meta name=date content='03/04/2024'>", None),
        ("<meta name=date content='tomorrow'>", None),
        ("", None),
    ],
)
def test_date_of_publication(head: str, published: str | None) -> None:
    found = read(f"<html><head>{head}</head><body><p>It is late. Copyright 2011.</p></body></html>").metadata.published
    assert (found and found.lexical) == published


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("<h1>Head</h1><time datetime='2024-10-10T14:05:00Z'>today</time><p>It is late.</p>", "2024-10-10T14:05:00Z"),
        ("<h1>Head</h1><time>10 October 2024</time><p>It is late.</p>", "2024-10-10"),
        ("<h1>Head</h1><div class=meta>10 October 2024</div><p>It is late.</p>", "2024-10-10"),
        ("<h1>Head</h1><p>By Jane Doe | 10 October 2024</p><p>It is late.</p>", "2024-10-10"),
        ("<aside><time datetime=2001-01-01>x</time></aside><p>It is late.</p>", None),
        (
            "<time itemprop=dateModified datetime=2001-01-01>x</time>"
            "<time itemprop=datePublished datetime=2024-10-10></time><p>It is late.</p>",
            "2024-10-10",
        ),
        ("<h1>Head</h1><time datetime=PT5M>5 min</time><p>It is late.</p>", None),
        ("<p>10 October 2024 was a day like any other.</p>", None),
    ],
)
def test_printed_date(body: str, published: str | None) -> None:
    found = read(f"<html><body>{body}</body></html>").metadata.published
    assert (found and found.lexical) == published


@pytest.mark.parametrize(
    ("head", "fetched", "url"),
    [
        ("<link rel=canonical href='https://a.example/b#c'>", None, "https://a.example/b"),
        ("<link rel=canonical href=/b>", "https://a.example/x/y", "https://a.example/b"),
        ("<base href='https://c.example/'><link rel=canonical href=b>", "https://a.example/", "https://c.example/b"),
        ("<link rel=canonical href=/b>", None, None),
        ("<link rel=canonical href='javascript:x'>", None, None),
        ("<link rel=canonical href='http://[bad'>", "https://a.example/x#y", "https://a.example/x"),
        ("<link rel=canonical href='https://a.example/'>", "https://a.example/x", "https://a.example/x"),
        ("<meta property=og:url content='https://a.example/b'>", None, "https://a.example/b"),
        ("<link rel=canonical href='https://a.example/b c'>", None, None),
        ("", "https://a.example/x", "https://a.example/x"),
    ],
)
def test_canonical_url(head: str, fetched: str | None, url: str | None) -> None:
    assert read(f"<html><head>{head}</head><body><p>It is late.</p></body></html>", fetched).metadata.url == url


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("<meta name=author content='Jane Doe'>", ("Jane Doe",)),
        ("<meta name=author content='By Jane Doe and John Roe'>", ("Jane Doe", "John Roe")),
        ("<meta name=author content='Jane Doe'><meta name=author content='JANE DOE'>", ("Jane Doe",)),
        ("<meta property=article:author content='https://a.example/jane'>", ()),
        ("<meta name=author content='Reuters'>", ()),
        ("<meta name=author content='Gazette Desk'>", ()),
        (LD + '{"@type":"Article","author":"Jane Doe"}</script>', ("Jane Doe",)),
        ("", ()),
    ],
)
def test_authors(head: str, authors: tuple[str, ...]) -> None:
    assert read(f"<html><head>{head}</head><body><p>It is late.</p></body></html>").metadata.authors == authors


@pytest.mark.parametrize(
    ("tag", "language"),
    [("lang=en-US", "en-us"), ("lang=''", "en"), ("xml:lang=de", "de"), ("lang='x y'", "en"), ("", "en")],
)
def test_language(tag: str, language: str) -> None:
    assert read(f"<html {tag}><body><p>It is late.</p></body></html>").metadata.language == language


@pytest.mark.parametrize(
    "body",
    [
        "<meta charset=windows-1251><p>Привет".encode("cp1251"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>Привет".encode("cp1251"),
        "<?xml version='1.0' encoding='windows-1251'?><html><body><p>Привет".encode("cp1251"),
        "<meta charset=utf-8><p>Привет".encode(),
        "<meta charset=utf-16><p>Привет".encode(),
    ],
)
def test_declared_charset(body: bytes) -> None:
    assert read(body).text == "Привет"


def test_charset_of_the_transport_wins() -> None:
    assert read("<meta charset=iso-8859-2><p>Привет".encode("cp1251"), charset="windows-1251").text == "Привет"


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<script>x</script>",
        "<title>A title</title>",
        "   ",
        "<!-- x -->",
        "<p>...</p>",
        "<p>Source: www.example.com</p>",
    ],
)
def test_nothing_to_read(page: str) -> None:
    with pytest.raises(InputError, match=r"page\.html") as caught:
        read(page)
    assert "\n" not in str(caught.value)


def test_what_the_parser_gives_up_on_is_refused() -> None:
    with pytest.raises(InputError, match="nested some thousand deep"):
        read("<p>One.</p>" + "<div>" * 10_000 + "<p>Two.</p>")


def test_deep_pages_are_read() -> None:
    assert lines("<div>" * 900 + "<p>Deep down.</p>" + "</div>" * 900) == ["Deep down."]


def test_broken_metadata_does_not_lose_the_article() -> None:
    article = read(
        "<html><head><script type=application/ld+json>" + "[" * 100_000 + "</script>"
        "<script type=application/ld+json>not json</script><base href='http://[bad'></head>"
        "<body><p>It is late.</p></body></html>"
    )
    assert article.body == "It is late."


def test_large_pages_are_read_whole() -> None:
    paragraphs = "<p>The mayor said on Thursday that <b>bridge</b> number one would be late.</p>\n" * 40_000
    article = read(f"<html><body><article><h1>Head</h1>{paragraphs}</article></body></html>")
    assert len(article.blocks) == 40_001


def test_byline_and_source_lines_are_known() -> None:
    article = read(
        "<h1>Head</h1><p>By Jane Doe</p><p>It is late.</p><p>It was.</p><p>Source: <a href=x>Example Times</a></p>"
    )
    assert [block.kind for block in article.blocks] == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.SOURCE,
    ]
    assert article.metadata.authors == ("Jane Doe",)
    assert article.metadata.source_name == "Example Times"
