"""Every rule by its name, whatever it is made of: shapes, checks written in Python, the rules of schema.org."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import cache

from kgexport.errors import InputError, UnknownNameError
from kgexport.validate.report import Severity, Verdict
from kgexport.validate.rule import Rule, snippet
from kgexport.validate.shape_rules import shape_rules
from kgexport.validate.shapes import SHAPES_IRI


class UnknownRuleError(UnknownNameError):
    """No rule has that name; there are too many to list, so the nearest names are said."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        by_lower = {each.lower(): each for each in sorted(known)}
        near = difflib.get_close_matches(name.lower(), by_lower, n=3)
        hint = f"did you mean {' or '.join(by_lower[each] for each in near)}? " if near else ""
        InputError.__init__(self, f"unknown rule {name!r}; {hint}kgexport validate --list-rules names them all")


def rules(verdict: Verdict | None = None) -> tuple[Rule, ...]:
    """The rules of one verdict, or of all: the built-in checks first, then the shapes, each sorted by name."""
    wanted = tuple(Verdict) if verdict is None else (verdict,)
    return tuple(rule for each in wanted for rule in (*_checks(each), *shape_rules(each)))


def explain(name: str) -> Rule:
    """The rule of that name, `Event-agent` or `kgs:Event-agent`.

    Raises UnknownNameError, with the nearest names, for a name that no rule has.
    """
    known = _by_name()
    wanted = name.strip().removeprefix(SHAPES_IRI).removeprefix("kgs:")
    if wanted not in known:
        raise UnknownRuleError(name, known)
    return known[wanted]


@cache
def _by_name() -> dict[str, Rule]:
    """Where two verdicts have a rule of the same name (`nothing-to-check`), it is the profile's."""
    found = {rule.name: rule for rule in rules()}
    return found | {rule.name: rule for rule in rules(Verdict.PROFILE)}


def _checks(verdict: Verdict) -> tuple[Rule, ...]:
    if verdict is Verdict.SPEC:
        return _spec_rules()
    if verdict is Verdict.WEB:
        from kgexport.validate.web.rules import RULES
    else:
        from kgexport.validate.profile.rules import RULES
    return tuple(sorted(RULES.values(), key=lambda rule: rule.name))


def _spec_rules() -> tuple[Rule, ...]:
    from kgexport.validate.spec.rules import RULES

    found = (
        Rule(
            name=rule.name,
            verdict=Verdict.SPEC,
            severity=Severity(rule.severity),
            title=rule.description.rstrip("."),
            message=rule.description,
            why=rule.why,
            source=rule.source,
            targets=("every node that uses schema.org",),
            good=snippet(rule.good),
            bad=snippet(rule.bad),
        )
        for rule in RULES.values()
    )
    return tuple(sorted(found, key=lambda rule: rule.name))
