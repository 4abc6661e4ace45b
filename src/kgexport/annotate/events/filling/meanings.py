"""Says which entity of the article a phrase stands for, by what stands around it; makes no thing, knows no frame.

A country stands for its officials and forces ("Turkish troops"), a name for the description beside it, a speaker for
the pronoun in what he says.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.events.clause import counted, subjects
from kgexport.annotate.events.filling.actor_nouns import actor_class, is_called, is_vague, stands_for_land
from kgexport.annotate.events.filling.actors import Actors
from kgexport.annotate.events.filling.clubs import is_of_league, told_clubs
from kgexport.annotate.events.filling.descriptions import CONFIDENCE, UNNAMED, is_people
from kgexport.annotate.events.filling.pronoun_fillers import agrees
from kgexport.annotate.events.reading import Named, Reading
from kgexport.annotate.events.reality.speaking import FIRST_PERSON
from kgexport.model import Entity, Mention, MentionKind, Sentence, Token

_STANDS_FOR = {"official", "force"}
_CHOOSING = {"elect", "appoint", "name", "crown", "choose", "re-elect"}
_LOCAL = {"GovernmentOrganization"}
_TOWNS = {"City", "AdministrativeArea", "State", "Place"}
_PERSONAL = {"it", "he", "she", "they"} | FIRST_PERSON


@dataclass
class Meanings:
    """Finds the entities that phrases stand for."""

    reading: Reading
    actors: Actors
    made: list[Entity]
    """Where the people and bodies go that are described only."""
    of_states: bool = False
    """Whether the event at hand is one of states: then "Israelis and Palestinians" are their lands."""

    def entity(self, sentence: Sentence, token: Token) -> tuple[Entity, Mention] | None:
        """The entity, with the words that stand for it; None where the phrase stands for none of the article."""
        named = self.reading.named(token)
        if named and not (is_people(token, self.reading) and (not self.of_states or _is_described(sentence, token))):
            return named.entity, named.mention
        for child in (*_renamed(sentence, token), *self._behind_whose(sentence, token)):
            told = self.reading.named(child)
            title = token.pos == "NOUN" or (token.pos == "PROPN" and actor_class(token) == "Person")
            if told and "person" in self.reading.kinds(sentence, child) and title:
                return told.entity, told.mention
        if above := self.beside(sentence, token) or self._renaming(sentence, token):
            return above.entity, above.mention
        if titled := self._titled(sentence, token):
            return titled
        if token.pos == "PRON" and (known := self._antecedent(token)):
            return known
        if token.pos == "PRON" and token.text.lower() in _PERSONAL:
            return self._speaker(sentence, token)
        for child in sentence.children(token, "nmod", "compound", "amod") if _is_thing(token) else ():
            make = self.reading.named(child)
            if make and make.entity.types[0] == "Product" and make.mention.kind is MentionKind.NAME:
                return make.entity, make.mention
        if is_of_league(sentence, token):
            told = next((self.reading.named(club) for club in told_clubs(sentence, token)), None)
            return (told.entity, told.mention) if told else None
        for child in sentence.children(token, "nmod", "compound"):
            body = self.reading.named(child)
            if body and is_called(sentence, token) and "org" in self.reading.kinds(sentence, child):
                return body.entity, body.mention
        return self._standing(sentence, token)

    def _standing(self, sentence: Sentence, token: Token) -> tuple[Entity, Mention] | None:
        """The land or body whose officials, forces or government these are: "Turkish troops"."""
        if _STANDS_FOR.isdisjoint(self.reading.kinds(sentence, token)) or _is_particular(sentence, token):
            return None
        if not stands_for_land(token):
            return None
        standing = {"place", "org"}
        for child in _parts(sentence, token):
            named = self.reading.named(child)
            if named and not self.reading.kinds(sentence, child).isdisjoint(standing):
                if actor_class(token) in _LOCAL and named.entity.types[0] in _TOWNS and child.dep == "compound":
                    return None  # the police of a town are not the town
                return named.entity, named.mention
        return None

    def _behind_whose(self, sentence: Sentence, token: Token) -> Iterator[Token]:
        """The name behind an office and whose it is, which a parser puts to the latter: "the mayor of X, Ann Lee"."""
        for preposition in sentence.children(token, "prep") if actor_class(token) == "Person" else ():
            for whose in sentence.children(preposition, "pobj") if preposition.lemma == "of" else ():
                if self.reading.named(whose) and "person" not in self.reading.kinds(sentence, whose):
                    yield from (t for t in sentence.children(whose, "appos") if t.pos == "PROPN")

    def beside(self, sentence: Sentence, token: Token) -> Named | None:
        """The name right behind the noun that says what it is: "the video site X", "the magazine Y"."""
        if token.tag != "NN" or actor_class(token) == "Person":
            return None
        for child in sentence.children(token, "appos"):
            named = self.reading.named(child)
            if named is None or named.mention.kind is not MentionKind.NAME or named.entity.types[0] == "Person":
                continue
            if any(t.span.begin == named.mention.span.begin for t in sentence.tokens[token.i + 1 : token.i + 2]):
                return named
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

    def _titled(self, sentence: Sentence, token: Token) -> tuple[Entity, Mention] | None:
        """Whom the text has given this title: "the President" after "President Ann Lee", if nobody else has it."""
        words = sentence.children(token)
        alone = all(t.dep in ("det", "relcl", "punct") or t.i > token.i for t in words)
        if token.tag != "NNP" or not alone or not any(t.text.lower() == "the" for t in words):
            return None
        if any(t.lemma == "of" for t in sentence.children(token, "prep")):
            return None
        person = self.reading.bearer(token)
        return (person, Mention(token.span, MentionKind.NOMINAL, "events/title", CONFIDENCE)) if person else None

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
        if not speakers or is_somebody_else(sentence, speakers[0], pronoun):
            return None
        found = self.entity(sentence, speakers[0]) or self._described_speaker(sentence, speakers[0], pronoun)
        return found if found and agrees(pronoun, found[0]) else None

    def _antecedent(self, pronoun: Token) -> tuple[Entity, Mention] | None:
        """Somebody without a name for whom a pronoun stands: "a husband strangled his wife, then he …"."""
        noun = self.reading.antecedent(pronoun)
        if noun is None or is_somebody_else(*noun, pronoun):
            return None
        if pronoun.text.lower() in ("he", "she") and (told := self.reading.named(noun[1])):
            return told.entity, Mention(pronoun.span, MentionKind.PRONOUN, UNNAMED, CONFIDENCE)
        person = pronoun.text.lower() in ("he", "she")  # "a source"
        # "a group of deputies said they": the deputies
        actor = self.actors.at(noun[0], counted(*noun), speaks=person, plays=True)
        if actor is None:
            return None
        mention = Mention(pronoun.span, MentionKind.PRONOUN, UNNAMED, CONFIDENCE)
        self.made += [actor[0], dataclasses.replace(actor[0], mentions=(mention,))]
        return actor[0], mention

    def _described_speaker(self, sentence: Sentence, speaker: Token, pronoun: Token) -> tuple[Entity, Mention] | None:
        """In "militants said they had attacked" the militants."""
        actor = self.actors.at(sentence, speaker)
        person = actor is not None and actor[0].types == ("Person",)
        if actor is None or person is not (pronoun.text.lower() in ("he", "she")):
            return None
        self.made.append(actor[0])
        return actor


def _renamed(sentence: Sentence, head: Token) -> Iterator[Token]:
    """Names behind a description, also where two describe one person: "her husband and Ann's father, Karl Holm"."""
    yield from (child for child in sentence.children(head, "appos") if child.pos != "PRON")
    for other in sentence.children(head, "conj"):
        if other.pos == "NOUN" and other.tag == head.tag == "NN":
            yield from sentence.children(other, "appos")
        titles = any(actor_class(t) == "Person" for t in sentence.children(other, "compound"))
        if other.pos == "PROPN" and titles and not sentence.children(head, "det", "poss"):
            yield other  # "president and CEO Ann Lee"


def _is_thing(head: Token) -> bool:
    """Whether a product before the noun may be all that it means: "the Zephyr phone", not "Zephyr users"."""
    return not actor_class(head) or is_vague(head)


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


def is_somebody_else(sentence: Sentence, speaker: Token, pronoun: Token) -> bool:
    """In "his lawyer said he would appeal" the pronoun is as likely the client: nobody rather than the wrong one."""
    owners = {token.text.lower() for token in sentence.children(speaker, "poss")}
    if pronoun.text.lower() in ("he", "she") and any(t.pos == "PROPN" for t in sentence.children(speaker, "poss")):
        return True
    return {"he": "his", "she": "her", "they": "their"}.get(pronoun.text.lower(), "") in owners
