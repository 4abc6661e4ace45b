from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kgexport.errors import InputError
from kgexport.graph import ArticleGraph
from kgexport.mapping import map_article
from kgexport.mapping.classes import DOMAIN_AND_RANGE, families
from kgexport.mapping.terms import number
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
    Measure,
    Mention,
    MentionKind,
    Metadata,
    Polarity,
    Quantity,
    Quotation,
    Relation,
    Role,
    RoleName,
    Span,
    TimeExpression,
    TimeValue,
)
from kgexport.vocabulary import KGX, NIF, PROV, RDF, SCHEMA, Namespace
from tests.support.articles import BODY, SENDING, TEXT, mention, sample_annotations, span_of

URL = "https://news.example/boats"
BASE = "https://kgexport.example/"


def node(name: str) -> NamedNode:
    return NamedNode(f"{URL}#{name}")


def graph_of(notes: Annotations, **settings: object) -> ArticleGraph:
    return map_article(notes, **settings)  # type: ignore[arg-type]


def values(graph: ArticleGraph, subject: NamedNode, name: str, namespace: Namespace = SCHEMA) -> list[str]:
    predicate = namespace[name]
    triples = (*graph.knowledge, *graph.evidence)
    return [value_of(t) for t in triples if t.subject == subject and t.predicate == predicate]


def value_of(triple: Triple) -> str:
    assert isinstance(triple.object, NamedNode | Literal)
    return triple.object.value


def types(graph: ArticleGraph, subject: NamedNode) -> set[str]:
    return {value.removeprefix(SCHEMA.iri) for value in values(graph, subject, "type", RDF)}


@pytest.fixture
def notes() -> Annotations:
    return sample_annotations(url=URL)


class TestArticle:
    def test_says_what_the_source_says(self, notes: Annotations) -> None:
        stated = notes.article.with_metadata(
            published=TimeValue.parse("2024-10"),
            authors=("Jo Doe", "Wire Staff"),
            publisher="The Wire",
            section="World",
        )
        graph = graph_of(dataclasses.replace(notes, article=stated))
        article = node("article")
        assert types(graph, article) == {"NewsArticle"}
        assert values(graph, article, "headline") == ["Norland sends boats to Sudland"]
        assert values(graph, article, "datePublished") == ["2024-10"]
        assert values(graph, article, "articleSection") == ["World"]
        assert values(graph, article, "wordCount") == ["13"]
        assert values(graph, article, "url") == [URL]
        assert types(graph, node("author-jo-doe")) == {"Person"}
        assert types(graph, node("author-wire-staff")) == {"Organization"}
        assert values(graph, node("publisher-the-wire"), "name") == ["The Wire"]

    def test_without_body_the_knowledge_lacks_the_text_and_the_evidence_keeps_it(self, notes: Annotations) -> None:
        graph = graph_of(notes, body=False)
        assert values(graph, node("article"), "articleBody") == []
        assert values(graph, node("text"), "isString", NIF) == [TEXT]
        assert values(graph_of(notes), node("article"), "articleBody") == [notes.article.body]

    def test_texts_that_were_wrapped_over_lines_are_one_line_a_paragraph(self) -> None:
        lines = ("A storm hit", "the coast", "", "It was big", " and long.", "Nobody died.")
        text = "\n".join(lines)
        spans = (Span(0, 21), Span(23, 44), Span(45, 57))
        kinds = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
        article = Article(text, tuple(map(Block, spans, kinds)), Metadata(url=URL))
        graph = graph_of(Annotations(article))
        assert values(graph, node("article"), "headline") == ["A storm hit the coast"]
        assert values(graph, node("article"), "articleBody") == ["It was big and long.\nNobody died."]
        assert values(graph, node("text"), "isString", NIF) == [text]

    def test_is_about_the_headline_and_the_main_event(self, notes: Annotations) -> None:
        about = values(graph_of(notes), node("article"), "about")
        assert node("event-norland-sends-boats-to-sudland").value in about
        assert f"{BASE}entity/Q1" in about
        assert node("entity-ada-berg").value not in about

    def test_mentions_every_entity_and_event(self, notes: Annotations) -> None:
        graph = graph_of(notes)
        mentioned = set(values(graph, node("article"), "mentions"))
        assert len(mentioned) == len(notes.entities) + len(notes.events)

    def test_is_based_on_its_source(self, notes: Annotations) -> None:
        stated = notes.article.with_metadata(source_name="www.wire.example", source_url="https://www.wire.example/")
        graph = graph_of(dataclasses.replace(notes, article=stated))
        site = node("source-www-wire-example")
        assert values(graph, node("article"), "isBasedOn") == [site.value]
        assert types(graph, site) == {"WebSite"}
        assert values(graph, site, "url") == ["https://www.wire.example/"]

    def test_a_base_that_is_no_iri_is_refused(self, notes: Annotations) -> None:
        with pytest.raises(InputError, match="absolute"):
            graph_of(notes, base="here")


