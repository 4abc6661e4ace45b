"""Names who or what a phrase stands for: an entity of the article, or one made of the noun phrase; knows no frame.

A country stands for its officials and forces ("Turkish troops"). Where there is no entity, a noun phrase becomes one:
people and bodies that are described (`actors.py`), and for objects a concrete thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.nominals import nominal_entity
from kgexport.annotate.events.clause import counted, subjects
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.actors import Actors
from kgexport.annotate.events.filling.buildings import building
from kgexport.annotate.events.filling.descriptions import is_people
from kgexport.annotate.events.reading import Named, Reading
from kgexport.annotate.events.reality.speaking import FIRST_PERSON
from kgexport.model import Entity, Mention, MentionKind, Role, RoleName, Sentence, Token

_STANDS_FOR = {"official", "force"}
_BODIES = {"body", "remains"}
_CORPSES = {"body", "remains", "corpse"}
_CHOOSING = {"elect", "appoint", "name", "crown", "choose", "re-elect"}
_PARTS = {"member", "minority", "majority"}
"""Nouns of a part that is somebody of its own beside the whole: "members of the opposition"."""
_ACTING = {RoleName.AGENT, RoleName.RECIPIENT}
"""What only people, bodies and places play."""
_LOCAL = {"GovernmentOrganization"}
_TOWNS = {"City", "AdministrativeArea", "State", "Place"}
_PERSONAL = {"it", "he", "she", "they"} | FIRST_PERSON


@dataclass
class Fillers:
    """Finds and makes the entities that fill roles; keeps those that it made."""

    reading: Reading
    made: list[Entity] = field(default_factory=list)
    """Entities of noun phrases, one for each phrase; those of one key belong together."""
    told: set[int] = field(default_factory=set)
    """Where nouns begin that tell of events themselves in the sentence at hand: they are no things."""
    of_states: bool = False
    """Whether the event at hand is one of states: then "Israelis and Palestinians" are their lands."""
    of_people: bool = False
    """Whether the event at hand happens to people: then "killing five" is five people."""
    of_nature: bool = False
    """Whether the event at hand is a disaster."""
    of_speech: bool = False
    """Whether somebody speaks in the event at hand: then "officials" are somebody."""
    of_things: bool = False
    """Whether the event at hand happens to things: then "an Italian hotel" is not Italy."""
    index: EntityIndex = field(init=False)
    actors: Actors = field(init=False)

    def __post_init__(self) -> None:
        self.index = EntityIndex(self.reading.annotations.entities)
        self.actors = Actors(self.reading)

    def fill(self, sentence: Sentence, token: Token, name: RoleName) -> Role | None:
        """The role with what the phrase of this head names; None rather than a dangling word."""
        outer, token = token, counted(sentence, token)
        found = self._entity(sentence, token)
        if outer.lemma.lower() in _BODIES and outer is not token:  # who is found is not "the pilot"
            return None
        if token.lemma.lower() in _CORPSES and token.tag == "NNS" and not found:  # the dead neither act nor suffer
            return None
        if not found and outer is not token and actor_class(outer) and outer.lemma.lower() in _PARTS:
            token = outer  # "members of the opposition"
        found = found or self._nominal(sentence, token, name, outer)
        if found and name in _ACTING and self.reading.kinds(sentence, token).isdisjoint({"actor"}):
            return None
        return Role(name, found[0].key, found[1]) if found else None

    def fill_all(self, sentence: Sentence, token: Token, name: RoleName) -> list[Role]:
        """As `fill`; a pronoun that stands for several gives a role to each of them."""
        several = self.reading.named_all(token) if token.pos == "PRON" else ()
        if len(several) > 1:
            return [Role(name, named.entity.key, named.mention) for named in several]
        role = self.fill(sentence, token, name)
        return [role] if role else []

    def joined(self, sentence: Sentence, role: Role) -> Iterator[Role]:
        """The roles of the lands that stand beside one in "French and Egyptian warships"."""
        first = sentence.tokens_in(role.mention.span)
        if role.mention.kind is MentionKind.ADJECTIVE and len(first) == 1:
            for other in sentence.children(first[0], "conj"):
                named = self.reading.named(other)
                if named and named.mention.kind is MentionKind.ADJECTIVE:
                    yield Role(role.name, named.entity.key, named.mention)

    def _entity(self, sentence: Sentence, token: Token) -> tuple[Entity, Mention] | None:
        named = self.reading.named(token)
        if named and not (is_people(token, self.reading) and (not self.of_states or _is_described(sentence, token))):
            return named.entity, named.mention
        for child in _renamed(sentence, token):
            told = self.reading.named(child)
            if told and "person" in self.reading.kinds(sentence, child) and token.pos == "NOUN":
                return told.entity, told.mention
        if above := self._renaming(sentence, token):
            return above.entity, above.mention
        if token.pos == "PRON" and token.text.lower() in _PERSONAL:
            return self._speaker(sentence, token)
        for child in sentence.children(token, "nmod", "compound", "amod"):
            make = self.reading.named(child)
            if make and make.entity.types[0] == "Product" and make.mention.kind is MentionKind.NAME:
                return make.entity, make.mention
        if _STANDS_FOR.isdisjoint(self.reading.kinds(sentence, token)) or _is_particular(sentence, token):
            return None
        standing = {"place", "org"} | ({"person"} if "power" in self.reading.kinds(sentence, token) else set())
        for child in _parts(sentence, token):
            named = self.reading.named(child)
            if named and not self.reading.kinds(sentence, child).isdisjoint(standing):
                if actor_class(token) in _LOCAL and named.entity.types[0] in _TOWNS and child.dep == "compound":
                    return None  # the police of a town are not the town
                return named.entity, named.mention
        return None

    def _renaming(self, sentence: Sentence, token: Token) -> Named | None:
        """The name that a description is beside: "Ann Lee, the captain who declined"."""
        above = sentence.head(token)
        if token.tag != "NN" or not actor_class(token):
            return None
        if above.lemma.lower() in _CHOOSING and token.dep == "dobj":  # "elected Karl Holm mayor"
            names = (self.reading.named(child) for child in sentence.children(token, "compound", "nmod"))
            return next((named for named in names if named and named.entity.types[0] == "Person"), None)
        if token.dep != "appos":
            return None
        return self.reading.named(above) if self.reading.kinds(sentence, above) & {"person", "org"} else None

    def _speaker(self, sentence: Sentence, pronoun: Token) -> tuple[Entity, Mention] | None:
        """In "Syria said it would leave" whom "it" stands for, where no earlier annotator knew; "I" in a quotation."""
        if pronoun.text.lower() in FIRST_PERSON and self.reading.is_quoted(pronoun):
            meant = self.reading.speaker(pronoun, pronoun.text.lower())
            return (meant, Mention(pronoun.span, MentionKind.PRONOUN, "events/speaker", 0.7)) if meant else None
        if self.reading.is_quoted(pronoun) is not (pronoun.text.lower() in ("i", "we")):
            return None
        verb = sentence.head(pronoun)
        while verb.dep in ("xcomp", "conj", "aux") and verb.head != verb.i:
            verb = sentence.head(verb)
        if verb.dep != "ccomp" or pronoun.i < verb.head:
            return None
        speakers = [t for t in subjects(sentence, sentence.head(verb)) if t.pos != "PRON"]
        if not speakers or _is_somebody_else(sentence, speakers[0], pronoun):
            return None
        return self._entity(sentence, speakers[0]) or self._described_speaker(sentence, speakers[0], pronoun)

    def _described_speaker(self, sentence: Sentence, speaker: Token, pronoun: Token) -> tuple[Entity, Mention] | None:
        """In "militants said they had attacked" the militants."""
        actor = self.actors.at(sentence, speaker)
        person = actor is not None and actor[0].types == ("Person",)
        if actor is None or person is not (pronoun.text.lower() in ("he", "she")):
            return None
        self.made.append(actor[0])
        return actor

    def _nominal(self, sentence: Sentence, token: Token, name: RoleName, outer: Token) -> tuple[Entity, Mention] | None:
        hurt = self.of_people and name is RoleName.OBJECT
        crowd = name is RoleName.AGENT and token.tag == "NNS"  # "thousands fled"
        if token.pos == "NUM" and _is_label(sentence, token):
            return None
        if (hurt or crowd) and (counted_people := self.actors.counted(sentence, token)):
            self.made.append(counted_people[0])
            return counted_people
        if (
            token.pos not in ("NOUN", "PROPN")
            or token.span.begin in self.reading.times
            or token.span.begin in self.told
        ):
            return None
        if name is not RoleName.LOCATION:
            patient = name is RoleName.OBJECT
            actor = self.actors.at(sentence, token, outer, patient=patient, speaks=self.of_speech and not patient)
            if actor:
                self.made.append(actor[0])
                return actor
        if name not in (RoleName.OBJECT, RoleName.INSTRUMENT) or "amount" in self.reading.kinds(sentence, token):
            return None
        entity = nominal_entity(sentence, token, self.reading.annotations, self.index)
        entity = entity or (building(sentence, token, self.actors) if self.of_things else None)
        if entity is None:
            return None
        self.made.append(entity)
        mention = next((m for m in entity.mentions if m.span.overlaps(token.span)), entity.mentions[0])
        self.reading.add(entity, mention)
        return entity, mention

    def key(self, sentence: Sentence, token: Token) -> str:
        """The key of the entity that a phrase stands for; for a phrase without one a key of its place."""
        found = self._entity(sentence, counted(sentence, token))
        return found[0].key if found else f"token:{token.i}"

    def is_name(self, token: Token) -> bool:
        """Whether a token is a name or the adjective of one."""
        named = self.reading.named(token)
        return named is not None and named.mention.kind in (MentionKind.NAME, MentionKind.ADJECTIVE)

    def is_actor(self, sentence: Sentence, token: Token) -> bool:
        """Whether a token is the head or the adjective of a person, group, body or place."""
        kinds = self.reading.kinds(sentence, token)
        return "actor" in kinds and (self.reading.named(token) is not None or token.dep not in ("amod", "compound"))


def _renamed(sentence: Sentence, head: Token) -> Iterator[Token]:
    """Names behind a description, also where two describe one person: "her husband and Ann's father, Karl Holm"."""
    yield from (child for child in sentence.children(head, "appos") if child.pos != "PRON")
    for other in sentence.children(head, "conj"):
        if other.pos == "NOUN" and other.tag == head.tag == "NN":
            yield from sentence.children(other, "appos")


def _is_particular(sentence: Sentence, head: Token) -> bool:
    """Whether a phrase means somebody of a land or body, and not the land: a person, a count, an office of its own.

    "Turkish troops" and "Peru's government" act for the land; "two Turkish soldiers", "Peru's rail authority" do not.
    """
    if sentence.children(head, "nummod") or (head.tag == "NN" and actor_class(head) == "Person"):
        return True
    owned = bool(sentence.children(head, "poss"))
    return owned and any(t.pos != "PROPN" or t.tag == "NN" for t in sentence.children(head, "amod", "compound"))


def _is_described(sentence: Sentence, people: Token) -> bool:
    """Whether a word says which people of a land are meant: "young Algerians", "100 Kurds"."""
    left = people.dep == "nsubj" and sentence.children(sentence.head(people), "oprd")  # "Algerians left homeless by"
    return bool(left or sentence.children(people, "amod", "nummod", "compound", "relcl", "acl", "prep"))


def _parts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The words that say whose officials or forces these are."""
    for child in sentence.children(token, "amod", "compound", "nmod", "poss"):
        yield child
        yield from sentence.children(child, "conj")
    for preposition in sentence.children(token, "prep"):
        if preposition.lemma == "of":
            yield from sentence.children(preposition, "pobj")


def _is_somebody_else(sentence: Sentence, speaker: Token, pronoun: Token) -> bool:
    """In "his lawyer said he would appeal" the pronoun is as likely the client: nobody rather than the wrong one."""
    owners = {token.text.lower() for token in sentence.children(speaker, "poss")}
    if pronoun.text.lower() in ("he", "she") and any(t.pos == "PROPN" for t in sentence.children(speaker, "poss")):
        return True
    return {"he": "his", "she": "her", "they": "their"}.get(pronoun.text.lower(), "") in owners


def _is_label(sentence: Sentence, number: Token) -> bool:
    """Whether a number says which thing is meant: "posts 542 and 543"."""
    while number.dep == "conj" and number.head < number.i:
        number = sentence.head(number)
    return number.i > 0 and sentence.tokens[number.i - 1].pos in ("NOUN", "PROPN")
