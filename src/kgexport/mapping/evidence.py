"""The evidence graph: the canonical text, the mentions in it, and the words that carry each relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kgexport.iri import digest
from kgexport.mapping import terms
from kgexport.mapping.context import Context
from kgexport.model import Mention, MentionKind, TimeExpression
from kgexport.vocabulary import KGX, NIF, PROV, RDF

_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            MentionKind.NAME,
            MentionKind.ADJECTIVE,
            MentionKind.TRIGGER,
            MentionKind.PRONOUN,
            MentionKind.NOMINAL,
            MentionKind.VALUE,
            MentionKind.TIME,
            MentionKind.QUOTE,
            MentionKind.STATEMENT,
            MentionKind.RELATION,
        )
    )
}
"""One span is one node: where several annotators read the same span, the first of these kinds describes it."""

Derived = Iterable[tuple[NamedNode, tuple[Mention, ...]]]
Carried = Iterable[tuple[Triple, tuple[Mention, ...]]]


def evidence_triples(context: Context, derived: Derived, carried: Carried) -> Iterator[Triple]:
    """All of the evidence: context, mentions, `prov:wasDerivedFrom` of things, and statements of relations."""
    yield Triple(context.minter.text, RDF["type"], NIF["Context"])
    yield Triple(context.minter.text, NIF["isString"], Literal(context.article.text))
    found: list[Mention] = [time.mention for time in context.annotations.times]
    for subject, mentions in derived:
        found += mentions
        for mention in mentions:
            yield Triple(subject, PROV["wasDerivedFrom"], context.minter.mention(mention.span))
    for triple, mentions in carried:
        found += mentions
        yield from _statement(triple, mentions, context)
    yield from _mentions(found, context)
    for time in context.annotations.times:
        yield from _time_values(time, context)


def _mentions(found: Iterable[Mention], context: Context) -> Iterator[Triple]:
    best: dict[tuple[int, int], Mention] = {}
    for mention in found:
        place = (mention.span.begin, mention.span.end)
        if place not in best or _rank(mention) < _rank(best[place]):
            best[place] = mention
    for mention in best.values():
        yield from _mention(mention, context)


def _rank(mention: Mention) -> tuple[int, float, str]:
    return _RANK[mention.kind], -mention.confidence, mention.annotator


def _mention(mention: Mention, context: Context) -> Iterator[Triple]:
    node = context.minter.mention(mention.span)
    yield Triple(node, RDF["type"], NIF["String"])
    yield Triple(node, NIF["beginIndex"], terms.integer(mention.span.begin))
    yield Triple(node, NIF["endIndex"], terms.integer(mention.span.end))
    yield Triple(node, NIF["anchorOf"], terms.text(mention.span.of(context.article.text)))
    yield Triple(node, NIF["referenceContext"], context.minter.text)
    yield Triple(node, KGX["mentionKind"], terms.text(mention.kind.value))
    yield Triple(node, KGX["confidence"], terms.decimal(mention.confidence, places=2))
    yield Triple(node, KGX["annotator"], terms.text(mention.annotator))


def _time_values(time: TimeExpression, context: Context) -> Iterator[Triple]:
    node = context.minter.mention(time.mention.span)
    if time.value is not None:
        yield Triple(node, KGX["timeValue"], terms.moment(time.value))
    if time.end is not None:
        yield Triple(node, KGX["timeEnd"], terms.moment(time.end))


def _statement(triple: Triple, mentions: tuple[Mention, ...], context: Context) -> Iterator[Triple]:
    node = context.minter.local(f"statement-{digest(str(triple))}")
    yield Triple(node, RDF["type"], RDF["Statement"])
    yield Triple(node, RDF["subject"], triple.subject)
    yield Triple(node, RDF["predicate"], triple.predicate)
    yield Triple(node, RDF["object"], triple.object)
    for mention in mentions:
        yield Triple(node, PROV["wasDerivedFrom"], context.minter.mention(mention.span))
