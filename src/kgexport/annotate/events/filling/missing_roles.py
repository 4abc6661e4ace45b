"""Finds roles of a noun with the verb above it: the victor of "returned with a 3-1 victory over X"; knows no status."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from kgexport.annotate.events.clause import expanded, subjects
from kgexport.annotate.events.draft import first_head
from kgexport.annotate.events.filling.accused import givers, judged_parties, tried_for
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.filling.offices import offices
from kgexport.annotate.events.filling.raiders import raiders
from kgexport.annotate.events.filling.slot_repairs import AMMUNITION
from kgexport.annotate.events.filling.slots import SHARES, verb_slots
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.model import Role, RoleName, Sentence, Token

_CRIMES = {"conflict", "justice", "life"}
_CONVICTING = {"convict", "jail", "imprison", "sentence", "guilty"}
"""Words that say that somebody did it."""
_DAMAGE = {"destruction", "fire", "crime"}
_ACCUSING = {"accuse", "charge", "suspect", "indict"}
"""Words that say that somebody is said to have done it: then it is alleged, and so is who did it."""
_ANSWERING = {"deny", "admit", "confess"}
_COUNTS = {"count", "charge"}
_SIDES = 2
_TARGETS = ("object", "at", "on", "into", "against")
"""Where the target of an attack stands in the clause that tells its means."""
_TALKING = {"meeting", "negotiation", "discussion", "phone-call"}
_FOUGHT = {"armed-conflict", "clash", "riot"}
_FORCE = {"conflict", "protest", "coercion", "life"}
_PLAYED = {"victory", "sport-victory", "sport-defeat", "sport-draw"}
_BESIDE = {"with", "in", "after", "following", "during", "at", "as"}
"""Before a noun of what the subject of the verb took part in."""
_HELPING = {"help", "assist", "aid", "enable", "force", "compel"}
_RECEIVING = {"take", "accept", "receive", "get", "obtain", "solicit"}


def completed(sentence: Sentence, trigger: Trigger, roles: list[Role], fillers: Fillers) -> list[Role]:
    """The roles of a trigger, with those that only the verb above its noun tells."""
    if trigger.pattern.verb:
        return [
            *roles,
            *_owner_of_figure(sentence, trigger, fillers, roles),
            *_helped(sentence, trigger, fillers, roles),
            *_hit_by(sentence, trigger, fillers, roles),
            *offices(sentence, trigger, fillers, roles),
            *_authors(sentence, trigger, fillers, roles),
        ]
    roles = list(_received(sentence, trigger, roles))
    known = {role.filler for role in roles}
    names = {role.name for role in roles}
    if RoleName.AGENT not in names:
        roles += _culprits(sentence, trigger, fillers, known)
        roles += _party(sentence, trigger, fillers, roles)
        roles += _filled(sentence, raiders(sentence, trigger), RoleName.AGENT, fillers, known)
        roles += _owner_acts(sentence, trigger, fillers, roles)
        roles += givers(sentence, trigger, fillers, roles)
    if trigger.pattern.type == "match" and len(roles) < _SIDES:
        roles += _players(sentence, trigger, fillers, known)
    return [*roles, *judged_parties(sentence, trigger, fillers, roles)]


def _owner_of_figure(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Whose price, share or rate rises: "the stock price of X increased"."""
    if trigger.pattern.frame != "rise" or any(role.name is RoleName.OBJECT for role in roles):
        return []
    heads: list[Token] = []
    for figure in (*trigger.slots.get("subject", ()), *trigger.slots.get("object", ())):
        of = [t for t in sentence.children(figure, "prep") if t.lemma == "of"]
        heads += [t for preposition in of for t in sentence.children(preposition, "pobj")]
        heads += sentence.children(figure, "poss", "compound", "nmod")
    owners = [t for t in heads if fillers.is_name(t) and "org" in fillers.reading.kinds(sentence, t)]
    return _filled(sentence, owners[:1], RoleName.OBJECT, fillers, {role.filler for role in roles})


