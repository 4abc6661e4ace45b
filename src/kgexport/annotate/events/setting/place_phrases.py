"""Reads the places that a phrase names or describes: "the city of X", "a Leeds hotel"; knows no event types."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Named
from kgexport.annotate.events.setting.pointing import CONFIDENCE
from kgexport.annotate.events.setting.sites import lands_before, site_at
from kgexport.annotate.events.setting.tables import POINTED, setting_words
from kgexport.model import Mention, MentionKind, Sentence, Token

_ABOARD = ("aboard", "onboard")
_NO_SHIPS = {"place", "site", "person", "animate", "org", "group"}
_DEEPEST = 4
_LONGEST = 12
"""Places that one list has at most."""


def places_of(
    sentence: Sentence, token: Token, fillers: Fillers, owner: Draft | None = None, word: str = ""
) -> Iterator[Named]:
    """The place that a phrase names: its head, or what stands behind: "the city of X"; else one without a name."""
    named = fillers.reading.named(token)
    kinds = fillers.reading.kinds(sentence, token)
    if word in _ABOARD:
        yield from _ships(sentence, token, fillers)
    elif named and not kinds.isdisjoint({"place", "site"}):
        yield named
    elif named:
        return
    elif _is_sort_of_place(token):
        found = list(_named_inside(sentence, token, fillers))
        yield from found
        if not found and owner is not None and word in _led():
            yield from _unnamed(sentence, token, owner, fillers)
    elif owner is not None and (word == "from" or word in _led()):
        yield from _unnamed(sentence, token, owner, fillers)


def _ships(sentence: Sentence, token: Token, fillers: Fillers) -> Iterator[Named]:
    """The ship or plane that somebody is aboard: "a ship, the Aurora"; not one that is called like a land."""
    for part in (token, *sentence.children(token, "appos")):
        named = fillers.reading.named(part)
        if named and _NO_SHIPS.isdisjoint(fillers.reading.kinds(sentence, part)):
            yield named
            return


def _led() -> frozenset[str]:
    """The prepositions before a place without a name where something happens or somebody goes."""
    return setting_words()["local"] | setting_words()["toward"]


def joined_places(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The places that are joined to one: "in Lima and neighbouring Callao"."""
    for _ in range(_LONGEST):
        found = [other for other in sentence.children(token, "conj") if other.pos in ("NOUN", "PROPN")]
        if not found:
            return
        yield from found
        token = found[-1]


def _named_inside(sentence: Sentence, token: Token, fillers: Fillers) -> Iterator[Named]:
    for part in _inside(sentence, token):
        place = fillers.reading.named(part)
        if place and "place" in fillers.reading.kinds(sentence, part):
            yield place
            return
    if token.lemma.lower() in setting_words()["named"]:  # "the Baytown area"
        yield from islice(lands_before(sentence, token, fillers.reading), 1)


def _unnamed(sentence: Sentence, token: Token, owner: Draft, fillers: Fillers) -> Iterator[Named]:
    """A place without a name, with the land before it: "at a Leeds hotel"; or what "in the area" goes back to."""
    lists = setting_words()
    noun = token.lemma.lower()
    if any(t.lemma.lower() in lists["channel"] for t in sentence.children(token, "compound", "amod")):
        return
    held = noun in lists["held"] and owner.type in lists["judging"]
    if held or (group_of(owner.type) == "sport" and noun in lists["game"]):
        return
    meant = fillers.pointing.meant(sentence, token)
    if meant:
        yield Named(meant.entity, Mention(token.span, MentionKind.NOMINAL, POINTED, CONFIDENCE))
        return
    site = site_at(sentence, token, fillers.things)
    if site:
        yield from lands_before(sentence, token, fillers.reading)
        yield site


def _inside(sentence: Sentence, token: Token) -> Iterator[Token]:
    """What a sort of place is followed by: "the edge of the port of X"."""
    for _ in range(_DEEPEST):
        yield from sentence.children(token, "appos")
        inner = [
            p for of in sentence.children(token, "prep") if of.lemma == "of" for p in sentence.children(of, "pobj")
        ]
        yield from inner[:1]
        if not inner or not _is_sort_of_place(inner[0]):
            return
        token = inner[0]


def _is_sort_of_place(token: Token) -> bool:
    return token.lemma.lower() in setting_words()["sort"]
