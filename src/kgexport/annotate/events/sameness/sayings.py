"""Takes "in a statement" into the saying that it belongs to, before events are compared; knows one sentence at a time.

"X said in a statement to the Post" is one saying: the noun is another mention of it, and gives whom it was said to,
and when. So is the noun that a clause tells of: "an incident in which he stabbed a man".
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import is_definite, is_fresh
from kgexport.model import Fired, Polarity, Role, RoleName

_IN = {"in", "via", "through", "by", "with", "on"}
_WORDED = {"announcement", "statement"}
_SPEAKING = {"communication", "diplomacy"}
"""Groups of types of what is done by words."""
_WHERE = {"where", "when", "which"}
_SPEAKING_UP = {"statement", "interview"}
_OBJECTS = ("object", "to", "on")
_DEEPEST = 4
_NEAR = 12
"""How many words before its verb a phrase at the head of a sentence may stand."""


def absorbed(drafts: list[Draft], reading: Reading) -> list[Draft]:
    """The drafts without the nouns that only say how something is said; what they tell is told by its verb."""
    taken: dict[int, Draft] = {}
    known: set[str] = set()
    kept: list[Draft] = []
    sentences: dict[int, list[Draft]] = {}
    for draft in drafts:
        sentences.setdefault(draft.sentence.span.begin, []).append(draft)
    for told in sentences.values():
        for draft in told:
            teller = (
                _teller(draft, told, known, reading)
                or _clause_of(draft, told)
                or _noun_of(draft, told)
                or _verb_of(draft, told)
                or _speech_of(draft, told)
            )
            if teller is None or id(teller) in taken:
                kept.append(draft)
            else:
                taken[id(draft)] = teller
                _give(draft, teller)
        known |= {one.type for one in told if not one.trigger.pattern.verb and id(one) not in taken}
    for draft in kept if taken else ():
        _redirect(draft, taken)
    return kept


def _teller(draft: Draft, told: list[Draft], known: set[str], reading: Reading) -> Draft | None:
    """The saying that a noun such as "statement" belongs to; None where the noun is one of its own."""
    head, sentence = draft.trigger.head, draft.sentence
    if draft.trigger.pattern.verb or not identity().is_of("uttered", draft.type) or is_fresh(draft):
        return None
    if is_definite(draft) and draft.type in known:
        return None  # "in the interview" goes back to one that was told
    verbs = {d.trigger.governed.i: d for d in reversed(told) if d is not draft and _is_saying(d)}
    if draft.type in _WORDED and head.dep == "pobj":  # "conceded defeat in a statement"
        above = sentence.head(sentence.head(head)).i
        verbs |= {d.trigger.governed.i: d for d in told if d.trigger.pattern.verb and d.trigger.governed.i == above}
    if head.dep == "nsubj":
        teller = verbs.get(head.head)
    elif head.dep == "pobj" and sentence.head(head).lemma.lower() in _IN:
        teller = verbs.get(_told_by(draft, verbs))
    else:
        return None
    if teller is None or _is_of_another(draft, teller, reading):
        return None
    return teller


def _is_saying(draft: Draft) -> bool:
    said = group_of(draft.type) in _SPEAKING or draft.trigger.said is not None
    return draft.trigger.pattern.verb and said


def _told_by(draft: Draft, verbs: dict[int, Draft]) -> int:
    """Position of the verb of saying that "in a statement" hangs on, or stands beside; -1 for none."""
    sentence, head = draft.sentence, draft.trigger.head
    preposition = sentence.head(head)
    above = sentence.head(preposition)
    if above.i in verbs:
        return above.i
    if above.dep == "nsubj" and above.head in verbs:  # "Lee, in remarks to a newspaper, said"
        return above.head
    for _ in range(_DEEPEST):  # "denied the claims in a statement"
        if above.pos not in ("NOUN", "PROPN", "PRON", "ADP") or above.i > preposition.i:
            break
        above = sentence.head(above)
        if above.i in verbs and above.i < preposition.i:
            return above.i
    before = sentence.tokens[preposition.i - 1].i if preposition.i else -1
    if before in verbs:
        return before
    words = [token for token in sentence.tokens[: preposition.i] if token.pos != "PUNCT"]
    if not words:  # "In a statement, the firm denied"
        return next((i for i in sorted(verbs) if head.i < i <= head.i + _NEAR), -1)
    return -1


def _is_of_another(draft: Draft, teller: Draft, reading: Reading) -> bool:
    """Whether it is somebody else's: "said in the club's announcement"."""
    ours = set(teller.role(RoleName.AGENT))
    for owner in draft.sentence.children(draft.trigger.head, "poss"):
        named = reading.named(owner)
        if owner.tag != "PRP$" and (named is None or named.entity.key not in ours):
            return True
    theirs = set(draft.role(RoleName.AGENT))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _clause_of(draft: Draft, told: list[Draft]) -> Draft | None:
    """The happening of the clause that says what "an incident in which …" was."""
    head, sentence = draft.trigger.head, draft.sentence
    if draft.trigger.pattern.verb or not identity().is_of("mixed", draft.type) or draft.roles:
        return None
    if head.dep == "pobj" and _is_in_front(draft):  # "In a separate incident, two men drowned"
        above = sentence.head(sentence.head(head))
        main = next((d for d in told if d.trigger.pattern.verb and d.trigger.governed.i == above.i), None)
        if main is not None:
            main.anew = main.anew or is_fresh(draft)
        return main
    for clause in sentence.children(head, "relcl"):
        first = next(iter(sentence.subtree(clause)))
        if first.text.lower() in _WHERE | _IN:
            return next((d for d in told if d.trigger.pattern.verb and d.trigger.governed.i == clause.i), None)
    return None


