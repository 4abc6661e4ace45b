"""Work and not seconds: what events cost grows with the text and not with its square; knows no rule of events."""

from __future__ import annotations

from typing import Any

import pytest

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.events import EventAnnotator
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness import merged
from kgexport.annotate.language import LanguageAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, Span, Token

LINE = "Norway arrested Karl Holm in Bergen."


class Counted(list[Token]):
    """A list that counts what is read from it; a slice reads all its items."""

    read = 0

    def __getitem__(self, at: Any) -> Any:
        got = super().__getitem__(at)
        self.read += len(got) if isinstance(at, slice) else 1
        return got


def told(times: int) -> Annotations:
    """The same event, told that many times."""
    text = "\n".join([LINE] * times)
    step = len(LINE) + 1
    blocks = tuple(Block(Span(n * step, n * step + len(LINE)), BlockKind.PARAGRAPH) for n in range(times))
    found = Annotations(Article(text, blocks))
    for annotator in (LanguageAnnotator(), EntityAnnotator()):
        found = annotator.annotate(found)
    return found


def test_a_mention_reads_only_the_tokens_that_it_covers() -> None:
    annotations = told(60)
    reading = Reading(annotations)
    tokens = Counted(reading._tokens)
    reading._tokens = tokens
    mentions = [(entity, mention) for entity in annotations.entities for mention in entity.mentions]

    for entity, mention in mentions:
        reading.add(entity, mention)

    assert tokens.read <= 6 * len(mentions)


def test_an_event_told_often_weighs_each_telling_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    annotations, weighed, weigh = told(60), [0], merged._says

    def counting(draft: Draft) -> tuple[bool, int, bool, int]:
        weighed[0] += 1
        return weigh(draft)

    monkeypatch.setattr(merged, "_says", counting)
    events = EventAnnotator().annotate(annotations).events

    assert len(events) == 1
    assert len(events[0].mentions) == 60
    assert weighed[0] <= 2 * 60
