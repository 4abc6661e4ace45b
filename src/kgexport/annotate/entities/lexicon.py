"""The word lists of the entity annotator, read once from `ontology/language/`; knows no article and no parser."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from kgexport.resources import path

_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.) (?=[^\W\d_]\.)")
LONGEST_TITLE = 5
"""Words (hyphens count) of the longest title in the list."""

LOCATIONS = frozenset(
    "Place City Country State AdministrativeArea Continent Mosque Church HinduTemple Synagogue BuddhistTemple "
    "PlaceOfWorship CatholicChurch Airport Bridge Park Museum StadiumOrArena Courthouse Embassy "
    "GovernmentBuilding CivicStructure TouristAttraction TrainStation SubwayStation "
    "LandmarksOrHistoricalBuildings Cemetery Beach BusStation PoliceStation FireStation Zoo Aquarium Crematorium "
    "Landform BodyOfWater RiverBodyOfWater LakeBodyOfWater SeaBodyOfWater OceanBodyOfWater Canal Pond Reservoir "
    "Waterfall Mountain Volcano".split()
)
ORGANISATIONS = frozenset(
    "Organization Corporation GovernmentOrganization NewsMediaOrganization PoliticalParty NGO "
    "EducationalOrganization SportsTeam SportsOrganization MedicalOrganization MusicGroup PerformingGroup Airline "
    "Consortium WorkersUnion School ResearchOrganization CollegeOrUniversity Hospital Hotel Library LocalBusiness "
    "BankOrCreditUnion FinancialService Store Restaurant LibrarySystem FundingScheme".split()
)
PRODUCTS = frozenset("Product Brand Vehicle SoftwareApplication WebApplication Drug".split())
WORKS = frozenset("CreativeWork Movie Book Legislation MusicRecording MusicAlbum TVSeries Periodical Newspaper".split())
LANDS = frozenset("Country City AdministrativeArea State Continent".split())
"""Places that have inhabitants and a government."""


def coarse(name: str) -> str:
    """PER, LOC, ORG, PROD, WORK or MISC for a schema.org class."""
    for label, classes in (("LOC", LOCATIONS), ("ORG", ORGANISATIONS), ("PROD", PRODUCTS), ("WORK", WORKS)):
        if name in classes:
            return label
    return "PER" if name == "Person" else "MISC"


def tight(name: str) -> str:
    """A name as it is printed where the text is not tokenised: "T - Mobile" is T-Mobile, "U. S." is U.S."""
    return _INITIALS.sub("", name.replace(" - ", "-")) if " - " in name or ". " in name else name


def fold(name: str) -> str:
    """A form to compare names by: case, accents, full stops, dashes and typographic marks folded."""
    flat = unicodedata.normalize("NFKD", tight(name).casefold().replace("ı", "i"))
    kept = "".join(c for c in flat if not unicodedata.combining(c) and c != ".")
    return " ".join(kept.replace("’", "'").replace("‐", "-").replace("–", "-").split())


def read_table(name: str) -> list[list[str]]:
    """Rows of a table of `ontology/language/`, without comments and the line of column names."""
    lines = path("ontology", "language", name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name."""

    text: str
    kind: str
    job: bool
    """Whether it can be a jobTitle."""
    gender: str
    """m, f or -."""


