"""Tells areas and towns by the noun that goes with the name: "the province of X", "X district"; knows no names."""

from __future__ import annotations

import re
from collections import defaultdict

from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import Lexicon
from kgexport.model import Sentence, Token

_NOUN = 4.5
"""More than the authority says of the town or area that it knows by a name."""
_GROUND = 3.0
_NATURAL = frozenset(("RiverBodyOfWater", "LakeBodyOfWater", "Landform", "Mountain", "Waterfall", "Place"))
_ABBREVIATED = re.compile(r"^(?:[A-Z]\.){2,3}$")
"""A state as newspapers shorten it: "B.C."."""
_BESIDE = frozenset(("nearby", "neighbouring", "neighboring", "downtown"))
_AREA, _TOWN = "area-noun", "town-noun"


def add_area(found: Found, sentence: Sentence, lexicon: Lexicon) -> None:
    """Add what a noun for an area or town says of the name beside it."""
    if found.titles:
        return
    tokens = sentence.tokens
    _in_state(found, sentence, lexicon)
    if found.first and tokens[found.first - 1].form.lower() in _BESIDE:
        found.add("Place", _GROUND, "ground-noun")  # "nearby X"
    if found.first > 1 and tokens[found.first - 1].form == "of" and tokens[found.first - 2].tag == "NN":
        _note(found, tokens[found.first - 2], lexicon)
    after = tokens[found.end : found.end + 2]
    if not after or not after[0].form.islower() or after[0].tag != "NN" or _goes_on(after[1:]):
        return
    article = tokens[found.first - 1].form.lower() if found.first else ""
    lemma = after[0].lemma
    if article in ("a", "an") or (article in ("the", "this", "that") and lemma in lexicon.words["town_nouns"]):
        return  # "the Somerset town" lies in Somerset
    if lemma in lexicon.words["ground_nouns"]:
        found.add("Place", _GROUND, "ground-noun")
        found.add("Organization", -1.0, "ground-noun")
    elif lemma not in ("city", "department", "division"):  # "the X division" is one of a company
        _note(found, after[0], lexicon)


def _in_state(found: Found, sentence: Sentence, lexicon: Lexicon) -> None:
    """A town that is called like a river or hill: "in Mill Creek, Wash."."""
    before, after = sentence.tokens[max(0, found.first - 1)], sentence.tokens[found.end : found.end + 2]
    natural = any(e.rule == "facility-word" and e.cls in _NATURAL and e.weight > 0 for e in found.evidence)
    if not natural or before.form.lower() not in ("in", "of", "from") or len(after) < 2 or after[0].text != ",":
        return
    if after[1].form in lexicon.words["state_abbreviations"] or _ABBREVIATED.match(after[1].form):
        found.add("City", _NOUN, _TOWN)


def _note(found: Found, noun: Token, lexicon: Lexicon) -> None:
    lemma = noun.lemma.lower()
    known = {e.cls for e in found.evidence if e.weight > 0}
    if "Country" in known and "AdministrativeArea" not in known:
        return  # "the state of Israel"
    if lemma in lexicon.words["area_nouns"]:
        found.add("AdministrativeArea", _NOUN, _AREA)
    elif lemma in lexicon.words["town_nouns"]:
        found.add("City", _NOUN, _TOWN)


def _goes_on(after: tuple[Token, ...]) -> bool:
    """Whether the noun only tells of what kind the next one is: "X district attorney"."""
    return bool(after) and (after[0].tag.startswith("NN") or after[0].text in ("-", "–"))


def keep_areas_apart(found: list[Found]) -> None:
    """Give "the province of X" another key than "the town of X", where the article speaks of both."""
    by_key: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        by_key[item.key].append(item)
    for key, members in by_key.items():
        areas = [m for m in members if _is_called(m, _AREA)]
        if areas and any(_is_called(m, _TOWN) for m in members):
            for member in areas:
                member.key = f"{key} area"


def _is_called(found: Found, rule: str) -> bool:
    return any(e.rule == rule for e in found.evidence)
