"""Says whether a happening stands around a condition, or within what somebody is accused of; knows grammar only."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.model import Sentence, Token

_HIGHEST = 8


def in_condition(sentence: Sentence, token: Token) -> Iterator[tuple[str, Token]]:
    """Whether a clause with "if" or "unless" is around, or says when; what a relative clause adds is no part of it."""
    modal = {t.text.lower() for t in sentence.children(token, "aux")} & {"will", "wo", "would", "'ll", "’ll"}
    for clause in sentence.children(token, "advcl") if modal else ():
        if any(mark.lemma.lower() in ("if", "unless") for mark in sentence.children(clause, "mark")):
            yield "conditional", clause
            return
    for _ in range(_HIGHEST):
        if token.head == token.i or token.dep == "relcl":
            return
        token = sentence.head(token)
        if token.dep == "advcl" and any(
            mark.lemma.lower() in ("if", "unless") for mark in sentence.children(token, "mark")
        ):
            yield "conditional", token
            return


def in_allegation(sentence: Sentence, token: Token) -> Iterator[tuple[str, Token]]:
    """Whether what somebody is accused of is around: "accused of using a gun that was smuggled in"."""
    for above in sentence.ancestors(token)[:_HIGHEST]:
        preposition = sentence.head(above)
        if (
            above.dep == "pcomp"
            and preposition.lemma == "of"
            and sentence.head(preposition).lemma in ("accuse", "suspect")
        ):
            yield "alleged", above
            return
