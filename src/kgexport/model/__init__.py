"""The core types that pass from stage to stage: frozen, checked when they are made, free of RDF and of any library."""

from kgexport.model.annotations import Annotations
from kgexport.model.article import Article, Block, BlockKind, Dateline, Metadata, Source
from kgexport.model.entities import Attribute, Entity, Identity, Relation
from kgexport.model.events import Event, Fired, Modality, Polarity, Role, RoleName, Status
from kgexport.model.mention import Mention, MentionKind
from kgexport.model.span import Span
from kgexport.model.speech import Claim, Quotation
from kgexport.model.syntax import Sentence, Token
from kgexport.model.time import TimePrecision, TimeValue
from kgexport.model.values import Amount, Funding, Measure, Quantity, TimeExpression

__all__ = [
    "Amount",
    "Annotations",
    "Article",
    "Attribute",
    "Block",
    "BlockKind",
    "Claim",
    "Dateline",
    "Entity",
    "Event",
    "Fired",
    "Funding",
    "Identity",
    "Measure",
    "Mention",
    "MentionKind",
    "Metadata",
    "Modality",
    "Polarity",
    "Quantity",
    "Quotation",
    "Relation",
    "Role",
    "RoleName",
    "Sentence",
    "Source",
    "Span",
    "Status",
    "TimeExpression",
    "TimePrecision",
    "TimeValue",
    "Token",
]
