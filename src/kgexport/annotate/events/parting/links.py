"""Relates the events of a sentence: what one is about, part of, done at, who else is in it; knows no other sentence."""

from __future__ import annotations

import dataclasses

from kgexport.annotate.events.clause_repairs import feats
from kgexport.annotate.events.draft import Draft, Owners, by_heads, first_head
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.finding.other_acts import acts_beside, deeds, governs_acts
from kgexport.annotate.events.groups import group_of
from kgexport.model import Role, RoleName, Sentence, Token

_HARM = {"killing", "injury", "death"}
_HARMFUL = {"bombing", "shooting", "airstrike", "armed-attack"}
_JUDGED = {"conviction", "charge", "accusation"}
"""What is said of somebody for what he did."""
_SUFFERED = {"killing", "injury", "death", "birth"}
"""What happens to people and animals, and to no event."""
_SHARED = {"armed-conflict", "clash", "negotiation", "discussion", "meeting", "conference", "joint-exercise"}
_ASKING = {"appeal", "question", "demand", "proposal", "invitation", "offer"}
_SAYING = {"statement", "question", "forecast"}
_NOT_ABOUT = {("charge", "sentence"), ("charge", "arrest"), ("charge", "conviction"), ("charge", "appeal")}
"""What is done for or on it, not to it: "sentenced on charges of fraud"."""
_ABOUT = ("object", "for", "on", "clause")
_ANSWERING = {"reply", "answer", "respond", "retort"}
_OCCASIONS = ("during", "at", "in", "amid")


def relate(sentence: Sentence, drafts: list[Draft], owners: Owners, fillers: Fillers) -> None:
    """Add to each draft what the others of the sentence have to do with it."""
    heads = by_heads(drafts)
    for draft in drafts:
        _add_contents(sentence, draft, owners)
        _add_announced(sentence, draft, owners)
        _add_next_deeds(sentence, draft, drafts)
        _add_audience(draft, heads)
        _add_asker(sentence, draft, owners)
        head = first_head(sentence, draft.trigger.head)
        above = sentence.head(head)
        if head.dep == "dobj" and above.lemma in ("include", "feature", "comprise"):
            for subject in sentence.children(above, "nsubj"):
                draft.whole = heads.get(subject.i)
        if head.dep == "pobj" and above.lemma.lower() in _OCCASIONS:
            _take_part(sentence, draft, above, owners, fillers)
        elif head.dep == "pobj" and above.lemma.lower() in ("with", "through", "by"):
            _pay_for(draft, owners.get(above.head))


def _add_contents(sentence: Sentence, draft: Draft, owners: Owners) -> None:
    """What is demanded, announced, investigated where that is an event of its own; statements have claims for that."""
    if draft.type in _SAYING | _SUFFERED:
        return
    if not draft.trigger.pattern.verb:
        tokens = draft.trigger.slots.get("for", ())
    else:
        tokens = [token for name in _ABOUT for token in draft.trigger.slots.get(name, ())]
        tokens += _charged(sentence, draft)
        if governs_acts(draft.type):  # "told to lock the door and wait"
            tokens += [deed for deed in deeds(sentence, draft.trigger) if deed not in tokens]
            tokens = [act for token in tokens for act in acts_beside(sentence, token)]
    if draft.trigger.pattern.frame == "achieve":  # "the first club to win the cup"
        tokens = [deed for noun in draft.trigger.slots.get("attr", ()) for deed in feats(draft.sentence, noun)]
    for token in tokens:
        content = owners.get(token.i)
        if content and (content.type, draft.type) in _NOT_ABOUT | {(content.type, "surrender")}:
            continue
        if content and content is not draft and content not in draft.contents and draft not in content.contents:
            draft.contents.append(content)


def _add_next_deeds(sentence: Sentence, draft: Draft, drafts: list[Draft]) -> None:
    """What somebody is convicted of besides in "convicted of overpowering a guard before killing a judge"."""
    if draft.type not in _JUDGED:
        return
    deeds = {content.trigger.head.i for content in draft.contents if content.trigger.head.tag == "VBG"}
    for other in drafts:
        between = sentence.head(other.trigger.head)
        then = other.trigger.head.dep == "pcomp" and between.lemma.lower() in ("before", "after")
        if then and between.head in deeds and other.type in _HARM | _HARMFUL and other not in draft.contents:
            draft.contents.append(other)


