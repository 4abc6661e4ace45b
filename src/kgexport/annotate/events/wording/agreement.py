"""Whether a name or phrase takes a verb in the plural, for the names of events; knows the words of the text only."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgexport.annotate.events.clause import counted, is_passive
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.model import Mention, MentionKind, Role, RoleName, Token

_ONE = frozenset(
    "states nations emirates netherlands philippines maldives bahamas times industries motors airlines".split()
)
"""Last words of names that are one land or firm in spite of their form: "the United States"."""


def is_many(draft: Draft, roles: Iterable[Role], name: RoleName) -> bool:
    """As `is_plural`, for who suffers it: also where the text names nobody."""
    if any(role.name is name for role in roles):
        return is_plural(draft, roles, name)
    return any(token.tag == "NNS" for token in draft.trigger.slots.get("object", ())[:1])


def is_plural(draft: Draft, roles: Iterable[Role], name: RoleName) -> bool:
    """Whether the verb stands in the plural: two names, a common noun or a team in the plural."""
    agreeing = {child.tag for child in draft.sentence.children(draft.trigger.head, "aux", "auxpass")} | {
        draft.trigger.head.tag
    }
    said = [role.mention for role in roles if role.name is name]
    subjects = draft.trigger.slots.get("subject", ())[:1]
    if not said:
        return any(counted(draft.sentence, token).tag in ("NNS", "NNPS") for token in subjects)
    if len({role.filler for role in roles if role.name is name}) != 1:
        return True
    last = _head(draft, said[0])
    if not last:
        return False
    if (
        (last[0].tag == "NNS" and said[0].kind is not MentionKind.NAME)
        or (last[0].pos == "NUM" and said[0].kind is MentionKind.NOMINAL)
        or (said[0].kind is MentionKind.NOMINAL and last[0].tag == "NNPS")
    ):
        return True
    itself = said[0].kind is not MentionKind.PRONOUN and any(
        token.span.overlaps(said[0].span) for token in subjects
    )  # not "Rome" in "Rome officials have said"
    if itself and agreeing & {"VBP", "VBZ"} and not is_passive(draft.sentence, draft.trigger.head):
        return "VBP" in agreeing
    before = draft.sentence.tokens[max(0, draft.sentence.tokens_in(said[0].span)[0].i - 1)]
    if last[0].text.lower() in _ONE or (last[0].label == "PERSON" and said[0].kind is MentionKind.NAME):
        return False
    team = group_of(draft.type) == "sport" or before.text.lower() == "the"
    return team and last[0].tag in ("NNPS", "NNP", "NNS") and re.search(r"[^suia]s$", last[0].text) is not None


def _head(draft: Draft, mention: Mention) -> list[Token]:
    """The head of a phrase: "supporters" in "supporters of the coup"."""
    words = draft.sentence.tokens_in(mention.span)
    of = next((word.i for word in words if word.text.lower() == "of" and mention.kind is MentionKind.NOMINAL), None)
    return [word for word in words if of is None or word.i < of][-1:]
