"""What pages embed is read as search engines read it, without the network; what is broken is named with its line."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from kgexport.errors import InputError, MissingExtraError
from kgexport.inputs import Source, sources
from kgexport.vocabulary import RDF, SCHEMA

PERSON = '"@type": "Person", "name": "Ada"'


def page(body: str, folder: Path, encoding: str = "utf-8", name: str = "page.html") -> Source:
    (folder / name).write_bytes(body.encode(encoding))
    return next(sources([str(folder / name)]))


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def stated(source: Source) -> dict[str, str]:
    """Property -> value, in short forms, of a page about one thing."""
    return {
        quad.predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]: getattr(quad.object, "value", "") for quad in source
    }


@pytest.mark.parametrize(
    "context",
    [
        '"https://schema.org"',
        '"http://schema.org"',
        '"https://schema.org/"',
        '"http://www.schema.org/"',
        '"//schema.org"',
        '" https://schema.org "',
        '"https://schema.org/docs/jsonldcontext.jsonld"',
        '["https://schema.org"]',
        '["https://schema.org", {"@language": "en"}]',
        '{"@vocab": "https://schema.org"}',
        '{"@vocab": "http://schema.org/"}',
        '{"@import": "https://schema.org/", "x": "http://a.example/x"}',
    ],
)
def test_every_way_to_name_the_context_is_schema_org(context: str, tmp_path: Path) -> None:
    source = page(script(f'{{"@context": {context}, {PERSON}}}'), tmp_path)
    assert {quad.predicate for quad in source} == {RDF["type"], SCHEMA["name"]}
    assert (source.page, source.notes) == (True, [])


def test_contexts_inside_and_the_short_names_of_keywords(tmp_path: Path) -> None:
    inner = '{"@context": "https://schema.org", "type": "Person", "id": "http://a.example/p"}'
    source = page(script(f'{{"@context": "https://schema.org", "type": "Article", "author": {inner}}}'), tmp_path)
    assert NamedNode("http://a.example/p") in {quad.object for quad in source}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"@context": "https://a.example/c", "a": 1}', ":2: its JSON-LD context 'https://a.example/c' is elsewhere"),
        ('{"@context": "schema.org", "a": 1}', ":2: the context 'schema.org' is no address; write \"https://schema"),
        ('{"name": "A"}', ':2: JSON without "@context", so that its keys mean nothing; add "https://schema.org"'),
        ('\n{"a": 1,,}', ":3:9: not JSON-LD: "),
        ("{&quot;a&quot;: 1}", ":2:2: not JSON-LD: expecting property name enclosed in double quotes; its quotation"),
        (" ", ":2: this script of JSON-LD is empty; fill it or take it out"),
    ],
)
def test_broken_json_ld_is_named_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        list(page(f"<!doctype html>\n{script(text)}", tmp_path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("before", "after"),
    [("<!--", "-->"), ("\n//<![CDATA[\n", "\n//]]>\n"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"), ("", " ")],
)
def test_marks_of_old_pages_around_the_json(before: str, after: str, tmp_path: Path) -> None:
    text = f'{before}{{"@context": "https://schema.org", "@type": "Person", "name": "</p> <b>"}}{after}'
    assert stated(page(script(text), tmp_path)) == {"type": "http://schema.org/Person", "name": "</p> <b>"}


def test_scripts_are_known_by_their_type_and_keep_their_blank_nodes_apart(tmp_path: Path) -> None:
    text = '{"@context": "https://schema.org", "@id": "_:a", "name": "%s"}'
    body = (
        f"<!-- {script('{broken')} --><script>{{}}</script>"
        f"<script type='Application/LD+JSON; charset=utf-8'>{text % 'A'}</script>{script(text % 'B')}"
    )
    quads = list(page(body, tmp_path))
    assert [quad.object for quad in quads] == [Literal("A"), Literal("B")]
    assert len({quad.subject for quad in quads}) == 2
    assert all(isinstance(quad.subject, BlankNode) for quad in quads)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", "{file}#a"),
        ('<link rel="Canonical" href=" https://a.example/story ">', "https://a.example/story#a"),
        ('<link rel=canonical href="https://a.example/x/y"><base href="/b/">', "https://a.example/b/#a"),
        ('<base href="http://b.example/c">', "http://b.example/c#a"),
        ('<link rel=canonical href="/story">', "{file}#a"),
        ('<link rel=canonical href="http://[bad">', "{file}#a"),
        ("<base href='http://a.example/<x>'>", "{file}#a"),
    ],
)
def test_relative_ids_resolve_against_the_address_of_the_page(head: str, expected: str, tmp_path: Path) -> None:
    body = script('{"@context": "https://schema.org", "@id": "#a", "name": "A"}')
    (quad,) = page(f"<html><head>{head}</head>{body}", tmp_path)
    assert quad.subject == NamedNode(expected.format(file=(tmp_path / "page.html").as_uri()))


def test_what_is_no_iri_is_kept_and_noted(tmp_path: Path) -> None:
    text = '{"@context": "https://schema.org", "@type": "News Article", "@id": "#a b", "date published": 1}'
    source = page(script(text), tmp_path)
    assert {quad.predicate for quad in source} == {RDF["type"], NamedNode("http://schema.org/date%20published")}
    assert [note.split(" has ")[0] for note in source.notes] == [
        "@type 'News Article'",
        "@id '#a b'",
        "key 'date published'",
    ]


def test_encodings(tmp_path: Path) -> None:
    body = script('{"@context": "https://schema.org", "name": "Zoë"}')
    assert stated(page(f"<meta charset=iso-8859-1>{body}", tmp_path, "iso-8859-1")) == {"name": "Zoë"}
    assert stated(page(f"<html>{body}", tmp_path, "utf-16")) == {"name": "Zoë"}


def test_a_page_that_embeds_nothing_is_noted(tmp_path: Path) -> None:
    source = page("<html><p>text", tmp_path)
    assert (list(source), source.notes) == ([], ["no JSON-LD, microdata or RDFa in it"])


MICRODATA = """<html><div itemscope itemtype="https://schema.org/NewsArticle" itemid="#m b">
<h1 itemprop="headline">One <b>title</b></h1><time itemprop="datePublished">2020-01-02</time>
<meta itemprop="http://a.example/p" content="x"><p itemprop="author" itemscope itemtype="http://schema.org/Person">
<span itemprop="name">Ada</span></p></div></html>"""
RDFA = """<html prefix="og: http://ogp.me/ns#"><head><title>T</title><meta property="og:title" content="x"></head>
<body vocab="http://schema.org/" typeof="NewsArticle" resource="#r"><h1 property="headline">One</h1>
<a rel="Nofollow" href="/x">a link</a></body></html>"""


def test_microdata(tmp_path: Path) -> None:
    quads = list(page(MICRODATA, tmp_path))
    article = NamedNode((tmp_path / "page.html").as_uri() + "#m%20b")
    assert {(quad.predicate.value, getattr(quad.object, "value", "")) for quad in quads if quad.subject == article} >= {
        (RDF["type"].value, "http://schema.org/NewsArticle"),
        ("http://schema.org/headline", "One title"),
        ("http://schema.org/datePublished", "2020-01-02"),
        ("http://a.example/p", "x"),
    }
    (person,) = (quad.object for quad in quads if quad.predicate == SCHEMA["author"])
    assert {quad.predicate for quad in quads if quad.subject == person} == {RDF["type"], SCHEMA["name"]}


def test_rdfa_without_what_is_for_social_networks(tmp_path: Path) -> None:
    level = logging.getLogger("rdflib").level
    assert stated(page(RDFA, tmp_path)) == {"type": "http://schema.org/NewsArticle", "headline": "One"}
    assert logging.getLogger("rdflib").level == level


@pytest.mark.parametrize(("open_tag", "item"), [("itemscope", "itemprop"), ("typeof='Person'", "property")])
def test_a_broken_address_loses_nothing_else(open_tag: str, item: str, tmp_path: Path) -> None:
    kind = "itemtype='http://schema.org/Person'" if open_tag == "itemscope" else "vocab='http://schema.org/'"
    text = f"<div {open_tag} {kind}><a {item}='url' href='http://[bad'>x</a><b {item}='name'>Ada</b></div>"
    expected = {"type": "http://schema.org/Person", "url": "http://%5Bbad", "name": "Ada"}
    assert stated(page(text, tmp_path)) == expected


def test_odd_literals_and_addresses_of_rdfa_are_left_to_the_rules(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = "<p vocab='http://schema.org/' typeof='Person'><b property='birthDate' datatype='xsd:date'>2020</b>"
    source = page(f"{text}<a property='url' href='http://a.example/<x>'>x</a></p>", tmp_path)
    assert stated(source)["birthDate"] == "2020"
    assert caplog.records == []


def test_items_that_refer_to_each_other_end(tmp_path: Path) -> None:
    items = "".join(
        f"<div itemscope itemprop='knows' itemtype='https://schema.org/Person' id='{name}' itemref='{other}'>"
        f"<b itemprop='name'>{name}</b></div>"
        for name, other in ("ab", "ba")
    )
    names = {quad.object for quad in page(items, tmp_path) if quad.predicate == SCHEMA["name"]}
    assert names >= {Literal("a"), Literal("b")}


def test_without_the_extra_only_json_ld_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "extruct.rdfa", None)
    with pytest.raises(MissingExtraError, match=r"reading microdata and RDFa needs .*kgexport\[html\]"):
        list(page(MICRODATA, tmp_path))
    both = page(MICRODATA + script(f'{{"@context": "https://schema.org", {PERSON}}}'), tmp_path)
    assert len(list(both)) == 2
    assert [note.partition(";")[0] for note in both.notes] == ["only its JSON-LD is checked"]
