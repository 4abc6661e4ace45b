"""Gives times, amounts and places of a sentence to the events they belong to, by the tree of dependencies."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.fillers import Fillers
from kgexport.annotate.events.reading import Named, Reading
from kgexport.model import Role, RoleName, Sentence, Span, Token

_AT = {
    "in",
    "at",
    "near",
    "outside",
    "inside",
    "around",
    "across",
    "on",
    "over",
    "off",
    "throughout",
    "within",
    "into",
    "through",
}
_HIGHEST = 10
_NEAREST = 3


def add_times_and_amounts(sentence: Sentence, drafts: list[Draft], owners: Owners, reading: Reading) -> None:
    """Each time and amount goes to the nearest event above it in the same clause."""
    seen: set[str] = set()
    for token in sentence.tokens:
        time, amount = reading.times.get(token.span.begin), reading.amounts.get(token.span.begin)
        if time and time.key not in seen:
            seen.add(time.key)
            head = _head_in(sentence, token, time.mention.span)
            owner = _owner(sentence, head, owners) or _phrase_before(sentence, head, drafts)
            if owner:
                above = sentence.head(head)
                owner.times.append((above.lemma.lower() if above.pos in ("ADP", "SCONJ") else "", time))
        if amount and amount.key not in seen:
            seen.add(amount.key)
            if owner := _owner(sentence, _head_in(sentence, token, amount.mention.span), owners):
                owner.amounts.append(amount)


def _head_in(sentence: Sentence, token: Token, span: Span) -> Token:
    """The word of a span that the rest hangs on."""
    for _ in range(_HIGHEST):
        above = sentence.head(token)
        if above.i == token.i or not above.span.overlaps(span):
            return token
        token = above
    return token


def _owner(sentence: Sentence, token: Token, owners: Owners) -> Draft | None:
    """The event whose words are the nearest above a token, in the same clause."""
    for _ in range(_HIGHEST):
        above = sentence.head(token)
        if above.i in owners:
            return owners[above.i]
        verb = above.pos == "VERB" and above.dep not in ("acl", "xcomp")
        if above.i == token.i or verb or above.dep == "relcl":
            return None
        token = above
    return None


def _phrase_before(sentence: Sentence, time: Token, drafts: list[Draft]) -> Draft | None:
    """The noun whose phrase ends where that of the time begins: parsers often hang "in 2022" too high."""
    above = sentence.head(time)
    begin = above.i if above.pos == "ADP" else time.i
    nouns = [draft for draft in drafts if not draft.trigger.pattern.verb and draft.trigger.head.i < begin]
    for draft in nouns[: -_NEAREST - 1 : -1]:
        if sentence.subtree(draft.trigger.head)[-1].i == begin - 1:
            return draft
    return None


def add_places(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """Each named place behind "in", "at" … goes to the event that its phrase hangs on."""
    objects = _object_heads(owners)
    for token in sentence.tokens:
        if token.dep != "pobj" or sentence.head(token).lemma.lower() not in _AT:
            continue
        named = fillers.reading.named(token)
        if not named or fillers.reading.kinds(sentence, token).isdisjoint({"place", "site"}):
            continue
        owner = _place_owner(sentence, sentence.head(token), owners, objects)
        if owner and not _is_taken(owner, named):
            owner.roles.append(Role(RoleName.LOCATION, named.entity.key, named.mention))


def _is_taken(owner: Draft, named: Named) -> bool:
    """Whether the words of a place, or the place as one who acts, play a part already."""
    return any(
        role.mention.span.overlaps(named.mention.span)
        or (role.name is not RoleName.OBJECT and role.filler == named.entity.key)
        for role in owner.roles
    )


def _object_heads(owners: Owners) -> Owners:
    found: Owners = {}
    for draft in owners.values():
        for head in draft.trigger.slots.get("object", ()):
            found.setdefault(head.i, draft)
    return found


def _place_owner(sentence: Sentence, preposition: Token, owners: Owners, objects: Owners) -> Draft | None:
    """Whose place a phrase gives: it hangs on the trigger, on its object, or on another place of it."""
    for _ in range(4):
        above = sentence.head(preposition)
        owner = owners.get(above.i) or objects.get(above.i)
        if owner:
            return owner
        if above.dep != "pobj" or above.i == preposition.i:
            return None
        preposition = sentence.head(above)
    return None
