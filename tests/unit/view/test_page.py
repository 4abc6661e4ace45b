"""A page is one sealed file: nothing loads, nothing foreign runs, every link leads somewhere, text stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape

import pytest

from kgexport.export import export_graph
from kgexport.model import Annotations, Modality, Polarity, Status
from kgexport.validate import Report, Verdict
from kgexport.validate.report import violation
from kgexport.view import view_page
from tests.support.articles import BODY, HEADLINE, SENDING, sample_annotations
from tests.unit.view.made import CONFORMS, graph_of, hostile, page_of, sample_page, tree_of, with_sentences

ATTACKS = (
    "</script><script>window.canary=1</script>",
    "</style><style>*{display:none}",
    "</title><b>",
    "<!-- ",
    "]]>",
    "--!> <",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "{{ 7 * 7 }} {% raw %} {# #}",
    "\u2028\u2029",
    "javascript:alert(1)",
)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_the_one_style_and_the_one_script() -> None:
    page = sample_page().decode()
    tree = tree_of(sample_page())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = re.findall(r"<style>(.*?)</style>", page, re.S)
    script = re.findall(r"<script>(.*?)</script>", page, re.S)
    assert (len(style), len(script)) == (1, 1)
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src {_hash(style[0])};" in policy
    assert f"script-src {_hash(script[0])};" in policy


def test_nothing_is_loaded_and_nothing_is_inline() -> None:
    tree = tree_of(sample_page())
    assert tree.xpath("//@src | //@srcset | //@style | //@action | //iframe | //object | //embed | //base") == []
    assert tree.xpath("//link/@href") == ["data:,"]
    assert [name for element in tree.iter() for name in element.attrib if name.startswith("on")] == []
    assert "@import" not in tree.xpath("//style")[0].text
    assert "url(" not in tree.xpath("//style")[0].text


def test_ids_are_unique_and_every_link_inside_leads_somewhere() -> None:
    tree = tree_of(sample_page())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    named = [*tree.xpath("//@aria-labelledby"), *tree.xpath("//@aria-describedby"), *tree.xpath("//@data-node")]
    inner = {href[1:] for href in tree.xpath("//@href") if href.startswith("#")}
    assert len(inner) > 10
    assert sorted((inner | set(named)) - set(ids)) == []


def test_links_to_the_outside_are_web_addresses_that_say_nothing_of_the_reader() -> None:
    outside = [link for link in tree_of(sample_page()).xpath("//a[@href]") if not link.get("href").startswith("#")]
    assert [link.get("href") for link in outside] == ["http://www.wikidata.org/entity/Q1"]
    assert {link.get("rel") for link in outside} == {"noreferrer noopener"}


def test_the_article_reads_as_it_was() -> None:
    tree = tree_of(sample_page())
    assert tree.xpath("//h1")[0].text_content() == HEADLINE
    assert tree.xpath("//div[@class='text']/p")[0].text_content() == BODY


def test_a_mention_links_to_its_thing_with_its_kind() -> None:
    links = tree_of(sample_page()).xpath("//div[@class='text']//a")
    found = {(link.text, link.get("class"), link.get("href"), link.get("aria-describedby")) for link in links}
    assert ("Ada Berg", "m k-person", "#thing-entity-ada-berg", "kind-person") in found
    assert ("Norland", "m k-place", "#thing-Q1", "kind-place") in found
    assert ("will send", "m k-event", "#thing-event-norland-sends-boats-to-sudland", "kind-event") in found


def test_an_event_card_says_who_does_what_for_whom_and_how_surely() -> None:
    card = tree_of(sample_page()).get_element_by_id("thing-event-norland-sends-boats-to-sudland")
    rows = {row.findtext("dt"): " ".join(row.find("dd").text_content().split()) for row in card.xpath("./dl/div")}
    assert rows["Who"] == "Norland"
    assert rows["Whom or what"] == "boats"
    assert "Sudland" in (rows.get("To whom") or rows["Who takes part"])
    assert rows["When"] == "not said"
    assert rows["Status"] == "planned or possible, not done, told as a fact"
    assert [mark.text for mark in card.xpath(".//mark")] == ["sends", "will send"]
    assert card.xpath(".//blockquote")[1].text_content() == BODY


def test_what_is_denied_or_unsure_says_so_in_words() -> None:
    doubted = replace(SENDING, polarity=Polarity.NEGATIVE, modality=Modality.ALLEGED, status=Status.COMPLETED)
    tree = tree_of(page_of(with_sentences(sample_annotations().replacing(events=[doubted]))))
    badges = [
        badge.text for badge in tree.xpath("//article[contains(@class, 'k-event')]//span[contains(@class, 'badge')]")
    ]
    assert badges == ["did not happen (negated)", "alleged"]
    assert tree.xpath("//ol[@class='timeline']//span[@class='badge no']")[0].text == "negated"


def test_the_data_on_the_page_is_what_is_exported() -> None:
    notes = sample_annotations()
    graph = graph_of(notes)
    tree = tree_of(view_page(notes.article, notes, graph, CONFORMS))
    for name in ("turtle", "jsonld"):
        assert tree.get_element_by_id(name).text_content() == export_graph(graph, name).decode()


def test_every_triple_of_a_thing_is_in_its_table() -> None:
    rows = tree_of(sample_page()).xpath("//article[@id='thing-Q1']//tbody/tr")
    found = {row.findtext("th"): " ".join(row.find("td").text_content().split()) for row in rows}
    assert found == {
        "IRI": "e:Q1",
        "a": "Country, Organization",
        "schema:name": "Norland",
        "schema:identifier": "NL",
        "schema:sameAs": "wd:Q1",
    }


def test_an_author_is_named_but_is_no_entity_of_the_story() -> None:
    tree = tree_of(sample_page(authors=("Jo </b> Doe",), publisher="The Example"))
    assert "By Jo </b> Doe" in " ".join(tree.xpath("//header")[0].text_content().split())
    names = tree.xpath("//section[@id='entities']/div//h3/bdi/text()")
    assert sorted(names) == ["Ada Berg", "Norland", "Sudland", "boats"]
    assert {"Jo </b> Doe", "The Example"} <= set(tree.xpath("//details[@class='others']//h3/bdi/text()"))


def test_the_verdicts_are_shown_each_with_its_count() -> None:
    bad = violation("Norland", None, "schema:name", None, "A country has a <name>.")
    page = page_of(sample_annotations(), Report.of([bad], 5, (Verdict.PROFILE, Verdict.SPEC)))
    rows = [
        [cell.text_content() for cell in row] for row in tree_of(page).xpath("//div[@aria-label='Verdicts']//tbody/tr")
    ]
    assert [row[1:] for row in rows] == [["✗ does not conform", "1", "0"], ["✓ conforms", "0", "0"]]
    assert "The graph does not conform" in tree_of(page).xpath("//header")[0].text_content()
    assert (
        tree_of(page).xpath("//div[@aria-label='Findings']//tbody/tr/td[5]")[0].text_content()
        == "A country has a <name>."
    )


def test_the_same_article_gives_the_same_page() -> None:
    assert sample_page() == sample_page()


def test_landmarks_and_headings_are_there_for_those_who_hear_the_page() -> None:
    tree = tree_of(sample_page(language="en-gb"))
    assert tree.get("lang") == "en-gb"
    assert [len(tree.xpath(f"//{name}")) for name in ("header", "nav", "main", "h1", "dialog")] == [1] * 5
    assert tree.xpath("//a[@class='skip']/@href") == ["#main"]
    assert [s.get("aria-labelledby") for s in tree.xpath("//main/section")] == [
        f"{name}-title" for name in ("article", "events", "statements", "amounts", "graph", "map", "entities", "data")
    ]


def test_a_language_that_is_none_does_not_reach_the_page() -> None:
    assert tree_of(sample_page(language='"><script>')).get("lang") == "en"


def test_an_article_in_which_nothing_was_found_has_a_page_that_says_so() -> None:
    text = " ".join(tree_of(page_of(Annotations(sample_annotations().article))).text_content().split())
    for words in ("No event was found.", "There is no tie between two things to draw.", "so there is no map"):
        assert words in text


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_stays_text(attack: str) -> None:
    notes = hostile(attack)
    tree = tree_of(page_of(notes))
    assert tree.xpath("//h1")[0].text_content() == f"{attack} head"
    assert tree.xpath("//div[@class='text']/p")[0].text_content() == notes.article.body
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == len(tree.xpath("//title")) == 1
    assert tree.xpath("//img | //b | //@onerror | //@onmouseover | //comment()") == []
    assert [href for href in tree.xpath("//@href") if not href.startswith(("#", "data:,"))] == []


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200f"])
def test_signs_that_turn_the_writing_stay_inside_their_element(hidden: str) -> None:
    tree = tree_of(page_of(hostile(hidden)))
    assert hidden not in tree.xpath("//title")[0].text
    assert not [value for element in tree.xpath("//body//*") for value in element.attrib.values() if hidden in value]
    holders = {element.tag for element in tree.xpath("//body//*") if hidden in (element.text or "")}
    assert holders <= {
        "h1",
        "a",
        "p",
        "bdi",
        "blockquote",
        "code",
        "q",
    }  # each isolates, by itself or by the style sheet


def test_controls_and_half_characters_do_not_break_the_page() -> None:
    page = page_of(hostile("a\x07b\x0cc\x85d")).decode("utf-8")
    shown = re.sub(r'<pre id="(turtle|jsonld)".*?</pre>', "", page, flags=re.DOTALL)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", page)
    assert "a␇b␌c\ufffdd" in shown


def test_what_is_to_be_copied_is_what_the_export_has() -> None:
    notes = hostile("a\x07b\x0cc\x85d\ufffe</code>")
    graph, page = graph_of(notes), page_of(notes).decode("utf-8")
    for form in ("turtle", "jsonld"):
        (code,) = re.findall(f'<pre id="{form}"[^>]*><code>(.*?)</code>', page, re.DOTALL)
        assert unescape(code) == export_graph(graph, form).decode("utf-8")
