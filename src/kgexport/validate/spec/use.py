"""How a graph uses schema.org: which names on which things, and what kinds those things are; judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import BlankNode, NamedNode

from kgexport.validate.facts import Facts, Subject, Term, focus_iri
from kgexport.validate.namespaces import in_http_facts
from kgexport.validate.report import Finding, Severity, Verdict
from kgexport.validate.spec.suggest import Suggester
from kgexport.validate.spec.vocabulary import Vocabulary, local_name, term_name
from kgexport.vocabulary import RDF, RDFS

Kinds = frozenset[str] | None
"""Types with all their superclasses; None where they are not known."""


class Use:
    """One graph seen with one vocabulary."""

    def __init__(self, written: Facts, vocabulary: Vocabulary) -> None:
        self.written = written
        """The graph as it is written, in whichever spelling of the namespace."""
        self.facts = facts = in_http_facts(written)
        """The same with http://schema.org/ everywhere: to schema.org both are one."""
        self.vocabulary = vocabulary
        self.suggester = Suggester(vocabulary)
        self.properties = [(name, node) for node in facts.predicates() if (name := local_name(node)) is not None]
        """Every property of schema.org in the graph: its name and its IRI as written."""

    @cached_property
    def extensions(self) -> dict[Term, str]:
        """Types of other vocabularies that the graph itself puts below a type of schema.org."""
        pairs = self.facts.pairs(RDFS["subClassOf"])
        return {kind: name for kind, above in pairs if (name := term_name(above)) and local_name(kind) is None}

    @cached_property
    def types(self) -> dict[Subject, list[str]]:
        """Thing -> the names of its types in schema.org, known or not; other vocabularies' types are left out."""
        names: dict[Term, str | None] = {}
        found: dict[Subject, list[str]] = defaultdict(list)
        for subject, kind in self.facts.pairs(RDF["type"]):
            if kind not in names:
                name = local_name(kind)
                names[kind] = self.extensions.get(kind) if name is None else name
            if (known := names[kind]) is not None:
                found[subject].append(known)
        return dict(found)

    @cached_property
    def kinds(self) -> dict[Subject, Kinds]:
        """Thing with a type in schema.org -> all that it is; things of the same types share one set."""
        sets: dict[tuple[str, ...], Kinds] = {}
        found: dict[Subject, Kinds] = {}
        for subject, names in self.types.items():
            key = tuple(names)
            if key not in sets:
                sets[key] = self.vocabulary.all_above(names)
            found[subject] = sets[key]
        return found

    @cached_property
    def described(self) -> frozenset[Subject]:
        """Everything that the graph says something about."""
        return frozenset(self.facts.subjects)

    @cached_property
    def speakers(self) -> dict[Subject, None]:
        """Everything with a property of schema.org, in the order of the graph."""
        return {subject: None for _, node in self.properties for subject, _ in self.facts.pairs(node)}

    @cached_property
    def focus(self) -> frozenset[str]:
        """Everything that uses schema.org, by a property or a type: what the rules are about."""
        nodes = {*self.types, *self.speakers}
        return frozenset(node.value if isinstance(node, NamedNode) else f"_:{node.value}" for node in nodes)

    def uses(self) -> Iterator[tuple[str, Subject, Term]]:
        """Every triple whose property is one of schema.org's: name, subject, value."""
        for name, node in self.properties:
            for subject, value in self.facts.pairs(node):
                yield name, subject, value

    def is_list(self, node: Term) -> bool:
        """True for a collection of RDF, which holds the values and is none itself."""
        return node == RDF["nil"] or bool(self.facts.values(node, RDF["first"]))

    def finding(self, subject: Subject | None, prop: str | None, value: Term | None, message: str) -> Finding:
        """A finding about a thing, or with None about the graph; its rule gives it the severity and the name."""
        shown = None if isinstance(value, BlankNode) else value
        thing = "the graph" if subject is None else self.facts.name(subject)
        focus = None if subject is None else focus_iri(subject)
        return Finding(Severity.VIOLATION, thing, focus, prop, shown, message, "", Verdict.SPEC)
