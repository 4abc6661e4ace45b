"""Gives variables of a query their values, as data and never as text; knows no graph.

The value of `?who` comes into the query as `VALUES ?who { … }` (SPARQL 1.1 Query Language, section 10) at the
beginning of each group that names the variable: groups are evaluated by themselves, from the innermost outwards
(section 18.2), so that one block at the top would not reach the filters of the inner ones; only EXISTS sees what is
around it, and answers faster for it. Each value is a term, built
and checked by pyoxigraph and written by it as in N-Triples, so that nothing in it can end its string or its IRI.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from kgexport.errors import InputError, UnknownNameError
from kgexport.query.tokens import Kind, Token, tokens
from kgexport.query.tokens import place as place_of

Term = NamedNode | Literal
Value = Term | tuple[Term, ...]
"""What a variable can be given: a term, or several of which each is asked for; none of them, nothing is found."""


@dataclass(slots=True)
class _Group:
    """A pair of braces that holds patterns, or the part of a query in front of them."""

    place: int | None = None
    """Behind the opening brace; None where values cannot stand: in a template, in rows of VALUES, before a SELECT."""
    names: set[str] = field(default_factory=set)
    query: bool = False
    """Whether a SELECT (CONSTRUCT …) was read whose group is still to come, or has come."""
    where: _Group | None = None
    """The group of that query: what SELECT, HAVING and ORDER BY name must be known there."""
    given: bool = False
    """Whether values come from the group around it: EXISTS sees them (SPARQL 1.1 Query Language, section 18.6)."""
    copied_to: int | None = None
    """Where the template must stand that the short form, CONSTRUCT WHERE { … }, does without (section 16.2.4)."""
    end: int = 0
    """Behind the closing brace."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A query with its values."""

    text: str
    insertions: tuple[tuple[int, int, int | None], ...]
    """Offset in the given text, and length, of what was put in; and whence, if it is a copy."""

    def original(self, offset: int) -> int:
        """Where a character of `text` stands in the text that was given."""
        shift = 0
        for place, length, source in self.insertions:
            inside = offset - place - shift
            if inside < 0:
                break
            if inside < length and source is not None:
                return source + inside
            shift += min(length, inside)
        return offset - shift


def bind(text: str, values: Mapping[str, Value]) -> Bound:
    """The query with values for variables (their names without "?").

    Raises UnknownNameError for a name that no variable of the query has, InputError where a value cannot be given: to a
    variable that the query sets itself, or that stands in no pattern.
    """
    if not values:
        return Bound(text, ())
    cut = tokens(text)
    known = {token.text[1:] for token in cut if token.kind is Kind.VARIABLE}
    for name in values:
        if name not in known:
            raise (
                UnknownNameError("parameter", name, known)
                if known
                else InputError(f"unknown parameter {name!r}: the query has no variables")
            )
    for before, token in pairwise(cut):
        if before.upper == "AS" and token.text[1:] in values and token.kind is Kind.VARIABLE:
            line, column = place_of(text, token.begin)
            raise InputError(f"line {line}, column {column}: the query sets {token.text} itself, so give it no value")
    return _inserted(text, list(_groups(cut)), values)


def _inserted(text: str, groups: list[_Group], values: Mapping[str, Value]) -> Bound:
    reached: set[str] = set()
    added: list[tuple[int, str, int | None]] = []
    for group in groups:
        here = sorted(group.names & values.keys())
        if here and group.place is not None:
            reached.update(here)
            block = "".join(f" VALUES ?{name} {{ {_terms(values[name])} }}" for name in here) + " "
            added.append((group.place, block, None))
            if group.copied_to is not None:
                added.append((group.copied_to, text[group.place - 1 : group.end], group.place - 1))
    for name in sorted(values.keys() - reached):
        raise InputError(f"?{name} stands in no WHERE {{ … }} of the query, so that it cannot be given a value")
    pieces, done = [], 0
    for place, block, _ in sorted(added, key=lambda one: one[0]):
        pieces += [text[done:place], block]
        done = place
    marks = sorted((place, len(block), source) for place, block, source in added)
    return Bound("".join([*pieces, text[done:]]), tuple(marks))


def _terms(value: Value) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _groups(cut: list[Token]) -> Iterator[_Group]:
    """Every pair of braces, with the variables that it names itself."""
    stack = [_Group()]
    previous = ""
    for i, token in enumerate(cut):
        group = stack[-1]
        if token.text == "{" and token.kind is Kind.SIGN:
            is_pattern = previous != "CONSTRUCT" and not _is_data(cut, i)
            stack.append(_opened(group, token.end, previous == "EXISTS") if is_pattern else _Group())
            yield stack[-1]
        elif token.text == "}" and token.kind is Kind.SIGN:
            group.end = token.end
            if len(stack) > 1:
                stack.pop()
        elif token.kind is Kind.VARIABLE:
            (group.where or group).names.add(token.text[1:])
        elif token.upper in ("SELECT", "CONSTRUCT", "DESCRIBE", "ASK"):
            group.query, group.place = True, None
            short = token.upper == "CONSTRUCT" and cut[i + 1 : i + 2] and cut[i + 1].text != "{"
            group.copied_to = token.end if short else None
        previous = token.upper


def _opened(outer: _Group, place: int, exists: bool) -> _Group:
    """A group of patterns; of a query that waits for its group, it is that one."""
    if outer.query and outer.where is None:
        outer.where = _Group(place, set(outer.names), copied_to=outer.copied_to)
        return outer.where
    if exists or outer.given:
        return _Group(None, (outer.where or outer).names, given=True)
    return _Group(place)


def _is_data(cut: list[Token], brace: int) -> bool:
    """Whether a brace opens the rows of `VALUES ?x {` or `VALUES (?x ?y) {`."""
    i = brace - 1
    if i >= 0 and cut[i].text == ")":
        while i >= 0 and cut[i].text != "(":
            i -= 1
    return i > 0 and cut[i - 1].upper == "VALUES"
