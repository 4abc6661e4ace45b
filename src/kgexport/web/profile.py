"""The markup of an article's page, from its graph and what the page says; knows no HTML and writes no file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Triple

from kgexport.errors import InputError
from kgexport.export.schema_scheme import with_schema_iri
from kgexport.graph import ArticleGraph
from kgexport.web.budget import LeftOut, after, cuts, left_out
from kgexport.web.escaping import web_json
from kgexport.web.facts import Facts
from kgexport.web.layout import laid_out
from kgexport.web.page_settings import PageSettings
from kgexport.web.selection import selected
from kgexport.web.statements import with_page

Size = Callable[[dict[str, Any]], int]


@dataclass(frozen=True, slots=True)
class WebProfile:
    """What goes into a page."""

    data: dict[str, Any]
    """The JSON-LD object; only `@context` where the graph has no article."""
    triples: tuple[Triple, ...]
    """What it says: a part of the graph with its page's statements."""
    left_out: tuple[LeftOut, ...] = ()
    """What the byte budget left out, the least important first."""

    @property
    def text(self) -> str:
        """The object as JSON that no HTML parser takes for anything but text; no line end after it."""
        return web_json(self.data)

    def notes(self, graph: ArticleGraph) -> list[str]:
        """What the user should know of it, a line each: what the budget left out, and that no address is known."""
        said = []
        if self.left_out:
            named = ", ".join(map(str, self.left_out))
            said.append(f"left out of the markup to keep it within its byte budget: {named}")
        if "mainEntityOfPage" not in self.data:
            said.append(
                f"no address of the page is known, so that its @ids begin with {graph.document.value}; give --url"
            )
        return said


def size_of_file(data: dict[str, Any]) -> int:
    """How many bytes the object takes as a file: in UTF-8, with its line end."""
    return len(web_json(data).encode()) + 1


def web_profile(graph: ArticleGraph, page: PageSettings | None = None, size: Size = size_of_file) -> WebProfile:
    """The markup for a page: a part of the graph, in the official context of schema.org.

    Terms are those of http://schema.org/ whatever the graph has, since that is what the official context expands to.
    `size` says how many bytes an object takes where it is written, for the byte budget.
    Raises InputError where not even headline, dates, author and publisher fit into the byte budget.
    """
    used = page or PageSettings()
    whole = with_page(with_schema_iri(graph, "http"), used)
    triples = selected(whole.article, Facts(whole.knowledge), used.address)
    made = WebProfile(laid_out(whole, triples), triples)
    if used.max_bytes is None or size(made.data) <= used.max_bytes:
        return made
    return _shortened(whole, made, used.max_bytes, size)


def web_object(graph: ArticleGraph, page: PageSettings | None = None) -> dict[str, Any]:
    """The JSON-LD object of `web_profile`, ready for `web_json`."""
    return web_profile(graph, page).data


def _shortened(graph: ArticleGraph, whole: WebProfile, budget: int, size: Size) -> WebProfile:
    """The markup after as few cuts as are needed, found by halving: each cut makes it shorter."""
    known = cuts(graph, whole.triples)

    def after_cuts(number: int) -> WebProfile:
        done = known[:number]
        left = after(graph.article, whole.triples, done)
        return WebProfile(laid_out(graph, left), left, left_out(whole.triples, left, done))

    best = after_cuts(len(known))
    if size(best.data) > budget:
        raise InputError(
            f"{budget} bytes are too few for the markup of {graph.document.value}: "
            f"headline, dates, author, publisher and addresses take {size(best.data)}; give a larger --max-bytes"
        )
    low, high = 0, len(known)
    while high - low > 1:
        middle = (low + high) // 2
        tried = after_cuts(middle)
        low, high, best = (low, middle, tried) if size(tried.data) <= budget else (middle, high, best)
    return best
