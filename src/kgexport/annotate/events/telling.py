"""Decides whether a draft tells of a happening, and not of a habit, a state, a figure or a word in passing.

Knows telling.tsv, the roles that were found and where in the article the sentence stands; changes no role.
"""

from __future__ import annotations

from functools import cache

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import rows
from kgexport.annotate.events.plain import is_plain, is_title
from kgexport.annotate.events.reading import Reading
from kgexport.model import BlockKind, MentionKind, Polarity, RoleName, Token

_SAYING_GROUPS = {"communication", "diplomacy", "concessions", "sanctions"}
"""Groups whose verbs tell of an act in the simple present too, and need somebody who acts."""
_BY_NAMES = {"communication", "diplomacy", "economy", "politics", "sport"}
"""Groups whose verbs tell of an act by somebody with a name also where nobody knew the name before."""
_DETERMINERS = {"the", "this", "that", "these", "those", "a", "an", "another"}
_FEW = {"one", "two", "three", "1", "2", "3"}
_IDLE = {"be", "have", "see", "get", "take", "need"}
"""Support verbs that say too little to tell of an event whose noun names nobody."""


@cache
def _rules() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split(",")) for name, words in rows("telling.tsv", 2)}


def _is_of(draft: Draft, rule: str) -> bool:
    return not _rules()[rule].isdisjoint((draft.type, group_of(draft.type)))


def is_weighty(draft: Draft) -> bool:
    """Whether a happening is worth telling also where nobody is named, if it is what another one is about."""
    return _is_of(draft, "noun") or group_of(draft.type) in ("justice", "coercion")


def is_told(draft: Draft, reading: Reading, linked: bool = False) -> bool:
    """Whether the text tells of the happening; marks nouns in passing, which may go back to an earlier event.

    `linked`: another happening is about it, part of it or took place at it; then it needs nobody of its own.
    """
    if draft.standing.generic or _is_statistics(draft) or _lacks_pair(draft) or _is_idle_journey(draft, reading):
        return False
    if reading.is_quoted(draft.trigger.head) and not _has_name(draft):
        return False
    headline = draft.sentence.block is BlockKind.HEADLINE
    if draft.trigger.pattern.verb:
        return _is_told_by_verb(draft, headline, reading, linked)
    return _is_told_by_noun(draft, headline, reading, linked)


def _has_name(draft: Draft) -> bool:
    kinds = (MentionKind.NAME, MentionKind.ADJECTIVE)
    return any(role.mention.kind in kinds for role in draft.roles)


def _is_statistics(draft: Draft) -> bool:
    """Whether a number says how often: "scored 20 goals this season", "the first to win 10 games"."""
    if not _is_of(draft, "sport"):
        return False
    heads = [*draft.trigger.slots.get("object", ()), draft.trigger.head]
    numbers = [
        number.text.lower() for head in heads if head.tag == "NNS" for number in draft.sentence.children(head, "nummod")
    ]
    return any(number not in _FEW for number in numbers)


def _lacks_pair(draft: Draft) -> bool:
    """Whether a match is told of by one side only, without place and date: "his first game"."""
    if not _is_of(draft, "pair") or draft.sentence.block is BlockKind.HEADLINE:
        return False
    sides = set(draft.role(RoleName.AGENT, RoleName.PARTICIPANT, RoleName.OBJECT))
    return len(sides) < 2 and not draft.role(RoleName.LOCATION) and not any(True for _ in draft.calendar())


def _is_idle_journey(draft: Draft, reading: Reading) -> bool:
    """Whether nobody travels, or nowhere: "a trip to the playoffs", "the pilgrimage to Mecca"."""
    if not _is_of(draft, "journey") or reading.is_lead(draft.sentence) or any(True for _ in draft.calendar()):
        return False
    somebody = bool(draft.role(RoleName.AGENT, RoleName.RECIPIENT)) or is_plain(draft, reading)
    return not (somebody and draft.role(RoleName.OBJECT, RoleName.LOCATION))


def _is_told_by_noun(draft: Draft, headline: bool, reading: Reading, linked: bool) -> bool:
    who = linked or any(role.name is not RoleName.LOCATION for role in draft.roles)
    if draft.standing.polarity is Polarity.NEGATIVE and not who:
        return False
    if _is_habit(draft, headline):
        return False
    if who:
        draft.passing = False
        return True
    placed = any(True for _ in draft.calendar()) or bool(draft.role(RoleName.LOCATION))
    support = draft.trigger.support
    carried = support is not None and support.lemma not in _IDLE
    definite = _is_definite(draft)
    if _is_of(draft, "noun") and not draft.trigger.pattern.needs_args():
        told = _is_carried(draft, definite) or headline or placed or carried or definite
    else:
        leading = headline or (reading.is_lead(draft.sentence) and not _is_of(draft, "soft"))
        told = (placed and (carried or definite)) or (carried and leading and not _is_of(draft, "soft"))
        told = told or _is_carried(draft, definite) or _is_named_occasion(draft)
    draft.passing = not told
    return told or definite or draft.trigger.head.tag == "NN"