class TestEntities:
    def test_a_linked_entity_has_the_same_iri_in_every_article(self, notes: Annotations) -> None:
        graph = graph_of(notes, base="https://kg.example/x")
        norland = NamedNode("https://kg.example/x/entity/Q1")
        assert values(graph, norland, "name") == ["Norland"]
        assert values(graph, norland, "sameAs") == ["http://www.wikidata.org/entity/Q1"]
        assert values(graph, norland, "identifier") == ["NL"]

    def test_an_unlinked_entity_stays_in_its_article(self, notes: Annotations) -> None:
        graph = graph_of(notes)
        assert values(graph, node("entity-ada-berg"), "alternateName") == ["Minister Ada Berg"]
        assert values(graph, node("entity-ada-berg"), "sameAs") == []

    def test_a_country_that_acts_is_an_organization_too(self, notes: Annotations) -> None:
        assert types(graph_of(notes), NamedNode(f"{BASE}entity/Q1")) == {"Country", "Organization"}
        assert types(graph_of(notes.replacing(events=[])), NamedNode(f"{BASE}entity/Q1")) == {"Country"}

    def test_attributes_and_relations_carry_their_words(self, notes: Annotations) -> None:
        words = (mention("Minister", MentionKind.RELATION),)
        said = notes.adding(
            attributes=[Attribute("berg", "jobTitle", "Minister", words)],
            relations=[Relation("berg", "worksFor", "norland", words)],
        )
        graph = graph_of(said)
        assert values(graph, node("entity-ada-berg"), "jobTitle") == ["Minister"]
        assert values(graph, node("entity-ada-berg"), "worksFor") == [f"{BASE}entity/Q1"]
        statement = next(t.subject for t in graph.evidence if t.object == SCHEMA["worksFor"])
        assert isinstance(statement, NamedNode)
        place = span_of("Minister")
        assert values(graph, statement, "wasDerivedFrom", PROV) == [node(f"char={place.begin},{place.end}").value]

    @pytest.mark.parametrize("predicate", ["containedInPlace", "spouse", "parentOrganization"])
    def test_a_relation_outside_of_its_domain_is_not_written(self, notes: Annotations, predicate: str) -> None:
        said = notes.adding(relations=[Relation("boats", predicate, "berg", (mention("boats"),))])
        assert values(graph_of(said), node("entity-boats"), predicate) == []

    def test_people_without_a_name_are_a_group_that_schema_org_lets_act(self, notes: Annotations) -> None:
        boats = mention("ten boats", MentionKind.NOMINAL)
        crew = Entity("crew", ("Organization", "Group"), "ten boats", (boats,))
        graph = graph_of(notes.adding(entities=[crew]))
        assert set(values(graph, node("entity-ten-boats"), "type", RDF)) == {
            SCHEMA["Organization"].value,
            KGX["Group"].value,
        }
        place = node(f"char={boats.span.begin},{boats.span.end}")
        assert values(graph, place, "mentionKind", KGX) == ["nominal"]

    @pytest.mark.parametrize("line", ["It rained.", "Nobody came to the quay."])
    def test_entities_of_one_name_keep_their_iris_when_other_lines_change(self, line: str) -> None:
        assert len(_two_groups("")) == 2
        assert _two_groups(line) == _two_groups("")

    def test_measures_become_properties(self, notes: Annotations) -> None:
        ten = Quantity("ten", mention("ten", MentionKind.VALUE), "boats", value=Decimal("10.0"))
        said = notes.adding(quantities=[ten], measures=[Measure("sudland", "fleet", "ten")])
        graph = graph_of(said)
        (found,) = values(graph, node("entity-sudland"), "additionalProperty")
        assert types(graph, NamedNode(found)) == {"PropertyValue"}
        assert values(graph, NamedNode(found), "value") == ["10"]


