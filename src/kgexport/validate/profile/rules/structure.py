"""The rules about how things hang together: parts, wholes and quoted words."""

from __future__ import annotations

from kgexport.validate.profile.rules.row import rule

ROWS = (
    rule(
        "both-ways",
        "parts and wholes lead to each other",
        "articles and claims, and the quotations that are parts of them",
        "A whole has schema:hasPart its quotation, and the quotation schema:isPartOf the whole.",
        path="schema:hasPart|schema:isPartOf",
        why="Some readers go from the article to its quotations and others back. Where only one of the two is said, "
        "one of them misses what the other finds.",
        source="https://schema.org/hasPart",
        good="""
            :article a schema:NewsArticle ; schema:hasPart :quote-a-strong-ship .
            :quote-a-strong-ship a schema:Quotation ; schema:text "a strong ship" ; schema:isPartOf :article .
        """,
        bad="""
            :article a schema:NewsArticle .
            :quote-a-strong-ship a schema:Quotation ; schema:text "a strong ship" ; schema:isPartOf :article .
        """,
    ),
    rule(
        "cycle",
        "no circles of parts",
        "places, events, organizations and works that are parts of others",
        "Nothing is a part of itself, neither at once nor through others.",
        path="schema:containedInPlace|schema:superEvent|schema:parentOrganization|schema:isPartOf",
        why="Who follows parts to their whole never arrives: a query runs for ever, or gives every member of the "
        "circle as the whole of the others. One of the steps was read the wrong way round.",
        source="https://schema.org/containedInPlace",
        good="""
            :entity-oslo a schema:City ; schema:name "Oslo" ; schema:containedInPlace :entity-norway .
            :entity-norway a schema:Country ; schema:name "Norway" .
        """,
        bad="""
            :entity-oslo a schema:City ; schema:name "Oslo" ; schema:containedInPlace :entity-norway .
            :entity-norway a schema:Country ; schema:name "Norway" ; schema:containedInPlace :entity-oslo .
        """,
    ),
    rule(
        "quotation-text",
        "quoted words that were printed",
        "every quotation, in a graph that carries the body of its article",
        "What is quoted stands in the headline, the abstract or the body of its article.",
        path="schema:text",
        why="A quotation is what was said, exactly as it is printed. Words that are not in the article were changed or "
        "made up, and somebody is named as the one who said them.",
        source="https://schema.org/Quotation",
        good="""
            :article a schema:NewsArticle ; schema:articleBody "Norway gets a strong ship." ; schema:hasPart :quote .
            :quote a schema:Quotation ; schema:text "a strong ship" ; schema:isPartOf :article .
        """,
        bad="""
            :article a schema:NewsArticle ; schema:articleBody "Norway gets a strong ship." ; schema:hasPart :quote .
            :quote a schema:Quotation ; schema:text "a weak ship" ; schema:isPartOf :article .
        """,
    ),
)
"""The rules, sorted by name."""
