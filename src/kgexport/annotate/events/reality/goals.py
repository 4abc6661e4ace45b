"""Says of what somebody wants to bring about that it is only a goal: "talks aimed at a truce"; knows no status."""

from __future__ import annotations

from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Sentence, Token

_ACHIEVING = {"achieve", "facilitate", "secure", "broker", "negotiate", "arrange", "obtain", "ensure", "reach", "forge"}
_ACHIEVING |= {"establish", "attain", "cement", "clinch", "deliver", "bring"}
"""Verbs whose object is there once what they say is done."""
_AIMED = {"aim", "design", "intend", "gear"}
"""Participles that say what a happening is for, and not that it is planned: "talks aimed at ending the war"."""
_LATER = {"strike", "walk", "leave", "secede", "picket", "quit", "unionise", "unionize", "return", "continue"}
"""What is yet to be done once it was voted for, unlike a law that is approved by the vote itself."""


def is_voted_for(verb: Token, above: Token) -> bool:
    """Whether a vote only settled what will be done: "voted to strike"."""
    return above.lemma in ("vote", "ballot") and verb.lemma in _LATER and verb.tag == "VB"


def is_goal(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Whether what a noun tells of is only what an infinitive or gerund would bring about: "to secure a truce"."""
    if noun.dep != "dobj" or noun.pos != "NOUN" or verb.lemma not in _ACHIEVING:
        return False
    if ("v", verb.lemma) in lexicon().governors:
        return False
    infinitive = verb.tag == "VB" and any(t.tag == "TO" for t in sentence.children(verb, "aux"))
    return infinitive or (verb.tag == "VBG" and verb.dep == "pcomp")


def says_what_for(sentence: Sentence, participle: Token) -> bool:
    """Whether a participle behind a noun only says what the noun is for: "raids designed to scare voters"."""
    if participle.lemma.lower() not in _AIMED:
        return False
    at = any(t.lemma.lower() in ("at", "toward", "towards") for t in sentence.children(participle, "prep"))
    return at or bool(sentence.children(participle, "xcomp", "advcl"))
