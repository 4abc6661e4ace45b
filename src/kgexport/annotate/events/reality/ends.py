"""Reads what something is for: votes "enough to win", money "for a school", a flight "for talks".

Knows grammar and a few words; each answer is an effect (empty: it took place) with where to go on from.
"""

from __future__ import annotations

from kgexport.annotate.events.clause_repairs import is_one_of_several
from kgexport.model import Sentence, Token

_ENOUGH = {"enough", "sufficient", "insufficient"}
_FARTHEST = 12
_RESERVING = {"earmark", "allocate", "reserve", "pledge", "promise", "set", "budget", "request", "seek", "need"}
_DATING = {"date", "deadline", "venue", "timetable", "time", "place", "day", "location"}
_MOVING = set("fly travel arrive go come leave head return gather depart drive sail land invite summon".split())
_TALKS = set("talk talks meeting summit visit conference negotiation consultation discussion".split())
_HELD = set("election vote referendum poll match game final race derby tournament trial hearing launch release".split())
_HELD |= set("ceremony festival wedding funeral inauguration tour debate strike rally concert premiere".split())
"""What is held on a day that is fixed before, unlike rain."""
_FORESEEN = {"likely": "planned", "imminent": "planned", "inevitable": "planned", "unlikely": "unlikely"}
_FORESEEN |= {"possible": "possible", "impossible": "failed", "doubtful": "unlikely", "improbable": "unlikely"}
_SOME = {"a", "an", "any", "such", "another"}
_WOULD = {"would", "could", "might", "'d", "’d"}
_FOCUSING = {"focus on", "centre on", "center on", "revolve around", "deal with"}
_COMPARED = {"see", "hear", "witness", "experience", "encounter", "face", "meet", "know", "have", "deal", "watch"}

End = tuple[str, Token | None]


def of_infinitive(sentence: Sentence, verb: Token, above: Token) -> End | None:
    """What it says that an infinitive is only what something was enough for, or the first to do; None where neither."""
    if not any(child.tag == "TO" for child in sentence.children(verb, "aux")):
        return None
    if _is_enough(sentence, verb, above):
        return "possible", above
    if _is_too_much(sentence, verb, above):
        return "failed", None
    first = [t for t in sentence.children(above, "attr") if is_one_of_several(sentence, t)]
    return ("", None) if above.lemma in ("be", "become") and first and above.tag in ("VBD", "VBZ", "VBN") else None


def _is_enough(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether "enough" or "sufficient" stands before an infinitive, and no other clause between the two."""
    before = sentence.tokens[max(0, verb.i - _FARTHEST) : verb.i]
    at = next((t.i for t in reversed(before) if t.text.lower() in _ENOUGH), None)
    if at is None:
        return False
    return not any(t.pos in ("VERB", "PUNCT") and t.i != above.i for t in sentence.tokens[at : verb.i])


def _is_too_much(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether something was "too ill to attend"; "not too ill" says nothing."""
    words = [above, *sentence.children(above, "acomp")]
    held = [t for t in words if t.pos == "ADJ" and t.i < verb.i]
    too = any(t.text.lower() == "too" for adjective in held for t in sentence.children(adjective, "advmod"))
    return too and not any(sentence.children(word, "neg") for word in (above, sentence.head(above)))


def of_purpose(sentence: Sentence, noun: Token, preposition: Token) -> End | None:
    """What "for" and "ahead of" say of a noun: "flew in for talks", "ahead of the vote"; None where nothing."""
    above = sentence.head(preposition)
    if preposition.lemma.lower() == "of" and above.text.lower() == "ahead":
        return ("planned", None) if noun.lemma.lower() in _TALKS | _HELD else None
    if preposition.lemma.lower() in ("in", "at") and noun.lemma.lower() in _TALKS | _HELD:
        willing = any(t.text.lower() in ("will", "'ll", "’ll") for t in sentence.children(above, "aux"))
        return ("planned", None) if willing and above.pos == "VERB" else None  # "will vote in a referendum"
    if preposition.lemma.lower() != "for":
        return None
    if above.pos == "NOUN" and above.lemma.lower() in _DATING:
        return "planned", None
    verb = sentence.head(above) if above.dep == "dobj" else above
    if verb.pos != "VERB":
        return None
    aside = verb.lemma != "set" or any(t.text.lower() == "aside" for t in sentence.children(verb))
    if (verb.lemma in _RESERVING and aside) or (verb.lemma in _MOVING and noun.lemma.lower() in _TALKS):
        return "planned", None
    return ("", verb) if verb.lemma == "use" else None


def of_subject(sentence: Sentence, noun: Token, verb: Token) -> str:
    """What a clause says of its subject: "an attack is imminent", "such an attack would kill thousands"."""
    if noun.pos != "NOUN":
        return ""
    if verb.lemma == "be":
        said = next((said for t in sentence.children(verb, "acomp") if (said := _FORESEEN.get(t.lemma.lower()))), "")
        return said or _imagined(sentence, noun, verb)
    return _imagined(sentence, noun, verb)


def _imagined(sentence: Sentence, noun: Token, verb: Token) -> str:
    some = any(t.text.lower() in _SOME for t in sentence.children(noun, "det", "predet"))
    modal = any(t.text.lower() in _WOULD for t in sentence.children(verb, "aux"))
    return "possible" if some and modal else ""


def is_topic_of_talks(sentence: Sentence, verb: Token, preposition: Token) -> bool:
    """Whether talks are what "focused on" or "dealt with" something; what a report deals with did take place."""
    if f"{verb.lemma.lower()} {preposition.lemma.lower()}" not in _FOCUSING:
        return True
    return any(t.lemma.lower() in _TALKS for t in sentence.children(verb, "nsubj", "nsubjpass"))


def is_comparison(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause only says among what something is the most: "the worst storm the town had seen"."""
    if verb.lemma not in _COMPARED or verb.dep not in ("relcl", "acl", "ccomp", "advcl", "parataxis"):
        return False
    perfect = any(t.lemma == "have" for t in sentence.children(verb, "aux"))
    before = sentence.tokens[max(0, verb.i - _FARTHEST) : verb.i]
    return perfect and any(t.tag in ("JJS", "RBS") for t in before)
