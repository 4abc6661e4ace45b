"""Which blocks of a page are the article: trafilatura says where it is, the page's structure what belongs to it.

Nothing of the text comes from trafilatura: it may join, drop or repeat paragraphs. It knows nothing of metadata.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from kgexport.read.html_blocks import HEADINGS, Aside, PageBlock

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHINGLE = 5
_MATCHING = 0.6
"""Share of a block's word sequences that trafilatura must have kept."""
_LINKED = 0.8
_SEVERAL = 3
"""Paragraphs, each in an element of its own, that make the element around these the article's."""
_MOST_BLOCKS, _MOST_ELEMENTS = 5000, 20000
"""Above, trafilatura takes quadratic time, and the page's own structure has to do."""
_TEXT_TAGS = HEADINGS - {"h1"} | {"p", "li", "blockquote", "dd", "dt", "pre"}
_NOTICE = re.compile(r"(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)


def article_blocks(blocks: Sequence[PageBlock], root: HtmlElement) -> list[int]:
    """Indexes of the blocks that are the article's text, in order; of all blocks where nothing else can be told."""
    is_ordinary = len(blocks) <= _MOST_BLOCKS and sum(1 for _ in root.iter()) <= _MOST_ELEMENTS
    found = _matched(blocks, _extracted(root)) if is_ordinary else []
    return _with_siblings(blocks, found) if found else _by_structure(blocks)


def key(text: str) -> str:
    """What two texts have in common that differ in spaces, punctuation, case or composition only."""
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def _extracted(root: HtmlElement) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(root, include_comments=False, include_tables=False, with_metadata=False)
    body = getattr(found, "body", None)
    return "" if body is None else "\n".join(body.itertext())


def _matched(blocks: Sequence[PageBlock], extracted: str) -> list[int]:
    """The blocks whose words trafilatura kept."""
    lines = {key(line) for line in extracted.split("\n")}
    shingles = set(_shingles(_words(extracted)))
    kept = [i for i, block in enumerate(blocks) if block.tag != "h1" and _is_kept(_words(block.text), lines, shingles)]
    own = [i for i in kept if blocks[i].aside is not Aside.YES and _is_prose(blocks[i])]
    sure = [i for i in own if blocks[i].aside is Aside.NO]
    if 2 * sum(len(blocks[i].text) for i in sure) >= sum(len(blocks[i].text) for i in own):
        own = sure  # else the whole article stands in what only looks like an aside
    return own or kept


def _is_kept(words: list[str], lines: set[str], shingles: set[tuple[str, ...]]) -> bool:
    if "".join(words) in lines:
        return bool(words)
    own = list(_shingles(words))
    return sum(shingle in shingles for shingle in own) > _MATCHING * len(own)


def _shingles(words: list[str]) -> zip[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(_SHINGLE)), strict=False)


def _with_siblings(blocks: Sequence[PageBlock], found: Sequence[int]) -> list[int]:
    """With the paragraphs beside and the headings, lists and quotes between those that were found."""
    chosen = set(found)
    paragraphs = [blocks[i].parents for i in found if blocks[i].tag == "p"]
    beside = {parents[0] for parents in paragraphs if parents}
    wrapping = Counter(parents[1] for parents in paragraphs if len(parents) > 1)
    around = beside | {number for number, count in wrapping.items() if count >= _SEVERAL}
    for index, block in enumerate(blocks):
        if index in chosen or not _is_text(block):
            continue
        between = found[0] < index < found[-1] and not around.isdisjoint(block.parents)
        if between or (block.tag == "p" and block.parents[:1] and block.parents[0] in beside):
            chosen.add(index)
    dangling = {i for i in chosen - set(found) if blocks[i].tag in HEADINGS and i + 1 not in chosen}
    return sorted(chosen - dangling)


def _by_structure(blocks: Sequence[PageBlock]) -> list[int]:
    """The text of `article`, else of `main`, else of the whole page; whatever there is before nothing."""
    text = [i for i, block in enumerate(blocks) if _is_text(block)]
    loose = [i for i, block in enumerate(blocks) if not block.aside and block.tag != "h1" and _is_prose(block)]
    everything = [i for i, block in enumerate(blocks) if block.tag != "h1"] or list(range(len(blocks)))
    regions = ([i for i in some if blocks[i].region == name] for some in (text, loose) for name in ("article", "main"))
    return next(filter(None, chain(regions, (text, loose, everything)))) if blocks else []


def _is_text(block: PageBlock) -> bool:
    return block.tag in _TEXT_TAGS and not block.aside and _is_prose(block)


def _is_prose(block: PageBlock) -> bool:
    """Whether it is more than links or a notice of copyright."""
    return block.linked < _LINKED and not _NOTICE.match(block.text)
