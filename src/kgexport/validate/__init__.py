"""Checks a graph by the rules of schema.org, of the profile and of search engines; only re-exports here."""

from kgexport.validate.outputs import FORMATS, render
from kgexport.validate.report import Finding, Report, Severity, Verdict
from kgexport.validate.run import validate_file, validate_graph, validate_triples

__all__ = [
    "FORMATS",
    "Finding",
    "Report",
    "Severity",
    "Verdict",
    "render",
    "validate_file",
    "validate_graph",
    "validate_triples",
]
