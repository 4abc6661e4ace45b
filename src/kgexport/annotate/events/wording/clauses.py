"""Names an event by the verb that tells of it: "Turkey gives kamikaze drones to Albania".

Knows the shape of clauses and nothing of how the roles were found; the words are of `phrases.py` and `wording.py`.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.filling.offices import OFFICES
from kgexport.annotate.events.passives import is_headline_passive, is_passive
from kgexport.annotate.events.sameness.merging import Merged
from kgexport.annotate.events.wording.agreement import is_many, is_plural
from kgexport.annotate.events.wording.forms import gerund, third_person
from kgexport.annotate.events.wording.leading import entered, is_struck, leads_to_place, led_noun, without_owners
from kgexport.annotate.events.wording.noun_naming import Who
from kgexport.annotate.events.wording.phrases import complement, infinitive, learned, participle
from kgexport.annotate.events.wording.tails import behind, controlled, destination, led, needed, office, told_person
from kgexport.annotate.events.wording.wording import (
    PREPOSITIONS,
    became,
    doer,
    pattern_words,
    preposition_of,
    unnamed,
    whole_noun,
    with_owner,
)
from kgexport.model import Role, RoleName
from kgexport.scheme import load_scheme

_GIVING = set("give send deliver sell hand offer provide grant lend supply donate pay return transfer present".split())
_PLAIN = {"meet", "fight", "face", "play", "marry", "phone", "telephone", "wed", "battle", "replace", "succeed"}
"""Verbs whose partner is their object."""
HAPPENING = {"undergo", "happen", "rise", "sick", "hospital", "defeat", "win-passive", "succeed"}
"""Frames whose object is the subject of the sentence."""
_SAID = {"pledge": "promise", "threat": "threaten", "demand": "demand"}
"""What saying that one will or another must do something is called."""
_SO = (["guilty"], ["liable"], ["dead"], ["responsible"], ["not", "guilty"], ["open"], ["free"], ["hostage"])
"""What stands behind the object: "finds X guilty", "shoots X dead"."""


def by_verb(draft: Draft, who: Who, event: Merged, beside: list[Role], plural: frozenset[str]) -> str:
    """A clause of agent, verb, object and what belongs to them; the passive where nobody acts.

    `plural`: keys of those whose names are plurals.
    """
    agent, target, giver, words, who = _turned(draft, who)
    if draft.trigger.pattern.passive and giver is RoleName.RECIPIENT and agent and target:
        return f"{_state(draft, agent, event, plural)} {target}"  # "The government is granted confidence"
    if draft.trigger.pattern.passive:
        if draft.trigger.pattern.frame == "defeat" and agent and target:  # "United are beaten by Ajax"
            return f"{_state(draft, target, event, plural, RoleName.OBJECT)} by {agent}"
        return _state(draft, agent or target or who[RoleName.RECIPIENT] or doer(draft), event, plural)
    agent = agent or doer(draft)
    if not agent:
        return _passive(draft, target or who[RoleName.RECIPIENT] or who[RoleName.PARTICIPANT], event, who, plural)
    verb = " ".join([words[0] if is_plural(draft, beside, giver, plural) else third_person(words[0]), *words[1:]])
    if "and" in words[1:-1]:
        verb = " and ".join(third_person(word) for word in words if word != "and")
    lead = "" if draft.trigger.pattern.frame == "blame" else preposition_of(draft, RoleName.OBJECT)
    if target and lead and not PREPOSITIONS.intersection(words):
        target = f"{unnamed(draft)} {lead} {target}".strip()
    apart = len(words) > 2 and words[1] in PREPOSITIONS
    if (
        target
        and (apart or words[1:] in _SO or _is_before_noun(draft))
        and draft.trigger.pattern.frame not in HAPPENING
    ):
        return f"{agent} {verb.split(' ')[0]} {target} {' '.join(words[1:])}"
    return f"{agent} {verb} {_predicate(draft, who, words, target)}"


def _turned(draft: Draft, who: Who) -> tuple[str, str, RoleName, list[str], Who]:
    """Who is the subject and what the object of the clause, the role that the verb agrees with, and its words."""
    words = (
        [_SAID.get(draft.type, "say"), *draft.trigger.pattern.words[1:]] if is_saying(draft) else pattern_words(draft)
    )
    agent, target, frame = who[RoleName.AGENT], who[RoleName.OBJECT], draft.trigger.pattern.frame
    if frame == "get" and agent:
        return agent, target, RoleName.AGENT, ["give"], who
    if frame in ("get", "prize"):
        return who[RoleName.RECIPIENT], target, RoleName.RECIPIENT, words, {**who, RoleName.RECIPIENT: ""}
    if frame == "achieve":
        return agent, became(draft), RoleName.AGENT, words, who
    if frame in HAPPENING and not draft.trigger.pattern.passive:
        figure = _figure(draft)
        subject, giver = figure or target or doer(draft), RoleName.INSTRUMENT if figure else RoleName.OBJECT
        target = who[RoleName.LOCATION] if frame == "hospital" else agent if frame == "defeat" else became(draft)
        lead = ""
        if target and words[-1] not in (*PREPOSITIONS, "by"):
            inside = "in" if len(words) > 1 else preposition_of(draft, RoleName.LOCATION)
            lead = {"defeat": "to", "hospital": inside}.get(frame, "")
        if frame == "hospital" and words[-1] in PREPOSITIONS:
            target = entered(draft, target)
        return subject, f"{lead} {target}".strip(), giver, words, who
    struck = frame == "strikes" and (not target or is_struck(draft))
    undergone = bool(target) and not agent and is_passive(draft.sentence, draft.trigger.head)
    if struck or (words[-1] in PREPOSITIONS and leads_to_place(draft) and not undergone):
        target = who[RoleName.LOCATION] or target
    return agent, target, RoleName.AGENT, words, who


def _predicate(draft: Draft, who: Who, words: list[str], target: str) -> str:
    """What stands behind the verb of a clause with a subject."""
    asked = who[RoleName.RECIPIENT] or (told_person(draft) if words == ["tell"] else "")
    told = complement(draft) if not target or is_saying(draft) or _is_asked(draft) else ""
    meets = bool(who[RoleName.PARTICIPANT]) and (words[0] in _PLAIN or words[-1] == "with")
    if meets or (told.startswith("that ") and words[-1] in PREPOSITIONS):
        told = ""
    if told and target and not is_saying(draft):
        return f"{target} {told}"
    to_somebody = words == ["tell"] or words[-1] in PREPOSITIONS or told.startswith("to ")
    if told and asked and to_somebody and asked not in told:
        told = f"{asked} {told}"
    said = _content(draft) if draft.type in ("announcement", "admission") else ""
    rest = told or said or _rest(words, target, who, draft)
    if not rest and words[-1] in PREPOSITIONS:
        rest = who[RoleName.LOCATION]
    if rest and target and rest == target:
        tail = office(draft) or controlled(draft) or needed(draft) or destination(draft)
        return target if tail in target or target in tail else f"{target} {tail}"
    return rest or office(draft) or infinitive(draft) or needed(draft, objects=True) or learned(draft) or behind(draft)


def _is_before_noun(draft: Draft) -> bool:
    """Whether the object stands between the verb and the noun of the pattern: "gave the leaders permission"."""
    head = draft.trigger.head
    nouns = [word.span.begin for word in draft.trigger.words if word.pos == "NOUN" and word.i > head.i]
    spans = [role.mention.span for role in draft.roles if role.name is RoleName.OBJECT]
    return bool(nouns and spans) and all(head.span.end <= s.begin and s.end <= nouns[0] for s in spans)


def _figure(draft: Draft) -> str:
    """What rises or sinks where somebody else suffers it: "the stock price" of a firm, "a ferry" with passengers."""
    heads = {token.i for name in ("subject", "object") for token in draft.trigger.slots.get(name, ())}
    spans = [role.mention.span for role in draft.roles if role.name is RoleName.OBJECT]
    inside = {token.i for span in spans for token in draft.sentence.tokens_in(span)}
    own = draft.trigger.pattern.frame in ("rise", "happen")
    return doer(draft) if own and spans and heads and heads.isdisjoint(inside) else ""


def _is_asked(draft: Draft) -> bool:
    """Whether the object is who is asked to do what follows: "urges the two countries to talk"."""
    objects = draft.trigger.slots.get("object", ())
    above = [clause.head for clause in draft.trigger.slots.get("infinitive", ())]
    return bool(objects) and not draft.role(RoleName.OBJECT, RoleName.RECIPIENT) and draft.trigger.head.i in above


def is_saying(draft: Draft) -> bool:
    """Whether it is named by "says": who says it promises, threatens, demands."""
    return draft.trigger.pattern.words == ("say",)


def _passive(draft: Draft, patient: str, event: Merged, who: Who, plural: frozenset[str]) -> str:
    """As in "Daniel Montalvo is arrested"; where nobody suffers it, the form in -ing or the type."""
    label = load_scheme()[event.type].label
    first, *rest = pattern_words(draft)
    if not patient or patient in ("them", "him", "her", "it"):
        told = patient or complement(draft) or infinitive(draft) or behind(draft)
        undergone = is_passive(draft.sentence, draft.trigger.head) or draft.trigger.pattern.frame in HAPPENING
        said = [gerund(first), told, *rest] if told == patient else [gerund(first), *rest, told]
        return label if undergone or not (told or rest) else " ".join(said)
    if any(role.name is RoleName.PARTICIPANT for role in event.roles) and event.type not in OFFICES:
        return f"{label} with {patient}"
    if patient.startswith("for "):
        return " ".join([gerund(first), *rest, patient])
    lead = preposition_of(draft, RoleName.OBJECT) if patient == who[RoleName.OBJECT] else ""
    undergone = is_passive(draft.sentence, draft.trigger.head) or is_headline_passive(
        draft.sentence, draft.trigger.head
    )
    if (lead or (rest[-1:] and rest[-1] in PREPOSITIONS)) and not undergone:
        return " ".join([gerund(first), *rest, *([lead] if rest[-1:] != [lead] else []), patient])
    form = participle(draft.trigger.head, first)
    given = next((role for role in event.roles if _is_given(draft, role)), None)
    if given and who[RoleName.RECIPIENT] and patient != who[RoleName.RECIPIENT]:
        return f"{who[RoleName.RECIPIENT]} {_be(draft, event, RoleName.RECIPIENT, plural)} {form} {patient}"
    done = " ".join([form, *rest])
    tail = office(draft) or complement(draft) or controlled(draft) or led(draft) or led_noun(draft, patient)
    tail = tail or behind(draft)
    suffering = next((name for name in (RoleName.OBJECT, RoleName.RECIPIENT) if patient == who[name]), RoleName.OBJECT)
    return f"{patient} {_be(draft, event, suffering, plural)} {done} {tail}"


def _be(draft: Draft, event: Merged, name: RoleName, plural: frozenset[str]) -> str:
    shown = without_owners(draft, list(event.roles))
    return "are" if is_many(draft, shown, name, plural) else "is"


def _is_given(draft: Draft, role: Role) -> bool:
    """Whether who receives something is the subject of a passive: "Ann Lee was given $3 million"."""
    subjects = draft.sentence.children(draft.trigger.head, "nsubjpass")
    return role.name is RoleName.RECIPIENT and any(token.span.overlaps(role.mention.span) for token in subjects)


def _state(draft: Draft, patient: str, event: Merged, plural: frozenset[str], of: RoleName | None = None) -> str:
    """What is said with "be": "X is sworn in", "X is ready"; `of`: the role of X, the agent where it is not told."""
    if not patient:
        return load_scheme()[event.type].label
    role = of or next((r.name for r in event.roles if r.name is RoleName.AGENT), RoleName.OBJECT)
    head, sentence = draft.trigger.head, draft.sentence
    nouns = {word.i for word in draft.trigger.words if word.pos == "NOUN" and word.i > head.i}
    said = [
        with_owner(sentence, word) if word.i in nouns else word.text.lower()
        for word in draft.trigger.words
        if word.dep != "det" or word.head not in nouns
    ]
    return f"{patient} {_be(draft, event, role, plural)} {' '.join(said)} {office(draft) or led_noun(draft, patient)}"


def _content(draft: Draft) -> str:
    """What is announced, where that is an event: "closure", "transfer of drones"."""
    if not draft.contents:
        return ""
    content = draft.contents[0]
    label = load_scheme()[content.type].label
    if not content.trigger.pattern.verb:
        return "" if draft.trigger.said is not None else label
    objects = [token for token in content.trigger.slots.get("object", ()) if token.pos in ("NOUN", "PROPN")]
    return f"{label.split(' of ')[0]} of {whole_noun(content.sentence, objects[0])}" if objects else ""


def _rest(words: list[str], target: str, who: Who, draft: Draft) -> str:
    """What stands behind the verb: "drones to Albania", "demands from the rebels", "Anna Brown"."""
    recipient, partner, frame = who[RoleName.RECIPIENT], who[RoleName.PARTICIPANT], draft.trigger.pattern.frame
    recipient = "" if recipient and target.startswith((f"{recipient}'s ", f"{recipient}’s ")) else recipient
    partner = "" if frame == "strip" and target.startswith((f"{partner}'s ", f"{partner}’s ")) else partner
    parts = [target]
    if recipient:
        lead = preposition_of(draft, RoleName.RECIPIENT)
        if words[0] in _GIVING:
            lead = "to" if target or len(words) > 1 or lead == "to" else ""
        led = f"{lead} {recipient}" if lead and words[-1] != lead else recipient
        beside = [target if _lead_of(target) or not target else f"on {target}"]
        parts = [target, led] if lead or not target else [recipient, *(beside if frame != "inform" else ())]
    stands = words[-1] in PREPOSITIONS and preposition_of(draft, RoleName.PARTICIPANT) in ("", words[-1])
    if partner and words[-1] != "with" and (not stands or target):
        taken = frame == "strip" or preposition_of(draft, RoleName.PARTICIPANT) == "from"
        lead = "from" if taken else "with"
        parts.append(partner if not target and words[-1] in _PLAIN else f"{lead} {partner}")
    elif partner:
        parts = [partner]
    return " ".join(part for part in parts if part)


def _lead_of(words: str) -> str:
    """The preposition that a phrase begins with; empty where there is none."""
    first = words.split(" ")[0]
    return first if first in PREPOSITIONS else ""
