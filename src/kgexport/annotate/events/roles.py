"""Gives the slots around a trigger their roles by its frame (frames.tsv); knows no status and no time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from kgexport.annotate.events.clause import clause_subjects, counted, expanded
from kgexport.annotate.events.fillers import Fillers
from kgexport.annotate.events.lexicon import Slot, lexicon
from kgexport.annotate.events.trigger import Trigger
from kgexport.model import Role, RoleName, Sentence, Token

_REACH = (
    "of",
    "by",
    "against",
    "on",
    "for",
    "from",
    "with",
    "between",
    "to",
    "among",
    "over",
    "into",
)
_OWNED = ("of", "by", "against", "with", "for", "from", "between", "into", "to")
_PHRASE = ("amod", "compound", "nmod", "poss", "prep", "pobj", "conj", "appos", "agent", "acl", "dobj", "npadvmod")
_AROUND = ("object", "for", "to", "on", "against", "of", "with", "about", "over", "in")
_PLACING = {"in", "at", "near", "throughout", "during", "after", "before", "since", "until"}
_INDIRECT = {"within", "clause", "purpose", "owner"}
_DEEPEST = 6
_MOST = 24


def roles_of(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> list[Role]:
    """The roles of a trigger by its frame; each token fills one at most."""
    used: set[int] = set()
    roles: list[Role] = []
    for name, slots in lexicon().frames[trigger.pattern.frame]:
        found: list[Role] = []
        for slot in slots:
            if slot.name in _INDIRECT and name is not RoleName.PARTICIPANT and _is_unnamed(sentence, trigger, fillers):
                break
            if found and (name is not RoleName.PARTICIPANT or slot.name in _INDIRECT):
                break
            tokens = _tokens(sentence, trigger, slot, name, fillers, used)
            found += _filled(sentence, tokens, name, fillers, {role.filler for role in (*roles, *found)}, used)
        roles += found
    return _unique(roles)


def _is_unnamed(sentence: Sentence, trigger: Trigger, fillers: Fillers) -> bool:
    """Whether it is done to people without a name: then no name near by fits ("parents accused of a trip to India")."""
    patients = [t for t in trigger.slots.get("object", ()) if trigger.pattern.verb and t.i < trigger.head.i]
    return any(t.pos == "NOUN" and "group" in fillers.reading.kinds(sentence, t) for t in patients)


def _suits(sentence: Sentence, token: Token, name: RoleName, fillers: Fillers) -> bool:
    """Whether a name before a noun may be its place: "the Lima crane collapse"."""
    return name is not RoleName.LOCATION or "place" in fillers.reading.kinds(sentence, token)


def _tokens(
    sentence: Sentence, trigger: Trigger, slot: Slot, name: RoleName, fillers: Fillers, used: set[int]
) -> list[Token]:
    """The heads that stand in a slot; for the indirect ones the likeliest phrase and what is joined to it."""
    if slot.name not in _INDIRECT:
        tokens = [token for token in trigger.slots.get(slot.name, ()) if token.i not in used]
        if slot.name == "mod":
            return [token for token in tokens if fillers.is_name(token) and _suits(sentence, token, name, fillers)]
        return [t for t in tokens if not slot.actors_only or fillers.is_actor(sentence, counted(sentence, t))]
    agents = {fillers.key(sentence, token) for token in trigger.slots.get("subject", ())}
    found = list(islice((t for t in _indirect(sentence, trigger, slot, fillers) if t.i not in used), _MOST))
    others = [token for token in found if fillers.key(sentence, token) not in agents]
    best = next((token for token in others if fillers.is_name(token)), None) or next(iter(others), None)
    return [t for t in expanded(sentence, best) if fillers.is_actor(sentence, t)] if best else []


def _filled(
    sentence: Sentence, tokens: list[Token], name: RoleName, fillers: Fillers, taken: set[str], used: set[int]
) -> Iterator[Role]:
    for token in tokens:
        role = fillers.fill(sentence, token, name)
        if role and role.filler not in taken:
            used.add(token.i)
            yield role


def _indirect(sentence: Sentence, trigger: Trigger, slot: Slot, fillers: Fillers) -> Iterator[Token]:
    match slot.name:
        case "within":
            for name in _AROUND:
                for head in trigger.slots.get(name, ()):
                    if name != "in" or head.i > trigger.head.i:  # not "In a statement to X, Y denied"
                        yield from _actors_within(sentence, head, fillers, _REACH)
        case "owner":
            for head in trigger.slots.get("object", ()):
                if not fillers.is_actor(sentence, counted(sentence, head)):
                    yield from _actors_within(sentence, head, fillers, _OWNED)
        case _:
            yield from _of_clauses(sentence, trigger.slots.get(slot.name, ()), fillers, 0)


def _actors_within(sentence: Sentence, token: Token, fillers: Fillers, reach: tuple[str, ...]) -> Iterator[Token]:
    """The people, bodies and places that a phrase names, the nearest to its head first."""
    level = [token]
    for _ in range(_DEEPEST):
        following: list[Token] = []
        for head in level:
            for child in sentence.children(head, *_PHRASE):
                if child.dep != "prep" or child.lemma.lower() in reach:
                    following.append(child)
                    if fillers.is_actor(sentence, child):
                        yield child
        level = following


def _of_clauses(sentence: Sentence, clauses: Iterable[Token], fillers: Fillers, depth: int) -> Iterator[Token]:
    """Who is asked or met in a clause: its own subject, then its objects, then those behind its prepositions."""
    if depth > 2:
        return
    for clause in clauses:
        yield from (t for t in clause_subjects(sentence, clause) if fillers.is_actor(sentence, counted(sentence, t)))
        phrases = [p for p in sentence.children(clause, "dative", "dobj", "attr", "oprd") if p.pos != "ADP"]
        for preposition in sentence.children(clause, "prep", "dative", "agent"):
            if preposition.lemma.lower() not in _PLACING:
                phrases += sentence.children(preposition, "pobj")
        yield from (p for p in phrases if fillers.is_actor(sentence, counted(sentence, p)))
        for phrase in phrases:
            yield from _actors_within(sentence, phrase, fillers, _REACH)
        yield from _of_clauses(sentence, sentence.children(clause, "xcomp", "ccomp", "advcl"), fillers, depth + 1)


def _unique(roles: list[Role]) -> list[Role]:
    seen: dict[tuple[RoleName, str], Role] = {}
    for role in roles:
        seen.setdefault((role.name, role.filler), role)
    return list(seen.values())
