#!/usr/bin/env python3
"""Writes docs/shapes.md from the shapes and the tables of the rules; a test compares the two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kgexport.validate.catalogue import rules
from kgexport.validate.report import Verdict
from kgexport.validate.rule import EXAMPLE_PREFIXES, Rule, few
from kgexport.validate.shapes import SHAPES_IRI, shape_files

TARGET = Path(__file__).resolve().parents[1] / "docs" / "shapes.md"
HEAD = """# The rules

Written by `tools/shapes_docs.py` from the shapes and the tables of the rules; do not edit.
[validation.md](validation.md) says how graphs are checked, what a report looks like and how a rule is added.

`kgexport validate --explain NAME` prints what this page says about one rule. A rule about a property is called
*Thing-property* (`Event-agent`), a check that is written in Python has a name in lower case (`dangling`). The examples
show what their rule is about and no more: the good one has no finding of the rule, the bad one has; tests run every
one. They share these prefixes:
"""
ABOUT = {
    Verdict.SPEC: "schema.org itself: terms that exist, on the types and with the values that it gives them.",
    Verdict.PROFILE: "What kgexport promises of its own graphs ([graph.md](graph.md)).",
    Verdict.WEB: "What search engines require or recommend of structured data about articles and events.",
}
CHECKS = "Written in Python: what SHACL core cannot say."


class Section(NamedTuple):
    """The rules of one file."""

    title: str
    about: str
    place: str
    rules: list[Rule]


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, _prefixes(), *_contents(), *(line for verdict in Verdict for line in _verdict(verdict))])


def _prefixes() -> str:
    lines = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(EXAMPLE_PREFIXES.items()))
    return f"```turtle\n{lines}```\n"


def _contents() -> Iterator[str]:
    """What is where: a line a section."""
    yield "| where | rules | about |\n|---|---|---|"
    for verdict in Verdict:
        for section in _sections(verdict):
            anchor = section.title.lower().replace(":", "").replace(" ", "-")
            yield f"| [{section.title}](#{anchor}) | {len(section.rules)} | {section.about} |"
    yield ""


def _verdict(verdict: Verdict) -> Iterator[str]:
    sections = list(_sections(verdict))
    if sections:
        yield f"## {verdict}\n\n{ABOUT[verdict]}\n"
    for section in sections:
        yield f"### {section.title}\n\n{section.about}{section.place}\n"
        yield "| rule | severity | about |\n|---|---|---|"
        yield from (f"| `{rule.name}` | {rule.severity} | {rule.title} |" for rule in section.rules)
        yield ""
        yield from map(_rule, section.rules)


def _sections(verdict: Verdict) -> Iterator[Section]:
    """The built-in checks, then file by file the shapes; the kinds, which others use, last."""
    by_name = {rule.name: rule for rule in rules(verdict)}
    files = {path: [by_name.pop(name) for name in _names(path) if name in by_name] for path in shape_files(verdict)}
    if by_name:
        yield Section(f"{verdict}: checks", CHECKS, "", list(by_name.values()))
    for path in sorted(files, key=lambda path: (path.stem.startswith("kinds"), path.stem)):
        place = f" In [`{path.name}`](../shapes/{verdict}/{path.name})."
        yield Section(f"{verdict}: {path.stem.replace('-', ' ')}", _comment(path), place, files[path])


def _names(path: Path) -> list[str]:
    """The shapes of a file, in the order of the file."""
    subjects = (quad.subject.value for quad in ox.parse(path=path) if isinstance(quad.subject, ox.NamedNode))
    return list(dict.fromkeys(iri.removeprefix(SHAPES_IRI) for iri in subjects if iri.startswith(SHAPES_IRI)))


def _comment(path: Path) -> str:
    """What the file says of itself in its first line."""
    return path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ").strip()


def _rule(rule: Rule) -> str:
    facts = [f"**{rule.severity}**", *([f"`{rule.path}`"] if rule.path else [])]
    looks = f"Looks at: {few(rule.targets)}." if rule.targets else f"Used by: {few(rule.used_by)}."
    parts = [
        f"#### {rule.name}",
        f"{' · '.join(facts)} · {rule.message}",
        f"{rule.why} ([source]({rule.source}))" if rule.source else rule.why,
        looks,
    ]
    if rule.good or rule.bad:
        turtle = f"# good\n{rule.good}\n\n# bad\n{rule.bad}"
        parts.append(f"<details><summary>examples</summary>\n\n```turtle\n{turtle}\n```\n\n</details>")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
