"""The annotator of times: every form of date, what it resolves to, and what is no time."""

from __future__ import annotations

import datetime as dt

import pytest

from kgexport.annotate.times import TimeAnnotator
from kgexport.annotate.values import calendar
from kgexport.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    MentionKind,
    Metadata,
    Span,
    TimeExpression,
    TimePrecision,
    TimeValue,
)

THURSDAY = "2024-10-10"


def times(
    text: str, published: str | None = THURSDAY, kind: BlockKind = BlockKind.PARAGRAPH
) -> tuple[TimeExpression, ...]:
    blocks, begin = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(Span(begin, begin + len(line)), kind))
        begin += len(line) + 1
    metadata = Metadata(published=TimeValue.parse(published) if published else None)
    return TimeAnnotator().annotate(Annotations(Article(text, tuple(blocks), metadata))).times


def said(text: str, published: str | None = THURSDAY) -> list[tuple[str, str | None]]:
    """What was found: the words, and the value with `..` before the end of an interval."""
    found = []
    for time in times(text, published):
        value = time.value.lexical if time.value else None
        found.append((time.mention.span.of(text), f"{value}..{time.end.lexical}" if time.end else value))
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # days
        ("It happened on October 10, 2024.", "October 10, 2024", "2024-10-10"),
        ("It happened on 10 October 2024.", "10 October 2024", "2024-10-10"),
        ("It happened on Thursday, 10 October 2024.", "Thursday, 10 October 2024", "2024-10-10"),
        ("It happened on Oct. 9.", "Oct. 9", "2024-10-09"),
        ("It happened on the 9th of October.", "the 9th of October", "2024-10-09"),
        ("It happened on the fourth of July, 1995.", "the fourth of July, 1995", "1995-07-04"),
        ("It happened on 2024-10-10.", "2024-10-10", "2024-10-10"),
        ("It happened on 05-Aug-2016.", "05-Aug-2016", "2016-08-05"),
        ("It happened on 15/09/2001.", "15/09/2001", "2001-09-15"),
        ("It happened on 11/09/2001.", "11/09/2001", None),  # day or month first?
        ("He left on the 9th.", "the 9th", "2024-10-09"),
        ("It happened on February 30, 2019.", "February 30, 2019", None),
        # months and years
        ("The April 2017 report", "April 2017", "2017-04"),
        ("In March the army left.", "March", "2024-03"),
        ("It has grown since November.", "November", "2023-11"),
        ("It will open in November.", "November", "2024-11"),
        ("last May", "last May", "2024-05"),
        ("Next June", "Next June", "2025-06"),
        ("In 2022 it ended.", "2022", "2022"),
        ("Since 1999, it grew.", "1999", "1999"),
        ("The 1991 Hajj ended.", "1991", "1991"),
        ("Israel's 2006 war", "2006", "2006"),
        ("2026 World Cup tickets", "2026", "2026"),
        ("In nineteen ninety-six he left.", "nineteen ninety-six", "1996"),
        ("On 6 April seventeen hundred thirty three", "6 April seventeen hundred thirty three", "1733-04-06"),
        ("In October two thousand and five", "October two thousand and five", "2005-10"),
        ("A revolt (1968) followed.", "1968", "1968"),
        ("It ends in early 2025.", "early 2025", "2025"),
        ("It ended in mid-2019.", "mid-2019", "2019"),
        ("It ended in the summer of 2020.", "the summer of 2020", "2020"),
        ("the 1990s", "the 1990s", "1990..1999"),
        ("the '80s", "the '80s", "1980..1989"),
        ("the first quarter of 2025", "the first quarter of 2025", "2025-01-01..2025-03-31"),
        ("Q3 2019", "Q3 2019", "2019-07-01..2019-09-30"),
        ("the second half of 2023", "the second half of 2023", "2023-07-01..2023-12-31"),
        ("In the 15th century it fell.", "the 15th century", "1401..1500"),
        # told from publication
        ("It fell yesterday.", "yesterday", "2024-10-09"),
        ("Today it fell.", "Today", "2024-10-10"),
        ("It will rain tomorrow.", "tomorrow", "2024-10-11"),
        ("It rained last night.", "last night", "2024-10-09"),
        ("It rained this morning.", "this morning", "2024-10-10"),
        ("last week", "last week", "2024-09-30..2024-10-06"),
        ("earlier this week", "earlier this week", "2024-10-07..2024-10-10"),
        ("last month", "last month", "2024-09"),
        ("last year", "last year", "2023"),
        ("next month", "next month", "2024-11"),
        ("last quarter", "last quarter", "2024-07-01..2024-09-30"),
        ("over the weekend", "the weekend", "2024-10-05..2024-10-06"),
        ("two days ago", "two days ago", "2024-10-08"),
        ("two weeks ago", "two weeks ago", "2024-09-23..2024-09-29"),
        ("two months ago", "two months ago", "2024-08"),
        ("ten years ago", "ten years ago", "2014"),
        ("months ago", "months ago", None),
        ("in the past two weeks", "the past two weeks", "2024-09-26..2024-10-10"),
        ("It will open in three years.", "in three years", "2027"),
        ("It was built in three years.", "in three years", "P3Y"),
        ("a day later", "a day later", None),
        ("three weeks from tomorrow", "three weeks from tomorrow", "2024-11-01"),
        # days of the week
        ("Talks were held on Tuesday.", "Tuesday", "2024-10-08"),
        ("It happened on Thursday.", "Thursday", "2024-10-10"),
        ("He will meet Putin on Tuesday.", "Tuesday", "2024-10-15"),
        ("On Tuesday, the court will rule.", "Tuesday", "2024-10-15"),
        ("On Tuesday he announced a plan that will fail.", "Tuesday", "2024-10-08"),
        ("Officials said on Friday that it will rain.", "Friday", "2024-10-04"),
        ("Reforms will hurt, officials warned on Friday.", "Friday", "2024-10-04"),
        ("He is to be tried on Monday.", "Monday", "2024-10-14"),
        ("The summit begins Monday in Brussels.", "Monday", "2024-10-14"),
        ("The ban takes effect Jan. 1.", "Jan. 1", "2025-01-01"),
        ("next Tuesday", "next Tuesday", "2024-10-15"),
        ("last Tuesday", "last Tuesday", "2024-10-08"),
        ("Tuesday of last week", "Tuesday of last week", "2024-10-01"),
        ("He left late on Monday night.", "Monday night", "2024-10-07"),
        # intervals
        ("It ran from 2015 to 2017.", "2015 to 2017", "2015..2017"),
        ("The 1939-45 war", "1939-45", "1939..1945"),
        ("between 3 and 5 May", "3 and 5 May", "2024-05-03..2024-05-05"),
        ("May 3-5, 2023", "May 3-5, 2023", "2023-05-03..2023-05-05"),
        ("from May 3 to June 2", "May 3 to June 2", "2024-05-03..2024-06-02"),
        ("Nov 18-Dec 19, 2015", "Nov 18-Dec 19, 2015", "2015-11-18..2015-12-19"),
        ("from December 28 to January 3", "December 28 to January 3", "2023-12-28..2024-01-03"),
        ("Jan-Mar 2017", "Jan-Mar 2017", "2017-01..2017-03"),
        ("Talks ran from Monday to Friday.", "Monday to Friday", "2024-09-30..2024-10-04"),
        ("March 11 this year", "March 11 this year", "2024-03-11"),
        ("in May of last year", "May of last year", "2023-05"),
        # lengths and hours
        ("Three weeks of talks", "Three weeks", "P21D"),
        ("a 12-year sentence", "12-year", "P12Y"),
        ("two and a half years", "two and a half years", "P2Y6M"),
        ("half an hour", None, None),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("two years and three months", "two years and three months", "P2Y3M"),
        ("At 10:30 GMT it fell.", "10:30 GMT", "10:30:00Z"),
        ("At 10:30 GMT on Tuesday it fell.", "10:30 GMT on Tuesday", "2024-10-08T10:30:00Z"),
        ("It fell on Tuesday at 8.49pm.", "Tuesday at 8.49pm", "2024-10-08T20:49:00"),
        # steps from a day, holidays, sets
        ("two weeks after October 1", "two weeks after October 1", "2024-10-15"),
        ("Christmas Day 2020", "Christmas Day 2020", "2020-12-25"),
        ("Easter Sunday 2024", "Easter Sunday 2024", "2024-03-31"),
        ("It comes every Friday.", "every Friday", None),
        ("It is held annually.", "annually", None),
        ("the September 11 attacks", "September 11", "--09-11"),
    ],
)
def test_a_form_is_found_and_resolved(text: str, words: str | None, value: str | None) -> None:
    assert said(text) == ([(words, value)] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said she may go.",
        "May said he was tired.",
        "The March on Washington was long. They march. Second, it was one of the largest.",
        "2022 people came, more than 2000 troops in 1500 villages.",
        "Vision 2020, Airbus A320, Flight 1907, $2022, Euro 2024, Windows 2000, Resolution 1701.",
        "A 37-year-old man, aged 37, and a woman who is 37 years old.",
        "The toll rose to 2015. It increased by 1900. It has 1,200 and 1950.",
        "His last week of the campaign, our last year of peace, nineteen eighty people.",
        "They won 3-2. Call 555-2022 or +44 2022 2033.",
        "Black Friday sales. The Sunday Times wrote.",
        "June Smith and April Jones met August Wilson.",
        "A second term, a third of them, in the 89th minute.",
        "The 1500 metres and 2000m races.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("It fell on October 5.", None, "--10-05"),
        ("It fell in October.", None, "--10"),
        ("It fell on Tuesday.", None, None),
        ("It fell yesterday.", "2024-10", None),
        ("It fell last month.", "2024-10", "2024-09"),
        ("It fell on October 5.", "2024-10", "2024-10-05"),
        ("It fell on October 5.", "2024", "--10-05"),
        ("It fell last year.", "2024", "2023"),
        ("It fell two hours ago.", "2024-10-10T01:00:00Z", "2024-10-09"),
        ("It fell two hours ago.", "2024-10-10", None),
    ],
)
def test_nothing_is_more_precise_than_publication(text: str, published: str | None, value: str | None) -> None:
    assert [v for _, v in said(text, published)] == [value]


