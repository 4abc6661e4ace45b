"""Finds pledges, threats and demands that are made by saying what somebody will or must do; knows speech-acts.tsv."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache

from kgexport.annotate.events.filling.slots import verb_slots
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.lexicon import Pattern, rows
from kgexport.model import Sentence, Token

_PLAIN = ("announcement", "warning", "demand", "admission", "statement")
"""Types of saying that what is said makes a pledge, threat or demand."""
_SPEAKERS_OWN = {"it", "he", "she", "they", "we", "i"}


@dataclass(frozen=True, slots=True)
class _Act:
    modals: frozenset[str]
    by_self: bool
    types: frozenset[str]
    pattern: Pattern


@cache
def _table() -> tuple[frozenset[str], tuple[_Act, ...]]:
    verbs: frozenset[str] = frozenset()
    acts = []
    for number, (modals, subject, what, name, frame) in enumerate(rows("speech-acts.tsv", 5)):
        if modals == "verbs":
            verbs = frozenset(what.split(","))
        else:
            pattern = Pattern(("say",), True, name, frame, (), number)
            acts.append(_Act(frozenset(modals.split(",")), subject == "self", frozenset(what.split(",")), pattern))
    return verbs, tuple(acts)


def with_speech_acts(sentence: Sentence, triggers: list[Trigger]) -> list[Trigger]:
    """The triggers, with saying verbs that promise, threaten or demand as triggers of that."""
    by_head = {trigger.head.i: trigger for trigger in triggers}
    verbs, _ = _table()
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lemma in verbs:
            known = by_head.get(token.i)
            act = _act(sentence, token, by_head)
            if act and (known is None or known.pattern.type in _PLAIN):
                if known:
                    by_head[token.i] = dataclasses.replace(known, pattern=act)
                else:
                    by_head[token.i] = Trigger(act, token, (token,), verb_slots(sentence, token, ()))
    return sorted(by_head.values(), key=lambda trigger: trigger.head.i)


def _act(sentence: Sentence, verb: Token, triggers: dict[int, Trigger]) -> Pattern | None:
    for clause in sentence.children(verb, "ccomp"):
        modals = {child.text.lower() for child in sentence.children(clause, "aux")}
        subject = sentence.children(clause, "nsubj", "nsubjpass")
        if (
            not modals
            or not subject
            or "have" in modals  # "should have known" judges what is past
            or any(child.dep == "neg" and "must" in modals for child in sentence.children(clause))
        ):
            continue
        own = subject[-1].text.lower() in _SPEAKERS_OWN
        told = _told(sentence, clause, triggers)
        if any(child.dep == "neg" for child in sentence.children(clause)):
            told -= {"rejection"}  # "he would not rule it out" threatens nobody
        for act in _table()[1]:
            if modals & act.modals and own is act.by_self and ("any" in act.types or act.types & told):
                return act.pattern
    return None


def _told(sentence: Sentence, clause: Token, triggers: dict[int, Trigger]) -> set[str]:
    """The types that a clause tells of: by its verb, or by the noun that the verb carries."""
    found = {triggers[clause.i].pattern.type} if clause.i in triggers else set()
    return found | {t.pattern.type for t in triggers.values() if t.support and t.support.i == clause.i}
