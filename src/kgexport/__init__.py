"""kgexport: a news article in, a checked knowledge graph in schema.org terms out.

    import kgexport

    article = kgexport.read_article("article.txt")
    annotations = kgexport.annotate_article(article)
    graph = kgexport.map_article(annotations)
    report = kgexport.validate_graph(graph)
    turtle = kgexport.export_graph(graph, "turtle")

Every name is imported when it is first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kgexport.errors import InputError, KgexportError, MissingExtraError, OutsideError, UnknownNameError
    from kgexport.export import export_graph
    from kgexport.graph import ArticleGraph
    from kgexport.model import Annotations, Article
    from kgexport.pipeline import Result, annotate_article, map_article, process_article, read_article
    from kgexport.settings import Settings
    from kgexport.validate import Finding, Report, validate_file, validate_graph

__version__ = "0.1.0"

_WHERE = {
    "Annotations": "kgexport.model",
    "Article": "kgexport.model",
    "ArticleGraph": "kgexport.graph",
    "Finding": "kgexport.validate",
    "InputError": "kgexport.errors",
    "KgexportError": "kgexport.errors",
    "MissingExtraError": "kgexport.errors",
    "OutsideError": "kgexport.errors",
    "Report": "kgexport.validate",
    "Result": "kgexport.pipeline",
    "Settings": "kgexport.settings",
    "UnknownNameError": "kgexport.errors",
    "annotate_article": "kgexport.pipeline",
    "export_graph": "kgexport.export",
    "map_article": "kgexport.pipeline",
    "process_article": "kgexport.pipeline",
    "read_article": "kgexport.pipeline",
    "validate_file": "kgexport.validate",
    "validate_graph": "kgexport.validate",
}

__all__ = [
    "Annotations",
    "Article",
    "ArticleGraph",
    "Finding",
    "InputError",
    "KgexportError",
    "MissingExtraError",
    "OutsideError",
    "Report",
    "Result",
    "Settings",
    "UnknownNameError",
    "__version__",
    "annotate_article",
    "export_graph",
    "map_article",
    "process_article",
    "read_article",
    "validate_file",
    "validate_graph",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'kgexport' has no attribute {name!r}")
    return getattr(import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
