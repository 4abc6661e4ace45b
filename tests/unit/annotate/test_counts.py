"""The annotator of counts: which quantity goes to which event, and who is not counted."""

from __future__ import annotations

import pytest

from kgexport.annotate.counts import CountAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.quantities import QuantityAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, Event, Mention, MentionKind, Span


def counted(text: str, *triggers: str) -> dict[str, list[str]]:
    """Trigger -> the words of its quantities."""
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    notes = QuantityAnnotator().annotate(LanguageAnnotator().annotate(Annotations(article)))
    events = [event(text, trigger) for trigger in triggers]
    found = CountAnnotator().annotate(notes.adding(events=events))
    words = {quantity.key: quantity.mention.span.of(text) for quantity in found.quantities}
    return {event.name: [words[key] for key in event.amounts] for event in found.events}


def event(text: str, trigger: str) -> Event:
    begin = text.index(trigger)
    span = Span(begin, begin + len(trigger))
    mention = Mention(span, MentionKind.TRIGGER, "test")
    return Event(f"event:{begin}", "event", trigger, Span(0, len(text)), (mention,))


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("The blast killed 12 people.", "killed", ["12 people"]),
        ("At least 12 people were killed.", "killed", ["12 people"]),
        ("Some 300 people died in the storm.", "died", ["300 people"]),
        ("The attack left 15 dead.", "dead", ["15 dead"]),
        ("The arrest of 14 protesters was condemned.", "arrest", ["14 protesters"]),
        ("A total of 45 migrants drowned.", "drowned", ["45 migrants"]),
        ("Profit rose by 3 percent.", "rose", ["3 percent"]),
        ("Two gunmen killed a guard.", "killed", []),
        ("None of the 46 people on board was hurt.", "hurt", []),
        ("The bus with 30 people crashed.", "crashed", []),
        ("Police said 12 people had left.", "said", []),
    ],
)
def test_a_count_goes_to_what_happened_to_those_counted(text: str, trigger: str, words: list[str]) -> None:
    assert counted(text, trigger) == {trigger: words}


def test_each_event_has_its_own() -> None:
    text = "The quake killed up to 50 people and wounded more than 200."
    assert counted(text, "killed", "wounded") == {"killed": ["50 people"], "wounded": ["200"]}


def test_without_events_nothing_changes() -> None:
    assert counted("The blast killed 12 people.") == {}
