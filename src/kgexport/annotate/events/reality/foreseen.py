"""Tells what is to come by its day: a match in next week's paper has not been played; knows the day of publication."""

from __future__ import annotations

from dataclasses import replace

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.model import Modality, Polarity, Status

_BEGINNING = ("", "on", "in", "at", "from", "next")
"""Prepositions before the time at which something takes place."""


def mark_foreseen(draft: Draft, reading: Reading) -> None:
    """Give what is told as done or under way, but lies after the day of publication, the standing of a plan."""
    stands = draft.standing
    told = stands.modality is Modality.ASSERTED and stands.polarity is Polarity.POSITIVE
    if not told or stands.status is Status.POTENTIAL or _is_past(draft) or group_of(draft.type) == "communication":
        return
    if any(
        preposition in _BEGINNING and _is_later(time.value.lexical, reading)
        for preposition, time in draft.calendar()
        if time.value
    ):
        draft.standing = replace(stands, status=Status.POTENTIAL, modality=Modality.PLANNED, present=False)


def _is_past(draft: Draft) -> bool:
    """Whether the verb itself says that it is over: no date that was read wrongly makes a plan of it."""
    verb = draft.trigger.governed
    helpers = draft.sentence.children(verb, "aux", "auxpass")
    return verb.tag == "VBD" or any(t.tag == "VBD" or t.lemma == "have" for t in helpers)


def _is_later(lexical: str, reading: Reading) -> bool:
    published = reading.annotations.article.metadata.published
    if published is None:
        return False
    length = min(len(published.lexical), len(lexical), 10)
    return lexical[:length] > published.lexical[:length]
