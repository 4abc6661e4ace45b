"""Finds the nodes of places without a name: "at a hotel", "outside the court"; knows noun phrases, no event."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kgexport.annotate.entities.lexicon import coarse
from kgexport.annotate.events.filling.things import Things
from kgexport.annotate.events.reading import Named, Reading
from kgexport.annotate.events.setting.site_nouns import is_site, is_ward
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import BlockKind, MentionKind, Sentence, Token

_FRESH = {"a", "an", "another", "one", "two", "three", "some"}


def site_at(sentence: Sentence, token: Token, things: Things) -> Named | None:
    """The place that a phrase with this head describes; None for what is no place, or none in particular."""
    if not (is_site(token) or is_ward(sentence, token)) or not _is_particular(sentence, token):
        return None
    made = things.at(sentence, token, place=True)
    if made is None:
        return None
    entity, mention = made
    placed = entity if coarse(entity.types[0]) == "LOC" else dataclasses.replace(entity, types=("Place",))
    return Named(placed, mention)


def lands_before(sentence: Sentence, token: Token, reading: Reading) -> Iterator[Named]:
    """The names of places before a place without one: "an Ottawa street", "Lima's airport"."""
    for child in sentence.children(token, "compound", "nmod", "poss"):
        named = reading.named(child)
        if named and named.mention.kind is MentionKind.NAME and "place" in reading.kinds(sentence, child):
            yield named


def _is_particular(sentence: Sentence, token: Token) -> bool:
    """Whether it is some place that there is: not "in prison", not "in any school", not "on roads"."""
    lists, noun = setting_words(), token.lemma.lower()
    before = [t for t in sentence.children(token) if t.i < token.i and t.dep != "punct"]
    small = {t.text.lower() for t in before}
    if small & lists["nobody"]:
        return False
    if noun in lists["small"] and not (small & _FRESH):
        return False
    if any(t.dep in ("det", "poss", "nummod") for t in before):
        return True
    if token.tag in ("NNS", "NNPS"):
        return any(t.dep in ("amod", "compound") for t in before)
    return sentence.block is BlockKind.HEADLINE and (noun not in lists["idle"] or bool(before))
