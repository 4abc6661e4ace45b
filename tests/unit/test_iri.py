from __future__ import annotations

import pytest

from kgexport.errors import InputError
from kgexport.iri import DEFAULT_BASE, Minter, as_iri, check_base, digest, slug
from kgexport.model import Span
from tests.support.articles import sample_article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recep Tayyip Erdoğan’s visit", "recep-tayyip-erdogans-visit"),
        ("São Tomé & Príncipe", "sao-tome-principe"),
        ("Łódź, Straße", "lodz-strasse"),
        ("  a  b ", "a-b"),
    ],
)
def test_slugs_are_ascii_words(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_text_without_latin_letters_still_has_a_slug() -> None:
    assert slug("北京") == digest("北京")
    assert slug("北京") != slug("上海")


def test_long_slugs_are_cut_at_a_word_and_stay_distinct() -> None:
    one, other = slug("word " * 40 + "a"), slug("word " * 40 + "b")
    assert one != other
    assert len(one) < 70


@pytest.mark.parametrize("base", ["", "example.org", "ftp://x.example/", "https://", "https:///a", "https://[x/"])
def test_a_base_is_an_absolute_http_iri(base: str) -> None:
    with pytest.raises(InputError, match="absolute"):
        check_base(base)


@pytest.mark.parametrize("rest", ["/?a", "/#a", "/#", "?", " y/"])
def test_a_base_has_neither_query_nor_fragment_nor_a_broken_host(rest: str) -> None:
    with pytest.raises(InputError, match="absolute"):
        check_base(f"https://x.example{rest}")


def test_a_base_ends_with_a_slash() -> None:
    assert check_base("https://x.example/kg") == "https://x.example/kg/"


@pytest.mark.parametrize(
    "url", ["https://x.example/a b", "https://x.example/<a>", 'https://x.example/"', "https://x.example/\\"]
)
def test_what_no_iri_may_contain_is_encoded(url: str) -> None:
    assert not set(' <>"\\') & set(as_iri(url).value)


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://x.example/100%/%zz%41", "https://x.example/100%25/%25zz%41"),
        (" https://é.example/日本 ", "https://é.example/日本"),
    ],
)
def test_a_stray_percent_sign_is_encoded_and_letters_stay(url: str, iri: str) -> None:
    assert as_iri(url).value == iri


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InputError, match="no absolute URL"):
        as_iri("https://x.example/\ud83d")


def test_a_relative_reference_is_no_iri() -> None:
    with pytest.raises(InputError, match="no absolute URL"):
        as_iri("story.html")


def test_the_document_is_the_canonical_url_without_fragment() -> None:
    minter = Minter(sample_article(url="https://news.example/a?b=1#top"))
    assert minter.document.value == "https://news.example/a?b=1"
    assert minter.mention(Span(3, 8)).value == "https://news.example/a?b=1#char=3,8"


def test_without_a_url_the_document_is_named_by_its_text() -> None:
    first, second = Minter(sample_article()), Minter(sample_article())
    assert first.document == second.document
    assert first.document.value.startswith(f"{DEFAULT_BASE}article/norland-sends-boats-to-sudland-")


def test_names_of_things_do_not_depend_on_their_neighbours() -> None:
    minter = Minter(sample_article())
    alone = minter.named("event", [("a", "X visits Y", "one")])
    among = minter.named("event", [("b", "Z visits Y", "two"), ("a", "X visits Y", "one")])
    assert alone["a"] == among["a"]


def test_things_of_one_name_stay_apart_by_their_content() -> None:
    minter = Minter(sample_article())
    pair = [("a", "attack", "first sentence"), ("b", "attack", "second sentence")]
    named = minter.named("event", pair)
    assert len(set(named.values())) == 2
    assert minter.named("event", reversed(pair)) == named


def test_even_twins_get_two_iris() -> None:
    named = Minter(sample_article()).named("event", [("a", "attack", "same"), ("b", "attack", "same")])
    assert len(set(named.values())) == 2
