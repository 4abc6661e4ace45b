"""Finds the persons, places, organisations and products that an article names, one entity a thing."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from kgexport.annotate.entities.clusters.groups import Group, decide, printed_forms
from kgexport.annotate.entities.clusters.merging import Merger
from kgexport.annotate.entities.clusters.owners import keep_apart
from kgexport.annotate.entities.definitions import add_definitions
from kgexport.annotate.entities.found import Found, Lookup, People
from kgexport.annotate.entities.lexicon import Lexicon, coarse, fold, lexicon
from kgexport.annotate.entities.references.coreference import add_references
from kgexport.annotate.entities.references.kind_nouns import add_kind_nouns
from kgexport.annotate.entities.spotting.areas import keep_areas_apart
from kgexport.annotate.entities.spotting.coordination import add_coordination
from kgexport.annotate.entities.spotting.cues import CueCollector
from kgexport.annotate.entities.spotting.inside import names_inside
from kgexport.annotate.entities.spotting.names import NameFinder
from kgexport.authority.base import Candidate
from kgexport.model import Annotations, BlockKind, Entity, Mention, MentionKind, Span

_SURE = 12.0
"""Evidence from which a mention counts as certain."""


class EntityAnnotator:
    """Adds the entities; the article of a name is outside of its mention."""

    def __init__(self, authority: Lookup | None = None) -> None:
        self._authority = authority

    def annotate(self, so_far: Annotations) -> Annotations:
        """Find names and what refers back to them; needs the sentences."""
        work = _Work(self._lookup(), so_far)
        named = so_far.replacing(entities=work.entities())
        referred = add_references(add_definitions(named), work.genders, work.titles)
        return without_persons(add_kind_nouns(referred), work.persons_by_land())

    def _lookup(self) -> Lookup:
        if self._authority is None:
            from kgexport.authority.embedded import load_embedded

            self._authority = load_embedded()
        return self._authority


class _Work:
    """The entities of one article in the making."""

    def __init__(self, authority: Lookup, so_far: Annotations) -> None:
        self._lexicon: Lexicon = lexicon()
        self._so_far = so_far
        self._text = so_far.article.text
        self._names = NameFinder(self._lexicon, authority, so_far.sentences, self._text)
        self._cues = CueCollector(self._lexicon, authority, self._names, so_far.sentences)
        self._keys: set[str] = set()
        self.genders: dict[str, str] = {}
        """Key of a person -> m or f, where a title tells."""
        self.titles: dict[str, set[str]] = {}
        """Key of a person -> the titles before the name."""

    def persons_by_land(self) -> frozenset[Span]:
        """Where a demonym stands for a person: "the Norwegian"."""
        return frozenset(item.span for item in self._names.people if item.person)

    def entities(self) -> list[Entity]:
        """All of them, in order of their first mention."""
        found = self._names.find()
        for item in found:
            self._cues.collect(item)
        add_coordination(found, self._so_far.sentences)
        found += names_inside(found, self._lexicon, self._so_far.sentences, self._names.candidates)
        keep_apart(found, self._names.people, self._so_far.sentences, self._names.candidates)
        keep_areas_apart(found)
        merger = Merger(self._lexicon, self._names.candidates, self._so_far.sentences)
        made: dict[str, Entity] = {}
        for group in merger.groups(found):
            entity = self._entity(group)
            if entity is not None:
                made[entity.key] = entity
        self._add_people(made, self._names.people)
        return sorted(made.values(), key=lambda e: (e.mentions[0].span, e.key))

    def _entity(self, group: Group) -> Entity | None:
        decided = decide(group)
        if decided is None:
            return None
        kind, cls, total = decided
        members = group.all_members()
        mentions = [
            Mention(m.span, MentionKind.NAME, f"entities/{_rule(m, kind)}", _confidence(total)) for m in members
        ]
        name, others = self._name_forms(kind, cls, members)
        key = self._key(name)
        if kind == "PER":
            self.titles[key] = {t.text for m in members for t in m.titles}
            genders = {t.gender for m in members for t in m.titles} - {"-"}
            if len(genders) == 1:
                self.genders[key] = genders.pop()
        return Entity(key, (cls,), name, tuple(mentions), tuple(others))

    def _name_forms(self, kind: str, cls: str, members: list[Found]) -> tuple[str, list[str]]:
        """The fullest form, and every other form in order of the text."""
        body = [m for m in members if self._so_far.sentences[m.sentence].block is not BlockKind.HEADLINE] or members
        if kind == "PER" and not any(" " in m.text for m in body):
            body = members  # only the headline has the given name
        forms = printed_forms(body)
        if cls == "AdministrativeArea" and all(f in self._lexicon.words["state_abbreviations"] for f in forms):
            name = self._names.label(forms[0])
        elif cls == "Country":
            plain = [f for f in forms if not self._is_long_form(f) and not f.replace(".", "").isupper()]
            name = plain[0] if plain else self._label(forms)
        else:
            forms = [f for f in forms if kind != "PROD" or f.removesuffix("s") == f or f[:-1] not in forms]
            forms = [f for f in forms if cls != "City" or f.removesuffix(" City") == f or f[:-5] not in forms]
            name = max(forms, key=lambda f: (len(f.split()), not f.isupper(), len(f)))
            name = _unshouted(name, members)
        if kind == "ORG" and fold(name) not in self._lexicon.gazetteer and any(map(self._is_with_article, members)):
            name = f"The {name}"  # "The Guardian" is listed so
        others = [m.text for m in members]
        if kind == "PER":
            others += [self._titled(m) for m in members if m.title_span is not None and m.titles[0].kind != "role"]
        return name, [form for form in dict.fromkeys(others) if form != name]

    def _is_long_form(self, form: str) -> bool:
        return any(form.startswith(prefix + " ") for prefix in self._lexicon.words["country_prefixes"])

    def _label(self, forms: list[str]) -> str:
        first = next((c for f in forms for c in self._names.candidates(f) if c.types[0] == "Country"), None)
        return first.name if first else forms[0]

    def _is_with_article(self, found: Found) -> bool:
        before = self._so_far.sentences[found.sentence].tokens[found.first - 1 : found.first]
        return bool(before) and before[0].form == "The" and f"the {found.key}" in self._lexicon.gazetteer

    def _titled(self, found: Found) -> str:
        assert found.title_span is not None
        return " ".join(found.title_span.to(found.span).of(self._text).split())

    def _key(self, name: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "x"
        key, number = f"entity:{slug}", 2
        while key in self._keys:
            key, number = f"entity:{slug}-{number}", number + 1
        self._keys.add(key)
        return key

    def _add_people(self, made: dict[str, Entity], people: list[People]) -> None:
        """Put demonyms on the entity of their land; a land that is named only so gets the authority's name."""
        by_land: dict[str, tuple[Candidate, list[Span]]] = {}
        for item in people:
            by_land.setdefault(item.land.id, (item.land, []))[1].append(item.span)
        by_id = self._lands_by_id(made)
        for identifier, (land, spans) in by_land.items():
            mentions = tuple(Mention(span, MentionKind.ADJECTIVE, "entities/demonym", 0.9) for span in spans)
            key = by_id.get(identifier)
            if key is None:
                key = self._key(land.name)
                made[key] = Entity(key, land.types[:1], land.name, mentions)
            else:
                old = made[key]
                made[key] = _with(old, mentions=tuple(sorted((*old.mentions, *mentions))))

    def _lands_by_id(self, made: dict[str, Entity]) -> dict[str, str]:
        known: dict[str, str] = {}
        for key, entity in made.items():
            if coarse(entity.types[0]) == "LOC":
                for form in (entity.name, *entity.alternate_names):
                    for candidate in self._names.candidates(form)[:1]:
                        known.setdefault(candidate.id, key)
        return known


