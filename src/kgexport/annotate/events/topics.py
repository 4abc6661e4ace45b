"""Says what an article is about by the words of topics that it has enough of; knows word-classes.tsv, no event type."""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Token

_TOPIC = "topic-"
_WORDS_OF_TOPIC = 4
"""Different words of a topic that an article has where it is about it."""


def topics_of(tokens: Iterable[Token]) -> frozenset[str]:
    """The topics of which a text has words enough: "topic-sport" where it speaks of a league, a coach and a goal."""
    found: dict[str, set[str]] = {}
    for token in tokens:
        for name in lexicon().classes_of.get(token.lemma.lower(), ()):
            if name.startswith(_TOPIC):
                found.setdefault(name, set()).add(token.lemma.lower())
    return frozenset(name for name, words in found.items() if len(words) >= _WORDS_OF_TOPIC)