def _noun_of(draft: Draft, told: list[Draft]) -> Draft | None:
    """The noun of which a verb only says that it took place, or what it did: "a bomb exploded", "a blaze gutted X"."""
    if not draft.trigger.pattern.verb:
        return None
    if group_of(draft.type) == "disaster" and not is_passive(draft.sentence, draft.trigger.head):
        subjects = {token.i for token in draft.trigger.slots.get("subject", ())}
        nouns = (one for one in told if not one.trigger.pattern.verb and one.trigger.head.i in subjects)
        return next((one for one in nouns if _is_its_doing(one, draft)), None)
    if draft.type not in identity().lists["took-place"]:
        return None
    subjects = {token.i for token in draft.trigger.slots.get("subject", ())}
    subjects |= {token.i for token in draft.trigger.slots.get("object", ())}
    nouns = (one for one in told if not one.trigger.pattern.verb and one.trigger.head.i in subjects)
    return next((one for one in nouns if identity().is_of("carried", one.type)), None)


def _verb_of(draft: Draft, told: list[Draft]) -> Draft | None:
    """The verb that tells of the same as its object: "agreed to a seven-year deal"; "the deal" goes back to another."""
    head = draft.trigger.head
    if draft.trigger.pattern.verb or draft.trigger.support or is_definite(draft) or is_fresh(draft):
        return None
    kind = identity().kind
    for one in told:
        same = one.trigger.pattern.verb and kind(one.type) == kind(draft.type) and one is not draft
        if same and any(t.i == head.i for name in _OBJECTS for t in one.trigger.slots.get(name, ())):
            return one
    return None


def _speech_of(draft: Draft, told: list[Draft]) -> Draft | None:
    """The saying in which somebody is told to speak: "Speaking to reporters, Lee said"."""
    verb, sentence = draft.trigger.governed, draft.sentence
    if draft.type not in _SPEAKING_UP or verb.tag != "VBG" or verb.dep != "advcl" or draft.trigger.said is not None:
        return None
    if sentence.children(verb, "nsubj", "mark", "ccomp") or sentence.tokens[verb.i - 1].dep == "prep":
        return None
    sayings = (one for one in told if one.type == "statement" and one.trigger.said is not None)
    return next((one for one in sayings if one.trigger.governed.i == verb.head), None)


def _is_its_doing(noun: Draft, verb: Draft) -> bool:
    """Whether a verb says of a disaster that it came: "a tsunami swept the coast"; a storm that floods is two."""
    rows = lexicon().support.get(verb.trigger.head.lemma, ())
    moved = any(row.noun == "subject" and row.subject == "none" for row in rows)
    same = identity().kind(noun.type) == identity().kind(verb.type)
    return same or (moved and group_of(noun.type) == "disaster")


def _is_in_front(draft: Draft) -> bool:
    preposition = draft.sentence.head(draft.trigger.head)
    return preposition.i == 0 and preposition.lemma.lower() == "in"


def _give(draft: Draft, teller: Draft) -> None:
    """What the noun tells is told by the verb."""
    if draft.standing.polarity is not Polarity.NEGATIVE:
        known = set(teller.role(*RoleName))
        heard = [_heard(role) for role in draft.roles if role.filler not in known]
        teller.roles = [*teller.roles, *heard]
    dated = any(True for _ in teller.calendar())
    teller.times += [] if dated else draft.times
    teller.mentions = (*teller.mentions, *draft.mentions)
    teller.nouns = (*teller.nouns, draft.trigger.head.lemma.lower())
    teller.fired += [*draft.fired, Fired("merged", "said-in", draft.mention.span)]
    teller.whole = teller.whole or (draft.whole if draft.whole is not teller else None)
    teller.contents += [one for one in draft.contents if one is not teller and one not in teller.contents]


def _heard(role: Role) -> Role:
    """Whoever takes part in an interview besides the speaker hears what is said."""
    return Role(RoleName.RECIPIENT, role.filler, role.mention) if role.name is RoleName.PARTICIPANT else role


def _redirect(draft: Draft, taken: dict[int, Draft]) -> None:
    """Let what a draft points to be the verb where the noun was meant."""
    for name in ("whole", "occasion"):
        other = getattr(draft, name)
        if other is not None and id(other) in taken:
            setattr(draft, name, None if taken[id(other)] is draft else taken[id(other)])
    contents = [taken.get(id(one), one) for one in draft.contents]
    draft.contents = [one for at, one in enumerate(contents) if one is not draft and one not in contents[:at]]
