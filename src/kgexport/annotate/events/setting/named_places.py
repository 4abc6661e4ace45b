"""Reads the place before the noun of a happening: "the Kabul bombing", "a Middle East tour"; knows no roles.

A town or region before such a noun says where it took place, and before a journey where it leads; it acts in neither.
"""

from __future__ import annotations

from kgexport.annotate.events.clause import subjects
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.reading import Named
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import Mention, MentionKind, Sentence, Token

_LOCAL = {"City", "Continent", "Place", "AdministrativeArea", "Park"}
_LANDS = {"Country"}
_INSIDE = ("compound", "nmod")
_NEAREST = 6
_RULE = "events/named-place"
_SURE = 0.7


def turn_places(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> None:
    """Take the places before a noun out of those who may act; those of a journey become its goal."""
    if trigger.pattern.verb:
        return
    slots = trigger.slots
    if trigger.pattern.type in setting_words()["journey"]:
        goals = [t for name in ("mod", "of") for t in slots.get(name, ()) if _is_goal(sentence, trigger, t, fillers)]
        if goals:
            slots["mod"] = [t for t in slots.get("mod", ()) if t not in goals]
            slots["of"] = [t for t in slots.get("of", ()) if t not in goals]
            slots["to"] = [*goals, *slots.get("to", ())]
        slots["subject"] = [*slots.get("subject", ()), *_travellers(sentence, trigger.head)]
    elif place := place_before(sentence, trigger, fillers):
        covered = place.mention.span
        slots["mod"] = [t for t in slots.get("mod", ()) if not covered.overlaps(t.span)]


def only_places(token: Token, noun: Token, fillers: Fillers) -> bool:
    """Whether a word before a noun only says where what the noun tells took place: "condemned the Oslo attack"."""
    named = fillers.reading.named(token) if token.dep in _INSIDE and token.pos == "PROPN" else None
    if named is None or token.i > noun.i:
        return False
    circling = setting_words()["round"] | setting_words()["circuit"]
    journey = noun.lemma.lower() in circling and named.entity.types[0] in _LOCAL | _LANDS
    return journey or (_is_local(named) and noun.span.begin in fillers.told)


def place_before(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> Named | None:
    """The town or region before the noun of a happening; None where two stand there ("Lima-Quito talks")."""
    lists, noun = setting_words(), trigger.head
    if trigger.pattern.verb or trigger.pattern.type not in lists["sited"] or noun.lemma.lower() in lists["waged"]:
        return None
    first = max(0, noun.i - _NEAREST)
    inside = [t for t in sentence.tokens[first : noun.i] if t.dep in _INSIDE and _hangs(sentence, t, noun)]
    found = {n.entity.key: n for t in inside if t.pos == "PROPN" and (n := _place(t, fillers))}
    found = {key: named for key, named in found.items() if _is_local(named) or noun.lemma.lower() in lists["circuit"]}
    return next(iter(found.values())) if len(found) == 1 else None


def _hangs(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Whether a word is part of what stands before a noun: "Taipei City Lantern Festival"."""
    for _ in range(_NEAREST):
        if token.head == noun.i:
            return True
        if token.dep not in _INSIDE:
            return False
        token = sentence.head(token)
    return False


def _place(token: Token, fillers: Fillers) -> Named | None:
    """The place at a word, also where the article names it elsewhere only; not one that a people is called by."""
    named = fillers.reading.named(token)
    if named is not None:
        name = (
            named.mention.kind is MentionKind.NAME and named.mention.span.of(fillers.reading.text) == named.entity.name
        )
        short = named.entity.name.removesuffix(" City")  # "the Taipei City festival" is one of Taipei
        plain = fillers.index.by_key.get(f"entity:{short.lower()}") if short != named.entity.name else None
        return (Named(plain, named.mention) if plain else named) if name else None
    known = fillers.index.by_key.get(f"entity:{token.form.lower()}")
    told = known is not None and known.types[0] in _LOCAL
    return Named(known, Mention(token.span, MentionKind.NAME, _RULE, _SURE)) if known and told else None


def _is_local(named: Named) -> bool:
    return named.entity.types[0] in _LOCAL


def _travellers(sentence: Sentence, noun: Token) -> list[Token]:
    """Who is on a journey: "Ann Lee, who is on a tour of Asia"."""
    preposition = sentence.head(noun)
    verb = sentence.head(preposition)
    away = noun.dep == "pobj" and preposition.lemma.lower() == "on" and verb.lemma == "be"
    return subjects(sentence, verb) if away else []


def _is_goal(sentence: Sentence, trigger: Trigger, token: Token, fillers: Fillers) -> bool:
    """Whether a journey leads there: "its tour of Japan", "an Asia trip"; not "Lima's visit", "the British visit"."""
    named = fillers.reading.named(token)
    if named is None or token.pos != "PROPN" or token.tag not in ("NNP", "NNPS"):
        return False
    of = sentence.head(token).lemma.lower() == "of" and trigger.head.lemma.lower() in setting_words()["round"]
    before = token.dep in _INSIDE and token.i < trigger.head.i and named.entity.types[0] in _LOCAL | _LANDS
    return (of or before) and named.entity.types[0] in _LOCAL | _LANDS
