"""What a compiled engine is trusted with: the parameters that the conformance cases prove; knows no engine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgexport.validate.facts import Facts
from kgexport.validate.shapes import SH_IRI

_XSD = "http://www.w3.org/2001/XMLSchema#"

PROVEN = frozenset(
    (
        "and class closed datatype deactivated disjoint equals flags hasValue ignoredProperties in languageIn lessThan "
        "lessThanOrEquals maxCount maxExclusive maxInclusive maxLength minCount minExclusive minInclusive minLength "
        "node nodeKind not or pattern property qualifiedMaxCount qualifiedMinCount qualifiedValueShape "
        "qualifiedValueShapesDisjoint uniqueLang xone "
        "path alternativePath inversePath oneOrMorePath zeroOrMorePath zeroOrOnePath "
        "targetClass targetNode targetObjectsOf targetSubjectsOf "
        "defaultValue description group message name order severity"
    ).split()
)
"""Terms of SHACL about which both engines say the same in every case of `tests/conformance/shacl`."""

_NESTED = frozenset(NamedNode(SH_IRI + name) for name in ("property", "node", "not", "qualifiedValueShape"))
_TARGETS = frozenset(
    NamedNode(SH_IRI + name) for name in ("targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf")
)
_PROPERTY, _PATTERN = NamedNode(SH_IRI + "property"), NamedNode(SH_IRI + "pattern")
_FIRST = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
_DATATYPE = NamedNode(SH_IRI + "datatype")
_DATATYPES = frozenset(
    {NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")}
    | {
        NamedNode(_XSD + name)
        for name in (
            "string boolean integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger "
            "negativeInteger unsignedLong unsignedInt unsignedShort unsignedByte decimal double float date dateTime "
            "time duration gYear gYearMonth gMonthDay gMonth gDay anyURI language token normalizedString"
        ).split()
    }
)
"""The datatypes whose lexical forms both engines tell apart from others in the same way."""
_LIMITS = {NamedNode(SH_IRI + name) for name in ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive")}
_COMPARING = {NamedNode(SH_IRI + name) for name in ("lessThan", "lessThanOrEquals")}
_NUMBERS = frozenset(NamedNode(_XSD + name) for name in ("integer", "decimal", "double"))
"""The datatypes of limits whose order is proven; other limits are left to pySHACL."""
_ORDERED = _NUMBERS | {NamedNode(_XSD + name) for name in ("date", "boolean")}
_FLAGS = NamedNode(SH_IRI + "flags")
_OTHER_REGEX = re.compile(r"\(\?(?!:)|\\[0-9pPbBcCiIAZzGkxwWQEuU]|\{,|\[[^\]]*(--|&&|~~|\[)")
"""Parts of regular expressions that Python, which pySHACL uses, and Rust do not read in the same way."""


@dataclass(frozen=True, slots=True)
class Split:
    """The shapes of a graph, divided between the engines."""

    trusted: tuple[Triple, ...]
    """The triples that the compiled engine gets."""
    others: frozenset[object]
    """The shapes that are left to pySHACL: node shapes with all that they ask for, and property shapes."""
    compared: frozenset[NamedNode]
    """The properties whose values others are compared with."""

    def is_proven_for(self, facts: Facts) -> bool:
        """Whether nothing is compared but numbers, days and booleans: both engines order these alike."""
        values = (value for predicate in self.compared for _, value in facts.pairs(predicate))
        return all(not isinstance(value, Literal) or value.datatype in _ORDERED for value in values)


def split(triples: Iterable[Triple]) -> Split:
    """Divide shapes: one that uses anything unproven, itself or through what it asks for, is left to pySHACL."""
    known = list(triples)
    uses: dict[object, list[tuple[NamedNode, object]]] = {}
    for triple in known:
        uses.setdefault(triple.subject, []).append((triple.predicate, triple.object))
    doubtful = _reaching({node for node, said in uses.items() if any(map(_is_unproven, said))}, uses)
    targeting = {triple.subject for triple in known if triple.predicate in _TARGETS}
    whole = {node for node in targeting & doubtful if _is_doubtful_itself(uses[node], doubtful)}
    trusted = tuple(
        triple
        for triple in known
        if not (triple.predicate in _TARGETS and triple.subject in whole)
        and not (triple.predicate == _PROPERTY and triple.object in doubtful)
    )
    parts = {value for node in targeting & doubtful for predicate, value in uses[node] if predicate == _PROPERTY}
    compared = {triple.object for triple in known if triple.predicate in _COMPARING}
    properties = frozenset(value for value in compared if isinstance(value, NamedNode))
    return Split(trusted, frozenset(whole | (parts & doubtful)), properties)


def _is_unproven(said: tuple[NamedNode, object]) -> bool:
    predicate, value = said
    if predicate == _DATATYPE:
        return value not in _DATATYPES
    if predicate == _FLAGS:
        return value != Literal("i")
    if predicate in _LIMITS:
        return not isinstance(value, Literal) or value.datatype not in _NUMBERS
    if predicate == _PATTERN and isinstance(value, Literal):
        return _OTHER_REGEX.search(value.value) is not None
    return predicate.value.startswith(SH_IRI) and predicate.value.removeprefix(SH_IRI) not in PROVEN


def _is_doubtful_itself(said: list[tuple[NamedNode, object]], doubtful: set[object]) -> bool:
    """Whether it is the node shape, and not only one of its property shapes."""
    return any(_is_unproven(one) or (one[0] != _PROPERTY and one[1] in doubtful) for one in said)


def _reaching(start: set[object], uses: dict[object, list[tuple[NamedNode, object]]]) -> set[object]:
    """These nodes, and all shapes that ask for one of them in any number of steps."""
    users: dict[object, list[object]] = {}
    for node, said in uses.items():
        for predicate, value in said:
            if predicate in _NESTED or predicate == _FIRST or isinstance(value, BlankNode):
                users.setdefault(value, []).append(node)
    seen, todo = set(start), list(start)
    while todo:
        new = [user for user in users.get(todo.pop(), ()) if user not in seen]
        seen.update(new)
        todo.extend(new)
    return seen
