"""Reads "beat" as the verb of a result where the parser took it for a part of a name; knows no parser.

"As Rovers beat holders Town 2-1": between two names "beat" is neither an adjective nor half of a noun, so the name
before it is its subject and the noun that it was made a part of is its object.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.language.trees import attach
from kgexport.model import Token

_STANDING = frozenset(
    "holders champions hosts leaders visitors minnows rivals giants strugglers newcomers neighbours neighbors".split()
)
"""What the team behind such a word is: "holders Malden Town"."""
_RESULTS = frozenset("beat win defeat thrash edge overcome see draw rally hold".split())
_BEATING = frozenset({"beat"})
_INSIDE = ("compound", "amod", "nmod", "nummod")
_HIGHEST = 6
_NAMES = ("PROPN",)
_TIMES = ("DATE", "TIME")


def with_contests(tokens: list[Token]) -> None:
    """Mend in place each "beat" between a name and those whom it beat."""
    for token in list(tokens):
        if token.text.lower() in _BEATING and token.dep in _INSIDE and 0 < token.i < len(tokens) - 1:
            beaten = _beaten(tokens, token.i)
            if beaten is not None and tokens[token.i - 1].pos in _NAMES:
                _make_verb(tokens, token.i, beaten)
    for token in list(tokens):
        if token.text.lower() in _STANDING and token.tag == "NNS":
            _name_team(tokens, tokens[token.i])
        elif token.dep == "advcl" and token.lemma in _RESULTS:
            _hang_on_result(tokens, tokens[token.i])


def _beaten(tokens: list[Token], at: int) -> int | None:
    """Position of the noun that "beat" was made a part of; None where it holds no name or has an article before."""
    noun = tokens[at].head
    for _ in range(_HIGHEST):
        if tokens[noun].dep not in _INSIDE or tokens[noun].head <= noun:
            break
        noun = tokens[noun].head
    if noun <= at or tokens[noun].pos not in ("PROPN", "NOUN"):
        return None
    inside = [t for t in tokens[at + 1 : noun + 4] if t.head == noun or t.i == noun]
    return noun if any(t.pos in _NAMES for t in inside) else None


def _make_verb(tokens: list[Token], at: int, beaten: int) -> None:
    above, dep = tokens[beaten].head, tokens[beaten].dep
    tokens[at] = dataclasses.replace(tokens[at], tag="VBD", pos="VERB", lemma="beat")
    if dep == "ROOT":
        attach(tokens, at, at, "ROOT")
    elif dep == "pobj" and tokens[above].text.lower() in ("as", "after", "before"):
        outer = tokens[above].head
        if outer > beaten:  # "as X beat Y to reach the final": reaching it came of the beating
            attach(tokens, at, tokens[outer].head, "advcl")
            attach(tokens, outer, at, "advcl")
        else:
            attach(tokens, at, outer, "advcl")
        attach(tokens, above, at, "mark")
    else:
        attach(tokens, at, above, "advcl" if dep in ("pobj", "dobj") else dep)
    attach(tokens, beaten, at, "dobj")
    _take_subject(tokens, at, beaten)
    for other in tokens[beaten + 1 :]:
        when = any(t.head == other.i and t.label in _TIMES for t in tokens[other.i + 1 : other.i + 4])
        if other.head == beaten and other.dep == "prep" and when:
            attach(tokens, other.i, at, "prep")


def _take_subject(tokens: list[Token], at: int, beaten: int) -> None:
    """Hang the name before "beat" on it, with its first parts, which were hung on those who were beaten."""
    last = at - 1
    attach(tokens, last, at, "nsubj")
    for other in reversed(tokens[:last]):
        outside = other.head == other.i or other.head >= at
        if other.dep not in (*_INSIDE, "det", "poss") or not (outside or other.head == last) or other.head > beaten:
            return
        attach(tokens, other.i, last, other.dep)


def _name_team(tokens: list[Token], noun: Token) -> None:
    """Let the name right behind "holders" be whom the phrase is about."""
    parts = [t for t in tokens[noun.i + 1 : noun.i + 6] if t.head == noun.i and t.dep == "appos" and t.pos in _NAMES]
    if not parts or any(t.pos not in _NAMES for t in tokens[noun.i + 1 : parts[0].i]):
        return
    name = parts[0].i
    if noun.head == noun.i:
        return
    attach(tokens, name, noun.head, noun.dep)
    attach(tokens, noun.i, name, "compound")
    for other in tokens:
        if other.head == noun.i and other.i not in (noun.i, name) and other.dep != "amod":  # "defending champions"
            attach(tokens, other.i, name, other.dep)


def _hang_on_result(tokens: list[Token], clause: Token) -> None:
    """Hang what follows "as Rovers beat Town" on "beat": "Lee scored as Rovers beat Town 3-0 at Hull to reach it"."""
    first = tokens[clause.head]
    marked = any(t.head == clause.i and t.text.lower() == "as" for t in tokens[first.i + 1 : clause.i])
    if not marked or first.i > clause.i or not any(t.head == clause.i and t.dep == "nsubj" for t in tokens):
        return
    for other in tokens[clause.i + 1 :]:
        loose = other.dep in ("prep", "advcl", "npadvmod") and other.tag in ("IN", "VB", "NN", "TO")
        if other.head == first.i and loose:
            attach(tokens, other.i, clause.i, other.dep)
