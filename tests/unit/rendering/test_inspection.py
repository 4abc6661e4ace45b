"""What `kgexport inspect` shows of entities and relations: the words in their text, type, link, and the rule."""

from __future__ import annotations

from decimal import Decimal

from kgexport.model import (
    Annotations,
    Article,
    Attribute,
    Block,
    BlockKind,
    Entity,
    Identity,
    Measure,
    Mention,
    MentionKind,
    Quantity,
    Relation,
    Span,
)
from kgexport.rendering.inspection import as_data, as_text

TEXT = "A headline here\nOn Monday the architect Ada Berg of Velkara opened the Oran Dam, which is 95 metres tall."


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _notes() -> Annotations:
    line = TEXT.index("\n")
    blocks = (Block(Span(0, line), BlockKind.HEADLINE), Block(Span(line + 1, len(TEXT)), BlockKind.PARAGRAPH))
    identity = Identity("Q1", ("http://www.wikidata.org/entity/Q1",), "authority", 0.93)
    named = {
        key: Mention(_span(name), MentionKind.NAME, "entities/x", 0.75)
        for key, name in (("ada", "Ada Berg"), ("velkara", "Velkara"), ("dam", "Oran Dam"))
    }
    said = Mention(_span("Ada Berg of Velkara"), MentionKind.RELATION, "relations/of-body", 0.7)
    job = Mention(_span("architect"), MentionKind.RELATION, "relations/office", 0.9)
    height = Quantity("q", Mention(_span("95 metres"), MentionKind.VALUE, "quantities"), "m", "MTR", Decimal(95))
    return Annotations(
        Article(TEXT, blocks),
        entities=(
            Entity("ada", ("Person",), "Ada Berg", (named["ada"],), ("Berg",)),
            Entity("velkara", ("Organization",), "Velkara", (named["velkara"],), identity=identity),
            Entity("dam", ("CivicStructure",), "Oran Dam", (named["dam"],)),
        ),
        quantities=(height,),
        relations=(Relation("ada", "affiliation", "velkara", (said,)),),
        attributes=(Attribute("ada", "jobTitle", "architect", (job,)),),
        measures=(Measure("dam", "height", "q"),),
    )


def _lines() -> list[str]:
    return as_text(_notes()).splitlines()


def test_an_entity_has_its_type_link_and_rule() -> None:
    assert "  Ada Berg  [Person]  no identity  by entities/x (0.75)  also: Berg" in _lines()
    assert "  Velkara  [Organization]  Q1 (0.93, authority)  by entities/x (0.75)" in _lines()


def test_a_mention_stands_in_its_text() -> None:
    (line,) = [line for line in _lines() if "[Ada Berg]" in line and "name" in line]
    assert "the architect [Ada Berg] of Velkara opened the" in line
    assert line.endswith("name 0.75 by entities/x")


def test_the_text_around_ends_with_the_line() -> None:
    (line,) = [line for line in _lines() if "[95 metres]" in line and "value" in line and "tall" in line][:1]
    assert "[95 metres] tall." in line
    assert "headline" not in line


def test_relations_attributes_and_measures_say_how_they_were_read() -> None:
    shown = "\n".join(_lines())
    assert "Ada Berg — affiliation → Velkara" in shown
    assert "relation 0.70 by relations/of-body" in shown
    assert "Ada Berg — jobTitle → “architect”" in shown
    assert "Oran Dam — height → 95 m" in shown
    assert "relations (3)" in shown


def test_the_data_hold_every_layer() -> None:
    data = as_data(_notes())
    assert [relation["predicate"] for relation in data["relations"]] == ["affiliation"]
    assert data["entities"][1]["identity"]["id"] == "Q1"
    assert data["measures"][0]["name"] == "height"
