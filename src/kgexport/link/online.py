"""Asks a second authority about what the first left open; knows neither network nor data."""

from __future__ import annotations

from dataclasses import dataclass

from kgexport.authority.base import Authority
from kgexport.link.embedded import AuthorityLinker, merge_identities
from kgexport.link.forms import name_forms
from kgexport.link.surroundings import Surroundings
from kgexport.model import Annotations, Entity, MentionKind


@dataclass(frozen=True, slots=True)
class OnlineLinker:
    """Links with the local authorities first; only what has no identity then is asked of the one online.

    The rules that decide are the same for both, and the countries that the article speaks of are those that the local
    authorities know: an answer from outside is never evidence for another.
    """

    local: AuthorityLinker
    online: Authority

    def link(self, annotations: Annotations) -> Annotations:
        """Link what can be linked; raises what the authority online raises."""
        known = self.local.link(annotations)
        seen, asking = Surroundings(known), AuthorityLinker(self.online)
        context = self.local.context(known, seen)
        linked = [asking.link_entity(e, context, seen.of(e)) if _is_worth_asking(e) else e for e in known.entities]
        return merge_identities(known.replacing(entities=linked))


def _is_worth_asking(entity: Entity) -> bool:
    """Whether it is open, and called by a name: no description ("the minister"), no person of one word."""
    if entity.identity or all(mention.kind is not MentionKind.NAME for mention in entity.mentions):
        return False
    return entity.types[0] != "Person" or any(" " in form for form in name_forms(entity))