def test_an_article_without_publication_speaks_of_its_last_change() -> None:
    text = "It fell on Sunday."
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    article = Article(text, (block,), Metadata(modified=TimeValue.parse("2013-07-23T13:42:00Z")))

    (time,) = TimeAnnotator().annotate(Annotations(article)).times

    assert time.value == TimeValue("2013-07-21", TimePrecision.DAY)


def test_a_date_without_year_takes_the_one_that_the_article_states_elsewhere() -> None:
    assert said("On Oct. 7, 2023, it began. Since Oct. 7 much was lost.")[1] == ("Oct. 7", "2023-10-07")


def test_a_year_that_is_told_from_publication_counts_too() -> None:
    assert said("It began on Oct. 7 last year. On October 7 many died.")[1] == ("October 7", "2023-10-07")


def test_the_turn_of_the_year_is_crossed() -> None:
    assert said("It fell on Dec. 30.", "2025-01-02") == [("Dec. 30", "2024-12-30")]
    assert said("It will be held on Jan. 3.", "2024-12-30") == [("Jan. 3", "2025-01-03")]


def test_a_headline_with_an_infinitive_looks_ahead() -> None:
    found = times("Leader to visit on Monday", kind=BlockKind.HEADLINE)
    assert [time.value for time in found] == [TimeValue("2024-10-14", TimePrecision.DAY)]


