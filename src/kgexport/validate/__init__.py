"""Checks a graph against the profile: `validate_graph` and `validate_file` give a `Report`; only re-exports here."""

from kgexport.validate.render import FORMATS, render
from kgexport.validate.report import Finding, Report, Severity
from kgexport.validate.run import validate_file, validate_graph, validate_triples

__all__ = [
    "FORMATS",
    "Finding",
    "Report",
    "Severity",
    "render",
    "validate_file",
    "validate_graph",
    "validate_triples",
]
