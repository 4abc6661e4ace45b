"""Recognises datelines, `TIRANA, Oct 10 (Reuters) -`; knows nothing of paragraphs or pages.

In doubt there is none: a place in capitals before a dash that starts a sentence, or any place with an agency or a date.
"""

from __future__ import annotations

import re
from functools import cache

from kgexport.model import Dateline, Span, TimeValue
from kgexport.read.dates import date_line
from kgexport.read.rules import alternatives, rules

_LONGEST = 120
_LONG_ENOUGH = 5
"""Characters of a place that is no abbreviation, so that a full stop behind it is none of its own."""
_UPPER_WORD = r"(?-i:(?:[^\W\d_a-zß-ÿ]|Mc)(?:[^\W\d_a-zß-ÿ]|['’.-])*)"
_AGENCY = r"(?-i:[^\W\d_a-z])[\w\s.&/’'-]{0,40}[\w.&]"
_TITLE_WORD = r"(?-i:[^\W\d_a-z])(?:[^\W\d_]|['’.-]){0,24}"


@cache
def _pattern() -> re.Pattern[str]:
    month = rf"(?:{alternatives(rules().months)})\.?"
    weekday = rf"(?:{alternatives(rules().weekdays)})\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
    date = rf"(?:{weekday},?\s+)?(?:{month}\s+{day}|{day}\s+{month})(?:,?\s+\d{{4}}(?!\d))?|{weekday}"
    return re.compile(
        rf"""(?:(?P<place>(?P<upper>{_UPPER_WORD}(?:\s{_UPPER_WORD}){{0,3}})|{_TITLE_WORD}(?:\s{_TITLE_WORD}){{0,3}})
                (?:\s?/\s?{_TITLE_WORD}(?:\s{_TITLE_WORD}){{0,2}}){{0,2}}
                (?:\s?,\s(?!(?:{date})\b){_TITLE_WORD}(?:\s(?:(?:of|the|and)\s){{0,2}}{_TITLE_WORD}){{0,2}}){{0,2}}
             )?
            (?:\s?(?:,\s?|\s)(?P<date>{date}))?
            (?:\s?,?\s?[(/]\s?(?P<agency>{_AGENCY})\s?(?:\)|(?P<tass>/)))?
            \s?(?P<mark>--?|>>|[–—―_|»]|:|(?(tass)\.|(?(agency)|(?!))))\s{{0,3}}(?=(?P<next>\S))""",
        re.IGNORECASE | re.VERBOSE,
    )


def dateline(paragraph: str, begin: int = 0) -> Dateline | None:
    """The dateline at the start of a paragraph that begins at `begin` in the text; None where there is none."""
    match = _pattern().match(paragraph[:_LONGEST])
    if match is None or not _counts(match):
        return None

    def span(group: str) -> Span | None:
        return Span(begin + match.start(group), begin + match.end(group)) if match[group] else None

    place = span("place")
    if place is not None:
        first = re.split(r"\s?[,/]", match["place"])[0]
        first = first.rstrip("-") if len(first) < _LONG_ENOUGH else first.rstrip("-.")
        place = Span(place.begin, place.begin + len(first))
    length = len(match[0][: match.end("mark")].rstrip())
    return Dateline(Span(begin, begin + length), place, span("date"), span("agency"))


def dateline_date(found: Dateline, text: str) -> TimeValue | None:
    """The date of a dateline where it is full, with a year."""
    line = date_line(found.date.of(text)) if found.date else None
    return line.published if line else None


def _is_agency(name: str) -> bool:
    """Whether what stands in brackets is known to send out news: it has to be where no dash follows."""
    return name.split()[0].lower() in rules().agencies


def _counts(match: re.Match[str]) -> bool:
    place, upper, agency = match["place"], match["upper"], match["agency"]
    if not match["mark"] and not (_is_agency(agency) and match["next"].isupper()):
        return False
    if place is None:
        return agency is not None and match.start("agency") == 1 and match["date"] is None
    if place.split()[0].lower().strip(".,'’") in rules().not_places or sum(c.isalpha() for c in place) < 3:
        return False
    if agency or (match["date"] and re.search(r"\d", match["date"])):
        return True
    spaced = match[0].endswith(" ") or match["mark"] in "--—―"
    starts = match["next"].isupper() or match["next"] in "“\"‘'«" or match["next"].isdigit()
    return upper is not None and match["mark"] != ":" and spaced and starts
