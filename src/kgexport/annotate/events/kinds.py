"""Says what sorts of thing an entity or a name may be, as the needs of lexicon.tsv call them; knows no phrase."""

from __future__ import annotations

from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Entity, Sentence, Token

_ORGANISATIONS = ("Organization", "Corporation", "Party", "NGO", "Airline", "Team", "Group", "Consortium", "University")
_PLACES = {
    "Place",
    "City",
    "Country",
    "State",
    "AdministrativeArea",
    "Continent",
    "Landform",
    "BodyOfWater",
    "Mountain",
}
_THINGS = {"Product", "DefinedTerm", "Intangible", "Vehicle", "Brand", "Drug", "CreativeWork", "Thing"}

_TIMES = {"DATE": {"time"}, "TIME": {"time"}}
"""What a day or hour that is written like a name may be: nobody who does something."""


def kinds_of(entity: Entity) -> set[str]:
    """The classes of an entity by its types: person, org, place, site, thing …"""
    kinds = set[str]()
    for name in entity.types:
        if name == "Person":
            kinds |= {"person", "animate"}
        elif name in _PLACES:
            kinds.add("place")
        elif any(part in name for part in _ORGANISATIONS):
            kinds |= (
                {"org", "media"} if name.startswith("NewsMedia") else {"org", "team"} if "Sports" in name else {"org"}
            )
        elif name in _THINGS:
            kinds |= {"thing", "product"} if name == "Product" else {"thing"}
        else:
            kinds |= {"building", "facility"}
    if "place" not in kinds and "building" in kinds and not kinds & {"person", "org"}:
        kinds.add("site")
    return kinds


def is_happening(sentence: Sentence, token: Token) -> bool:
    """Whether a capital stands on a word that tells of an event: "held the Border Meeting"; no person is called so."""
    if not any(len(pattern.words) == 1 for pattern in lexicon().nouns.get(token.text.lower(), ())):
        return False
    return token.label != "PERSON" or bool(sentence.children(token, "det"))


def raw_kinds(token: Token) -> set[str]:
    """What a name may be that nobody knew, by the language model's own label."""
    by_label = {"PERSON": {"person"}, "ORG": {"org"}, "GPE": {"place"}, "NORP": {"group"}, "LOC": {"place"}, **_TIMES}
    return by_label.get(token.label, {"person", "org", "thing"})
