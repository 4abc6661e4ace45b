"""Built-in checks of how things hang together: no cycles, parts both ways, quoted and carried things that are there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from pyoxigraph import Literal, NamedNode

from kgexport.validate.facts import Facts, Subject, Term, focus_iri, short
from kgexport.validate.report import Finding, violation
from kgexport.vocabulary import RDF, SCHEMA

Edges = dict[Subject, list[Subject]]

_UPWARDS: tuple[tuple[str, str | None], ...] = (
    ("containedInPlace", None),
    ("superEvent", "subEvent"),
    ("parentOrganization", "subOrganization"),
    ("isPartOf", "hasPart"),
)
"""What leads from a part to its whole, and what leads back."""
_TEXTS = tuple(SCHEMA[name] for name in ("headline", "abstract", "articleBody"))
"""In reading order: a quotation can begin in one and end in the next."""
_MARKS = str.maketrans(dict.fromkeys("\"'`´‘’‚‛“”„‟«»‹›〝〞＂＇", "'"))
_GAP = re.compile(" ")
_MOST_PIECES = 12
_LONGEST_GAP = 500
"""Between two pieces of a quotation stands who says it, and no other paragraph."""
_NAMED = 6
"""How many members of a cycle are named: the others are counted."""


def cycle(facts: Facts) -> Iterator[Finding]:
    """Nothing is a part of itself, neither at once nor through others; one finding for each such circle."""
    for up, down in _UPWARDS:
        edges = _upwards(facts, SCHEMA[up], SCHEMA[down] if down else None)
        for members in _circles(edges):
            names = [facts.name(member) for member in members[:_NAMED]]
            more = f" … ({len(members) - _NAMED} more)" if len(members) > _NAMED else ""
            message = (
                f"This goes round in a circle: {' → '.join(names)}{more} → {names[0]}. Nothing is a part of itself."
            )
            last = members[1] if len(members) > 1 else members[0]
            yield violation(names[0], focus_iri(members[0]), f"schema:{up}", last, message)


def _upwards(facts: Facts, up: NamedNode, down: NamedNode | None) -> Edges:
    edges: Edges = {}
    turned = ((part, whole) for whole, part in facts.pairs(down)) if down else ()
    for part, whole in chain(facts.pairs(up), turned):
        if not isinstance(part, Literal) and not isinstance(whole, Literal):
            edges.setdefault(part, []).append(whole)
    return edges


def _circles(edges: Mapping[Subject, Iterable[Subject]]) -> Iterator[list[Subject]]:
    """Circles that have no node in common, until none is left without; each begins with its first node."""
    done: set[Subject] = set()
    for start in sorted(edges, key=str) if edges else ():
        path: list[Subject] = []
        place: dict[Subject, int] = {}
        todo = [iter([start])]
        while todo:
            node = next((each for each in todo[-1] if each not in done), None)
            if node is None:
                todo.pop()
                if path:
                    done.add(path.pop())
            elif node in place:
                at = place[node]
                circle = path[at:]
                del path[at:], todo[at + 1 :]
                done.update(circle)
                first = circle.index(min(circle, key=str))
                yield circle[first:] + circle[:first]
            else:
                place[node] = len(path)
                path.append(node)
                todo.append(iter(sorted(set(edges.get(node, ())), key=str)))


def quotation_text(facts: Facts) -> Iterator[Finding]:
    """What is quoted stands in the headline, the abstract or the body of its article, if the graph has the body.

    White space and the kind of quotation marks do not count, nor what is told between the pieces of a quotation.
    """
    bodies = facts.by_subject(SCHEMA["articleBody"])
    folded: dict[tuple[Term, ...], str] = {}
    message = "These words do not stand in the article: a quotation is what was said, exactly as it is printed."
    for quotation, kind in facts.pairs(RDF["type"]) if bodies else ():
        if kind != SCHEMA["Quotation"]:
            continue
        articles = tuple(sorted(_articles(facts, quotation) & bodies.keys(), key=str))
        for words in facts.values(quotation, SCHEMA["text"]) if articles else ():
            if isinstance(words, Literal) and not any(words.value in text for text in _printed(facts, articles)):
                if articles not in folded:
                    folded[articles] = " ".join(map(_folded, _printed(facts, articles)))
                if not _stands_in(_folded(words.value), folded[articles]):
                    yield violation(facts.name(quotation), focus_iri(quotation), "schema:text", words, message)


def _articles(facts: Facts, quotation: Subject) -> set[Term]:
    """What a quotation is part of, and what the claims appear in that it is part of."""
    wholes = facts.values(quotation, SCHEMA["isPartOf"])
    return {*wholes, *(article for whole in wholes for article in facts.values(whole, SCHEMA["appearance"]))}


def _printed(facts: Facts, articles: Iterable[Term]) -> Iterator[str]:
    return (text for article in articles for prop in _TEXTS for text in facts.literals(article, prop))


def _folded(text: str) -> str:
    return " ".join(text.translate(_MARKS).split())


def _stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, in one piece or in a few, each of which begins and ends at a mark."""
    at = 0
    for number in range(_MOST_PIECES):
        length = _longest(words, text, at)
        begin = text.find(words[:length], at)
        if not length or (number and not ("'" in text[begin - 2 : begin] and begin - at <= _LONGEST_GAP)):
            return False
        at = begin + length
        if length == len(words):
            return True
        if "'" not in text[at : at + 2]:
            return False
        words = words[length:].lstrip()
    return False


