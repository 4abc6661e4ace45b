from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from kgexport.authority.embedded import load_embedded
from kgexport.errors import UnknownNameError
from kgexport.link import LINKERS, Linker, link, linker
from kgexport.link.embedded import AuthorityLinker
from kgexport.model import Annotations, Article, Block, BlockKind, Entity, Identity, Mention, MentionKind, Span

Spec = tuple[str, str] | tuple[str, str, tuple[str, ...]]


def article_of(*specs: Spec, kind: MentionKind = MentionKind.NAME) -> Annotations:
    """An article of nothing but the names, one entity each."""
    text, entities = "", []
    for i, (name, main, *others) in enumerate(specs):
        mention = Mention(Span(len(text), len(text) + len(name)), kind, "test")
        entities.append(Entity(f"e{i}", (main,), name, (mention,), others[0] if others else ()))
        text += name + " "
    return Annotations(Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)), entities=tuple(entities))


def linked(*specs: Spec) -> list[str | None]:
    found = AuthorityLinker(load_embedded()).link(article_of(*specs))
    return [entity.identity.id if entity.identity else None for entity in found.entities]


def first(*specs: Spec) -> Entity:
    return AuthorityLinker(load_embedded()).link(article_of(*specs)).entities[0]


def test_the_table_of_linkers() -> None:
    for name in LINKERS:
        made: Linker = linker(name)
        assert made.link(article_of(("Albania", "Place"))).entities
    assert link(article_of(("Albania", "Place")), "none").entities[0].identity is None
    with pytest.raises(UnknownNameError, match="known: authority, none"):
        linker("magic")


def test_a_country() -> None:
    albania = first(("Albania", "Place"))
    assert albania.types == ("Country",)
    assert albania.identity is not None
    assert (albania.identity.id, albania.identity.iso3166, albania.identity.source) == ("Q222", "AL", "authority")
    assert albania.identity.same_as == ("http://www.wikidata.org/entity/Q222",)
    assert 0.7 < albania.identity.confidence <= 0.99


def test_a_city_has_coordinates_and_both_identifiers() -> None:
    tirana = first(("Tirana", "Place"), ("Albania", "Place"))
    assert tirana.types == ("City",)
    assert tirana.identity is not None
    assert tirana.identity.same_as == ("http://www.wikidata.org/entity/Q19689", "https://sws.geonames.org/3183875/")
    assert (tirana.identity.latitude, tirana.identity.longitude) == (Decimal("41.3274"), Decimal("19.8187"))
    assert tirana.identity.iso3166 is None


def test_a_name_that_is_only_shouted_is_written_in_its_case() -> None:
    tokyo = first(("TOKYO", "Place"), ("Japan", "Country"))
    assert (tokyo.name, tokyo.alternate_names) == ("Tokyo", ("TOKYO",))
    assert first(("NATO", "Organization")).name == "NATO"


def test_a_country_that_acts_stays_an_organisation_too() -> None:
    assert first(("North Korea", "Organization")).types == ("Country", "Organization")


@pytest.mark.parametrize(
    ("specs", "wanted"),
    [
        ([("Georgia", "Place")], "Q230"),
        ([("Georgia", "Place"), ("Tbilisi", "Place")], "Q230"),
        ([("Georgia", "Place"), ("Atlanta", "Place"), ("United States", "Place")], "Q1428"),
        ([("Georgia", "Place"), ("United States", "Place")], None),
        ([("Georgia", "Country"), ("Atlanta", "City"), ("U.S.", "Country")], "Q1428"),
        ([("Wellington", "City")], None),
        ([("Wellington", "City"), ("New Zealand", "Country")], "Q23661"),
        ([("Clearwater", "City"), ("Florida", "AdministrativeArea")], "Q244146"),
        ([("New York", "Place")], "Q60"),
        ([("Washington", "Place")], "Q61"),
        ([("Washington", "Place"), ("Seattle", "Place")], "Q1223"),
        ([("Clearwater, Florida", "Place")], "Q244146"),
        ([("Portland, Ore.", "Place")], "Q6106"),
        ([("Paris, Texas", "Place")], None),
        ([("Jordan", "Place")], "Q810"),
        ([("Jordan", "Person")], None),
        ([("Chad", "Person")], None),
        ([("Gaza", "Place"), ("Israel", "Place")], None),
        ([("Congo", "Place")], None),
        ([("Sorong", "Place")], None),
        ([("Sorong", "Place"), ("Indonesia", "Place")], "geonames-1626542"),
        ([("Roseville", "Place"), ("U.S.", "Place")], None),
        ([("Roseville", "Place"), ("California", "Place")], "geonames-5388881"),
        ([("Bank of Albania", "Organization", ("Albania",))], None),
        ([("University of Oxford", "Organization", ("Oxford",))], None),
        ([("Namazgah Mosque", "Mosque", ("Tirana",))], None),
        ([("Orange", "Organization"), ("France", "Place")], None),
        ([("Labour Party", "Organization"), ("UK", "Place")], "Q9630"),
        ([("Labour Party", "Organization"), ("Norway", "Place")], None),
        ([("Labour", "PoliticalParty"), ("Norway", "Place"), ("Oslo", "Place"), ("UK", "Place")], None),
        ([("House of Commons", "Organization"), ("Canada", "Place")], None),
        ([("Apple Inc.", "Organization", ("Apple",))], "Q312"),
        ([("Washington Post", "Organization")], "Q166032"),
        ([("World Health Organization", "Organization", ("WHO",))], "Q7817"),
        ([("Edi Rama", "Person"), ("Albania", "Place")], "Q316901"),
        ([("Rama", "Person"), ("Albania", "Place")], None),
        ([("Prime Minister Edi Rama", "Person")], "Q316901"),
        ([("Kim Jong-un", "Person"), ("North Korea", "Place")], "Q56226"),
        ([("Ankara", "Person")], None),
    ],
)
def test_who_or_what_is_meant(specs: list[Spec], wanted: str | None) -> None:
    assert linked(*specs)[0] == wanted