class TestEvents:
    event = node("event-norland-sends-boats-to-sudland")

    def test_says_who_did_what_to_whom(self, notes: Annotations) -> None:
        graph = graph_of(notes)
        assert "Event" in types(graph, self.event)
        assert values(graph, self.event, "agent") == [f"{BASE}entity/Q1"]
        assert values(graph, self.event, "object") == [node("entity-boats").value]
        assert values(graph, self.event, "actionStatus") == [SCHEMA["PotentialActionStatus"].value]
        assert values(graph, self.event, "polarity", KGX) == ["positive"]
        assert values(graph, self.event, "description") == [notes.article.body]

    def test_its_mentions_are_its_triggers(self, notes: Annotations) -> None:
        anchors = {span_of("sends"), span_of("will send")}
        expected = {node(f"char={span.begin},{span.end}").value for span in anchors}
        assert set(values(graph_of(notes), self.event, "wasDerivedFrom", PROV)) == expected

    def test_recipient_stays_in_its_domain(self, notes: Annotations) -> None:
        visit = dataclasses.replace(SENDING, type="visit")
        graph = graph_of(notes.replacing(events=[visit]))
        assert values(graph, self.event, "recipient") == []
        assert values(graph, self.event, "participant") == [node("entity-sudland").value]

    def test_only_a_place_is_a_location(self, notes: Annotations) -> None:
        roles = (
            Role(RoleName.LOCATION, "berg", mention("Ada Berg")),
            Role(RoleName.LOCATION, "sudland", mention("Sudland")),
        )
        graph = graph_of(notes.replacing(events=[dataclasses.replace(SENDING, roles=roles)]))
        assert values(graph, self.event, "location") == [node("entity-sudland").value]

    def test_what_it_is_part_of_is_carried_by_the_nearest_words_of_both(self, notes: Annotations) -> None:
        words_of_it = (mention("Friday", MentionKind.TRIGGER),)
        whole = dataclasses.replace(SENDING, key="whole", name="Aid", mentions=words_of_it)
        part = dataclasses.replace(SENDING, super_event="whole")
        graph = graph_of(notes.replacing(events=[part, whole]))
        assert values(graph, self.event, "superEvent") == [node("event-aid").value]
        [statement] = [t.subject for t in graph.evidence if t.object == SCHEMA["superEvent"]]
        assert isinstance(statement, NamedNode)
        words = {span_of("Friday"), span_of("will send")}
        expected = {node(f"char={span.begin},{span.end}").value for span in words}
        assert set(values(graph, statement, "wasDerivedFrom", PROV)) == expected

    def test_a_date_keeps_its_precision_and_its_words(self, notes: Annotations) -> None:
        friday = TimeExpression("t", mention("Friday", MentionKind.TIME), TimeValue.year(2022))
        event = dataclasses.replace(SENDING, start=TimeValue.year(2022), times=("t",))
        graph = graph_of(notes.replacing(events=[event], times=[friday]))
        start = next(t.object for t in graph.knowledge if t.predicate == SCHEMA["startDate"])
        assert str(start) == '"2022"^^<http://www.w3.org/2001/XMLSchema#gYear>'
        place = span_of("Friday")
        assert values(graph, node(f"char={place.begin},{place.end}"), "timeValue", KGX) == ["2022"]


