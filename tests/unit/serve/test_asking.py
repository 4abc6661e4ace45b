from __future__ import annotations

import shlex
from urllib.parse import parse_qs

from kgexport.serve.asking import FIRST, RECIPES, Guide

GUIDE = Guide("http://127.0.0.1:1", 2)
HTTPS = Guide("http://127.0.0.1:1", 2, "https://schema.org/")
HARD = "SELECT * WHERE { ?s schema:name \"it's 'so' & <that> #not ? %41 é\" }"


def test_queries_are_completed_with_the_prefixes_that_they_use() -> None:
    assert GUIDE.complete("SELECT * WHERE { ?s schema:name ?n }").startswith("PREFIX schema: <http://schema.org/>\n")
    assert HTTPS.complete("SELECT * WHERE { ?s schema:name ?n }").startswith("PREFIX schema: <https://schema.org/>\n")
    assert GUIDE.complete("SELECT * WHERE { ?s ?p ?o }") == "SELECT * WHERE { ?s ?p ?o }"


def test_a_link_carries_any_query_unharmed() -> None:
    _, _, fragment = GUIDE.link("a & b #c", HARD).partition("#")
    assert parse_qs(fragment, strict_parsing=True) == {
        "query": [HARD],
        "endpoint": ["http://127.0.0.1:1/query"],
        "requestMethod": ["POST"],
        "tabTitle": ["a & b #c"],
    }


def test_a_shell_hands_curl_any_query_unharmed() -> None:
    assert shlex.split(GUIDE.curl_command(HARD))[-1] == f"query={HARD}"


def test_recipes_need_nothing_and_have_titles() -> None:
    ready = GUIDE.recipes()
    assert [one.name for one in ready] == list(RECIPES)
    assert all(one.title and one.command.endswith(f"--recipe {one.name}") for one in ready)


def test_links_are_only_for_terminals_that_show_them() -> None:
    assert "\x1b]8;;http://127.0.0.1:1/#query=" in GUIDE.as_text(links=True)
    assert "\x1b" not in GUIDE.as_text(links=False)
    assert FIRST in GUIDE.as_text(links=False)
