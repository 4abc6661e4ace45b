"""Decides whether a draft tells in the same words what an event tells: verb and object, "X is Y"; changes nothing."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.comparing import (
    agree_in_standing,
    agree_in_time,
    are_elsewhere,
    share_day,
)
from kgexport.annotate.events.sameness.contradicting import is_background, is_possible
from kgexport.annotate.events.sameness.describing import are_acted_otherwise
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import is_fresh, is_indefinite
from kgexport.annotate.events.sameness.merged import WHO, Merged, strong_of
from kgexport.annotate.events.sameness.titles import is_called_alike
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import Modality, Polarity, RoleName, Token

_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""
_NEW = {"a", "an", "another", "other", "more", "further", "new", "additional", "separate", "different"}
_OPEN = {"PRON", "DET", "ADV", "ADP", "PART", "PUNCT", "AUX", "CCONJ", "SCONJ"}


def told_by_words(event: Merged, draft: Draft, reading: Reading, sorts: Sorts) -> str:
    """Whether the same verb has the same object, by its noun: "round up protesters" - "300 demonstrators were …"."""
    if not draft.trigger.pattern.verb or is_fresh(draft):
        return ""
    if group_of(draft.type) == "communication" and not _has_known_object(draft):
        return ""
    told = next((d for d in event.drafts[:_COMPARED] if _is_same_verb(d, draft) and _is_same_object(d, draft)), None)
    if told is None or told.sentence is draft.sentence or _brings_in_new(event, draft, reading):
        return ""
    alleged = not agree_in_standing(event, draft)
    if (alleged and not _is_alleged(event, draft)) or not is_possible(event, draft, sorts):
        return ""
    if are_elsewhere(event, draft, sorts) or are_acted_otherwise(event, draft):
        return ""
    if is_background(draft, reading) and not share_day(event, draft):
        return ""
    ours, theirs = _named(event.strong(*WHO)), _named(strong_of(draft, *WHO))
    if _are_counted_apart(told, draft) or (ours and theirs and ours.isdisjoint(theirs)):
        return ""
    many = identity().is_of("many", draft.type) and group_of(draft.type) != "communication"
    if alleged:
        return "as-alleged" if ours & theirs else ""
    return "" if many and not (ours & theirs) and not _is_known(draft) else "same-words"


def _is_alleged(event: Merged, draft: Draft) -> bool:
    """Whether one is alleged and the other told as a fact: "is accused of stealing", "told the court that he stole"."""
    ours, theirs = event.standing, draft.standing
    both = {ours.modality, theirs.modality} == {Modality.ALLEGED, Modality.ASSERTED}
    return both and Polarity.NEGATIVE not in (ours.polarity, theirs.polarity)


def _has_known_object(draft: Draft) -> bool:
    """Whether what is spoken of is known: "rejected the deal"."""
    heads = draft.trigger.slots.get("object", ())
    return any(t.text.lower() in ("the", "this") for head in heads for t in draft.sentence.children(head, "det"))


def _named(keys: set[str]) -> set[str]:
    return {key for key in keys if not key.startswith("nominal:")}


def _are_counted_apart(told: Draft, draft: Draft) -> bool:
    """Whether the objects have numbers, and other ones."""
    ours, theirs = _numbers(told), _numbers(draft)
    return bool(ours and theirs) and ours != theirs


def _numbers(draft: Draft) -> set[str]:
    heads = draft.trigger.slots.get("object", ())
    return {t.lemma.lower() for head in heads for t in draft.sentence.children(head, "nummod")}


def _is_same_verb(told: Draft, draft: Draft) -> bool:
    one, other = told.trigger, draft.trigger
    return one.pattern.verb and one.pattern.words == other.pattern.words


def _is_same_object(told: Draft, draft: Draft) -> bool:
    ours, theirs = _objects(told), _objects(draft)
    return any(identity().are_alike(one, other) for one in ours for other in theirs)


def _objects(draft: Draft) -> list[str]:
    """The nouns of the object, in their base form; of the subject where the verb has no object."""
    slots = draft.trigger.slots
    found = [head for head in slots.get("object", ()) if head.pos == "NOUN"]
    return [head.lemma.lower() for head in (*found, *_counted(draft, found))]


def _counted(draft: Draft, heads: list[Token]) -> list[Token]:
    """What "hundreds of protesters" counts."""
    ofs = [of for head in heads for of in draft.sentence.children(head, "prep") if of.lemma == "of"]
    return [noun for of in ofs for noun in draft.sentence.children(of, "pobj") if noun.pos == "NOUN"]


def _brings_in_new(event: Merged, draft: Draft, reading: Reading) -> bool:
    """Whether the object is brought in as another one; a headline's may be, by the sentence that tells more."""
    if reading.is_lead(draft.sentence) and event.in_headline_only:
        return False
    words = [
        token
        for head in draft.trigger.slots.get("object", ())
        for token in draft.sentence.children(head, "det", "amod", "nummod")
    ]
    return any(token.text.lower() in _NEW or token.lemma.lower() in identity().lists["fresh"] for token in words)