class TestSpeechAndValues:
    def test_quotation_and_claim(self, notes: Annotations) -> None:
        words = mention("Norland will send ten boats to Sudland", MentionKind.STATEMENT)
        claim = Claim("c", words, "berg", "say", span_of("said"), Polarity.POSITIVE)
        quote = Quotation("q", (mention("ten boats", MentionKind.QUOTE),), "berg", span_of("said"), claim="c")
        event = dataclasses.replace(SENDING, claims=("c",), mentions=(mention("will send", MentionKind.TRIGGER),))
        graph = graph_of(notes.replacing(quotations=[quote], claims=[claim], events=[event]))
        said, quoted = node("claim-norland-will-send-ten-boats-to-sudland"), node("quote-ten-boats")
        assert values(graph, said, "author") == [node("entity-ada-berg").value]
        assert TestEvents.event.value in values(graph, said, "mentions")
        assert values(graph, TestEvents.event, "statedIn", KGX) == [said.value]
        assert values(graph, quoted, "spokenByCharacter") == values(graph, quoted, "creator")
        assert set(values(graph, quoted, "isPartOf")) == {node("article").value, said.value}
        assert values(graph, node("article"), "hasPart") == [quoted.value]

    def test_what_is_said_comes_of_the_act_of_speech_and_hangs_on_the_words_of_telling(
        self, notes: Annotations
    ) -> None:
        words = mention("Norland will send ten boats to Sudland", MentionKind.STATEMENT)
        claim = Claim("c", words, "berg", "say", span_of("said"), Polarity.POSITIVE)
        quote = Quotation("q", (mention("ten boats", MentionKind.QUOTE),), "berg", span_of("said"))
        trigger = mention("said", MentionKind.TRIGGER)
        saying = Event("saying", "statement", "Ada Berg speaks", span_of(BODY), (trigger,), said=("c", "q"))
        graph = graph_of(notes.replacing(claims=[claim], quotations=[quote], events=[saying]))
        said, quoted = node("claim-norland-will-send-ten-boats-to-sudland"), node("quote-ten-boats")
        assert set(values(graph, node("event-ada-berg-speaks"), "result")) == {said.value, quoted.value}
        cue = node(f"char={trigger.span.begin},{trigger.span.end}")
        statements = [t.subject for t in graph.evidence if t.object == SCHEMA["result"]]
        assert len(statements) == 2
        for statement in statements:
            assert isinstance(statement, NamedNode)
            assert values(graph, statement, "wasDerivedFrom", PROV) == [cue.value]
        assert values(graph, cue, "mentionKind", KGX) == ["trigger"]

    def test_what_the_headline_tells_too_does_not_hang_on_the_speaker(self, notes: Annotations) -> None:
        words = mention("Norland will send ten boats to Sudland", MentionKind.STATEMENT)
        claim = Claim("c", words, "berg", "say", span_of("said"), Polarity.POSITIVE)
        event = dataclasses.replace(SENDING, claims=("c",))
        graph = graph_of(notes.replacing(claims=[claim], events=[event]))
        said = node("claim-norland-will-send-ten-boats-to-sudland")
        assert values(graph, TestEvents.event, "statedIn", KGX) == []
        assert TestEvents.event.value in values(graph, said, "mentions")

    def test_equal_amounts_are_one_node_with_all_its_mentions(self, notes: Annotations) -> None:
        amounts = [
            Amount(k, mention(w, MentionKind.VALUE), "EUR", minimum=Decimal(30)) for k, w in (("a", "ten"), ("b", "on"))
        ]
        graph = graph_of(notes.adding(amounts=amounts))
        amount = node("amount-eur-at-least-30")
        assert values(graph, amount, "minValue") == ["30"]
        assert values(graph, amount, "value") == []
        assert len(values(graph, amount, "wasDerivedFrom", PROV)) == 2

    def test_who_pays_for_what(self, notes: Annotations) -> None:
        amount = Amount("a", mention("ten", MentionKind.VALUE), "EUR", value=Decimal("0.50"))
        grant = Funding("f", "a", "sending", (mention("ten"),), funder="norland")
        graph = graph_of(notes.adding(amounts=[amount], fundings=[grant]))
        (found,) = values(graph, TestEvents.event, "funding")
        assert values(graph, NamedNode(found), "funder") == [f"{BASE}entity/Q1"]
        assert values(graph, node("amount-eur-0-50"), "value") == ["0.50"]

    def test_a_person_is_no_place_to_measure_and_a_place_is_not_funded(self, notes: Annotations) -> None:
        ten = Quantity("ten", mention("ten", MentionKind.VALUE), "boats", value=Decimal(10))
        amount = Amount("a", mention("on", MentionKind.VALUE), "EUR", value=Decimal(5))
        said = notes.adding(
            quantities=[ten],
            amounts=[amount],
            measures=[Measure("berg", "boats", "ten")],
            fundings=[Funding("f", "a", "sudland", (mention("on"),))],
        )
        graph = graph_of(said.replacing(events=[]))
        assert values(graph, node("entity-ada-berg"), "additionalProperty") == []
        assert values(graph, node("entity-sudland"), "funding") == []
        free = {node("amount-eur-5").value, node("quantity-10-boats").value}
        assert free <= set(values(graph, node("article"), "mentions"))

    @pytest.mark.parametrize(
        ("value", "lexical"), [("5E+6", "5000000"), ("0.50", "0.50"), ("3.0", "3"), ("1E-7", "0.0000001")]
    )
    def test_numbers_have_no_exponent(self, value: str, lexical: str) -> None:
        assert number(Decimal(value)).value == lexical


