"""Says how a draft is brought in: as new ("a second blast"), as known ("the blast"), of somebody; decides nothing."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.model import RoleName

_CURRENT = {"year", "week", "month", "today", "yesterday", "years", "weekend"}
_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""
_MORE = {"also", "too", "likewise"}
"""Of what is known already they only bring in more that is said of it."""
_DEFINITE = {"the", "this", "that", "these", "those"}


def is_fresh(draft: Draft) -> bool:
    """Whether words beside it bring in another happening: "a second attack", "was also arrested", "also held talks"."""
    if draft.anew:
        return True
    lists, sentence = identity().lists, draft.sentence
    head = draft.trigger.head
    if draft.trigger.pattern.verb:
        nouns = [
            t for word in draft.trigger.words if word.pos == "NOUN" for t in sentence.children(word, "amod", "det")
        ]
        again = any(t.lemma.lower() in lists["anew"] for t in sentence.children(head, "advmod", "amod"))
        return again or any(t.lemma.lower() in lists["fresh"] for t in nouns)
    carrier = draft.trigger.support
    anew = lists["anew"] - _MORE if is_definite(draft) else lists["anew"]  # "the quake also damaged a hotel"
    if carrier and any(t.lemma.lower() in anew for t in sentence.children(carrier, "advmod")):
        return True
    return any(t.lemma.lower() in lists["fresh"] for t in sentence.children(head, "amod", "det", "nummod", "advmod"))


def is_apart(event: Merged, draft: Draft) -> bool:
    """Whether one of the two has a name of its own among its type: "aftershock"."""
    apart = identity().lists["apart"]
    noun = draft.trigger.head.lemma.lower()
    return not draft.trigger.pattern.verb and bool(event.nouns) and (noun in apart) is not bool(event.nouns & apart)


def is_another_stage(event: Merged, draft: Draft) -> bool:
    """Whether both are steps of one undertaking, and not the same: "unveiled a phone", "the phone starts shipping"."""
    ours = {told.trigger.head.lemma.lower() for told in event.drafts[:_COMPARED]}
    return identity().are_stages(ours, draft.trigger.head.lemma.lower())


def is_definite(draft: Draft) -> bool:
    """Whether the noun has "the", "this" …"""
    return any(t.text.lower() in _DEFINITE for t in draft.sentence.children(draft.trigger.head, "det"))


def is_owned(draft: Draft) -> bool:
    """Whether a pronoun says whose it is, or a time which one: "his death", "Monday's quake"."""
    owners = draft.sentence.children(draft.trigger.head, "poss", "nmod")
    dated = any(t.dep == "poss" and t.label == "DATE" for t in owners)
    return dated or any(t.tag == "PRP$" or t.lemma.lower() in _CURRENT for t in owners)


def has_known_subject(draft: Draft) -> bool:
    """Whether it happened to something that was spoken of: "the vessel sank"."""
    slots = draft.trigger.slots
    heads = slots.get("object") or slots.get("subject") or ()
    return any(t.text.lower() in _DEFINITE for head in heads[:1] for t in draft.sentence.children(head, "det"))


def has_new_subject(draft: Draft) -> bool:
    """Whether it happened to something that is brought in as new: "a tram overturned"."""
    slots = draft.trigger.slots
    heads = slots.get("object") or slots.get("subject") or ()
    return any(
        t.text.lower() in ("a", "an", "another") for head in heads[:1] for t in draft.sentence.children(head, "det")
    )


def is_indefinite(draft: Draft) -> bool:
    """Whether the noun is brought in as new: "a fire"."""
    if draft.trigger.pattern.verb:
        return False
    return any(
        t.text.lower() in ("a", "an", "another", "some") for t in draft.sentence.children(draft.trigger.head, "det")
    )


def differ_in_form(event: Merged, draft: Draft) -> bool:
    """Whether one is told as a single happening and the other as several: "a quake", "the quakes"; "killed him"."""
    first = event.drafts[0]
    if draft.trigger.pattern.verb:
        return False
    many = draft.trigger.head.tag == "NNS"
    if first.trigger.pattern.verb:
        return many and len(event.strong(RoleName.OBJECT)) == 1
    return many is not (first.trigger.head.tag == "NNS") and first.trigger.head.tag in ("NN", "NNS")
