"""Reads the recipes (`recipes/*.rq`): queries with a title, a question and parameters in comments; asks nothing.

A recipe begins with comment lines `# key: value`; a line that is indented more goes on with the one before:

    # title: Who met whom
    # question: Which people and bodies met?
    # param who (thing, optional): one of the two
    # param least (integer, default 2): how often at least
    # column when: day, month or year
    # example: --param who=Rama

In the query, the lines between `# if NAME` and `# end` are there only where that parameter is given, those between
`# if NAME is text` and `# end` where its value is a name that no entities took the place of. They can be nested.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal

from kgexport.errors import InputError, UnknownNameError
from kgexport.query.binding import Term, Value
from kgexport.query.parameters import READERS
from kgexport.resources import folder

_PARAMETER = re.compile(
    r"param (?P<name>\w+) \((?P<type>[a-z-]+), (?:(?P<need>optional|required)|default (?P<default>[^)]+))\)"
)
_IF, _END = re.compile(r"\s*# if (?P<name>\w+)(?P<text> is text)?"), re.compile(r"\s*# end")
_COLUMN = re.compile(r"column (?P<name>\w+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a recipe that users give a value."""

    name: str
    type: str
    """A key of `READERS`."""
    about: str
    required: bool = False
    default: str | None = None

    def read(self, value: str) -> Term:
        """The value as a checked term; raises InputError for one that is not of the type."""
        return READERS[self.type](self.name, value)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question that is ready to be asked."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    """Name of each column, and what stands in it."""
    example: str
    """Options of a call that shows it."""
    text: str
    """The SPARQL, without the header."""

    @property
    def things(self) -> frozenset[str]:
        """The parameters that mean somebody or something."""
        return frozenset(parameter.name for parameter in self.parameters if parameter.type == "thing")

    def query(self, given: Mapping[str, Value] | None = None) -> str:
        """The SPARQL for these parameters."""
        values = given or {}
        lines: list[str] = []
        wanted: list[bool] = []
        for line in self.text.splitlines():
            if begin := _IF.fullmatch(line):
                value = values.get(begin["name"])
                wanted.append(isinstance(value, Literal) if begin["text"] else value is not None)
            elif _END.fullmatch(line):
                wanted.pop()
            elif all(wanted):
                lines.append(line)
        return "\n".join(lines) + "\n"

    def values(self, given: Mapping[str, str]) -> dict[str, Term]:
        """The terms of the parameters; raises InputError for one that is missing, unknown or of the wrong type."""
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise self._unknown(name, known)
        values = {p.name: given.get(p.name, p.default) for p in self.parameters}
        for parameter in self.parameters:
            if parameter.required and values[parameter.name] is None:
                raise InputError(
                    f"recipe {self.name} needs --param {parameter.name}=…: {parameter.about}; try {self.example}"
                )
        return {name: known[name].read(value) for name, value in values.items() if value is not None}

    def _unknown(self, name: str, known: Mapping[str, Parameter]) -> InputError:
        if known:
            return UnknownNameError(f"parameter of recipe {self.name}:", name, known)
        return InputError(f"recipe {self.name} takes no parameters; leave --param {name} out")


def recipe(name: str) -> Recipe:
    """The recipe of that name; raises UnknownNameError."""
    found = recipes().get(name)
    if found is None:
        raise UnknownNameError("recipe", name, recipes())
    return found


@cache
def recipes() -> dict[str, Recipe]:
    """All recipes that travel with kgexport, by name."""
    paths = sorted(folder("recipes").glob("*.rq"))
    return {path.stem: read_recipe(path.stem, path.read_text(encoding="utf-8")) for path in paths}


def read_recipe(name: str, text: str) -> Recipe:
    """A recipe from its text; raises InputError, naming the line, for a header that cannot be understood."""
    header, query = _divided(text)
    parameters: list[Parameter] = []
    columns: list[tuple[str, str]] = []
    plain: dict[str, str] = {}
    for key, value in header:
        if key in ("title", "question", "example"):
            plain[key] = value
        elif column := _COLUMN.fullmatch(key):
            columns.append((column["name"], value))
        else:
            parameters.append(_parameter(name, key, value))
    for key in ("title", "question", "example"):
        if key not in plain:
            raise InputError(f"recipe {name}: the header has no '# {key}: …'")
    return Recipe(name, plain["title"], plain["question"], tuple(parameters), tuple(columns), plain["example"], query)


def _divided(text: str) -> tuple[list[tuple[str, str]], str]:
    """Keys and values of the comments at the beginning, and the rest."""
    lines = text.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    header: list[tuple[str, str]] = []
    for line in lines[:end]:
        if line.startswith("#  ") and header:
            key, value = header.pop()
            header.append((key, f"{value} {line[1:].strip()}"))
        else:
            key, _, value = line[1:].partition(":")
            header.append((key.strip(), value.strip()))
    return header, "\n".join(lines[end:]).strip("\n") + "\n"


def _parameter(name: str, key: str, about: str) -> Parameter:
    found = _PARAMETER.fullmatch(key)
    if found is None:
        raise InputError(
            f"recipe {name}: the header line '# {key}: …' is none of title, question, param, column, example"
        )
    if found["type"] not in READERS:
        raise UnknownNameError(f"recipe {name}: type of parameter", found["type"], READERS)
    return Parameter(found["name"], found["type"], about, found["need"] == "required", found["default"])
