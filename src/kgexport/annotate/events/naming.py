"""Makes the readable name of an event from its words and roles: "Turkey gives kamikaze drones to Albania".

Knows the shape of phrases and nothing of how the roles were found; the forms of words are those of `phrases.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgexport.annotate.events.agreement import is_many, is_plural
from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.merging import Merged
from kgexport.annotate.events.phrases import complement, count, gerund, of, participle, phrase, third_person
from kgexport.model import BlockKind, Entity, Role, RoleName, Token
from kgexport.scheme import load_scheme

_GIVING = set("give send deliver sell hand offer provide grant lend supply donate pay return transfer present".split())
_PLAIN = {"meet", "fight", "face", "play", "marry", "phone", "telephone", "wed", "battle", "replace", "succeed"}
"""Verbs whose partner is their object."""
_HAPPENING = {"undergo", "happen", "rise", "sick", "hospital", "defeat", "win-passive", "succeed"}
"""Frames whose object is the subject of the sentence."""
_TOGETHER = {"n-together", "n-agree", "n-conflict", "n-relations"}
_SAID = {"pledge": "promise", "threat": "threaten", "demand": "demand"}
"""What saying that one will or another must do something is called."""
_PREPOSITIONS = {"in", "on", "at", "against", "to", "from", "into", "with", "for"}
_NUMBERS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
_MOST, _LONGEST = 3, 120
_LONGEST_HEADLINE = 14

Who = dict[RoleName, str]


def name_of(event: Merged, entities: dict[str, Entity]) -> str:
    """A clause of agent, verb and object where a verb tells of the event; else the noun with who and what is in it."""
    draft = event.best
    who = {name: _listed(event.roles, name, entities) for name in RoleName}
    who[RoleName.OBJECT] = _how_many(event, draft) + who[RoleName.OBJECT]
    headline = _headline(event)
    if headline and not any(who[name] for name in RoleName if name is not RoleName.LOCATION):
        return _tidy(headline)
    if not who[RoleName.OBJECT] and draft.trigger.pattern.frame not in _HAPPENING:
        who[RoleName.OBJECT] = _unnamed(draft)
    return _tidy(_clause(draft, who, event) if draft.trigger.pattern.verb else _noun(draft, who, event.roles))


def _headline(event: Merged) -> str:
    """The headline that tells of an event in which nobody is named: "107 killed in crane collapse"."""
    for draft in event.drafts:
        tokens = draft.sentence.tokens
        told = draft.sentence.block is BlockKind.HEADLINE and draft.trigger.pattern.verb
        if told and len(tokens) <= _LONGEST_HEADLINE:
            begin = tokens[0].span.begin
            words = [
                " " * (t.span.begin > (tokens[i - 1].span.end if i else begin)) + t.text for i, t in enumerate(tokens)
            ]
            return "".join(words).strip()
    return ""


def _clause(draft: Draft, who: Who, event: Merged) -> str:
    trigger = draft.trigger
    words = (
        [_SAID.get(draft.type, "say"), *trigger.pattern.words[1:]] if _is_saying(draft) else list(trigger.pattern.words)
    )
    agent, target, frame = who[RoleName.AGENT], who[RoleName.OBJECT], trigger.pattern.frame
    giver = RoleName.AGENT
    if frame == "get" and agent:
        words = ["give"]
    elif frame in ("get", "prize"):
        agent, giver, who = who[RoleName.RECIPIENT], RoleName.RECIPIENT, {**who, RoleName.RECIPIENT: ""}
    elif frame in _HAPPENING and not trigger.pattern.passive:
        agent, target, giver = (
            target or _doer(draft),
            who[RoleName.LOCATION] if frame == "hospital" else agent if frame == "defeat" else "",
            RoleName.OBJECT,
        )
        words = [*words, "to"] if frame == "defeat" and target and words[-1] not in ("to", "by") else words
    elif frame == "strikes":
        target = who[RoleName.LOCATION] or target
    if trigger.pattern.passive:
        return _state(draft, agent or target or who[RoleName.RECIPIENT], event)
    agent = agent or _doer(draft)
    if not agent:
        return _passive(draft, target or who[RoleName.RECIPIENT] or who[RoleName.PARTICIPANT], event)
    verb = " ".join([words[0] if is_plural(draft, event.roles, giver) else third_person(words[0]), *words[1:]])
    if "and" in words[1:-1]:
        verb = " and ".join(third_person(word) for word in words if word != "and")
    target = f"{_lead(draft, words)}{target}" if target else ""
    if len(words) > 2 and target and words[1] in _PREPOSITIONS and frame not in _HAPPENING:
        return f"{agent} {verb.split(' ')[0]} {target} {' '.join(words[1:])}"
    told = "" if target and not _is_saying(draft) else complement(draft)
    asked = who[RoleName.RECIPIENT]
    if told and asked and (words[-1] in _PREPOSITIONS or told.startswith("to ")) and asked not in told:
        told = f"{asked} {told}"
    rest = told or _content(draft) or _rest(words, target, who)
    return f"{agent} {verb.replace(' oneself', '')} {rest}".replace(" - ", "-")


def _is_saying(draft: Draft) -> bool:
    return draft.trigger.pattern.words == ("say",)


def _passive(draft: Draft, patient: str, event: Merged) -> str:
    """As in "Daniel Montalvo is arrested"; where the form of the verb is not known, the type with the patient."""
    label = load_scheme()[event.type].label
    form = participle(draft.trigger.head)
    first, *rest = draft.trigger.pattern.words
    if not patient:
        told = complement(draft)
        return " ".join([gerund(first), *rest, told]) if told else label
    if any(role.name is RoleName.PARTICIPANT for role in event.roles):
        return f"{label} with {patient}"
    purpose = patient.startswith("for ")
    if not form or purpose:
        return " ".join([gerund(first), *rest, patient if rest or purpose else f"of {patient}"])
    be = "are" if is_many(draft, event.roles, RoleName.OBJECT) else "is"
    return f"{patient} {be} {' '.join([form, *rest])} {complement(draft)}"


def _state(draft: Draft, patient: str, event: Merged) -> str:
    """What is said with "be": "X is sworn in", "X is ready"."""
    if not patient:
        return load_scheme()[event.type].label
    be = "are" if is_many(draft, event.roles, RoleName.OBJECT) else "is"
    return f"{patient} {be} {' '.join(word.text.lower() for word in draft.trigger.words)}"


def _content(draft: Draft) -> str:
    """What is announced, where that is an event: "the acquisition of drones"."""
    if not draft.contents or draft.type not in ("announcement", "admission"):
        return ""
    content = draft.contents[0]
    label = load_scheme()[content.type].label
    objects = [t for t in content.trigger.slots.get("object", ()) if t.pos in ("NOUN", "PROPN")]
    label = label.split(" of ")[0] if objects else label
    return f"{label} of {phrase(content.sentence, objects[0])}" if objects and content.trigger.pattern.verb else label


def _lead(draft: Draft, words: list[str]) -> str:
    """The preposition before the object, where there is one and the verb does not say it: "invests in"."""
    mention = next((role.mention for role in draft.roles if role.name is RoleName.OBJECT), None)
    for slot, tokens in draft.trigger.slots.items():
        told = slot in _PREPOSITIONS and not _PREPOSITIONS.intersection(words) and mention is not None
        if told and mention and any(token.span.overlaps(mention.span) for token in tokens):
            return f"{slot} "
    return ""


def _rest(words: list[str], target: str, who: Who) -> str:
    recipient, partner = who[RoleName.RECIPIENT], who[RoleName.PARTICIPANT]
    parts = [target]
    if recipient:
        given = words[0] in _GIVING and target
        about = target if target.split(" ")[0] in _PREPOSITIONS or not target else f"on {target}"
        parts = [target, f"to {recipient}"] if given else [recipient, about]
    if partner and words[-1] not in ("with",):
        parts.append(partner if not target and words[-1] in _PLAIN else f"with {partner}")
    elif partner:
        parts = [partner]
    return " ".join(part for part in parts if part)


def _noun(draft: Draft, who: Who, roles: Iterable[Role]) -> str:
    agent, target, partner = who[RoleName.AGENT], who[RoleName.OBJECT], who[RoleName.PARTICIPANT]
    noun = " ".join(word.text if word.pos == "PROPN" else word.text.lower() for word in draft.trigger.words)
    bare = not (agent or target or partner or who[RoleName.RECIPIENT])
    if bare:
        noun = max(phrase(draft.sentence, draft.trigger.head), noun, key=len)
    parts, frame = [noun.replace(" - ", "-")], draft.trigger.pattern.frame
    verb = _carried_by(draft)
    if verb and agent and not (target or partner):
        form = verb.lemma.lower() if is_plural(draft, roles, RoleName.AGENT) else third_person(verb.lemma.lower())
        told = max(phrase(draft.sentence, draft.trigger.head), noun, key=len)
        return f"{agent} {form} {told} {f'to {who[RoleName.RECIPIENT]}' if who[RoleName.RECIPIENT] else ''}"
    if frame in _TOGETHER and (agent or partner):
        everybody = " and ".join(side for side in (agent, partner) if side)
        parts.append(f"between {everybody}" if " and " in everybody else f"with {everybody}")
        return " ".join([*parts, f"on {target}" if target else ""])
    moves = frame == "n-move"
    if target and group_of(draft.type) == "sport":
        parts.append(f"over {target}" if "victory" in draft.type else f"of {target}")
    elif target and not moves:
        parts.append(f"of {target}" if parts[0].split()[-1] not in ("of", "on", "against") else target)
    if agent:
        parts.append(f"by {agent}")
    if target and moves:
        parts.append(f"to {target}")
    elif who[RoleName.RECIPIENT]:
        parts.append(f"to {who[RoleName.RECIPIENT]}")
    if partner:
        parts.append(f"between {partner}" if " and " in partner and not agent else f"with {partner}")
    if who[RoleName.LOCATION] and who[RoleName.LOCATION] not in noun and len(parts) < 3 and not moves:
        parts.append(f"in {who[RoleName.LOCATION]}")
    return " ".join(parts)


def _carried_by(draft: Draft) -> Token | None:
    """The verb that carries a noun as its object in the active voice: "make" in "make an offer"."""
    verb = draft.trigger.support
    if verb is None or draft.trigger.head.dep != "dobj" or draft.trigger.head.head != verb.i:
        return None
    return verb if verb.lemma not in ("have", "see", "be", "get") else None


def _listed(roles: Iterable[Role], name: RoleName, entities: dict[str, Entity]) -> str:
    fillers = [role.filler for role in roles if role.name is name and role.filler in entities]
    shown = list(dict.fromkeys(entities[key].name for key in fillers))[:_MOST]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def _how_many(event: Merged, draft: Draft) -> str:
    """The number before the only object, where that is people or things without a name: "five people"."""
    roles = [role for role in event.roles if role.name is RoleName.OBJECT]
    if len(roles) != 1 or not roles[0].filler.startswith("nominal:") or not draft.trigger.pattern.verb:
        return ""
    heads = [t for t in draft.sentence.tokens_in(roles[0].mention.span)[-1:] if t.pos == "NOUN"]
    return count(draft.sentence, heads[0]) if heads else ""


def _unnamed(draft: Draft) -> str:
    """The words of an object that is no entity: "partnership" in "strengthen its partnership"."""
    taken = {word.i for word in draft.trigger.words}
    taken |= {word.i for role in draft.roles for word in draft.sentence.tokens_in(role.mention.span)}
    if not draft.trigger.pattern.verb:
        return ""
    for slot in ("object", "for"):
        for token in draft.trigger.slots.get(slot, ()):
            if token.pos in ("NOUN", "PROPN", "NUM") and token.i not in taken and token.label not in _NUMBERS:
                lead = "for " if slot == "for" and draft.trigger.words[-1].lemma != "for" else ""
                return lead + count(draft.sentence, token) + phrase(draft.sentence, token) + of(draft.sentence, token)
    return ""


def _doer(draft: Draft) -> str:
    """The words for who does it without a name: "the rebels"."""
    subjects = draft.trigger.slots.get("subject", ())
    heads = [counted(draft.sentence, token) for token in subjects]
    return next((count(draft.sentence, t) + phrase(draft.sentence, t) for t in heads if _is_telling(t)), "")


def _is_telling(token: Token) -> bool:
    """Whether a word names somebody: not "Inc." and the like, and no pronoun."""
    return token.pos in ("NOUN", "PROPN") and not token.text.endswith(".")


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,;:")
    text = re.sub(r" (with|to|of|for|as|at|from|before|by|into|against)$", "", text)
    text = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0]
    return text[:1].upper() + text[1:]
