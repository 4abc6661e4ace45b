"""What a rule is to those who read about it: name, reason, source and two examples; finds no rule itself."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from kgexport.validate.report import Severity, Verdict
from kgexport.vocabulary import EVENT_TYPES_IRI, PREFIXES, WIKIDATA_ENTITY_IRI

EXAMPLE_PREFIXES: dict[str, str] = {
    **PREFIXES,
    "type": EVENT_TYPES_IRI,
    "wd": WIKIDATA_ENTITY_IRI,
    "": "https://news.example/a#",
    "e": "https://kgexport.example/entity/",
    "ex": "https://news.example/",
}
"""The prefixes that examples are written with and do not repeat."""

_HEADER = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(EXAMPLE_PREFIXES.items()))
_HEADER_LINES = frozenset(_HEADER.splitlines())
_WIDTH = 100
_TARGETS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a shape, or a check that is written in Python."""

    name: str
    """What a finding carries as its shape, and what `explain` asks for: `Event-agent`, `dangling`."""
    verdict: Verdict
    severity: Severity
    title: str
    """What it is about, in a few words; the message without its full stop where there are no fewer."""
    message: str
    """What would be right, in a sentence."""
    why: str
    """Why the rule exists and what is lost where it is broken."""
    source: str
    """Where the rule comes from: the address of a specification, a term or a guideline."""
    targets: tuple[str, ...] = ()
    """What it looks at: `schema:Person`, `subjects of schema:geo`; empty for a shape that only others use."""
    path: str = ""
    """The property in its short form, `schema:agent`; several joined by `|`, `^` before one that is followed back."""
    used_by: tuple[str, ...] = ()
    """The names of the shapes that use this one, sorted."""
    good: str = ""
    """Turtle without prefixes (EXAMPLE_PREFIXES) that this rule has nothing against; other rules may want more."""
    bad: str = ""
    """Turtle without prefixes that breaks this rule; for a shape that only others use, it breaks one of those."""

    @property
    def thing(self) -> str:
        """What the rule is about: `Event` of `Event-agent`; the whole name where there is no property."""
        return self.name.partition("-")[0] if self.name[:1].isupper() else self.name

    def to_text(self) -> str:
        """For people who ask `--explain`: the rule, why it exists, a good and a bad example."""
        return "\n".join([f"{self.name} · {self.verdict} · {self.severity}", *self._facts(), *self._examples(), ""])

    def _facts(self) -> list[str]:
        rows = {
            "about": self.title if self.title != self.message.rstrip(".") else "",
            "looks at": few(self.targets),
            "property": self.path,
            "used by": few(self.used_by),
            "rule": self.message,
            "why": self.why,
            "source": self.source,
        }
        return [line for label, text in rows.items() if text for line in _row(label, text)]

    def _examples(self) -> list[str]:
        pairs = (("good", self.good), ("bad", self.bad))
        return [
            line
            for label, turtle in pairs
            if turtle
            for line in ("", f"  {label}", textwrap.indent(turtle.rstrip("\n"), "    "))
        ]


def _row(label: str, text: str) -> list[str]:
    indent = " " * 12
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=f"  {label:<10}",
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def few(names: tuple[str, ...]) -> str:
    """The first of the names, joined, and how many more there are."""
    more = len(names) - _TARGETS_SHOWN
    shown = ", ".join(names[:_TARGETS_SHOWN] if more > 1 else names)
    return f"{shown} and {more} more" if more > 1 else shown


def snippet(turtle: str) -> str:
    """An example as it is shown: without its common indent and without the prefixes that all examples share."""
    lines = textwrap.dedent(turtle.strip("\n")).strip().splitlines()
    return "\n".join(line.rstrip() for line in lines if line not in _HEADER_LINES)


def row(
    verdict: Verdict,
    name: str,
    title: str,
    target: str,
    message: str,
    *,
    why: str,
    source: str,
    good: str,
    bad: str,
    path: str = "",
    severity: Severity = Severity.VIOLATION,
) -> Rule:
    """A rule of one target, as tables hold them; its examples are Turtle without prefixes, indented as it suits."""
    return Rule(
        name=name,
        verdict=verdict,
        severity=severity,
        title=title,
        message=message,
        why=why,
        source=source,
        targets=(target,),
        path=path,
        good=snippet(good),
        bad=snippet(bad),
    )


def whole_example(turtle: str) -> str:
    """The same example as a whole file: with its prefixes."""
    return f"{_HEADER}\n{turtle}\n"
