"""Built-in checks of the evidence: mentions say the characters of the text, and what was read has mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Literal

from kgexport.validate.facts import Facts, Subject, Term, focus_iri, short
from kgexport.validate.report import Finding, violation
from kgexport.vocabulary import NIF, PROV, RDF, SCHEMA

_CHAR = re.compile(r"[^#]+#char=([0-9]+),([0-9]+)")
_READ_FROM_TEXT = frozenset(SCHEMA[name] for name in ("Event", "Quotation", "Claim", "MonetaryAmount"))


def anchor(facts: Facts) -> Iterator[Finding]:
    """A mention repeats exactly the characters between its begin and its end, which its IRI names too (RFC 5147)."""
    # a text is fetched once: it may be long, and there are many mentions in it
    texts = {context: text.value for context, text in facts.pairs(NIF["isString"]) if isinstance(text, Literal)}
    for mention, words in facts.pairs(NIF["anchorOf"]):
        offsets = _offsets(facts, mention)
        if offsets is None or not isinstance(words, Literal):
            continue  # the shape of mentions says so
        name, iri = facts.name(mention), focus_iri(mention)
        for text in _texts(texts, facts.values(mention, NIF["referenceContext"])):
            if text[offsets[0] : offsets[1]] != words.value:
                message = "These are not the characters of the text between its begin and its end."
                yield violation(name, iri, short(NIF["anchorOf"].value), words, message)
        match = _CHAR.fullmatch(iri)
        if match and (int(match[1]), int(match[2])) != offsets:
            message = "Its IRI names other offsets than its begin and its end."
            yield violation(name, iri, short(NIF["beginIndex"].value), None, message)


def _offsets(facts: Facts, mention: Subject) -> tuple[int, int] | None:
    found = [facts.literals(mention, NIF[name]) for name in ("beginIndex", "endIndex")]
    if any(len(numbers) != 1 or not numbers[0].isdecimal() or len(numbers[0]) > 12 for numbers in found):
        return None
    return int(found[0][0]), int(found[1][0])


def _texts(texts: dict[Subject, str], contexts: list[Term]) -> Iterator[str]:
    for context in contexts:
        if not isinstance(context, Literal) and context in texts:
            yield texts[context]


def no_evidence(facts: Facts) -> Iterator[Finding]:
    """Where a graph carries its text, every event, quotation, claim and amount leads to the words it was read from."""
    if not facts.pairs(NIF["isString"]):
        return
    derived = {subject for subject, _ in facts.pairs(PROV["wasDerivedFrom"])}
    message = "Nothing says from which words this was read; it needs prov:wasDerivedFrom its mentions."
    for subject, kind in facts.pairs(RDF["type"]):
        iri = focus_iri(subject)
        is_entity = "/entity/" in iri or "#entity-" in iri  # a named occasion of the type schema:Event
        if kind in _READ_FROM_TEXT and subject not in derived and not is_entity:
            yield violation(facts.name(subject), iri, short(PROV["wasDerivedFrom"].value), None, message)