def _charged(sentence: Sentence, draft: Draft) -> list[Token]:
    """What somebody is charged with having done: "charged with selling secrets"."""
    if draft.type != "charge":
        return []
    around = [t for t in sentence.children(draft.trigger.head, "prep") if t.lemma.lower() == "with"]
    return [clause for preposition in around for clause in sentence.children(preposition, "pcomp")]


def _add_audience(draft: Draft, heads: dict[int, Draft]) -> None:
    """In "told a news conference that …" it is held, and hears what is said."""
    if draft.trigger.said is None or not draft.trigger.pattern.verb:
        return
    for token in draft.trigger.slots.get("object", ()):
        other = heads.get(token.i)
        if other is None or other.type != "press-conference" or other.trigger.pattern.verb:
            continue
        stands = draft.standing
        other.standing = dataclasses.replace(
            other.standing, status=stands.status, polarity=stands.polarity, modality=stands.modality
        )
        draft.occasion = other
        draft.contents.append(other)


def _add_asker(sentence: Sentence, draft: Draft, owners: Owners) -> None:
    """In "she begged him to stay, but he replied that …" it is she who hears it."""
    head = draft.trigger.head
    asked = owners.get(head.head) if head.dep == "conj" and head.lemma in _ANSWERING and draft.trigger.said else None
    if asked is None or asked is draft or asked.type not in _ASKING or draft.role(RoleName.RECIPIENT):
        return
    if draft.role(RoleName.AGENT) and draft.role(RoleName.AGENT) == asked.role(RoleName.RECIPIENT):
        askers = [role for role in asked.roles if role.name is RoleName.AGENT]
        draft.roles += [dataclasses.replace(role, name=RoleName.RECIPIENT) for role in askers]


def _add_announced(sentence: Sentence, draft: Draft, owners: Owners) -> None:
    """In "X will leave, as announced by Y" the leaving is what Y announced."""
    head = draft.trigger.head
    if head.dep == "advcl" and any(child.text.lower() == "as" for child in sentence.children(head, "mark")):
        told = owners.get(head.head)
        if told and told is not draft and draft.type == "announcement":
            draft.contents.append(told)


def _take_part(sentence: Sentence, draft: Draft, preposition: Token, owners: Owners, fillers: Fillers) -> None:
    other = owners.get(preposition.head)
    if other is None:
        if draft.type in _SHARED:
            _add_involved(sentence, draft, sentence.head(preposition), fillers)
        return
    if other is draft:
        return
    if draft.type == "armed-conflict" and group_of(other.type) == "communication":
        known = draft.role(*RoleName)
        involved = [r for r in other.roles if r.name in (RoleName.OBJECT, RoleName.RECIPIENT) and r.filler not in known]
        draft.roles += [Role(RoleName.PARTICIPANT, role.filler, role.mention) for role in involved]
    if other.type in _HARM and draft.type in _HARMFUL and not draft.role(RoleName.OBJECT):
        draft.roles += [role for role in other.roles if role.name is RoleName.OBJECT]
    if not draft.trigger.support:
        other.occasion = draft


def _add_involved(sentence: Sentence, draft: Draft, noun: Token, fillers: Fillers) -> None:
    """In "the role of X in the war" X takes part in the war."""
    owners = [noun, *sentence.children(noun, "poss")]
    owners += [p for of in sentence.children(noun, "prep") if of.lemma == "of" for p in sentence.children(of, "pobj")]
    for token in owners:
        if fillers.is_name(token) and fillers.is_actor(sentence, token):
            role = fillers.fill(sentence, token, RoleName.PARTICIPANT)
            if role and role.filler not in draft.role(*RoleName):
                draft.roles.append(Role(RoleName.PARTICIPANT, role.filler, role.mention))


def _pay_for(draft: Draft, other: Draft | None) -> None:
    """In "construction began with investments of …" the money is for the construction."""
    if other is not None and other is not draft:
        draft.occasion = draft.occasion or other
