"""Reports as text, table, JSON, SARIF, JUnit XML and Turtle; only re-exports here."""

from kgexport.validate.outputs.render import FORMATS, render

__all__ = ["FORMATS", "render"]
