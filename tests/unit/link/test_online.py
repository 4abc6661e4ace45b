from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from kgexport.authority.base import Candidate
from kgexport.errors import OutsideError
from kgexport.link import link, linker
from kgexport.link.online import OnlineLinker
from kgexport.model import Annotations, Article, Block, BlockKind, Entity, Mention, MentionKind, Span


@dataclass
class Online:
    """An authority that remembers what it was asked."""

    known: dict[str, list[Candidate]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        self.asked.append(name)
        return tuple(self.known.get(name, ()))


def candidate(
    identifier: str, kind: str, popularity: float = 0.8, country: str | None = None, ambiguous: bool = False
) -> Candidate:
    return Candidate(
        identifier,
        "any",
        (kind,),
        (f"http://www.wikidata.org/entity/{identifier}",),
        country=country,
        popularity=popularity,
        ambiguous=ambiguous,
        source="wikidata",
    )


def article_of(*names: tuple[str, str], kind: MentionKind = MentionKind.NAME) -> Annotations:
    text, entities = "", []
    for i, (name, main) in enumerate(names):
        mention = Mention(Span(len(text), len(text) + len(name)), kind, "test")
        entities.append(Entity(f"e{i}", (main,), name, (mention,)))
        text += name + " "
    return Annotations(Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)), entities=tuple(entities))


def linked(annotations: Annotations, online: Online) -> list[str | None]:
    found = link(annotations, online=online)
    return [entity.identity.id if entity.identity else None for entity in found.entities]


def test_only_what_stays_open_is_asked() -> None:
    online = Online({"Darvo Melk": [candidate("Q900001", "Person")]})
    article = article_of(("Tirana", "Place"), ("Albania", "Place"), ("Darvo Melk", "Person"))
    assert linked(article, online) == ["Q19689", "Q222", "Q900001"]
    assert set(online.asked) == {"Darvo Melk"}
    found = link(article, online=online).entities[2].identity
    assert found is not None
    assert (found.source, found.same_as) == ("wikidata", ("http://www.wikidata.org/entity/Q900001",))


def test_two_that_are_about_as_likely_stay_open() -> None:
    two = [candidate("Q900001", "Person", 0.7, ambiguous=True), candidate("Q900002", "Person", 0.6, ambiguous=True)]
    assert linked(article_of(("Darvo Melk", "Person")), Online({"Darvo Melk": two})) == [None]


def test_things_of_another_kind_are_not_taken() -> None:
    town = Online({"Darvo Melk": [candidate("Q900001", "City", 0.9)]})
    assert linked(article_of(("Darvo Melk", "Person")), town) == [None]


def test_the_little_known_need_an_article_about_their_country() -> None:
    obscure = Online({"Darvo Melk": [candidate("Q900001", "Person", 0.2, "AL", ambiguous=True)]})
    assert linked(article_of(("Darvo Melk", "Person")), obscure) == [None]
    assert linked(article_of(("Darvo Melk", "Person"), ("Albania", "Place")), obscure) == ["Q900001", "Q222"]


def test_descriptions_and_surnames_are_not_asked() -> None:
    online = Online()
    linked(article_of(("the director", "Person"), ("the mill", "Place"), kind=MentionKind.NOMINAL), online)
    linked(article_of(("Melk", "Person")), online)
    assert online.asked == []


def test_two_entities_that_turn_out_to_be_one_are_merged() -> None:
    both = [candidate("Q900001", "Organization")]
    online = Online({"Norland Institute": both, "Institute of Norland": both})
    article = article_of(("Norland Institute", "Organization"), ("Institute of Norland", "Organization"))
    assert linked(article, online) == ["Q900001"]


def test_a_failure_is_not_hidden() -> None:
    class Failing:
        def candidates(self, name: str) -> tuple[Candidate, ...]:
            raise OutsideError("no network")

    with pytest.raises(OutsideError, match="no network"):
        link(article_of(("Darvo Melk", "Person")), online=Failing())


def test_without_it_nothing_is_asked_online() -> None:
    assert not isinstance(linker("authority"), OnlineLinker)
    assert isinstance(linker("authority", online=Online()), OnlineLinker)


def test_only_places_have_coordinates() -> None:
    def placed(one: Candidate) -> list[Candidate]:
        return [dataclasses.replace(one, latitude=Decimal(41), longitude=Decimal(19))]

    known = {
        "Norland Institute": placed(candidate("Q900001", "Organization")),
        "Norland Mill": placed(candidate("Q900002", "Museum")),
    }
    article = article_of(("Norland Institute", "Organization"), ("Norland Mill", "Museum"))
    found = [entity.identity for entity in link(article, online=Online(known)).entities]
    assert [identity.latitude if identity else "open" for identity in found] == [None, Decimal(41)]


@pytest.mark.parametrize(
    ("in_text", "stated", "types"),
    [
        ("EducationalOrganization", "ResearchOrganization", ("ResearchOrganization",)),
        ("NewsMediaOrganization", "Organization", ("NewsMediaOrganization",)),
        ("Organization", "Country", ("Country", "Organization")),
        ("Place", "Museum", ("Museum",)),
        ("Museum", "Thing", ("Museum",)),
    ],
)
def test_the_class_that_the_user_states(in_text: str, stated: str, types: tuple[str, ...]) -> None:
    own = dataclasses.replace(candidate("own", stated), stated=stated != "Thing")
    found = link(article_of(("Norland Institute", in_text)), names=Online({"Norland Institute": [own]}))
    assert (found.entities[0].types, found.entities[0].identity is not None) == (types, True)
