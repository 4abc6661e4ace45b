"""Tells from the words beside a time whether it lies ahead or behind; must not know the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgexport.annotate.values.tables import any_of, forms, rows

_BEFORE, _AFTER = 140, 90
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n")
_REPORTED = re.compile(
    r"(?<!be\s)(?<!been\s)(?<!being\s)\b[a-z]{2,20}ed\s(?:[a-z]{2,10}\s)?(?:on|in|last|late|early)?\s?\Z"
)
_NOT_FINITE = re.compile(r"\b(?:be|been|being|to|will|would|not)\s\Z")
_SINCE = re.compile(r"\bsince\s(?:the\s)?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s(?:the\send\sof\s)?\Z", re.IGNORECASE)
_FIXED_FOR = re.compile(
    r"\b(?:call|schedul|plan|set|slat|book|fix|postpon|delay|conven|summon|arrang|announc|propos|pencill?|list|target)"
    r"\w{0,4}\b[^.;:]{0,60}\bfor\s(?:the\s)?\Z|\b(?:is|are)\s\w{2,15}\s(?:\w{2,15}\s)?by\s\Z"
    r"|\b(?:payable|due|redeemable|repayable|maturing)\son\s(?:the\s)?\Z"
    r"|\b(?:is|are)\s(?:at\s[\d.:]{1,5}\s?(?:[ap]\.?m\.?\s)?)?on\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What is called or set for a day lies ahead of it; so does what "is on Tuesday"."""
_FIXED_UNTIL = re.compile(
    r"\b(?:adjourn|postpon|delay|suspend|extend|stay|defer|remand|bann|barr|halt|last|valid|reserv|paus)\w{0,4}\b"
    r"[^.;:]{0,40}\b(?:until|till)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What is put off until a day waits for it."""
_PERFECT = re.compile(r"\bhad\b|\b(?:were|was)\b")
_PAST_VERB = re.compile(r"(?<!be\s)(?<!been\s)(?<!being\s)\b[a-z]{2,20}ed\b")
_JOINED = re.compile(
    r"[^.;:]{0,60}?,?\s(?:and|but)\s(?:then\s|later\s)?"
    r"(?:will|is|are|plans|hopes|(?:was|were)\s(?:to|due|set|expected))\b"
)
"""A second verb that looks ahead: "arrived on Sunday for a visit and will fly on"."""
_HEADLINE_INFINITIVE = re.compile(r"\bto\s[A-Za-z]+\b", re.IGNORECASE)


@cache
def _cues() -> re.Pattern[str]:
    words = {row["direction"]: forms(row["words"]) for row in rows("time-cues.tsv")}
    return re.compile(
        rf"(?<![\w-])(?:(?P<future>{any_of(words['future'])})|(?P<past>{any_of(words['past'])}))(?![\w-])",
        re.IGNORECASE,
    )


def _finite(text: str, begin: int, end: int) -> Iterator[bool]:
    """For each cue in a stretch of text whether it looks ahead; the month May and "to be held" are none."""
    for cue in _cues().finditer(text, begin, end):
        infinitive = cue["past"] and _NOT_FINITE.search(text, max(begin, cue.start() - 8), cue.start())
        if cue[0] != "May" and not infinitive:
            yield cue["future"] is not None


def _following(text: str, begin: int, end: int) -> bool | None:
    """What the first verb after a time says, which need not be a cue: "On Tuesday he announced that it will …"."""
    past = _PAST_VERB.search(text, begin, end)
    if past is not None and next(_finite(text, begin, past.start()), None) is None:
        return False
    return next(_finite(text, begin, end), None)


def future(text: str, begin: int, end: int, low: int, high: int, headline: bool = False) -> bool | None:
    """Whether a time at `begin:end` lies ahead (True) or behind (False) by the nearest cue of its sentence; else None.

    `low:high` is the block. A cue before the time counts before one after it, since English reports "said on Tuesday".
    """
    left = max(low, begin - _BEFORE)
    for stop in _SENTENCE_END.finditer(text, left, begin + 1):
        left = stop.end()
    if _FIXED_FOR.search(text, left, begin) or _FIXED_UNTIL.search(text, left, begin):
        return True
    if _REPORTED.search(text, left, begin) or _SINCE.search(text, left, begin):
        return False
    nearest = list(_finite(text, left, begin))[-1:]
    if nearest:
        return nearest[0]
    if _BY.search(text, left, begin) and not _PERFECT.search(text, left, min(high, end + _AFTER)):
        return True
    right = min(high, end + _AFTER)
    if stop_after := _SENTENCE_END.search(text, end, right):
        right = stop_after.start()
    verb = _following(text, end, right)
    if verb and _PAST_VERB.search(text, left, begin) and _JOINED.match(text, end, right):
        return False
    if verb is None and headline and _HEADLINE_INFINITIVE.search(text, low, begin):
        return True
    return verb
