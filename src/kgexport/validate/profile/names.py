"""Built-in checks of spelling: namespaces that are almost right, and names that schema.org does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kgexport.errors import InputError
from kgexport.validate.facts import HTTPS_SCHEMA, Facts, short
from kgexport.validate.report import Finding, violation
from kgexport.vocabulary import EVENT_TYPES_IRI, NAMESPACES, RDF, SCHEMA

if TYPE_CHECKING:
    from kgexport.validate.spec.vocabulary import Vocabulary

_TERMS_AS_VALUES = (RDF["type"], RDF["predicate"], SCHEMA["actionStatus"], SCHEMA["additionalType"])
_SPACES = (*(space.iri for space in NAMESPACES), EVENT_TYPES_IRI)
_SHORTEST_NAME, _LONGEST_NAME = 3, 60
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_.-]*$")


def misspelt_namespace(facts: Facts) -> Iterator[Finding]:
    """Terms of the profile's vocabularies have exactly their namespaces; https://schema.org/ has a check of its own."""
    wrong: dict[str, str] = {}
    for term in _terms(facts):
        right = _almost(term.value)
        if right is not None:
            wrong.setdefault(term.value, right)
    for iri, right in sorted(wrong.items()):
        message = f"To RDF this is another word than {right}: the namespace is written differently. Replace it."
        yield violation("the graph", None, None, NamedNode(iri), message)


def _terms(facts: Facts) -> Iterator[NamedNode]:
    yield from facts.predicates()
    for predicate in _TERMS_AS_VALUES:
        yield from {value for _, value in facts.pairs(predicate) if isinstance(value, NamedNode)}


@cache
def _stems() -> dict[str, str]:
    return {_stem(space): space for space in _SPACES}


def _stem(space: str) -> str:
    """What is left of a namespace without all that people mistake: scheme, `www.`, capitals, the sign at its end."""
    return re.sub(r"^https?://(www\.)?", "", space.lower()).rstrip("#/")


def _almost(iri: str) -> str | None:
    """The term that is meant by an IRI in almost one of the namespaces."""
    if iri.startswith((*_SPACES, HTTPS_SCHEMA)):
        return None
    name = _LOCAL_NAME.search(iri)
    space = _stems().get(_stem(iri[: name.start()])) if name else None
    return short(space + name[0]) if space and name else None


def misspelling(name: str, kind: str) -> str | None:
    """The `property` or `type` of schema.org that a name without a meaning is one slip away from; the profile's first.

    A slip is a letter too many, too few, another one or two exchanged. None for a term that schema.org has, and for a
    name that resembles none: it may be newer than the vocabulary at hand.
    """
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME:
        return None
    try:
        vocabulary, near = _schema_org()
    except InputError:
        return None  # only said less well: the term is still one that the profile does not use
    if vocabulary.is_term(name):
        return None
    found = {term for short_form in _shortened(name) for term in near.get(short_form, ())}
    fits = (term for term in found if term[:1].islower() is (kind == "property"))
    return min(
        fits, key=lambda term: (term not in SCHEMA, -SequenceMatcher(None, term, name).ratio(), term), default=None
    )


def _shortened(name: str) -> set[str]:
    """The name, and the name without one of its letters: names one slip apart have one of these in common."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


@cache
def _schema_org() -> tuple[Vocabulary, dict[str, list[str]]]:
    """What schema.org has, and its terms by their shortened forms."""
    from kgexport.validate.spec import load_vocabulary

    vocabulary = load_vocabulary()
    near: dict[str, list[str]] = {}
    for term in {*vocabulary.parents, *vocabulary.properties, *vocabulary.members, *vocabulary.others}:
        for short_form in _shortened(term):
            near.setdefault(short_form, []).append(term)
    return vocabulary, near
