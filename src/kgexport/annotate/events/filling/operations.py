"""Finds who did it in a raid or operation that the sentence names: "were freed in an operation by commandos".

Knows the noun behind "in" and who is told with it; the phrase of a place before the noun does nothing.
"""

from __future__ import annotations

from kgexport.annotate.events.clause import expanded
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.passives import is_passive
from kgexport.model import MentionKind, Role, RoleName, Sentence, Token

_DONE = frozenset(
    "arrest rescue release seizure killing injury evacuation abduction imprisonment destruction discovery "
    "liberation recovery search".split()
)
"""What is done to somebody or something in an operation, and who carries it out does it."""
_DEEDS = frozenset("operation raid sweep crackdown swoop sting ambush assault mission manoeuvre maneuver".split())
_BESIDE = frozenset({"in", "during"})
_FORCES = ("GovernmentOrganization", "force")


def operators(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """The agent that only the phrase of the operation tells; none where somebody else does it."""
    if trigger.pattern.type not in _DONE or not trigger.pattern.verb:
        return []
    if any(role.name is RoleName.AGENT for role in roles) or not is_passive(sentence, trigger.head):
        return []
    known = {role.filler for role in roles}
    for noun in _deeds(sentence, trigger.head):
        told = (fillers.fill(sentence, token, RoleName.AGENT) for token in _doers(sentence, noun, fillers))
        found = [role for role in told if role is not None and role.filler not in known]
        if found:
            return found
    return []


def _deeds(sentence: Sentence, verb: Token) -> list[Token]:
    """The nouns of deeds behind "in" and "during" at a verb."""
    beside = [p for p in sentence.children(verb, "prep") if p.text.lower() in _BESIDE]
    return [t for p in beside for t in sentence.children(p, "pobj") if t.lemma.lower() in _DEEDS]


def _doers(sentence: Sentence, noun: Token, fillers: Fillers) -> list[Token]:
    """Who is told with the deed: behind "by", else whose it is, else the force or the land before it."""
    by = [p for p in sentence.children(noun, "prep", "agent") if p.text.lower() == "by"]
    heads = [t for p in by for first in sentence.children(p, "pobj") for t in expanded(sentence, first)]
    if heads or (heads := sentence.children(noun, "poss")):
        return heads
    before = sentence.children(noun, "compound", "amod", "nmod")
    return [t for t in before if _is_force(t, fillers)][:1]


def _is_force(word: Token, fillers: Fillers) -> bool:
    named = fillers.reading.named(word)
    if named is not None:
        return named.mention.kind is MentionKind.ADJECTIVE
    return word.pos == "NOUN" and actor_class(word) in _FORCES
