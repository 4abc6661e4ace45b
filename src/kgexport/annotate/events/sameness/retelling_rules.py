"""Knows in what order the rules are tried by which a draft tells an event again; decides nothing itself."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.annotate.events.sameness.retelling import (
    is_purpose,
    told_by_body,
    told_by_lead,
    told_by_names,
    told_of_known,
)
from kgexport.annotate.events.sameness.retelling_alike import told_by_content, told_by_name, told_by_words
from kgexport.annotate.events.sameness.retelling_results import told_as_alleged, told_by_score
from kgexport.annotate.events.sameness.retelling_unnamed import (
    told_by_description,
    told_by_number,
    told_of_described,
    told_once,
)
from kgexport.annotate.events.sameness.sole import told_of_sole
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import RoleName

_COMPARED = 8
"""How many drafts of an event are asked for what was said: keeps the work linear."""


def retold(event: Merged, draft: Draft, own: list[Merged], at: int, reading: Reading, sorts: Sorts) -> str:
    """The rule by which a draft tells an event again; empty where none does.

    `own` are the earlier events of the sort, `at` is the number of the draft's sentence.
    """
    said, only = draft.trigger.said, len(own) == 1
    before = next((d.trigger.said for d in reversed(event.drafts[-_COMPARED:]) if d.trigger.said), None)
    if draft.type == "statement" and said and before:
        return "same-turn" if said.turn == before.turn and not _is_inner(event, draft) else ""
    if _goes_on(event, draft):
        return ""
    return (
        is_purpose(event, draft)
        or told_by_names(event, draft, reading, sorts)
        or told_by_lead(event, draft, reading, sorts)
        or told_by_number(event, draft, sorts)
        or told_of_known(event, draft, reading, sorts, only=only)
        or told_by_description(event, draft, reading, sorts, only=only)
        or told_of_described(event, draft, reading, sorts, only=only)
        or told_by_words(event, draft, reading, sorts)
        or told_by_content(event, draft, sorts)
        or told_by_name(event, draft, sorts)
        or told_of_sole(event, draft, sorts, only=only)
        or told_by_score(event, draft, sorts)
        or told_as_alleged(event, draft, sorts, own)
        or told_once(event, draft, reading, only=not any(one.roles for one in own if one is not event))
        or told_by_body(event, draft, reading, sorts, at, first=event is own[-1])
    )


def _goes_on(event: Merged, draft: Draft) -> bool:
    """Whether a second clause with subject and time of its own tells of more: "X rebuffed Y, and in May it sued"."""
    verb, sentence = draft.trigger.governed, draft.sentence
    told = [d for d in event.drafts[-_COMPARED:] if d.sentence is sentence and d.trigger.governed.i == verb.head]
    joined = draft.trigger.pattern.verb and verb.dep == "conj" and bool(sentence.children(verb, "nsubj", "nsubjpass"))
    return joined and bool(draft.times) and any(d.trigger.pattern.verb for d in told)


def _is_inner(event: Merged, draft: Draft) -> bool:
    """Whether one telling stands within what the other says: "said that he had told X"; or another one hears it."""
    told = event.drafts[-1]
    ours, theirs = event.fillers(RoleName.RECIPIENT), set(draft.role(RoleName.RECIPIENT))
    if ours and theirs and ours.isdisjoint(theirs):
        return True
    if told.sentence is not draft.sentence:
        return False
    above = {t.i for t in draft.sentence.ancestors(draft.trigger.governed)}
    return told.trigger.governed.i in above and draft.trigger.governed.dep not in ("conj", "advcl", "xcomp")
