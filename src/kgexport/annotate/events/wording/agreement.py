"""Whether a name or phrase takes a verb in the plural, for the names of events; knows the words of the text only."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.annotate.values.numbers import parse
from kgexport.model import Entity, Mention, MentionKind, Role, RoleName, Token

_ONE = frozenset(
    "states nations emirates netherlands philippines maldives bahamas times industries motors airlines".split()
)
"""Last words of names that are one land or firm in spite of their form: "the United States"."""


_BEHIND = frozenset({"of", "from", "in", "at", "with", "on", "for"})
"""What follows the head of a phrase: "officials from the ministry"."""
_ACTING = ("official", "crowd", "troops", "criminal", "worker")
"""Classes of nouns of those who act."""
_PEOPLE = frozenset({"people", "men", "women", "children", "police", "troops"})
_SHORT = 4
_CITIES = frozenset("angeles vegas dallas memphis texas kansas arkansas paris tunis orleans athens".split())
_PLURAL = re.compile(r"(?:[^suiao]s|[aeio]es|[dnrtl]os|ays|Sox)$")
"""How the last word of a team's name ends that takes the plural: "Angels", "Red Sox"."""


def plurals(entities: Iterable[Entity]) -> frozenset[str]:
    """Keys of the teams whose names are plurals, "Angels", not "Manchester United", and of "20 people"."""
    return frozenset(entity.key for entity in entities if entity.name.strip() and _is_plural_name(entity))


def _is_plural_name(entity: Entity) -> bool:
    first, last = entity.name.split()[0], entity.name.split()[-1]
    if "SportsTeam" in entity.types:
        return _PLURAL.search(last) is not None and last.lower() not in _CITIES
    if not entity.key.startswith("nominal:"):
        return False
    number = parse(first.lower())
    many = last.lower().endswith(("s", "people", "men", "women", "children"))
    return (number is not None and number > 1 and many) or _is_crowd(entity)


def _is_crowd(entity: Entity) -> bool:
    """Whether what a phrase describes are several people: "Latvian lawmakers", "officials from the ministry"."""
    words = re.split(rf" (?:{'|'.join(sorted(_BEHIND))}) ", entity.name)[0].split(" ")
    last = words[-1].lower()
    known = any(last.removesuffix("s") in lexicon().classes[name] for name in _ACTING)
    return last in _PEOPLE or (last.endswith("s") and len(last) > _SHORT and known)


def is_many(draft: Draft, roles: Iterable[Role], name: RoleName, plural: frozenset[str] = frozenset()) -> bool:
    """As `is_plural`, for who suffers it: also where the text names nobody."""
    if any(role.name is name for role in roles):
        return is_plural(draft, roles, name, plural)
    suffering = draft.trigger.slots.get("object") or draft.trigger.slots.get("subject") or ()
    return any(token.tag == "NNS" or _is_several(token) for token in suffering[:1])


def _is_several(token: Token) -> bool:
    """Whether a number alone stands for more than one: "four were treated"."""
    return token.pos == "NUM" and token.text.lower() not in ("one", "1")


def is_plural(draft: Draft, roles: Iterable[Role], name: RoleName, plural: frozenset[str] = frozenset()) -> bool:
    """Whether the verb stands in the plural: two names, a common noun or a team in the plural (see `plurals`)."""
    agreeing = {child.tag for child in draft.sentence.children(draft.trigger.head, "aux", "auxpass")} | {
        draft.trigger.head.tag
    }
    said = [role.mention for role in roles if role.name is name]
    subjects = draft.trigger.slots.get("subject", ())[:1]
    if not said:
        return any(counted(draft.sentence, t).tag in ("NNS", "NNPS") or _is_several(t) for t in subjects)
    fillers = {role.filler for role in roles if role.name is name}
    if len(fillers) != 1 or fillers <= plural:
        return True
    last = _head(draft, said[0])
    if not last:
        return False
    they = said[0].kind is MentionKind.PRONOUN and last[0].text.lower() in ("they", "them", "these", "those")
    if they and all(key.startswith("nominal:") for key in fillers):
        return True
    if (
        (last[0].tag == "NNS" and said[0].kind is not MentionKind.NAME)
        or (last[0].pos == "NUM" and said[0].kind is MentionKind.NOMINAL)
        or (said[0].kind is MentionKind.NOMINAL and last[0].tag == "NNPS")
    ):
        return True
    one = last[0].tag == "NN" and any(t.text.lower() in ("a", "an") for t in draft.sentence.children(last[0], "det"))
    itself = (
        not one
        and said[0].kind is not MentionKind.PRONOUN
        and any(token.span.overlaps(said[0].span) for token in subjects)
    )  # not "Rome" in "Rome officials have said"
    if itself and agreeing & {"VBP", "VBZ"} and not is_passive(draft.sentence, draft.trigger.head):
        return "VBP" in agreeing
    before = draft.sentence.tokens[max(0, draft.sentence.tokens_in(said[0].span)[0].i - 1)]
    if last[0].text.lower() in _ONE or (last[0].label == "PERSON" and said[0].kind is MentionKind.NAME):
        return False
    alone = len(draft.sentence.tokens_in(said[0].span)) == 1
    team = (group_of(draft.type) == "sport" and alone) or before.text.lower() == "the"
    return team and last[0].tag in ("NNPS", "NNP", "NNS") and re.search(r"[^suia]s$", last[0].text) is not None


def _head(draft: Draft, mention: Mention) -> list[Token]:
    """The head of a phrase: "supporters" in "supporters of the coup"."""
    words = draft.sentence.tokens_in(mention.span)
    nominal = mention.kind is MentionKind.NOMINAL
    of = next((word.i for word in words[1:] if nominal and word.text.lower() in _BEHIND), None)
    return [word for word in words if of is None or word.i < of][-1:]