def without_persons(so_far: Annotations, spans: frozenset[Span]) -> Annotations:
    """Without the mentions of lands at `spans`, where a demonym means a person, and without lands mentioned only so.

    The mentions had to be there while references were resolved: "the Norwegian" is found by them.
    """
    kept = []
    for entity in so_far.entities:
        mentions = tuple(m for m in entity.mentions if m.kind is not MentionKind.ADJECTIVE or m.span not in spans)
        if mentions:
            kept.append(entity if len(mentions) == len(entity.mentions) else _with(entity, mentions=mentions))
    return so_far.replacing(entities=kept) if spans else so_far


def _unshouted(name: str, members: list[Found]) -> str:
    """The form with fewer words in capitals, where a headline or another sentence has one: Peter for PETER Capaldi."""

    def shouted(form: str) -> int:
        return sum(word.isupper() and len(word) > 2 for word in form.split())

    if not shouted(name):
        return name
    alike = [m.text for m in members if m.own_key == fold(name)]
    return min(alike, key=shouted, default=name)


def _with(entity: Entity, **changes: Any) -> Entity:
    return dataclasses.replace(entity, **changes)


def _rule(found: Found, kind: str) -> str:
    """The strongest rule that spoke for the kind at this mention; none: it agrees with the rest of the article."""
    own = [e for e in found.evidence if coarse(e.cls) == kind and e.weight > 0]
    return max(own, key=lambda e: e.weight).rule if own else "agreement"


def _confidence(total: float) -> float:
    return round(min(0.99, 0.5 + 0.5 * total / _SURE), 2)
