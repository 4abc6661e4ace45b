"""Bylines, source lines and datelines are known by their form, and nothing else is taken for one."""

import pytest

from kgexport.read.bylines import byline, person_names
from kgexport.read.credits import credit
from kgexport.read.datelines import dateline, dateline_date


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE", ["JANE DOE"]),
        ("by: Jane Doe", ["Jane Doe"]),
        ("Written by Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, John Roe & Max Moe", ["Jane Doe", "John Roe", "Max Moe"]),
        ("By Jane Doe in Athens and John Roe in Paris", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, Staff Writer", ["Jane Doe"]),
        ("By Jane Doe, Athens Bureau Chief", ["Jane Doe"]),
        ("By Jane Doe, The Guardian", ["Jane Doe"]),
        ("By Jane Doe | Reuters", ["Jane Doe"]),
        ("By Sara O’Neil-Smith / AP", ["Sara O’Neil-Smith"]),
        ("By Ludwig van Hoven", ["Ludwig van Hoven"]),
        ("By Abd al-Rahman Al-Rashed", ["Abd al-Rahman Al-Rashed"]),
        ("By J. K. Rowland", ["J. K. Rowland"]),
        ("By Robert Dow Jr.", ["Robert Dow Jr."]),
        ("By Martin King, Jr., Columnist", ["Martin King, Jr."]),
        ("By Reuters", []),
        ("By Associated Press", []),
        ("By STAFF WRITER", []),
    ],
)
def test_byline(line: str, authors: list[str]) -> None:
    found = byline(line)
    assert found is not None
    assert list(found.authors) == authors


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had left",
        "By Tuesday Night",
        "By the end",
        "By The End",
        "By Paris the deal was done.",
        "By John",
        "by jane doe",
        "By Jane Doe said.",
        "Bye Jane Doe",
        "By",
        "By 2030 Europe",
        "By Jane Doe " * 30,
    ],
)
def test_no_byline(line: str) -> None:
    assert byline(line) is None


def test_byline_with_date() -> None:
    found = byline("By Jane Doe | October 10, 2024")
    assert found
    assert found.dates
    assert found.dates.published
    assert found.dates.published.lexical == "2024-10-10"


def test_names_that_are_no_list_of_persons() -> None:
    assert person_names("the mayor of the town") is None
    assert person_names("Example News") == ()


@pytest.mark.parametrize(
    ("line", "name", "url"),
    [
        ("Original Source: www.example.com", "www.example.com", "https://www.example.com/"),
        ("original source:www.example.com", "www.example.com", "https://www.example.com/"),
        ("Source: https://www.example.com/a/b?c=1", "www.example.com", "https://www.example.com/a/b?c=1"),
        ("Source: https://www.Example.com", "www.example.com", "https://www.example.com/"),
        ("Source: Example.com", "Example.com", "https://example.com/"),
        ("Source: Example Times", "Example Times", None),
        ("Sources: Reuters, AP", "Reuters, AP", None),
        ("Source: Reuters (https://www.reuters.com)", "Reuters", "https://www.reuters.com/"),
        ("Original Source: Example Times, www.example.com.", "Example Times", "https://www.example.com/"),
        ("**Source:** example.co.uk/news", "example.co.uk", "https://example.co.uk/news"),
    ],
)
def test_credit(line: str, name: str, url: str | None) -> None:
    found = credit(line)
    assert found
    assert (found.name, found.url) == (name, url)


@pytest.mark.parametrize(
    "line",
    [
        "Source:",
        "Source: -",
        "Source: the ministry",
        "Source: The ministry said the numbers were wrong.",
        "Sources in the capital: nothing new",
        "The source: www.example.com",
        "Source: www.example.com reported that the numbers of the ministry were wrong again",
        "Source: " + "x" * 400,
    ],
)
def test_no_credit(line: str) -> None:
    assert credit(line) is None


@pytest.mark.parametrize(
    ("paragraph", "place", "date", "agency"),
    [
        ("TIRANA, Oct 10 (Reuters) - Albania will", "TIRANA", "Oct 10", "Reuters"),
        ("PARIS (AP) — The", "PARIS", None, "AP"),
        ("WASHINGTON — The", "WASHINGTON", None, None),
        ("LONDON, 5 March 2024 (AFP) - the", "LONDON", "5 March 2024", "AFP"),
        ("Jerusalem, Oct. 3 - The", "Jerusalem", "Oct. 3", None),
        ("NEW DELHI/MUMBAI (Reuters) - The", "NEW DELHI", None, "Reuters"),
        ("PORT-AU-PRINCE, Haiti (AP) — The", "PORT-AU-PRINCE", None, "AP"),
        ('WASHINGTON, D.C. - "The', "WASHINGTON", None, None),
        ("ST. LOUIS, Mo. — The", "ST. LOUIS", None, None),
        ("SÃO PAULO, Thursday – The", "SÃO PAULO", "Thursday", None),
        ("BEIJING, Oct. 10 (Xinhua) -- China", "BEIJING", "Oct. 10", "Xinhua"),
        ("MOSCOW, October 10 /TASS/. The", "MOSCOW", "October 10", "TASS"),
        ("Paris (AFP) - The", "Paris", None, "AFP"),
        ("(Reuters) - Albania", None, None, "Reuters"),
        ("BUKAVU, Democratic Republic of Congo, Aug 3 (Reuters) - The", "BUKAVU", "Aug 3", "Reuters"),
        ("(CNN)Three people", None, None, "CNN"),
        ("Kabul, Oct. 3 (IANS) The", "Kabul", "Oct. 3", "IANS"),
        ("JAKARTA , Indonesia ( AP ) - A", "JAKARTA", None, "AP"),
        ("SEOUL, South Korea (AP) _ North", "SEOUL", None, "AP"),
        ("WASHINGTON--The Senate", "WASHINGTON", None, None),
        ("MOSCOW. March 3 (Interfax) - Russia", "MOSCOW", "March 3", "Interfax"),
        ("SAN DIEGO >> Police", "SAN DIEGO", None, None),
    ],
)
def test_dateline(paragraph: str, place: str | None, date: str | None, agency: str | None) -> None:
    text = "Head\n" + paragraph
    found = dateline(paragraph, 5)
    assert found
    assert found.span.begin == 5
    assert [span and span.of(text) for span in (found.place, found.date, found.agency)] == [place, date, agency]


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO - The alliance",
        "BREAKING - The",
        "UPDATE: The",
        "PARIS - which is large - fell",
        "Paris — The town",
        "F-16 - The",
        "A - The",
        "COVID-19 - The",
        "US-China talks - The",
        "Mr Rama (left) - The",
        "WASHINGTON The",
        "TEL AVIV–The",
        "May 5 - The",
        "ALL THE WORDS OF A HEADLINE IN CAPITALS - THE",
        "- The",
        "(CNN) anchors said",
        "Paris (France) The",
        "",
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert dateline(paragraph) is None


def test_only_a_full_date_of_a_dateline_counts() -> None:
    for text, value in (("LONDON, 5 March 2024 (AFP) - x", "2024-03-05"), ("LONDON, 5 March (AFP) - x", None)):
        found = dateline(text)
        assert found
        date = dateline_date(found, text)
        assert (date and date.lexical) == value
