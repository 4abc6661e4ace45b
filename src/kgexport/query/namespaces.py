"""What `schema:` means in the graphs that are asked, http or https: `--schema-iri` of `export`; asks nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pyoxigraph import NamedNode

from kgexport.vocabulary import PREFIXES, SCHEMA

HTTPS = SCHEMA.iri.replace("http:", "https:")
_SWITCHED: Mapping[str, str] = {**PREFIXES, "schema": HTTPS}


def prefixes_by(has: Callable[[NamedNode], bool]) -> Mapping[str, str]:
    """The prefixes of the profile, `schema:` in https where `has` finds articles of that class and none in http."""
    there = has(NamedNode(HTTPS + "NewsArticle")) and not has(NamedNode(SCHEMA.iri + "NewsArticle"))
    return _SWITCHED if there else PREFIXES
