"""Which family a schema.org class belongs to, and where schema.org lets a property stand (release 30.0); data only."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Family(StrEnum):
    """The branches of schema.org that the profile's domains and ranges speak of."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    COUNTRY = "Country"
    PRODUCT = "Product"
    EVENT = "Event"
    WORK = "CreativeWork"
    SCREEN = "Movie"
    """A film or series: what has a director and actors."""
    MUSIC = "MusicRecording"
    """A piece of music or an album: what has an artist."""
    BAND = "MusicGroup"
    """Of the organisations, the only one that schema.org takes for an artist."""
    OTHER = "Thing"


ORGANIZATION_CLASSES = frozenset(
    """Organization Corporation GovernmentOrganization NewsMediaOrganization PoliticalParty NGO EducationalOrganization
    SportsTeam SportsOrganization MedicalOrganization MusicGroup PerformingGroup Airline Consortium WorkersUnion
    ResearchOrganization LibrarySystem LocalBusiness BankOrCreditUnion FinancialService Store Restaurant FundingScheme
    CollegeOrUniversity School Hospital FireStation PoliceStation Library""".split()
)
PLACE_CLASSES = frozenset(
    """Place City Country State AdministrativeArea Mosque Church HinduTemple Synagogue BuddhistTemple PlaceOfWorship
    CatholicChurch Airport Bridge Park Museum Hospital StadiumOrArena Hotel Courthouse Embassy GovernmentBuilding
    CivicStructure LandmarksOrHistoricalBuildings TouristAttraction TrainStation SubwayStation Cemetery Beach BusStation
    PoliceStation FireStation Crematorium Aquarium Zoo Landform BodyOfWater RiverBodyOfWater LakeBodyOfWater
    SeaBodyOfWater OceanBodyOfWater Canal Pond Reservoir Waterfall Mountain Volcano Continent LocalBusiness
    BankOrCreditUnion FinancialService Store Restaurant Library""".split()
)
WORK_CLASSES = frozenset(
    """CreativeWork Movie Book Legislation MusicRecording MusicAlbum TVSeries Periodical Newspaper SoftwareApplication
    WebApplication""".split()
)
SCREEN_CLASSES = frozenset("Movie TVSeries".split())
MUSIC_CLASSES = frozenset("MusicRecording MusicAlbum".split())
PRODUCT_CLASSES = frozenset("Product Vehicle Drug".split())


def families(types: Iterable[str]) -> frozenset[Family]:
    """The families of a thing with these classes; `OTHER` for a thing in none."""
    found = set()
    for name in types:
        if name == "Person":
            found.add(Family.PERSON)
        if name in ORGANIZATION_CLASSES:
            found.add(Family.ORGANIZATION)
        if name in PLACE_CLASSES:
            found.add(Family.PLACE)
        if name == "Country":
            found.add(Family.COUNTRY)
        if name in PRODUCT_CLASSES:
            found.add(Family.PRODUCT)
        if name in ("Event", "SportsEvent", "Festival"):
            found.add(Family.EVENT)
        found |= _families_of_work(name)
    return frozenset(found or {Family.OTHER})


def _families_of_work(name: str) -> set[Family]:
    classes = ((Family.WORK, WORK_CLASSES), (Family.SCREEN, SCREEN_CLASSES), (Family.MUSIC, MUSIC_CLASSES))
    return {family for family, names in (*classes, (Family.BAND, {"MusicGroup"})) if name in names}


AGENTS = frozenset({Family.PERSON, Family.ORGANIZATION})
"""What schema:agent, author, funder … expect. A country that acts is an Organization too."""

ANYTHING = frozenset(Family)

MEASURABLE = frozenset({Family.PLACE, Family.PRODUCT})
"""What schema:additionalProperty starts from."""

FUNDABLE = frozenset({Family.EVENT, Family.ORGANIZATION, Family.PERSON, Family.PRODUCT, Family.WORK})
"""What schema:funding starts from and schema:fundedItem leads to; a place is neither."""

DOMAIN_AND_RANGE: dict[str, tuple[frozenset[Family], frozenset[Family]]] = {
    "memberOf": (AGENTS, frozenset({Family.ORGANIZATION})),
    "member": (frozenset({Family.ORGANIZATION}), AGENTS),
    "worksFor": (frozenset({Family.PERSON}), frozenset({Family.ORGANIZATION})),
    "affiliation": (frozenset({Family.PERSON}), frozenset({Family.ORGANIZATION})),
    "alumniOf": (frozenset({Family.PERSON}), frozenset({Family.ORGANIZATION})),
    "spouse": (frozenset({Family.PERSON}), frozenset({Family.PERSON})),
    "parent": (frozenset({Family.PERSON}), frozenset({Family.PERSON})),
    "children": (frozenset({Family.PERSON}), frozenset({Family.PERSON})),
    "sibling": (frozenset({Family.PERSON}), frozenset({Family.PERSON})),
    "knows": (frozenset({Family.PERSON}), frozenset({Family.PERSON})),
    "nationality": (frozenset({Family.PERSON}), frozenset({Family.COUNTRY})),
    "birthPlace": (frozenset({Family.PERSON}), frozenset({Family.PLACE})),
    "homeLocation": (frozenset({Family.PERSON}), frozenset({Family.PLACE})),
    "author": (frozenset({Family.WORK}), AGENTS),
    "creator": (frozenset({Family.WORK}), AGENTS),
    "director": (frozenset({Family.SCREEN}), frozenset({Family.PERSON})),
    "actor": (frozenset({Family.SCREEN}), frozenset({Family.PERSON})),
    "byArtist": (frozenset({Family.MUSIC}), frozenset({Family.PERSON, Family.BAND})),
    "manufacturer": (frozenset({Family.PRODUCT}), frozenset({Family.ORGANIZATION})),
    "founder": (frozenset({Family.ORGANIZATION}), AGENTS),
    "parentOrganization": (frozenset({Family.ORGANIZATION}), frozenset({Family.ORGANIZATION})),
    "subOrganization": (frozenset({Family.ORGANIZATION}), frozenset({Family.ORGANIZATION})),
    "owns": (AGENTS, ANYTHING),
    "location": (frozenset({Family.ORGANIZATION, Family.EVENT}), frozenset({Family.PLACE})),
    "containedInPlace": (frozenset({Family.PLACE}), frozenset({Family.PLACE})),
    "funder": (frozenset({Family.ORGANIZATION, Family.PERSON, Family.EVENT}), AGENTS),
}
"""Relation -> families its subject and its object must belong to; a relation that is not listed is not written."""

ACTIONS_WITH_RECIPIENT = frozenset(
    """AuthorizeAction CommunicateAction AskAction CheckInAction CheckOutAction CommentAction InformAction ConfirmAction
    RsvpAction InviteAction ReplyAction ShareAction DonateAction GiveAction PayAction ReturnAction SendAction
    TipAction""".split()
)
"""The classes in the domain of schema:recipient, with their subclasses."""
