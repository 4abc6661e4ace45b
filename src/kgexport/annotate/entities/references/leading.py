"""Finds who the lead calls by an old office: "The former mayor of X … . John Doe, 63, …"; resolves nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgexport.annotate.entities.references.definites import is_person_word
from kgexport.annotate.entities.references.descriptions import Description
from kgexport.annotate.entities.references.grammar import SUBJECTS, head_of_name
from kgexport.annotate.entities.references.parts import parts_of
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import BlockKind, MentionKind, Sentence, Span, Token

_LEAD = 3
"""Sentences at the beginning, headlines among them, that may bring somebody in so."""
_REACH = 3
"""Sentences after that in which the name has to come."""
_PLACES = frozenset(("city", "capital", "town", "village", "state", "country", "province", "county", "borough"))
_SUFFERING = frozenset(("harmed", "dead"))
"""Of "the former mayor was shot; John Doe, 34, was held" nobody knows who is who."""


def leading_holders(
    sentences: tuple[Sentence, ...], names: list[list[Place]], persons: frozenset[str], known: Mapping[str, Description]
) -> Iterator[tuple[str, str, Span]]:
    """Key of a person, the noun of the office, and its words: where the next who is named is the subject, with an age.

    `persons`: the keys of the persons.
    """
    first: dict[str, int] = {}
    for number, places in enumerate(names):
        for _, _, key, kind in places:
            if kind is MentionKind.NAME and key in persons:
                first.setdefault(key, number)
    for number, sentence in enumerate(sentences[: _LEAD + 1]):
        for token in sentence.tokens:
            begin = _begin(sentence, token, names[number])
            if begin is None or parts_of(sentence, token, sentence.block is BlockKind.HEADLINE) & _SUFFERING:
                continue
            if (titled := _titled_before(sentence, number, token, first, known)) is not None:
                yield titled, token.lemma.lower(), sentence.tokens[begin].span.to(token.span)
                continue
            next_ones = [key for key, at in first.items() if number < at <= number + _REACH]
            key = min(next_ones, key=lambda k: first[k]) if next_ones else ""
            if key and known[key].age and _is_subject(sentences[first[key]], names[first[key]], key, persons):
                yield key, token.lemma.lower(), sentence.tokens[begin].span.to(token.span)


def _titled_before(
    sentence: Sentence, number: int, token: Token, first: Mapping[str, int], known: Mapping[str, Description]
) -> str | None:
    """Who the headline has called so with the name: "Former Mayor X jailed … The former mayor of the capital"."""
    noun = token.lemma.lower()
    called = [key for key in first if noun in known[key].nouns and "former" in known[key].words]
    if len(called) != 1 or first[called[0]] >= number or sentence.block is BlockKind.HEADLINE:
        return None
    of = sentence.children(token, "prep")[0]
    places = [t for t in sentence.children(of, "pobj") if t.pos == "PROPN"]
    said = known[called[0]].words | known[called[0]].whose
    return called[0] if all(t.text.lower() in said for t in places) else None


def _begin(sentence: Sentence, token: Token, places: list[Place]) -> int | None:
    """Where "the former mayor" of "the former mayor of X" begins, "ex-mayor" in headlines; None for other phrases."""
    of = [t for t in sentence.children(token, "prep") if t.i == token.i + 1 and t.form.lower() == "of"]
    named = {i for first, end, _, _ in places for i in range(first, end)}
    lemma = token.lemma.lower().removeprefix("ex-")
    place = of[0].i + 1 if of else token.i
    if of and place not in named:
        places_of = [t for t in sentence.children(of[0], "pobj") if t.lemma.lower() in _PLACES]
        the = bool(places_of) and any(t.text.lower() == "the" for t in sentence.children(places_of[0], "det"))
        place = places_of[0].i if the else token.i
        named = {place} if the else set()
    if place not in named or not is_person_word(lemma) or token.tag not in ("NN", "NNP"):
        return None
    before = [t.text.lower() for t in sentence.tokens[max(0, token.i - 2) : token.i]]
    if before[-2:] == ["the", "former"]:
        return token.i - 2
    if sentence.block is not BlockKind.HEADLINE or token.dep == "attr":
        return None
    if before == ["former"] or before == ["ex", "-"] or (not before and token.text.lower().startswith("ex-")):
        return 0
    return None


def _is_subject(sentence: Sentence, places: list[Place], key: str, persons: frozenset[str]) -> bool:
    """Whether the first person that a sentence names is this one, and its subject."""
    here = next(((first, end, one) for first, end, one, _ in places if one in persons), None)
    if here is None or here[2] != key or sentence.block is BlockKind.HEADLINE:
        return False
    return head_of_name(sentence, here[0], here[1]).dep in SUBJECTS
