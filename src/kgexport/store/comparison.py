"""Whether what a store gives back is what was sent: by RDFC-1.0, and by value where it spells literals its own way."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Literal, Quad, Triple

from kgexport.vocabulary import XSD

_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_FLOAT = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_FRACTION = re.compile(r"(:\d\d)\.(\d*?)0*(?=$|[Z+-])")
_BOOLEAN = {"true": "1", "false": "0"}


def _number(text: str) -> str:
    """Without needless zeros and signs; by the digits, since numbers may be longer than Python reads at once."""
    if not _DECIMAL.fullmatch(text):
        return text
    whole, _, fraction = text.lstrip("+-").partition(".")
    plain = f"{whole.lstrip('0') or '0'}.{fraction.rstrip('0')}".rstrip(".")
    return f"-{plain}" if text.startswith("-") and plain != "0" else plain


def _float(text: str) -> str:
    return repr(float(text)) if _FLOAT.fullmatch(text) else text


def _time(text: str) -> str:
    """`+00:00` is `Z`, and a fraction has no zeros at its end."""
    plain = _FRACTION.sub(lambda m: m[1] + (f".{m[2]}" if m[2] else ""), text)
    return re.sub(r"[+-]00:00$", "Z", plain)


_CANONICAL: dict[str, Callable[[str], str]] = {
    "integer": _number,
    "nonNegativeInteger": _number,
    "positiveInteger": _number,
    "int": _number,
    "long": _number,
    "decimal": _number,
    "double": _float,
    "float": _float,
    "boolean": lambda text: _BOOLEAN.get(text, text),
    "dateTime": _time,
    "date": _time,
    "time": _time,
    "gYear": _time,
    "gYearMonth": _time,
}
"""XSD type -> one spelling of each value (XML Schema 1.1 Part 2, section 3.3, canonical mappings)."""
_DECIMALS = frozenset(XSD.iri + name for name, spell in _CANONICAL.items() if spell is _number or name == "boolean")
"""The types whose values are decimal numbers, and equal as such: integers are among them (section 3.4.13).

Booleans too, since Virtuoso keeps `true` as the integer 1 and cannot give back another thing.
"""
_BY_TYPE = {XSD.iri + name: spell for name, spell in _CANONICAL.items()}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it."""

    same: bool
    """Whether the graphs are isomorphic, each literal as it was sent or equal to that in value."""
    respelt: bool = False
    """Whether some literals are so in value only."""
    difference: str = ""
    """What is not the same, in a few words."""


def graph_hash(triples: Iterable[Triple]) -> str:
    """SHA-256 of the canonical form: the same for isomorphic graphs (RDF Dataset Canonicalization, section 4)."""
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0_SHA_256)
    return hashlib.sha256("".join(sorted(f"{quad} .\n" for quad in dataset)).encode()).hexdigest()


def compare(sent: Iterable[Triple], back: Iterable[Triple], *, part: bool = False) -> Comparison:
    """Compare what was sent with what came back; `part` says that more than was sent may come back."""
    before, after = set(sent), set(back)
    if before == after or (before <= after if part else graph_hash(before) == graph_hash(after)):
        return Comparison(True)
    wanted, found = (set(map(_by_value, triples)) for triples in (before, after))
    found = found & wanted if part else found
    if wanted == found or graph_hash(wanted) == graph_hash(found):
        return Comparison(True, respelt=True)
    return Comparison(False, difference=_words(wanted, found))


def _by_value(triple: Triple) -> Triple:
    literal = triple.object
    if not isinstance(literal, Literal):
        return triple
    if literal.language is not None:
        same = Literal(literal.value, language=literal.language.lower())
    else:
        spell = _BY_TYPE.get(literal.datatype.value)
        datatype = XSD["decimal"] if literal.datatype.value in _DECIMALS else literal.datatype
        same = Literal(spell(literal.value), datatype=datatype) if spell else literal
    return Triple(triple.subject, triple.predicate, same)


def _words(wanted: set[Triple], found: set[Triple]) -> str:
    lost, new = sorted(map(str, wanted - found)), sorted(map(str, found - wanted))
    parts = [f"{len(lines)} {what}, e.g. {lines[0]}" for lines, what in ((lost, "missing"), (new, "not sent")) if lines]
    return "; ".join(parts)
