"""The scheme of event types and the tables of words: complete, agreeing with one another, and read as they say."""

from __future__ import annotations

from functools import cache

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kgexport import resources
from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.events import EventAnnotator
from kgexport.annotate.events.finding.other_acts import OTHER
from kgexport.annotate.events.lexicon import OPEN_CLASSES, lexicon
from kgexport.annotate.language import LanguageAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, Span
from kgexport.scheme import load_scheme
from kgexport.vocabulary import EVENT_TYPES_IRI, SCHEMA, SKOS, WIKIDATA_ENTITY_IRI

PLOVER = set(
    "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT INVESTIGATE DEMAND DISAPPROVE REJECT THREATEN "
    "PROTEST MOBILIZE SANCTION COERCE ASSAULT FIGHT".split()
)
MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/"
TOPICAL = set(
    "politics elections diplomacy sanctions conflict protest justice economy disaster accident health science culture "
    "sport".split()
)
"""The groups that IPTC Media Topics have too."""
SCHEME = load_scheme().types
TYPES = [name for name, said in sorted(SCHEME.items()) if said.broader]
OTHER_KINDS = {
    "place",
    "site",
    "org",
    "person",
    "actor",
    "animate",
    "thing",
    "product",
    "amount",
    "duration",
    "time",
    "team",
}
OTHER_KINDS |= {"building", "facility", "office-holder", *OPEN_CLASSES}


@cache
def read(sentence: str) -> Annotations:
    """The events of one sentence."""
    article = Article(sentence, (Block(Span(0, len(sentence)), BlockKind.PARAGRAPH),))
    so_far = EntityAnnotator().annotate(LanguageAnnotator().annotate(Annotations(article)))
    return EventAnnotator().annotate(so_far)


@cache
def facts() -> dict[str, dict[str, list[str]]]:
    """Local name of a concept -> property -> values, as the file says."""
    said: dict[str, dict[str, list[str]]] = {}
    for triple in parse(resources.path("ontology", "event-types.ttl").read_bytes(), format=RdfFormat.TURTLE):
        assert isinstance(triple.subject, NamedNode)
        assert isinstance(triple.object, NamedNode | Literal)
        properties = said.setdefault(triple.subject.value.removeprefix(EVENT_TYPES_IRI), {})
        properties.setdefault(triple.predicate.value, []).append(triple.object.value)
    return said


def test_there_are_enough_types_in_two_levels() -> None:
    groups = {name for name, said in SCHEME.items() if not said.broader}

    assert len(TYPES) >= 80
    assert {said.broader for said in SCHEME.values() if said.broader} == groups


def test_every_concept_is_described() -> None:
    for name in SCHEME:
        for needed in ("prefLabel", "definition", "inScheme"):
            assert len(facts()[name][SKOS[needed].value]) == 1, (name, needed)
    for name in TYPES:
        assert len(facts()[name][SKOS["example"].value]) == 1, name


@pytest.mark.parametrize("name", TYPES)
def test_a_type_names_an_action_of_schema_org_and_a_known_plover_type(name: str) -> None:
    found = SCHEME[name]

    assert found.action in SCHEMA
    assert found.action == "Action" or found.action.endswith("Action")
    assert len(found.plover) <= 1
    assert PLOVER.issuperset(found.plover)


def test_every_plover_type_is_matched() -> None:
    assert {name for said in SCHEME.values() for name in said.plover} == PLOVER


def test_every_type_has_words_and_every_word_a_type() -> None:
    words = lexicon()
    named = {pattern.type for table in (words.verbs, words.nouns) for same in table.values() for pattern in same}

    assert named | {OTHER} == set(TYPES)  # what has words of its own has a finer type


def test_there_are_enough_words() -> None:
    words = lexicon()

    assert len(words.verbs) + len(words.nouns) >= 600


def test_constraints_name_classes_that_exist() -> None:
    words = lexicon()
    for table in (words.verbs, words.nouns):
        for same in table.values():
            for pattern in same:
                for need in pattern.needs:
                    unknown = set(need.classes) - set(words.classes) - OTHER_KINDS
                    assert not unknown, (pattern.words, unknown)


@pytest.mark.parametrize("name", TYPES)
def test_the_example_of_a_type_is_read_as_it(name: str) -> None:
    assert name in [event.type for event in read(facts()[name][SKOS["example"].value][0]).events]


def _sourced_matches() -> dict[str, str]:
    rows = resources.path("ontology", "event-type-matches.tsv").read_text(encoding="utf-8").splitlines()
    named = dict(row.split("\t")[:2] for row in rows if not row.startswith("#"))
    spaces = {"wd": WIKIDATA_ENTITY_IRI, "medtop": MEDIA_TOPICS}
    return {spaces[key.split(":")[0]] + key.split(":")[1]: label for key, label in named.items()}


def _matches(name: str) -> list[str]:
    return [value for prop, values in facts()[name].items() if prop.endswith("Match") for value in values]


def test_every_identifier_of_wikidata_and_iptc_has_a_label_and_a_source() -> None:
    sourced = _sourced_matches()
    matched = {value for name in facts() for value in _matches(name)}
    assert {iri for iri in matched if iri.startswith((WIKIDATA_ENTITY_IRI, MEDIA_TOPICS))} == set(sourced)
    assert all(label.strip() for label in sourced.values())


@pytest.mark.parametrize("group", sorted(TOPICAL))
def test_a_group_that_is_a_topic_of_news_has_its_media_topic(group: str) -> None:
    assert any(value.startswith(MEDIA_TOPICS) for value in _matches(group))
