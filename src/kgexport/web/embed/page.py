"""Puts kgexport's script into the bytes of a page, or replaces it there; reads and writes no file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kgexport.errors import InputError
from kgexport.read.html import declared_charset
from kgexport.web.embed.existing import Existing, about_the_article, existing_articles, of_object
from kgexport.web.embed.merging import Merged, article_of, merge
from kgexport.web.embed.place import MEDIA_TYPE, SCRIPT_ID, Script, own_scripts, parsed, places
from kgexport.web.embed.units import Edit, Units, read_units
from kgexport.web.escaping import web_json

if TYPE_CHECKING:
    from turbohtml import Document

_START, _END = f'<script type="{MEDIA_TYPE}" id="{SCRIPT_ID}">', "</script>"
_LINE_END = re.compile(r"\r\n|\r|\n")
_PRESCAN = 1024
"""Bytes in which a browser looks for the charset of a page (HTML Living Standard, section 13.2.3.2)."""


class Change(StrEnum):
    """What was done to a page."""

    INSERTED = "inserted"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Embedded:
    """A page with the script in it."""

    page: bytes
    change: Change
    duplicated: tuple[Existing, ...]
    """Other descriptions of the article that do not say that they are of the same thing."""


def embed_page(page: bytes, data: dict[str, Any], *, merging: bool = False, name: str = "the page") -> bytes:
    """The page with `data` (as `web_object` makes it) in its one script `<script … id="kgexport">`.

    A script that is there keeps its tags and gets a new content; a new one goes to the end of the head. Every other
    byte stays as it is, whatever the encoding, and doing it again changes nothing. The JSON is ASCII, so that no
    encoding has to hold it. `merging` brings the publisher's own descriptions of the article under one identifier with
    it (see `merge`). `name` is what messages call the page. Raises InputError for an encoding that browsers do not
    read, for another element with that id, for a script that is not closed, and where no place can be found.
    """
    return embed(page, data, merging=merging, name=name).page


def embed(page: bytes, data: dict[str, Any], *, merging: bool = False, name: str = "the page") -> Embedded:
    """As `embed_page`, with what was done and what else describes the article."""
    units = read_units(page, name)
    document = parsed(units.text)
    own = own_scripts(document, name)
    merged = _merged(data, existing_articles(document, units, SCRIPT_ID), merging)
    content = _content(merged.data, units.text)
    made = _replaced(units, own, content, merged.edits) if own else _inserted(units, document, content, merged, name)
    change = Change.UNCHANGED if made == page else Change.REPLACED if own else Change.INSERTED
    return Embedded(made, change, merged.left)


def without_script(page: bytes, name: str = "the page") -> bytes:
    """The page as it is without kgexport's script: what an article is to be read from. Raises as `embed_page`."""
    units = read_units(page, name)
    own = own_scripts(parsed(units.text), name)
    return units.edited([Edit(script.whole.begin, script.whole.end, "") for script in own])


def size_in(page: bytes, name: str = "the page") -> Callable[[dict[str, Any]], int]:
    """How many bytes an object takes in this page's script: ASCII, with the page's line ends and width of a unit."""
    units = read_units(page, name)
    return lambda data: units.width * len(_content(data, units.text))


def _merged(data: dict[str, Any], existing: Sequence[Existing], merging: bool) -> Merged:
    article = article_of(data, lambda node: of_object(node, 0) is not None)
    ours = of_object(article, 0) if article is not None else None
    if ours is None:
        return Merged(data, (), ())
    same = about_the_article(existing, ours)
    if merging and ours.identifier:
        return merge(data, ours.identifier, same)
    return Merged(data, (), tuple(one for one in same if one.identifier is None or one.identifier != ours.identifier))


def _content(data: dict[str, Any], text: str) -> str:
    """What stands in the script, with the line ends of the page."""
    found = _LINE_END.search(text)
    lines = ["", *web_json(data, ascii_only=True).split("\n"), ""]
    return (found[0] if found else "\n").join(lines)


def _replaced(units: Units, own: Sequence[Script], content: str, edits: Sequence[Edit]) -> bytes:
    """The first script with a new content, and without the others."""
    first, *others = own
    gone = [Edit(script.whole.begin, script.whole.end, "") for script in others]
    return units.edited([Edit(first.inside.begin, first.inside.end, content), *gone, *edits])


def _inserted(units: Units, document: Document, content: str, merged: Merged, name: str) -> bytes:
    """The page with a script at the first place where a browser finds it, and finds the charset as before."""
    script = f"{_START}{content}{_END}"
    for place in dict.fromkeys(places(document, units.text, units.start)):
        made = units.edited([Edit(place, place, script), *merged.edits])
        if units.takes_ascii(place) and _is_found(made, content, name) and _same_charset(units.page, made):
            return made
    raise InputError(f"{name} has no place where a browser sees a script; close what is open (<!--, <title>, <script>)")


def _is_found(page: bytes, content: str, name: str) -> bool:
    units = read_units(page, name)
    own = own_scripts(parsed(units.text), name)
    return [units.text[script.inside.begin : script.inside.end] for script in own] == [content]


def _same_charset(page: bytes, made: bytes) -> bool:
    return declared_charset(page[:_PRESCAN]) == declared_charset(made[:_PRESCAN])
