"""What stands in the name of an author besides the name; the words are in `ontology/language/byline-words.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal

from kgexport import resources
from kgexport.validate.facts import Subject, focus_iri
from kgexport.validate.report import Finding, Severity
from kgexport.validate.web.page import Page
from kgexport.vocabulary import RDF, SCHEMA

_JOINED = re.compile(r"[,;|/()\u2022\u00b7]| [-\u2013\u2014] | (?:and|with) |&")
"""Signs and words that join a second name, a job or a publisher to a name."""
_FAULTS = {
    "intro": "introductory words: leave them out",
    "honorific": "a form of address or a title: it belongs to schema:honorificPrefix",
    "suffix": "a degree or an order: it belongs to schema:honorificSuffix",
    "role": "a job: it belongs to schema:jobTitle",
}


@cache
def byline_words() -> dict[str, re.Pattern[str]]:
    """By kind of word (`intro`, `honorific`, `suffix`, `role`), what finds any of them where they stand in a name."""
    lines = resources.path("ontology", "language", "byline-words.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    words = {kind: sorted((row[0] for row in rows if row[1] == kind), key=len, reverse=True) for kind in _FAULTS}
    any_of = {kind: "|".join(map(re.escape, known)) for kind, known in words.items()}
    return {
        "intro": re.compile(rf"(?:{any_of['intro']})(?::\s*|\s+)\S", re.IGNORECASE),
        "honorific": re.compile(rf"(?:{any_of['honorific']})\s+\S", re.IGNORECASE),
        "suffix": re.compile(rf".*\S,?\s+(?:{any_of['suffix']})"),
        "role": re.compile(rf".*\S\s+(?:{any_of['role']})", re.IGNORECASE),
    }


def fault(name: str, publishers: frozenset[str]) -> str | None:
    """What a person's name has besides the name, in words; None where there is nothing.

    `publishers` are the names of who publishes the article, in lower case.
    """
    line = " ".join(name.split())
    words = byline_words()
    if words["intro"].match(line):
        return _FAULTS["intro"]
    if any(publisher in line.lower() for publisher in publishers):
        return "the name of the publisher: it belongs to schema:publisher"
    if words["honorific"].match(line):
        return _FAULTS["honorific"]
    for kind in ("suffix", "role"):
        if words[kind].fullmatch(line):
            return _FAULTS[kind]
    if _JOINED.search(line):
        return "more than one name or a name with additions: give each author a node of its own, with the name alone"
    return None


def more_than_a_name(page: Page) -> Iterator[Finding]:
    """The name of an author is the name and nothing else; organizations are asked for introductory words only."""
    for article in page.articles:
        publishers = frozenset(
            name.strip().lower()
            for publisher in page.facts.values(article, SCHEMA["publisher"])
            for name in page.facts.literals(publisher, SCHEMA["name"])
            if name.strip()
        )
        for author in page.facts.values(article, SCHEMA["author"]):
            if isinstance(author, Subject):
                yield from _of_author(page, author, publishers)


def _of_author(page: Page, author: Subject, publishers: frozenset[str]) -> Iterator[Finding]:
    person = SCHEMA["Person"] in page.facts.values(author, RDF["type"])
    for value in page.facts.values(author, SCHEMA["name"]):
        if not isinstance(value, Literal):
            continue
        found = fault(value.value, publishers) if person else _of_organization(value.value)
        if found is not None:
            message = f"The name of an author is the name alone. Here it has {found}."
            named = page.facts.name(author)
            yield Finding(Severity.WARNING, named, focus_iri(author), "schema:name", value, message, "")


def _of_organization(name: str) -> str | None:
    return _FAULTS["intro"] if byline_words()["intro"].match(name) else None
