"""Gives the places of a sentence to the events that happened there, by the tree of dependencies; knows no time.

Where somebody comes from is no place of what he does, and neither is the dateline.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.reading import Named
from kgexport.annotate.events.setting.circumstances import subject_event
from kgexport.model import Fired, Role, RoleName, Sentence, Token

_AT = set("in at near outside inside around across on over off throughout within into through along".split())
_LOCAL = {"court", "jury", "judge", "police", "prosecutor", "tribunal", "magistrate"}
"""Subjects that act where they are: "a court in Lyon sentenced"."""
_LOCAL_TYPES = {"strike", "demonstration", "riot", "hunger-strike"}
"""Types that take place where those who do it are: "workers in Hull went on strike"."""
_STRIKING = {"disaster", "accident"}
_HITTING = {"hit", "strike", "shake", "rock", "jolt", "batter", "devastate", "flood", "ravage"}
_LEFT = {"evacuation", "rescue", "escape", "theft"}
"""Types that take place where people are taken from: "evacuated from X"."""
_DEEPEST = 4


def add_places(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """Each named place behind "in", "at" … goes to the event that its phrase hangs on."""
    objects = _object_heads(owners)
    for token in sentence.tokens:
        word = sentence.head(token).lemma.lower()
        if token.dep != "pobj" or word not in (*_AT, "from"):
            continue
        owner, rule = _place_owner(sentence, sentence.head(token), owners, objects)
        if owner is None:
            owner, rule = _by_subject(sentence, sentence.head(token), owners), "subject"
        if owner is None or (word == "from" and owner.type not in _LEFT):
            continue
        for named in _named(sentence, token, fillers):
            if not _is_taken(owner, named):
                owner.roles.append(Role(RoleName.LOCATION, named.entity.key, named.mention))
                owner.fired.append(Fired("location", rule, named.mention.span))
    _add_struck(sentence, owners, fillers)
    _add_where(sentence, owners, fillers)


def _add_where(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """The place that a clause with "where" hangs on: "Amara, where two people died"."""
    for owner in {id(draft): draft for draft in owners.values()}.values():
        verb = owner.trigger.governed
        where = any(t.text.lower() == "where" for t in sentence.children(verb, "advmod"))
        if verb.dep != "relcl" or not where or owner.role(RoleName.LOCATION):
            continue
        for named in _named(sentence, sentence.head(verb), fillers):
            if not _is_taken(owner, named):
                owner.roles.append(Role(RoleName.LOCATION, named.entity.key, named.mention))
                owner.fired.append(Fired("location", "where", named.mention.span))


def _add_struck(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """What a disaster struck, where a common noun leads to the place: "hit the southern city of X"."""
    for owner in {id(draft): draft for draft in owners.values()}.values():
        if owner.role(RoleName.LOCATION):
            continue
        tokens = owner.trigger.slots.get("struck", ())[:1] or _hit_by(sentence, owner)
        for token in tokens[:1]:
            for named in _named(sentence, token, fillers):
                if not _is_taken(owner, named):
                    owner.roles.append(Role(RoleName.LOCATION, named.entity.key, named.mention))
                    owner.fired.append(Fired("location", "struck", named.mention.span))


def _hit_by(sentence: Sentence, owner: Draft) -> list[Token]:
    """What a relative clause says that a disaster hit: "the quake, which hit the town of X"."""
    head = owner.trigger.head
    if owner.trigger.pattern.verb or group_of(owner.type) != "disaster":
        return []
    clauses = [t for t in sentence.children(head, "relcl") if t.lemma in _HITTING]
    return [t for clause in clauses for t in sentence.children(clause, "dobj")]


def _named(sentence: Sentence, token: Token, fillers: Fillers) -> Iterator[Named]:
    """The place that a phrase names: its head, or what stands behind: "the southern city of X", "the state of X"."""
    named = fillers.reading.named(token)
    kinds = fillers.reading.kinds(sentence, token)
    if named and not kinds.isdisjoint({"place", "site"}):
        yield named
        return
    if named or not _is_sort_of_place(token):
        return
    for part in _inside(sentence, token):
        place = fillers.reading.named(part)
        if place and "place" in fillers.reading.kinds(sentence, part):
            yield place
            return


def _inside(sentence: Sentence, token: Token) -> Iterator[Token]:
    """What a sort of place is followed by: "the edge of the port of X"."""
    for _ in range(_DEEPEST):
        yield from sentence.children(token, "appos")
        inner = [
            p for of in sentence.children(token, "prep") if of.lemma == "of" for p in sentence.children(of, "pobj")
        ]
        yield from inner[:1]
        if not inner or not _is_sort_of_place(inner[0]):
            return
        token = inner[0]


def _is_sort_of_place(token: Token) -> bool:
    return token.lemma.lower() in _SORTS


_SORTS = set(
    """city town village province state region district county capital island port suburb municipality prefecture
    republic territory area coast neighbourhood neighborhood department community country nation edge outskirts centre
    center heart north south east west northeast northwest southeast southwest part shore border gulf bay sea valley
    resort borough commune archipelago peninsula hamlet kingdom streets""".split()
)


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


def _place_owner(sentence: Sentence, preposition: Token, owners: Owners, objects: Owners) -> tuple[Draft | None, str]:
    """Whose place a phrase gives: it hangs on the trigger, on its object, or on another place of it."""
    for _ in range(_DEEPEST):
        above = sentence.head(preposition)
        if above.i in owners:
            return owners[above.i], "clause"
        if above.i in objects:
            return objects[above.i], "object"
        if above.dep != "pobj" or above.i == preposition.i:
            return None, ""
        preposition = sentence.head(above)
    return None, ""


def _by_subject(sentence: Sentence, preposition: Token, owners: Owners) -> Draft | None:
    """By the subject that stands there, where it acts where it is; or by the verb behind a noun that struck there."""
    for _ in range(_DEEPEST):
        above = sentence.head(preposition)
        if above.dep in ("nsubj", "nsubjpass"):
            draft = owners.get(sentence.head(above).i)
            if draft is None or not draft.trigger.pattern.verb:
                return None
            local = above.lemma.lower() in _LOCAL and group_of(draft.type) in ("justice", "coercion")
            return draft if local or draft.type in _LOCAL_TYPES else None
        if above.pos == "VERB" and above.i not in owners:
            return _struck(sentence, above, owners)
        if above.dep not in ("pobj", "dobj", "nmod") or above.i == preposition.i:
            return None
        preposition = above if above.dep == "dobj" else sentence.head(above)
    return None


def _struck(sentence: Sentence, verb: Token, owners: Owners) -> Draft | None:
    """The noun that a verb without an event of its own says this of: "a blast ripped through a plant in X"."""
    draft = subject_event(sentence, verb, owners)
    if draft is None:
        return None
    carried = any(s.noun == "subject" and s.subject != "harm" for s in lexicon().support.get(verb.lemma, ()))
    return draft if carried or group_of(draft.type) in _STRIKING else None
