"""Collects evidence for what a name names: its own words, title, lists, authority and the model."""

from __future__ import annotations

import re

from kgexport.annotate.entities.context import ContextCues
from kgexport.annotate.entities.found import Found, Lookup
from kgexport.annotate.entities.lexicon import LANDS, Lexicon, coarse
from kgexport.annotate.entities.names import NameFinder
from kgexport.authority.base import Candidate
from kgexport.model import BlockKind, Sentence, Token

_INITIAL = re.compile(r"^[A-Z]\.$")
_DOMAIN = re.compile(r"\w\.(?:com|org|net|info|[a-z]{2})$")
_VERSIONED = re.compile(r"^[A-Z][A-Za-z]*-?\d{1,3}[A-Za-z]?$")
_LABELS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "PRODUCT": "Product",
    "EVENT": "-",
    "WORK_OF_ART": "CreativeWork",
    "LAW": "Legislation",
    "NORP": "-",
}
_NO_NODE = {"Event": "Thing", "type": "Thing"}
"""Classes of an authority that an entity must not have: happenings are the event annotator's."""


class CueCollector:
    """Adds the evidence to the names of one article."""

    def __init__(self, lexicon: Lexicon, authority: Lookup, names: NameFinder, sentences: tuple[Sentence, ...]) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words
        self._authority = authority
        self._names = names
        self._sentences = sentences
        self._context = ContextCues(lexicon, names, sentences)

    def collect(self, found: Found) -> None:
        """Add all evidence that its own sentence and the lists give."""
        sentence = self._sentences[found.sentence]
        tokens = list(sentence.tokens[found.first : found.end])
        self._own_words(found, tokens)
        self._title(found)
        self._lists(found)
        self._model(found, sentence, tokens)
        self._context.collect(found)

    def _own_words(self, found: Found, tokens: list[Token]) -> None:
        forms = [t.form for t in tokens]
        low = [f.lower() for f in forms]
        versioned = forms[-1][0].isdigit() or bool(_VERSIONED.match(forms[-1]))
        if len(forms) == 1 and not versioned and forms[0].isupper() and 2 <= len(forms[0].replace(".", "")) <= 6:
            found.add("Organization", 1.2, "acronym")
            found.add("Person", -1.0, "acronym")
        if len(forms) > 1:
            self._noun_of_body(found, low)
            if forms[0].lower() in self._lexicon.given and not any(e.rule.endswith("-word") for e in found.evidence):
                found.add("Person", 2.5 if self._lexicon.given[low[0]] else 1.2, "given-name")
            if any(_INITIAL.match(form) for form in forms[:-1]):
                found.add("Person", 2.5, "initial")
            if forms[-1] in self._words["name_suffixes"] and not forms[-1].isupper():
                found.add("Person", 3.0, "name-suffix")
            if forms[0] in self._words["ship_prefixes"]:
                found.add("Vehicle", 5.0, "ship")
        elif self._lexicon.given.get(low[0]):
            found.add("Person", 1.0, "given-name")
        if versioned and low[0] in self._words["numbered_roads"]:
            found.add("Place", 4.0, "road")
        elif versioned:
            found.add("Product", 4.0, "version")
        if _DOMAIN.search(forms[-1]):
            found.add("Organization", 1.5, "domain-name")
        if low[0] in self._words["event_leads"] and len(forms) > 1:
            found.add("-", 5.0, "event-word")
        if len(forms) == 1 and low[0].endswith(("ology", "ism", "ity")):
            found.add("Place", -2.0, "word-shape")

    def _noun_of_body(self, found: Found, low: list[str]) -> None:
        """Evidence of a last (or, before "of", first) word such as Ministry, Airport, Inc."""
        if len(low) > 2 and low[-2] in ("-", "–"):
            low = low[:-2]  # the "Journal-Constitution" is no constitution
        first_body = self._lexicon.organisations.get(low[0])
        if first_body and first_body[1] and ("of" in low or "for" in low):
            found.add(first_body[0], 4.0, "organisation-word")
            return
        endings = (" ".join(low[-2:]), low[-1]) if len(low) > 2 else (low[-1],)
        for ending in endings:
            if ending in self._lexicon.organisations:
                cls, strong = self._lexicon.organisations[ending]
                if cls == "SportsTeam" and not strong and not self._context.sport:
                    cls = "Organization"  # "Hells Angels" where nobody plays
                found.add(cls, 4.0 if strong else 2.0, "organisation-word")
                if not strong and ending in self._lexicon.facilities:  # "Borno State", "Nile Delta Group"
                    found.add(self._lexicon.facilities[ending][0], 2.0, "facility-word")
                return
        for ending in endings:
            if ending in self._lexicon.facilities:
                named = len(low) == 2 and self._lexicon.given.get(low[0], False) and self._is_labelled_person(found)
                if named:
                    found.add("Person", 2.5, "given-name")
                found.add(self._lexicon.facilities[ending][0], 1.2 if named else 4.0, "facility-word")
                return
        noun = next((low[i - 1] for i in range(1, len(low)) if low[i] in ("of", "for")), "")
        if noun in self._lexicon.organisations and self._lexicon.organisations[noun][1]:
            found.add(self._lexicon.organisations[noun][0], 4.0, "organisation-word")
            return
        if low[0] in self._lexicon.facilities and (low[0] in _LEADING or "of" in low):
            found.add(self._lexicon.facilities[low[0]][0], 3.0, "facility-word")
            return
        if noun in self._lexicon.organisations:
            found.add(self._lexicon.organisations[noun][0], 4.0, "organisation-word")
        elif noun in self._lexicon.facilities:
            found.add(self._lexicon.facilities[noun][0], 3.0, "facility-word")

    def _is_labelled_person(self, found: Found) -> bool:
        """Whether the model takes it for a person, and no article stands before it: "William Hill"."""
        tokens = self._sentences[found.sentence].tokens
        article = found.first > 0 and tokens[found.first - 1].form.lower() == "the"
        return not article and all(t.label == "PERSON" for t in tokens[found.first : found.end])

    def _title(self, found: Found) -> None:
        if found.titles:
            found.add("Person", 6.0 if found.titles[-1].kind == "honorific" else 5.0, "title-name")

    def _lists(self, found: Found) -> None:
        before = self._sentences[found.sentence].tokens[found.first - 1 : found.first]
        article = bool(before) and before[0].form == "The"  # "The Times" is in the list with it
        listed = self._lexicon.gazetteer.get(found.key) or (
            self._lexicon.gazetteer.get(f"the {found.key}") if article else None
        )
        direction, _, land = found.text.partition(" ")
        if direction.lower() in self._words["directions"] and any(
            c.types[0] in LANDS for c in self._names.candidates(land)[:1]
        ):
            found.add("Place", 3.0, "direction")
        if listed is None and found.key.endswith("s"):
            single = self._lexicon.gazetteer.get(found.key[:-1], "")
            listed = single if coarse(single) == "PROD" else None
        if listed is not None:
            found.add(listed, 5.0, "gazetteer")
        candidates = self._names.candidates(found.text)
        if not candidates and found.key.isupper():
            return
        area, *others = candidates or (None,)
        if area is not None and area.types[0] == "AdministrativeArea" and _is_rather_city(area, others):
            found.add("City", 4.0, "authority")
            return
        for rank, candidate in enumerate(candidates[:3]):
            weight = 1.2 + 3.0 * candidate.popularity if candidate.types[0] == "City" else 4.0
            if " " not in found.text and candidate.types[0] not in LANDS:
                weight = 2.0 if candidate.types[0] == "Person" else 3.0
            if candidate.matched == "short":
                weight *= 0.7
            cls = _NO_NODE.get(candidate.types[0], candidate.types[0])
            found.add(cls, weight / (1, 2.5, 4)[rank], "authority")

    def _model(self, found: Found, sentence: Sentence, tokens: list[Token]) -> None:
        """The language model's label, as far as it covers the name and stays inside it."""
        labels = [t.label for t in tokens if t.label in _LABELS]
        if not labels:
            return
        label = max(sorted(set(labels)), key=labels.count)
        inside = labels.count(label) / len(tokens)
        before = sentence.tokens[found.first - 1].label if found.first and not tokens[0].starts_entity else ""
        weight = inside * (0.6 if before == label else 1.0)
        weight *= (
            0.5
            if sentence.block is BlockKind.HEADLINE
            else 0.8
            if found.first == 0 and len(tokens) == 1
            else 1.0
            if found.first == 0
            else 1.2
        )
        if len(tokens) > 1 and label in ("PERSON", "ORG"):
            weight *= 1.5 if label == "PERSON" else 1.3
        if label == "GPE" and not any(e.rule in ("authority", "gazetteer") for e in found.evidence):
            found.add("Place", 0.6 * weight, "model")
            found.add("Organization", 0.4 * weight, "model")
        else:
            found.add(_LABELS[label], weight, "model")


def _is_rather_city(area: Candidate, others: list[Candidate]) -> bool:
    """Whether a bare name means the town and not the region called like it: Geneva, not its canton."""
    return any(c.types[0] == "City" and c.popularity >= max(0.5, area.popularity - 0.15) for c in others[:2])


_LEADING = frozenset("mount lake river cape fort port mt gulf bay masjid".split())
