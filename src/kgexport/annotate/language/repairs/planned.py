"""Makes the infinitive of a headline its verb: "Ines Calder to star in thriller"; knows no parser.

A line without a full stop and without a finite verb, in which "to" stands right behind the name that heads it, tells
what that name will do.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.language.trees import attach
from kgexport.model import Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def with_planned(tokens: list[Token]) -> None:
    """Mend in place the infinitive behind the name that heads a line."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or tokens[-1].text == "." or root.i + 2 >= len(tokens) or not _may_act(root):
        return
    if any(t.tag in _FINITE for t in tokens) or tokens[root.i + 1].tag != "TO":
        return
    verb = tokens[tokens[root.i + 1].head]
    if verb.tag != "VB" or verb.head != root.i or verb.dep not in ("acl", "relcl", "advcl", "dep"):
        return
    tokens[verb.i] = dataclasses.replace(verb, dep="ROOT", head=verb.i)
    attach(tokens, root.i, verb.i, "nsubj")


def _may_act(noun: Token) -> bool:
    """Whether a word is a name or people, and no plan or bid, of which the infinitive says what it aims at."""
    known = noun.lemma.lower() in lexicon().nouns or ("n", noun.lemma.lower()) in lexicon().governors
    return (noun.pos == "PROPN" or noun.tag == "NNS") and not known