def test_the_mention_says_what_it_is() -> None:
    (time,) = times("In 2022 it ended.")
    assert time.mention.kind is MentionKind.TIME
    assert time.mention.annotator == "times/year"
    assert time.key == "time:3-7"


def test_other_blocks_are_left_alone() -> None:
    assert times("Source: 12 May 2020", kind=BlockKind.SOURCE) == ()
    assert len(times("Saturday, September 12, 2015", kind=BlockKind.DATE)) == 1


@pytest.mark.parametrize(("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2024, 3, 31), (2038, 4, 25)])
def test_easter(year: int, month: int, day: int) -> None:
    assert calendar.easter(year) == dt.date(year, month, day)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("It was stamped 2024-05-05T12:00:00+99:99 by mistake.", None),
        ("It will open in two weeks, at Easter.", "9999-12"),
        ("It opened at Easter.", "0001-01-01"),
        ("It will open next Easter, in three days.", "9999-12-31"),
    ],
)
def test_the_ends_of_the_calendar_break_nothing(text: str, published: str | None) -> None:
    assert isinstance(said(text, published), list)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sales fell in the last three months of 2023.", "the last three months of 2023", "2023-10-01..2023-12-31"),
        ("It rose in the first ten days of May.", "the first ten days of May", "2024-05-01..2024-05-10"),
        (
            "It rains in the last three weeks of this year.",
            "the last three weeks of this year",
            "2024-12-11..2024-12-31",
        ),
        ("It rained in the second week of March 2023.", "the second week of March 2023", "2023-03-08..2023-03-14"),
        ("Profit grew in Q3.", "Q3", "2024-07-01..2024-09-30"),
        ("Profit will grow in the second quarter.", "the second quarter", "2025-04-01..2025-06-30"),
        ("October's sales were good.", "October", "2024-10"),
        ("Over the past year it grew.", "the past year", "2023-10-10..2024-10-10"),
        ("He must pay by Friday.", "Friday", "2024-10-11"),
        ("By Friday 20 people had died.", "Friday", "2024-10-04"),
        ("A year ago today it fell.", "A year ago today", "2023-10-10"),
        ("It closed on 5 Oct. '23.", "5 Oct. '23", "2023-10-05"),
        ("It closed on 5 May '98.", "5 May '98", "1998-05-05"),
        ("It is open from 9am to 5pm.", "9am to 5pm", "09:00:00..17:00:00"),
        ("It began at 8:45 pm CET (1945 GMT).", "8:45 pm CET (1945 GMT)", "20:45:00+01:00"),
        ("He faces 10 to 15 years.", "10 to 15 years", None),
        ("It opens next spring.", "next spring", "2025"),
        ("It opened last spring.", "last spring", "2024"),
        ("It opened last summer.", "last summer", None),
        ("It opened last winter.", "last winter", None),
        ("It has grown since the start of the year.", "the start of the year", "2024"),
        ("They announced that customers could buy it on October 15.", "October 15", "2024-10-15"),
        ("A strike was called for 17 November.", "17 November", "2024-11-17"),
        ("It was to last 60 days.", "60 days", "P60D"),
        ("The snow fell and more is forecast by Friday.", "Friday", "2024-10-11"),
        ("A one-day strike began.", "one-day", "P1D"),
    ],
)
def test_parts_and_stretches_of_the_calendar(text: str, words: str, value: str | None) -> None:
    assert said(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The home side led after the third quarter.",
        "April O'Neil and June Smith agreed.",
        "May's party lost.",
        "The R4 unit and Q7 car were sold.",
        "He hit 203 HR, at the age of four months.",
        "A 22 - year - old nurse and a boy aged 12 left.",
    ],
)
def test_what_only_looks_like_a_part_of_the_calendar(text: str) -> None:
    assert said(text) == []


