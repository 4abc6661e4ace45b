"""Names who or what a phrase stands for: an entity of the article, or one made of the noun phrase; knows no frame.

A country stands for its officials and forces ("Turkish troops"). Where there is no entity, a noun phrase becomes one: a
concrete thing for objects, a group that is told from others for the other roles. A group that acts becomes an
`Organization`, since schema.org's `agent`, `participant` and `recipient` expect one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.nominals import nominal_entity
from kgexport.annotate.events.clause import counted, subjects
from kgexport.annotate.events.reading import Reading
from kgexport.model import Entity, Mention, MentionKind, Role, RoleName, Sentence, Token

_STANDS_FOR = {"official", "force"}
_ACTING = {RoleName.AGENT, RoleName.RECIPIENT}
"""What only people, bodies and places play."""
_GROUPS = {"group", "force", "official"}
_LONGEST_GROUP = 5
_CONFIDENCE = 0.6
_PERSONAL = {"it", "he", "she", "they", "we", "i"}


@dataclass
class Fillers:
    """Finds and makes the entities that fill roles; keeps those that it made."""

    reading: Reading
    made: list[Entity] = field(default_factory=list)
    """Entities of noun phrases, one for each phrase; those of one key belong together."""
    told: set[int] = field(default_factory=set)
    """Where nouns begin that tell of events themselves in the sentence at hand: they are no things."""
    index: EntityIndex = field(init=False)

    def __post_init__(self) -> None:
        self.index = EntityIndex(self.reading.annotations.entities)

    def fill(self, sentence: Sentence, token: Token, name: RoleName) -> Role | None:
        """The role with what the phrase of this head names; None rather than a dangling word."""
        token = counted(sentence, token)
        found = self._entity(sentence, token) or self._nominal(sentence, token, name)
        if found and name in _ACTING and self.reading.kinds(sentence, token).isdisjoint({"actor"}):
            return None
        return Role(name, found[0].key, found[1]) if found else None

    def _entity(self, sentence: Sentence, token: Token) -> tuple[Entity, Mention] | None:
        named = self.reading.named(token)
        if named:
            return named.entity, named.mention
        for child in sentence.children(token, "appos"):
            told = self.reading.named(child)
            if told and "person" in self.reading.kinds(sentence, child) and token.pos == "NOUN":
                return told.entity, told.mention
        if token.pos == "PRON" and token.text.lower() in _PERSONAL:
            return self._speaker(sentence, token)
        for child in sentence.children(token, "nmod", "compound", "amod"):
            make = self.reading.named(child)
            if make and make.entity.types[0] == "Product" and make.mention.kind is MentionKind.NAME:
                return make.entity, make.mention
        if _STANDS_FOR.isdisjoint(self.reading.kinds(sentence, token)):
            return None
        standing = {"place", "org"} | ({"person"} if "power" in self.reading.kinds(sentence, token) else set())
        for child in _parts(sentence, token):
            named = self.reading.named(child)
            if named and not self.reading.kinds(sentence, child).isdisjoint(standing):
                return named.entity, named.mention
        return None

    def _speaker(self, sentence: Sentence, pronoun: Token) -> tuple[Entity, Mention] | None:
        """In "Syria said it would leave" whom "it" stands for, where no earlier annotator knew."""
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
        return self._entity(sentence, speakers[0])

    def _nominal(self, sentence: Sentence, token: Token, name: RoleName) -> tuple[Entity, Mention] | None:
        if (
            token.pos not in ("NOUN", "PROPN")
            or token.span.begin in self.reading.times
            or token.span.begin in self.told
        ):
            return None
        kinds = self.reading.kinds(sentence, token)
        if name is RoleName.OBJECT:
            entity = (
                None if "amount" in kinds else nominal_entity(sentence, token, self.reading.annotations, self.index)
            )
        else:
            entity = None if kinds.isdisjoint(_GROUPS) else self._group(sentence, token)
        if entity is None:
            return None
        self.made.append(entity)
        mention = next((m for m in entity.mentions if m.span.overlaps(token.span)), entity.mentions[0])
        self.reading.add(entity, mention)
        return entity, mention

    def _group(self, sentence: Sentence, head: Token) -> Entity | None:
        """A group that acts and that the text tells from others: "Rwandan rebels", not "rebels" or "many people"."""
        phrase = [head]
        for token in reversed(sentence.tokens[max(0, head.i - _LONGEST_GROUP) : head.i]):
            if token.head != head.i or token.dep not in ("amod", "compound", "nmod"):
                break
            phrase.insert(0, token)
        telling = any(t.pos in ("NOUN", "PROPN") or self.is_name(t) or t.form[:1].isupper() for t in phrase[:-1])
        if head.tag not in ("NNS", "NNPS") or not telling:
            return None
        words = [t.form if t.form[:1].isupper() and (t.i or self.is_name(t)) else t.form.lower() for t in phrase]
        span = phrase[0].span.to(phrase[-1].span)
        key = "nominal:" + "-".join(re.sub(r"[^a-z0-9]+", "", word.lower()) or "x" for word in words)
        mention = Mention(span, MentionKind.NOMINAL, "events/group", _CONFIDENCE)
        return Entity(key, ("Organization",), " ".join(words), (mention,))

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
    return {"he": "his", "she": "her", "they": "their"}.get(pronoun.text.lower(), "") in owners
