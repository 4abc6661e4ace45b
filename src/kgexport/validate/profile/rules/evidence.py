"""The rules about evidence: mentions say the characters of the text, and what was read leads to them."""

from __future__ import annotations

from kgexport.validate.profile.rules.row import rule

ROWS = (
    rule(
        "anchor",
        "words of a mention",
        "every mention with words and offsets",
        "A mention repeats exactly the characters of the text between its begin and its end, and its IRI has the same "
        "offsets.",
        path="nif:anchorOf",
        why="Offsets that are shifted by one point at other words without anybody noticing. Here they are compared, so "
        "that evidence which passes is evidence.",
        source="https://www.rfc-editor.org/rfc/rfc5147",
        good="""
            :text a nif:Context ; nif:isString "Norway gives Iceland a ferry." .
            <https://news.example/a#char=0,6> a nif:String ; nif:referenceContext :text ;
                nif:beginIndex 0 ; nif:endIndex 6 ; nif:anchorOf "Norway" .
        """,
        bad="""
            :text a nif:Context ; nif:isString "Norway gives Iceland a ferry." .
            <https://news.example/a#char=1,7> a nif:String ; nif:referenceContext :text ;
                nif:beginIndex 1 ; nif:endIndex 7 ; nif:anchorOf "Norway" .
        """,
    ),
    rule(
        "no-evidence",
        "what was read leads to its words",
        "everything that was read from the text, in a graph that carries it",
        "Every mentioned entity, event, quotation, claim, amount, grant, quantity and statement has "
        "prov:wasDerivedFrom its mentions.",
        path="prov:wasDerivedFrom",
        why="The promise of the evidence is that it is whole: what has no words cannot be told from what was made up.",
        source="https://www.w3.org/TR/prov-o/#wasDerivedFrom",
        good="""
            :text a nif:Context ; nif:isString "Two million euros were paid." .
            :amount a schema:MonetaryAmount ; schema:currency "EUR" ; schema:value 2000000 ;
                prov:wasDerivedFrom <https://news.example/a#char=0,17> .
            <https://news.example/a#char=0,17> a nif:String ; nif:anchorOf "Two million euros" .
        """,
        bad="""
            :text a nif:Context ; nif:isString "Two million euros were paid." .
            :amount a schema:MonetaryAmount ; schema:currency "EUR" ; schema:value 2000000 .
        """,
    ),
    rule(
        "orphan-mention",
        "mentions of something",
        "every mention but those of times",
        "Something leads to a mention by prov:wasDerivedFrom.",
        path="^prov:wasDerivedFrom",
        why="Words that nothing was read from prove nothing: either the thing that they belong to was lost, or they "
        "were found by mistake.",
        source="https://www.w3.org/TR/prov-o/#wasDerivedFrom",
        good="""
            :entity-ferry a schema:Product ; schema:name "ferry" ;
                prov:wasDerivedFrom <https://news.example/a#char=0,5> .
            <https://news.example/a#char=0,5> a nif:String ; kgx:mentionKind "name" .
        """,
        bad="""
            :entity-ferry a schema:Product ; schema:name "ferry" .
            <https://news.example/a#char=0,5> a nif:String ; kgx:mentionKind "name" .
        """,
    ),
    rule(
        "statement-holds",
        "statements about what is said",
        "every rdf:Statement with one subject, predicate and object",
        "What a statement carries evidence for is a triple of the graph.",
        path="rdf:object",
        why="Evidence for something that the graph does not say belongs to nothing; who looks up a relation by its "
        "statement and who looks at the thing itself get two answers.",
        source="https://www.w3.org/TR/rdf-schema/#ch_reificationvocab",
        good="""
            :entity-kari-holm a schema:Person ; schema:name "Kari Holm" ; schema:spouse :entity-ola-vik .
            :entity-ola-vik a schema:Person ; schema:name "Ola Vik" .
            :statement a rdf:Statement ; rdf:subject :entity-kari-holm ; rdf:predicate schema:spouse ;
                rdf:object :entity-ola-vik .
        """,
        bad="""
            :entity-kari-holm a schema:Person ; schema:name "Kari Holm" .
            :entity-ola-vik a schema:Person ; schema:name "Ola Vik" .
            :statement a rdf:Statement ; rdf:subject :entity-kari-holm ; rdf:predicate schema:spouse ;
                rdf:object :entity-ola-vik .
        """,
    ),
)
"""The rules, sorted by name."""
