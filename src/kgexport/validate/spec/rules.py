"""The table of the rules of the verdict `spec`, each with its reason, its source, a good and a bad example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kgexport.validate.report import Finding, Severity
from kgexport.validate.spec import domains, ranges, terms
from kgexport.validate.spec.use import Use

_DATA_MODEL = "https://schema.org/docs/datamodel.html"
_CONFORMANCE = "https://schema.org/docs/datamodel.html#conformance"
_PREFIXES = "@prefix schema: <http://schema.org/> .\n@prefix ex: <https://news.example/> .\n"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. The examples are Turtle: the good one has no finding at all, the bad one exactly this rule's."""

    name: str
    """What its findings carry as their shape."""
    severity: Severity
    check: Callable[[Use], Iterator[Finding]]
    why: str
    source: str
    """Where the rule comes from, an address."""
    good: str
    bad: str

    @property
    def description(self) -> str:
        """What the rule looks for, in a sentence."""
        return (self.check.__doc__ or "").strip()


def _rule(
    name: str, severity: Severity, check: Callable[[Use], Iterator[Finding]], why: str, source: str, good: str, bad: str
) -> Rule:
    return Rule(name, severity, check, why, source, f"{_PREFIXES}{good}\n", f"{_PREFIXES}{bad}\n")


_ARTICLE = 'ex:a a schema:NewsArticle ; schema:headline "Flood in Norland" .'

_ROWS = (
    _rule(
        "mixed-namespace",
        Severity.VIOLATION,
        terms.mixed_namespace,
        "To schema.org both spellings are one; to RDF they are different words, so that one thing becomes two and a "
        "query finds half. Either is right, both in one graph are not.",
        "https://schema.org/docs/faq.html#19",
        _ARTICLE,
        'ex:a a schema:NewsArticle ; <https://schema.org/headline> "Flood in Norland" .',
    ),
    _rule(
        "almost-namespace",
        Severity.VIOLATION,
        terms.almost_namespace,
        "A namespace with www. or # is another one: no tool that knows schema.org knows these words, and checks that "
        "look for schema.org's pass over them in silence.",
        "https://schema.org/docs/developers.html",
        _ARTICLE,
        'ex:a a <http://www.schema.org/NewsArticle> ; schema:headline "Flood in Norland" . ex:a a schema:NewsArticle .',
    ),
    _rule(
        "unknown-class",
        Severity.VIOLATION,
        terms.unknown_class,
        "A thing of a type that does not exist is a thing of no type: nobody who reads schema.org can use it.",
        "https://schema.org/docs/full.html",
        _ARTICLE,
        'ex:a a schema:NewsArtikle ; schema:headline "Flood in Norland" .',
    ),
    _rule(
        "unknown-property",
        Severity.VIOLATION,
        terms.unknown_property,
        "What is said by a property that does not exist is not said: nobody who reads schema.org sees it.",
        _DATA_MODEL,
        _ARTICLE,
        'ex:a a schema:NewsArticle ; schema:headLine "Flood in Norland" .',
    ),
    _rule(
        "unknown-value",
        Severity.VIOLATION,
        terms.unknown_value,
        "The members of an enumeration are a closed list: a misspelt status is no status.",
        "https://schema.org/Enumeration",
        "ex:e a schema:Event ; schema:eventStatus schema:EventCancelled .",
        "ex:e a schema:Event ; schema:eventStatus schema:EventCanceled .",
    ),
    _rule(
        "superseded",
        Severity.INFO,
        terms.superseded,
        "schema.org keeps a replaced term for the data that has it; new data should have the one in its place.",
        "https://schema.org/supersededBy",
        "ex:c a schema:SoftwareSourceCode .",
        "ex:c a schema:Code .",
    ),
    _rule(
        "wrong-domain",
        Severity.WARNING,
        domains.wrong_domain,
        "Readers look for a property on the types that schema.org lists for it. A warning and no violation: schema.org "
        "calls these associations guidelines rather than formal rules, and expects properties on new types.",
        _CONFORMANCE,
        _ARTICLE,
        'ex:p a schema:Person ; schema:headline "Flood in Norland" .',
    ),
    _rule(
        "wrong-range",
        Severity.WARNING,
        ranges.wrong_range,
        "Readers look for a value of the types that schema.org lists. A warning for the reason that `wrong-domain` is "
        "one; a Role may stand anywhere, and an IRI wherever a URL may.",
        _CONFORMANCE,
        "ex:a a schema:NewsArticle ; schema:author ex:p . ex:p a schema:Person .",
        "ex:a a schema:NewsArticle ; schema:author ex:p . ex:p a schema:City .",
    ),
    _rule(
        "text-for-thing",
        Severity.WARNING,
        ranges.text_for_thing,
        "schema.org expects that text is often given for a Person, Place or Organization and that search engines take "
        "it; but two texts cannot be told apart or joined, two things can.",
        _CONFORMANCE,
        'ex:a a schema:NewsArticle ; schema:author ex:p . ex:p a schema:Person ; schema:name "Ada Berg" .',
        'ex:a a schema:NewsArticle ; schema:author "Ada Berg" .',
    ),
    _rule(
        "thing-for-data",
        Severity.VIOLATION,
        ranges.thing_for_data,
        "A data type is a value and no thing: who reads a headline gets an address instead of words.",
        "https://schema.org/DataType",
        _ARTICLE,
        "ex:a a schema:NewsArticle ; schema:headline ex:h . ex:h a schema:CreativeWork .",
    ),
    _rule(
        "wrong-value",
        Severity.VIOLATION,
        ranges.wrong_value,
        "schema.org defines how dates, times, numbers, truth values, durations and addresses are written; another form "
        "cannot be sorted, compared or followed. Text is right wherever schema.org lists Text.",
        "https://schema.org/DataType",
        'ex:a a schema:NewsArticle ; schema:datePublished "2024-05-31" .',
        'ex:a a schema:NewsArticle ; schema:datePublished "31 May 2024" .',
    ),
    _rule(
        "untyped-subject",
        Severity.WARNING,
        domains.untyped_subject,
        "Without a type no rule about domain or range can look at a thing, and most readers of schema.org skip it.",
        "https://schema.org/docs/gs.html#microdata_itemtype",
        _ARTICLE,
        'ex:a schema:headline "Flood in Norland" .',
    ),
    _rule(
        "untyped-reference",
        Severity.INFO,
        domains.untyped_reference,
        "An address outside of the graph may be right, and nobody can tell from the graph; one inside is a link that "
        "leads nowhere.",
        _CONFORMANCE,
        "ex:a a schema:NewsArticle ; schema:author ex:p . ex:p a schema:Person .",
        "ex:a a schema:NewsArticle ; schema:author ex:p .",
    ),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _ROWS}
"""Every rule by its name."""
