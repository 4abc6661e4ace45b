"""How a row of the tables of the profile's rules is made; knows no rule."""

from __future__ import annotations

from functools import partial

from kgexport.validate.report import Verdict
from kgexport.validate.rule import row

RDF = "https://www.w3.org/TR/rdf11-concepts/"
GRAPH = "the graph as a whole"
NODE = "every node"

rule = partial(row, Verdict.PROFILE)
"""A rule of the profile, a violation unless it says otherwise."""
