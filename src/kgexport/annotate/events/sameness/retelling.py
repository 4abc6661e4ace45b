"""Decides whether a draft tells of an event that was told before, and by which rule; changes nothing.

Precision comes first: two events that are one are a nuisance, one event that is two is false.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.comparing import (
    SIDES,
    agree_in_standing,
    agree_in_time,
    are_elsewhere,
    are_others,
    is_same_thing,
    share_day,
    shared,
)
from kgexport.annotate.events.sameness.contradicting import is_background, is_possible
from kgexport.annotate.events.sameness.counting import differ_in_number
from kgexport.annotate.events.sameness.describing import (
    are_acted_otherwise,
    are_described_otherwise,
    are_other_matters,
    are_other_words,
    measure_differs,
)
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import (
    has_known_subject,
    has_new_subject,
    is_another_stage,
    is_apart,
    is_definite,
    is_fresh,
    is_indefinite,
)
from kgexport.annotate.events.sameness.merged import WHO, Merged, strong_of
from kgexport.annotate.events.sameness.rounds import is_another_round
from kgexport.annotate.events.sameness.titles import is_occasion
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import BlockKind, RoleName

_ABOVE = {
    BlockKind.STANDFIRST: {BlockKind.HEADLINE},
    BlockKind.PARAGRAPH: {BlockKind.HEADLINE, BlockKind.STANDFIRST},
}
"""Block -> those that tell the same before it."""
_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""
_ROOT = 4
"""How many letters a verb and its noun have in common: "shoot", "shooting"."""
_FURTHEST = 12
"""In how many sentences a body has to say who or what the headline meant."""


def told_by_names(event: Merged, draft: Draft, reading: Reading, sorts: Sorts) -> str:
    """The rule by which the same people, bodies, places and things tell of one event; empty where none does."""
    if not agree_in_standing(event, draft) or is_fresh(draft) or not is_possible(event, draft, sorts):
        return ""
    if _is_news_without_day(event, reading) and is_background(draft, reading):
        return ""
    if are_described_otherwise(event, draft) or is_another_round(event, draft):
        return ""
    if are_other_words(event, draft) and not share_day(event, draft):
        return ""
    both = shared(event, draft)
    if both == is_same_thing(event, draft) and are_acted_otherwise(event, draft):
        return ""  # nothing but the thing is shared, and others act
    known_place = bool(event.fillers(RoleName.LOCATION) & set(draft.role(RoleName.LOCATION)))
    if identity().is_of("placed", draft.type) and known_place and (not is_indefinite(draft) or share_day(event, draft)):
        again = reading.is_lead(draft.sentence) or not (draft.trigger.pattern.verb and has_new_subject(draft))
        return "same-place" if again or share_day(event, draft) else ""
    if (
        is_indefinite(draft)
        and not share_day(event, draft)
        and both < 2
        and not _is_told_in_full(event, draft, reading)
    ):
        return ""
    if both >= 2 or (both and _is_special(event, draft)):
        return "same-names"
    if both and _says_the_same(event, draft):
        return "same-content"
    crossed = event.strong(*WHO) & strong_of(draft, *WHO)
    if crossed and not draft.trigger.pattern.verb:
        return "same-names"
    return ""


def _is_told_in_full(event: Merged, draft: Draft, reading: Reading) -> bool:
    """Whether the body tells by the same noun what the lead only mentions: "a meeting with Lee"."""
    if not draft.clausal or event.start is not None or draft.trigger.head.lemma.lower() not in event.nouns:
        return False
    return all(reading.is_lead(told.sentence) and not told.clausal for told in event.drafts[:_COMPARED])


def _is_special(event: Merged, draft: Draft) -> bool:
    """Whether one shared role is enough: not where one agent says or does many things of the same sort."""
    parts = (RoleName.OBJECT, RoleName.RECIPIENT)
    if is_same_thing(event, draft):
        return True
    if group_of(draft.type) == "communication":
        return not (draft.role(*parts) or draft.trigger.slots.get("clause"))
    ours, theirs = event.fillers(*parts), set(draft.role(*parts))
    if ours & theirs:
        return True
    if identity().is_of("many", draft.type) and draft.trigger.pattern.verb:
        return share_day(event, draft) and not (ours and theirs)
    return not ours or not theirs


def _says_the_same(event: Merged, draft: Draft) -> bool:
    """Whether an act of speech is told in the same words: "announces sequel" - "the sequel …, it announced"."""
    if group_of(draft.type) != "communication" or draft.type == "statement":
        return False
    ours, theirs = _content(event.best), _content(draft)
    return len(ours & theirs) >= 2 and len(ours & theirs) * 2 >= min(len(ours), len(theirs))


def _content(draft: Draft) -> set[str]:
    taken = {word.i for word in draft.trigger.words}
    taken |= {
        t.i for role in draft.roles if role.name is RoleName.AGENT for t in draft.sentence.tokens_in(role.mention.span)
    }
    return {
        t.lemma.lower() for t in draft.sentence.tokens if t.pos in ("NOUN", "PROPN", "VERB", "NUM") and t.i not in taken
    }


def _is_news_without_day(event: Merged, reading: Reading) -> bool:
    """Whether headline or lead tell first of all of it, without a date: then it is no old story."""
    if event.start is not None:
        return False
    return any(reading.is_lead(draft.sentence) and _is_main(draft) for draft in event.drafts[:_COMPARED])


def _is_main(draft: Draft) -> bool:
    """Whether it is what a sentence tells first of all."""
    word = draft.trigger.governed
    return word.dep in ("ROOT", "ccomp") or (word.dep == "nsubj" and draft.sentence.head(word).dep == "ROOT")


def told_by_lead(event: Merged, draft: Draft, reading: Reading, sorts: Sorts) -> str:
    """Whether the lead says more fully what the headline told: "President resigns" - "Ann Lee resigned on Monday"."""
    above, block = event.drafts[0].sentence.block, draft.sentence.block
    if above not in _ABOVE.get(block, ()) or not reading.is_lead(draft.sentence) or is_fresh(draft):
        return ""
    if not reading.is_lead(event.drafts[0].sentence) or are_elsewhere(event, draft, sorts) or is_apart(event, draft):
        return ""
    if is_occasion(event, draft) or is_another_stage(event, draft):
        return ""
    if is_definite(draft) and draft.type != event.type:  # "the war" is no headline's attack
        return ""
    if not agree_in_standing(event, draft) or are_others(event, draft, sorts) or not agree_in_time(event, draft):
        return ""
    if are_other_matters(event, draft) or measure_differs(event, draft) or are_described_otherwise(event, draft):
        return ""
    if differ_in_number(event, draft) or (_is_many(event.drafts[0]) and not _is_many(draft)):
        return ""
    if group_of(draft.type) != "communication":
        return "lead"
    alike = len(_content(event.best) & _content(draft)) + min(shared(event, draft), 1) + (not event.strong(*WHO))
    return "lead" if alike >= 2 and not is_background(draft, reading) else ""


def told_by_root(event: Merged, draft: Draft, reading: Reading, sorts: Sorts) -> str:
    """Whether the lead tells by a verb what the headline told by its noun: "school shooting" - "shot four dead"."""
    words = {draft.trigger.head.lemma.lower(), draft.trigger.head.text.lower()}
    verb = draft.trigger.pattern.verb
    verbs = {d.trigger.head.lemma.lower() for d in event.drafts if d.trigger.pattern.verb}
    told = event.nouns if verb else verbs
    same = verb and draft.trigger.head.lemma.lower() in verbs
    if same and group_of(draft.type) == "communication":
        same = len(_content(event.best) & _content(draft)) > 1
    alike = same or any(one[:_ROOT] == word[:_ROOT] for one in told for word in words if len(word) >= _ROOT)
    if not alike or not event.in_headline_only or not reading.is_lead(draft.sentence):
        return ""
    if draft.sentence.block is BlockKind.HEADLINE or is_fresh(draft) or are_others(event, draft, sorts):
        return ""
    return "same-root" if agree_in_standing(event, draft) and agree_in_time(event, draft) else ""


def _is_many(draft: Draft) -> bool:
    """Whether a noun tells of several: "two quakes"."""
    head = draft.trigger.head
    return not draft.trigger.pattern.verb and head.tag == "NNS" and bool(draft.sentence.children(head, "nummod"))


def told_by_body(event: Merged, draft: Draft, reading: Reading, sorts: Sorts, at: int, *, first: bool) -> str:
    """Whether the body is the first to say who it was that headline or lead spoke of: "defector arrested" - "Dan Roe".

    `at` is the number of the sentence, `first`: no other event of the sort was told since the lead.
    """
    if not first or at > _FURTHEST or group_of(draft.type) == "communication" or is_fresh(draft):
        return ""
    if not all(reading.is_lead(told.sentence) for told in event.drafts) or is_indefinite(draft):
        return ""
    if not agree_in_standing(event, draft) or not is_possible(event, draft, sorts) or is_background(draft, reading):
        return ""
    if not event.in_headline_only and not event.best.clausal:
        return ""
    if are_elsewhere(event, draft, sorts) or not draft.trigger.pattern.verb:
        return ""
    # Some side is left open by the headline and filled here; who is named in both is named_by_names's business.
    filled = [bool(strong_of(draft, *names)) and not event.strong(*names) for names in SIDES]
    apart = event.strong(*WHO) and not event.strong(*WHO) & strong_of(draft, *WHO)
    if apart and draft.trigger.head.lemma not in {told.trigger.head.lemma for told in event.drafts}:
        return ""  # who won, and who conceded defeat
    return "first-named" if any(filled) and _leaves_open(event, draft) else ""


def told_of_known(event: Merged, draft: Draft, reading: Reading, sorts: Sorts, *, only: bool) -> str:
    """Whether a verb says of a thing that was spoken of what the lead told: "a boat capsized" - "the vessel sank".

    `only`: the article tells of no other event of the sort.
    """
    if not only or group_of(draft.type) not in ("accident", "disaster") or not draft.trigger.pattern.verb:
        return ""
    if (
        not has_known_subject(draft)
        or is_fresh(draft)
        or not any(reading.is_lead(d.sentence) for d in event.drafts[:_COMPARED])
    ):
        return ""
    if draft.type != event.type or not agree_in_standing(event, draft) or not is_possible(event, draft, sorts):
        return ""
    return "" if is_background(draft, reading) else "known-subject"


def _leaves_open(event: Merged, draft: Draft) -> bool:
    """Whether who suffers (or, where nobody does, who acts) is not told by name yet."""
    parts = (RoleName.OBJECT, RoleName.RECIPIENT)
    if draft.role(*parts) or event.fillers(*parts):
        return bool(strong_of(draft, *parts)) and not event.strong(*parts)
    return not event.strong(RoleName.AGENT, RoleName.PARTICIPANT)


def is_purpose(event: Merged, draft: Draft) -> str:
    """Whether an infinitive says again what the verb above it tells: "marched to protest", "beat X to win the cup"."""
    head, sentence = draft.trigger.head, draft.sentence
    infinitive = head.tag == "VB" and head.dep in ("xcomp", "advcl") and sentence.children(head, "aux")
    last = event.drafts[-1]
    above = last.sentence is sentence and last.trigger.governed.i == head.head
    return "purpose" if infinitive and above and last.standing.polarity is draft.standing.polarity else ""
