"""Cuts SPARQL into tokens with their places; knows prefixes, no grammar beyond and no graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kgexport.vocabulary import PREFIXES


class Kind(StrEnum):
    """What a token is (SPARQL 1.1 Query Language, section 19.8)."""

    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    VARIABLE = "variable"
    BLANK = "blank"
    PREFIXED = "prefixed"
    TAG = "tag"
    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"
    BAD = "bad"


_LETTER = r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F"
_LETTER += r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
_INNER = _LETTER + r"_0-9\u00B7\u0300-\u036F\u203F\u2040"
_PREFIX = f"(?:[{_LETTER}](?:[{_INNER}.-]*[{_INNER}-])?)?:"
_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = f"(?:[{_INNER}:]|{_ESCAPE})(?:(?:[{_INNER}.:-]|{_ESCAPE})*(?:[{_INNER}:-]|{_ESCAPE}))?"
_PATTERNS: dict[Kind, str] = {
    Kind.COMMENT: r"#[^\r\n]*",
    Kind.IRI: r"<[^<>\"{}|^`\\\x00-\x20]*>",
    Kind.STRING: r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""|'
    r"'''(?:'{0,2}(?:[^'\\]|\\.))*'''|"
    r'"(?:[^"\\\r\n]|\\.)*"|' + r"'(?:[^'\\\r\n]|\\.)*'",
    Kind.VARIABLE: f"[?$][{_INNER}]+",
    Kind.BLANK: f"_:[{_INNER}](?:[{_INNER}.-]*[{_INNER}-])?",
    Kind.PREFIXED: f"{_PREFIX}(?:{_LOCAL})?",
    Kind.TAG: r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*",
    Kind.NUMBER: r"[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?",
    Kind.WORD: f"[{_LETTER}_][{_INNER}]*",
    Kind.SIGN: r"<<\(|\)>>|\{\||\|\}|<<|>>|\^\^|\|\||&&|!=|<=|>=|[{}()\[\].,;=<>+\-*/|^!?~]",
    Kind.BAD: r"\S",
}
_TOKEN = re.compile("|".join(f"(?P<{kind.value}>{pattern})" for kind, pattern in _PATTERNS.items()), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; comments are tokens, white space is not."""

    kind: Kind
    text: str
    begin: int

    @property
    def end(self) -> int:
        """Where the next piece begins."""
        return self.begin + len(self.text)

    @property
    def upper(self) -> str:
        """A word as keywords are compared: SPARQL does not tell "select" from "SELECT"."""
        return self.text.upper() if self.kind is Kind.WORD else ""


def tokens(text: str) -> list[Token]:
    """All tokens of a query, comments left out; what is none comes as `Kind.BAD`, a character each."""
    found = (Token(Kind(str(m.lastgroup)), m[0], m.start()) for m in _TOKEN.finditer(text))
    return [token for token in found if token.kind is not Kind.COMMENT]


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, both from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def offset_of(text: str, line: int, column: int) -> int:
    """The character at a line and a column; those behind the end are the end."""
    lines = text.splitlines(keepends=True)
    return min(sum(map(len, lines[: line - 1])) + column - 1, len(text))


def declared(text: str, *, on_lines: bool = False, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """The query with those of the prefixes that it uses and does not declare.

    They stand on its first line, so that lines keep their numbers, or on lines of their own.
    """
    cut = tokens(text)
    used = {token.text.partition(":")[0] for token in cut if token.kind is Kind.PREFIXED}
    known = {cut[i + 1].text[:-1] for i, token in enumerate(cut[:-1]) if token.upper == "PREFIX"}
    end = "\n" if on_lines else " "
    wanted = sorted((used - known) & prefixes.keys())
    return "".join(f"PREFIX {name}: <{prefixes[name]}>{end}" for name in wanted) + text
