"""What common nouns beside a name say of it: "the X supermarket", "an X nominee", "the sequel, X"; knows no names."""

from __future__ import annotations

from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import Lexicon, coarse
from kgexport.model import Sentence, Token

_BODY = 1.7
_NAMED_BODY = 3.0
"""Parties are called like towns ("the Morena party"), towns seldom like parties."""
_SEQUEL = 4.5
"""Only works have sequels, whatever they are called: "The Winter Games sequel"."""
_PLACE = 1.7
_PRIZE = 2.5
_WORK = 2.2
_ON_THE_WEB = frozenset(
    "web online internet video news auction dating networking media streaming gossip gaming shopping travel review "
    "sharing crowdfunding betting booking music photo file-sharing search comparison blogging".split()
)


def add_nouns(found: Found, sentence: Sentence, lexicon: Lexicon) -> None:
    """Add what the nouns right after and right before a name say."""
    if found.titles:
        return
    after = sentence.tokens[found.end : found.end + 2]
    if after:
        _after(found, after, lexicon)
    if found.first > 1:
        _before(found, sentence, lexicon)


def _after(found: Found, after: tuple[Token, ...], lexicon: Lexicon) -> None:
    noun = after[0]
    if noun.text in ("-", "–") and len(after) > 1:
        noun = after[1]
    if noun.form.lower() in lexicon.words["label_nouns"]:
        found.add("-", _PRIZE, "label-noun")
        return
    if noun.form.lower() in lexicon.words["prize_nouns"] and noun.tag.startswith(("NN", "VB", "JJ")):
        if not found.text.endswith("s"):
            found.add("-", _PRIZE, "prize-noun")
        return
    if noun is not after[0] or not noun.form.islower() or noun.tag != "NN":
        return
    if len(after) > 1 and after[1].tag == "NN" and after[1].lemma.lower() in lexicon.words["body_nouns"]:
        noun = after[1]  # "the X news agency"
    low = noun.lemma.lower()
    people = any(e.cls == "-" and e.rule == "model" for e in found.evidence)  # an adjective, as the model has it
    if low in lexicon.words["body_nouns"] and not people:
        cls = lexicon.heads.get(low, "")
        weight = _NAMED_BODY if low in ("party", "movement", "militia") else _BODY
        found.add(cls if coarse(cls) == "ORG" else "Organization", weight, "body-noun")
        found.add("Person", -1.0, "body-noun")
        found.add("Place", -1.2, "body-noun")
    elif low in lexicon.facilities and low not in ("state", "house", "field", "base", "building", "market", "station"):
        found.add(lexicon.facilities[low][0], _BODY, "facility-noun")
        found.add("Person", -1.0, "facility-noun")
    elif low in lexicon.words["people_of_works"] and found.end - found.first > 1:
        facility = any(e.rule == "facility-word" for e in found.evidence)
        found.add("CreativeWork", _SEQUEL if facility else _BODY, "work-noun")  # "the X Y actress", "the X Hotel star"
    elif low in lexicon.words["work_nouns"]:
        found.add("CreativeWork", _SEQUEL, "work-noun")
        found.add("Person", -1.0, "work-noun")
    elif low in lexicon.words["place_nouns"] and low not in lexicon.words["directions"]:
        found.add("Place", _PLACE, "place-noun")
        found.add("Person", -1.0, "place-noun")


def _before(found: Found, sentence: Sentence, lexicon: Lexicon) -> None:
    """ "the sequel, X"; "a spokesman for X"."""
    comma, noun = sentence.tokens[found.first - 1], sentence.tokens[found.first - 2]
    low = noun.lemma.lower()
    if comma.text == "," and noun.form.islower() and coarse(lexicon.heads.get(low, "")) == "WORK" and noun.tag == "NN":
        found.add("CreativeWork", _WORK, "noun-before")
        found.add("Person", -1.5, "noun-before")
    elif comma.text == "," and low in lexicon.words["family_nouns"] and noun.tag == "NN":
        after = sentence.tokens[found.end : found.end + 1]
        if after and after[0].text == ",":
            found.add("Person", 2.0, "noun-before")  # "his wife, X, …"
    elif comma.form == "for" and low in lexicon.words["member_nouns"]:
        found.add("Organization", 0.8, "membership")
    elif comma.form == "of" and noun.form.lower() in lexicon.words["owned_by_bodies"] and "spokes" not in low:
        found.add("Organization", 0.8, "membership")  # "the CEO of X"


def sort_of_noun(sentence: Sentence, noun: Token, lexicon: Lexicon) -> str:
    """The class that a noun right before a name gives it; "the auction site X" is none on the ground."""
    before = sentence.tokens[max(0, noun.i - 1)]
    if noun.lemma.lower() == "site" and before.i < noun.i and before.form.lower() in _ON_THE_WEB:
        return "CreativeWork"
    return lexicon.heads.get(noun.lemma.lower(), "")
