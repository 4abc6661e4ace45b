"""What SHACL core cannot say of a page: checks over the page, a function each, and the table of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode

from kgexport.validate.facts import Subject, focus_iri, short
from kgexport.validate.report import Finding, Severity
from kgexport.validate.web.authors import more_than_a_name
from kgexport.validate.web.dates import ends_first, in_future, modified_first
from kgexport.validate.web.page import Page
from kgexport.vocabulary import SCHEMA

_MAIN, _PAGE = (NamedNode(SCHEMA.iri + name) for name in ("mainEntity", "mainEntityOfPage"))
_REFERENCES = tuple(
    NamedNode(SCHEMA.iri + name)
    for name in "address author creator editor location offers organizer performer publisher".split()
)
"""The properties whose values are shown, so that they must be on the page."""


def happening(page: Page) -> Iterator[Finding]:
    """News events are no events for event results: nobody can book them."""
    told = (
        "This event is something that the news tell of, not something that people can book: leave it out of the "
        "markup of a page, or use the article's schema:about. Its other event rules are not asked."
    )
    mentioned = (
        "This event is only mentioned. Without a start, a place and an address it is no event for event results; "
        "leave it out of the markup of a page, or mark it up on a page of its own."
    )
    for event, only_mentioned in page.happenings.items():
        yield _warning(page, event, None, mentioned if only_mentioned else told)


def dangling(page: Page) -> Iterator[Finding]:
    """What is shown must be on the page: search engines do not fetch what an @id leads to."""
    message = "This leads to something that is not described on the page; describe it there, with its name at least."
    described = page.facts.subjects
    nodes = (*page.articles, *page.events)
    for node in (*nodes, *_places(page, nodes)):
        for prop in _REFERENCES:
            for value in page.facts.values(node, prop):
                if isinstance(value, NamedNode) and value not in described:
                    named = page.facts.name(node)
                    yield Finding(Severity.WARNING, named, focus_iri(node), short(prop.value), value, message, "")


def _places(page: Page, nodes: tuple[Subject, ...]) -> list[Subject]:
    """The locations of these nodes, each once."""
    places = (value for node in nodes for value in page.facts.values(node, SCHEMA["location"]))
    return list(dict.fromkeys(place for place in places if isinstance(place, Subject)))


def main_article(page: Page) -> Iterator[Finding]:
    """Of several articles on a page, one is what the page is about."""
    top = [article for article in page.articles if article not in page.referred]
    if len(top) < 2:
        return
    of_pages = {value for _, value in page.facts.pairs(_MAIN)}
    marked = [article for article in top if article in of_pages or page.facts.values(article, _PAGE)]
    if len(marked) != 1:
        message = (
            f"There are {len(top)} articles side by side, and {len(marked) or 'none'} of them named as what the page "
            "is about; give one of them schema:mainEntityOfPage, the address of the page."
        )
        yield Finding(Severity.INFO, "the page", None, short(_PAGE.value), None, message, "")


def one_event(page: Page) -> Iterator[Finding]:
    """A page is about a single event; its performances, which have one name, are one event here."""
    top = [event for event in page.events if event not in page.referred]
    names = {page.facts.name(event) for event in top}
    if len(names) > 1:
        message = (
            f"There are {len(names)} different events on one page; Google supports pages about a single event. "
            "Give each event a page of its own with its markup."
        )
        yield Finding(Severity.WARNING, "the page", None, None, None, message, "")


def named_like_its_place(page: Page) -> Iterator[Finding]:
    """The title of an event is not the name of its place."""
    message = "The event has the name of its place; give the title of the event, and the place at schema:location."
    for event in page.events:
        places = {
            name.strip().lower()
            for place in page.facts.values(event, SCHEMA["location"])
            for name in page.facts.literals(place, SCHEMA["name"])
        }
        if any(name.strip().lower() in places for name in page.facts.literals(event, SCHEMA["name"])):
            yield _warning(page, event, SCHEMA["name"], message)


def _warning(page: Page, node: Subject, prop: NamedNode | None, message: str) -> Finding:
    named = page.facts.name(node)
    return Finding(Severity.WARNING, named, focus_iri(node), short(prop.value) if prop else None, None, message, "")


CHECKS: dict[str, Callable[[Page], Iterator[Finding]]] = {
    "web-author-name": more_than_a_name,
    "web-dangling": dangling,
    "web-date-order": ends_first,
    "web-event-named-like-place": named_like_its_place,
    "web-future-date": in_future,
    "web-happening": happening,
    "web-main-article": main_article,
    "web-modified-first": modified_first,
    "web-one-event": one_event,
}
"""Every check by the name that its findings carry as their shape."""
