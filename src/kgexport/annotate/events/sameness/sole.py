"""Joins what tells of the only truce of the article; knows identity.tsv and no grammar.

"Ministers discuss the Syria ceasefire" … "a nationwide ceasefire was approved": nothing says that there were two.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.contradicting import is_possible
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import is_fresh
from kgexport.annotate.events.sameness.merged import WHO, Merged, strong_of
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import Modality, Polarity

_ASKED = (Modality.DESIRED, Modality.CONDITIONAL)


def told_of_sole(event: Merged, draft: Draft, sorts: Sorts, *, only: bool) -> str:
    """Whether a noun tells of the only event of a type of which an article has one; `only`: no other was told so far.

    Not one that is only called for, nor one with a day of its own.
    """
    nouns = not draft.trigger.pattern.verb and bool(event.nouns)
    if not only or not nouns or not identity().is_of("sole", draft.type) or draft.type not in event.types:
        return ""
    stands = (event.standing, draft.standing)
    if any(one.polarity is Polarity.NEGATIVE or one.modality in _ASKED for one in stands):
        return ""
    if is_fresh(draft) or draft.trigger.head.tag != "NN" or (event.start and any(True for _ in draft.calendar())):
        return ""
    ours, theirs = event.strong(*WHO), strong_of(draft, *WHO)
    return "sole" if (not ours or not theirs or ours & theirs) and is_possible(event, draft, sorts) else ""
