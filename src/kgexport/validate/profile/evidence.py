"""Built-in checks of the evidence: mentions say the characters of the text, and what was read has mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import Literal

from kgexport.validate.facts import Facts, Subject, Term, focus_iri, short
from kgexport.validate.report import Finding, violation
from kgexport.vocabulary import KGX, NIF, PROV, RDF, SCHEMA

_WHOLE = re.compile(r"\+?[0-9]+")
_MOST_DIGITS = 18
"""No text is that long: the digits after them make no difference, and Python need not read a million of them."""
_CHAR = re.compile(r"char=([0-9]+),([0-9]+)")
_READ_FROM_TEXT = frozenset(
    {SCHEMA[name] for name in ("Event", "Quotation", "Claim", "MonetaryAmount", "MonetaryGrant", "QuantitativeValue")}
    | {RDF["Statement"]}
)


def anchor(facts: Facts) -> Iterator[Finding]:
    """A mention repeats exactly the characters between its begin and its end, which its IRI names too (RFC 5147)."""
    # a text is fetched once: it may be long, and there are many mentions in it
    written = facts.pairs(NIF["isString"])
    texts: dict[Term, str] = {context: text.value for context, text in written if isinstance(text, Literal)}
    begins, ends = _numbers(facts, "beginIndex"), _numbers(facts, "endIndex")
    contexts = facts.by_subject(NIF["referenceContext"])
    for mention, words in facts.pairs(NIF["anchorOf"]):
        begin, end = begins.get(mention), ends.get(mention)
        if begin is None or end is None or not isinstance(words, Literal):
            continue  # the shape of mentions says so
        iri, anchored = focus_iri(mention), words.value
        for context in contexts.get(mention, ()):
            text = texts.get(context)
            if text is not None and text[begin:end] != anchored:
                message = "These are not the characters of the text between its begin and its end."
                yield violation(facts.name(mention), iri, short(NIF["anchorOf"].value), words, message)
        if not iri.endswith(f"#char={begin},{end}") and _names_others(iri, begin, end):
            message = "Its IRI names other offsets than its begin and its end."
            yield violation(facts.name(mention), iri, short(NIF["beginIndex"].value), None, message)


def _names_others(iri: str, begin: int, end: int) -> bool:
    match = _CHAR.fullmatch(iri.partition("#")[2])
    return match is not None and (int(match[1]), int(match[2])) != (begin, end)


def _numbers(facts: Facts, name: str) -> dict[Subject, int]:
    """The offset of each mention that has exactly one, written in digits."""
    found: dict[Subject, int] = {}
    for subject, values in facts.by_subject(NIF[name]).items():
        digits = [value.value for value in values if isinstance(value, Literal)]
        if len(digits) == 1 and _WHOLE.fullmatch(digits[0]):
            found[subject] = int(digits[0][:_MOST_DIGITS])
    return found


def no_evidence(facts: Facts) -> Iterator[Finding]:
    """Where a graph carries its text, what was read from it leads to the words.

    That is every entity that an article mentions, event, quotation, claim, amount, grant, quantity, measured feature
    and statement.
    """
    if not facts.pairs(NIF["isString"]):
        return
    derived = facts.by_subject(PROV["wasDerivedFrom"])
    message = "Nothing says from which words this was read; it needs prov:wasDerivedFrom its mentions."
    for subject in _read_from_text(facts):
        if subject not in derived:
            yield violation(facts.name(subject), focus_iri(subject), short(PROV["wasDerivedFrom"].value), None, message)


def _read_from_text(facts: Facts) -> Iterator[Subject]:
    """What an article mentions, measured features, and what else is read from the text by its type; each once."""
    seen: set[Subject] = set()
    articles = facts.instances.get(SCHEMA["NewsArticle"], ())
    mentioned = (pair for pair in facts.pairs(SCHEMA["mentions"]) if pair[0] in articles)
    for _, value in (*mentioned, *facts.pairs(SCHEMA["additionalProperty"])):
        if not isinstance(value, Literal) and value in facts.typed and value not in seen:
            seen.add(value)
            yield value
    for kind in _READ_FROM_TEXT:
        for subject in facts.instances.get(kind, frozenset()) - seen:
            seen.add(subject)
            iri = focus_iri(subject)
            if not ("/entity/" in iri or "#entity-" in iri):  # a named occasion of the type schema:Event
                yield subject


def orphan_mention(facts: Facts) -> Iterator[Finding]:
    """Something was read from each mention, unless it is a time: these are kept whether or not an event uses them."""
    used = {mention for _, mention in facts.pairs(PROV["wasDerivedFrom"])}
    message = (
        "Nothing was read from these words; let prov:wasDerivedFrom of a thing lead here, or leave the mention out."
    )
    for mention, kind in facts.pairs(KGX["mentionKind"]):
        if mention not in used and isinstance(kind, Literal) and kind.value != "time":
            yield violation(facts.name(mention), focus_iri(mention), "^prov:wasDerivedFrom", None, message)
