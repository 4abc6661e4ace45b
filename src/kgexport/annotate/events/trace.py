"""Says which rules made an event: the rows of the tables and the names of the rules; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.model import Fired


def rules_of(event: Merged) -> tuple[Fired, ...]:
    """The rules of all that tells of an event, in the order of the text.

    A row of a table is named `lexicon.tsv:12`: its number among the rows, from 0, without comments and head.
    """
    own = [fired for draft in event.drafts for fired in _of_draft(draft)]
    return tuple(sorted({*own, *event.fired}, key=lambda fired: (fired.span, fired.gave, fired.rule)))


def _of_draft(draft: Draft) -> Iterator[Fired]:
    trigger = draft.trigger
    words = trigger.words[0].span.to(trigger.words[-1].span)
    yield Fired("trigger", f"{_table(trigger)}:{trigger.pattern.row}", words)
    yield Fired("roles", f"frames.tsv:{trigger.pattern.frame}", words)
    if trigger.support is not None:
        yield Fired("carrier", f"support.tsv:{trigger.support.lemma}", trigger.support.span)
    for governor in draft.standing.governors:
        yield Fired("standing", f"modality.tsv:{governor.lemma.lower()}", governor.span)
    yield from draft.fired


def _table(trigger: Trigger) -> str:
    """Which table a pattern is a row of."""
    known = lexicon().verbs if trigger.pattern.verb else lexicon().nouns
    first = trigger.pattern.words[0]
    if trigger.pattern.everyday:
        return "everyday.tsv"
    return "lexicon.tsv" if trigger.pattern in known.get(first, ()) else "statements.tsv"
