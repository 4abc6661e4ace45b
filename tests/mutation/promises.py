"""What every graph of the profile keeps to (`docs/graph.md`), as tables: what defects break."""

from __future__ import annotations

REQUIRED = {
    "schema:NewsArticle": "schema:inLanguage",
    "schema:Event": "schema:name schema:description schema:additionalType schema:actionStatus "
    "kgx:polarity kgx:modality",
    "schema:Person": "schema:name",
    "schema:Country": "schema:name",
    "schema:City": "schema:name",
    "schema:Organization": "schema:name",
    "schema:Product": "schema:name",
    "schema:Quotation": "schema:text schema:isPartOf",
    "schema:Claim": "schema:text schema:appearance kgx:reportingVerb",
    "schema:MonetaryAmount": "schema:currency schema:value",
    "schema:MonetaryGrant": "schema:amount",
    "schema:QuantitativeValue": "schema:value",
    "schema:PropertyValue": "schema:value schema:name",
    "schema:GeoCoordinates": "schema:latitude schema:longitude",
    "schema:WebSite": "schema:name",
    "rdf:Statement": "rdf:subject rdf:predicate rdf:object prov:wasDerivedFrom",
    "nif:Context": "nif:isString",
    "nif:String": "nif:beginIndex nif:endIndex nif:anchorOf nif:referenceContext kgx:mentionKind kgx:confidence "
    "kgx:annotator",
}
"""Class -> what each of its things has; where a thing has two of a kind, neither is required alone."""
FUNCTIONAL = (
    "schema:headline schema:abstract schema:articleBody schema:inLanguage schema:wordCount schema:datePublished "
    "schema:name schema:actionStatus schema:additionalType schema:startDate schema:text "
    "schema:spokenByCharacter schema:appearance schema:currency schema:value schema:amount schema:latitude "
    "schema:longitude schema:geo schema:unitCode schema:unitText kgx:polarity kgx:modality kgx:reportingVerb "
    "nif:beginIndex nif:endIndex nif:anchorOf nif:referenceContext nif:isString kgx:mentionKind kgx:confidence "
    "kgx:annotator kgx:timeValue rdf:subject rdf:predicate rdf:object"
)
"""What a thing has once at most."""
TEXTS = (
    "schema:headline schema:abstract schema:articleBody schema:name schema:alternateName schema:description "
    "schema:jobTitle schema:inLanguage schema:text schema:currency schema:unitCode schema:unitText schema:identifier "
    "kgx:reportingVerb kgx:annotator kgx:polarity kgx:modality kgx:mentionKind nif:anchorOf nif:isString"
)
NUMBERS = "schema:wordCount schema:value schema:minValue schema:maxValue nif:beginIndex nif:endIndex kgx:confidence"
DATES = "schema:datePublished schema:dateModified schema:startDate schema:endDate kgx:timeValue"
LINKS = (
    "schema:about schema:mentions schema:hasPart schema:isPartOf schema:agent schema:recipient schema:object "
    "schema:participant schema:location schema:result schema:superEvent schema:funding schema:funder schema:fundedItem "
    "schema:amount schema:author schema:appearance schema:spokenByCharacter schema:creator schema:worksFor "
    "schema:memberOf schema:containedInPlace schema:geo schema:additionalProperty schema:isBasedOn "
    "kgx:amount kgx:quantity kgx:statedIn "
    "nif:referenceContext prov:wasDerivedFrom"
)
"""What leads from thing to thing inside of the graph."""
WRONG_KINDS = {
    "schema:agent": "schema:GeoCoordinates",
    "schema:recipient": "schema:Product",
    "schema:participant": "schema:City",
    "schema:location": "schema:Person",
    "schema:result": "schema:Person",
    "schema:superEvent": "schema:Person",
    "schema:funder": "schema:City",
    "schema:amount": "schema:Person",
    "schema:author": "schema:Event",
    "schema:spokenByCharacter": "schema:City",
    "schema:worksFor": "schema:City",
    "schema:memberOf": "schema:Person",
    "schema:containedInPlace": "schema:Person",
    "schema:geo": "schema:City",
    "schema:isPartOf": "schema:Person",
    "schema:appearance": "schema:Claim",
    "schema:hasPart": "schema:Claim",
    "schema:additionalProperty": "schema:MonetaryAmount",
    "schema:funding": "schema:MonetaryAmount",
    "kgx:amount": "schema:MonetaryGrant",
    "kgx:statedIn": "schema:Event",
    "nif:referenceContext": "nif:String",
    "prov:wasDerivedFrom": "nif:Context",
}
"""Property -> a class of things that it never leads to."""
OTHER_CLASSES = {
    "schema:NewsArticle": "schema:Quotation",
    "schema:Quotation": "schema:Claim",
    "schema:Claim": "schema:Quotation",
    "schema:MonetaryAmount": "schema:QuantitativeValue",
    "schema:MonetaryGrant": "schema:MonetaryAmount",
    "schema:GeoCoordinates": "schema:Place",
    "schema:PropertyValue": "schema:Product",
    "schema:WebSite": "schema:Organization",
    "nif:Context": "nif:String",
    "nif:String": "schema:Person",
    "rdf:Statement": "schema:Claim",
    "schema:Person": "schema:City",
    "schema:City": "schema:Person",
    "schema:Mosque": "schema:PoliticalParty",
}
"""Class -> another that what is said of its things does not fit."""
CONTRADICTIONS = {
    "asserted": ("PotentialActionStatus",),
    "planned": ("CompletedActionStatus", "ActiveActionStatus"),
    "desired": ("CompletedActionStatus", "ActiveActionStatus"),
    "possible": ("CompletedActionStatus",),
    "conditional": ("CompletedActionStatus",),
}
BAD_VALUES = {
    "schema:inLanguage": ("EN", "English"),
    "schema:currency": ("€", "eur"),
    "schema:unitCode": ("metres",),
    "kgx:polarity": ("neutral", "Positive"),
    "kgx:modality": ("certain",),
    "kgx:mentionKind": ("noun",),
    "schema:name": ("", " padded "),
    "schema:text": ("", " "),
    "schema:description": ("",),
    "nif:anchorOf": ("",),
}
"""Property -> texts that it never has."""
