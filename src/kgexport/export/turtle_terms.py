"""Spells terms in Turtle, short where that reads back as the same term; knows no layout.

Grammar: "RDF 1.1 Turtle", section 6.5.
"""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from kgexport.export.names import Names
from kgexport.graph import Node
from kgexport.vocabulary import XSD

LONG = 120
"""A text with more characters than this, or with a line end, is written between `\"\"\"`."""

_STRING = XSD["string"].value
_BARE: dict[str, re.Pattern[str]] = {
    # no leading zero, no plus sign, few digits: readers that go through a number give back the same digits
    XSD["integer"].value: re.compile(r"0|-?[1-9][0-9]{0,17}"),
    XSD["decimal"].value: re.compile(r"-?(?:0|[1-9][0-9]{0,11})\.[0-9]{1,6}"),
    XSD["boolean"].value: re.compile(r"true|false"),
}
"""Lexical forms that may stand without quotes."""

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\r": "\\r", "\n": "\\n", '"': '\\"'}
# Control characters, line and paragraph separators, and what is no character: an editor may change or break at them.
_UNSEEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_IN_SHORT = re.compile(rf'[\\"\t\n{_UNSEEN}]')
_IN_LONG = re.compile(rf'\\|\t|"(?="")|"\Z|[{_UNSEEN}]')
_LOCAL_ESCAPES = re.compile(r"[=,]")


class Terms:
    """Spells terms with the prefixes of one file."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._spelt: dict[str, str] = {}

    def term(self, node: Node) -> str:
        """An IRI or a literal."""
        return self.iri(node.value) if isinstance(node, NamedNode) else self.literal(node)

    def iri(self, iri: str) -> str:
        """`prefix:local`, else the IRI in angle brackets (pyoxigraph's IRIs hold no character that needs an escape)."""
        spelt = self._spelt.get(iri)
        if spelt is None:
            short = self._names.split(iri)
            spelt = f"{short[0]}:{_LOCAL_ESCAPES.sub(_backslash, short[1])}" if short else f"<{iri}>"
            self._spelt[iri] = spelt
        return spelt

    def literal(self, literal: Literal) -> str:
        """Numbers and booleans bare where they are canonical; texts between quotes, long ones between three."""
        value = literal.value
        if literal.language is not None:
            return f"{quoted(value)}@{literal.language}"
        datatype = literal.datatype.value
        if datatype == _STRING:
            return quoted(value)
        bare = _BARE.get(datatype)
        if bare is not None and bare.fullmatch(value):
            return value
        return f"{quoted(value)}^^{self.iri(datatype)}"


def quoted(text: str) -> str:
    r"""A string with its quotes.

    >>> print(quoted('say "no"'))
    "say \"no\""
    """
    if len(text) <= LONG and "\n" not in text:
        return f'"{_IN_SHORT.sub(_escape, text)}"'
    return f'"""{_IN_LONG.sub(_escape, text)}"""'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _backslash(match: re.Match[str]) -> str:
    return "\\" + match.group()