def test_entities_of_one_identity_become_one() -> None:
    found = AuthorityLinker(load_embedded()).link(
        article_of(("Turkey", "Place"), ("Oslo", "Place"), ("Türkiye", "Country"))
    )
    assert [(e.key, e.name, e.alternate_names) for e in found.entities] == [
        ("e0", "Türkiye", ("Turkey",)),
        ("e1", "Oslo", ()),
    ]


def test_a_country_that_is_named_by_its_adjective_alone_is_linked_by_its_label() -> None:
    given = article_of(("Netherlands", "Country"), kind=MentionKind.ADJECTIVE)
    entity = AuthorityLinker(load_embedded()).link(given).entities[0]
    assert entity.identity is not None
    assert (entity.identity.id, entity.name) == ("Q55", "Netherlands")


def test_every_label_of_a_country_links_to_the_country() -> None:
    authority = load_embedded()
    for word in ("Turkish", "Georgian", "Ivorian", "Emirati", "American", "British", "Dutch", "Burmese", "Timorese"):
        land = authority.demonym(word)
        assert land is not None
        given = article_of((land.name, land.types[0]), ("Atlanta", "City"), kind=MentionKind.ADJECTIVE)
        entity = AuthorityLinker(authority).link(given).entities[0]
        assert entity.identity is not None
        assert entity.identity.id == land.id


def test_where_it_is_unsure_whether_a_name_is_of_a_country_or_a_state_it_is_of_an_area() -> None:
    georgia = first(("Georgia", "Country"), ("United States", "Country"))
    assert georgia.identity is None
    assert georgia.types == ("AdministrativeArea",)


def test_a_state_that_was_taken_for_a_country_becomes_an_area() -> None:
    assert first(("Georgia", "Country"), ("Atlanta", "City"), ("U.S.", "Country")).types == ("AdministrativeArea",)


def test_an_identity_that_is_there_stays() -> None:
    given = article_of(("Paris", "Place"))
    mine = Identity("Q830149", ("http://www.wikidata.org/entity/Q830149",), "user")
    kept = dataclasses.replace(given.entities[0], identity=mine)
    assert AuthorityLinker(load_embedded()).link(given.replacing(entities=[kept])).entities[0].identity == mine


def test_one_known_name_among_thousands_of_unknown_ones_is_linked() -> None:
    many = article_of(*((f"Name{i} Surname{i}", "Person") for i in range(3000)), ("Albania", "Place"))
    assert AuthorityLinker(load_embedded()).link(many).entities[-1].identity is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the All Progressives Congress (APC) won in Nigeria", True),
        ("the All People's Congress (APC) won in Nigeria", False),
        ("members of the APC won in Nigeria", True),
    ],
)
def test_an_acronym_that_the_text_spells_out_as_something_else_is_not_linked(text: str, found: bool) -> None:
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in ("APC", "Nigeria")}
    types = {"APC": "PoliticalParty", "Nigeria": "Country"}
    entities = tuple(
        Entity(name, (types[name],), name, (Mention(span, MentionKind.NAME, "test"),)) for name, span in spans.items()
    )
    given = Annotations(Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)), entities=entities)
    party = AuthorityLinker(load_embedded()).link(given).entities[0]
    assert (party.identity is not None) is found


def test_the_abbreviation_of_a_state_is_no_country() -> None:
    mention = Mention(Span(0, 3), MentionKind.NAME, "entities/state-abbreviation")
    state = Entity("e0", ("AdministrativeArea",), "Georgia", (mention,), ("Ga.",))
    article = Article("Ga. ", (Block(Span(0, 4), BlockKind.PARAGRAPH),))
    (found,) = AuthorityLinker(load_embedded()).link(Annotations(article, entities=(state,))).entities
    assert found.identity is None or found.identity.id == "Q1428"
    assert found.types[0] == "AdministrativeArea"
