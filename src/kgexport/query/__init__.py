"""SPARQL over exported graphs: sources, values of variables, answers, recipes; knows nothing of articles."""

from kgexport.query.files import load_graphs
from kgexport.query.results import Answer, ResultFormat, Triples, rows, serialise
from kgexport.query.sources import Source, StoreSource, ask, local_store

__all__ = [
    "Answer",
    "ResultFormat",
    "Source",
    "StoreSource",
    "Triples",
    "ask",
    "load_graphs",
    "local_store",
    "rows",
    "serialise",
]
