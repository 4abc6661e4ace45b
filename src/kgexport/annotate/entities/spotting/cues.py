"""Collects evidence for what a name names: its own words, title, lists, authority and the model."""

from __future__ import annotations

from kgexport.annotate.entities.found import Found, Lookup
from kgexport.annotate.entities.lexicon import LANDS, Lexicon, coarse
from kgexport.annotate.entities.spotting.context import ContextCues
from kgexport.annotate.entities.spotting.names import NameFinder
from kgexport.annotate.entities.spotting.ownwords import OwnWords
from kgexport.authority.base import Candidate
from kgexport.model import BlockKind, Sentence, Token

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
        self._own = OwnWords(lexicon, names, sentences, self._context.sport)

    def collect(self, found: Found) -> None:
        """Add all evidence that its own sentence and the lists give."""
        sentence = self._sentences[found.sentence]
        tokens = list(sentence.tokens[found.first : found.end])
        self._own.collect(found, tokens)
        self._title(found)
        self._lists(found)
        self._model(found, sentence, tokens)
        self._context.collect(found)

    def _title(self, found: Found) -> None:
        if len(found.words) > 2 and found.words[1] == "of" and found.words[0] in self._words["noble_names"]:
            found.add("Person", 6.0, "noble-name")
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
        if article and (whole := self._lexicon.gazetteer.get(f"the {found.key}")) is not None:
            listed = whole  # "The Hindu" is no Hindu
        if listed is None and found.key.endswith("s"):
            single = self._lexicon.gazetteer.get(found.key[:-1], "")
            listed = single if coarse(single) == "PROD" else None
        if listed is not None:
            found.add(listed, 5.0, "gazetteer")
        candidates = self._names.candidates(found.text)
        if not candidates and found.key.isupper():
            return
        if self._context.sport and self._names.is_team(found.text):
            found.add("SportsTeam", 3.0, "team")  # "Chelsea" where somebody plays
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
