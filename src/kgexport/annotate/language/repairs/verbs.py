"""Reads as the verb what the parser took for a part of a noun, where grammar leaves no choice; knows no parser.

"An earthquake jolted the coast": a participle behind a noun has no object, so what has one is the verb of the
sentence. "Lee Leaves Board, Signs With Rovers": no noun is joined to a verb. "Made Lee an offer": whom, and what.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.language.trees import attach
from kgexport.model import Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_GIVEN = frozenset("give grant award send offer hand pay owe lend show teach tell ask call name".split())
"""Verbs whose participle may have an object as well: "a man given ten years"."""
_MEASURING = frozenset({"measuring", "registering", "costing", "weighing"})
"""What has a number for its object, and no number of things: not "carrying 40 injured passengers"."""
_MAKING = frozenset("make give offer hand send deal pay".split())


def with_verbs(tokens: list[Token]) -> None:
    """Mend in place the verbs that were taken for something else, and the two objects of a verb."""
    for token in list(tokens):
        if token.dep == "acl" and token.tag in ("VBN", "VBD"):
            _head_sentence(tokens, token)
        elif token.dep == "conj" and token.tag in ("NNS", "NNPS"):
            _join_verb(tokens, token)
        elif token.dep == "ccomp" and token.tag == "NN":
            _part_objects(tokens, token)
        elif token.dep == "ROOT" and token.tag == "VBZ":
            _take_compound(tokens, token)
        elif token.dep == "amod" and token.tag == "VBN":
            _part_number(tokens, token)


def _head_sentence(tokens: list[Token], verb: Token) -> None:
    """Make a participle with an object the verb of a sentence that has none: "A quake jolted the coast"."""
    noun = tokens[verb.head]
    if noun.head != noun.i or noun.pos not in ("NOUN", "PROPN") or verb.lemma in _GIVEN or tokens[-1].text != ".":
        return
    own = [t for t in tokens if t.head == verb.i and t.i != verb.i]
    objects = [t for t in own if t.dep == "dobj" and t.i > verb.i and t.label not in ("DATE", "TIME")]
    determined = noun.tag != "NN" or any(t.head == noun.i and t.dep in ("det", "poss", "nummod") for t in tokens)
    if not objects or not determined or any(t.dep in ("nsubj", "auxpass", "aux") for t in own):
        return
    if any(t.tag in _FINITE and t.head == noun.i for t in tokens):
        return
    tokens[verb.i] = dataclasses.replace(verb, dep="ROOT", head=verb.i, tag="VBD", pos="VERB")
    attach(tokens, noun.i, verb.i, "nsubj")
    for other in tokens:
        if other.head == noun.i and other.i > verb.i and other.dep in ("punct", "prep", "advcl", "conj", "cc"):
            attach(tokens, other.i, verb.i, other.dep)


def _take_compound(tokens: list[Token], verb: Token) -> None:
    """In the headline "4.1 quake shakes the coast" the subject: no noun describes a verb."""
    before = [t for t in tokens[: verb.i] if t.head == verb.i]
    noun = tokens[verb.i - 1]
    if noun not in before or noun.dep != "compound" or noun.pos not in ("NOUN", "PROPN"):
        return
    if any(t.dep in ("nsubj", "nsubjpass", "expl", "csubj") for t in before):
        return
    attach(tokens, noun.i, verb.i, "nsubj")
    for other in before:
        if other.dep in ("compound", "nummod", "amod", "det", "nmod", "poss") and other.i < noun.i:
            attach(tokens, other.i, noun.i, other.dep)


def _part_number(tokens: list[Token], verb: Token) -> None:
    """In "A quake measuring 4.1 jolted two towns." number and verb, where the towns would be what is measured."""
    thing = tokens[verb.head]
    part = tokens[thing.head]
    noun = tokens[part.head]
    number = tokens[verb.i - 1]
    if (
        noun.head != noun.i
        or part.dep != "acl"
        or part.text.lower() not in _MEASURING
        or number.pos != "NUM"
        or number.i != part.i + 1
    ):
        return
    if thing.dep != "dobj" or any(t.tag in _FINITE for t in tokens if t.head == noun.i) or tokens[-1].text != ".":
        return
    for other in tokens[verb.i + 1 :]:
        if other.head in (part.i, noun.i):
            attach(tokens, other.i, verb.i, other.dep)
    attach(tokens, number.i, part.i, "dobj")
    attach(tokens, thing.i, verb.i, "dobj")
    attach(tokens, noun.i, verb.i, "nsubj")
    tokens[verb.i] = dataclasses.replace(tokens[verb.i], dep="ROOT", head=verb.i, tag="VBD", pos="VERB")


def _join_verb(tokens: list[Token], noun: Token) -> None:
    """In the headline "Lee Leaves Board, Signs With Rovers" the second verb, which looks like a plural."""
    first = tokens[noun.head]
    base = noun.text.lower().removesuffix("s")
    if first.tag != "VBZ" or first.i > noun.i or tokens[noun.i - 1].text != "," or base not in lexicon().verbs:
        return
    if noun.i + 1 < len(tokens) and tokens[noun.i + 1].tag in ("IN", "RP", "TO"):
        tokens[noun.i] = dataclasses.replace(noun, tag="VBZ", pos="VERB", lemma=base)


def _part_objects(tokens: list[Token], noun: Token) -> None:
    """In "made the striker Al Lee a new offer" who gets it, and what he gets, which is no clause."""
    verb = tokens[noun.head]
    own = [t for t in tokens[verb.i + 1 : noun.i] if t.head == noun.i]
    whom = [t for t in own if t.dep == "nsubj"]
    if verb.lemma not in _MAKING or not whom or not any(t.dep == "det" for t in own):
        return
    if noun.lemma.lower() in lexicon().nouns:
        attach(tokens, whom[0].i, verb.i, "dative")
        attach(tokens, noun.i, verb.i, "dobj")
