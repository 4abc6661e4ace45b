"""Compares what is known of an event with what a draft says: reality, time, place, people; decides nothing.

Each function answers one question; which answers make one event of two is the business of `retelling.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.clause_repairs import feats
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.merged import RELATIVE, Merged, points, strong_of
from kgexport.annotate.events.sameness.things import is_called_by_noun, noun_of
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import BlockKind, Modality, Polarity, RoleName, Status, TimeValue

SIDES = ((RoleName.AGENT, RoleName.PARTICIPANT), (RoleName.OBJECT,), (RoleName.RECIPIENT,))
_PLACES = {"Country", "City", "Place", "State", "AdministrativeArea", "Continent", "Landform", "BodyOfWater"}
_NEAR = 3
"""In how many steps up the verb of denial has to stand."""
_HIT = (RoleName.OBJECT, RoleName.RECIPIENT)
_OWNED = "-s-"
_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""
_DEFINITE = {"the", "this", "that", "these", "those"}


def agree_in_standing(event: Merged, draft: Draft) -> bool:
    """Whether both can be said of one happening: done, denied, planned …"""
    ours, theirs = event.standing, draft.standing
    if ours.modality is Modality.ALLEGED and is_denied(draft):
        return True
    if ours.polarity is not theirs.polarity:
        return False
    if ours.modality is theirs.modality:
        return (ours.status is Status.FAILED) is (theirs.status is Status.FAILED)
    if {ours.modality, theirs.modality} != {Modality.ASSERTED, Modality.PLANNED}:
        return False
    return _is_vague(event, draft) or _is_news_of(event, draft) or share_day(event, draft)


def is_denied(draft: Draft) -> bool:
    """Whether somebody denies what a draft tells, which the article does not: "he denies killing her"."""
    above = draft.sentence.ancestors(draft.trigger.governed)[:_NEAR]
    return draft.standing.polarity is Polarity.NEGATIVE and any(t.lemma == "deny" for t in above)


def _is_vague(event: Merged, draft: Draft) -> bool:
    """Whether a bare noun says of the one nothing but its name, and a verb that the other is planned."""
    by_noun, by_verb = (draft, event.best) if not draft.clausal else (event.best, draft)
    if not event.best.clausal and not draft.clausal:  # "agree on a ceasefire" - "agreement on a ceasefire"
        return event.in_headline_only
    if _took_place(by_noun):
        return False
    vague = not by_noun.clausal and by_noun.standing.modality is Modality.ASSERTED
    return vague and by_noun.standing.polarity is Polarity.POSITIVE and by_verb.standing.modality is Modality.PLANNED


def _took_place(draft: Draft) -> bool:
    """Whether a verb says of a noun what came of it: "talks broke down on Friday"."""
    head, above = draft.trigger.head, draft.sentence.head(draft.trigger.head)
    return head.dep == "nsubj" and above.tag == "VBD" and above.lemma != "be"


def _is_news_of(event: Merged, draft: Draft) -> bool:
    """Whether a headline's present tense tells of what the body says is planned: "Maker cuts jobs" - "will cut"."""
    if not event.in_headline_only or draft.sentence.block is BlockKind.HEADLINE:
        return False
    return event.best.trigger.governed.tag in ("VBZ", "VBP", "VBG") and draft.standing.modality is Modality.PLANNED


def agree_in_time(event: Merged, draft: Draft) -> bool:
    """Whether no time of the draft lies outside of the event's."""
    if event.stretch is None:
        return not (_has_unknown_day(event) and any(begin.date for begin, _ in points(draft)))
    low, high = first_day(event.stretch[0]), last_day(event.stretch[1])
    return all(first_day(begin) <= high and last_day(end) >= low for begin, end in points(draft))


def _has_unknown_day(event: Merged) -> bool:
    """Whether its day is told, but not which of the calendar it is: "on Sunday", in an article without a date."""
    return any(
        time.value is None and preposition not in RELATIVE and time.mention.annotator == "times/weekday"
        for draft in event.drafts[:_COMPARED]
        for preposition, time in draft.times
    )


