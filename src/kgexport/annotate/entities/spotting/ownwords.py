"""Collects what the words of a name say by themselves: Ministry, Airport, Inc., a given name, a number, an address.

Knows the lists and what is known of names; the words around a name are read elsewhere.
"""

from __future__ import annotations

import re

from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import Lexicon, coarse, fold
from kgexport.annotate.entities.spotting.names import NameFinder
from kgexport.model import BlockKind, Sentence, Token

_INITIAL = re.compile(r"^[A-Z]\.$")
_ROAD = re.compile(r"^[ABEM]\d{1,4}$")
_DOMAIN = re.compile(r"\w\.(?:com|org|net|info|[a-z]{2})$")
_VERSIONED = re.compile(r"^[A-Z][A-Za-z]*-?\d{1,3}[A-Za-z]?$")
_SEAS = frozenset(("ocean", "sea", "gulf"))
_LEADING = frozenset("mount lake river cape fort port mt gulf bay masjid hotel piazza camp".split())
_TOWNS = frozenset(("fort", "port", "cape", "bay"))
"""Words that towns are called by as often as forts and ports."""


_WELL_KNOWN = 0.5
"""Popularity of a company from which its products are known by its name."""


class OwnWords:
    """Reads the names of one article; `sport`: whether it is about a game."""

    def __init__(self, lexicon: Lexicon, names: NameFinder, sentences: tuple[Sentence, ...], sport: bool) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words
        self._names = names
        self._sentences = sentences
        self._sport = sport

    def collect(self, found: Found, tokens: list[Token]) -> None:
        """Add what the words of a name say by themselves."""
        forms = [t.form for t in tokens]
        low = [f.lower() for f in forms]
        if len(forms) > 1:
            self._of_several(found, forms, low)
        elif self._lexicon.given.get(low[0]):
            found.add("Person", 1.0, "given-name")
        elif self._lexicon.organisations.get(low[0]) == ("SportsTeam", True) and self._has_article(found):
            found.add("SportsTeam", 2.0, "game")
        if len(forms) > 1 and tokens[0].tag == "IN" and low[0] in self._lexicon.given:
            found.add("Person", 1.5, "given-name-within")  # "Per Dahl": no preposition has a capital there
        self._with_number(found, forms, low)
        if _DOMAIN.search(forms[-1]):
            self._domain(found)
        if (low[0] in self._words["event_leads"] and len(forms) > 1) or found.key in self._names.happenings:
            found.add("-", 5.0, "event-word")
        if found.text in self._words["state_abbreviations"] and found.first and found.text != "La.":
            found.add("AdministrativeArea", 4.0, "state-abbreviation")
        if len(forms) > 1 and len(low[0]) > 5 and low[0].endswith("ing") and low[0] not in self._lexicon.given:
            found.add("Person", -1.5, "word-shape")  # "Rising Water"
        if len(forms) == 1 and low[0].endswith(("ology", "ism", "ity")):
            found.add("Place", -2.0, "word-shape")

    def _of_several(self, found: Found, forms: list[str], low: list[str]) -> None:
        self._noun_of_body(found, low)
        self._branch(found)
        if low[0] in self._lexicon.given and not any(e.rule.endswith("-word") for e in found.evidence):
            strong = 1.8 if self._sport else 1.2  # few teams are called like men
            found.add("Person", 2.5 if self._lexicon.given[low[0]] else strong, "given-name")
        street = low[-1] in self._lexicon.facilities and low[-1].endswith(".")
        initial = any(_INITIAL.match(form) for form in forms[:-1]) and not street
        if initial and not self._names.is_land(" ".join(forms[:2])):
            found.add("Person", 2.5, "initial")
        if forms[-1] in self._words["name_suffixes"] and not forms[-1].isupper():
            found.add("Person", 3.0, "name-suffix")
        if not found.evidence and not self._names.is_known(found.text) and self._is_made(forms):
            found.add("Product", 1.8, "maker")
        ships = self._words["ship_prefixes"]
        if forms[0] in ships or "".join(forms[:3]) in ships or low[:2] == ["space", "shuttle"]:
            found.add("Vehicle", 5.0, "ship")

    def _is_made(self, forms: list[str]) -> bool:
        """Whether a name is that of a well-known company with words behind it: "Microsoft Surface"."""
        maker = next(iter(self._names.candidates(forms[0])), None)
        known = maker is not None and maker.types[0] == "Corporation" and maker.popularity >= _WELL_KNOWN
        return known and len(forms) < 4 and all(form[0].isalpha() and form != "and" for form in forms)

    def _with_number(self, found: Found, forms: list[str], low: list[str]) -> None:
        """A number tells products and roads from persons; a single word in capitals without one is an acronym."""
        inner = len(forms) > 2 and any(form.isdigit() for form in forms[1:-1])  # "Boeing 737 MAX"
        versioned = forms[-1][0].isdigit() or inner or bool(_VERSIONED.match(forms[-1]))
        if len(forms) == 1 and not versioned and forms[0].isupper() and 2 <= len(forms[0].replace(".", "")) <= 6:
            found.add("Organization", 1.2, "acronym")
            found.add("Person", -1.0, "acronym")
        if len(forms) == 1 and _ROAD.match(forms[0]) and self._has_article(found) and self._is_on(found):
            found.add("Place", 5.0, "road")
            found.add("Product", -3.0, "road")
        if versioned and low[0] in self._words["numbered_roads"]:
            found.add("Place", 4.0, "road")
        elif versioned and self._lexicon.gazetteer.get(found.key, "-") == "-":
            found.add(self._numbered(low), 4.0, "version")
        if any(c.isdigit() for c in found.text):
            found.add("Person", -3.0, "version")

    def _is_on(self, found: Found) -> bool:
        """Whether it happened on it: "on the A9"."""
        before = self._sentences[found.sentence].tokens[max(0, found.first - 2) : found.first]
        return bool(before) and before[0].form.lower() in ("on", "off", "along", "onto")

    def _numbered(self, low: list[str]) -> str:
        """What a name with a number is: a product, a law, or only a part of something ("Game 5")."""
        noun = low[-2] if len(low) > 1 else ""
        if noun in self._words["numbered_laws"]:
            return "Legislation"
        return "-" if noun in self._words["numbered_labels"] else "Product"

    def _has_article(self, found: Found) -> bool:
        before = self._sentences[found.sentence].tokens[found.first - 1 : found.first]
        return bool(before) and before[0].form.lower() == "the"

    def _domain(self, found: Found) -> None:
        """A name that is an address on the web is a site; if it speaks or is called a firm, that is said elsewhere."""
        owner = found.text.rpartition(".")[0]
        known = next((c.types[0] for c in self._names.candidates(owner)), "")
        listed = self._lexicon.gazetteer.get(fold(owner), known)
        if coarse(listed) == "ORG":
            found.add(listed, 3.0, "domain-name")
        else:
            found.add("CreativeWork", 2.5, "domain-name")
            found.add("Organization", 0.8, "domain-name")

    def _noun_of_body(self, found: Found, low: list[str]) -> None:
        """Evidence of a last (or, before "of", first) word such as Ministry, Airport, Inc."""
        if len(low) > 2 and low[-2] in ("-", "–"):
            low = low[:-2]  # the "Journal-Constitution" is no constitution
        first_body = self._lexicon.organisations.get(low[0])
        if first_body and first_body[1] and not {"of", "for", "on"}.isdisjoint(low):
            found.add(first_body[0], 4.0, "organisation-word")
            return
        listed = self._lexicon.gazetteer.get(found.key)
        if listed is not None and coarse(listed) not in ("MISC", "LOC"):
            return  # "Crystal Palace" is a team
        endings = (" ".join(low[-2:]), low[-1]) if len(low) > 2 else (low[-1],)
        if len(low) > 2 and self._is_branch(found, low):
            endings = (low[-2],)
        for ending in endings:
            if ending in self._lexicon.organisations:
                self._ends_as_body(found, ending)
                return
        for ending in endings:
            if ending in self._lexicon.facilities:
                self._ends_as_facility(found, low, ending)
                return
        noun = next((low[i - 1] for i in range(1, len(low)) if low[i] in ("of", "for", "on")), "")
        if noun in self._lexicon.organisations and self._lexicon.organisations[noun][1]:
            found.add(self._lexicon.organisations[noun][0], 4.0, "organisation-word")
            return
        if low[0] in self._lexicon.facilities and (low[0] in _LEADING or "of" in low):
            cls = "Place" if low[0] in _TOWNS else self._lexicon.facilities[low[0]][0]
            found.add(cls, 3.0, "facility-word")
            return
        if noun in self._lexicon.organisations:
            found.add(self._lexicon.organisations[noun][0], 4.0, "organisation-word")
        elif noun in self._lexicon.facilities:
            found.add(self._lexicon.facilities[noun][0], 3.0, "facility-word")

    def _ends_as_body(self, found: Found, ending: str) -> None:
        """Evidence of a last word such as Ministry or Angels."""
        cls, strong = self._lexicon.organisations[ending]
        if cls == "SportsTeam" and not strong and not self._sport:
            cls = "Organization"  # the name of a team where nobody plays
        found.add(cls, 4.0 if strong else 2.0, "organisation-word")
        if not strong and ending in self._lexicon.facilities:  # "Borno State", "Nile Delta Group"
            found.add(self._lexicon.facilities[ending][0], 2.0, "facility-word")

    def _ends_as_facility(self, found: Found, low: list[str], ending: str) -> None:
        """Evidence of a last word such as Airport, weaker where it may be a surname."""
        named = len(low) == 2 and self._lexicon.given.get(low[0], False) and self._is_labelled_person(found)
        if named:
            found.add("Person", 2.5, "given-name")
        weight = 1.2 if named or self._lacks_article(found, ending) else 4.0
        found.add(self._lexicon.facilities[ending][0], weight, "facility-word")

    def _is_branch(self, found: Found, low: list[str]) -> bool:
        """Whether a land or town ends the name of a body: "King's College London"."""
        strong = self._lexicon.organisations.get(low[-2], ("", False))[1]
        last = self._names.candidates(found.text.rpartition(" ")[2])[:1]
        return strong and any(c.types[0] == "Country" or (c.types[0] == "City" and c.popularity >= 0.5) for c in last)

    def _branch(self, found: Found) -> None:
        """What a body that is known without its land is with it: "Acme Bank USA"."""
        owner, _, last = found.text.rpartition(" ")
        if not owner or not any(c.types[0] in ("Country", "Continent") for c in self._names.candidates(last)[:1]):
            return
        known = next((c.types[0] for c in self._names.candidates(owner)[:1]), "")
        listed = self._lexicon.gazetteer.get(fold(owner), known)
        if coarse(listed) == "ORG":
            found.add(listed, 3.0, "branch")

    def _lacks_article(self, found: Found, noun: str) -> bool:
        """Whether the name of a sea stands without its article, and may be a firm: "Hanwha Ocean"."""
        sentence = self._sentences[found.sentence]
        before = [t.form.lower() for t in sentence.tokens[max(0, found.first - 8) : found.first]]
        return noun in _SEAS and sentence.block is not BlockKind.HEADLINE and "the" not in before

    def _is_labelled_person(self, found: Found) -> bool:
        """Whether the model takes it for a person, and no article stands before it: "William Hill"."""
        tokens = self._sentences[found.sentence].tokens
        article = found.first > 0 and tokens[found.first - 1].form.lower() == "the"
        return not article and all(t.label == "PERSON" for t in tokens[found.first : found.end])
