"""Hangs words of a parsed sentence on other words, for the repairs of the parse; knows no grammar."""

from __future__ import annotations

import dataclasses

from kgexport.model import Token


def attach(tokens: list[Token], at: int, head: int, dep: str) -> None:
    """Hang a word on another one."""
    tokens[at] = dataclasses.replace(tokens[at], head=head, dep=dep)


def below(tokens: list[Token], top: int) -> list[int]:
    """Positions of a word and of all that hangs on it and stands in one piece with it."""
    inside = {top}
    for step in (-1, 1):
        at = top + step
        while 0 <= at < len(tokens) and hangs(tokens, at, top):
            inside.add(at)
            at += step
    return sorted(inside)


def hangs(tokens: list[Token], at: int, top: int) -> bool:
    """Whether a word hangs on another, directly or not."""
    for _ in range(40):
        if at == top:
            return True
        if tokens[at].head == at:
            return False
        at = tokens[at].head
    return False
