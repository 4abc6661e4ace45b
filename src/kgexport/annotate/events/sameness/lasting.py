"""Says whether a happening was under way when the article appeared; knows days and standing, no roles.

"The festival opened on Friday. It runs through 20 May": on the 16th it goes on. "The broadcasts will continue".
"""

from __future__ import annotations

from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.model import Modality, Polarity, Status

_COMPARED = 8
"""How many drafts of an event are looked at: keeps the work linear."""
_GOING_ON = {"continue", "persist"}


def status_of(event: Merged, reading: Reading) -> Status:
    """The status of an event as a whole: under way where it began before publication and ends after that."""
    stands = event.standing
    if stands.status is not Status.COMPLETED or stands.modality is not Modality.ASSERTED:
        return stands.status
    if stands.polarity is not Polarity.POSITIVE:
        return stands.status
    return Status.ACTIVE if _ends_later(event, reading) or _goes_on(event) else stands.status


def _ends_later(event: Merged, reading: Reading) -> bool:
    published = reading.annotations.article.metadata.published
    if published is None or published.date is None or event.end is None or event.end.date is None:
        return False
    begun = event.start is None or event.start.lexical[:10] <= published.date.isoformat()
    told = any(draft.standing.status is Status.ACTIVE for draft in event.drafts[:_COMPARED])
    return begun and event.end.date > published.date and (told or event.start is not None)


def _goes_on(event: Merged) -> bool:
    """Whether one sentence says that it will go on: it began in another one."""
    carried = (d.trigger.support for d in event.drafts[:_COMPARED] if d.standing.status is Status.ACTIVE)
    return event.end is None and any(verb is not None and verb.lemma in _GOING_ON for verb in carried)
