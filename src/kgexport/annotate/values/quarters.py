"""Tells a "third quarter" of the business year from that of a match or a town; must not know the calendar."""

from __future__ import annotations

import re

from kgexport.model import Span

_BUSINESS = re.compile(
    r"(?i)\b(?:profits?|revenues?|sales|earnings|growth|grew|econom\w{1,4}|gdp|gross domestic|output|inflation|results|"
    r"income|loss(?:es)?|forecasts?|shipments?|exports?|imports?|deliver\w{1,5}|margins?|dividends?|shareholders?|"
    r"investors?|guidance|analysts?|unemployment|orders)\b"
)
"""Words beside which a "third quarter" is one of the year."""
_NEAR = 160
"""Characters on either side that are looked at."""


def is_of_business(text: str, begin: int, end: int, span: Span) -> bool:
    """Whether words of business stand near `begin:end`, inside of the block `span`."""
    return bool(_BUSINESS.search(text, max(span.begin, begin - _NEAR), min(span.end, end + _NEAR)))
