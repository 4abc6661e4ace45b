"""Finds two persons who do something together though one is the object: "X met Y", "X was engaged to Y"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.grammar import is_joined, subject_of
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Sentence, Token

_BETWEEN = {"engage": ("to",), "marry": ("to",)}
_WITH = ("with", "to")


def mutual(sentence: Sentence, referents: Iterable[Referent]) -> Iterator[tuple[Token, Referent, Referent]]:
    """The subject and the two persons with names of each such verb; none where one of them is itself of several."""
    people = {i: r for r in referents if r.key and r.sort == "person" for i in r.ranks}
    if len({r.key for r in people.values()}) < 2:
        return
    for verb in sentence.tokens:
        if verb.pos not in ("VERB", "ADJ") or not reference_words().has("mutual_verbs", verb.lemma.lower()):
            continue
        subject = subject_of(sentence, verb)
        others = [t for t in _others(sentence, verb) if t.i in people and not is_joined(sentence, t)]
        if subject is None or subject.i not in people or len(others) != 1 or is_joined(sentence, subject):
            continue
        one, other = people[subject.i], people[others[0].i]
        if one is not other and not sentence.children(verb, "neg"):
            yield subject, one, other


def _others(sentence: Sentence, verb: Token) -> Iterator[Token]:
    yield from sentence.children(verb, "dobj")
    for preposition in sentence.children(verb, "prep"):
        if preposition.form.lower() in _BETWEEN.get(verb.lemma.lower(), _WITH):
            yield from sentence.children(preposition, "pobj")
