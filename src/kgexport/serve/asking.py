"""How to ask the server: commands, programs, links into its query page; makes text, sends and prints nothing."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from kgexport.query.binding import bind
from kgexport.query.recipes import recipe
from kgexport.query.tokens import declared
from kgexport.vocabulary import PREFIXES, SCHEMA

FIRST = """SELECT ?headline ?article WHERE {
  ?article a schema:NewsArticle ; schema:headline ?headline
} ORDER BY ?headline LIMIT 10"""
"""A question that every exported article with a headline answers."""
RECIPES = (
    "most-mentioned",
    "who-met-whom",
    "contradicting-events",
    "arms-transfers",
    "amounts-by-funder",
    "planned-events",
    "contradicting-claims",
)
"""Those of general interest that need no parameter."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A recipe that can be asked at once."""

    name: str
    title: str
    command: str
    link: str
    """Opens the query page with the query in it."""


@dataclass(frozen=True, slots=True)
class Guide:
    """What a user of the server must know. `schema_iri` is what `schema:` means in the graphs: http or https."""

    address: str
    articles: int
    schema_iri: str = SCHEMA.iri

    def complete(self, query: str) -> str:
        """The query with a PREFIX for each prefix of the profile that it uses: servers know none by themselves."""
        plain, used = (f"PREFIX schema: <{iri}>" for iri in (SCHEMA.iri, self.schema_iri))
        return declared(query, on_lines=True).replace(plain, used, 1)

    def link(self, title: str, query: str) -> str:
        """A link that opens the query page with a query in it (the `#query=` links of YASGUI, which the page is)."""
        parts = {"query": query, "endpoint": f"{self.address}/query", "requestMethod": "POST", "tabTitle": title}
        return f"{self.address}/#" + "&".join(f"{name}={quote(value, safe='')}" for name, value in parts.items())

    def curl_command(self, query: str) -> str:
        """A command for POSIX shells (SPARQL 1.1 Protocol, section 2.1.2: POST with URL-encoded parameters)."""
        return f"curl {self.address}/query -H 'Accept: text/csv' --data-urlencode {shlex.quote('query=' + query)}"

    def python_program(self, query: str) -> str:
        """A program for rdflib, which kgexport brings."""
        lines = (
            "from rdflib import Graph",
            "from rdflib.plugins.stores.sparqlstore import SPARQLStore",
            "",
            f'graph = Graph(store=SPARQLStore("{self.address}/query"))',
            f'for row in graph.query("""{query}"""):',
            "    print(*row)",
        )
        return "\n".join(lines)

    def recipes(self) -> list[Ready]:
        """The recipes of `RECIPES`, with the defaults of their parameters."""
        made = []
        for name in RECIPES:
            found = recipe(name)
            values = found.values({})
            query = self.complete(bind(found.query(values), values).text)
            command = f"kgexport query --store {self.address} --recipe {name}"
            made.append(Ready(name, found.title, command, self.link(found.title, query)))
        return made

    def prefixes(self) -> dict[str, str]:
        """Those of the profile, as the graphs use them."""
        return {**PREFIXES, "schema": self.schema_iri}

    def as_record(self) -> dict[str, Any]:
        """All of it as data, for `--log-format json`."""
        links = {ready.name: ready.link for ready in self.recipes()}
        where = {"page": f"{self.address}/", "query": f"{self.address}/query", "articles": self.articles}
        return {**where, "prefixes": self.prefixes(), "recipes": links}

    def as_text(self, links: bool) -> str:
        """All of it for a person; commands can be copied as they are. `links`: the terminal shows links of OSC 8."""
        first = self.complete(FIRST)
        prefixes = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in self.prefixes().items())
        recipes = "\n".join(f"{_title(ready, links)}\n  {ready.command}" for ready in self.recipes())
        plural = "" if self.articles == 1 else "s"
        sections = (
            f"{self.articles:,} article{plural}, read-only, on this machine only\n"
            f"query page       {self.address}/\nSPARQL endpoint  {self.address}/query",
            f"with curl:\n{self.curl_command(first)}",
            f"with Python:\n{self.python_program(first)}",
            f"prefixes to copy into a query of your own:\n{prefixes}",
            f"recipes (all of them: kgexport query --list):\n{recipes}",
            "Ctrl-C ends the server.",
        )
        return "\n\n".join(sections)


def _title(ready: Ready, links: bool) -> str:
    return f"\x1b]8;;{ready.link}\x1b\\{ready.title}\x1b]8;;\x1b\\" if links else ready.title
