"""Decides whether a direct quotation tells of a happening, and not of an opinion or a wish; knows one draft.

What it tells is stated by its speaker, not by the article.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.reality.plain import is_plain
from kgexport.annotate.events.reality.speaking import FIRST_PERSON
from kgexport.annotate.events.reality.specific import has_name, is_named_occasion, is_of, rules_of_telling, says_name
from kgexport.model import Modality, Polarity

_PLANNING = {"politics", "diplomacy", "economy", "justice", "aid-and-rescue", "culture", "science", "building"}
"""Groups of which somebody's "we will" tells a plan, and no hope."""


def is_told_in_quotation(draft: Draft, reading: Reading) -> bool:
    """Whether a quotation tells what somebody named, its speaker, or others in a plain clause did or suffered."""
    if _is_fragment(draft):
        return False
    if has_name(draft, reading.text) or is_named_occasion(draft) or any(says_name(draft, r) for r in draft.roles):
        return True
    if any(token.text == "?" for token in draft.sentence.tokens[-2:]):
        return False
    if any(role.mention.span.of(reading.text).lower() in FIRST_PERSON for role in draft.roles):
        return _is_deed(draft)
    if not draft.trigger.pattern.verb or draft.standing.modality is not Modality.ASSERTED:
        return False
    return (is_of(draft, "harm") or is_of(draft, "witnessed")) and is_plain(draft, reading)


def _is_fragment(draft: Draft) -> bool:
    """Whether it is a noun in a line without a verb: "A war against Rome." says of nothing that it took place."""
    return not draft.trigger.pattern.verb and not any(t.pos in ("VERB", "AUX") for t in draft.sentence.tokens)


def _is_deed(draft: Draft) -> bool:
    """Whether the speaker tells a deed of the past, of now or planned: "we have signed", not "we appreciate"."""
    stands, group = draft.standing, group_of(draft.type)
    if stands.polarity is Polarity.NEGATIVE or stands.generic or is_of(draft, "inner"):
        return False
    if stands.modality is Modality.PLANNED:
        return group in _PLANNING and not draft.trigger.pattern.everyday
    if stands.modality is not Modality.ASSERTED:
        return False
    stating = draft.trigger.head.lemma in rules_of_telling()["state"]
    return not stands.present or (group == "communication" and not stating)
