"""Properties of the annotators of values: any text goes through, spans hold, nothing is said twice."""

from __future__ import annotations

import datetime as dt
import itertools
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kgexport.annotate.amounts import AmountAnnotator
from kgexport.annotate.quantities import QuantityAnnotator
from kgexport.annotate.times import TimeAnnotator
from kgexport.annotate.values import numbers
from kgexport.model import Annotations, Article, Block, BlockKind, Metadata, Span, TimePrecision, TimeValue

WORDS = st.sampled_from(
    """the of and to from between in on at by since until last next this past two three a an half dozen million bn $ € £
    USD dollars pounds percent % km metres people soldiers killed May March October Oct. 5 10 31 2024 1999 '90s 1990s
    Tuesday Friday yesterday today week weeks month year years ago later every quarter Q1 10:30 GMT pm - – , . ( )
    Christmas Day 1st 3-5 2015-17 0 99999999999999999999 ½ decade century hours second said will first""".split()
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), st.text(min_size=1, max_size=80))
DATES = st.none() | st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)).map(TimeValue.day)


def annotated(text: str, published: TimeValue | None) -> Annotations:
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), Metadata(published=published))
    annotations = Annotations(article)
    for annotator in (TimeAnnotator(), AmountAnnotator(), QuantityAnnotator()):
        annotations = annotator.annotate(annotations)
    return annotations


@settings(max_examples=150, deadline=None)
@given(TEXTS, DATES)
def test_any_text_goes_through_and_nothing_overlaps_in_its_layer(text: str, published: TimeValue | None) -> None:
    found = annotated(text, published)
    layers = (
        [time.mention.span for time in found.times],
        [amount.mention.span for amount in found.amounts],
        [quantity.mention.span for quantity in found.quantities],
    )
    for spans in layers:
        assert spans == sorted(spans)
        assert all(before.end <= after.begin for before, after in itertools.pairwise(spans))
    taken = [*layers[0], *layers[1]]
    assert not any(span.overlaps(other) for span in layers[2] for other in taken)
    assert all(span.of(text) == span.of(text).strip() for layer in layers for span in layer)


@settings(max_examples=100, deadline=None)
@given(TEXTS, DATES)
def test_it_is_a_function_of_its_input(text: str, published: TimeValue | None) -> None:
    assert annotated(text, published) == annotated(text, published)


@settings(max_examples=100, deadline=None)
@given(TEXTS, DATES)
def test_intervals_do_not_end_before_they_begin(text: str, published: TimeValue | None) -> None:
    for time in annotated(text, published).times:
        if time.value and time.end and TimePrecision.MONTH_OF_YEAR not in (time.value.precision, time.end.precision):
            shorter = min(len(time.value.lexical), len(time.end.lexical))
            assert time.value.lexical[:shorter] <= time.end.lexical[:shorter]


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**15), st.sampled_from(["", ",", "\u00a0"]))
def test_a_whole_number_is_read_with_any_separator(number: int, separator: str) -> None:
    text = f"{number:,}".replace(",", separator)
    assert [found.value for found in numbers.numbers(text)] == [Decimal(number)]


@settings(max_examples=100, deadline=None)
@given(st.dates(dt.date(1000, 1, 1), dt.date(2199, 12, 31)))
def test_a_written_date_is_that_date(day: dt.date) -> None:
    for text in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        (time,) = annotated(f"It happened on {text}.", None).times
        assert time.value == TimeValue.day(day)
        assert time.mention.span == Span(15, 15 + len(text))


def test_an_awkward_text_gives_the_same_however_often_it_is_repeated() -> None:
    awkward = ("on the " * 40 + "two hundred and " * 30 + "1,1,1,1 $ " * 20 + "May " * 40 + "the first " * 20) * 3
    anchor = TimeValue("2024-10-10", TimePrecision.DAY)
    one, many = annotated(awkward, anchor), annotated(awkward * 16, anchor)
    assert len(many.times) == 16 * len(one.times)
    assert len(many.amounts) >= len(one.amounts)
