"""Where kgexport's script is in a page, or belongs, as a browser's parser sees the page; changes nothing.

turbohtml builds the tree by the HTML Living Standard, section 13.2 (tokenisation and tree construction), and says where
in the source each tag stands. `scripting` is on, as in a browser: what `noscript` holds in the head is text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from kgexport.errors import InputError
from kgexport.read.html_metadata import OWN_SCRIPT_ID

if TYPE_CHECKING:
    from turbohtml import Document, Element, Node

SCRIPT_ID = OWN_SCRIPT_ID
"""The `id` by which kgexport knows its own script."""
MEDIA_TYPE = "application/ld+json"
_VOID = frozenset({"base", "basefont", "bgsound", "link", "meta"})
"""Elements of a head without an end tag (section 13.1.2, and the obsolete ones of section 13.2.6.4.4)."""
_WHITE_SPACE = "\t\n\f\r "


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one place to another."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Script:
    """A script element of the page."""

    whole: Stretch
    inside: Stretch


def parsed(text: str) -> Document:
    """The tree of a page; every place in it is one in `text`."""
    from turbohtml import parse

    return parse(_line_feeds(text), source_locations=True, scripting=True)


def _line_feeds(text: str) -> str:
    """The page as a parser counts its characters, to whom a carriage return and a line feed are one."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def own_scripts(document: Document, name: str) -> list[Script]:
    """The scripts that kgexport wrote, in order.

    Raises InputError where something else has their `id`, and where one is not closed, so that nobody can tell it from
    the rest of the page.
    """
    templates = Templates()
    found = (element for element in document.find_all(attrs={"id": SCRIPT_ID}) if not templates.hold(element))
    return [_own(element, name) for element in found]


def _own(element: Element, name: str) -> Script:
    where = f"{name}:{element.source_line}"
    if not (is_html(element, "script") and is_json_ld(element)):
        raise InputError(f"{where}: another element has the id {SCRIPT_ID!r}, which marks the script; rename it")
    script = script_at(element)
    if script is None:
        raise InputError(f"{where}: the script {SCRIPT_ID!r} has no </script>; add it where the script ends")
    return script


class Templates:
    """Tells what is in the contents of a `template`, which are no part of the document; asks each ancestor once."""

    def __init__(self) -> None:
        self._inside: dict[Node, bool] = {}

    def hold(self, element: Element) -> bool:
        """Whether an element is in one."""
        path: list[Node] = []
        around: Node | None = element.parent
        while around is not None and around not in self._inside and not _is_template(around):
            path.append(around)
            around = around.parent
        inside = around is not None and (_is_template(around) or self._inside[around])
        self._inside.update(dict.fromkeys(path, inside))
        return inside


def _is_template(node: Node) -> bool:
    return _is_element(node) and is_html(node, "template")


def is_html(element: Element, tag: str) -> bool:
    """Whether it is an element of HTML, not of SVG or MathML."""
    return element.tag == tag and element.namespace.value == "html"


def is_json_ld(element: Element) -> bool:
    """Whether a script holds JSON-LD by its media type, whose parameters do not matter."""
    return str(element.attr("type") or "").partition(";")[0].strip().lower() == MEDIA_TYPE


def script_at(element: Element) -> Script | None:
    """Where a script stands; None where it has no end tag."""
    at = element.source_location
    if at is None or at.end_tag is None:
        return None
    whole = Stretch(at.start_tag.start_offset, at.end_tag.end_offset)
    return Script(whole, Stretch(at.start_tag.end_offset, at.end_tag.start_offset))


def places(document: Document, text: str, start: int) -> Iterator[int]:
    """Where a script may go in, the best first: the end of the head, or what comes nearest.

    Before `</head>`; else before `<body>` or `<frameset>`, which end a head without it; else after the last element of
    the head (after, so that a `meta` with the charset stays among the first 1,024 bytes); else after `<head>`,
    `<html>`, or what comes before all elements: a script there begins a head (section 13.2.6.4.3 to 13.2.6.4.6); and at
    the end or the start of the page where none of these will do.
    """
    head, html = document.find("head"), document.find("html")
    body = document.find("body") or document.find("frameset")
    at = head.source_location if head is not None else None
    if at is not None and at.end_tag is not None:
        yield at.end_tag.start_offset
    if body is not None and body.source_location is not None:
        yield body.source_location.start_tag.start_offset
    if head is not None:
        yield from _after_children(head)
    if at is not None:
        yield at.start_tag.end_offset
    if html is not None and html.source_location is not None:
        yield from _before_elements(text, html.source_location.start_tag.end_offset)
    yield from _before_elements(text, start)
    if body is not None and body.source_location is not None and body.source_location.end_tag is not None:
        yield body.source_location.end_tag.start_offset
    yield len(text)
    yield start


def _after_children(head: Element) -> Iterator[int]:
    """The end of the last closed element of a head, or where the first unclosed one begins."""
    for child in reversed(head.children):
        at = child.source_location
        if at is None or not _is_element(child):
            continue
        if at.end_tag is not None or child.tag in _VOID:
            yield (at.end_tag or at.start_tag).end_offset
            return
        yield at.start_tag.start_offset


def _before_elements(text: str, begin: int) -> Iterator[int]:
    """After the doctype, comments and white space from a place on, which begin no element; or after the doctype only.

    White space before the head is no part of the tree, and would become one behind a script.
    """
    from turbohtml import TokenType, tokenize

    doctype = end = begin
    for token in tokenize(_line_feeds(text[begin:]), resolve_references=False, capture_source=True):
        source = token.source or token.data or ""
        if token.type is TokenType.TEXT:
            end += len(source) - len(source.lstrip(_WHITE_SPACE))
            if source.strip(_WHITE_SPACE):
                break
        elif token.type in (TokenType.DOCTYPE, TokenType.COMMENT, TokenType.PROCESSING_INSTRUCTION):
            end += len(source)
            doctype = end if token.type is TokenType.DOCTYPE else doctype
        else:
            break
    yield end
    yield doctype


def _is_element(node: object) -> TypeGuard[Element]:
    from turbohtml import Element

    return isinstance(node, Element)
