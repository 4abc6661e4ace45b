"""Direct quotations and indirect statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgexport.graph import Node
from kgexport.mapping import terms
from kgexport.mapping.context import Context
from kgexport.mapping.rule import Rule, ThingTable, Value
from kgexport.model import Claim, Mention, Quotation
from kgexport.vocabulary import KGX


def _said(said: Quotation | Claim, context: Context) -> str:
    """What is said: to the letter, but for the line breaks of the page; pieces joined by a space."""
    return " ".join(context.words(mention.span) for mention in said.mentions)


def _speaker(said: Quotation | Claim, context: Context) -> Iterator[Value]:
    speaker = context.agent(said.speaker)
    if speaker is not None:
        yield Value(speaker, context.cue_of(said.key))


def _mentioned(mentions: Iterable[Mention], context: Context) -> Iterator[Node]:
    for entity in context.entities_in(mention.span for mention in mentions):
        yield context.iri(entity.key)


def _is_part_of(quotation: Quotation, context: Context) -> Iterator[Node]:
    yield context.minter.article
    if quotation.claim:
        yield context.iri(quotation.claim)


def _said_mentions(said: Quotation | Claim, context: Context) -> Iterator[Node]:
    yield from _mentioned(said.mentions, context)
    yield from (context.iri(event.key) for event in context.events_of.get(said.key, ()))


def _claim_parts(claim: Claim, context: Context) -> Iterator[Node]:
    yield from (context.iri(quotation.key) for quotation in context.quotations_of.get(claim.key, ()))


QUOTATION_TABLE: ThingTable[Quotation] = ThingTable(
    layer=lambda context: context.annotations.quotations,
    subject=lambda quotation, context: context.iri(quotation.key),
    types=lambda quotation, context: ["Quotation"],
    rules=(
        Rule("text", lambda q, c: [terms.text(_said(q, c))]),
        Rule("spokenByCharacter", _speaker),
        Rule("creator", _speaker),
        Rule("isPartOf", _is_part_of),
        Rule("mentions", _said_mentions),
    ),
    mentions=lambda quotation, context: quotation.mentions,
)

CLAIM_TABLE: ThingTable[Claim] = ThingTable(
    layer=lambda context: context.annotations.claims,
    subject=lambda claim, context: context.iri(claim.key),
    types=lambda claim, context: ["Claim"],
    rules=(
        Rule("text", lambda q, c: [terms.text(_said(q, c))]),
        Rule("author", _speaker),
        Rule("appearance", lambda q, c: [c.minter.article]),
        Rule("mentions", _said_mentions),
        Rule("hasPart", _claim_parts),
        Rule("reportingVerb", lambda q, c: [terms.text(q.reporting_verb)], KGX),
        Rule("polarity", lambda q, c: [terms.text(q.polarity.value)], KGX),
    ),
    mentions=lambda claim, context: claim.mentions,
)