def _is_known(draft: Draft) -> bool:
    """Whether subject and object are spoken of as known: "the two sides exchanged views"."""
    heads = draft.trigger.slots.get("subject", ())
    return any(t.text.lower() in ("the", "both") for head in heads for t in draft.sentence.children(head, "det"))


def told_by_content(event: Merged, draft: Draft, sorts: Sorts) -> str:
    """Whether somebody says in the same words again what was said before: "declared him winner", twice."""
    if not draft.trigger.pattern.verb or group_of(draft.type) != "communication" or draft.type == "statement":
        return ""
    if is_fresh(draft) or not agree_in_standing(event, draft) or not agree_in_time(event, draft):
        return ""
    theirs = _content(draft)
    if not _share_speaker(event, draft, sorts) or (len(theirs) < 2 and _speaks_for(event, draft)):
        return ""
    same = any(_is_same_verb(d, draft) and theirs and _content(d) == theirs for d in event.drafts[:_COMPARED])
    return "same-content" if same else ""


def _share_speaker(event: Merged, draft: Draft, sorts: Sorts) -> bool:
    """Whether the same says it, or a person for a body: "the commission declared", "its chairman declared"."""
    if not _speaks_for(event, draft):
        return True
    ours, theirs = (
        {sorts.get(key, "") for key in keys} for keys in (event.fillers(RoleName.AGENT), draft.role(RoleName.AGENT))
    )
    return bool(ours and theirs) and ("Person" in ours) is not ("Person" in theirs)


def _speaks_for(event: Merged, draft: Draft) -> bool:
    return event.fillers(RoleName.AGENT).isdisjoint(draft.role(RoleName.AGENT))


def _content(draft: Draft) -> frozenset[str]:
    """The words of meaning that complete a verb of saying, whatever stands beside it."""
    sentence, head = draft.sentence, draft.trigger.governed
    parts = sentence.children(head, "dobj", "oprd", "ccomp", "xcomp", "attr", "acomp")
    words = [word for part in parts for word in (part, *sentence.children(part, "appos", "dobj", "attr"))]
    return frozenset(word.lemma.lower() for word in words if word.pos not in _OPEN)


def told_by_copula(event: Merged | None, draft: Draft) -> bool:
    """Whether "the summit is the first meeting between …" says of an event what it is."""
    if event is None or draft.trigger.head.dep != "attr":
        return False
    noun, kind = draft.trigger.head.lemma.lower(), identity().kind
    types = {kind(draft.type), *map(kind, identity().back.get(noun, ()))}
    return not types.isdisjoint(map(kind, event.types))


def told_by_name(event: Merged, draft: Draft, sorts: Sorts) -> str:
    """Whether a noun has the same nouns before it: "the Lantern Festival" - "this year's lantern festival"."""
    if draft.trigger.pattern.verb or is_fresh(draft) or is_indefinite(draft) or not is_called_alike(event, draft):
        return ""
    return "same-name" if agree_in_standing(event, draft) and is_possible(event, draft, sorts) else ""
