"""Compares people without a name, and what a noun or verb is about, for an event and a draft; decides nothing.

Two descriptions of one person may have no word in common ("the suspect", "a student"): little speaks against it.
"""

from __future__ import annotations

import re

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.merged import Merged, is_described, strong_of
from kgexport.annotate.events.sameness.things import noun_of
from kgexport.model import RoleName, Token

_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""
_WIDEST = 12
"""How many words of a phrase are compared."""
_MATTER = ("of", "for", "with", "in", "over")
_MEASURED = ("price-change", "economic-change")
"""Types of what a figure does: another figure, another event."""


def are_described_otherwise(event: Merged, draft: Draft) -> bool:
    """Whether people without a name cannot be the same: a gunman and rebels act, a wife and a policeman are hit."""
    ours, theirs = _of_event(event, RoleName.AGENT), _nouns(draft, RoleName.AGENT)
    if ours and theirs and {_is_many(noun) for noun in ours}.isdisjoint(_is_many(noun) for noun in theirs):
        return True
    return draft.type not in event.types and are_counted_otherwise(event, draft)


def are_acted_otherwise(event: Merged, draft: Draft) -> bool:
    """Whether those without a name who act are told to be others: a lawyer and a detective."""
    ours = _telling({noun for told in event.drafts[:_COMPARED] for noun in _acting(told)})
    theirs = _telling(_acting(draft))
    return bool(ours and theirs) and not any(identity().are_alike(a, b) for a in ours for b in theirs)


def _acting(draft: Draft) -> set[str]:
    """The nouns of those without a name who act, in the singular."""
    agents = (role.filler for role in draft.roles if role.name is RoleName.AGENT)
    return {noun_of(key) for key in agents if key.startswith("nominal:")}


def are_counted_otherwise(event: Merged, draft: Draft) -> bool:
    """Whether nouns say of what sort those are to whom it is done, and another one: three traders, three soldiers."""
    ours, theirs = (_telling(nouns) for nouns in (_of_event(event, RoleName.OBJECT), _nouns(draft, RoleName.OBJECT)))
    return bool(ours and theirs) and not any(identity().are_alike(a, b) for a in ours for b in theirs)


def is_same_person(event: Merged, draft: Draft) -> bool:
    """Whether one person of the same sort, without a name, is hit in both: "police officer shot" - "an officer was"."""
    ours, theirs = _telling(_of_event(event, RoleName.OBJECT)), _nouns(draft, RoleName.OBJECT)
    return len(theirs) == 1 and not any(_is_many(noun) for noun in theirs) and _telling(theirs) == ours


def _of_event(event: Merged, name: RoleName) -> set[str]:
    return {noun for told in event.drafts[:_COMPARED] for noun in _nouns(told, name)}


def _nouns(draft: Draft, name: RoleName) -> set[str]:
    """The nouns of the people without a name who play a role; nobody where one has a name."""
    if strong_of(draft, name):
        return set()
    keys = [re.sub(r"-\d+$", "", role.filler) for role in draft.roles if role.name is name and is_described(role)]
    nouns = {re.split("[:-]", key)[-1] for key in keys}
    return {noun for noun in nouns if noun == "people" or is_person_noun(noun.removesuffix("s"))}


def _is_many(noun: str) -> bool:
    return noun == "people" or noun.endswith("s")


def _telling(nouns: set[str]) -> set[str]:
    single = {noun.removesuffix("s") for noun in nouns}
    return set() if single & identity().lists["vague"] else single


def are_other_matters(event: Merged, draft: Draft) -> bool:
    """Whether both are about something and not the same: charged with two murders, convicted of fraud and of rape."""
    if group_of(draft.type) != "justice":
        return _are_other_contents(event, draft)
    theirs = {key for content in draft.contents for key in strong_of(content, RoleName.OBJECT)}
    told = event.drafts[:_COMPARED]
    ours = {key for one in told for content in one.contents for key in strong_of(content, RoleName.OBJECT)}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _are_other_contents(event: Merged, draft: Draft) -> bool:
    """Whether both are about happenings, and of other sorts: "agreed on a ceasefire", "agreed to meet"."""
    kind = identity().kind
    theirs = {kind(content.type) for content in draft.contents}
    ours = {kind(content.type) for told in event.drafts[:_COMPARED] for content in told.contents}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def are_other_words(event: Merged, draft: Draft) -> bool:
    """Whether the words say that both are about something else: "convicted of fraud" - "convicted of rape"."""
    if group_of(draft.type) != "justice":
        return False
    theirs = _matter(draft)
    ours = {word for told in event.drafts[:_COMPARED] for word in _matter(told)}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _matter(draft: Draft) -> set[str]:
    sentence = draft.sentence
    heads = {draft.trigger.governed.i, draft.trigger.head.i}
    prepositions = [t for i in sorted(heads) for t in sentence.children(sentence.tokens[i], "prep")]
    words = [w for t in prepositions if t.lemma.lower() in _MATTER for w in sentence.subtree(t)[:_WIDEST]]
    return {w.lemma.lower() for w in words if w.pos in ("NOUN", "VERB") and not w.label}


def measure_differs(event: Merged, draft: Draft) -> bool:
    """Whether other figures rise or fall: the Dow and the Nasdaq."""
    if draft.type not in _MEASURED:
        return False
    theirs = _subject(draft)
    ours = {word for told in event.drafts[:_COMPARED] for word in _subject(told)}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _subject(draft: Draft) -> set[str]:
    slots = draft.trigger.slots
    heads = [*slots.get("subject", ()), *slots.get("object", ()), *slots.get("of", ()), *slots.get("in", ())]
    return {w.lemma.lower() for head in heads for w in _words(draft, head)}


def _words(draft: Draft, head: Token) -> list[Token]:
    return [head, *draft.sentence.children(head, "compound", "poss", "nmod")]


def is_said_otherwise(event: Merged, draft: Draft) -> bool:
    """Whether the words before a noun of justice are in no sentence of the event: "the weapons conviction"."""
    if group_of(draft.type) != "justice":
        return False
    sentence = draft.sentence
    before = {t.lemma.lower() for t in sentence.children(draft.trigger.head, "compound") if not t.label}
    told = {t.lemma.lower() for one in event.drafts[:_COMPARED] for t in one.sentence.tokens}
    return bool(before - told)
