"""The rules about the graph as a whole: namespaces, terms, types, references, identities."""

from __future__ import annotations

from kgexport.validate.profile.rules.row import GRAPH, NODE, RDF, rule
from kgexport.validate.report import Severity

ROWS = (
    rule(
        "blank-node",
        "no blank nodes",
        NODE,
        "Every node has an IRI.",
        why="A blank node cannot be asked for again or merged, and two files with the same content differ. With IRIs "
        "the same article is the same file every time.",
        source=RDF + "#section-blank-nodes",
        good="""
            :entity-kari-holm a schema:Person ; schema:name "Kari Holm" ; schema:worksFor :entity-port-of-oslo .
            :entity-port-of-oslo a schema:Organization ; schema:name "Port of Oslo" .
        """,
        bad="""
            :entity-kari-holm a schema:Person ; schema:name "Kari Holm" ;
                schema:worksFor [ a schema:Organization ; schema:name "Port of Oslo" ] .
        """,
    ),
    rule(
        "dangling",
        "references that lead somewhere",
        "every reference into the document or to an entity of the base",
        "What a graph refers to among its own things is described in it.",
        why="A reference to nothing is a link that readers follow to an empty page, and mostly the trace of a thing "
        "that was renamed or left out by mistake.",
        source="https://www.w3.org/TR/ld-bp/",
        good="""
            :event-gift a schema:Event, schema:GiveAction ; schema:object :entity-ferry .
            :entity-ferry a schema:Product ; schema:name "ferry" .
        """,
        bad="""
            :event-gift a schema:Event, schema:GiveAction ; schema:object :entity-ferry .
        """,
    ),
    rule(
        "identity",
        "identities of Wikidata",
        "everything with schema:sameAs, and every entity of the base that is called after an item",
        "A thing of Wikidata is http://www.wikidata.org/entity/Q…, and an entity …/entity/Q20 is the same as the item "
        "Q20.",
        path="schema:sameAs",
        why="Wikidata's page about a thing, or its https address, is another IRI than the thing has in Wikidata's own "
        "data: joined with that, the graph finds nothing.",
        source="https://www.wikidata.org/wiki/Wikidata:Data_access",
        good='e:Q20 a schema:Country ; schema:name "Norway" ; schema:sameAs wd:Q20 .',
        bad='e:Q20 a schema:Country ; schema:name "Norway" ; schema:sameAs <https://www.wikidata.org/wiki/Q20> .',
    ),
    rule(
        "misspelt-namespace",
        "namespaces to the letter",
        GRAPH,
        "Terms of the vocabularies are written in exactly their namespaces.",
        why="A capital, a www. or another sign at the end makes another word of each term: everything said with it is "
        "said to nobody, and nothing looks wrong.",
        source=RDF + "#vocabularies",
        good=':entity-ferry a schema:Product ; schema:name "ferry" ; schema:award "Best Ship" .',
        bad=':entity-ferry a schema:Product ; schema:name "ferry" ; <http://www.schema.org/award> "Best Ship" .',
    ),
    rule(
        "nothing-to-check",
        "something to check",
        GRAPH,
        "A graph has at least one thing that the rules are about. All verdicts have this rule.",
        why="A check that looked at nothing finds nothing wrong, and a wrong file passes. So an empty graph, or one in "
        "other words than these, fails.",
        source="https://www.w3.org/TR/shacl/#focusNodes",
        good=':article a schema:NewsArticle ; schema:headline "Ferry for Iceland" .',
        bad="ex:a a ex:Article .",
    ),
    rule(
        "unknown-term",
        "terms that exist",
        "every property and type of the two vocabularies",
        "A kgx: term exists, and a term of schema.org is one that the profile uses; one that exists and is not used is "
        "a warning only.",
        why="A misspelt property says nothing to anybody, and does so in silence: no shape looks at it and no query "
        "asks for it.",
        source="https://w3id.org/kgexport/ns#",
        good=':article a schema:NewsArticle ; schema:headline "Ferry for Iceland" .',
        bad=':article a schema:NewsArticle ; schema:headline "A ferry" ; schema:alternativeHeadline "Ferry" .',
        severity=Severity.WARNING,
    ),
    rule(
        "untyped",
        "things with a type",
        NODE,
        "Everything that the graph says something about has an rdf:type.",
        path="rdf:type",
        why="Shapes and queries find things by their types. What has none was not checked, and is not found.",
        source="https://www.w3.org/TR/rdf-schema/#ch_type",
        good=':entity-ferry a schema:Product ; schema:name "ferry" .',
        bad=':entity-ferry schema:name "ferry" .',
    ),
    rule(
        "wrong-namespace",
        "one namespace of schema.org",
        GRAPH,
        "The terms are those of http://schema.org/, as the official context has them.",
        why="To RDF, https://schema.org/name and http://schema.org/name are two words. A graph in the other spelling "
        "passes every check unseen and is found by no query; one with both is found by halves.",
        source="https://schema.org/docs/faq.html#19",
        good=':entity-kari-holm a schema:Person ; schema:name "Kari Holm" .',
        bad=':entity-kari-holm a <https://schema.org/Person> ; <https://schema.org/name> "Kari Holm" .',
    ),
)
"""The rules, sorted by name."""
