"""Gives counts and measures to the events they belong to: how many were killed, by how much it rose; knows no types."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kgexport.annotate.values.units import PERSON
from kgexport.model import Annotations, Quantity, Sentence, Token

_INSIDE = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "conj", "advmod"})
"""Labels over which a number belongs to the word above it."""
_UNDERGOING = frozenset({"dobj", "nsubjpass", "attr", "npadvmod", "oprd", "dep"})
_WHOLES = frozenset({"total", "number", "toll", "group", "crowd", "loss", "estimate", "record", "handful"})
"""Nouns that add nothing to what they count: "a total of 12 people"."""
_PERSONS_BEHIND = frozenset({"of"})
_MEASURES_BEHIND = frozenset({"by", "to", "of", "at", "from", "with", "for", "over"})
_HIGHEST = 8


class CountAnnotator:
    """Adds quantities to events; runs after both."""

    def annotate(self, so_far: Annotations) -> Annotations:
        """Climb from each quantity to the trigger it is an argument of; who acts upon others is not counted."""
        found: dict[str, list[str]] = defaultdict(list)
        finder = _Finder(so_far)
        for quantity in so_far.quantities:
            key = finder.event_of(quantity)
            if key is not None:
                found[key].append(quantity.key)
        if not found:
            return so_far
        events = (replace(event, amounts=(*event.amounts, *found.get(event.key, ()))) for event in so_far.events)
        return so_far.replacing(events=events)


class _Finder:
    """Looks up triggers by the place of their words."""

    def __init__(self, annotations: Annotations) -> None:
        self._sentences = annotations.sentences
        self._begins = [sentence.span.begin for sentence in annotations.sentences]
        self._events = dict(sorted(self._words(annotations), reverse=True))

    def _words(self, annotations: Annotations) -> Iterator[tuple[int, str]]:
        """Where each word of each trigger begins, and the event."""
        for event in annotations.events:
            for mention in event.mentions:
                sentence = self._sentence_at(mention.span.begin)
                for token in sentence.tokens_in(mention.span) if sentence else ():
                    yield token.span.begin, event.key

    def _sentence_at(self, position: int) -> Sentence | None:
        place = bisect_right(self._begins, position) - 1
        return self._sentences[place] if place >= 0 else None

    def event_of(self, quantity: Quantity) -> str | None:
        """The event that the quantity tells about; None where it is no argument of a trigger."""
        sentence = self._sentence_at(quantity.mention.span.begin)
        words = sentence.tokens_in(quantity.mention.span) if sentence else []
        if sentence is None or not words:
            return None
        for word in words:  # "12 dead", "3,400 were evacuated"
            if word.span.begin in self._events and word.pos in ("VERB", "ADJ"):
                return self._events[word.span.begin]
        inside = {word.i for word in words}
        top = next((word for word in words if word.head not in inside or word.head == word.i), words[-1])
        return self._above(sentence, top, quantity.unit_code == PERSON)

    def _above(self, sentence: Sentence, token: Token, persons: bool) -> str | None:
        for _ in range(_HIGHEST):
            head = sentence.head(token)
            if head.i == token.i:
                return None
            key = self._events.get(head.span.begin)
            if token.dep == "pobj":
                if head.lemma.lower() not in (_PERSONS_BEHIND if persons else _MEASURES_BEHIND):
                    return None
                key = self._events.get(sentence.head(head).span.begin)
                if key is not None or sentence.head(head).lemma.lower() not in _WHOLES:
                    return key
                token = sentence.head(head)
            elif key is not None and token.dep not in ("conj", "amod"):
                return key if _undergoes(sentence, token, head) else None
            elif token.dep in _INSIDE:
                token = head
            else:
                return None
        return None


def _undergoes(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Whether it happens to what is counted: the object, or the subject of a verb that has none."""
    if token.dep in _UNDERGOING or token.dep in ("nummod", "compound", "nmod", "advmod"):
        return True
    return token.dep == "nsubj" and not sentence.children(verb, "dobj", "ccomp", "xcomp", "agent")
