"""Gives a part to who or what stands behind "with" or "from" where the frame has no place for it; knows no status.

"Travelled with his wife", "replaced it with two models", "stole $9 million from clients".
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Role, RoleName, Sentence, Token

_TOGETHER = {"travel", "movement", "performance", "stay", "escape", "participation"}
"""What people do together with those behind "with"."""
_EXCHANGED = {"replacement", "product-launch", "addition", "substitution"}
"""What is done with a thing behind "with"."""
_TAKEN = {"crime", "player-transfer", "hiring"}
"""Where somebody or something is taken from somebody."""


def add_companions(sentence: Sentence, draft: Draft, owners: Owners, fillers: Fillers) -> None:
    """Add those who take part beside the agent or the object, as participants."""
    if not draft.trigger.pattern.verb:
        return
    frame = lexicon().frames[draft.trigger.pattern.frame]
    placed = {slot.name for _, part in frame for slot in part}
    for name, token in _candidates(sentence, draft):
        if name in placed or token.i in owners or any(r.mention.span.overlaps(token.span) for r in draft.roles):
            continue
        role = _role(sentence, draft, token, fillers)
        if role is not None and role.filler not in draft.role(*RoleName):
            draft.roles.append(dataclasses.replace(role, name=RoleName.PARTICIPANT))


def _candidates(sentence: Sentence, draft: Draft) -> Iterator[tuple[str, Token]]:
    """The phrases behind the prepositions that hang on the verb itself or on its object."""
    slots = draft.trigger.slots
    if draft.type in _TOGETHER | _EXCHANGED:
        yield from (("with", token) for token in slots.get("with", ()) if not sentence.children(token, "acl", "relcl"))
    if draft.type in _TAKEN:
        yield from (("from", token) for token in slots.get("from", ()))


def _role(sentence: Sentence, draft: Draft, token: Token, fillers: Fillers) -> Role | None:
    if draft.type in _EXCHANGED:
        return fillers.thing(sentence, token)
    somebody = {"person", "group", "org", "animate"} | ({"place"} if draft.type == "player-transfer" else set())
    if fillers.reading.kinds(sentence, token).isdisjoint(somebody):
        return None
    return fillers.fill(sentence, token, RoleName.PARTICIPANT)
