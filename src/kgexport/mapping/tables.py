"""All tables of things, in the order of reading; a new kind of thing is one line here."""

from __future__ import annotations

from typing import Any

from kgexport.mapping.article import ARTICLE_TABLE, AUTHOR_TABLE, PUBLISHER_TABLE, WEBSITE_TABLE
from kgexport.mapping.entities import ENTITY_TABLE, GEO_TABLE
from kgexport.mapping.events import EVENT_TABLE
from kgexport.mapping.rule import ThingTable
from kgexport.mapping.speech import CLAIM_TABLE, QUOTATION_TABLE
from kgexport.mapping.values import AMOUNT_TABLE, FUNDING_TABLE, MEASURE_TABLE, QUANTITY_TABLE

THING_TABLES: tuple[ThingTable[Any], ...] = (
    ARTICLE_TABLE,
    AUTHOR_TABLE,
    PUBLISHER_TABLE,
    WEBSITE_TABLE,
    ENTITY_TABLE,
    GEO_TABLE,
    EVENT_TABLE,
    QUOTATION_TABLE,
    CLAIM_TABLE,
    AMOUNT_TABLE,
    QUANTITY_TABLE,
    MEASURE_TABLE,
    FUNDING_TABLE,
)
