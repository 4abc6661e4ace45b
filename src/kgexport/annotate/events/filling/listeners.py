"""Finds who hears what is said where the verb itself names nobody: "in a letter to X", "speaking to X"; knows no type.

A listener is told in the phrase that says on what occasion or in what form somebody spoke, or as the owner of the
programme that he spoke to.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.clause import expanded
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import MentionKind, Role, RoleName, Sentence, Token

_ASKED = {"ask", "question", "press", "quiz", "interview"}
_ASKING = {"ask", "beg", "plead", "appeal", "implore", "urge", "tell", "call", "question", "press", "write"}
_ASKED_OF = ("with", "to", "on", "upon")
_ANSWERING = {"reply", "answer", "respond", "retort"}
_IN = {"in", "during", "via", "through"}


def listeners(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """The roles with those who hear it, where nobody does yet."""
    frame = {name for name, _ in lexicon().frames[trigger.pattern.frame]}
    told = trigger.pattern.verb and trigger.said is not None and RoleName.RECIPIENT in frame
    if not told or any(role.name is RoleName.RECIPIENT for role in roles):
        return []
    known = {role.filler for role in roles}
    answered = _answered(sentence, trigger.head, fillers, known)
    for head in (*_programmes(sentence, trigger, fillers), *_hearing(sentence, trigger.head), *answered):
        found = [
            role
            for token in expanded(sentence, head)
            for role in fillers.fill_all(sentence, token, RoleName.RECIPIENT)
            if role.filler not in known
        ]
        if found:
            return found
    return []


def _programmes(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> Iterator[Token]:
    """The broadcaster of "told the BBC's Today programme", the people of "told a crowd of supporters"."""
    for token in trigger.slots.get("object", ()):
        if trigger.pattern.frame != "inform" or fillers.is_name(token) or token.pos not in ("NOUN", "PROPN"):
            continue
        for owner in sentence.children(token, "poss", "compound", "nmod"):
            named = fillers.reading.named(owner)
            if named and named.mention.kind is MentionKind.NAME and "media" in fillers.reading.kinds(sentence, owner):
                yield owner
        of = [t for t in sentence.children(token, "prep") if t.lemma == "of"]
        yield from (noun for t in of for noun in sentence.children(t, "pobj") if noun.tag in ("NNS", "NNPS"))


def _answered(sentence: Sentence, verb: Token, fillers: Fillers, known: set[str]) -> Iterator[Token]:
    """Who asked the one who answers: "Ann Lee pleaded with him to go, but he replied"."""
    asked = sentence.head(verb)
    if verb.lemma.lower() not in _ANSWERING or verb.dep != "conj" or asked.lemma.lower() not in _ASKING:
        return
    heard = [*sentence.children(asked, "dobj", "dative"), *_behind(sentence, asked, *_ASKED_OF)]
    if any(fillers.key(sentence, token) in known for token in heard):
        yield from sentence.children(asked, "nsubj")


def _hearing(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Those behind "in a letter to", "speaking to", "asked by" around a verb of telling."""
    for preposition in sentence.children(verb, "prep"):
        if preposition.lemma.lower() in _IN:
            for noun in sentence.children(preposition, "pobj"):
                yield from _of_form(sentence, noun)
    subjects = sentence.children(verb, "nsubj")
    for clause in (*sentence.children(verb, "advcl"), *(t for s in subjects for t in sentence.children(s, "acl"))):
        if sentence.children(clause, "nsubj", "nsubjpass", "mark", "aux"):
            continue
        if clause.tag == "VBG" and clause.lemma in setting_words()["addressing"]:
            yield from sentence.children(clause, "dobj") if clause.lemma in ("address", "brief", "tell") else ()
            yield from _behind(sentence, clause, "to", "with")
        elif clause.tag == "VBN" and clause.lemma in _ASKED:
            yield from (noun for by in sentence.children(clause, "agent") for noun in sentence.children(by, "pobj"))


def _of_form(sentence: Sentence, noun: Token) -> Iterator[Token]:
    if noun.lemma.lower() in setting_words()["form"]:
        yield from _behind(sentence, noun, "to", "with")


def _behind(sentence: Sentence, head: Token, *words: str) -> Iterator[Token]:
    for preposition in sentence.children(head, "prep", "dative"):
        if preposition.lemma.lower() in words:
            yield from sentence.children(preposition, "pobj")
