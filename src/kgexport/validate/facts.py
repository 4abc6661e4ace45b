"""The triples of a graph, by predicate and by subject, and what its things are called; judges nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgexport.errors import InputError
from kgexport.vocabulary import NIF, PREFIXES, RDF, SCHEMA

Subject = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal
Row = tuple[Subject, NamedNode, Term]

HTTPS_SCHEMA = "https://schema.org/"
"""The other spelling of schema.org's namespace: other IRIs to RDF, the same words to schema.org."""
_NAMES = (SCHEMA["name"], SCHEMA["headline"], SCHEMA["text"], NIF["anchorOf"])
_LONGEST_NAME = 60
_BY_LENGTH = sorted(PREFIXES.items(), key=lambda item: (-len(item[1]), item[0]))


def short(iri: str) -> str:
    """`schema:agent` for an IRI of a known namespace, `#rama` for a hash IRI, else the IRI itself; keeps a `^`."""
    if iri.startswith("^"):
        return "^" + short(iri[1:])
    for prefix, namespace in _BY_LENGTH:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    _, hash_sign, fragment = iri.partition("#")
    return hash_sign + fragment if fragment else iri


def focus_iri(subject: object) -> str:
    """The IRI of a focus node, `_:` for a blank node, whose label means nothing outside of its file."""
    return subject.value if isinstance(subject, NamedNode) else "_:"


def _quoted(triples: Iterable[Triple]) -> InputError:
    triple = next(
        triple for triple in triples if isinstance(triple.subject, Triple) or isinstance(triple.object, Triple)
    )
    return InputError(f"a graph of the profile has no quoted triples; leave this one out: {triple}")


class Column:
    """What one predicate says: subjects and objects in the same order, and sets of them, made when first asked for."""

    def __init__(self, subjects: Sequence[Subject] = (), objects: Sequence[Term] = ()) -> None:
        self.subjects = subjects
        self.objects = objects
        self.starts = frozenset(subjects)
        """Every subject, once."""
        self.kinds = frozenset(map(type, objects))
        """The kinds of terms that the objects are."""

    @cached_property
    def ends(self) -> frozenset[Term]:
        """Every object, once."""
        return frozenset(self.objects)

    @cached_property
    def nodes(self) -> frozenset[Term]:
        """Every object that has an IRI, once."""
        if NamedNode not in self.kinds:
            return frozenset()
        if len(self.kinds) == 1:
            return self.ends
        return frozenset(value for value in self.ends if isinstance(value, NamedNode))

    @cached_property
    def pairs(self) -> list[tuple[Subject, Term]]:
        """Subject and object of every triple."""
        return list(zip(self.subjects, self.objects, strict=True))

    @cached_property
    def by_object(self) -> dict[Term, frozenset[Subject]]:
        """Object -> its subjects."""
        found: dict[Term, set[Subject]] = {value: set() for value in self.ends}
        for subject, value in zip(self.subjects, self.objects, strict=True):
            found[value].add(subject)
        return {value: frozenset(subjects) for value, subjects in found.items()}

    def leading_to(self, values: AbstractSet[Term]) -> frozenset[Subject]:
        """Every subject that leads to one of these objects of the column, once."""
        return frozenset().union(*(self.by_object[value] for value in values if value in self.by_object))

    @property
    def is_single(self) -> bool:
        """Whether no subject has more than one object; False too where a triple comes twice."""
        return len(self.subjects) == len(self.starts)

    @cached_property
    def counts(self) -> Counter[Term]:
        """How many objects each subject has."""
        return Counter(subject for subject, _ in set(self.pairs))

    @cached_property
    def by_subject(self) -> dict[Subject, list[Term]]:
        """Subject -> its objects."""
        found: dict[Subject, list[Term]] = {}
        for subject, value in zip(self.subjects, self.objects, strict=True):
            values = found.get(subject)
            if values is None:
                found[subject] = [value]
            else:
                values.append(value)
        return found


_NOTHING_SAID = Column()


def _column(triples: list[Triple]) -> Column:
    return Column([triple.subject for triple in triples], [triple.object for triple in triples])  # type: ignore[misc]


class Facts:
    """An index over the triples of one graph; of several graphs of a data set, over all of them together.

    It is made when it is first asked for, which raises InputError for a quoted triple (RDF 1.2): the profile has none,
    and SHACL 1.0 does not know them. Making Python's terms is most of what checking a graph costs: none is made twice.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = tuple(triples)

    @cached_property
    def _columns(self) -> dict[NamedNode, Column]:
        found: dict[NamedNode, list[Triple]] = {}
        for triple in self.triples:
            predicate = triple.predicate
            same = found.get(predicate)
            if same is None:
                found[predicate] = [triple]
            else:
                same.append(triple)
        columns = {predicate: _column(same) for predicate, same in found.items()}
        if any(Triple in column.kinds for column in columns.values()):
            raise _quoted(self.triples)
        return columns

    def rows(self) -> Iterator[Row]:
        """Subject, predicate and object of every triple, one predicate after the other."""
        return (
            (subject, predicate, value)
            for predicate, column in self._columns.items()
            for subject, value in column.pairs
        )

    @cached_property
    def has_blank_nodes(self) -> bool:
        """Whether any subject or object is a blank node."""
        columns = self._columns.values()
        return any(BlankNode in column.kinds for column in columns) or BlankNode in set(map(type, self.subjects))

    def columns(self) -> Iterable[tuple[NamedNode, Column]]:
        """Every predicate with what it says."""
        return self._columns.items()

    def predicates(self) -> Iterator[NamedNode]:
        """Every predicate, once."""
        return iter(self._columns)

    def column(self, predicate: NamedNode) -> Column:
        """What a predicate says; nothing for one that no triple has."""
        return self._columns.get(predicate, _NOTHING_SAID)

    def pairs(self, predicate: NamedNode) -> list[tuple[Subject, Term]]:
        """Subject and object of every triple with that predicate."""
        return self.column(predicate).pairs

    def by_subject(self, predicate: NamedNode) -> Mapping[Subject, list[Term]]:
        """Subject -> its objects, of every triple with that predicate."""
        return self.column(predicate).by_subject

    @cached_property
    def subjects(self) -> frozenset[Subject]:
        """Every subject, once."""
        return frozenset().union(*(column.starts for column in self._columns.values()))

    @property
    def instances(self) -> dict[Term, frozenset[Subject]]:
        """Type -> what has it as its rdf:type."""
        return self.column(RDF["type"]).by_object

    @cached_property
    def typed(self) -> frozenset[Subject]:
        """Everything with an rdf:type."""
        column = self.column(RDF["type"])
        if Literal not in column.kinds:
            return column.starts
        return frozenset(subject for subject, kind in column.pairs if not isinstance(kind, Literal))

    def values(self, subject: object, predicate: NamedNode) -> list[Term]:
        """The objects of one subject and predicate."""
        if not isinstance(subject, NamedNode | BlankNode):
            return []
        return [*self.by_subject(predicate).get(subject, ())]

    def literals(self, subject: object, predicate: NamedNode) -> list[str]:
        """The lexical forms of the literals among them, in order."""
        return sorted(value.value for value in self.values(subject, predicate) if isinstance(value, Literal))

    def name(self, subject: object) -> str:
        """What readers call a thing: its name, headline, text or words, cut to one short line; else its short IRI."""
        for predicate in _NAMES:
            for text in self.literals(subject, predicate):
                line = " ".join(text.split())
                if line:
                    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1].rstrip() + "…"
        return short(subject.value) if isinstance(subject, NamedNode) else "(a thing without an IRI)"
