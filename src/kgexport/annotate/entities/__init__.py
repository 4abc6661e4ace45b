"""Entities: names and what refers to them, one entity a thing."""

from kgexport.annotate.entities.annotator import EntityAnnotator
from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.nominals import merged, nominal_entity

__all__ = ["EntityAnnotator", "EntityIndex", "merged", "nominal_entity"]
