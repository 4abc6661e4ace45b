"""Recipes as text for people: the list, and all about one; asks nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.query.recipes import Parameter, Recipe, recipe, recipes


def recipe_list() -> str:
    """A line for each recipe: its name, its title, and its parameters, those that must be given with a star."""
    found = recipes().values()
    width = max((len(each.name) for each in found), default=0)
    wide = max((len(each.title) for each in found), default=0)
    lines = [f"{r.name:<{width}}  {r.title:<{wide}}  {_names(r)}".rstrip() for r in found]
    hint = "Ask one with --recipe NAME; --list --recipe NAME says all about it. A star: must be given with --param."
    return "\n".join([*lines, "", hint, ""])


def _names(found: Recipe) -> str:
    return " ".join(parameter.name + "*" * parameter.required for parameter in found.parameters)


def one_recipe(name: str) -> str:
    """What a recipe asks, takes and tells, and a call of it; raises UnknownNameError."""
    return "\n".join([*_lines(recipe(name)), ""])


def _lines(found: Recipe) -> Iterator[str]:
    yield f"{found.name}: {found.title}"
    yield f"  {found.question}"
    if found.parameters:
        yield "parameters"
        yield from (f"  {p.name} ({p.type}, {need_of(p)}): {p.about}" for p in found.parameters)
    if found.columns:
        yield "columns"
        yield from (f"  {name}: {about}" for name, about in found.columns)
    yield f"example\n  {command_of(found)}"


def need_of(parameter: Parameter) -> str:
    """Whether a parameter must be given, and what it is if it is not."""
    if parameter.required:
        return "required"
    return "optional" if parameter.default is None else f"default {parameter.default}"


def command_of(found: Recipe) -> str:
    """A call that shows the recipe."""
    return f"kgexport query out/*.trig --recipe {found.name} {found.example}".rstrip()
