from __future__ import annotations

from decimal import Decimal

import pytest

from kgexport.link import merge_entities
from kgexport.model import (
    Amount,
    Annotations,
    Article,
    Attribute,
    Block,
    BlockKind,
    Claim,
    Entity,
    Event,
    Funding,
    Identity,
    Measure,
    Mention,
    MentionKind,
    Quantity,
    Quotation,
    Relation,
    Role,
    RoleName,
    Span,
)

TEXT = "Turkey gave drones to Albania. Türkiye, the Republic of Turkey, said so. Turkish officials agreed."


def at(words: str, kind: MentionKind = MentionKind.NAME) -> Mention:
    begin = TEXT.index(words)
    return Mention(Span(begin, begin + len(words)), kind, "test")


def sample() -> Annotations:
    relation = at("said so", MentionKind.RELATION)
    value = at("drones", MentionKind.VALUE)
    return Annotations(
        article=Article(TEXT, (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),)),
        entities=(
            Entity("turkey", ("Country",), "Turkey", (at("Turkey"),)),
            Entity("albania", ("Country",), "Albania", (at("Albania"),)),
            Entity("t2", ("Country", "Organization"), "Türkiye", (at("Türkiye"),), ("Republic of Turkey",)),
            Entity(
                "t3", ("Country",), "Label", (at("Turkish", MentionKind.ADJECTIVE),), identity=Identity("Q43", (), "x")
            ),
        ),
        amounts=(Amount("money", value, "EUR", Decimal(1)),),
        quantities=(Quantity("metres", value, "m", value=Decimal(50)),),
        quotations=(Quotation("quote", (at("so"),), speaker="t2"),),
        claims=(Claim("claim", at("agreed"), "t3", "say", Span(0, 4)),),
        events=(
            Event(
                "gift",
                "give",
                "gift",
                Span(0, 30),
                (at("gave", MentionKind.TRIGGER),),
                (
                    Role(RoleName.AGENT, "turkey", at("Turkey")),
                    Role(RoleName.AGENT, "t2", at("Turkey")),
                    Role(RoleName.RECIPIENT, "albania", at("Albania")),
                    Role(RoleName.OBJECT, "t3", at("Turkish")),
                ),
            ),
        ),
        relations=(
            Relation("turkey", "memberOf", "albania", (relation,)),
            Relation("t2", "memberOf", "albania", (at("agreed", MentionKind.RELATION),)),
            Relation("turkey", "parentOrganization", "t3", (relation,)),
        ),
        attributes=(
            Attribute("t2", "description", "a state", (relation,)),
            Attribute("t3", "description", "a state", (relation,)),
        ),
        measures=(Measure("t3", "height", "metres"),),
        fundings=(Funding("grant", "money", "t2", (relation,), funder="t3"),),
    )


def test_every_layer_follows() -> None:
    merged = merge_entities(sample(), [["t3", "turkey"], ["t2", "t3"]])
    assert [entity.key for entity in merged.entities] == ["turkey", "albania"]
    assert merged.quotations[0].speaker == "turkey"
    assert merged.claims[0].speaker == "turkey"
    assert merged.measures[0].subject == "turkey"
    assert (merged.fundings[0].funded, merged.fundings[0].funder) == ("turkey", "turkey")
    assert [(role.name, role.filler) for role in merged.events[0].roles] == [
        (RoleName.AGENT, "turkey"),
        (RoleName.RECIPIENT, "albania"),
        (RoleName.OBJECT, "turkey"),
    ]
    assert not {"t2", "t3"} & set(merged._references())


def test_what_says_the_same_becomes_one_and_reflexive_relations_go() -> None:
    merged = merge_entities(sample(), [["turkey", "t2", "t3"]])
    assert [(r.subject, r.predicate, r.object, len(r.mentions)) for r in merged.relations] == [
        ("turkey", "memberOf", "albania", 2)
    ]
    assert [(a.subject, a.value, len(a.mentions)) for a in merged.attributes] == [("turkey", "a state", 1)]


def test_names_mentions_types_and_identity_are_put_together() -> None:
    turkey = merge_entities(sample(), [["turkey", "t2", "t3"]]).entity("turkey")
    assert turkey.name == "Türkiye"
    assert turkey.alternate_names == ("Turkey", "Republic of Turkey")
    assert turkey.types == ("Country", "Organization")
    assert turkey.identity is not None
    assert len(turkey.mentions) == 3
    assert list(turkey.mentions) == sorted(turkey.mentions)


def test_an_acronym_is_not_the_fullest_name() -> None:
    article = sample().article
    entities = (
        Entity("a", ("Country",), "U.S.", (at("Turkey"),)),
        Entity("b", ("Country",), "United States", (at("Turkish", MentionKind.ADJECTIVE),)),
    )
    merged = merge_entities(Annotations(article, entities=entities), [["a", "b"]])
    assert (merged.entities[0].name, merged.entities[0].alternate_names) == ("United States", ("U.S.",))


def test_nothing_to_merge_is_the_same() -> None:
    annotations = sample()
    assert merge_entities(annotations, []) is annotations
    assert merge_entities(annotations, [["turkey"], ["turkey", "turkey"]]) is annotations


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        merge_entities(sample(), [["turkey", "nobody"]])
