"""Says what is wrong with a query, and where, in words for its author; knows tokens, prefixes and keywords only."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping

from kgexport.errors import InputError
from kgexport.query.tokens import Kind, Token, place, tokens

_KEYWORDS = frozenset(
    """
    a base prefix select distinct reduced as construct where describe ask from named group by having order asc desc
    limit offset values undef optional graph service silent bind minus union filter exists not in true false separator
    count sum min max avg sample group_concat str lang langmatches datatype bound iri uri bnode rand abs ceil floor
    round concat strlen ucase lcase encode_for_uri contains strstarts strends strbefore strafter year month day hours
    minutes seconds timezone tz now uuid struuid md5 sha1 sha256 sha384 sha512 coalesce if strlang strdt sameterm isiri
    isuri isblank isliteral isnumeric regex substr replace triple subject predicate object istriple lateral adjust
    version langdir haslang haslangdir strlangdir
    """.split()
)
"""Words of SPARQL 1.1 (Query Language, section 19.8) and of 1.2, in lower case."""
_UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY".split())
_PAIRS = {")": "(", "}": "{", "]": "["}
_NAMES = {"(": "parenthesis", "{": "brace", "[": "bracket"}
PLACE = re.compile(r"error at (\d+):(\d+): ")
"""Where the parser of pyoxigraph says it stopped."""
_REASONS: dict[str, str] = {
    "variable that is unbound": "SELECT names a variable that GROUP BY does not, and no MIN, COUNT …",
    "already in-scope": "the variable has a value already; take another name",
    "IRI parsing failed": "an IRI that cannot be read; a relative one needs a BASE",
}
"""What the parser says when it is no matter of single words, and how that is put here."""
_WIDTH = 100


class QueryError(InputError):
    """A query that cannot be read. The message is one line; `pointer` is the line of the place and a caret under it."""

    def __init__(self, message: str, pointer: str) -> None:
        super().__init__(message)
        self.pointer = pointer


Finding = tuple[int, str]
"""Offset in the query, and what is wrong there."""


def syntax_error(text: str, prefixes: Mapping[str, str], reason: str, offset: int = 0) -> QueryError:
    """The error for a query that the parser refused with `reason`.

    `offset` is where the parser stopped. What can be found in the text itself
    is told instead, since the parser stops where nothing fits any more, often far behind the mistake.
    """
    found = next((finding for check in _CHECKS for finding in check(text, tokens(text), prefixes)), None)
    at, what = found or (_stopped(text, offset), _reason(reason))
    line, column = place(text, at)
    return QueryError(f"the query cannot be read: line {line}, column {column}: {what}", _pointer(text, at))


def refuse_services(text: str) -> None:
    """Raises QueryError, at the place, for a query that has other servers asked (SPARQL 1.1 Federated Query)."""
    for token in tokens(text):
        if token.upper == "SERVICE":
            line, column = place(text, token.begin)
            what = "SERVICE asks another server over the network; allow it with --service"
            raise QueryError(f"line {line}, column {column} of the query: {what}", _pointer(text, token.begin))


def _pointer(text: str, offset: int) -> str:
    """The line of the place and a caret under it, each on a line of its own."""
    line, column = place(text, offset)
    shown = (text.splitlines() or [""])[min(line, len(text.splitlines()) or 1) - 1].replace("\t", " ")
    cut = max(0, column - _WIDTH)
    return f"  {shown[cut : cut + 2 * _WIDTH]}\n  {' ' * (column - 1 - cut)}^"


def _stopped(text: str, offset: int) -> int:
    """The beginning of the token that the parser did not get past."""
    return next((token.begin for token in tokens(text) if token.end >= offset), len(text.rstrip()))


def _reason(said: str) -> str:
    for words, reason in _REASONS.items():
        if words in said:
            return reason
    return "this is not expected here"


def _nothing(text: str, cut: list[Token], prefixes: Mapping[str, str]) -> Iterator[Finding]:
    if not cut:
        yield 0, "the query is empty; write SELECT, ASK, CONSTRUCT or DESCRIBE"


def _bad_signs(text: str, cut: list[Token], prefixes: Mapping[str, str]) -> Iterator[Finding]:
    for token in cut:
        if token.kind is Kind.BAD:
            quote = token.text in "\"'"
            yield token.begin, "a string that is not closed" if quote else f"{token.text!r} has no meaning here"


def _first_word(text: str, cut: list[Token], prefixes: Mapping[str, str]) -> Iterator[Finding]:
    """A query begins with its form, an update is refused, behind BASE and PREFIX."""
    first = next((t for t in cut if t.kind is Kind.WORD and t.upper not in ("PREFIX", "BASE", "VERSION")), None)
    if first is None:
        yield 0, "no SELECT, ASK, CONSTRUCT or DESCRIBE"
    elif first.upper in _UPDATES:
        yield first.begin, f"{first.text} changes data, and this only asks; `kgexport load` puts graphs into a store"


def _prefixes(text: str, cut: list[Token], prefixes: Mapping[str, str]) -> Iterator[Finding]:
    """A prefix that nobody declared."""
    declared = {cut[i + 1].text[:-1] for i, token in enumerate(cut[:-1]) if token.upper == "PREFIX"}
    known = {*declared, *prefixes}
    for token in cut:
        name = token.text.partition(":")[0]
        if token.kind is Kind.PREFIXED and name not in known:
            yield token.begin, f"unknown prefix {name + ':'!r}{_near(name, known, ':')}; declare it with PREFIX"


def _words(text: str, cut: list[Token], prefixes: Mapping[str, str]) -> Iterator[Finding]:
    """A word that SPARQL does not have."""
    for token in cut:
        if token.kind is Kind.WORD and token.text.lower() not in _KEYWORDS and token.upper not in _UPDATES:
            yield token.begin, f"unknown word {token.text!r}{_near(token.text.lower(), _KEYWORDS, '', str.upper)}"


def _brackets(text: str, cut: list[Token], prefixes: Mapping[str, str]) -> Iterator[Finding]:
    """A bracket without its partner."""
    opened: list[Token] = []
    for token in cut:
        if token.kind is not Kind.SIGN:
            continue
        if token.text in _NAMES:
            opened.append(token)
        elif token.text in _PAIRS:
            if not opened or opened[-1].text != _PAIRS[token.text]:
                yield token.begin, f"a {token.text!r} that closes nothing"
                return
            opened.pop()
    if opened:
        yield opened[-1].begin, f"a {_NAMES[opened[-1].text]} that is not closed"


def _near(name: str, known: frozenset[str] | set[str], end: str, show: Callable[[str], str] = str) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean {show(near[0])}{end}?)" if near else ""


_CHECKS = (_nothing, _bad_signs, _first_word, _words, _prefixes, _brackets)
"""In the order in which they are asked; the first finding is told."""
