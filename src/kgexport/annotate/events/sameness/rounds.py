"""Tells one round of talks from another that one of the same people had elsewhere; changes nothing."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import is_definite
from kgexport.annotate.events.sameness.merged import WHO, Merged, strong_of
from kgexport.model import RoleName


def is_another_round(event: Merged, draft: Draft) -> bool:
    """Whether one of several who met is told to have met elsewhere: "A and B spoke" - "A had held talks in Lima"."""
    ours, theirs = event.strong(*WHO), strong_of(draft, *WHO)
    elsewhere = set(draft.role(RoleName.LOCATION)) - event.fillers(RoleName.LOCATION)
    together = identity().is_of("held", draft.type) and not is_definite(draft)
    return together and bool(elsewhere) and len(theirs) == 1 and theirs < ours
