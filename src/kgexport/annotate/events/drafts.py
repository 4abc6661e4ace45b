"""Makes an event of each trigger with roles, standing, times, places and amounts; knows one sentence at a time."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft, owners_of
from kgexport.annotate.events.filling.descriptions import GROUP, UNNAMED
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.filling.roles import roles_of
from kgexport.annotate.events.filling.thing_roles import add_things
from kgexport.annotate.events.filling.things import THING
from kgexport.annotate.events.finding.other_acts import is_asked
from kgexport.annotate.events.finding.statements import spoken
from kgexport.annotate.events.finding.trigger import Trigger, shared_object, words_of
from kgexport.annotate.events.finding.triggers import find_triggers
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.parting.causes import add_causes
from kgexport.annotate.events.parting.links import relate
from kgexport.annotate.events.parting.parts import add_parts
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.reality.foreseen import mark_foreseen
from kgexport.annotate.events.reality.specific import says_name
from kgexport.annotate.events.reality.standing import Standing, standing
from kgexport.annotate.events.reality.telling import is_told, is_weighty
from kgexport.annotate.events.setting.circumstances import add_times_and_amounts
from kgexport.annotate.events.setting.going import add_places_of_going
from kgexport.annotate.events.setting.named_places import turn_places
from kgexport.annotate.events.setting.placing import add_places
from kgexport.annotate.events.setting.tables import POINTED
from kgexport.model import Mention, MentionKind, Polarity, Role, RoleName, Sentence, Span, Token

_WIDEST_ACT = 8
_WIDEST_CARRIER = 4
_NEAREST = 3
_NEEDED = ("object", "for")
_OWN = {"admission", "denial", "plea", "apology"}
"""What whoever speaks says of his or her own deeds."""


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
    for draft in drafts:
        mark_foreseen(draft, reading)
    add_places(sentence, owners, fillers)
    add_places_of_going(sentence, owners, fillers)
    relate(sentence, drafts, owners, fillers)
    add_parts(sentence, drafts, owners)
    add_causes(sentence, drafts, owners)
    told = [draft for draft in drafts if _is_told(draft, reading)]
    linked = {id(other) for draft in told for other in (draft.occasion, draft.whole) if other}
    for draft in told:
        for content in draft.contents:
            content.asked = content.asked or _is_asked(draft, content)
            linked |= {id(content)} if content.asked or is_weighty(content) else set()
    kept = [draft for draft in drafts if _is_told(draft, reading, id(draft) in linked)]
    add_things(sentence, kept, owners, fillers)
    return kept


def _is_asked(draft: Draft, act: Draft) -> bool:
    """Whether somebody is asked, allowed, said to do an act: somebody else than who asks, unless it is admitted."""
    own = draft.type in _OWN or not set(draft.role(RoleName.AGENT)) & set(act.role(RoleName.AGENT))
    return own and is_asked(draft.sentence, draft.trigger, act.trigger)


def _is_told(draft: Draft, reading: Reading, linked: bool = False) -> bool:
    """Whether it is told, by those who play a role under a name: that somebody is described makes no news of a word."""
    roles = draft.roles
    draft.roles = [role for role in roles if not _is_described(role) or says_name(draft, role)]
    told = is_told(draft, reading, linked)
    draft.roles = roles
    return told


def _is_described(role: Role) -> bool:
    rule = role.mention.annotator
    return rule in (UNNAMED, THING, POINTED) or (rule == GROUP and role.name is RoleName.OBJECT)


def _draft(sentence: Sentence, trigger: Trigger, fillers: Fillers, words: dict[int, Trigger]) -> Draft:
    stands = standing(sentence, trigger)
    for heads in trigger.slots.values():  # "…, added Reuters": who says it does not suffer it
        heads[:] = [token for token in heads if not fillers.reading.is_voice_of(token, trigger.head)]
    objects = trigger.slots.get("object", [])
    objects[:] = [t if fillers.reading.named(t) else shared_object(sentence, t) for t in objects]
    turn_places(sentence, trigger, fillers)
    roles = spoken(sentence, trigger, roles_of(sentence, trigger, fillers), fillers.reading)
    mentions = _mentions(sentence, trigger, stands, words, list(_needed(trigger, roles)))
    return Draft(trigger.pattern.type, trigger, sentence, mentions, roles, stands)


def _needed(trigger: Trigger, roles: list[Role]) -> Iterator[Token]:
    """The object that the row names by its word and that plays no role: "broke the record", "threw a touchdown"."""
    if not trigger.pattern.verb:
        return
    for need in trigger.pattern.needs:
        for token in trigger.slots.get(need.slot, ()) if need.slot in _NEEDED and not need.negated else ():
            named = token.lemma.lower() in need.words or token.text.lower() in need.words
            if named and token.i > trigger.head.i and not any(r.mention.span.overlaps(token.span) for r in roles):
                yield token


def _mentions(
    sentence: Sentence, trigger: Trigger, stands: Standing, words: dict[int, Trigger], needed: list[Token]
) -> tuple[Mention, ...]:
    """The trigger words: with the verb that carries the noun, and with what is agreed, demanded, refused to be done."""
    tokens, far = [*trigger.words], list[Token]()
    held = trigger.support if trigger.governed is trigger.support else None
    carrier = held if held is not None and held.pos == "VERB" and held.lemma != "be" else None
    if carrier:
        (tokens if abs(carrier.i - trigger.head.i) <= _WIDEST_CARRIER else far).append(carrier)
    last = trigger.words[-1].i
    for noun in needed:
        (tokens if noun.i - last <= _NEAREST else far).append(noun)
    far += [token for token in trigger.beside if token not in needed]
    if not trigger.pattern.verb and stands.polarity is Polarity.NEGATIVE:  # "no reports of injuries"
        reports = [_reporting(sentence, t) for t in stands.governors[:1]]
        tokens += [t for t in reports if t.pos == "NOUN" and 0 < trigger.head.i - t.i <= _NEAREST]
    if trigger.pattern.verb:
        tokens += [t for t in stands.governors[:1] if 0 < trigger.head.i - t.i <= _NEAREST and _governs(t, words)]
        if _is_act(trigger):
            tokens += [t for t in _contents(trigger, words) if 0 < t.i - trigger.head.i <= _WIDEST_ACT][-1:]
    span = min(tokens, key=lambda t: t.i).span.to(max(tokens, key=lambda t: t.i).span)
    confidence = 0.8 if trigger.pattern.verb else 0.75 if trigger.support else 0.7
    rule = "events/verb" if trigger.pattern.verb else "events/noun"
    spans = [span, *(token.span for token in far), *_under_way(sentence, held)]
    return tuple(Mention(span, MentionKind.TRIGGER, rule, confidence) for span in spans)


def _under_way(sentence: Sentence, held: Token | None) -> list[Span]:
    """The words that say that a happening goes on: "a search is under way", the headline "X back in talks"."""
    if held is None or (held.lemma != "be" and held.pos == "VERB"):
        return []
    behind = [t for t in sentence.tokens[held.i + 1 : held.i + 4] if t.text.lower() in ("under", "way", "underway")]
    again = [t for t in sentence.tokens[held.i + 1 : held.i + 2] if t.text.lower() == "back"]
    ongoing = behind if behind and behind[-1].text.lower() != "under" else again
    return [ongoing[0].span.to(ongoing[-1].span)] if ongoing else []


def _reporting(sentence: Sentence, governor: Token) -> Token:
    """The noun before the preposition that governs: "reports" of "reports of injuries"."""
    return sentence.head(governor) if governor.pos == "ADP" else governor


def _governs(word: Token, words: dict[int, Trigger]) -> bool:
    """Whether a governing word belongs to the trigger: "set to receive"; not where it is an event of its own."""
    if word.pos == "NOUN":  # "an effort to convince"; not "a monument to be built"
        return word.i not in words and ("n", word.lemma.lower()) in lexicon().governors
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
