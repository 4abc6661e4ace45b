"""Dates of articles and events, compared: what SHACL core cannot do with dates that are texts; knows no shapes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kgexport.validate.facts import Subject, focus_iri, short
from kgexport.validate.report import Finding, Severity
from kgexport.validate.web.page import Page
from kgexport.vocabulary import SCHEMA

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
_PUBLISHED, _MODIFIED = SCHEMA["datePublished"], SCHEMA["dateModified"]


def when(text: str) -> dt.datetime | dt.date | None:
    """The moment or the day of a date in ISO 8601; None for anything else and for days that do not exist.

    >>> when("2027-07-21T19:00+02:00").isoformat()
    '2027-07-21T19:00:00+02:00'
    >>> when("2027-02-30") is None
    True
    """
    match = _ISO.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return dt.datetime.fromisoformat(match[0]) if match[2] else dt.date.fromisoformat(match[1])
    except ValueError:
        return None


def is_before(first: dt.datetime | dt.date, second: dt.datetime | dt.date) -> bool:
    """Whether one is earlier, as far as both say: by the day where one has no time, or no zone and the other has."""
    moments = [each for each in (first, second) if isinstance(each, dt.datetime)]
    if len(moments) == 2 and (moments[0].tzinfo is None) == (moments[1].tzinfo is None):
        return moments[0] < moments[1]
    return day(first) < day(second)


def day(value: dt.datetime | dt.date) -> dt.date:
    """The day of a moment, in its own zone."""
    return value.date() if isinstance(value, dt.datetime) else value


def ends_first(page: Page) -> Iterator[Finding]:
    """An event does not end before it starts."""
    message = "It ends before it starts; nobody can go there. Correct one of the two dates."
    for event in page.events:
        yield from _wrong_order(page, event, SCHEMA["startDate"], SCHEMA["endDate"], message, Severity.VIOLATION)


def modified_first(page: Page) -> Iterator[Finding]:
    """An article is not changed before it is published."""
    message = "It was changed before it was published; correct one of the two dates."
    for article in page.articles:
        yield from _wrong_order(page, article, _PUBLISHED, _MODIFIED, message, Severity.WARNING)


def in_future(page: Page) -> Iterator[Finding]:
    """An article has been published already; a day is left for time zones."""
    message = "This date is in the future; it should be that of the article itself, not of what the article is about."
    limit = page.today + dt.timedelta(days=1)
    for article in page.articles:
        for prop in (_PUBLISHED, _MODIFIED):
            for value, found in _dates(page, article, prop):
                if day(found) > limit:
                    yield _finding(page, article, prop, value, message, Severity.WARNING)


def _wrong_order(
    page: Page, node: Subject, first: NamedNode, second: NamedNode, message: str, severity: Severity
) -> Iterator[Finding]:
    """The second date, where it is earlier than each of the first."""
    starts = [start for _, start in _dates(page, node, first)]
    for value, end in _dates(page, node, second):
        if starts and all(is_before(end, start) for start in starts):
            yield _finding(page, node, second, value, message, severity)


def _dates(page: Page, node: Subject, prop: NamedNode) -> Iterator[tuple[Literal, dt.datetime | dt.date]]:
    """The values of a property that are dates."""
    for value in page.facts.values(node, prop):
        found = when(value.value) if isinstance(value, Literal) else None
        if isinstance(value, Literal) and found is not None:
            yield value, found


def _finding(page: Page, node: Subject, prop: NamedNode, value: Literal, message: str, severity: Severity) -> Finding:
    return Finding(severity, page.facts.name(node), focus_iri(node), short(prop.value), value, message, "")
