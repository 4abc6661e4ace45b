"""Says whether a draft contradicts an event: other people, dates, numbers, places; or is an old story."""

from __future__ import annotations

import datetime as dt

from kgexport.annotate.events.draft import Draft, first_head
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.comparing import agree_in_time, are_elsewhere, are_others, go_elsewhere, last_day
from kgexport.annotate.events.sameness.counting import are_other_editions, differ_in_number
from kgexport.annotate.events.sameness.describing import are_other_matters, measure_differs
from kgexport.annotate.events.sameness.ending import is_leaving
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import is_another_stage, is_apart
from kgexport.annotate.events.sameness.merged import Merged, points
from kgexport.annotate.events.sameness.titles import are_other_titles, is_occasion
from kgexport.annotate.events.setting.lying import Sorts

_OLD = dt.timedelta(days=45)
"""What lies further back than this before publication is background: no headline tells of it."""

_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""


def is_possible(event: Merged, draft: Draft, sorts: Sorts) -> bool:
    """Whether nothing that the draft says contradicts the event: people, dates, numbers, places."""
    if (
        is_apart(event, draft)
        or is_another_stage(event, draft)
        or not agree_in_time(event, draft)
        or are_others(event, draft, sorts)
        or _are_listed(event, draft)
    ):
        return False
    if is_occasion(event, draft) or is_leaving(event.drafts, draft):
        return False
    if differ_in_number(event, draft) or are_other_editions(event, draft) or are_other_titles(event, draft):
        return False
    if are_other_matters(event, draft) or measure_differs(event, draft) or go_elsewhere(event, draft, sorts):
        return False
    return not (identity().is_of("placed", draft.type) and are_elsewhere(event, draft, sorts))


def _are_listed(event: Merged, draft: Draft) -> bool:
    """Whether one list names both as crimes: "pleaded guilty to bribery, extortion and fraud"."""
    if draft.type != "crime" or draft.trigger.pattern.verb:
        return False
    first = first_head(draft.sentence, draft.trigger.head)
    beside = (told for told in event.drafts[:_COMPARED] if told.sentence is draft.sentence)
    return any(first_head(told.sentence, told.trigger.head) is first for told in beside)


def is_background(draft: Draft, reading: Reading) -> bool:
    """Whether a draft is dated long before the article."""
    return any(is_old(last_day(end), reading) for _, end in points(draft))


def is_old(day: str, reading: Reading) -> bool:
    """Whether a day (`2024-05-01`) lies long before publication; False where that is not known."""
    published = reading.annotations.article.metadata.published
    if published is None or published.date is None:
        return False
    return day < (published.date - _OLD).isoformat()
