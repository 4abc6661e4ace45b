"""Reads family ties and nationality: "his wife X", "X, an Australian woman"; knows no other relation."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.relating.scene import Place, Scene, relation, wordlists
from kgexport.model import MentionKind, Relation


def personal(scene: Scene) -> Iterator[Relation]:
    """spouse, children, parent, sibling and nationality."""
    for person in scene.places:
        if person.kind == "PER" and person.is_name:
            yield from _family(scene, person)
            yield from _nationality(scene, person)


def _family(scene: Scene, person: Place) -> Iterator[Relation]:
    """ "his wife X", "Y's son, X": the word right before the name, and whose it is."""
    at = person.first - 1 - (scene.form(person.first - 1) == ",")
    predicate = wordlists().tables["family"].get(scene.form(at))
    if predicate is None:
        return
    word, at = at, at - 1
    while at > 0 and (scene.tokens[at].pos in ("ADJ", "NUM") or scene.form(at) == "-"):
        at -= 1
    at -= scene.form(at) in ("'s", "’s")
    ended = any(scene.form(i) in wordlists().lists["no_longer"] for i in range(max(0, at), word))
    whose = scene.at(at) if at >= 0 else None
    if whose is None or whose.kind != "PER" or whose.entity.key == person.entity.key:
        return
    if ended and predicate == "spouse":
        return
    if whose.mention.kind in (MentionKind.NAME, MentionKind.PRONOUN):
        span = scene.span(whose.first, person.first)
        yield relation(whose, predicate, person, span, "family", round(0.8 * whose.mention.confidence, 2))


def _nationality(scene: Scene, person: Place) -> Iterator[Relation]:
    """ "X, an Australian woman" and "Australian citizen X"."""
    nouns = wordlists().lists["nationality_nouns"]
    start = person.end + 1
    if scene.form(person.end) == "," and scene.form(start) in ("a", "an") and scene.form(start + 2) in nouns:
        land, first, end = scene.at(start + 1), start + 1, start + 3
    elif scene.form(person.first - 1) in nouns:
        land, first, end = scene.at(person.first - 2), person.first - 2, person.first
    else:
        return
    if land is not None and land.entity.types[0] == "Country" and land.mention.kind is MentionKind.ADJECTIVE:
        yield relation(person, "nationality", land, scene.span(first, end), "nationality", 0.8)


def tells_nationality(scene: Scene, land: Place, first: int, end: int) -> bool:
    """Whether "French" right before an occupation says of what country somebody is: not for an office or a language."""
    forms = {scene.form(i) for i in range(first, end)}
    own = land.mention.kind is MentionKind.ADJECTIVE and land.entity.types[0] == "Country" and land.end == first
    compound = any(scene.tokens[i].dep == "compound" and scene.tokens[i].head < end - 1 for i in range(first, end - 1))
    return own and not compound and not forms & wordlists().lists["no_nationality"]
