"""Says which node that was made before a pronoun goes back to, and what a pronoun cannot be; makes nothing."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

from kgexport.annotate.events.filling.descriptions import CONFIDENCE
from kgexport.model import Entity, Mention, MentionKind, Token

_PERSONAL = frozenset(("he", "she", "him", "her"))
_NEUTRAL = frozenset(("it", "its"))


def agrees(pronoun: Token, entity: Entity) -> bool:
    """Whether a pronoun can stand for an entity by its class: "it" is no person, "he" nothing else."""
    form, person = pronoun.text.lower(), entity.types[0] == "Person"
    return not (person and form in _NEUTRAL) and (person or form not in _PERSONAL)


@dataclass
class MadeBefore:
    """The nodes that were made of noun phrases so far, by where the noun stands."""

    made: list[Entity]
    _by_end: dict[int, tuple[Entity, Mention]] = field(default_factory=dict)
    _read: int = 0

    def at(self, noun: Token, pronoun: Token) -> tuple[Entity, Mention] | None:
        """The node whose phrase ends with a noun, with the pronoun as its mention; each node is looked at once."""
        for entity in self.made[self._read :]:
            for mention in entity.mentions:
                if mention.kind is not MentionKind.PRONOUN:
                    self._by_end.setdefault(mention.span.end, (entity, mention))
        self._read = len(self.made)
        known = self._by_end.get(noun.span.end)
        if known is None or not agrees(pronoun, known[0]):
            return None
        mention = Mention(pronoun.span, MentionKind.PRONOUN, known[1].annotator, CONFIDENCE)
        self.made.append(dataclasses.replace(known[0], mentions=(mention,)))
        return known[0], mention
