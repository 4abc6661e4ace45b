"""Writes a graph as bytes, one file a format; `formats.py` has the table. Knows nothing of how a graph is made."""

from kgexport.export.base import Exporter
from kgexport.export.formats import FORMATS, WEB_JSONLD, Format, by_extension, by_media_type, by_name, export_graph
from kgexport.export.schema_scheme import with_schema_iri
from kgexport.export.writing import write_atomically

__all__ = [
    "FORMATS",
    "WEB_JSONLD",
    "Exporter",
    "Format",
    "by_extension",
    "by_media_type",
    "by_name",
    "export_graph",
    "with_schema_iri",
    "write_atomically",
]
