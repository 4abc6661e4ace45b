"""The index: the latest first, searchable, with what the articles share, and links that fit the pages."""

from __future__ import annotations

from dataclasses import replace

from kgexport.model import TimeValue
from kgexport.view import Entry, entry_of, index_page
from tests.support.articles import sample_annotations
from tests.unit.view.made import CONFORMS, graph_of, page_of, tree_of


def _entry(file: str, published: str | None = None) -> Entry:
    stated = {"published": TimeValue.parse(published)} if published else {}
    notes = sample_annotations(url=f"https://n.example/{file}", **stated)
    return entry_of(file, notes.article, graph_of(notes), CONFORMS)


def test_the_latest_comes_first_and_undated_ones_last() -> None:
    tree = tree_of(index_page([_entry("a.html"), _entry("b.html", "2024-01-02"), _entry("c.html", "2024-10-10")]))
    assert tree.xpath("//ul[@class='articles']/li/h3/a/@href") == ["c.html", "b.html", "a.html"]
    dates = [item.text for item in tree.xpath("//ul[@class='articles']/li/p[1]/span[1]")]
    assert dates == ["10 October 2024", "2 January 2024", "no date given"]
    assert tree.xpath("//h1")[0].text == "3 articles"


def test_counts_and_names_to_search_for() -> None:
    (article,) = tree_of(index_page([_entry("a.html")])).xpath("//ul[@class='articles']/li")
    assert {"4 entities", "1 event", "0 statements"} <= {span.text for span in article.xpath("./p[1]/span")}
    assert "ada berg" in article.get("data-words")


def test_entities_of_two_articles_are_shared_and_lead_to_their_place_on_each_page() -> None:
    tree = tree_of(index_page([_entry("a.html"), _entry("b.html")]))
    assert [name.text for name in tree.xpath("//dl[@class='shared']//dt/bdi")] == ["Norland"]
    assert tree.xpath("//dl[@class='shared']//a/@href") == ["a.html#thing-Q1", "b.html#thing-Q1"]
    assert tree_of(page_of(sample_annotations())).get_element_by_id("thing-Q1") is not None


def test_two_unlinked_things_of_one_name_are_not_taken_for_one() -> None:
    names = tree_of(index_page([_entry("a.html"), _entry("b.html")])).xpath("//dl[@class='shared']//dt/bdi")
    assert "Ada Berg" not in [name.text for name in names]


def test_hostile_file_names_and_headlines_stay_what_they_are() -> None:
    entry = replace(_entry("a.html"), file='a b?#"<x>.html', headline="</title><script>alert(1)</script>")
    tree = tree_of(index_page([entry]))
    assert tree.xpath("//h3/a/@href") == ["a%20b%3F%23%22%3Cx%3E.html"]
    assert tree.xpath("//h3/a")[0].text_content() == "</title><script>alert(1)</script>"
    assert len(tree.xpath("//script")) == 1


def test_an_index_of_nothing_is_a_page_too() -> None:
    assert "There is no article." in tree_of(index_page([])).text_content()
