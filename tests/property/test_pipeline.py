"""The whole way from bytes to files, over texts that no editor would print: it holds its promises or refuses in a line.

Refused means a KgexportError; anything else that is raised fails the test. What is not refused conforms, is the same
bytes twice in every format, leads nowhere that is not described, and its offsets lead back to the text.
"""

from __future__ import annotations

import html
import json
import re

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgexport.errors import KgexportError
from kgexport.export import FORMATS, export_graph
from kgexport.graph import ArticleGraph
from kgexport.model import Source
from kgexport.pipeline import Result, process_article, read_opened
from kgexport.vocabulary import NIF, RDF

pytestmark = pytest.mark.slow
MODEST = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)

WORDS = st.sampled_from(
    (
        "Ada Berg|Jean-Luc O’Hara|NORLAND|Paris|St. John's|AT&T|the U.N.|Müller|Łódź|Al-Qaida|<Foo>|a\\b|İzmir|Ελλάδα|"
        "Prime Minister|the president of|said that|gave|visited|killed|agreed|will not|may|on Monday|in early 2022|"
        "on 31 Feb 0000|5 May 9999|$5 million|€0.50|1,2,3|drones|to|and|of|by|who|it|he|their|50-meter|12 %|№ 5|½|²"
    ).split("|")
)
UNSEEN = "\t\n\r\x0b\x0c\x85\u00a0\u00ad\u0301\u200b\u200d\u2028\u2029\u202e\ufeff\ufffe"
PHRASES = "https://x.example/a?b=<c>|a@b.example|By |Original Source: |LONDON, Oct 10 (Reuters) - |# |- |👩‍👧|🇫🇷".split(
    "|"
)
SIGNS = st.sampled_from([*".,;:!?-–—…()[]{}<>|/\\*_#=~^`'\"“”‘’«»„&%@$€+😀中", *UNSEEN, "\n\n", "\r\n", *PHRASES])
LINE = st.lists(st.one_of(WORDS, WORDS, SIGNS), min_size=1, max_size=25).map(" ".join)
TIGHT = st.lists(st.one_of(WORDS, SIGNS), min_size=1, max_size=12).map("".join)
LONG = st.tuples(st.one_of(WORDS, SIGNS), st.integers(50, 400)).map(lambda part: part[0] * part[1])
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
TEXTS = st.lists(st.one_of(LINE, LINE, LINE, TIGHT, LONG, ANY), min_size=1, max_size=6).map("\n".join)
CASES = st.sampled_from([str, str, str.upper, str.lower, str.title])

URLS = st.sampled_from(
    ["", "https://x.example/a b", "https://é.example/ü/%zz", "http://[", "https://u:p@x.example/#f", "//x", "\ud83d"]
)
DATES = st.sampled_from(
    [None, "2024", "2024-10", "2024-10-10", "2024-10-10T12:00Z", "2024-10-10 23:59:59+14:00", "0001"]
)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "<br>", "<div>", "<table><tr><td>", "<h1>", "</h1>", "<script>", "<!--", "&"]
)


