"""Decides whether a draft tells of a happening, and not of a habit, a state, a figure or a word in passing.

Knows telling.tsv, the roles that were found and where in the article the sentence stands; changes no role.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.finding.other_acts import OTHER
from kgexport.annotate.events.finding.statements import is_voiced
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.reality.plain import is_plain, is_title
from kgexport.annotate.events.reality.quoted import is_told_in_quotation
from kgexport.annotate.events.reality.specific import (
    has_result,
    is_definite,
    is_habit,
    is_instruction,
    is_led,
    is_named_occasion,
    is_of,
    is_specific,
    is_statistics,
    rules_of_telling,
)
from kgexport.model import BlockKind, Polarity, RoleName, Token

_SAYING_GROUPS = {"communication", "diplomacy", "concessions", "sanctions"}
"""Groups whose verbs tell of an act in the simple present too, and need somebody who acts."""
_BY_NAMES = {"communication", "diplomacy", "economy", "politics", "sport"}
"""Groups whose verbs tell of an act by somebody with a name also where nobody knew the name before."""
_BARE = ("csubj", "pcomp", "acl", "xcomp")
_IDLE = {"be", "have", "see", "get", "take", "need"}
"""Support verbs that say too little to tell of an event whose noun names nobody."""


def is_weighty(draft: Draft) -> bool:
    """Whether a happening is worth telling also where nobody is named, if it is what another one is about."""
    return is_of(draft, "noun") or group_of(draft.type) in ("justice", "coercion")


def is_told(draft: Draft, reading: Reading, linked: bool = False) -> bool:
    """Whether the text tells of the happening; marks nouns in passing, which may go back to an earlier event.

    `linked`: another happening is about it, part of it or took place at it; then it needs nobody of its own.
    """
    if draft.standing.generic or is_statistics(draft) or _lacks_pair(draft) or _is_idle_journey(draft, reading):
        return False
    if draft.type == OTHER:  # never by itself
        done = [t for name in ("subject", "object") for t in draft.trigger.slots.get(name, ())]
        return draft.asked and (bool(draft.roles) or any(t.pos == "NOUN" for t in done))
    if is_voiced(draft.trigger, reading):
        return True
    if draft.type == "statement" and draft.trigger.said:
        return False
    if reading.is_quoted(draft.trigger.head) and not is_told_in_quotation(draft, reading):
        return False
    headline = draft.sentence.block is BlockKind.HEADLINE
    if draft.trigger.pattern.verb:
        return _is_told_by_verb(draft, headline, reading, linked)
    return _is_told_by_noun(draft, headline, reading, linked)


def _lacks_pair(draft: Draft) -> bool:
    """Whether a match is told of by one side only, without place and date: "his first game"."""
    if not is_of(draft, "pair") or draft.sentence.block is BlockKind.HEADLINE or is_named_occasion(draft):
        return False
    sides = set(draft.role(RoleName.AGENT, RoleName.PARTICIPANT, RoleName.OBJECT))
    return len(sides) < 2 and not draft.role(RoleName.LOCATION) and not any(True for _ in draft.calendar())


def _is_idle_journey(draft: Draft, reading: Reading) -> bool:
    """Whether nobody travels, or nowhere: "a trip to the playoffs", "the pilgrimage to Mecca"."""
    if not is_of(draft, "journey") or reading.is_lead(draft.sentence) or any(True for _ in draft.calendar()):
        return False
    somebody = bool(draft.role(RoleName.AGENT, RoleName.RECIPIENT)) or is_plain(draft, reading)
    return not (somebody and (draft.role(RoleName.OBJECT, RoleName.LOCATION) or _goes_somewhere(draft, reading)))


def _goes_somewhere(draft: Draft, reading: Reading) -> bool:
    """Whether a verb says where to, if only by a noun: "returned to the field"; not "returned it to the field"."""
    slots = draft.trigger.slots
    goals = [t for name in ("to", "into", "from", "object") for t in slots.get(name, ()) if t.pos in ("NOUN", "PROPN")]
    moved = draft.sentence.children(draft.trigger.head, "dobj") or draft.trigger.head.lemma == "go"
    persons = all("animate" in reading.kinds(draft.sentence, t) for t in slots.get("subject", ()))
    return draft.trigger.pattern.verb and bool(goals) and persons and not moved


def _is_told_by_noun(draft: Draft, headline: bool, reading: Reading, linked: bool) -> bool:
    who = linked or any(role.name is not RoleName.LOCATION for role in draft.roles)
    if draft.standing.polarity is Polarity.NEGATIVE and not who:
        carried = draft.trigger.support is not None and draft.trigger.support.lemma not in _IDLE
        return is_of(draft, "harm") and (carried or bool(draft.standing.governors)) and not draft.standing.generic
    if is_habit(draft, headline):
        return False
    if who:
        draft.passing = False
        return True
    if draft.trigger.pattern.everyday:
        return draft.trigger.support is not None and not is_of(draft, "inner") and is_plain(draft, reading)
    placed = any(True for _ in draft.calendar()) or bool(draft.role(RoleName.LOCATION))
    if not headline and not placed and _is_defined(draft):
        draft.passing = True
        return is_definite(draft) or draft.trigger.head.tag == "NN"
    if is_of(draft, "occasion") and is_led(draft):
        return False
    if draft.type == "injury" and draft.standing.real and draft.trigger.slots.get("undergoer"):
        return True
    support = draft.trigger.support
    carried = support is not None and support.lemma not in _IDLE
    definite = is_definite(draft)
    if is_of(draft, "noun") and not draft.trigger.pattern.needs_args():
        told = _is_carried(draft, definite) or headline or placed or carried or definite
    else:
        leading = headline or (reading.is_lead(draft.sentence) and not is_of(draft, "soft"))
        told = (placed and (carried or definite)) or (carried and leading and not is_of(draft, "soft"))
        told = told or _is_carried(draft, definite) or is_named_occasion(draft)
        told = told or (headline and is_of(draft, "headline") and _is_described(draft))
    told = told or _is_presupposed(draft) or _is_suffered(draft, reading)
    draft.passing = not told
    return told or definite or draft.trigger.head.tag == "NN"


def _is_suffered(draft: Draft, reading: Reading) -> bool:
    """Whether a plain clause says who suffered it: "a woman was the victim of an assault"."""
    return bool(draft.trigger.slots.get("undergoer")) and draft.trigger.support is not None and is_plain(draft, reading)


def _is_defined(draft: Draft) -> bool:
    """Whether a clause in the present only says what it is: "a war against all is a war against oneself"."""
    head, verb = draft.trigger.head, draft.sentence.head(draft.trigger.head)
    states = verb.lemma == "be" and verb.tag in ("VBZ", "VBP") and not draft.sentence.children(verb, "expl")
    return states and head.dep in ("nsubj", "attr") and bool(draft.sentence.children(verb, "attr"))


def _is_described(draft: Draft) -> bool:
    """Whether a headline says which: "arson trial", "investigation of a clinic"."""
    head, sentence = draft.trigger.head, draft.sentence
    described = len(draft.trigger.words) > 1 or bool(sentence.children(head, "compound", "amod", "prep"))
    return described and head.tag in ("NN", "NNP") and draft.standing.real and not draft.standing.generic


def _is_presupposed(draft: Draft) -> bool:
    """Whether something else is said to have been after it, or while it went on: "held after a raid"."""
    head, sentence = draft.trigger.head, draft.sentence
    preposition = sentence.head(head)
    by = preposition.dep == "agent" and is_of(draft, "noun")  # "blocked by landslides"
    words = [preposition.lemma.lower(), preposition.text.lower()]
    if preposition.lemma == "of" and sentence.head(preposition).lemma == "part":  # "left as part of a deal"
        preposition = sentence.head(sentence.head(preposition))
        words = ["following"] if preposition.lemma.lower() == "as" else words
    if has_result(draft):
        return True
    if head.dep != "pobj" or (rules_of_telling()["presupposing"].isdisjoint(words) and not by):
        return False
    above = sentence.head(preposition)
    past = above.tag in ("VBD", "VBN") or any(t.tag == "VBD" for t in sentence.children(above, "aux", "auxpass"))
    single = head.tag in ("NN", "NNP") and not is_of(draft, "soft")
    return past and (single or by) and draft.standing.real and not draft.standing.generic


def _is_carried(draft: Draft, definite: bool) -> bool:
    """Whether a verb says of a noun that it took place: "a warning was issued", "there were two aftershocks"."""
    support, sentence = draft.trigger.support, draft.sentence
    if not draft.standing.real or not is_of(draft, "carried"):
        return False
    head = sentence.head(draft.trigger.head)
    if head.lemma == "be" and head.tag in ("VBD", "VBN") and sentence.children(head, "expl") and is_of(draft, "noun"):
        return not any(t.text.lower() == "no" for t in sentence.children(draft.trigger.head, "det"))
    described = definite or bool(sentence.children(draft.trigger.head, "amod", "compound"))
    carries = support is not None and (support.lemma not in _IDLE or draft.trigger.effect == "ongoing")
    return carries and described


def _is_told_by_verb(draft: Draft, headline: bool, reading: Reading, linked: bool) -> bool:
    who = linked or any(role.name is not RoleName.LOCATION for role in draft.roles)
    saying = group_of(draft.type) in _SAYING_GROUPS
    present = draft.standing.present and not headline
    if is_habit(draft, headline) or is_instruction(draft):
        return False
    if draft.trigger.pattern.everyday and not is_specific(draft) and not draft.asked:
        return False
    if draft.type == "announcement" and draft.standing.polarity is Polarity.NEGATIVE:
        return False
    stating = draft.trigger.head.lemma in rules_of_telling()["state"] and not draft.trigger.pattern.passive
    state = not saying or stating
    if present and state and not any(True for _ in draft.calendar()) and not is_title(draft) and not _is_charge(draft):
        return False
    if saying and not draft.role(RoleName.AGENT, RoleName.PARTICIPANT) and not _has_actor(draft, reading):
        passive = bool(draft.sentence.children(draft.trigger.head, "auxpass")) or headline
        if not (passive and draft.trigger.slots.get("object") and not draft.trigger.slots.get("subject")):
            return False
    if _is_bare(draft) and not headline and not draft.role(RoleName.AGENT) and not linked:
        return False
    if who:
        return True
    slots = draft.trigger.slots
    if not (slots.get("subject") or slots.get("object")):
        return False
    if draft.trigger.pattern.everyday and not headline:
        return is_plain(draft, reading)
    if headline or (reading.is_lead(draft.sentence) and not _is_bare(draft)):
        return True
    if group_of(draft.type) in _BY_NAMES and any(_is_named(draft, t, reading) for t in slots.get("subject", ())):
        return True
    if is_plain(draft, reading) and not is_of(draft, "named") and (not stating or draft.trigger.head.tag == "VBG"):
        return True
    if _is_charge(draft) and any(t.pos == "PROPN" for t in slots.get("object", ())):
        return True
    placed = bool(draft.role(RoleName.LOCATION)) or any(True for _ in draft.calendar())
    return (placed or is_of(draft, "verb")) and not _is_bare(draft) and _has_people_or_things(draft, reading)


def _is_named(draft: Draft, subject: Token, reading: Reading) -> bool:
    """Whether a phrase has a name in it: "Ann Lee", "Oracle shares", "shares of Oracle"."""
    words = [subject, *draft.sentence.children(subject, "compound", "nmod", "poss")]
    if group_of(draft.type) == "economy":
        words += [t for of in draft.sentence.children(subject, "prep") for t in draft.sentence.children(of, "pobj")]
    return any(word.pos == "PROPN" or (word is not subject and reading.named(word)) for word in words)


def _is_charge(draft: Draft) -> bool:
    """Whether it is said by what it left behind: "he is accused of …"."""
    return is_of(draft, "left") and draft.trigger.head.tag == "VBN"


def _is_bare(draft: Draft) -> bool:
    """Whether a verb is an infinitive or gerund that nobody does: "paying money makes sense"."""
    head = draft.trigger.head
    if head.tag not in ("VB", "VBG") or draft.trigger.slots.get("subject"):
        return False
    return not draft.sentence.children(head, "aux", "auxpass", "nsubj") or head.dep in _BARE


def _has_people_or_things(draft: Draft, reading: Reading) -> bool:
    """Whether it happens to somebody, or is no deed at all (a car burns)."""
    if group_of(draft.type) in ("disaster", "accident", "health"):
        return True
    slots = draft.trigger.slots
    tokens = [*slots.get("subject", ()), *slots.get("object", ())]
    kinds = {kind for t in tokens if t.pos != "PRON" for kind in reading.kinds(draft.sentence, t)}
    return "animate" in kinds or (draft.type == "destruction" and not kinds.isdisjoint({"building", "vehicle"}))


def _has_actor(draft: Draft, reading: Reading) -> bool:
    """Whether somebody does it of whom no earlier annotator made an entity: "the rebels", "she"."""
    subjects = draft.trigger.slots.get("subject", ())
    return any(t.pos == "PROPN" or "animate" in reading.kinds(draft.sentence, t) for t in subjects)
