"""Cycles, quotations, statements, parts both ways: what is a finding and, as much, what is none."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from kgexport.validate.facts import Facts
from kgexport.validate.profile.structure import both_ways, cycle, quotation_text, statement_holds
from kgexport.validate.rule import whole_example


def _facts(turtle: str) -> Facts:
    return Facts(quad.triple for quad in parse(whole_example(turtle), format=RdfFormat.TURTLE))


def _places(*edges: str) -> Facts:
    return _facts("\n".join(f":{edge[0]} schema:containedInPlace :{edge[1]} ." for edge in edges))


@pytest.mark.parametrize(
    ("edges", "circles"),
    [
        (["ab", "bc", "ac"], []),
        (["aa"], ["#a → #a"]),
        (["ab", "bc", "ca"], ["#a → #b → #c → #a"]),
        (["ca", "ab", "bc", "xa", "cy"], ["#a → #b → #c → #a"]),
        (["ab", "ba", "cd", "dc"], ["#a → #b → #a", "#c → #d → #c"]),
        (["ab", "ba", "ac", "cc"], ["#a → #b → #a", "#c → #c"]),
        (["za", "ab", "bz", "by", "yb"], ["#b → #y → #b"]),
    ],
)
def test_each_circle_is_one_finding_that_names_its_members(edges: list[str], circles: list[str]) -> None:
    found = list(cycle(_places(*edges)))
    assert [each.message.split(": ")[1].split(". ")[0] for each in found] == circles


def test_a_circle_may_be_said_from_both_ends() -> None:
    (found,) = cycle(_facts(":fair schema:subEvent :toast . :fair schema:superEvent :toast ."))
    assert found.property == "schema:superEvent"
    assert "#fair → #toast → #fair" in found.message


def test_of_a_long_circle_some_members_are_named_and_the_others_counted() -> None:
    lines = (f":p{number} schema:containedInPlace :p{(number + 1) % 5000} ." for number in range(5000))
    (found,) = cycle(_facts("\n".join(lines)))
    assert "(4994 more)" in found.message
    assert len(found.message) < 200


def test_a_deep_tree_has_no_circle() -> None:
    assert list(cycle(_facts("\n".join(f":p{n} schema:containedInPlace :p{n + 1} ." for n in range(20_000))))) == []


def _quoted(text: str, body: str, headline: str = "News") -> list[str]:
    facts = _facts(
        f""":article a schema:NewsArticle ; schema:headline "{headline}" ; schema:articleBody '''{body}''' .
        :quote a schema:Quotation ; schema:text '''{text}''' ; schema:isPartOf :article ."""
    )
    return [each.shape or each.message for each in quotation_text(facts)]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("It is old", "Holm said: “It is old.”"),
        ("It is\nold", "Holm said: “It  is old.”"),
        ('It\'s "new"', "Holm said: “It’s ‘new’.”"),
        ("It is old. It will sink.", "“It is old.” That is what Holm said. “It will sink.”"),
        ("It is old, and it will sink", "“It is old,” he said, “and it will sink”."),
        ("It is old. It will sink.", "“It is old.\n\n“It will sink.”"),
        ("one, two, three", "“one,” he said, “two,” he said, “three”"),
    ],
)
def test_a_quotation_may_be_set_otherwise_and_come_in_pieces(text: str, body: str) -> None:
    assert _quoted(text, body) == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("It is new", "Holm said: “It is old.”"),
        ("It old", "Holm said: “It is old.”"),
        ("it is old", "Holm said: “It is old.”"),
        ("It is old. It will sink.", "“It will sink. It is old.”"),
        ("It is old Holm told us. It will sink.", "“It is old,” Holm told us all. “It will sink.”"),
        ("It is old. It will sink.", "“It is old.” " + "And so on. " * 60 + "“It will sink.”"),
    ],
)
def test_other_words_and_another_order_are_found(text: str, body: str) -> None:
    assert len(_quoted(text, body)) == 1


def test_a_quotation_may_stand_in_the_headline() -> None:
    assert _quoted("a strong ship", "Norway gets one.", "Holm praises ‘a strong ship’") == []


def test_without_a_body_and_in_another_article_nothing_is_judged() -> None:
    quotation = ':quote a schema:Quotation ; schema:text "new" ; schema:isPartOf :article .'
    other = 'ex:b a schema:NewsArticle ; schema:articleBody "old" .'
    assert list(quotation_text(_facts(quotation + ':article schema:headline "old" .'))) == []
    assert list(quotation_text(_facts(quotation + other))) == []


def test_a_quotation_in_a_claim_is_looked_for_in_its_article() -> None:
    graph = """:quote a schema:Quotation ; schema:text "new" ; schema:isPartOf :claim .
        :claim a schema:Claim ; schema:appearance :article . :article schema:articleBody "old" ."""
    assert len(list(quotation_text(_facts(graph)))) == 1


def test_a_broken_statement_is_left_to_its_shape() -> None:
    whole = ":s rdf:subject :a ; rdf:predicate schema:spouse ; rdf:object :b ."
    assert len(list(statement_holds(_facts(whole)))) == 1
    assert list(statement_holds(_facts(whole + ":a schema:spouse :b ."))) == []
    for broken in (whole + ":s rdf:object :c .", ":s rdf:predicate schema:spouse .", whole + ":s rdf:predicate :x ."):
        assert list(statement_holds(_facts(broken))) == []


def test_other_works_need_not_lead_back() -> None:
    assert list(both_ways(_facts(":album a schema:MusicAlbum ; schema:hasPart :song . :song a schema:Movie ."))) == []
    assert len(list(both_ways(_facts(":a schema:hasPart :q . :q a schema:Quotation .")))) == 1