ODD = {
    "one word": "Paris",
    "a list longer than a sentence may be": "Norland condemned " + "the attack, the bombing, " * 120 + "and the war.",
    "only nouns of events": "attack, " * 450,
    "marks that never close": '"He said, ' * 160 + "go home." + '"' * 160,
    "quotes inside quotes": "“Ada said ‘Bob said “Cy said ‘go’”’” " * 12,
    "one name of many words": "U.S. " * 300,
    "names in a row": ", ".join(f"Ada {letter}erg" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 4),
    "dates in a row": ", ".join(f"{day} May {year}" for year in range(1990, 1994) for day in range(1, 21)),
    "one sentence many times": "Police said three people were killed. " * 40,
    "a table": "\n".join(f"Team {i}\t{i}-{i + 2}\t{i}%\t${i}m" for i in range(40)),
    "capitals": "TWO OFFICERS SHOT A MAN IN PARIS, POLICE SAID. “GO HOME,” SAID ADA BERG.",
    "a clause in a clause": "He said that she said that " * 60 + "it rained.",
    "Spanish": "El presidente Pedro García anunció el lunes que España enviará 5 millones de euros. «No», dijo. " * 3,
    "Chinese": "中国国家主席周一在北京会见了法国总统。他说：“我们将继续合作。”三人死亡。" * 3,
    "Arabic": "قال الرئيس يوم الاثنين في القاهرة إن مصر سترسل خمسة ملايين يورو. «لن نتوقف» قال. " * 3,
    "emoji": "🚨BREAKING🚨 Ada Berg 👩 arrested in Paris 🇫🇷 on Monday‼️ 3️⃣ dead 😢 " * 5,
    "fragments of a page": "<p>Ada Berg <b>said</b> &amp; <script>alert(1)</script> left.</p> <!-- x " * 5,
    "code": "def f(x: int) -> str:\n    return x['a'].b(c, d=1)  # said Ada Berg\n" * 10,
    "control characters": "".join(map(chr, range(1, 32))) + " Ada\x01Berg s\x02aid \x85that\x0b Bob left. " * 5,
}
"""What no article is, and what somebody will export all the same."""


def process(source: Source, published: str | None) -> Result | None:
    try:
        return process_article(read_opened(source, published, None, None))
    except KgexportError as error:
        message = str(error)
    assert "\n" not in message
    return None


def check(source: Source, published: str | None) -> None:
    result = process(source, published)
    if result is None:
        return
    assert result.report.conforms, result.report.to_text()
    _offsets_lead_back(result)
    _nothing_dangles(result.graph)
    again = process(source, published)
    assert again is not None
    for form in FORMATS:
        data = export_graph(result.graph, form)
        assert data == export_graph(again.graph, form)
        expected = {*result.graph.knowledge, *(result.graph.evidence if form.evidence else ())}
        assert {quad.triple for quad in ox.parse(input=data, format=form.rdf_format)} == expected


def _offsets_lead_back(result: Result) -> None:
    text = result.article.text
    for triple in result.graph.evidence:
        if triple.predicate == NIF["isString"]:
            assert str(triple.object.value) == text  # type: ignore[union-attr]
        if triple.predicate == NIF["anchorOf"]:
            place = re.fullmatch(r".+#char=(\d+),(\d+)", triple.subject.value)  # type: ignore[union-attr]
            assert place
            words = text[int(place[1]) : int(place[2])]
            assert words == triple.object.value  # type: ignore[union-attr]
            assert words.strip()


def _nothing_dangles(graph: ArticleGraph) -> None:
    triples = (*graph.knowledge, *graph.evidence)
    own = (f"{graph.document.value}#", f"{graph.base}entity/")
    typed = {triple.subject for triple in triples if triple.predicate == RDF["type"]}
    reached = {triple.object for triple in triples if isinstance(triple.object, ox.NamedNode)}
    assert not {node for node in reached if node.value.startswith(own)} - typed
    assert {triple.subject for triple in triples} <= typed


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts(text: str) -> None:
    check(Source(text.encode(), "text/plain", "x.txt"), "2024-05-06")


@MODEST
@given(TEXTS, CASES, DATES)
def test_any_text(text: str, case: type[str], published: str | None) -> None:
    check(Source(case(text).encode(), "text/plain", "x.txt"), published)


@MODEST
@given(st.lists(st.one_of(LINE, LINE, TAGS, TIGHT), min_size=1, max_size=12), st.text(max_size=20), URLS, DATES)
def test_any_page(parts: list[str], title: str, url: str, published: str | None) -> None:
    stated = html.escape(url).encode("ascii", "xmlcharrefreplace").decode()
    head = f'<title>{title}</title><link rel="canonical" href="{stated}"><meta property="og:image" content="{stated}">'
    data = json.dumps({"@type": "NewsArticle", "url": url, "headline": url + title, "author": f"Ada {title}"})
    head += f'<script type="application/ld+json">{data}</script>'
    page = f"<!doctype html><html><head>{head}</head><body><article>{'<p>'.join(parts)}</article></body></html>"
    check(Source(page.encode("utf-8", "replace"), "text/html", "x.html"), published)
