"""Which sources have open terms, which names show which type, and which names many things bear; data only."""

from __future__ import annotations

import re

OPEN_SOURCES = {
    "rigour": "MIT",
    "@rapideditor/country-coder": "ISC",
    "name-suggestion-index": "BSD-3-Clause",
    "ror-community/ror-records": "CC0-1.0",
    "unitedstates/congress-legislators": "CC0-1.0",
    "martynafford/natural-earth-geojson": "public domain",
    "opensanctions/opensanctions": "MIT (code)",
    "ruizhang-ai/EA_for_KG": "MIT",
    "tom-james-watson/wikitrivia": "MIT",
    "everypolitician": "published to be used however one wants",
}
"""Sources whose terms let their rows be passed on. A row that stands on one of them is shipped with its aliases."""

BARE_TYPES = frozenset(
    "Person Organization NewsMediaOrganization Corporation BodyOfWater Event LandmarksOrHistoricalBuildings".split()
)
"""Of rows without such a source only these are shipped, and of them the fact alone: identifier, name and type."""

REGIONS = (
    "province",
    "prefecture",
    "region",
    "state",
    "autonomous community",
    "two-tier county",
    "voivodship",
    "metropolitan region",
    "autonomous region",
    "autonomous province",
    "council area",
    "unitary authority",
    "European collectivity",
    "republic",
    "oblast",
    "union territory",
)
"""Kinds of parts of a state, as the note begins, that are shipped as bare facts: each pair of name and identifier was
read in a source that is no ODbL table, too."""

LAND = {
    "Q828": "Continent",
    "Q1286": "Landform",
    "Q5456": "Landform",
    "Q1179": "Place",
    "Q4648": "Place",
    "Q1173": "Place",
    "Q23666": "Place",
    "Q13989": "Place",
    "Q3757": "Place",
    "Q13987": "Place",
    "Q1137": "Place",
    "Q15878": "Place",
    "Q131347": "Place",
    "Q13950": "Place",
    "Q12130": "Place",
}
"""Mountains, islands and landscapes of the names table that no town is called like, with the class that each is of."""

ORGANISATIONS = frozenset(
    "Organization Corporation GovernmentOrganization NewsMediaOrganization PoliticalParty NGO"
    " SportsOrganization".split()
)

TYPE_RULES: tuple[tuple[str, str, str], ...] = (
    ("Organization|Corporation|GovernmentOrganization|NGO", r"\bParty$|^Party of ", "PoliticalParty"),
    (
        "Corporation|Organization|NGO|GovernmentOrganization",
        r"^(World|European Central|European Investment|Central|Reserve|.*\bDevelopment) Bank\b"
        r"|^(National|Central) Bank of|National Bank$",
        "Organization",
    ),
    ("Organization|NGO", r"\bBank\b", "Corporation"),
    (
        "Organization|Corporation|NGO",
        r"^(Ministry|Department|Bureau|Government|Parliament) of\b",
        "GovernmentOrganization",
    ),
    ("Organization|NGO|Corporation", r"\bUniversity\b", "CollegeOrUniversity"),
    ("Product", r"\bAssociation$", "Organization"),
    ("Place|AdministrativeArea", r"\b(Assembly|Parliament|Senate)$", "GovernmentOrganization"),
    ("BodyOfWater", r"\bSea$", "SeaBodyOfWater"),
    ("BodyOfWater", r"\bOcean$", "OceanBodyOfWater"),
    ("BodyOfWater", r"\bRiver\b|^(Danube|Rhine)$", "RiverBodyOfWater"),
    ("LandmarksOrHistoricalBuildings", r"\bMuseum\b|^Museum\b", "Museum"),
    ("LandmarksOrHistoricalBuildings", r"\bLibrary$", "Library"),
)
"""Types of the table, pattern of the name, the type that the name shows."""

NO_EVENT = re.compile(
    r"\b(wars?|battle|revolution|crisis|intifada|crusades?|invasion|protests|spring|coup|operation|evacuation|rebellion"
    r"|mutiny|conquests|front|attacks?|uprising)\b",
    re.IGNORECASE,
)
"""What an event's name has; other rows typed so are people and films that sources put among them."""

EVERYWHERE = re.compile(
    r"(The )?((Ministry|Department|Bureau|Government|Parliament|House|Court) (of|for) .*|Senate|Parliament"
    r"|Supreme Court"
    r"|National (Gallery|Museum|Assembly|Library|Theatre|Party|Democratic Congress|Transport Authority)"
    r"|(Labou?r|Conservative|Liberal|Democratic|Republican|Socialist|Social Democratic|People's|People's Democratic"
    r"|Green|Communist|National|Freedom|Justice|Whig) Party|Natural History Museum|Environment Agency"
    r"|Air Force|Army|Navy"
    r"|Red C(ross|rescent)|Central Bank|Air and Space Museum|National Art Gallery|Free Democratic Party"
    r"|Broad Front|Liberal Democrats|Liberal Movement|Hospital Authority|State Department)"
)
"""Names that many countries have: they identify only where the article speaks of the row's country."""

CLUB = re.compile(r"^(?:FC|AFC|AC|AS|SC) |,? (?:F\.?C\.?|A\.?F\.?C\.?|C\.?F\.?)$")
"""What the names of clubs begin or end with, and texts leave out."""

TITLES = re.compile(r"(President|Senator|Sir|Dr|Prime Minister|King|Queen|Emperor|Rep|Sen|Hon|Mr|Mrs|Ms)\.? ")
