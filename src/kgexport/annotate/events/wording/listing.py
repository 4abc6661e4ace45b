"""Lists for the name of an event who plays a role, as the text puts them; knows entities, no verb."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.filling.descriptions import GROUP, UNNAMED
from kgexport.annotate.events.sameness.merging import Merged
from kgexport.annotate.events.wording.phrases import article, count
from kgexport.annotate.events.wording.wording import owned
from kgexport.model import BlockKind, Entity, Role, RoleName

_MOST = 3


def listed(event: Merged, roles: Iterable[Role], name: RoleName, entities: dict[str, Entity]) -> str:
    """The names of who plays a role among `roles`: "Peru, Chile and Brazil"."""
    played = {role.filler: role for role in roles if role.name is name and role.filler in entities}
    agents = {entities[r.filler].name for r in event.roles if r.name is RoleName.AGENT and r.filler in entities}
    shown = [_with_article(event, role, entities[key].name, agents) for key, role in played.items()]
    shown = list(dict.fromkeys(shown))[:_MOST]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def _with_article(event: Merged, role: Role, name: str, agents: set[str]) -> str:
    """What has no name of its own, with the article that the text gives it there."""
    if not role.filler.startswith("nominal:"):
        return name
    for draft in (event.best, *event.drafts):
        for said in draft.roles:
            if said.filler == role.filler and draft.sentence.block is not BlockKind.HEADLINE:
                inside = draft.sentence.tokens_in(said.mention.span)
                heads = [t for t in inside if not inside[0].i <= t.head <= inside[-1].i or t.head == t.i]
                return article(draft.sentence, heads[0], owned(draft, heads[0], name, agents)) if heads else name
    return name


def how_many(event: Merged, draft: Draft) -> str:
    """The number before the only object, where that is people or things without a name: "five people"."""
    roles = [role for role in event.roles if role.name is RoleName.OBJECT]
    if len(roles) != 1 or not roles[0].filler.startswith("nominal:") or not draft.trigger.pattern.verb:
        return ""
    inside = draft.sentence.tokens_in(roles[0].mention.span)
    if roles[0].mention.annotator in (UNNAMED, GROUP) or any(t.pos == "NUM" for t in inside[:1]):
        return ""  # the number is part of the name
    heads = [t for t in draft.sentence.tokens_in(roles[0].mention.span)[-1:] if t.pos == "NOUN"]
    return count(draft.sentence, heads[0]) if heads else ""
