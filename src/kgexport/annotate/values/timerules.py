"""Resolves a reading of a time by its rule and the date of publication; must not know where the reading was found."""

from __future__ import annotations

from kgexport.annotate.values import daterules, relativerules
from kgexport.annotate.values.calendar import UNRESOLVED, Interval
from kgexport.annotate.values.timeparts import Parts, Rule, Situation

RULES: dict[str, Rule] = {**daterules.RULES, **relativerules.RULES}
"""Rule -> how it is resolved; a rule that is not here names a time that nothing resolves ("every Friday")."""

IGNORED = frozenset({"age", "rate"})
"""Rules whose words look like a time and are none."""


def resolve(rule: str, parts: Parts, at: Situation) -> Interval:
    """The value and, of an interval, the end; (None, None) where the article gives nothing to resolve it by."""
    found = RULES.get(rule)
    return found(parts, at) if found else UNRESOLVED
