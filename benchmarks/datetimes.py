#!/usr/bin/env python3
"""How many dates are resolved, by the kind of expression: a table for docs/quality.md, from rows of date expressions.

    python3 benchmarks/datetimes.py ROWS.jsonl [--missed KIND]

Each row has `text`, `dct` (the date it was written on) and `timexes` with `text`, `type` and `values`. The first share
is that of expressions of which one day, month or year (of an interval: the start) is a value of some time that was
found; this is how the evaluation kit scores dates. Its gold gives days for the ends of every interval, also for "from
2014 to 2018", where this program says 2014: the second share counts the year or month of a wanted day as well.
`--missed` lists the expressions of one kind (or "all") that are wrong by both.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kgexport.annotate.times import TimeAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, Metadata, Span, TimeValue

_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
_UNITS = r"(?:day|week|month|year|hour|minute|decade|weekend|fortnight)s?\b"
KINDS: tuple[tuple[str, str], ...] = (
    ("decade, century", r"\d0['’]?s\b|decade|centur|\b(?:seven|eigh|nine)ties\b"),
    ("quarter, half", r"\bq[1-4]\b|\bh[12]\b|quarter|\bhalf\b"),
    ("season", r"\b(?:spring|summer|autumn|fall|winter)\b"),
    (
        "from … to …, between",
        r"\bbetween\b|\bfrom\b.+\b(?:to|till|until|through|thru)\b|\d\s?[-–~]\s?[\da-z]|\b(?:to|through)\b",
    ),
    (
        "before, after, since, until",
        r"\b(?:before|after|since|until|till|by|or later|or earlier|prior|later than|as of)\b",
    ),
    (
        "ago, from now, later",
        r"\bago\b|from (?:now|today|tomorrow|yesterday)|\blater\b|\bhence\b|\bin \w+ (?:and a half )?" + _UNITS,
    ),
    ("past or next … weeks, months", rf"\b(?:past|last|next|previous|coming|following|upcoming)\b.*\d*.*{_UNITS}"),
    ("week, weekend", r"\bweek"),
    ("day of the week", r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"),
    ("today, yesterday, tonight", r"today|tomorrow|yesterday|tonight|\bnow\b|\bthis (?:morning|afternoon|evening)"),
    ("month and day, full date", rf"{_MONTHS}.*\d|\d.*{_MONTHS}|\d+[/.-]\d+|{_MONTHS}"),
    ("this month, year, day", r"\b(?:day|month|year)\b"),
    ("year", r"\b\d{4}\b"),
)
"""Kind -> a pattern of the expression; the first that fits."""
_CALENDAR = {"gYear", "gYearMonth", "date", "dateTime"}


def kind_of(expression: str) -> str:
    """The kind of an expression."""
    return next((kind for kind, pattern in KINDS if re.search(pattern, expression.lower())), "other")


def days(value: object) -> set[str]:
    """The day, month or year that a value of the data names: weeks and quarters by the day or month they begin with."""
    import datetime as dt

    said = value if isinstance(value, str) else ""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", said):
        return {dt.date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat()}
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", said):
        month = f"{quarter[1]}-{3 * int(quarter[2]) - 2:02d}"
        return {month, f"{month}-01"}
    day = re.match(r"(?!0001)\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[TZ+ ])", said)
    return {day[0]} if day else set()


def found(row: dict[str, Any]) -> set[str]:
    """Every day, month and year that the annotator finds in a row."""
    text = row["text"]
    metadata = Metadata(published=TimeValue.parse(row["dct"])) if row.get("dct") else Metadata()
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), metadata)
    times = TimeAnnotator().annotate(Annotations(article)).times
    values = [value for time in times for value in (time.value, time.end) if value is not None]
    return {value.lexical[:10] for value in values if value.precision in _CALENDAR}


def judged(rows: list[dict[str, Any]]) -> Iterator[tuple[str, str, str, bool, bool]]:
    """Kind, expression, text, whether it is right, and whether it is so at the precision of the text."""
    for row in rows:
        given = found(row)
        for item in row["timexes"]:
            readings = item.get("values") or ()
            values = [item.get("value"), *(r.get(key) for r in readings for key in ("timex", "value", "start"))]
            wanted = set().union(*map(days, values))
            if wanted:
                coarser = any(day.startswith(value) for day in wanted for value in given)
                yield kind_of(item["text"]), item["text"], row["text"], bool(wanted & given), coarser


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--missed", metavar="KIND")
    options = parser.parse_args()
    results = list(judged([json.loads(line) for line in options.rows.read_text(encoding="utf-8").splitlines()]))
    for kind in (*(kind for kind, _ in KINDS), "other"):
        report(kind, [(good, coarser) for of, _, _, good, coarser in results if of == kind])
    report("all", [(good, coarser) for *_, good, coarser in results])
    for kind, expression, text, _, right in results:
        if options.missed in ("all", kind) and not right:
            print(f"  {kind}: {expression!r} in {text!r}")


def report(kind: str, right: list[tuple[bool, bool]]) -> None:
    """Print one row of the table."""
    if right:
        shares = (sum(column) / len(right) for column in zip(*right, strict=True))
        print(f"| {kind} | {len(right)} | " + " | ".join(f"{share:.0%}" for share in shares) + " |")


if __name__ == "__main__":
    main()