def test_a_zone_that_no_place_has_leaves_the_day() -> None:
    assert ("2024-05-05T12:00:00+99:99", "2024-05-05") in said("It was stamped 2024-05-05T12:00:00+99:99 by mistake.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It opened a week ago.", [("a week ago", "2024-09-30..2024-10-06")]),
        ("It opened a fortnight ago.", [("a fortnight ago", "2024-09-23..2024-09-29")]),
        ("It opened a week ago today.", [("a week ago today", "2024-10-03")]),
        ("It opened ten days ago.", [("ten days ago", "2024-09-30")]),
    ],
)
def test_only_who_counts_days_names_a_day(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("It happened last week.", True),
        ("It happened over the past two weeks.", True),
        ("It happened two weeks ago.", True),
        ("It happened in the third quarter of 2023.", True),
        ("It happened in the 1990s.", True),
        ("It went on from the 1960s to the 1980s.", True),
        ("It went on from Monday to Wednesday.", False),
        ("It went on from 3 to 5 May.", False),
        ("It went on from 2014 to 2018.", False),
        ("It happened on Monday.", False),
    ],
)
def test_a_stretch_is_told_from_an_interval_with_two_ends(text: str, within: bool) -> None:
    assert [time.within for time in times(text)] == [within]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He was held on 3 June. Two days later he was freed.", "Two days later", "2024-06-05"),
        ("He was held on 3 June. The following day he was freed.", "The following day", "2024-06-04"),
        ("He was held on 3 June, and freed three days later.", "three days later", "2024-06-06"),
        ("He was freed on 3 June. He had been held two days earlier.", "two days earlier", "2024-06-01"),
        ("He was held on 3 June. A week later he was freed.", "A week later", None),
        ("He was held in June. Two days later he was freed.", "Two days later", None),
        ("He was held, police said on 3 June. Two days later he was freed.", "Two days later", None),
        ("He was held on 3 June and heard on 5 June. Two days later he was freed.", "Two days later", None),
        ("He was held on 3 June. It rained. It poured. Two days later he was freed.", "Two days later", None),
    ],
)
def test_days_are_counted_from_the_only_day_told_before(text: str, words: str, value: str | None) -> None:
    assert said(text)[-1] == (words, value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In fiscal 2023 it earned more.", [("fiscal 2023", None)]),
        ("It grew in the financial year 2022/23.", [("the financial year 2022/23", None)]),
        ("It expects more in FY24.", [("FY24", None)]),
        ("It burned in the early 20th century.", [("the early 20th century", "1901..2000")]),
        ("It stood in the 5th century BC.", [("the 5th century BC", None)]),
        ("It changed in the 19th and 20th centuries.", [("20th centuries", None)]),
        ("It starts at 14.30 on Monday.", [("14.30 on Monday", "2024-10-14T14:30:00")]),
        ("It starts at 16.45.", [("16.45", "16:45:00")]),
        ("The share closed at 14.30 dollars.", []),
        ("He ran it in 14.30 on grass.", []),
        ("Sales rose in the three months to June 30.", [("three months to June 30", "2024-04-01..2024-06-30")]),
        (
            "Sales rose in the six months ended 31 March 2023.",
            [("six months ended 31 March 2023", "2022-10-01..2023-03-31")],
        ),
        ("Sales rose in the year to April 2024.", [("year to April 2024", "2023-05-01..2024-04-30")]),
        ("It was last held at the previous easter.", [("previous easter", "2024-03-31")]),
        ("He ran it in two hours and 14 minutes.", [("in two hours and 14 minutes", "PT2H14M")]),
        ("Kick-off is at 7.45pm on Wednesday.", [("7.45pm on Wednesday", "2024-10-16T19:45:00")]),
    ],
)
def test_years_of_business_centuries_and_hours_with_a_point(text: str, found: list[tuple[str, str | None]]) -> None:
    assert said(text) == found
