"""Looks names up in Wikidata online, through a client that keeps every answer; decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from kgexport.authority.base import Candidate
from kgexport.authority.cache import DiskCache, default_folder
from kgexport.authority.folding import fold, plain, readings
from kgexport.authority.wikidata_client import WikidataClient
from kgexport.authority.wikidata_items import Item, read_item, without_the_rest
from kgexport.errors import InputError
from kgexport.iri import is_web_address
from kgexport.vocabulary import WIKIDATA_ENTITY_IRI

MOST = 20
"""How many things of one name are looked at."""
OBSCURE = 5
"""Things with fewer pages need evidence for being meant: others of their name are likely to be missing."""


class WikidataAuthority:
    """Candidates of a name: the items whose English label or alias it is, as far as their class is known.

    A name is asked for once a process, and two requests are made: for the items, and for what is said of them. Raises
    OutsideError where the network, the server or its answer fails.
    """

    def __init__(self, client: WikidataClient, language: str = "en") -> None:
        self._client = client
        self._language = language
        self._known: dict[str, tuple[Candidate, ...]] = {}

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Everything known by that form, the best known first."""
        name = fold(name)
        if name not in self._known:
            self._known[name] = self._candidates(name) if any(c.isalpha() for c in name) else ()
        return self._known[name]

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        found = [(item, matched) for item in self._items(self._found(name)) if (matched := _matched(item, name))]
        several = len(found) > 1
        made = [_candidate(item, matched, several) for item, matched in found if item.type is not None]
        return tuple(sorted(made, key=lambda c: (-c.popularity, c.matched != "name", c.id)))

    def _found(self, name: str) -> list[str]:
        """Identifiers by the form as given, else without its article or possessive; case makes no difference there."""
        forms: dict[str, str] = {}
        for form in readings(name):
            forms.setdefault(form.lower(), form)
        return next((found for form in forms.values() if (found := self._search(form))), [])

    def _search(self, name: str) -> list[str]:
        hits = self._client.ask(
            "search",
            action="wbsearchentities",
            search=name,
            language=self._language,
            uselang=self._language,
            type="item",
            limit=str(MOST),
        )
        listed = hits if isinstance(hits, list) else []
        return [hit["id"] for hit in listed if isinstance(hit, dict) and _may_match(hit, name)]

    def _items(self, identifiers: Iterable[str]) -> list[Item]:
        asked = "|".join(dict.fromkeys(identifiers))
        if not asked:
            return []
        entities = self._client.ask(
            "entities",
            without_the_rest,
            action="wbgetentities",
            ids=asked,
            props="labels|aliases|claims|sitelinks",
            languages=f"{self._language}|mul",
        )
        listed = entities.values() if isinstance(entities, dict) else ()
        return [item for item in (read_item(data, self._language) for data in listed) if item]


def _may_match(hit: dict[str, Any], name: str) -> bool:
    """Whether a hit is of the form itself: the search also finds names that begin with it."""
    match = hit.get("match")
    text = match.get("text") if isinstance(match, dict) else None
    return isinstance(hit.get("id"), str) and isinstance(text, str) and _same(text, name)


def _matched(item: Item, name: str) -> str | None:
    if item.name is not None and _same(item.name, name):
        return "name"
    return "alias" if any(_same(alias, name) for alias in item.aliases) else None


def _same(stated: str, asked: str) -> bool:
    """Whether they are one form to a reader, as in the other authorities: only capitals stand for any case."""
    stated = plain(fold(stated))
    forms = [plain(form) for form in readings(asked)]
    return stated in forms or any(f.isupper() and len(f) > 3 and stated.upper() == f for f in forms)


def _candidate(item: Item, matched: str, several: bool) -> Candidate:
    kind = item.type or "Thing"
    return Candidate(
        id=item.id,
        name=item.name or item.id,
        types=(kind,),
        same_as=(WIKIDATA_ENTITY_IRI + item.id,),
        matched=matched,
        country=item.country,
        popularity=item.popularity,
        ambiguous=several or (item.sitelinks or 0) < OBSCURE,
        latitude=item.latitude if kind != "Person" else None,
        longitude=item.longitude if kind != "Person" else None,
        source="wikidata",
        iso3166=item.country if kind == "Country" else None,
    )


@lru_cache(maxsize=4)
def open_wikidata(url: str, cache: str = "") -> WikidataAuthority:
    """The authority behind an API address, with its answers kept in a folder (none given: the user's cache).

    Raises InputError for an address that is none.
    """
    if not is_web_address(url):
        raise InputError(f"{url!r} is no absolute URL; set KGEXPORT_WIKIDATA_URL to one that begins with https://")
    folder = Path(cache) if cache else default_folder()
    return WikidataAuthority(WikidataClient(url, DiskCache(folder / "wikidata")))
