"""Makes an event of each trigger with roles, standing, times, places and amounts; knows one sentence at a time."""

from __future__ import annotations

from kgexport.annotate.events.circumstances import add_places, add_times_and_amounts
from kgexport.annotate.events.draft import Draft, owners_of
from kgexport.annotate.events.fillers import Fillers
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.links import relate
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.roles import roles_of
from kgexport.annotate.events.standing import Standing, standing
from kgexport.annotate.events.trigger import Trigger, words_of
from kgexport.annotate.events.triggers import find_triggers
from kgexport.model import BlockKind, Mention, MentionKind, Polarity, RoleName, Sentence, Token

_SAYING_GROUPS = {"communication", "diplomacy", "concessions", "sanctions"}
"""Groups whose verbs tell of an act in the simple present too, and need somebody who acts."""
_WIDEST_ACT = 8
_WIDEST_CARRIER = 4
_NEAREST = 3
_DETERMINERS = {"the", "this", "that", "these", "those", "a", "an", "another"}


def drafts_of(sentence: Sentence, reading: Reading, fillers: Fillers) -> list[Draft]:
    """The events that a sentence tells of, in order of their triggers."""
    triggers = find_triggers(sentence, reading)
    if not triggers:
        return []
    words = words_of(triggers)
    fillers.told = {trigger.head.span.begin for trigger in triggers if not trigger.pattern.verb}
    drafts = [_draft(sentence, trigger, fillers, words) for trigger in triggers]
    owners = owners_of(drafts)
    add_times_and_amounts(sentence, drafts, owners, reading)
    add_places(sentence, owners, fillers)
    relate(sentence, drafts, owners, fillers)
    return [draft for draft in drafts if _is_told(draft, reading)]


def _draft(sentence: Sentence, trigger: Trigger, fillers: Fillers, words: dict[int, Trigger]) -> Draft:
    stands = standing(sentence, trigger)
    roles = roles_of(sentence, trigger, fillers)
    return Draft(trigger.pattern.type, trigger, sentence, _mentions(trigger, stands, words), roles, stands)


def _mentions(trigger: Trigger, stands: Standing, words: dict[int, Trigger]) -> tuple[Mention, ...]:
    """The trigger words: with the verb that carries the noun, and with what is agreed, demanded, refused to be done."""
    tokens, far = [*trigger.words], list[Token]()
    carrier = trigger.support if trigger.governed is trigger.support and trigger.support.lemma != "be" else None
    if carrier:
        (tokens if abs(carrier.i - trigger.head.i) <= _WIDEST_CARRIER else far).append(carrier)
    if trigger.pattern.verb:
        tokens += [t for t in stands.governors[:1] if 0 < trigger.head.i - t.i <= _NEAREST and _governs(t, words)]
        if _is_act(trigger):
            tokens += [t for t in _contents(trigger, words) if 0 < t.i - trigger.head.i <= _WIDEST_ACT][-1:]
    span = min(tokens, key=lambda t: t.i).span.to(max(tokens, key=lambda t: t.i).span)
    confidence = 0.8 if trigger.pattern.verb else 0.75 if trigger.support else 0.7
    rule = "events/verb" if trigger.pattern.verb else "events/noun"
    spans = [span, *(token.span for token in far)]
    return tuple(Mention(span, MentionKind.TRIGGER, rule, confidence) for span in spans)


def _governs(word: Token, words: dict[int, Trigger]) -> bool:
    """Whether a governing word belongs to the trigger: "set to receive"; not where it is an event of its own."""
    return word.i not in words and word.pos in ("VERB", "ADJ") and word.tag != "MD"


def _contents(trigger: Trigger, words: dict[int, Trigger]) -> list[Token]:
    """What an act of speech is about: the verb of its clause and the event noun it carries, or an event noun."""
    clauses = trigger.slots.get("clause", [])[:1]
    carried = [words[c.i].head for c in clauses if c.i in words]
    nouns = [t for name in ("object", "for", "of", "on", "to") for t in trigger.slots.get(name, ()) if t.i in words]
    return [*clauses, *carried] or [t for t in nouns if not words[t.i].pattern.verb][:1]


def _is_act(trigger: Trigger) -> bool:
    slots = {slot.name for _, slots in lexicon().frames[trigger.pattern.frame] for slot in slots}
    return "clause" in slots


def _is_told(draft: Draft, reading: Reading) -> bool:
    """Whether a draft is a happening that the text tells of, and not a habit, an ability or a word in passing."""
    if draft.standing.generic:
        return False
    headline = draft.sentence.block is BlockKind.HEADLINE
    who = [role for role in draft.roles if role.name is not RoleName.LOCATION]
    if draft.trigger.pattern.verb:
        return _is_told_by_verb(draft, headline, bool(who), reading)
    if draft.standing.polarity is Polarity.NEGATIVE and not who:
        return False
    if who or draft.trigger.support:
        return True
    draft.passing = draft.trigger.pattern.needs_args() or not (
        headline or draft.times or draft.roles or _is_definite(draft)
    )
    return not draft.passing or _is_definite(draft) or draft.trigger.head.tag == "NN"


def _is_told_by_verb(draft: Draft, headline: bool, who: bool, reading: Reading) -> bool:
    saying = group_of(draft.type) in _SAYING_GROUPS
    if draft.type == "announcement" and draft.standing.polarity is Polarity.NEGATIVE:
        return False
    if draft.standing.present and not headline and not saying and not draft.times:
        return False
    if saying and not draft.role(RoleName.AGENT, RoleName.PARTICIPANT) and not _has_actor(draft, reading):
        passive = bool(draft.sentence.children(draft.trigger.head, "auxpass")) or headline
        return passive and bool(draft.trigger.slots.get("object")) and not draft.trigger.slots.get("subject")
    return who or bool(draft.trigger.slots.get("subject") or draft.trigger.slots.get("object"))


def _has_actor(draft: Draft, reading: Reading) -> bool:
    """Whether somebody does it of whom no earlier annotator made an entity: "the rebels", "she"."""
    subjects = draft.trigger.slots.get("subject", ())
    return any(t.pos == "PROPN" or "animate" in reading.kinds(draft.sentence, t) for t in subjects)


def _is_definite(draft: Draft) -> bool:
    words = draft.sentence.children(draft.trigger.head, "det", "poss", "nummod", "compound")
    return any(w.text.lower() in _DETERMINERS or w.dep == "poss" or w.pos in ("PROPN", "NUM") for w in words)
