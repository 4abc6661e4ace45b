"""Tells what only stands beside a clause from what belongs to it: comments behind a comma, other stories."""

from __future__ import annotations

from kgexport.model import Sentence, Token


def stands_apart(sentence: Sentence, verb: Token, child: Token) -> bool:
    """Whether what a parser takes for the object or content of a verb is no part of its clause."""
    if child.dep == "dobj" and _is_place(sentence, child):
        return True
    if child.dep == "dobj":
        return _is_afterthought(sentence, verb, child)
    return _is_other_story(sentence, child, verb)


def _is_afterthought(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Whether a noun behind a comma comments on the clause: "agreed to meet, the first result of the talks"."""
    clauses = [t for t in sentence.children(verb, "xcomp", "ccomp") if verb.i < t.i < noun.i]
    first = sentence.subtree(noun)[0]
    if not clauses or first.i == 0:
        return False
    return sentence.tokens[first.i - 1].text in (",", "-", "–", "—") and not sentence.children(noun, "conj")


def _is_other_story(sentence: Sentence, clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from the verb behind it: "Boat sinks; 31 bodies found"."""
    between = sentence.tokens[clause.i + 1 : verb.i]
    return clause.i < verb.i and any(t.text == ";" for t in between)


def _is_place(sentence: Sentence, noun: Token) -> bool:
    """Whether "outside" before a bare noun was read as an adjective: "said outside court", "set up outside depots"."""
    before = sentence.tokens[noun.i - 1] if noun.i else noun
    beside = before.dep == "amod" and before.head == noun.i and before.text.lower() in ("outside", "inside")
    return beside and not sentence.children(noun, "det", "poss", "nummod")