def _is_carried(draft: Draft, definite: bool) -> bool:
    """Whether a verb says of a noun that it took place: "a warning was issued", "there were two aftershocks"."""
    support, sentence = draft.trigger.support, draft.sentence
    if not draft.standing.real or not _is_of(draft, "carried"):
        return False
    head = sentence.head(draft.trigger.head)
    if head.lemma == "be" and head.tag in ("VBD", "VBN") and sentence.children(head, "expl") and _is_of(draft, "noun"):
        return not any(t.text.lower() == "no" for t in sentence.children(draft.trigger.head, "det"))
    described = definite or bool(sentence.children(draft.trigger.head, "amod", "compound"))
    carries = support is not None and (support.lemma not in _IDLE or draft.trigger.effect == "ongoing")
    return carries and described


def _is_named_occasion(draft: Draft) -> bool:
    """Whether a noun is the name of an occasion, or has one: "the Oscars", "the Venice film festival"."""
    head = draft.trigger.head
    stands = draft.standing
    if draft.type not in _rules()["occasion"] or stands.generic or stands.present or not _is_definite(draft):
        return False
    words = [head, *draft.sentence.children(head, "compound", "nmod")]
    carried = draft.trigger.support is not None and draft.trigger.support.lemma not in _IDLE
    return any(word.pos == "PROPN" for word in words) and (carried or any(True for _ in draft.calendar()))


def _is_habit(draft: Draft, headline: bool) -> bool:
    """Whether it happens "often", or to nobody in particular in the simple present: "storms hit the coast"."""
    if headline or any(True for _ in draft.calendar()):
        return False
    verbs = [draft.trigger.governed, *filter(None, (draft.trigger.support,))]
    if any(t.lemma.lower() in _rules()["often"] for v in verbs for t in draft.sentence.children(v, "advmod")):
        return True
    return draft.standing.present and draft.trigger.head.tag == "NNS" and not draft.role(*RoleName)


def _is_told_by_verb(draft: Draft, headline: bool, reading: Reading, linked: bool) -> bool:
    who = linked or any(role.name is not RoleName.LOCATION for role in draft.roles)
    saying = group_of(draft.type) in _SAYING_GROUPS
    present = draft.standing.present and not headline
    if _is_habit(draft, headline) or _is_instruction(draft):
        return False
    if draft.type == "announcement" and draft.standing.polarity is Polarity.NEGATIVE:
        return False
    stating = draft.trigger.head.lemma in _rules()["state"] and not draft.trigger.pattern.passive
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
    if headline or (reading.is_lead(draft.sentence) and not _is_bare(draft)):
        return True
    if group_of(draft.type) in _BY_NAMES and any(t.pos == "PROPN" for t in slots.get("subject", ())):
        return True
    if is_plain(draft, reading) and not _is_of(draft, "named") and (not stating or draft.trigger.head.tag == "VBG"):
        return True
    if _is_charge(draft) and any(t.pos == "PROPN" for t in slots.get("object", ())):
        return True
    placed = bool(draft.role(RoleName.LOCATION)) or any(True for _ in draft.calendar())
    return (placed or _is_of(draft, "verb")) and not _is_bare(draft) and _has_people_or_things(draft, reading)


def _is_instruction(draft: Draft) -> bool:
    """Whether the reader is told what to do: "you will return the form"."""
    return any(t.text.lower() == "you" for t in draft.trigger.slots.get("subject", ())) and not _has_name(draft)


def _is_charge(draft: Draft) -> bool:
    """Whether it is said by what it left behind: "he is accused of …"."""
    return _is_of(draft, "left") and draft.trigger.head.tag == "VBN"


def _is_bare(draft: Draft) -> bool:
    """Whether a verb is an infinitive or gerund that nobody does: "paying money makes sense"."""
    head = draft.trigger.head
    if head.tag not in ("VB", "VBG") or draft.trigger.slots.get("subject"):
        return False
    return not draft.sentence.children(head, "aux", "auxpass", "nsubj") or head.dep in (
        "csubj",
        "pcomp",
        "acl",
        "xcomp",
    )


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


def _is_definite(draft: Draft) -> bool:
    words = draft.sentence.children(draft.trigger.head, "det", "poss", "nummod", "compound")
    return any(_defines(word) for word in words)


def _defines(word: Token) -> bool:
    return word.text.lower() in _DETERMINERS or word.dep == "poss" or word.pos in ("PROPN", "NUM")
