"""Runs two engines over a sample of graphs and says where they differ; knows neither of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Quad, Triple

from kgexport.validate.engines import DEFAULT_ENGINE
from kgexport.validate.report import Finding, Verdict
from kgexport.validate.run import validate_triples


@dataclass(frozen=True, slots=True)
class Difference:
    """One graph over which the engines do not say the same."""

    position: int
    """Of the graph among all that were given, from 0."""
    missing: tuple[Finding, ...]
    """What the reference found and the other engine did not."""
    surplus: tuple[Finding, ...]
    """What the other engine found and the reference did not."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of one comparison."""

    graphs: int
    """How many graphs were given."""
    positions: tuple[int, ...]
    """Which of them were compared."""
    findings: int
    """How many findings the reference has about those."""
    differences: tuple[Difference, ...]
    """The graphs over which the engines differ."""
    reference: str
    engine: str

    @property
    def agrees(self) -> bool:
        """Whether both engines say the same of every graph of the sample."""
        return not self.differences

    def to_text(self) -> str:
        """For people: what was compared, and a line for each finding that one engine has alone."""
        compared = f"{len(self.positions)} of {self.graphs} graphs compared, {self.findings} findings: "
        if self.agrees:
            return f"{compared}{self.engine} and {self.reference} say the same"
        lines = [f"{compared}{self.engine} and {self.reference} differ over {len(self.differences)}"]
        for difference in self.differences:
            sides = ((self.reference, difference.missing), (self.engine, difference.surplus))
            lines.extend(
                f"graph {difference.position + 1}, {name} alone: "
                f"{found.shape}, {found.thing}, {found.property}: {found.value}"
                for name, findings in sides
                for found in findings
            )
        return "\n".join(lines)


def sample_of(count: int, sample: int) -> tuple[int, ...]:
    """The positions of a sample, evenly spread from the first on; all where there are no more than that."""
    size = max(0, min(count, sample))
    return tuple(number * count // size for number in range(size))


def compare(
    graphs: Sequence[Iterable[Triple | Quad]],
    sample: int,
    verdicts: Sequence[Verdict] = (Verdict.PROFILE,),
    engine: str = "fast",
    reference: str = DEFAULT_ENGINE,
) -> Comparison:
    """Check a sample of the graphs with both engines; the same graphs give the same sample each time.

    Raises UnknownNameError for an unknown engine, InputError where the package of one is missing.
    """
    positions = sample_of(len(graphs), sample)
    found = 0
    differences: list[Difference] = []
    for position in positions:
        triples = list(graphs[position])
        right, other = (validate_triples(triples, verdicts, name).findings for name in (reference, engine))
        found += len(right)
        if right != other:
            missing = tuple(finding for finding in right if finding not in other)
            surplus = tuple(finding for finding in other if finding not in right)
            differences.append(Difference(position, missing, surplus))
    return Comparison(len(graphs), positions, found, tuple(differences), reference, engine)
