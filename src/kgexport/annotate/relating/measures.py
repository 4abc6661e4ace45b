"""Reads which entity a quantity measures: "50-meter-high minarets" of a mosque; knows no other relation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgexport.annotate.entities.lexicon import LANDS
from kgexport.annotate.relating.scene import Place, Scene, wordlists
from kgexport.model import Measure, Quantity, Token

_ADJECTIVE = re.compile(r"[-\s]?([a-z]+)\b")


def measured(scene: Scene, quantities: list[Quantity], text: str) -> Iterator[Measure]:
    """The measures of a sentence; none where it is not clear what is measured of what."""
    for quantity in quantities:
        dimension, after = _dimension(scene, quantity, text)
        if not dimension:
            continue
        noun = _measured_noun(scene, quantity, after)
        place = _noun_itself(scene, noun) if noun is not None else _subject(scene, quantity)
        if place is not None and place.kind not in ("PER",) and place.is_name | (place.mention.kind.value == "nominal"):
            yield Measure(place.entity.key, dimension, quantity.key)
        elif noun is not None and (owner := _owner(scene, noun, quantity)) is not None:
            yield Measure(owner.entity.key, f"{dimension} of {noun.form.lower()}", quantity.key)


def _dimension(scene: Scene, quantity: Quantity, text: str) -> tuple[str, int]:
    """What is measured, by the adjective after the quantity, its unit or its verb; and where the words of it end."""
    lists = wordlists().tables
    span = quantity.mention.span
    inside = re.split(r"[-\s]", span.of(text))[-1]
    if inside in lists["dimensions"]:
        return lists["dimensions"][inside], span.end
    match = _ADJECTIVE.match(text, span.end)
    if match and match[1] in lists["dimensions"] and match.end() <= scene.sentence.span.end:
        return lists["dimensions"][match[1]], match.end()
    if quantity.unit_code is not None and quantity.unit_code in lists["unit_dimensions"]:
        return lists["unit_dimensions"][quantity.unit_code], span.end
    verbs = [a for t in scene.sentence.tokens_in(span)[:1] for a in scene.sentence.ancestors(t) if a.pos == "VERB"]
    if verbs and verbs[0].lemma in lists["dimensions"]:
        return lists["dimensions"][verbs[0].lemma], span.end
    return "", span.end


def _measured_noun(scene: Scene, quantity: Quantity, after: int) -> Token | None:
    """The noun that the measure stands before: "minarets" in "50-meter-high minarets"."""
    for token in scene.tokens:
        if token.span.begin < after:
            continue
        if token.pos in ("NOUN", "PROPN"):
            return token if token.dep not in ("compound", "nmod") else scene.sentence.head(token)
        if token.pos not in ("ADJ", "PUNCT") or token.text in (",", ".", ";"):
            return None
    return None


def _noun_itself(scene: Scene, noun: Token) -> Place | None:
    """The thing that a measured noun names, or is said to be: "the X Tower, a 210-metre-high skyscraper"."""
    if noun.dep == "appos" and noun.tag == "NN":
        named = scene.at(scene.sentence.head(noun).i)
        if named is not None and named.is_name and named.kind in ("LOC", "PROD"):
            return named
    return scene.at(noun.i)


def _subject(scene: Scene, quantity: Quantity) -> Place | None:
    """The subject of "X is 50 metres high" and "X weighs 3 tonnes"."""
    for token in scene.sentence.tokens_in(quantity.mention.span):
        for verb in (token, *scene.sentence.ancestors(token)):
            subjects = scene.sentence.children(verb, "nsubj")
            if subjects and subjects[0].form.lower() in ("which", "that") and verb.dep == "relcl":
                return scene.before_comma(verb) or scene.at(verb.head)
            if subjects:
                return scene.at(subjects[0].i)
    return None


def _owner(scene: Scene, noun: Token, quantity: Quantity) -> Place | None:
    """The building or product that a measured part belongs to: the nearest one before it in the sentence."""
    begin = quantity.mention.span.begin
    fitting = [p for p in scene.places if p.mention.span.end <= begin and p.kind in ("LOC", "PROD")]
    fitting = [p for p in fitting if p.entity.types[0] not in LANDS and p.entity.types[0] != "Place"]
    possessor = next((scene.at(t.i) for t in scene.sentence.children(noun, "poss")), None)
    return possessor or (fitting[-1] if fitting else None)
