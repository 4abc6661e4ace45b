from __future__ import annotations

import json
from typing import Any

import pytest

from kgexport.web.embed import Change, Embedded, embed

OURS = "https://news.example/a#article"
DATA: dict[str, Any] = {
    "@context": "https://schema.org",
    "@id": OURS,
    "@type": "NewsArticle",
    "headline": "Norland sends boats",
    "author": {"@id": "#berg", "@type": "Person", "name": "Ada Berg", "knows": {"@id": "#vik", "name": "Ola Vik"}},
    "about": [{"@id": "#boats", "@type": "Product", "name": "boats"}],
    "mentions": [{"@id": "#berg"}, {"@id": "#vik"}],
    "hasPart": {"@id": "#quote", "@type": "Quotation", "text": "Yes.", "isPartOf": OURS, "creator": {"@id": "#berg"}},
}
START = '<script type="application/ld+json" id="kgexport">'


def merged(page: str, data: dict[str, Any] = DATA) -> tuple[Embedded, Any, str]:
    """What was done, kgexport's object, and the page without its script."""
    done = embed(page.encode(), data, merging=True)
    before, _, rest = done.page.decode().partition(START)
    text, _, after = rest.partition("</script>")
    again = embed(done.page, data, merging=True)
    assert (again.change, again.duplicated) == (Change.UNCHANGED, done.duplicated)
    return done, json.loads(text), before + after


def test_a_description_without_identifier_is_given_ours_and_nothing_else() -> None:
    page = (
        '<head><script type="application/ld+json">\n{\n  "@type": "NewsArticle",\n  "headline": "Boats"\n}\n</script>'
    )
    done, data, rest = merged(page)
    assert rest == page.replace("{\n", f'{{\n  "@id": "{OURS}",\n')
    assert done.duplicated == ()
    assert data == {name: value for name, value in DATA.items() if name != "headline"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"@type":"Article"}', f'{{"@id": "{OURS}", "@type":"Article"}}'),
        ('{ "@type":"Article"}', f'{{ "@id": "{OURS}", "@type":"Article"}}'),
        ('[1, {"a": "é{\\""}, {"@type":"Article"}]', f'[1, {{"a": "é{{\\""}}, {{"@id": "{OURS}", "@type":"Article"}}]'),
    ],
)
def test_the_identifier_is_written_as_the_members_after_it(before: str, after: str) -> None:
    page = f'<script type="application/ld+json">{before}</script><p>'
    _, data, rest = merged(page)
    assert rest == page.replace(before, after)
    assert data["@type"] == "Article", "the publisher's type is a statement too"


def test_the_identifier_of_the_publisher_is_taken_over_everywhere() -> None:
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "@id": "/a#it"}</script><p>'
    done, data, rest = merged(page)
    assert rest == page
    assert done.duplicated == ()
    assert data["@id"] == data["hasPart"]["isPartOf"] == "/a#it"


def test_what_the_publisher_states_is_left_out_and_what_it_does_not_stays() -> None:
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "", "author": "Vik"}</script>'
    _, data, _ = merged(page)
    assert "author" not in data
    assert data["headline"] == DATA["headline"], "an empty text states nothing"


def test_things_that_only_the_left_out_property_described_move_to_where_they_are_named() -> None:
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "author": "Vik"}</script>'
    _, data, _ = merged(page)
    assert data["mentions"] == [DATA["author"], {"@id": "#vik"}]
    assert data["hasPart"] == DATA["hasPart"]


def test_properties_with_many_values_stay_in_both() -> None:
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "about": "Boats", "mentions": "Ada"}</script>'
    _, data, _ = merged(page)
    assert (data["about"], data["mentions"]) == (DATA["about"], DATA["mentions"])


def test_microdata_and_rdfa_get_an_attribute() -> None:
    identifier = 'https://news.example/ä?"&b#article'
    micro = "<i itemscope itemtype=https://schema.org/NewsArticle><h1 itemprop=headline>Boats</h1>"
    rdfa = "<div vocab='https://schema.org/' typeof='NewsArticle'><b property='schema:author'>V</b>"
    done, data, rest = merged(
        f"{micro}</i>{rdfa}", json.loads(json.dumps(DATA).replace(OURS, json.dumps(identifier)[1:-1]))
    )
    written = '"https://news.example/&#228;?&quot;&amp;b#article"'
    assert rest == (
        f"<i itemscope itemtype=https://schema.org/NewsArticle itemid={written}><h1 itemprop=headline>Boats</h1></i>"
        f"<div vocab='https://schema.org/' typeof='NewsArticle' resource={written}><b property='schema:author'>V</b>"
    )
    assert done.duplicated == ()
    assert data.keys() == DATA.keys() - {"headline", "author"}
    assert data["@id"] == identifier


def test_the_identifier_is_ascii_in_json() -> None:
    data = {**DATA, "@id": "https://news.example/ä</script>#article"}
    _, _, rest = merged('<script type="application/ld+json">{"@type": "Article"}</script>', data)
    assert '"@id": "https://news.example/\\u00e4\\u003c/script\\u003e#article"' in rest


def test_descriptions_of_two_identifiers_cannot_all_be_merged() -> None:
    first, second = (f'{{"@type": "NewsArticle", "@id": "#{name}"}}' for name in "ab")
    page = f'<script type="application/ld+json">[{first},\n{second}]</script>'
    done, data, rest = merged(page)
    assert rest == page
    assert data["@id"] == "#a"
    assert [str(one) for one in done.duplicated] == ["NewsArticle in JSON-LD (line 2)"]


def test_the_type_is_that_of_the_first_description_on_every_run() -> None:
    page = '<script type="application/ld+json">[{"@type": "Report"}, {"@type": "Article", "@id": "b"}]</script>'
    _, data, _ = merged(page)
    assert (data["@id"], data["@type"]) == ("b", "Report")


def test_a_blank_node_cannot_be_merged() -> None:
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "@id": "_:a", "headline": "b"}</script>'
    done, data, rest = merged(page)
    assert (rest, data) == (page, DATA)
    assert len(done.duplicated) == 1
    assert not done.duplicated[0].can_be_merged


def test_without_merging_the_publisher_s_markup_is_byte_identical() -> None:
    page = b'<head><script type="application/ld+json">{"@type": "NewsArticle"}</script></head>'
    made = embed(page, DATA)
    assert made.page.startswith(page.removesuffix(b"</head>"))
    assert len(made.duplicated) == 1


@pytest.mark.parametrize("codec", ["shift_jis", "utf-16", "utf-8-sig", "gb18030"])
def test_places_are_right_in_every_encoding(codec: str) -> None:
    charset = "" if codec.startswith("utf") else f"<meta charset={codec}>"
    page = (
        f'<head>{charset}<script type="application/ld+json">{{"a": "表ソ中", "b": [{{}}], "@type": "Article"}}</script>'
    )
    done = embed(page.encode(codec), DATA, merging=True)
    assert page.replace('{"a"', f'{{"@id": "{OURS}", "a"') in done.page.decode(codec)