class TestGraph:
    def test_mentions_hold_their_words(self, notes: Annotations) -> None:
        graph = graph_of(notes)
        for triple in graph.evidence:
            if triple.predicate == NIF["anchorOf"]:
                assert isinstance(triple.subject, NamedNode)
                begin, end = (int(values(graph, triple.subject, name, NIF)[0]) for name in ("beginIndex", "endIndex"))
                assert Span(begin, end).of(TEXT) == value_of(triple)

    def test_no_triple_comes_twice_and_the_order_is_fixed(self, notes: Annotations) -> None:
        graph = graph_of(notes)
        assert list(graph.knowledge) == sorted(set(graph.knowledge), key=str)
        turned = dataclasses.replace(notes, entities=tuple(reversed(notes.entities)))
        assert graph_of(turned) == graph

    def test_every_local_reference_is_described(self, notes: Annotations) -> None:
        graph = graph_of(notes)
        subjects = {t.subject for t in (*graph.knowledge, *graph.evidence)}
        assert not {o.value for o in _local_objects(graph) if o not in subjects}

    def test_relations_name_properties_of_the_vocabulary(self) -> None:
        for name, (domain, span) in DOMAIN_AND_RANGE.items():
            assert SCHEMA[name]
            assert domain
            assert span
        assert families(["Nothing"]) == {"Thing"}


def _two_groups(line: str) -> set[str]:
    """The IRIs of two groups that are described alike, in an article with that line before each."""
    text = "\n".join(filter(None, ("Boats", line, "Two men sat.", line, "Two men left.")))
    entities = [
        Entity(str(i), ("Organization", "Group"), "two men", (Mention(Span(i, i + 7), MentionKind.NOMINAL, "t"),))
        for i in (text.index("Two men"), text.rindex("Two men"))
    ]
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), Metadata(url=URL))
    graph = graph_of(Annotations(article, entities=tuple(entities)))
    return {str(t.subject) for t in graph.knowledge if t.object == KGX["Group"]}


def _local_objects(graph: ArticleGraph) -> Iterator[NamedNode]:
    for triple in (*graph.knowledge, *graph.evidence):
        if isinstance(triple.object, NamedNode) and triple.object.value.startswith((URL + "#", BASE)):
            yield triple.object
