"""Pages made of the nastiest pieces of HTML: kgexport's script goes in once, and nothing else changes."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kgexport.errors import InputError
from kgexport.web.embed import Change, embed, embed_page, without_script
from kgexport.web.embed.place import SCRIPT_ID, own_scripts, parsed
from kgexport.web.embed.units import read_units

OWN = '<script type="application/ld+json" id="kgexport">{}</script>'
PIECES = (
    "<!doctype html>", "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'>", "<!doctype",
    "<?xml version='1.0'?>", "<html>", "<html lang=en", "</html>", "<head>", "</head>", "<head/>", "</head ",
    "<body>", "</body>", "<body class='a>b'>", "<title>", "</title>", "<title/>", "<meta charset=utf-8>",
    "<meta charset=windows-1252>", "<link rel=x>", "<base href=/>", "<script>", "</script>", "</script",
    "<script src=a></script>", "<script><!--", "<script><!-- <script>", "-->", "<style>", "</style>", "<textarea>",
    "</textarea>", "<noscript>", "</noscript>", "<template>", "</template>", "<xmp>", "<iframe>", "<noembed>",
    "<noframes>", "<plaintext>", "<frameset>", "<frame>", "<select>", "<option>", "<button>", "<!--", "<!-->",
    "<!--->", "--!>", "<!-- a -- b -->", "<![CDATA[", "]]>", "<!a>", "</>", "</ a>", "<?php echo '>' ?>", "<svg>",
    "</svg>", "<math>", "<mi>", "<annotation-xml>", "<foreignObject>", "<desc>", "<title>a</title>",
    "<![CDATA[</head>]]>", "<table>", "<tr>", "<td>", "</table>", "<caption>", "<p>", "</p>", "<div", "<b>", "<i>",
    "</b>", "<a href='", "'>", '"', "'", "<div a=1 a=2 =3>", "<p/ >", "<br/>", "&lt;/head&gt;", "&amp", "&#0;",
    "\0", "\r", "\n", "\r\n", "\t", "\f", " ", "\x1b$B", "<\x1b(B", "text", "</body></html>", "é", "北", "\ufeff",
    "\u2028", "\U0001d11e", "<é>", "</script>" * 2, OWN, OWN.replace("{}", '{"@type": "NewsArticle"}'),
    "<!--" + OWN, "<textarea>" + OWN, "<template>" + OWN,
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a"}</script>',
    '<script type="application/ld+json">[{"@type": "Article"}, {"@graph": [{"@type": "Article", "id": "b"}]}]</script>',
    "<p itemscope itemtype=http://schema.org/Article>",
    "<p itemscope itemtype='http://schema.org/Report' itemid=x>",
)  # fmt: skip
DATA: dict[str, Any] = {
    "@context": "https://schema.org",
    "@id": "https://news.example/ä#article",
    "@type": "NewsArticle",
    "headline": "</script><!--<script> \u2028 ]]> &amp; 北 \U0001d11e",
    "author": {"@id": "#a", "name": "A"},
    "mentions": {"@id": "#a"},
}
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
codecs = st.sampled_from(("utf-8", "utf-8-sig", "cp1252", "shift_jis", "gb18030", "iso2022_jp", "utf-16", "utf-16-be"))
pages = st.builds(lambda text, codec: text.encode(codec, "replace"), texts, codecs)


def without_own(page: bytes, count: int) -> bytes:
    """The page without its scripts of kgexport, of which there must be so many; as `without_script`, by other means."""
    units = read_units(page, "page")
    own = own_scripts(parsed(units.text), "page")
    assert len(own) == count
    kept, done = b"", 0
    for script in own:
        kept += page[done : script.whole.begin * units.width]
        done = script.whole.end * units.width
    return kept + page[done:]


def own_object(page: bytes) -> Any:
    units = read_units(page, "page")
    (script,) = own_scripts(parsed(units.text), "page")
    return json.loads(units.text[script.inside.begin : script.inside.end])


def can_be_used(page: bytes) -> bool:
    """Whether it is not a page that kgexport refuses, for a script of its own that is not closed."""
    try:
        without_script(page)
    except InputError:
        return False
    return True


@settings(max_examples=200, deadline=None)
@given(pages)
def test_one_script_and_every_other_byte_as_it_was(page: bytes) -> None:
    if not can_be_used(page):
        return
    units = read_units(page, "page")
    count = len(own_scripts(parsed(units.text), "page"))
    made = embed_page(page, DATA)
    assert without_own(made, 1) == without_own(page, count)
    assert own_object(made) == DATA
    assert embed(made, DATA).change is Change.UNCHANGED


@settings(max_examples=100, deadline=None)
@given(pages)
def test_merging_twice_changes_nothing_and_loses_nothing(page: bytes) -> None:
    if not can_be_used(page):
        return
    done = embed(page, DATA, merging=True)
    again = embed(done.page, DATA, merging=True)
    assert again.page == done.page
    assert len(again.duplicated) == len(done.duplicated)
    before, after = without_script(page), without_script(done.page)
    assert is_subsequence(before, after), "the publisher's markup only ever gains an identifier"


@settings(max_examples=100, deadline=None)
@given(pages)
def test_taking_the_script_out_gives_the_page_back(page: bytes) -> None:
    if can_be_used(page) and SCRIPT_ID not in read_units(page, "page").text:
        assert without_script(embed_page(page, DATA)) == page


def is_subsequence(short: bytes, long: bytes) -> bool:
    """Whether the one is the other with some bytes left out."""
    rest = iter(long)
    return all(byte in rest for byte in short)
