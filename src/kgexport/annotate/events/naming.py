"""Makes the readable name of an event from its words and roles: "Turkey gives kamikaze drones to Albania".

Knows the shape of phrases and nothing of how the roles were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.merging import Merged
from kgexport.model import Entity, MentionKind, Role, RoleName, Token
from kgexport.scheme import load_scheme

_GIVING = {
    "give",
    "send",
    "deliver",
    "sell",
    "hand",
    "offer",
    "provide",
    "grant",
    "lend",
    "supply",
    "donate",
    "pay",
    "return",
}
_PLAIN = {"meet", "fight", "face", "play", "marry", "phone", "telephone", "wed", "battle"}
"""Verbs whose partner is their object."""
_HAPPENING = {"undergo", "happen", "rise", "sick", "hospital", "defeat", "strikes"}
"""Frames whose object is the subject of the sentence."""
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PREPOSITIONS = {"in", "on", "at", "against", "to", "from", "into", "with", "for"}
_MOST = 3
_LONGEST = 120
_WIDEST_PHRASE = 6

Who = dict[RoleName, str]


def name_of(event: Merged, entities: dict[str, Entity]) -> str:
    """A clause of agent, verb and object where a verb tells of the event; else the noun with who and what is in it."""
    draft = event.best
    who = {name: _listed(event.roles, name, entities) for name in RoleName}
    if not who[RoleName.OBJECT]:
        who[RoleName.OBJECT] = _unnamed(draft)
    return _tidy(_clause(draft, who, event) if draft.trigger.pattern.verb else _noun(draft, who))


def _clause(draft: Draft, who: Who, event: Merged) -> str:
    trigger = draft.trigger
    words = list(trigger.pattern.words)
    agent, target, frame = who[RoleName.AGENT], who[RoleName.OBJECT], trigger.pattern.frame
    giver = RoleName.AGENT
    if frame == "get" and agent:
        words = ["give"]
    elif frame in ("get", "prize"):
        agent, giver, who = who[RoleName.RECIPIENT], RoleName.RECIPIENT, {**who, RoleName.RECIPIENT: ""}
    elif frame in _HAPPENING and not agent and not trigger.pattern.passive:
        agent, target, giver = target or _doer(draft), "", RoleName.OBJECT
    agent = agent or _doer(draft)
    if not agent or trigger.pattern.passive:
        patient = target or who[RoleName.RECIPIENT] or who[RoleName.PARTICIPANT] or agent
        return load_scheme()[event.type].label + (f": {patient}" if patient else "")
    verb = " ".join([words[0] if _is_plural(draft, event.roles, giver) else _third(words[0]), *words[1:]])
    target = f"{_lead(draft, words)}{target}" if target else _content(draft)
    return f"{agent} {verb} {_promised(draft) or _rest(words, target, who)}".replace(" - ", "-")


def _content(draft: Draft) -> str:
    """What is announced or demanded, where that is an event and its words are not in the phrase already."""
    return load_scheme()[draft.contents[0].type].label if draft.contents and draft.type == "announcement" else ""


def _lead(draft: Draft, words: list[str]) -> str:
    """The preposition before the object, where there is one and the verb does not say it: "invests in"."""
    mention = next((role.mention for role in draft.roles if role.name is RoleName.OBJECT), None)
    for slot, tokens in draft.trigger.slots.items():
        told = slot in _PREPOSITIONS and slot not in words and mention is not None
        if told and mention and any(token.span.overlaps(mention.span) for token in tokens):
            return f"{slot} "
    return ""


def _promised(draft: Draft) -> str:
    """What follows in the infinitive: "to ban the rally"."""
    if draft.type == "announcement":
        return ""
    clause = next(iter(draft.trigger.slots.get("clause", ())), None)
    if clause is None or not any(child.tag == "TO" for child in draft.sentence.children(clause, "aux")):
        return ""
    if draft.sentence.children(clause, "nsubj"):
        return ""
    objects = draft.sentence.children(clause, "dobj")
    return f"to {clause.lemma} {_phrase(draft, objects[0]) if objects else ''}"


def _rest(words: list[str], target: str, who: Who) -> str:
    recipient, partner = who[RoleName.RECIPIENT], who[RoleName.PARTICIPANT]
    parts = [target]
    if recipient:
        given = words[0] in _GIVING and target
        parts = [target, f"to {recipient}"] if given else [recipient, f"on {target}" if target else ""]
    if partner and words[-1] not in ("with",):
        parts.append(partner if not target and words[-1] in _PLAIN else f"with {partner}")
    elif partner:
        parts = [partner]
    return " ".join(part for part in parts if part)


def _noun(draft: Draft, who: Who) -> str:
    noun = " ".join(word.text if word.pos == "PROPN" else word.text.lower() for word in draft.trigger.words)
    agent, target, partner = who[RoleName.AGENT], who[RoleName.OBJECT], who[RoleName.PARTICIPANT]
    parts = [noun.replace(" - ", "-")]
    moves = draft.trigger.pattern.frame == "n-move"
    if target and not moves:
        parts.append(f"of {target}" if parts[0].split()[-1] not in ("of", "on", "against") else target)
    if agent:
        parts.append(f"by {agent}" if target and not moves else f"of {agent}")
    if target and moves:
        parts.append(f"to {target}")
    elif who[RoleName.RECIPIENT]:
        parts.append(f"to {who[RoleName.RECIPIENT]}")
    if partner:
        parts.append(f"between {partner}" if " and " in partner and not agent else f"with {partner}")
    if who[RoleName.LOCATION] and len(parts) < 3 and not moves:
        parts.append(f"in {who[RoleName.LOCATION]}")
    return " ".join(parts)


def _listed(roles: Iterable[Role], name: RoleName, entities: dict[str, Entity]) -> str:
    fillers = [role.filler for role in roles if role.name is name and role.filler in entities]
    shown = list(dict.fromkeys(entities[key].name for key in fillers))[:_MOST]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def _unnamed(draft: Draft) -> str:
    """The words of an object that is no entity: "partnership" in "strengthen its partnership"."""
    taken = {word.i for word in draft.trigger.words}
    if not draft.trigger.pattern.verb:
        return ""
    for slot in ("object", "for"):
        for token in draft.trigger.slots.get(slot, ()):
            if token.pos == "NOUN" and token.i not in taken:
                lead = "for " if slot == "for" and draft.trigger.words[-1].lemma != "for" else ""
                return lead + _phrase(draft, token)
    return ""


def _doer(draft: Draft) -> str:
    """The words for who does it without a name: "the rebels"."""
    subjects = draft.trigger.slots.get("subject", ())
    return next((_phrase(draft, token) for token in subjects if token.pos == "NOUN"), "")


def _phrase(draft: Draft, head: Token) -> str:
    """A noun with the words that describe it, without determiner, possessive and numbers."""
    words = [head]
    for token in reversed(draft.sentence.tokens[max(0, head.i - _WIDEST_PHRASE) : head.i]):
        if token.head != head.i or token.dep not in ("amod", "compound", "nmod"):
            break
        words.insert(0, token)
    return " ".join(w.form if w.pos == "PROPN" else w.form.lower() for w in words)


def _is_plural(draft: Draft, roles: Iterable[Role], name: RoleName) -> bool:
    """Whether the verb stands in the plural: two names, or one common noun in the plural."""
    said = [role.mention for role in roles if role.name is name]
    if not said:
        return any(token.tag == "NNS" for token in draft.trigger.slots.get("subject", ())[:1])
    if len(said) != 1:
        return True
    last = draft.sentence.tokens_in(said[0].span)[-1:]
    return said[0].kind is MentionKind.NOMINAL and bool(last) and last[0].tag in ("NNS", "NNPS")


def _third(verb: str) -> str:
    """The third person of a verb in the present."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if re.search(r"(s|x|z|ch|sh)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0]
    return text[:1].upper() + text[1:]
