"""Which SHACL constraint component a finding comes from: every result in a report has to name one."""

from __future__ import annotations

from functools import cache

from kgexport.validate.report import Finding, Verdict
from kgexport.validate.shapes import SH_IRI, SHAPES_IRI, shape_triples

_OF_A_VALUE = (
    "class datatype nodeKind minExclusive minInclusive maxExclusive maxInclusive minLength maxLength pattern "
    "languageIn equals disjoint lessThan lessThanOrEquals not and or xone node closed in"
).split()
_OF_ALL_VALUES = "minCount maxCount uniqueLang hasValue qualifiedMinCount qualifiedMaxCount".split()

SHAPE_COMPONENT = SHAPES_IRI + "ShapeConstraintComponent"
"""Some constraint of a shape that has several: a finding does not keep which."""
RULE_COMPONENT = SHAPES_IRI + "RuleConstraintComponent"
"""A rule that is no shape."""


def component(finding: Finding) -> str:
    """The IRI of SHACL's own component where it can be only that one, else one of the two above."""
    constraints = _constraints(finding.verdict).get(SHAPES_IRI + finding.shape)
    if constraints is None:
        return RULE_COMPONENT
    # a value at fault rules out the constraints that count values, nothing the others: a blank node is not shown
    fitting = constraints if finding.value is None else constraints & set(_OF_A_VALUE)
    if len(fitting) != 1:
        return SHAPE_COMPONENT
    (name,) = fitting
    return f"{SH_IRI}{name[0].upper()}{name[1:]}ConstraintComponent"


@cache
def _constraints(verdict: Verdict) -> dict[str, set[str]]:
    """The constraints of each shape of a verdict, by the shape's IRI."""
    found: dict[str, set[str]] = {}
    known = {*_OF_A_VALUE, *_OF_ALL_VALUES}
    for triple in shape_triples(verdict):
        name = triple.predicate.value.removeprefix(SH_IRI)
        if name in known:
            found.setdefault(str(triple.subject).strip("<>"), set()).add(name)
    return found
