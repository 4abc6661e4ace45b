"""The timeline keeps the precision of the text, and puts last what has no date."""

from __future__ import annotations

from dataclasses import replace

from kgexport.model import TimeValue
from kgexport.view.happenings import Card, cards, timeline
from kgexport.view.things import Things
from tests.support.articles import SENDING, sample_annotations
from tests.unit.view.made import graph_of, with_sentences


def _cards(**dates: str) -> tuple[Card, ...]:
    events = [replace(SENDING, key="plain")]
    for name, lexical in dates.items():
        start, _, end = lexical.partition("/")
        times = {"start": TimeValue.parse(start), "end": TimeValue.parse(end) if end else None}
        events.append(replace(SENDING, key=name, name=name, **times))  # type: ignore[arg-type]
    notes = with_sentences(sample_annotations().replacing(events=events))
    graph = graph_of(notes)
    return cards(Things(graph), graph, notes.article.text, notes.sentences)


def test_years_months_and_days_stand_in_order_each_as_precise_as_it_is() -> None:
    made = timeline(_cards(day="2024-10-10", year="2022", month="2024-02", stretch="2023-01-01/2023-01-05"))
    assert [(date, [card.thing.name for card in some]) for date, some in made] == [
        ("2022", ["year"]),
        ("1 to 5 January 2023", ["stretch"]),
        ("February 2024", ["month"]),
        ("10 October 2024", ["day"]),
        ("No date in the text", ["Norland sends boats to Sudland"]),
    ]


def test_events_of_one_date_share_a_place() -> None:
    assert [len(some) for _, some in timeline(_cards(a="2024", b="2024"))] == [2, 1]


def test_a_card_has_the_label_of_its_type_and_its_sentences_with_the_trigger() -> None:
    (card,) = _cards()
    assert card.type == "aid"
    assert [[words for words, hit in part.pieces if hit] for part in card.passages] == [["sends"], ["will send"]]
    assert "".join(words for words, _ in card.passages[0].pieces) == "Norland sends boats to Sudland"