@dataclass(frozen=True)
class Lexicon:
    """All lists; keys are lower case unless said otherwise."""

    titles: Mapping[str, Title]
    facilities: Mapping[str, tuple[str, bool]]
    """Noun -> class, and whether it belongs to a name when in lower case."""
    organisations: Mapping[str, tuple[str, bool]]
    """Words -> class, and whether they are strong evidence."""
    gazetteer: Mapping[str, str]
    """Folded name -> class, or `-`."""
    given: Mapping[str, bool]
    """Given name -> whether it is hardly anything else."""
    roles: Mapping[str, bool]
    """Noun for a person -> whether it can be a jobTitle."""
    heads: Mapping[str, str]
    """Common noun -> class."""
    words: Mapping[str, frozenset[str]]
    """The lists of entity-words.toml, as printed there."""
    demonyms: Mapping[str, str]

    @cached_property
    def _title_ends(self) -> frozenset[str]:
        """Words that a title may end with, the parts of words with hyphens too: most words are none of them."""
        ends = {*self.titles, *self.words["portfolio_titles"], *self.words["title_heads"]}
        last = {end.split()[-1] for end in ends}
        return frozenset((*last, *(word.split("-")[-1] for word in last)))

    @cached_property
    def _title_leads(self) -> frozenset[str]:
        """Words that a title of an office "of" or "for" something may begin with."""
        return frozenset(re.split(r"[ -]", head)[0] for head in self.words["title_heads"])

    def title_at(self, words: list[str], begin: int) -> tuple[int, Title] | None:
        """The longest title that starts at a position: its number of words and what is known of it."""
        leads = words[begin].lower() in self._title_leads if begin < len(words) else False
        for length in range(min(LONGEST_TITLE, len(words) - begin), 0, -1):
            if not leads and words[begin + length - 1].lower() not in self._title_ends:
                continue
            text = " ".join(words[begin : begin + length]).replace(" - ", "-")
            low = text.lower()
            if low in self.titles and text[0].isupper():
                return length, self.titles[low]
            first, _, rest = low.rpartition(" ")
            if first and rest in self.words["portfolio_titles"] and self._is_portfolio(first):
                return length, Title(text, "government", True, "-")
            if first and self._is_composed(text, low):
                return length, Title(text, "office", True, "-")
            first, _, rest = low.partition(" ")
            if first in self.words["title_prefixes"] and rest in self.titles:
                return length, Title(text, self.titles[rest].kind, self.titles[rest].job, self.titles[rest].gender)
        return None

    def _is_composed(self, text: str, low: str) -> bool:
        """Whether a field and an office make a title, every word with a capital: "Festival Director"."""
        heads, fields = self.words["title_heads"], self.words["title_modifiers"]
        for preposition in (" of ", " for "):
            head, _, of = low.partition(preposition)
            if of and head in heads:
                return all(word in fields or word == "and" for word in of.split())
        *before, head = low.split()
        capitals = all(word[0].isupper() for word in text.split())
        return head in heads and capitals and all(word in fields for word in before)

    def is_role(self, words: list[str]) -> bool:
        """Whether words end in a noun for a person, of one word or two: "goalkeeper", "tight end"."""
        return bool(words) and (words[-1].lower() in self.roles or " ".join(words[-2:]).lower() in self.roles)

    def _is_portfolio(self, words: str) -> bool:
        known = self.words["portfolios"] | self.words["fields"] | {"and", "of", *self.words["title_prefixes"]}
        return words in known or all(word in known for word in words.split())


@cache
def lexicon() -> Lexicon:
    """The lists that travel with the package."""
    raw: dict[str, Any] = tomllib.loads(path("ontology", "language", "entity-words.toml").read_text(encoding="utf-8"))
    demonyms = raw.pop("demonyms")
    return Lexicon(
        titles={r[0].lower(): Title(r[0], r[1], r[2] == "yes", r[3]) for r in read_table("titles.tsv")},
        facilities={r[0].lower(): (r[1], r[2] == "yes") for r in read_table("facilities.tsv")},
        organisations={r[0].lower(): (r[1], r[2] == "strong") for r in read_table("organisation-words.tsv")},
        gazetteer={fold(r[0]): r[1] for r in read_table("gazetteer.tsv")},
        given={r[0].lower(): r[1] == "given" for r in read_table("given-names.tsv")},
        roles={r[0]: r[1] == "yes" for r in read_table("role-nouns.tsv")},
        heads={r[0]: r[1] for r in read_table("head-nouns.tsv")},
        words={name: frozenset(words) for name, words in raw.items()}
        | {"currency_codes": frozenset(r[0] for r in read_table("currencies.tsv"))},
        demonyms=demonyms,
    )
