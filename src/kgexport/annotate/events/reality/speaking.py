"""Says for whom "I" and "we" stand in what somebody says; knows speakers and their posts, no event."""

from __future__ import annotations

from kgexport.model import Annotations, Claim, Entity, Quotation

_SINGLE = {"i", "me", "my", "myself"}
_JOINT = {"we", "us", "our", "ourselves"}
_SPEAKING_FOR = frozenset(
    "spokesman spokeswoman spokesperson president chairman chairwoman chair ceo executive director minister premier "
    "chancellor secretary commissioner mayor governor head leader chief".split()
)
"""Words of posts whose holder speaks for the body."""
FIRST_PERSON = _SINGLE | _JOINT


class Speakers:
    """Who speaks in each claim and quotation, and for which body."""

    def __init__(self, annotations: Annotations) -> None:
        said: tuple[Quotation | Claim, ...] = (*annotations.quotations, *annotations.claims)
        self._of = {item.key: item.speaker for item in said if item.speaker}
        self._entities = {entity.key: entity for entity in annotations.entities}
        posts = {a.subject: a.value.lower().split() for a in annotations.attributes if a.predicate == "jobTitle"}
        self._body: dict[str, str] = {}
        for relation in annotations.relations:
            if relation.predicate == "worksFor" and not _SPEAKING_FOR.isdisjoint(posts.get(relation.subject, ())):
                self._body.setdefault(relation.subject, relation.object)

    def meant(self, key: str, pronoun: str) -> Entity | None:
        """Who says "I"; "we" of a body is the body, of a person the body that he or she speaks for, else nobody."""
        speaker = self._entities.get(self._of.get(key, ""))
        if speaker is None:
            return None
        person = speaker.types[0] == "Person"
        if pronoun in _SINGLE:
            return speaker if person else None
        if pronoun not in _JOINT:
            return None
        return self._entities.get(self._body.get(speaker.key, "")) if person else speaker
