"""Reads the markup of a page, or the graph that it is made from, from a file that `kgexport export` wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kgexport.errors import InputError
from kgexport.graph import ArticleGraph
from kgexport.vocabulary import RDF

_OFFICIAL = re.compile(r"https?://schema\.org/?")
_ARTICLE = re.compile(r"https?://schema\.org/NewsArticle")
_FRAGMENT = "#article"


def read_graph(path: Path) -> ArticleGraph | dict[str, Any]:
    """The graph of one article, in any format of `export`; what `-f web-jsonld` wrote is the markup itself.

    Raises InputError for a file that cannot be read, and for one that does not hold the graph of exactly one article.
    """
    markup = _markup(path)
    return markup if markup is not None else _graph(path)


def _markup(path: Path) -> dict[str, Any] | None:
    if path.suffix.lower() not in (".json", ".jsonld"):
        return None
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); check the path") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not valid JSON ({error}); export it again") from error
    context = data.get("@context") if isinstance(data, dict) else None
    return data if isinstance(context, str) and _OFFICIAL.fullmatch(context) else None


def _graph(path: Path) -> ArticleGraph:
    from kgexport.inputs import read_file

    quads = list(read_file(path))
    articles = {
        quad.subject.value
        for quad in quads
        if quad.predicate == RDF["type"] and isinstance(quad.subject, NamedNode) and _is_article(quad)
    }
    if len(articles) != 1:
        raise InputError(f"{path} holds {len(articles) or 'no'} articles; give the graph of the page's one article")
    document = NamedNode(articles.pop().removesuffix(_FRAGMENT))
    scheme = "https" if any(value.startswith("https://schema.org/") for value in _types(quads)) else "http"
    knowledge = [quad.triple for quad in quads if quad.graph_name in (DefaultGraph(), document)]
    try:
        return ArticleGraph.of(
            document, NamedNode(f"{document.value}#evidence"), knowledge, (), schema_iri=f"{scheme}://schema.org/"
        )
    except ValueError as error:
        raise InputError(f"{path} is no graph that kgexport wrote ({error})") from error


def _is_article(quad: Quad) -> bool:
    is_typed = isinstance(quad.object, NamedNode) and _ARTICLE.fullmatch(quad.object.value) is not None
    return is_typed and isinstance(quad.subject, NamedNode) and quad.subject.value.endswith(_FRAGMENT)


def _types(quads: Iterable[Quad]) -> Iterable[str]:
    return (quad.object.value for quad in quads if isinstance(quad.object, NamedNode) and quad.predicate == RDF["type"])