def share_day(event: Merged, draft: Draft) -> bool:
    """Whether both are dated, and alike."""
    return event.start is not None and any(True for _ in points(draft)) and agree_in_time(event, draft)


def first_day(value: TimeValue) -> str:
    """The first day of a value, e.g. `2024-01-01` for a year."""
    return (value.lexical[:10] + {4: "-01-01", 7: "-01"}.get(len(value.lexical), ""))[:10]


def last_day(value: TimeValue) -> str:
    """A day not before the last one of a value."""
    return (value.lexical[:10] + {4: "-12-31", 7: "-31"}.get(len(value.lexical), ""))[:10]


def are_others(event: Merged, draft: Draft, sorts: Sorts, *, lenient: bool = False) -> bool:
    """Whether who or what is named for a role differs.

    A person who acts may act for a country or body, and a city lies in a country: only those of one sort exclude each
    other, but for what is done to them, unless `lenient`.
    """
    if any(_is_feat(told, draft) is not _is_feat(draft, told) for told in event.drafts[:_COMPARED]):
        return True
    for names in SIDES:
        ours, theirs = event.strong(*names), strong_of(draft, *names)
        if not ours or not theirs or not ours.isdisjoint(theirs):
            continue
        if names == (RoleName.OBJECT,) and _may_be_same_thing(event, draft, theirs):
            continue
        strict = not lenient and names == (RoleName.OBJECT,) and not _are_places(ours | theirs, sorts)
        if strict or {sorts.get(key, "") for key in ours} & {sorts.get(key, "") for key in theirs}:
            return True
    return False


def _is_feat(draft: Draft, other: Draft) -> bool:
    """Whether it is told as what makes somebody one of few: "became the first club to win the cup".

    What was won is told apart from other victories of its sentence (that of `other`), the becoming everywhere.
    """
    head, above = draft.trigger.head, draft.sentence.head(draft.trigger.head)
    won = draft.sentence is other.sentence and above.dep == "attr" and head in feats(draft.sentence, above)
    return won or draft.trigger.pattern.frame == "achieve"


def _are_places(keys: set[str], sorts: Sorts) -> bool:
    return all(sorts.get(key, "") in _PLACES for key in keys)


def _may_be_same_thing(event: Merged, draft: Draft, keys: set[str]) -> bool:
    return is_same_thing(event, draft) or _is_mentioned(event, keys) or _is_said_in_full(event, draft)


def _is_said_in_full(event: Merged, draft: Draft) -> bool:
    """Whether the words of one object hold those of the other: "new Nova phones" - "Nova", "Orbis" - "Orbis Media"."""
    theirs = _object_words(draft)
    ours = [words for told in event.drafts[:_COMPARED] for words in _object_words(told)]
    return any(one < other or other < one for one in theirs for other in ours)


def _object_words(draft: Draft) -> list[set[str]]:
    """The words of each object that has a name in it."""
    objects = [role for role in draft.roles if role.name is RoleName.OBJECT]
    tokens = [draft.sentence.tokens_in(role.mention.span) for role in objects]
    return [{t.text.lower() for t in words} for words in tokens if any(t.form[:1].isupper() for t in words)]


def _is_mentioned(event: Merged, keys: set[str]) -> bool:
    """Whether the headline has the noun in another part: "museum robbed of crown" - "stole a silver crown"."""
    if not event.in_headline_only or not all(key.startswith("nominal:") for key in keys):
        return False
    words = {t.lemma.lower() for told in event.drafts[:_COMPARED] for t in told.sentence.tokens if t.pos == "NOUN"}
    return all(noun_of(key) in words for key in keys)


def is_same_thing(event: Merged, draft: Draft) -> bool:
    """Whether a thing without a name is the one that was spoken of: "a secret document" - "the document"."""
    for role in draft.roles:
        if role.name is not RoleName.OBJECT or not is_called_by_noun(role.filler):
            continue
        noun, objects = noun_of(role.filler), event.fillers(RoleName.OBJECT)
        known = any(identity().are_alike(noun_of(key), noun) for key in objects if is_called_by_noun(key))
        heads = draft.sentence.tokens_in(role.mention.span)
        words = {t.text.lower() for head in heads for t in draft.sentence.children(head, "det")}
        told = event.in_headline_only or not words.isdisjoint(_DEFINITE)
        if known and (told or _is_known_noun(event, draft) or _is_commented(event, draft)):
            return True
    return False


