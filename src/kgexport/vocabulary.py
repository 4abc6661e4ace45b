"""The only place that spells an IRI of a term; a term that is not listed here cannot be written.

Local names are checked when they are asked for, so a misspelt property is an error and not a silent new one.
Terms of schema.org are those of release 30.0 (a test compares them with the published vocabulary where it is at hand).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kgexport.errors import UnknownNameError


@dataclass(frozen=True)
class Namespace:
    """A namespace with a closed list of terms."""

    prefix: str
    iri: str
    terms: frozenset[str]
    _nodes: dict[str, NamedNode] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, name: str) -> NamedNode:
        """The term as an IRI; raises UnknownNameError for a term that is not listed."""
        node = self._nodes.get(name)
        if node is None:
            if name not in self.terms:
                raise UnknownNameError(f"{self.prefix}: term", name, self.terms)
            node = self._nodes[name] = NamedNode(self.iri + name)
        return node

    def __contains__(self, name: str) -> bool:
        return name in self.terms

    def __iter__(self) -> Iterator[NamedNode]:
        return (self[name] for name in sorted(self.terms))


def _namespace(prefix: str, iri: str, *terms: str) -> Namespace:
    return Namespace(prefix, iri, frozenset(" ".join(terms).split()))


SCHEMA = _namespace(
    "schema",
    "http://schema.org/",
    # creative works
    "NewsArticle Quotation Claim WebSite",
    "headline abstract articleBody wordCount inLanguage keywords datePublished dateModified dateline author publisher",
    "isBasedOn url image articleSection about mentions hasPart isPartOf text spokenByCharacter creator appearance",
    # things
    "Thing name alternateName description sameAs identifier additionalType additionalProperty geo",
    "Person jobTitle worksFor affiliation spouse nationality parent children sibling birthPlace alumniOf knows",
    "homeLocation award director actor byArtist manufacturer",
    "Place City Country State AdministrativeArea Mosque Church HinduTemple Synagogue BuddhistTemple PlaceOfWorship",
    "CatholicChurch Airport Bridge Park Museum Hospital StadiumOrArena Hotel School CollegeOrUniversity Courthouse",
    "Embassy",
    "GovernmentBuilding CivicStructure LandmarksOrHistoricalBuildings TouristAttraction TrainStation SubwayStation",
    "Cemetery Library Beach BusStation PoliceStation FireStation Crematorium Aquarium Zoo Landform BodyOfWater",
    "RiverBodyOfWater LakeBodyOfWater SeaBodyOfWater OceanBodyOfWater Canal Pond Reservoir Waterfall Mountain Volcano",
    "Continent GeoCoordinates containedInPlace latitude longitude",
    "Organization Corporation GovernmentOrganization NewsMediaOrganization PoliticalParty NGO ",
    "EducationalOrganization",
    "SportsTeam SportsOrganization MedicalOrganization MusicGroup PerformingGroup Airline Consortium WorkersUnion",
    "FundingScheme ResearchOrganization LibrarySystem LocalBusiness BankOrCreditUnion FinancialService Store",
    "Restaurant",
    "memberOf member parentOrganization subOrganization founder owns location",
    "Product Brand Vehicle DefinedTerm Intangible CreativeWork Movie Book MusicRecording MusicAlbum TVSeries",
    "Periodical",
    "Newspaper SoftwareApplication WebApplication Legislation Drug MedicalCondition Language Event SportsEvent",
    "Festival",
    # events and actions
    "Action agent recipient object participant instrument startDate endDate actionStatus superEvent subEvent",
    "PotentialActionStatus ActiveActionStatus CompletedActionStatus FailedActionStatus",
    "fromLocation toLocation subjectOf result",
    "AchieveAction LoseAction TieAction WinAction AssessAction ChooseAction VoteAction IgnoreAction ReactAction",
    "AgreeAction DisagreeAction DislikeAction EndorseAction LikeAction WantAction ReviewAction ConsumeAction",
    "UseAction ControlAction ActivateAction DeactivateAction SuspendAction ResumeAction CreateAction CookAction",
    "DrawAction FilmAction PaintAction PhotographAction WriteAction FindAction CheckAction DiscoverAction",
    "TrackAction InteractAction BefriendAction CommunicateAction AskAction CheckInAction CommentAction",
    "InformAction ConfirmAction RsvpAction InviteAction ReplyAction ShareAction FollowAction JoinAction LeaveAction",
    "MarryAction RegisterAction SubscribeAction UnRegisterAction MoveAction ArriveAction DepartAction TravelAction",
    "OrganizeAction AllocateAction AcceptAction AssignAction AuthorizeAction RejectAction ApplyAction BookmarkAction",
    "PlanAction CancelAction ReserveAction ScheduleAction PlayAction ExerciseAction PerformAction SearchAction",
    "SeekToAction SolveMathAction TradeAction BuyAction OrderAction PayAction PreOrderAction QuoteAction RentAction",
    "SellAction TipAction TransferAction BorrowAction DonateAction DownloadAction GiveAction LendAction",
    "MoneyTransfer ReceiveAction ReturnAction SendAction TakeAction UpdateAction AddAction InsertAction AppendAction",
    "PrependAction DeleteAction ReplaceAction WatchAction ViewAction ListenAction ReadAction EatAction DrinkAction",
    "WearAction InstallAction",
    # values
    "MonetaryAmount MonetaryGrant Grant QuantitativeValue PropertyValue currency value minValue maxValue unitCode",
    "unitText funder funding fundedItem amount propertyID valueReference",
    # pages
    "mainEntityOfPage logo speakable SpeakableSpecification cssSelector",
    "address PostalAddress addressLocality addressCountry",
)

KGX = _namespace(
    "kgx",
    "https://w3id.org/kgexport/ns#",
    "mentionKind confidence annotator timeValue timeEnd polarity modality amount reportingVerb statedIn quantity",
    "Group",
)

EVENT_TYPES_IRI = "https://w3id.org/kgexport/event-types/"

RDF = _namespace(
    "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type Statement subject predicate object first rest nil"
)
RDFS = _namespace(
    "rdfs", "http://www.w3.org/2000/01/rdf-schema#", "label comment subClassOf subPropertyOf domain range"
)
XSD = _namespace(
    "xsd",
    "http://www.w3.org/2001/XMLSchema#",
    "string integer decimal boolean date dateTime gYear gYearMonth gMonthDay gMonth time duration anyURI",
)
PROV = _namespace("prov", "http://www.w3.org/ns/prov#", "wasDerivedFrom")
NIF = _namespace(
    "nif",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "Context String isString beginIndex endIndex anchorOf referenceContext",
)
SKOS = _namespace(
    "skos",
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel definition example broader inScheme",
    "closeMatch exactMatch broadMatch relatedMatch notation",
)

NAMESPACES: tuple[Namespace, ...] = (SCHEMA, KGX, RDF, RDFS, XSD, PROV, NIF, SKOS)
"""Every namespace whose terms kgexport writes."""

WIKIDATA_ENTITY_IRI = "http://www.wikidata.org/entity/"
GEONAMES_IRI = "https://sws.geonames.org/"
PLOVER_IRI = "https://w3id.org/plover/"

PREFIXES: dict[str, str] = {
    **{namespace.prefix: namespace.iri for namespace in NAMESPACES},
    "type": EVENT_TYPES_IRI,
    "wd": WIKIDATA_ENTITY_IRI,
}
"""Prefix -> IRI, for writers and queries."""