def _longest(words: str, text: str, at: int) -> int:
    """The length of the longest beginning of the words, in whole words, that stands in the text from an offset on."""
    ends = [0, *(match.start() for match in _GAP.finditer(words)), len(words)]
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text.find(words[: ends[middle]], at) >= 0 else (low, middle - 1)
    return ends[low]


def statement_holds(facts: Facts) -> Iterator[Finding]:
    """What a statement carries evidence for is said by the graph itself."""
    message = "The graph does not say this: a statement has the subject, predicate and object of one of its triples."
    subjects, predicates, objects = (facts.by_subject(RDF[name]) for name in ("subject", "predicate", "object"))
    for statement, (predicate, *others) in predicates.items():
        about, values = subjects.get(statement, []), objects.get(statement, [])
        if others or len(about) != 1 or len(values) != 1 or not isinstance(predicate, NamedNode):
            continue  # the shape of statements says so
        if values[0] not in facts.values(about[0], predicate):
            name = short(predicate.value)
            thing = f"{facts.name(about[0])}: {name}"
            yield violation(thing, focus_iri(statement), "rdf:object", values[0], message)


def both_ways(facts: Facts) -> Iterator[Finding]:
    """The parts of an article or claim, its quotations, say that they are parts of it, and the other way round."""
    message = "{} leads here, and nothing leads back: a whole has schema:hasPart and its part schema:isPartOf."
    for there, back in (("hasPart", "isPartOf"), ("isPartOf", "hasPart")):
        backwards = facts.by_subject(SCHEMA[back])
        for subject, value in facts.pairs(SCHEMA[there]):
            if isinstance(value, Literal) or value not in facts.typed or subject in backwards.get(value, ()):
                continue
            if _is_quotation(facts, subject, value):
                told = message.format(f"schema:{there}")
                yield violation(facts.name(subject), focus_iri(subject), f"schema:{there}", value, told)


def _is_quotation(facts: Facts, *nodes: Term) -> bool:
    return any(SCHEMA["Quotation"] in facts.values(node, RDF["type"]) for node in nodes)


STRUCTURE: dict[str, Callable[[Facts], Iterator[Finding]]] = {
    "cycle": cycle,
    "quotation-text": quotation_text,
    "statement-holds": statement_holds,
    "both-ways": both_ways,
}
"""The checks of this module by name."""
