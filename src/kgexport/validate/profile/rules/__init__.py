"""What the built-in checks are about, why they exist, and an example each way: tables; checks nothing itself.

The examples are Turtle without prefixes (`EXAMPLE_PREFIXES`): the good one has no finding of the rule, the bad one has.
"""

from __future__ import annotations

from kgexport.validate.profile.rules import evidence, graph, happenings, structure
from kgexport.validate.rule import Rule

RULES: dict[str, Rule] = {
    rule.name: rule for module in (evidence, graph, happenings, structure) for rule in module.ROWS
}
"""Every built-in check, and `nothing-to-check`, by name."""

__all__ = ["RULES"]
