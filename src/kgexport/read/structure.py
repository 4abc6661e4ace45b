"""From paragraphs to blocks: headline, standfirst, byline, dates, body, source; knows neither files nor pages.

The lines around the body are known by their form; the headline and standfirst of a plain text by their place: the first
paragraph where it is no sentence, and the one after it where more follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kgexport.model import Block, BlockKind, Dateline, Metadata, Span
from kgexport.read.bylines import Byline, byline
from kgexport.read.credits import Credit, credit
from kgexport.read.datelines import dateline, dateline_date
from kgexport.read.dates import DateLine, date_line, leading_date
from kgexport.read.rules import rules

LONGEST_HEADLINE = 200
"""Characters."""
LONGEST_STANDFIRST = 600
"""Characters."""

_SENTENCE_END = re.compile(r"[.…:;,][\s\"'”’»)\]]*$|[.!?]\s?[\"'”’»)\]]+$")
_ADDRESS = re.compile(r"https?\s?:\s?/\s?/\s?\S")
"""What a line with the web address of the article begins with, as printed or with spaces between its parts."""
_FRONT = 3
"""How many paragraphs are looked at for a date that runs into the text."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The blocks of a text, and what its own lines say about it."""

    blocks: tuple[Block, ...]
    """Those of kind PARAGRAPH are missing only where there is nothing but source lines."""
    dateline: Dateline | None
    metadata: Metadata


def structure(text: str, paragraphs: Sequence[Span], known: Sequence[BlockKind] | None = None) -> Structure:
    """Name the paragraphs.

    `known` gives the kinds of the first ones where the source states them, and means that no headline or standfirst
    is to be looked for beyond; None means that only the text itself can tell.
    """
    spans = list(_without_leading_date(text, paragraphs, len(known or ())))
    lines = [span.of(text) for span in spans]
    kinds = _kinds(lines, known)
    if BlockKind.PARAGRAPH not in kinds.values():
        kinds = {i: BlockKind.SOURCE if credit(line) else BlockKind.PARAGRAPH for i, line in enumerate(lines)}
    metadata = _stated(lines, kinds)
    first = next((spans[i] for i in sorted(kinds) if kinds[i] is BlockKind.PARAGRAPH), None)
    found = dateline(first.of(text), first.begin) if first else None
    if found and metadata.published is None:
        metadata = replace(metadata, published=dateline_date(found, text))
    return Structure(tuple(Block(span, kinds[i]) for i, span in enumerate(spans)), found, metadata)


def is_headline(paragraph: str) -> bool:
    """Whether a first paragraph can be a headline: short, no sentence, no dateline, no start in lower case."""
    starts_low = paragraph[0].islower() and not paragraph[1:2].isupper()
    if len(paragraph) > LONGEST_HEADLINE or starts_low or dateline(paragraph):
        return False
    return not _SENTENCE_END.search(paragraph) or _is_title_with_abbreviation(paragraph)


def is_standfirst(paragraph: str) -> bool:
    """Whether a paragraph below the headline can be a standfirst: not long, no dateline, no start in lower case."""
    return len(paragraph) <= LONGEST_STANDFIRST and not paragraph[0].islower() and dateline(paragraph) is None


def _is_title_with_abbreviation(paragraph: str) -> bool:
    """`Iran Rejects Talks with the U.S.`: most longer words with a capital, and an abbreviation at the end."""
    long = [word for word in paragraph.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return paragraph.split()[-1].lower() in rules().final_abbreviations and 3 * capitals >= 2 * len(long)


def _without_leading_date(text: str, paragraphs: Sequence[Span], known: int) -> Iterable[Span]:
    """A date that runs into one of the first paragraphs becomes a paragraph of its own."""
    for index, span in enumerate(paragraphs):
        length = leading_date(span.of(text)) if known <= index < known + _FRONT else None
        if length is None:
            yield span
        else:
            rest = span.of(text)[length:]
            yield Span(span.begin, span.begin + length)
            yield Span(span.end - len(rest.lstrip()), span.end)


def _kinds(lines: Sequence[str], known: Sequence[BlockKind] | None) -> Mapping[int, BlockKind]:
    """The kind of each paragraph by its index."""
    end = len(lines)
    while end > len(known or ()) and (credit(lines[end - 1]) or _line_kind(lines[end - 1])):
        end -= 1
    front = _front(lines[:end], known)
    kinds = dict(enumerate(front)) | dict.fromkeys(range(len(front), end), BlockKind.PARAGRAPH)
    for index in range(end, len(lines)):
        kinds[index] = _line_kind(lines[index]) or BlockKind.SOURCE
    return kinds


def _front(lines: Sequence[str], known: Sequence[BlockKind] | None) -> list[BlockKind]:
    """The kinds of what stands before the body; the last of `lines` is always body."""
    kinds = list(known or ())
    for line in lines[len(kinds) : -1]:
        kind = _line_kind(line)
        if kind is None and known is None:
            kind = _by_place(line, kinds)
        if kind is None:
            break
        kinds.append(kind)
    return kinds


def _by_place(line: str, before: Sequence[BlockKind]) -> BlockKind | None:
    """Headline or standfirst, where one can stand after what stands before."""
    if BlockKind.HEADLINE not in before:
        return BlockKind.HEADLINE if is_headline(line) else None
    return BlockKind.STANDFIRST if BlockKind.STANDFIRST not in before and is_standfirst(line) else None


def _line_kind(line: str) -> BlockKind | None:
    """The kind of a line that is known by its form alone."""
    if date_line(line):
        return BlockKind.DATE
    if _ADDRESS.match(line):
        return BlockKind.SOURCE
    return BlockKind.BYLINE if byline(line) else None


def _stated(lines: Sequence[str], kinds: Mapping[int, BlockKind]) -> Metadata:
    """What the lines around the body say; what is said first stays."""
    found = Metadata()
    for index, kind in sorted(kinds.items()):
        line = lines[index]
        if kind is BlockKind.DATE:
            found = _dated(found, date_line(line))
        elif kind is BlockKind.BYLINE:
            by = byline(line) or Byline(())
            found = _dated(replace(found, authors=found.authors or by.authors), by.dates)
        elif kind is BlockKind.SOURCE and found.source_name is None and not _ADDRESS.match(line):
            source = credit(line) or Credit(line, None)
            found = replace(found, source_name=source.name, source_url=source.url)
    return found


def _dated(found: Metadata, dates: DateLine | None) -> Metadata:
    if dates is None:
        return found
    return replace(found, published=found.published or dates.published, modified=found.modified or dates.modified)
