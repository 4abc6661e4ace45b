"""Where pySHACL's evaluators depart from the specification; knows no shapes and no data.

- pySHACL 0.40 raises an exception where `sh:lessThan` meets a blank node or a limit meets NaN, and follows rdflib's
  order of all terms where SPARQL has none (IRIs, a moment and a number, ill-typed literals). By SHACL, sections 4.3 and
  4.5.3, values that cannot be compared are results.
- It follows Python in taking a line break at the end of a text for nothing.

The lexical forms that rdflib lets pass are in `lexical.py`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import rdflib

from kgexport.validate.engines.patterns import whole_text_only

Compared = tuple[bool, list[Any]]
"""Whether something was wrong, and the results; as the methods of pySHACL give them."""

_ORDERED = ((bool,), (int, float, Decimal), (datetime,), (date,), (time,), (str,))
"""Kinds of values with an order among themselves (SPARQL 1.1, section 17.3); a bool is an int, a datetime a date."""


def _kind(term: Any) -> int | None:
    """Which kind of values a term is of, moments with a time zone apart; None for a term without an order."""
    if not isinstance(term, rdflib.Literal) or term.language or term.value is None:
        return None
    if term.value != term.value or (isinstance(term.value, str) and term.datatype not in (None, rdflib.XSD.string)):
        return None  # not a number; a text of another datatype
    kind = next((number for number, kinds in enumerate(_ORDERED) if isinstance(term.value, kinds)), None)
    return -1 if kind is not None and getattr(term.value, "tzinfo", None) else kind


class WholeTextOnly:
    """Mixed into the evaluator of patterns: `$` is the end of the text, for Python also before a last line break."""

    __slots__ = ()

    def __init__(self, shape: Any) -> None:
        super().__init__(shape)  # type: ignore[call-arg]
        kept: dict[Any, re.Pattern[str]] = self.compiled_cache  # type: ignore[attr-defined]
        for literal, compiled in kept.items():
            if not compiled.flags & re.MULTILINE:
                kept[literal] = whole_text_only(compiled)


class OrderedPairsOnly:
    """Mixed into the two evaluators that compare properties: they get what has an order, the rest is reported."""

    __slots__ = ()

    def _compare_lt(self, values: Any, others: Any, graph: Any, focus: Any) -> Compared:
        return self._compare_if_ordered("_compare_lt", values, others, graph, focus)

    def _compare_ltoe(self, values: Any, others: Any, graph: Any, focus: Any) -> Compared:
        return self._compare_if_ordered("_compare_ltoe", values, others, graph, focus)

    def _compare_if_ordered(self, method: str, values: Any, others: Any, graph: Any, focus: Any) -> Compared:
        results: list[Any] = []
        for value in values:
            kind = _kind(value)
            if others and (kind is None or any(_kind(other) != kind for other in others)):
                results.append(self.make_v_result(graph, focus, value_node=value))  # type: ignore[attr-defined]
            else:
                results.extend(getattr(super(), method)({value}, others, graph, focus)[1])
        return bool(results), results


class OrderedValuesOnly:
    """Mixed into the four evaluators of limits: they get what has an order with the limit, the rest is reported."""

    __slots__ = ()

    def _evaluate_min_rule(self, limit: Any, graph: Any, values: Any) -> Compared:
        return self._evaluate_if_ordered("_evaluate_min_rule", limit, graph, values)

    def _evaluate_max_rule(self, limit: Any, graph: Any, values: Any) -> Compared:
        return self._evaluate_if_ordered("_evaluate_max_rule", limit, graph, values)

    def _evaluate_if_ordered(self, method: str, limit: Any, graph: Any, values: Any) -> Compared:
        kind = _kind(limit)
        ordered: dict[Any, list[Any]] = {}
        results: list[Any] = []
        for focus, many in values.items():
            for value in many:
                if kind is not None and _kind(value) == kind:
                    ordered.setdefault(focus, []).append(value)
                else:
                    results.append(self.make_v_result(graph, focus, value_node=value))  # type: ignore[attr-defined]
        results.extend(getattr(super(), method)(limit, graph, ordered)[1])
        return bool(results), results


CORRECTIONS: dict[str, type] = {
    "Pattern": WholeTextOnly,
    **dict.fromkeys(("LessThan", "LessThanOrEquals"), OrderedPairsOnly),
    **dict.fromkeys(("MinExclusive", "MinInclusive", "MaxExclusive", "MaxInclusive"), OrderedValuesOnly),
}
"""The correction of each component that needs one."""
