"""Finds who makes a raid or attack that only the verb above it tells: "killed two men in a raid"; knows no status."""

from __future__ import annotations

from kgexport.annotate.events.clause import subjects
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.model import Sentence, Token

_RAIDS = {"raid", "armed-attack", "airstrike", "shelling", "bombing"}
_DONE = {"killing", "armed-attack", "injury", "arrest", "abduction", "seizure", "destruction", "shooting"}
"""What raiders do with an object of its own."""


def raiders(sentence: Sentence, trigger: Trigger) -> list[Token]:
    """The subject of "killed two men in a raid on the camp"; empty where it may be somebody else."""
    inside = sentence.head(trigger.head)
    verb = sentence.head(inside)
    if trigger.pattern.type not in _RAIDS or trigger.head.dep != "pobj" or inside.lemma.lower() not in ("in", "during"):
        return []
    if verb.pos == "NOUN" and verb.dep == "dobj":  # "killed two gunmen in a raid", read as one phrase
        verb = sentence.head(verb)
    if verb.pos != "VERB" or is_passive(sentence, verb) or not sentence.children(verb, "dobj"):
        return []
    done = any(pattern.type in _DONE for pattern in lexicon().verbs.get(verb.lemma.lower(), ()))
    definite = any(t.text.lower() in ("the", "this", "that", "its", "their") for t in sentence.children(trigger.head))
    return subjects(sentence, verb) if done and not definite else []
