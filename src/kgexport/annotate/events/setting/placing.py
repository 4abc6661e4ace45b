"""Gives the places of a sentence to the events that happened there, by the tree of dependencies; knows no time.

Where somebody comes from is no place of what he does, and neither is the dateline.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.filling.things import THING
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.reading import Named
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.setting.instants import at_once
from kgexport.annotate.events.setting.named_places import place_before
from kgexport.annotate.events.setting.place_phrases import joined_places, places_of
from kgexport.annotate.events.setting.pointing import CONFIDENCE
from kgexport.annotate.events.setting.subject_places import by_subject, watcher
from kgexport.annotate.events.setting.tables import POINTED, setting_words
from kgexport.model import Fired, Mention, MentionKind, Role, RoleName, Sentence, Token

_HITTING = {"hit", "strike", "shake", "rock", "jolt", "batter", "devastate", "flood", "ravage"}
_OPEN_TO = (RoleName.RECIPIENT, RoleName.LOCATION)
"""What else may stand behind the preposition of such a role: "taken to the Harbour Towers"."""
_LEFT = {"evacuation", "rescue", "escape", "theft", "space-launch"}
"""Types that take place where people are taken from: "evacuated from X"."""
_DEEPEST = 4


def add_places(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """Each place behind "in", "at" … goes to the event that its phrase hangs on."""
    objects, later = _object_heads(owners), list[Token]()
    for token in sentence.tokens:
        word = sentence.head(token).lemma.lower()
        if token.dep == "advmod" and token.text.lower() in ("there", "here"):
            _add_pointed(sentence, token, owners, fillers)
        if token.dep != "pobj" or word not in (*setting_words()["at"], *setting_words()["toward"], "from"):
            continue
        owner, rule = _place_owner(sentence, sentence.head(token), owners, objects)
        if word == "from" and (told := watcher(sentence, sentence.head(token), owners)):
            owner, rule = told, "watched-from"
        found = [owner] if owner else by_subject(sentence, sentence.head(token), owners)
        later.append(token)
        for owner in found:
            leads = rule == "watched-from" or _leads(word, token, owner)
            for place in (token, *joined_places(sentence, token)) if leads else ():
                for named in places_of(sentence, place, fillers, owner, word):
                    _give(owner, named, rule or "subject", fillers)
                _add_bench(sentence, place, owner, owners, fillers)
            _add_receiver(sentence, token, word, owner, fillers)
    _add_struck(sentence, owners, fillers)
    _add_where(sentence, owners, fillers)
    _add_before(sentence, owners, fillers)
    open_ones = {id(draft) for draft in owners.values() if not draft.role(RoleName.LOCATION)}
    for token in later:
        _add_of_results(sentence, token, owners, fillers, open_ones)


def _add_of_results(sentence: Sentence, token: Token, owners: Owners, fillers: Fillers, open_ones: set[int]) -> None:
    """The place that hangs on a verb that is no event, for the harm that came of it: "fell onto X, killing ten"."""
    preposition = sentence.head(token)
    if preposition.lemma.lower() not in setting_words()["at"]:
        return
    drafts = list({id(draft): draft for draft in owners.values()}.values())
    phrases = {p.i: p for p in (preposition, _outermost(sentence, preposition))}.values()
    for draft, rule in (found for phrase in phrases for found in at_once(sentence, phrase, drafts)):
        told = rule in ("fronted", "brought", "speaking") or identity().is_of("harm", draft.type)
        told = told or (rule == "occasion" and draft.trigger.pattern.verb)
        told = told or (rule == "when-clause" and group_of(draft.type) == "sport")  # "scored as X beat Y at Z"
        if told and id(draft) in open_ones:
            for place in (token, *joined_places(sentence, token)):
                for named in places_of(sentence, place, fillers, draft, preposition.lemma.lower()):
                    _give(draft, named, rule, fillers)


def _outermost(sentence: Sentence, preposition: Token) -> Token:
    """In "at a hotel in Leeds" the "at": what hangs on a place hangs where that does."""
    for _ in range(_DEEPEST):
        noun = sentence.head(preposition)
        above = sentence.head(noun)
        if noun.dep != "pobj" or above.lemma.lower() not in setting_words()["at"]:
            break
        preposition = above
    return preposition


def _leads(word: str, token: Token, owner: Draft) -> bool:
    """Whether what stands behind a preposition is where an event of that type takes place."""
    if word == "from":
        return owner.type in _LEFT
    if word in setting_words()["at"]:
        return True
    goes = owner.type in setting_words()["goal"]
    return goes and all(inner.i != token.i for inner in _placed_by_frame(owner, word))


def _placed_by_frame(owner: Draft, word: str) -> list[Token]:
    """What stands behind a preposition that the frame gives a role to: "travelled to X" has X as its object."""
    frame = lexicon().frames[owner.trigger.pattern.frame]
    named = any(slot.name == word for name, slots in frame for slot in slots if name not in _OPEN_TO)
    return [*owner.trigger.slots.get("object", ()), *(owner.trigger.slots.get(word, ()) if named else ())]


def _give(owner: Draft, named: Named, rule: str, fillers: Fillers) -> None:
    if _is_taken(owner, named):
        return
    if named.mention.annotator == THING:
        fillers.made.append(named.entity)
    owner.roles.append(Role(RoleName.LOCATION, named.entity.key, named.mention))
    owner.fired.append(Fired("location", rule, named.mention.span))


def _add_receiver(sentence: Sentence, token: Token, word: str, owner: Draft, fillers: Fillers) -> None:
    """Somebody to whom people or things are sent: "sent her to a doctor"; the graph makes the doctor a participant."""
    goes = word == "to" and owner.type in setting_words()["received"]
    if not goes or owner.role(RoleName.RECIPIENT, RoleName.LOCATION):
        return
    if "actor" not in fillers.reading.kinds(sentence, token):
        return
    if any(role.mention.span.overlaps(token.span) for role in owner.roles):
        return
    role = fillers.fill(sentence, token, RoleName.RECIPIENT)
    if role is not None and role.filler not in owner.role(*RoleName):
        owner.roles.append(Role(RoleName.LOCATION, role.filler, role.mention))
        owner.fired.append(Fired("location", "receiver", role.mention.span))


def _add_bench(sentence: Sentence, token: Token, owner: Draft, owners: Owners, fillers: Fillers) -> None:
    """The court in which something is decided: "pleaded guilty at Leeds Crown Court".

    It is a body and no place; the graph makes it a participant.
    """
    named = fillers.reading.named(token)
    if named is None or "org" not in fillers.reading.kinds(sentence, token):
        return
    words = {word.lower() for word in named.mention.span.of(fillers.reading.text).split()}
    above = [owners[t.i] for t in sentence.ancestors(owner.trigger.head)[:_DEEPEST] if t.i in owners]
    decided = [draft for draft in (owner, *above) if draft.type in setting_words()["decided"]]
    if words & setting_words()["bench"] and decided:
        _give(decided[0], named, "bench", fillers)


def _add_pointed(sentence: Sentence, token: Token, owners: Owners, fillers: Fillers) -> None:
    """The place that "there" or "here" stands for: "checked into a clinic in X and will stay there"."""
    owner = owners.get(token.head)
    meant = fillers.pointing.meant(sentence, token) if owner and not owner.role(RoleName.LOCATION) else None
    if owner and meant and owner.trigger.governed.pos == "VERB":
        _give(
            owner,
            Named(meant.entity, Mention(token.span, MentionKind.PRONOUN, POINTED, CONFIDENCE)),
            "pointed",
            fillers,
        )


def _add_where(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """The place that a clause with "where" hangs on: "Amara, where two people died"."""
    for owner in {id(draft): draft for draft in owners.values()}.values():
        verb = owner.trigger.governed
        if verb.dep == "relcl" and not owner.role(RoleName.LOCATION):
            for named in fillers.pointing.antecedent(sentence, verb):
                _give(owner, named, "where", fillers)


def _add_before(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """The town before the noun of a happening: "the Kabul bombing"."""
    for owner in {id(draft): draft for draft in owners.values()}.values():
        named = None if owner.role(RoleName.LOCATION) else place_before(sentence, owner.trigger, fillers)
        if named:
            _give(owner, named, "before-noun", fillers)


def _add_struck(sentence: Sentence, owners: Owners, fillers: Fillers) -> None:
    """What a disaster struck, where a common noun leads to the place: "hit the southern city of X"."""
    for owner in {id(draft): draft for draft in owners.values()}.values():
        if owner.role(RoleName.LOCATION):
            continue
        tokens = owner.trigger.slots.get("struck", ())[:1] or _hit_by(sentence, owner)
        for token in [place for first in tokens[:1] for place in (first, *joined_places(sentence, first))]:
            for named in places_of(sentence, token, fillers):
                _give(owner, named, "struck", fillers)


def _hit_by(sentence: Sentence, owner: Draft) -> list[Token]:
    """What a relative clause says that a disaster hit: "the quake, which hit the town of X"."""
    head = owner.trigger.head
    if owner.trigger.pattern.verb or group_of(owner.type) != "disaster":
        return []
    clauses = [t for t in sentence.children(head, "relcl") if t.lemma in _HITTING]
    return [t for clause in clauses for t in sentence.children(clause, "dobj")]


def _is_taken(owner: Draft, named: Named) -> bool:
    """Whether the words of a place, or the place as one who acts, play a part already."""
    described = named.mention.annotator == THING
    return any(
        (role.mention.span.overlaps(named.mention.span) and not (described and role.name is RoleName.LOCATION))
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
        if above.dep == "npadvmod":  # "rallies Sunday in X"
            preposition = above
            continue
        if above.dep != "pobj" or above.i == preposition.i:
            return None, ""
        preposition = sentence.head(above)
    return None, ""
