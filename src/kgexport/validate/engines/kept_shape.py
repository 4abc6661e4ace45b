"""A shape of pySHACL that keeps its evaluators, and what they said of a node; the evaluators stay pySHACL's own.

pySHACL makes the evaluators of a shape anew for each node, describes each result at length in a text that is not
asked for here, and asks a shape anew each time that a node is reached.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from pyshacl import Shape
from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
from pyshacl.constraints.constraint_component import ConstraintComponent
from pyshacl.constraints.core.shape_based_constraints import PropertyConstraintComponent
from pyshacl.errors import ConstraintLoadWarning
from pyshacl.pytypes import SHACLExecutor

from kgexport.validate.engines.corrections import CORRECTIONS
from kgexport.validate.engines.facts_graph import FactsGraph

Said = tuple[bool, list[Any]]
"""Whether a node conforms, and the results; as `pyshacl.Shape.validate` gives them."""

_EACH_VALUE_ALONE = frozenset(
    (
        "And Class Datatype In LanguageIn MaxExclusive MaxInclusive MaxLength MinExclusive MinInclusive MinLength Node "
        "NodeKind Not Or Pattern Xone"
    ).split()
)
"""The components that look at one value after the other: if the distinct values conform, those of every node do."""

_VALUES_ONLY = _EACH_VALUE_ALONE | {"Disjoint", "LessThan", "LessThanOrEquals", "MaxCount", "Property", "UniqueLang"}
"""The components that never find fault with a node that has no value: they are asked about the other nodes only."""

_EXECUTOR = SHACLExecutor()


class KeptShape(Shape):
    """A shape whose evaluators are made once."""

    __slots__ = ("_made", "_steps")
    _made: list[Any] | None
    _steps: list[tuple[Any, bool]] | None
    sg: Any

    @classmethod
    def of(cls, shape: Shape) -> KeptShape:
        """The same shape."""
        path = shape.path()  # type: ignore[no-untyped-call]
        kept = cls(shape.sg, shape.node, p=shape.is_property_shape, path=path, logger=shape.logger)
        kept._made = None
        kept._steps = kept.sg.steps(path) if path is not None else None
        return kept

    def components(self) -> list[Any]:
        """The evaluators of the shape, in a fixed order."""
        if self._made is None:
            classes = {CONSTRAINT_PARAMETERS_MAP[parameter] for parameter, _ in self.sg.predicate_objects(self.node)}
            self._made = list(self._make(classes))
        return self._made

    def _make(self, classes: Iterable[type[ConstraintComponent]]) -> Iterable[ConstraintComponent]:
        for component in sorted(classes, key=lambda made: str(made.__name__)):
            try:
                yield _without_text(component)(self)
            except ConstraintLoadWarning as warning:
                self.logger.warning(repr(warning))

    def validate(self, executor: Any, target_graph: Any, focus: Any = None, _evaluation_path: Any = None) -> Said:
        """As `pyshacl.Shape.validate`, for one node of a FactsGraph; a second question gets the same answer."""
        if isinstance(focus, list | tuple | set) or self.node in self.sg.recursive or self.sg.custom_constraints:
            said: Said = super().validate(executor, target_graph, focus, _evaluation_path)
            return said
        key = (self.node, focus)
        found: Said | None = target_graph.results.get(key)
        if found is None:
            found = self.evaluate(target_graph, [focus], self.components(), _evaluation_path or [])
            target_graph.results[key] = found
        return found

    def results(self, graph: FactsGraph, focus: Iterable[Any]) -> list[Any]:
        """The results over these focus nodes; of a node shape, those of its property shapes are left out."""
        apart = PropertyConstraintComponent if not self.is_property_shape else ()
        return self.evaluate(graph, focus, [one for one in self.components() if not isinstance(one, apart)])[1]

    def evaluate(
        self, graph: FactsGraph, focus: Iterable[Any], components: list[Any], above: Iterable[Any] = ()
    ) -> Said:
        """What these evaluators of the shape say of the nodes; `above` are the shapes and evaluators that ask."""
        if self.deactivated:
            return True, []
        nodes = list(focus)
        values = self.values(graph, nodes)
        all_nodes = {node: values.get(node, ()) for node in nodes}
        distinct = _distinct(values)
        conforms, results = True, []
        for component in components:
            path = [*above, self, component]
            if component.each_value_alone and distinct and component.evaluate(_EXECUTOR, graph, distinct, path)[0]:
                continue
            asked = values if component.values_only else all_nodes
            if not asked:
                continue
            fine, found = component.evaluate(_EXECUTOR, graph, asked, path)
            conforms = conforms and fine
            results.extend(found)
        return conforms, results

    def values(self, graph: FactsGraph, nodes: list[Any]) -> dict[Any, Any]:
        """The value nodes of those of the nodes that have any."""
        if not self.is_property_shape:
            return {node: (node,) for node in nodes}
        if self._steps is not None:
            return graph.along(self._steps, nodes)
        return {node: values for node, values in self.value_nodes(graph, nodes).items() if values}


@cache
def _without_text(component: type[ConstraintComponent]) -> type[ConstraintComponent]:
    """The evaluator without the long description of each result; its results stay as they are."""

    def no_text(*_: object, **__: object) -> str:
        return ""

    name = component.__name__.removesuffix("ConstraintComponent")
    members = {
        "__slots__": (),
        "make_v_result_description": no_text,
        "each_value_alone": name in _EACH_VALUE_ALONE,
        "values_only": name in _VALUES_ONLY,
    }
    bases = (CORRECTIONS[name], component) if name in CORRECTIONS else (component,)
    return type(component.__name__, bases, members)


def _distinct(values: dict[Any, Any]) -> dict[Any, list[Any]] | None:
    """Every value once, as if of one node; None where that saves nothing. Equal terms of a FactsGraph are identical."""
    if len(values) < 2:
        return None
    found = {id(value): value for many in values.values() for value in many}
    return {next(iter(values)): list(found.values())} if len(found) < sum(map(len, values.values())) else None
