"""Resolves a reading of a time by its rule and the date of publication; must not know where the reading was found."""

from __future__ import annotations

from kgexport.annotate.values import daterules, relativerules
from kgexport.annotate.values.calendar import UNRESOLVED, Interval
from kgexport.annotate.values.timeparts import Parts, Rule, Situation

RULES: dict[str, Rule] = {**daterules.RULES, **relativerules.RULES}
"""Rule -> how it is resolved; a rule that is not here names a time that nothing resolves ("every Friday")."""

IGNORED = frozenset({"age", "rate"})
"""Rules whose words look like a time and are none."""


_STRETCHES = frozenset(
    "week_in_month week_of week_number part_of quarter quarters period window rolling ago from_now in_time in_units "
    "months_to".split()
)
"""Rules whose interval is one stretch of the calendar."""
_LOOSE_ENDS = frozenset({"decade", "decade_short", "decade_word", "century"})
"""Those that are so even as the ends of an interval: "from the 1960s to the 1980s"."""


def is_stretch(rule: str, *, joined: bool) -> bool:
    """Whether an interval is a stretch in which something lies somewhere; not where the text joins two ends."""
    return rule in _LOOSE_ENDS or (rule in _STRETCHES and not joined)


def resolve(rule: str, parts: Parts, at: Situation) -> Interval:
    """The value and, of an interval, the end; (None, None) where the article gives nothing to resolve it by."""
    found = RULES.get(rule)
    return found(parts, at) if found else UNRESOLVED