def _is_commented(event: Merged, draft: Draft) -> bool:
    """Whether a speaker says of the news that it has come to pass: "that a file has been found on the street"."""
    head, sentence = draft.trigger.head, draft.sentence
    above = sentence.head(head)
    fresh = identity().lists["fresh"]
    objects = draft.trigger.slots.get("object", ())
    if any(t.lemma.lower() in fresh for noun in objects for t in sentence.children(noun, "det", "amod", "nummod")):
        return False
    perfect = any(t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in sentence.children(head, "aux"))
    inner = head.dep in ("ccomp", "advcl", "acl", "csubj") and above.i != head.i
    same = any(told.trigger.head.lemma == head.lemma for told in event.drafts[:_COMPARED])
    return perfect and inner and same and bool(sentence.children(head, "auxpass"))


def _is_known_noun(event: Merged, draft: Draft) -> bool:
    """Whether a noun that told of the event comes again as known: "the sale of old jets" after "sale of jets"."""
    head = draft.trigger.head
    if draft.trigger.pattern.verb or head.lemma.lower() not in event.nouns:
        return False
    return any(t.text.lower() in _DEFINITE for t in draft.sentence.children(head, "det"))


def shared(event: Merged, draft: Draft) -> int:
    """How many who are named play the same part in both."""
    named = sum(len(event.strong(*names) & strong_of(draft, *names)) for names in SIDES)
    return named + len(_kin(event.fillers(*_HIT)) & _kin(draft.role(*_HIT))) + is_same_thing(event, draft)


def _kin(keys: Iterable[str]) -> set[str]:
    """Those who are told by whose they are: "Roe's wife"."""
    return {key for key in keys if key.startswith("nominal:") and _OWNED in key and is_person_noun(noun_of(key))}


def are_elsewhere(event: Merged, draft: Draft, sorts: Sorts) -> bool:
    """Whether both have a place, and another one of the same sort, or a city of another country."""
    ours, theirs = event.strong(RoleName.LOCATION), strong_of(draft, RoleName.LOCATION)
    return _are_apart(ours, theirs, sorts)


def _are_apart(ours: set[str], theirs: set[str], sorts: Sorts) -> bool:
    if not ours or not theirs or not ours.isdisjoint(theirs):
        return False
    same = {sorts.get(key, "") for key in ours} & {sorts.get(key, "") for key in theirs}
    if same - {"Place", "AdministrativeArea", "Landform", "BodyOfWater"}:
        return True
    return all(sorts.lies_outside(a, b) or sorts.lies_outside(b, a) for a in ours for b in theirs)


def go_elsewhere(event: Merged, draft: Draft, sorts: Sorts) -> bool:
    """Whether both tell where to somebody goes or is taken, and that is elsewhere: "moved to Peru", "sent to Oslo"."""
    lists = setting_words()
    if draft.type not in lists["goal"]:
        return False
    both = (
        any(_has_goal(told, lists["toward"]) for told in event.drafts[:_COMPARED]),
        _has_goal(draft, lists["toward"]),
    )
    goals = (event.fillers(RoleName.LOCATION), set(draft.role(RoleName.LOCATION)))
    people = [{key for key in keys if key.startswith("nominal:") and is_person_noun(noun_of(key))} for keys in goals]
    if all(people) and people[0].isdisjoint(people[1]):  # "to a specialist", "to a family doctor"
        return all(both)
    ours, theirs = event.strong(RoleName.LOCATION), strong_of(draft, RoleName.LOCATION)
    ours, theirs = ({key for key in keys if sorts.get(key, "") in _PLACES} for keys in (ours, theirs))
    return all(both) and _are_apart(ours, theirs, sorts)


def _has_goal(draft: Draft, toward: frozenset[str]) -> bool:
    """Whether a preposition beside the verb or noun says where to."""
    return any(t.lemma.lower() in toward for t in draft.sentence.children(draft.trigger.head, "prep"))
