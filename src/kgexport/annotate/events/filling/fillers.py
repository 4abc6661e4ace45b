"""Names who or what a phrase stands for: an entity of the article, or one made of the noun phrase; knows no frame.

A country stands for its officials and forces ("Turkish troops"). Where there is no entity, a noun phrase becomes one:
people and bodies that are described (`actors.py`), and for objects a concrete thing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field

from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.nominals import nominal_entity
from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.actors import Actors
from kgexport.annotate.events.filling.buildings import building
from kgexport.annotate.events.filling.descriptions import BODY, CONFIDENCE, GROUP, UNNAMED
from kgexport.annotate.events.filling.given_names import alias_of
from kgexport.annotate.events.filling.meanings import Meanings, is_somebody_else
from kgexport.annotate.events.filling.pronoun_fillers import MadeBefore
from kgexport.annotate.events.filling.things import Things, coarse_class, is_piece
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.setting.pointing import Pointing
from kgexport.model import Entity, Mention, MentionKind, Role, RoleName, Sentence, Span, Token

_BODIES = {"body", "remains"}
_CORPSES = {"body", "remains", "corpse"}
_PARTS = {"member", "minority", "majority"}
"""Nouns of a part that is somebody of its own beside the whole: "members of the opposition"."""
_ACTING = {RoleName.AGENT, RoleName.RECIPIENT}
"""What only people, bodies and places play."""
NOMINAL = "entities/nominal"
"""The rule of things that stand in a place where only things do, and of those that a definition names."""


@dataclass
class Fillers:
    """Finds and makes the entities that fill roles; keeps those that it made."""

    reading: Reading
    made: list[Entity] = field(default_factory=list)
    """Entities of noun phrases, one for each phrase; those of one key belong together."""
    told: set[int] = field(default_factory=set)
    """Where nouns begin that tell of events themselves in the sentence at hand: they are no things."""
    of_people: bool = False
    """Whether the event at hand happens to people: then "killing five" is five people."""
    of_nature: bool = False
    """Whether the event at hand is a disaster."""
    of_speech: bool = False
    """Whether somebody speaks in the event at hand: then "officials" are somebody."""
    direct: bool = True
    """Whether the sentence itself says what the phrase at hand does or suffers: then "people" are somebody."""
    of_prizes: bool = False
    """Whether a prize is won in the event at hand: then a work may get it."""
    of_things: bool = False
    """Whether the event at hand happens to things: then "an Italian hotel" is not Italy."""
    papers: dict[str, str] = field(default_factory=dict)
    """Noun of a paper -> key of who spoke in it last."""
    index: EntityIndex = field(init=False)
    actors: Actors = field(init=False)
    things: Things = field(init=False)
    pointing: Pointing = field(init=False)
    meanings: Meanings = field(init=False)
    before: MadeBefore = field(init=False)

    def __post_init__(self) -> None:
        self.index = EntityIndex(self.reading.annotations.entities)
        self.actors = Actors(self.reading)
        self.things = Things(self.reading, frozenset(self.index.by_key))
        self.pointing = Pointing(self.reading, self.things)
        self.meanings = Meanings(self.reading, self.actors, self.made)
        self.before = MadeBefore(self.made)

    def fill(self, sentence: Sentence, token: Token, name: RoleName) -> Role | None:
        """The role with what the phrase of this head names; None rather than a dangling word."""
        outer, token = token, counted(sentence, token)
        found = None if _is_some_of_them(sentence, outer, token, name) else self.meanings.entity(sentence, token)
        if outer.lemma.lower() in _BODIES and outer is not token:  # who is found is not "the pilot"
            return None
        if token.lemma.lower() in _CORPSES and token.tag == "NNS" and not found:  # the dead neither act nor suffer
            return None
        if not found and outer is not token and actor_class(outer) and outer.lemma.lower() in _PARTS:
            token = outer  # "members of the opposition"
        found = found or self._alias(sentence, token) or self._nominal(sentence, token, name, outer)
        if not found and (noun := self.reading.antecedent(token)) and not is_somebody_else(*noun, token):
            found = self.before.at(noun[1], token)
        described = found is not None and found[1].annotator in (UNNAMED, GROUP, BODY)
        wins = self.of_prizes and name is RoleName.RECIPIENT and self.is_name(token)  # a film gets an award
        if name in _ACTING and not (described or wins or "actor" in self.reading.kinds(sentence, token)):
            return None
        return Role(name, found[0].key, found[1]) if found else None

    def fill_all(self, sentence: Sentence, token: Token, name: RoleName) -> list[Role]:
        """As `fill`; what stands for several ("they", "the two countries") gives a role to each of them."""
        several = self.reading.named_all(token)
        if len(several) > 1:
            return [Role(name, named.entity.key, named.mention) for named in several]
        if joined := self.reading.antecedents(token):
            roles = [self.fill(*noun, name) for noun in joined]
            return [dataclasses.replace(r, mention=_as_pronoun(token, r)) for r in roles if r] if all(roles) else []
        if family := self._family(*(self.reading.antecedent(token) or (sentence, token))):
            mention = Mention(token.span, MentionKind.NAME, "events/family", CONFIDENCE)
            return [Role(name, person.key, mention) for person in family]
        role = self.fill(sentence, token, name)
        return [role] if role else []

    def _family(self, sentence: Sentence, token: Token) -> list[Entity]:
        """Those who are named before by the surname: "the Holms" of Karl Holm and Ann Holm."""
        if token.tag not in ("NNPS", "NNP") or self.reading.named(token) or not token.form.endswith("s"):
            return []
        if not any(t.text.lower() == "the" for t in sentence.children(token, "det")):
            return []
        found = self.reading.bearers_of(token.form[:-1], token)
        return found if len(found) > 1 else []

    def thing(self, sentence: Sentence, token: Token, *, place: bool = False, bought: bool = False) -> Role | None:
        """As `fill` for what something is done to; where that finds nothing, a thing is made of the noun phrase.

        `place`: it is where something happens, so it is a `Place` and no mere thing; `bought`: nobody, but something.
        """
        named = self.reading.named(token) or self.meanings.beside(sentence, token)
        unnamed_place = named is None and coarse_class(token) == "LOC"
        role = self._named_behind(sentence, token) if unnamed_place else self.fill(sentence, token, RoleName.OBJECT)
        if role is not None:
            return role
        meant = self.reading.antecedent(token) if token.pos == "PRON" else None
        made = self.things.at(*(meant or (sentence, token)), place=place, bought=bought and meant is None)
        if made is None:
            return None
        pronoun = Mention(token.span, MentionKind.PRONOUN, made[1].annotator, CONFIDENCE)
        self.made += [made[0], dataclasses.replace(made[0], mentions=(pronoun,))] if meant else [made[0]]
        return Role(RoleName.OBJECT, made[0].key, pronoun if meant else made[1])

    def _named_behind(self, sentence: Sentence, token: Token) -> Role | None:
        """The place whose sort a noun says: "the state of Ohio"."""
        for preposition in sentence.children(token, "prep") if coarse_class(token) == "LOC" else ():
            for phrase in sentence.children(preposition, "pobj") if preposition.lemma == "of" else ():
                named = self.reading.named(phrase)
                if named and named.mention.kind is MentionKind.NAME and "place" in self.reading.kinds(sentence, phrase):
                    return Role(RoleName.OBJECT, named.entity.key, named.mention)
        return None

    def finished(self, entity: Entity) -> Entity:
        """An entity that was made with the fullest of its forms as name."""
        return self.things.finished(self.actors.finished(entity))

    def joined(self, sentence: Sentence, role: Role) -> Iterator[Role]:
        """The roles of the lands that stand beside one in "French and Egyptian warships"."""
        first = sentence.tokens_in(role.mention.span)
        if role.mention.kind is MentionKind.ADJECTIVE and len(first) == 1:
            for other in sentence.children(first[0], "conj"):
                named = self.reading.named(other)
                if named and named.mention.kind is MentionKind.ADJECTIVE:
                    yield Role(role.name, named.entity.key, named.mention)

    def _alias(self, sentence: Sentence, token: Token) -> tuple[Entity, Mention] | None:
        """Who is meant by a noun that brings a name: "a man named Karl Holm"."""
        people = actor_class(token) == "Person" and token.tag in ("NN", "NNP")
        named = [self.reading.named(word) for word in alias_of(sentence, token)] if people else []
        if not named or named[0] is None or named[0].mention.kind is not MentionKind.NAME:
            return None
        whole = Mention(token.span.to(named[0].mention.span), MentionKind.NOMINAL, "events/alias", CONFIDENCE)
        return (named[0].entity, whole) if named[0].entity.types[0] == "Person" else None

    def _nominal(self, sentence: Sentence, token: Token, name: RoleName, outer: Token) -> tuple[Entity, Mention] | None:
        hurt = self.of_people and name is RoleName.OBJECT
        crowd = name is RoleName.AGENT and (token.tag == "NNS" or _is_of_those(sentence, token))  # "thousands fled"
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
        if token.dep == "compound" and name is not RoleName.LOCATION and self.reading.named(token) is None:
            before = self.actors.before(sentence, token)
            self.made += [before[0]] if before else []
            return before
        if name is not RoleName.LOCATION:
            patient = name is RoleName.OBJECT
            speaks = self.of_speech and not patient
            actor = self.actors.at(sentence, token, outer, patient=patient, speaks=speaks, plays=self.direct or speaks)
            if actor and not (patient and is_piece(sentence, token, self.reading)):
                self.made.append(actor[0])
                return actor
        if name not in (RoleName.OBJECT, RoleName.INSTRUMENT) or "amount" in self.reading.kinds(sentence, token):
            return None
        entity = nominal_entity(sentence, token, self.reading.annotations, self.index)
        entity = entity or (building(sentence, token, self.actors) if self.of_things else None)
        if entity is None:
            return None
        if entity.key not in self.index.by_key and (thing := self.things.at(sentence, token, rule=NOMINAL)):
            self.made.append(thing[0])
            own = Span(thing[1].span.begin, max(token.span.end, thing[1].span.begin + 1))
            self.reading.add(thing[0], dataclasses.replace(thing[1], span=own))  # not those behind its "of"
            return thing
        self.made.append(entity)
        mention = next((m for m in entity.mentions if m.span.overlaps(token.span)), entity.mentions[0])
        self.reading.add(entity, mention)
        return entity, mention

    def key(self, sentence: Sentence, token: Token) -> str:
        """The key of the entity that a phrase stands for; for a phrase without one a key of its place."""
        found = self.meanings.entity(sentence, counted(sentence, token))
        return found[0].key if found else f"token:{token.i}"

    def is_name(self, token: Token) -> bool:
        """Whether a token is a name or the adjective of one."""
        named = self.reading.named(token)
        return named is not None and named.mention.kind in (MentionKind.NAME, MentionKind.ADJECTIVE)

    def is_actor(self, sentence: Sentence, token: Token) -> bool:
        """Whether a token is the head or the adjective of a person, group, body or place."""
        kinds = self.reading.kinds(sentence, token)
        return "actor" in kinds and (self.reading.named(token) is not None or token.dep not in ("amod", "compound"))


def _is_of_those(sentence: Sentence, number: Token) -> bool:
    """Whether a number alone acts and the clause before tells of people: "the members voted, and 900 refused"."""
    if number.pos != "NUM" or number.dep != "nsubj":
        return False
    before = [
        t
        for t in sentence.tokens[max(0, number.i - 40) : number.i]
        if t.dep in ("nsubj", "nsubjpass", "pobj") and t.tag == "NNS"
    ]
    return bool(before) and actor_class(before[-1]) in ("Person", "Group", "force", "either")


def _as_pronoun(pronoun: Token, role: Role) -> Mention:
    return Mention(pronoun.span, MentionKind.PRONOUN, role.mention.annotator, CONFIDENCE)


def _is_label(sentence: Sentence, number: Token) -> bool:
    """Whether a number says which thing is meant: "posts 542 and 543"."""
    while number.dep == "conj" and number.head < number.i:
        number = sentence.head(number)
    return number.i > 0 and sentence.tokens[number.i - 1].pos in ("NOUN", "PROPN")


def _is_some_of_them(sentence: Sentence, outer: Token, body: Token, name: RoleName) -> bool:
    """Whether people of a body are spoken of, not the body: "one member of the party was hurt"."""
    counted_ones = outer.tag == "NN" or name is RoleName.OBJECT or bool(sentence.children(outer, "nummod"))
    return outer.lemma.lower() == "member" and body.pos == "PROPN" and counted_ones
