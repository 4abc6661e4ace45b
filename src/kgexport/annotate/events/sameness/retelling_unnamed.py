"""Decides whether a draft tells again of a happening whose victims are counted or described; changes nothing."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.comparing import agree_in_standing, agree_in_time, are_elsewhere
from kgexport.annotate.events.sameness.contradicting import is_background, is_possible
from kgexport.annotate.events.sameness.counting import same_number
from kgexport.annotate.events.sameness.describing import are_counted_otherwise, are_described_otherwise, is_same_person
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import is_fresh, is_indefinite
from kgexport.annotate.events.sameness.merged import WHO, Merged, is_described, strong_of
from kgexport.annotate.events.sameness.things import noun_of
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import Role, RoleName

_KNOWN = {"the", "this", "that"}
_TRIED = {"sentence", "conviction", "acquittal"}
_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""


def told_by_number(event: Merged, draft: Draft, sorts: Sorts) -> str:
    """Whether both say that the same number of people suffered it."""
    if _are_two_clauses(event, draft):
        return ""
    if (
        not same_number(event, draft)
        or are_counted_otherwise(event, draft)
        or are_described_otherwise(event, draft)
        or is_fresh(draft)
        or not is_possible(event, draft, sorts)
    ):
        return ""
    return "same-number" if agree_in_standing(event, draft) and not are_elsewhere(event, draft, sorts) else ""


def told_by_description(event: Merged, draft: Draft, reading: Reading, sorts: Sorts, *, only: bool) -> str:
    """Whether the body says again whom the lead said to be hit, by its noun: "officer shot" - "an officer was shot".

    `only`: the article told of no other event of the sort.
    """
    if not only or not identity().is_of("counted", draft.type) or is_fresh(draft) or is_indefinite(draft):
        return ""
    if not any(reading.is_lead(told.sentence) for told in event.drafts[:_COMPARED]) or is_background(draft, reading):
        return ""
    if not agree_in_standing(event, draft) or not is_possible(event, draft, sorts):
        return ""
    return "same-description" if is_same_person(event, draft) and not are_described_otherwise(event, draft) else ""


def told_of_described(event: Merged, draft: Draft, reading: Reading, sorts: Sorts, *, only: bool) -> str:
    """Whether one who was named is described: "Ann Lee, a former lawyer, was jailed" - "the attorney was jailed".

    `only`: the article told of no other event of the sort. What fits is what he is by profession, or whose kin.
    """
    if not only or not identity().is_of("sided", draft.type) or not draft.trigger.pattern.verb or is_fresh(draft):
        return ""
    named, described = event.strong(RoleName.OBJECT), [r for r in draft.roles if r.name is RoleName.OBJECT]
    people = [role for role in described if is_described(role)]
    if len(named) != 1 or len(people) != 1 or strong_of(draft, RoleName.OBJECT):
        return ""
    if not agree_in_standing(event, draft) or not is_possible(event, draft, sorts) or is_background(draft, reading):
        return ""
    return "same-person" if _fits(people[0], next(iter(named)), draft, reading) else ""


def _fits(role: Role, person: str, draft: Draft, reading: Reading) -> bool:
    """Whether a description is of a person whose title it has, or of somebody's kin: "sentenced his father"."""
    heads = [t for t in draft.sentence.tokens_in(role.mention.span) if t.pos == "NOUN"]
    before = draft.sentence.children(heads[-1], "det", "poss") if heads else []
    if any(t.text.lower() in _KNOWN for t in before):
        return any(identity().are_alike(noun, noun_of(role.filler)) for noun in reading.titles_of(person))
    owners = [reading.named(t) for t in before if t.tag == "PRP$"]
    kin = noun_of(role.filler) in identity().lists["kin"] and draft.type in _TRIED
    return kin and any(owner is None or owner.entity.key != person for owner in owners)


def _are_two_clauses(event: Merged, draft: Draft) -> bool:
    """Whether one sentence says by two verbs who did it to how many: "gunman kills three; rebels kill three"."""
    last = event.drafts[-1]
    both = last.sentence is draft.sentence and last.trigger.pattern.verb and draft.trigger.pattern.verb
    finite = ("VBZ", "VBP", "VBD")
    return both and draft.trigger.governed.tag in finite and last.trigger.governed.tag in finite


def told_once(event: Merged, draft: Draft, reading: Reading, *, only: bool) -> str:
    """Whether "she passed away" tells again of the one death that the lead told; nobody tells of his own.

    `only`: the article told of no other death.
    """
    if not only or draft.type != "death" or not draft.trigger.pattern.verb or is_fresh(draft):
        return ""
    pronouns = {t.text.lower() for t in draft.sentence.children(draft.trigger.governed, "nsubj", "nsubjpass")}
    if pronouns.isdisjoint({"he", "she"}) or len(event.strong(RoleName.OBJECT)) != 1:
        return ""
    if not agree_in_standing(event, draft) or not agree_in_time(event, draft):
        return ""
    lead = any(reading.is_lead(told.sentence) for told in event.drafts[:_COMPARED])
    return "told-once" if lead and all(_is_speaker(draft, role) for role in draft.roles if role.name in WHO) else ""


def _is_speaker(draft: Draft, role: Role) -> bool:
    """Whether a filler is whoever tells of it: "her agent said that she died"."""
    above = draft.sentence.head(draft.trigger.governed)
    nouns = {t.lemma.lower() for t in draft.sentence.children(above, "nsubj")}
    return is_described(role) and role.filler.split("-")[-1] in nouns
