"""A report for people: by source, verdict and thing, the worst first; coloured where a terminal shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kgexport.validate.outputs.outcome import Look, Outcome, Run
from kgexport.validate.outputs.words import (
    SEVERITY_WORDS,
    VERDICT_WORDS,
    closing,
    counts,
    printable,
    said,
    shown_focus,
)
from kgexport.validate.report import Finding, Severity, Verdict

_ALIKE = 3
"""Things with one and the same warning that are shown; the others are counted. Errors are always shown."""

_CODES = {
    "error": "1;31",
    "warning": "33",
    "note": "36",
    "good": "32",
    "strong": "1",
    "faint": "2",
}
"""Kind of text -> SGR codes of ECMA-48, the eight colours that every terminal has."""


class _Paint:
    """Colours text, or leaves it alone."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, kind: str, text: str) -> str:
        return f"\x1b[{_CODES[kind]}m{text}\x1b[0m" if self._colour else text


def write(run: Run, look: Look) -> str:
    """The whole report; empty where no source could be read, which has been said then."""
    paint = _Paint(look.colour)
    lines = [line for outcome in run.checked for line in _source(outcome, paint)]
    lines.extend(closing(run))
    return "".join(f"{line}\n" for line in lines)


def _source(outcome: Outcome, paint: _Paint) -> Iterator[str]:
    name = printable(outcome.source)
    if outcome.shown:
        yield paint("strong", name)
    for verdict, things in _grouped(outcome.shown).items():
        yield f"  {verdict}: {VERDICT_WORDS[verdict]}"
        yield from _things(things.values(), paint)
    verb = paint("good", "conforms") if outcome.conforms else paint("error", "does not conform")
    yield f"{name} {verb}: {counts(outcome)}"


def _grouped(findings: tuple[Finding, ...]) -> dict[Verdict, dict[tuple[str | None, str], list[Finding]]]:
    """By verdict, then by thing. The findings come in the order of a report: the worst thing of a verdict is first."""
    groups: dict[Verdict, dict[tuple[str | None, str], list[Finding]]] = {}
    for finding in findings:
        groups.setdefault(finding.verdict, {}).setdefault((finding.focus, finding.thing), []).append(finding)
    return groups


def _things(things: Iterable[list[Finding]], paint: _Paint) -> Iterator[str]:
    """The things of a verdict; of those that have nothing but the same warning, the first few and how many more."""
    seen: Counter[tuple[str, str]] = Counter()
    for findings in things:
        only = findings[0]
        if len(findings) == 1 and only.severity is not Severity.VIOLATION:
            seen[only.shape, only.message] += 1
            if seen[only.shape, only.message] > _ALIKE:
                continue
        yield from _thing(findings, paint)
    for (shape, _), count in seen.items():
        if count > _ALIKE:
            more = count - _ALIKE
            rule = paint("faint", f"[{printable(shape)}]")
            yield f"    and {more} more {'thing' if more == 1 else 'things'} with the same finding {rule}"


def _thing(findings: list[Finding], paint: _Paint) -> Iterator[str]:
    iri = shown_focus(findings[0])
    name = paint("strong", printable(findings[0].thing))
    yield f"    {name} {paint('faint', f'<{printable(iri)}>')}" if iri else f"    {name}"
    for finding in findings:
        word = SEVERITY_WORDS[finding.severity]
        rule = paint("faint", f"[{printable(finding.shape)}]")
        yield f"      {paint(word, f'{word:7}')} {said(finding)} {rule}"
