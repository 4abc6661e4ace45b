"""Writes the markup of a page as a file: a part of the graph in the official context; see `kgexport.web`."""

from __future__ import annotations

from kgexport.graph import ArticleGraph


class PageExporter:
    """The JSON-LD that search engines read, as it stands between the tags of a script element."""

    def export(self, graph: ArticleGraph, evidence: bool) -> bytes:
        """JSON-LD as UTF-8. There is never evidence in it: nobody who reads a page can use it."""
        from kgexport.web import web_profile

        return f"{web_profile(graph).text}\n".encode()
