"""The map shows what has coordinates, names the rest, and says whether its outlines are missing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kgexport.model import Annotations, Entity, Identity
from kgexport.view import atlas, shapes
from kgexport.view.atlas import Atlas
from kgexport.view.things import Things
from tests.support.articles import NORLAND, mention, sample_annotations
from tests.unit.view.made import graph_of, page_of, tree_of


def _town(key: str, name: str, latitude: str, longitude: str) -> Entity:
    identity = Identity(f"Q77{key}", (), "test", latitude=Decimal(latitude), longitude=Decimal(longitude))
    return Entity(key, ("City",), name, (mention("Sudland"),), identity=identity)


def _notes(*towns: Entity) -> Annotations:
    return Annotations(sample_annotations().article, entities=(NORLAND, *towns))


def _atlas(*towns: Entity) -> Atlas:
    made = atlas.atlas(Things(graph_of(_notes(*towns))))
    assert made is not None
    return made


ROME, OSLO, SYDNEY = (
    _town("1", "Rome", "41.89", "12.51"),
    _town("2", "Oslo", "59.91", "10.75"),
    _town("3", "Sydney", "-33.87", "151.21"),
)


def test_north_is_up_and_east_is_right() -> None:
    spots = {spot.thing.name: spot for spot in _atlas(ROME, OSLO, SYDNEY).spots}
    assert spots["Oslo"].y < spots["Rome"].y < spots["Sydney"].y
    assert spots["Oslo"].x < spots["Rome"].x < spots["Sydney"].x


@pytest.mark.parametrize(
    "towns",
    [
        (ROME,),
        (ROME, OSLO, SYDNEY),
        (_town("4", "Pole", "-90", "0"),),
        (_town("5", "Edge", "0", "-180"), _town("6", "E", "1", "180")),
    ],
    ids=["one", "far apart", "the pole", "the date line"],
)
def test_every_spot_is_on_the_map(towns: tuple[Entity, ...]) -> None:
    made = _atlas(*towns)
    assert made.height > 100
    assert [spot.thing.name for spot in made.spots if not 0 <= spot.x <= made.width] == []
    assert [spot.thing.name for spot in made.spots if not 0 <= spot.y <= made.height and abs(spot.latitude) < 86] == []


def test_places_without_coordinates_are_named() -> None:
    assert [thing.name for thing in _atlas(ROME).unplaced] == ["Norland"]
    said = tree_of(page_of(_notes(ROME))).xpath("//section[@id='map']")[0].text_content()
    assert "Places without coordinates in the graph: Norland." in " ".join(said.split())


def test_a_country_that_is_named_is_shaded() -> None:
    italy = Entity(
        "it", ("Country",), "Italy", (mention("Norland"),), identity=Identity("Q38", (), "test", iso3166="IT")
    )
    made = atlas.atlas(Things(graph_of(Annotations(sample_annotations().article, entities=(italy, ROME)))))
    assert made is not None
    shaded = [path for path, named in made.countries if named]
    assert shaded
    assert len(shaded) < len(made.countries)
    assert all(path.startswith("M") and path.endswith("Z") for path in shaded)


def test_a_piece_in_dispute_belongs_to_no_country_by_its_colour() -> None:
    crimea, kunashir = (34.1, 45.3), (145.9, 44.1)
    for longitude, latitude in (crimea, kunashir):
        here = [
            land
            for land in shapes.lands()
            if land.west < longitude < land.east and land.south < latitude < land.north and land.east - land.west < 5
        ]
        assert here
        assert [land.iso for land in here if land.iso] == []
    assert "RU" in {land.iso for land in shapes.lands()}


@pytest.mark.parametrize("town", [ROME, OSLO, SYDNEY], ids=lambda town: town.name)
def test_a_town_lies_within_the_outline_of_its_country_and_of_no_other(town: Entity) -> None:
    (spot,) = _atlas(town).spots
    codes = {"Rome": "IT", "Oslo": "NO", "Sydney": "AU"}
    around = [land.iso for land in shapes.lands() if _holds(land.ring, spot.longitude, spot.latitude)]
    assert around == [codes[town.name]]


def _holds(ring: shapes.Ring, x: float, y: float) -> bool:
    """Whether a ray to the east crosses the ring an odd number of times."""
    sides = zip(ring, (*ring[1:], ring[0]), strict=True)
    return (
        sum((a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in sides) % 2
        == 1
    )


def test_names_do_not_lie_upon_each_other() -> None:
    towns = [_town(str(i), f"Town number {i}", f"41.{i:02d}", f"12.{i:02d}") for i in range(30)]
    labels = [spot.label for spot in _atlas(*towns).spots]
    assert None in labels  # there is no room for all
    assert len({label[1:3] for label in labels if label}) == len([label for label in labels if label]) > 0


def test_without_the_package_the_spots_are_there_and_the_page_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(atlas, "lands", lambda: ())
    monkeypatch.setattr(atlas, "have_shapes", lambda: False)
    section = tree_of(page_of(_notes(ROME))).xpath("//section[@id='map']")[0]
    assert 'pip install "kgexport[map]"' in section.text_content()
    assert len(section.xpath(".//circle")) == 1


def test_the_shapes_are_those_of_the_world() -> None:
    found = shapes.lands()
    assert {"AL", "TR", "RS", "HU", "ME", "MM", "FR", "NO", "XK"} <= {land.iso for land in found}
    albania = next(land for land in found if land.iso == "AL")
    assert 19 < albania.west < albania.east < 22
    assert 39 < albania.south < albania.north < 43
