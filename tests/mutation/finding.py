"""Which mutants a check does not find, and how that is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pyoxigraph import Triple

from kgexport.validate import Severity, validate_triples
from kgexport.validate.engines import DEFAULT_ENGINE, ENGINES
from tests.mutation.mutate import Mutant

ENGINE = "fast"
"""For the many: it gives the same findings in a fraction of the time."""


def missed(made: Sequence[Mutant], engine: str = ENGINE) -> list[Mutant]:
    """Those in which no violation is found."""
    return [mutant for mutant in made if not validate_triples(mutant.triples, engine=engine).count(Severity.VIOLATION)]


def disagreements(triples: Sequence[Triple]) -> Iterator[str]:
    """What the engines other than the reference say differently of a graph, a line an engine."""
    wanted = validate_triples(triples).findings
    for engine in sorted(set(ENGINES) - {DEFAULT_ENGINE}):
        found = validate_triples(triples, engine=engine).findings
        if found != wanted:
            rules = sorted({each.shape for each in {*found} ^ {*wanted}})
            yield f"{engine}: {', '.join(rules)}"


def told(made: Sequence[Mutant], lost: Sequence[Mutant]) -> str:
    """How many of each kind were found, in the order of the kinds, and the others in full."""
    made_of, lost_of = Counter(mutant.kind for mutant in made), Counter(mutant.kind for mutant in lost)
    table = [f"{number - lost_of[kind]:5} of {number:5}  {kind}" for kind, number in made_of.items()]
    total = f"{len(made) - len(lost):5} of {len(made):5}  together"
    return "\n".join([*table, total, *(f"missed: {mutant.kind}: {mutant.what}" for mutant in lost)])
