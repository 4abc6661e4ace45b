"""Gives an event the things of a clause that is its content but tells of no event: "refused to give names"; no status.

A noun that may tell of an event is kept as a thing besides, for the case that no event comes of it ("the contract").
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kgexport.annotate.events.clause import expanded
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.filling.things import THING, meant
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Role, RoleName, Sentence, Span, Token

_OF_CONTENT, _RESOLVED = {"communication", "diplomacy", "politics", "concessions"}, {"decision", "planning"}
"""The events of which an infinitive says what is told, asked, refused, decided; not what for: "called to repair it"."""
_LIGHT = {"be", "have", "become", "seem", "go", "come", "continue", "keep", "help", "let", "make", "take"}
"""Verbs whose object says nothing without them: "agreed to make peace"."""


def add_clause_things(sentence: Sentence, draft: Draft, told: set[int], fillers: Fillers) -> None:
    """Add what is refused, promised, agreed to be done something to: the object of the infinitive behind the verb.

    `told`: positions of the words that tell of events of their own.
    """
    known = any(content.trigger.head.i in told for content in draft.contents)
    told_so = group_of(draft.type) in _OF_CONTENT or draft.type in _RESOLVED
    if not draft.trigger.pattern.verb or known or not told_so or draft.trigger.said is not None:
        return
    if all(name is not RoleName.OBJECT for name, _ in lexicon().frames[draft.trigger.pattern.frame]):
        return
    for inner in draft.trigger.slots.get("infinitive", ())[:1]:
        if inner.i in told or inner.pos != "VERB" or inner.lemma in _LIGHT:
            continue
        for head in (t for own in sentence.children(inner, "dobj") for t in expanded(sentence, own)):
            if not is_prefix(sentence, head):
                _add(sentence, draft, head, fillers)


def is_prefix(sentence: Sentence, word: Token) -> bool:
    """Whether a hyphen ties a word to the next one: "quasi" in "a quasi-state of war"."""
    behind = sentence.tokens[word.i + 1 : word.i + 2]
    return bool(behind) and behind[0].text == "-"


def _add(sentence: Sentence, draft: Draft, head: Token, fillers: Fillers) -> None:
    """Add a thing as object, in the place of a name that only says whose it is: "the value of Ann Lee's offer"."""
    head = meant(sentence, head)
    phrase = sentence.subtree(head)
    around = Span(phrase[0].span.begin, phrase[-1].span.end)
    inside = [r for r in draft.roles if r.name is RoleName.OBJECT and around.covers(r.mention.span)]
    if any(role.name is RoleName.OBJECT and role not in inside and not _is_thing(role) for role in draft.roles):
        return
    if any(role.mention.span.overlaps(head.span) for role in draft.roles):
        return
    role = fillers.thing(sentence, head)
    asked = draft.trigger.pattern.frame == "ask"  # whom a name is asked to meet or to sign with is not asked for
    if role is not None and asked and not _is_thing(role):
        return
    if role is not None and role.filler not in draft.role(*RoleName):
        draft.roles = [r for r in draft.roles if r not in inside]
        draft.roles.append(dataclasses.replace(role, name=RoleName.OBJECT))


def add_prices(sentence: Sentence, draft: Draft, fillers: Fillers) -> None:
    """Note whose price or shares rise, with the price or shares: "shares of Acme rose"."""
    if draft.trigger.pattern.frame != "rise":
        return
    for figure in (*draft.trigger.slots.get("subject", ()), *draft.trigger.slots.get("object", ())):
        if figure.pos not in ("NOUN", "PROPN") or fillers.reading.named(figure):
            continue
        owned = Span(sentence.subtree(figure)[0].span.begin, sentence.subtree(figure)[-1].span.end)
        for role in draft.roles:
            inside = owned.covers(role.mention.span) and not role.mention.span.overlaps(figure.span)
            made = fillers.things.at(sentence, figure) if inside and role.name is RoleName.OBJECT else None
            if made is not None:
                fillers.made.append(made[0])
                draft.prices[role.filler] = Role(RoleName.OBJECT, made[0].key, made[1])


def _is_thing(role: Role) -> bool:
    return role.mention.annotator == THING


def spare_things(sentence: Sentence, draft: Draft, fillers: Fillers) -> Iterator[Role]:
    """The nouns of its content as things, for the case that no event comes of them: "approved the contract"."""
    objects = {t.i: t for t in draft.trigger.slots.get("object", ())} if draft.trigger.pattern.verb else {}
    for content in draft.contents:
        noun = objects.get(content.trigger.head.i)
        if noun is None or content.trigger.pattern.verb or content.roles:
            continue
        made = fillers.things.at(sentence, noun)
        if made is not None:
            fillers.made.append(made[0])
            yield Role(RoleName.OBJECT, made[0].key, made[1])
