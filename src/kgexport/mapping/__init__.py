"""From annotations to triples by tables of rules; writes no syntax, mints IRIs only through `iri.py`."""

from kgexport.mapping.engine import map_article
from kgexport.mapping.rule import Rule, ThingTable, Value

__all__ = ["Rule", "ThingTable", "Value", "map_article"]