def _helped(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Who is helped in "helped him leave", where the clause has taken the object for its subject."""
    frame = [name for name, _ in lexicon().frames[trigger.pattern.frame]]
    name = RoleName.RECIPIENT if RoleName.RECIPIENT in frame else RoleName.OBJECT
    if trigger.head.lemma not in _HELPING or any(role.name is name for role in roles):
        return []
    clauses = [t for t in sentence.children(trigger.head, "ccomp") if t.tag == "VB"]
    heads = [t for clause in clauses for own in sentence.children(clause, "nsubj") for t in expanded(sentence, own)]
    return _filled(sentence, heads, name, fillers, {role.filler for role in roles})


def _authors(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Who says what a paper says: "a report by an engineer says"."""
    if trigger.said is None or any(role.name is RoleName.AGENT for role in roles):
        return []
    papers = [t for t in trigger.slots.get("subject", ()) if t.pos == "NOUN"]
    written = [t for paper in papers[:1] for t in sentence.children(paper, "prep", "agent") if t.lemma == "by"]
    heads = [t for by in written for own in sentence.children(by, "pobj") for t in expanded(sentence, own)]
    return _filled(sentence, heads, RoleName.AGENT, fillers, {role.filler for role in roles})


def _owner_acts(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Who does it in "Acme's unveiling of a phone", where "of" says to what: the owner, who else suffers it."""
    objects = [role.mention.span for role in roles if role.name is RoleName.OBJECT]
    done_to = any(token.span.overlaps(span) for token in trigger.slots.get("of", ()) for span in objects)
    slots = {
        slot.name for name, part in lexicon().frames[trigger.pattern.frame] for slot in part if name is RoleName.AGENT
    }
    if not done_to or "by" not in slots or any(role.name is RoleName.AGENT for role in roles):
        return []
    owners = [t for t in trigger.slots.get("poss", ()) if not any(t.span.overlaps(span) for span in objects)]
    return _filled(sentence, owners, RoleName.AGENT, fillers, {role.filler for role in roles})


def _hit_by(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Whom an attack hits that is told by its means: "retaliated by firing rockets into Syria"."""
    if group_of(trigger.pattern.type) != "conflict" or any(role.name is RoleName.OBJECT for role in roles):
        return []
    clauses = [
        clause
        for by in sentence.children(trigger.head, "prep")
        for clause in sentence.children(by, "pcomp")
        if by.lemma.lower() == "by"
    ]
    around = [verb_slots(sentence, clause, ()) for clause in clauses]
    heads = [token for slots in around for name in _TARGETS for token in slots.get(name, ())]
    hit = [t for t in heads if fillers.is_actor(sentence, t) and t.lemma.lower() not in AMMUNITION]
    return _filled(sentence, hit[:1], RoleName.OBJECT, fillers, {role.filler for role in roles})


def _filled(sentence: Sentence, heads: list[Token], name: RoleName, fillers: Fillers, known: set[str]) -> list[Role]:
    found = (fillers.fill(sentence, token, name) for token in heads)
    return [role for role in found if role and role.filler not in known]


def _above(sentence: Sentence, noun: Token) -> tuple[Token, Token] | None:
    """The preposition before a noun and the word that this hangs on."""
    while noun.dep == "conj" and noun.head != noun.i:
        noun = sentence.head(noun)
    preposition = sentence.head(noun)
    if noun.dep == "conj" and preposition.pos == "VERB":  # "returned after a visit, as well as a meeting with X"
        joined = sentence.children(preposition, "cc")
        return (joined[-1], preposition) if joined and joined[-1].text == "as" else None
    if noun.dep != "pobj" or preposition.head == preposition.i:
        return None
    return preposition, sentence.head(preposition)


def _culprits(sentence: Sentence, trigger: Trigger, fillers: Fillers, known: set[str]) -> list[Role]:
    """Who did what somebody is convicted of: "convicted of the murder of X", "jailed for an attack on Y"."""
    if group_of(trigger.pattern.type) not in _CRIMES and trigger.pattern.type not in _DAMAGE:
        return []
    above = sentence.head(trigger.head)
    if trigger.head.dep == "dobj" and above.lemma in _ANSWERING:  # "denied arson"
        return _filled(sentence, subjects(sentence, above), RoleName.AGENT, fillers, known)
    if tried := tried_for(sentence, trigger.head):
        return _filled(sentence, [t for own in tried for t in expanded(sentence, own)], RoleName.AGENT, fillers, known)
    found = _above(sentence, _share(sentence, trigger.head))
    first = first_head(sentence, trigger.head)
    if found is None or first.dep != "pobj" or found[0].lemma not in ("of", "for", "with", "to"):
        return []
    if found[0].lemma == "to" and found[1].lemma.lower() != "guilty":
        return []
    verb = found[1]
    for _ in range(_SIDES):  # "sentenced X to life terms for the attack"
        verb = sentence.head(verb) if verb.pos in ("NOUN", "ADP") else verb
    if verb.lemma.lower() not in _CONVICTING | _ACCUSING:
        return []
    whom = sentence.children(verb, "nsubjpass", "dobj") or _described(sentence, verb)
    heads = [token for first in whom[:1] for token in expanded(sentence, first)]
    return _filled(sentence, heads, RoleName.AGENT, fillers, known)


def _described(sentence: Sentence, adjective: Token) -> list[Token]:
    """Of whom an adjective is said: who pleaded guilty, who is guilty."""
    if adjective.pos != "ADJ":
        return []
    return subjects(sentence, adjective) or subjects(sentence, sentence.head(adjective))


def _share(sentence: Sentence, deed: Token) -> Token:
    """The part that somebody had in a deed: "role" of "for his role in the murder"; else the deed."""
    inside = sentence.head(deed)
    part = sentence.head(inside)
    had = deed.dep == "pobj" and inside.lemma.lower() in ("in", "of") and part.lemma.lower() in SHARES | _COUNTS
    return part if had and part.dep == "pobj" else deed


def _party(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Who won or talked: the subject of the verb, where the noun names nobody but the other side."""
    kind = trigger.pattern.type
    others = [r for r in roles if r.name in (RoleName.OBJECT, RoleName.PARTICIPANT)]
    found = _above(sentence, trigger.head)
    if kind not in _TALKING | _PLAYED | _FOUGHT or len(others) != 1 or found is None or trigger.support is not None:
        return []
    preposition, verb = found
    if preposition.lemma.lower() not in _BESIDE or verb.pos not in ("VERB", "AUX") or trigger.slots.get("between"):
        return []
    if kind in _PLAYED and preposition.lemma.lower() == "at":
        return []
    if (is_passive(sentence, verb) and kind not in _PLAYED) or (kind in _FOUGHT and not _is_of_force(verb)):
        return []
    heads = [t for t in subjects(sentence, verb) if fillers.is_actor(sentence, t) or t.pos == "PRON"]
    played = kind in _PLAYED
    if played and heads and all("person" in fillers.reading.kinds(sentence, t) for t in heads):
        teams = [t for own in sentence.children(verb, "dobj") for t in expanded(sentence, own)]
        heads = [t for t in teams if fillers.is_name(t) and "person" not in fillers.reading.kinds(sentence, t)] or heads
    other = sentence.tokens_in(others[0].mention.span)[-1]
    personal = not played or "person" in fillers.reading.kinds(sentence, other)
    if any(("person" in fillers.reading.kinds(sentence, t)) is not personal for t in heads):
        return []  # who scores in a victory is not the team that wins
    defeat = kind == "sport-defeat"
    name = RoleName.OBJECT if defeat else RoleName.AGENT if played else RoleName.PARTICIPANT
    return _filled(sentence, heads, name, fillers, {role.filler for role in roles})


def _is_of_force(verb: Token) -> bool:
    """Whether who does it may be fighting: "killed two men in clashes with X", not "condemned Y in the war with X"."""
    return any(group_of(pattern.type) in _FORCE for pattern in lexicon().verbs.get(verb.lemma.lower(), ()))


def _players(sentence: Sentence, trigger: Trigger, fillers: Fillers, known: set[str]) -> list[Role]:
    """Who plays in a match that the verb is in: both of "Ajax beat Lens in the first match of the year"."""
    found = _above(sentence, trigger.head)
    if found is None or found[0].lemma.lower() not in ("in", "during") or found[1].pos != "VERB":
        return []
    verb = found[1]
    heads = [*subjects(sentence, verb), *(t for o in sentence.children(verb, "dobj") for t in expanded(sentence, o))]
    teams = [t for t in heads if "org" in fillers.reading.kinds(sentence, t) and fillers.is_name(t)]
    return _filled(sentence, teams, RoleName.PARTICIPANT, fillers, known) if len(teams) == _SIDES else []


def _received(sentence: Sentence, trigger: Trigger, roles: list[Role]) -> Iterator[Role]:
    """In "took loans and gifts" the subject is who received them."""
    verb = trigger.head
    while verb.dep == "conj" and verb.head != verb.i:
        verb = sentence.head(verb)
    verb = sentence.head(verb) if verb.dep in ("dobj", "nsubjpass") else verb
    gives = trigger.pattern.frame in ("n-give", "n-fund") and verb.lemma in _RECEIVING
    subject = {t.span for t in trigger.slots.get("subject", ())} if gives else set()
    for role in roles:
        turned = role.name is RoleName.AGENT and any(role.mention.span.overlaps(span) for span in subject)
        yield dataclasses.replace(role, name=RoleName.RECIPIENT) if turned else role
