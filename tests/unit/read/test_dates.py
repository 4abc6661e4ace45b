"""Dates: read when full and clear, at the precision given."""

import pytest

from kgexport.read.dates import date_line, leading_date, stated_date


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Saturday, September 12, 2015", "2015-09-12"),
        ("October 10, 2024", "2024-10-10"),
        ("OCTOBER 10, 2024", "2024-10-10"),
        ("Oct. 10, 2024.", "2024-10-10"),
        ("10 October 2024", "2024-10-10"),
        ("Thursday 10th of October, 2024", "2024-10-10"),
        ("10-Oct-2024", "2024-10-10"),
        ("2024-10-10", "2024-10-10"),
        ("2024/10/10", "2024-10-10"),
        ("13/04/2024", "2024-04-13"),
        ("04/13/2024", "2024-04-13"),
        ("04.04.2024", "2024-04-04"),
        ("10 Oct 2024 14:05 GMT", "2024-10-10T14:05:00Z"),
        ("Thu 10 Oct 2024 15.05 BST", "2024-10-10T15:05:00+01:00"),
        ("14:05 GMT, 10 October 2024", "2024-10-10T14:05:00Z"),
        ("2024-10-10 14:05", "2024-10-10T14:05:00"),
        ("2024-10-10T14:05:30.123+02:00", "2024-10-10T14:05:30+02:00"),
        ("October 10, 2024 at 2:05 p.m.", "2024-10-10T14:05:00"),
        ("October 10, 2024, 12:30 am EST", "2024-10-10T00:30:00-05:00"),
        ("October 10, 2024 14:05 (UTC)", "2024-10-10T14:05:00Z"),
        ("10 Oct 2024 14:05 UTC+2", "2024-10-10T14:05:00+02:00"),
        ("Oct 10, 2024, 2:05 p.m. ET", "2024-10-10"),
        ("10 Oct 2024 14:05 IST", "2024-10-10"),
        ("Published: 10 October 2024", "2024-10-10"),
        ("First published on Thu 10 Oct 2024 15.05 BST", "2024-10-10T15:05:00+01:00"),
        ("Date: 2024-10-10", "2024-10-10"),
    ],
)
def test_date_line(line: str, published: str) -> None:
    found = date_line(line)
    assert found
    assert found.published
    assert found.published.lexical == published
    assert found.modified is None


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Updated October 11, 2024", None, "2024-10-11"),
        ("Last modified: 2024-10-11T09:00:00Z", None, "2024-10-11T09:00:00Z"),
        ("Published 10 Oct 2024 14:05 GMT | Updated 11 Oct 2024", "2024-10-10T14:05:00Z", "2024-10-11"),
        ("Oct 10, 2024 (updated Oct 11, 2024)", "2024-10-10", "2024-10-11"),
        ("Published October 10, 2024 Updated October 11, 2024", "2024-10-10", "2024-10-11"),
    ],
)
def test_updated(line: str, published: str | None, modified: str) -> None:
    found = date_line(line)
    assert found
    assert (found.published and found.published.lexical) == published
    assert found.modified
    assert found.modified.lexical == modified


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2024",
        "10 October",
        "October 2024",
        "2024",
        "31 February 2024",
        "October 10, 2024, 25:00",
        "October 10, 2024 12",
        "October 10, 2024 was a good day",
        "May 7, 2015 - June 8, 2016",
        "Published by Jane Doe",
        "In 2024, 10 October houses",
        "110 October 20244",
        "",
        "1 May 2024 " * 40,
    ],
)
def test_no_date_line(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024", "2024"),
        ("2024-10", "2024-10"),
        ("2018-05-24T00:00:00", "2018-05-24T00:00:00"),
        ("2024-10-10T14:05:00+0200", "2024-10-10T14:05:00+02:00"),
        ("Thu, 10 Oct 2024 14:05:00 GMT", "2024-10-10T14:05:00Z"),
        (" October 10,\n2024 ", "2024-10-10"),
    ],
)
def test_stated_date(text: str, value: str) -> None:
    found = stated_date(text)
    assert found
    assert found.lexical == value


@pytest.mark.parametrize(
    "text", ["", "now", "03/04/2024", "0000-00-00", "0000", "20241010", "yesterday +0200", "x" * 500]
)
def test_no_stated_date(text: str) -> None:
    assert stated_date(text) is None


def test_leading_date_needs_a_weekday_and_a_capital() -> None:
    assert leading_date("Thursday, May 7, 2015 On Tuesday, they left.") == len("Thursday, May 7, 2015")
    assert leading_date("Thursday, May 7, 2015, they left.") is None
    assert leading_date("Thursday, May 7, 2015 was the day.") is None
    assert leading_date("May 7, 2015 On Tuesday") is None
